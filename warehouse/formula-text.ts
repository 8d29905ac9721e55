/**
 * A formula as it is typed, taken apart: the name of the function and its words. A range in front means the table that
 * is counted.
 */

export interface FormulaText {
	readonly name: string;
	readonly words: readonly (string | number)[];
}

const CALL = /^=\s*([A-Za-z_]+)\s*\((.*)\)\s*$/su;
const ARGUMENT = /\s*(?:"((?:[^"]|"")*)"|([^",;]*))\s*(?:[,;]|$)/gsu;

/** Null for what is not a call of one function with texts and numbers. */
export function parsedFormula(text: string): FormulaText | null {
	const call = CALL.exec(text.trim());
	if (call === null) return null;
	const [, name = '', inside = ''] = call;
	const words: (string | number)[] = [];
	for (const [whole, quoted, bare] of inside.matchAll(ARGUMENT)) {
		if (whole === '') break;
		if (quoted !== undefined) words.push(quoted.replaceAll('""', '"'));
		else {
			const plain = (bare ?? '').trim();
			const number = Number(plain);
			if (plain === '') continue;
			if (!Number.isNaN(number)) words.push(number);
			// Only the first argument can be the table.
			else if (words.length > 0 || !/[!:]/u.test(plain)) return null;
		}
	}
	return { name: name.toUpperCase(), words };
}
