/**
 * Reads and evaluates a formula that is one call of one function of the bundle: `=WIN_RATE(Deals!A1:L, "closed",
 * "Owner", "Ann")`.
 * Belongs here: the grammar of such a call and the argument values that Google would hand over. Not here: any other
 * formula.
 */
import { type A1Reference, parseA1, rectOf } from './a1.ts';
import type { Bundle } from './bundle.ts';
import { valuesOf } from './cell-access.ts';
import { isReadableFormula } from './formula-separators.ts';
import type { Host } from './host.ts';

export type FormulaArgument =
	| { readonly kind: 'value'; readonly value: string | number | boolean }
	| { readonly kind: 'range'; readonly reference: A1Reference }
	/** `f(,1)`: an argument left out arrives as undefined. */
	| { readonly kind: 'omitted' };

export interface FormulaCall {
	readonly name: string;
	readonly arguments: readonly FormulaArgument[];
}

export type FormulaResult = { readonly value: unknown } | { readonly error: string };

const TOKEN = /\s*(?:("(?:[^"]|"")*")|([,;()])|((?:'(?:[^']|'')*'|[^\s,;()"'])+))/uy;

/** null: not a formula that is a single call. Separators are `,` or `;`. */
export function parseFormulaCall(formula: string): FormulaCall | null {
	const tokens = tokensOf(formula.trim().replace(/^=\s*\+?/u, ''));
	const name = tokens?.[0];
	if (
		tokens === null ||
		name === undefined ||
		!/^[A-Z][A-Z0-9_.]*$/iu.test(name) ||
		tokens[1] !== '(' ||
		tokens[tokens.length - 1] !== ')'
	)
		return null;
	const inside = tokens.slice(2, -1);
	const parts: (string | null)[] = inside.length === 0 ? [] : [null];
	for (const token of inside) {
		if (token === ',' || token === ';') parts.push(null);
		else if (token === '(' || token === ')' || parts[parts.length - 1] !== null) return null;
		else parts[parts.length - 1] = token;
	}
	const found = parts.map((part) => (part === null ? ({ kind: 'omitted' } as const) : argumentOf(part)));
	return found.includes(null) ? null : { name: name.toUpperCase(), arguments: found as FormulaArgument[] };
}

function tokensOf(text: string): string[] | null {
	const tokens: string[] = [];
	TOKEN.lastIndex = 0;
	const end = text.trimEnd().length;
	while (TOKEN.lastIndex < end) {
		const found = TOKEN.exec(text);
		if (found === null) return null;
		tokens.push((found[1] ?? found[2] ?? found[3]) as string);
	}
	return tokens;
}

function argumentOf(text: string): FormulaArgument | null {
	if (text.startsWith('"')) return { kind: 'value', value: text.slice(1, -1).replace(/""/gu, '"') };
	if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?$/u.test(text)) {
		return { kind: 'value', value: text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text) };
	}
	const fraction = /^(-?\d+)\/(\d+)$/u.exec(text);
	if (fraction !== null) return { kind: 'value', value: Number(fraction[1]) / Number(fraction[2]) };
	if (/^(?:true|false)$/iu.test(text)) return { kind: 'value', value: text.toLowerCase() === 'true' };
	const reference = parseA1(text);
	return reference === null ? null : { kind: 'range', reference };
}

/**
 * The values that Google hands to the function: a range is a 2-D array, one cell its value, a blank ''.
 * @param sheetId the sheet that holds the formula
 * @param otherNames sheets that answer to a further name (lower case), where no sheet has that name
 * Throws an Error with `#REF!` for a sheet or cells that do not exist.
 */
export function argumentValues(
	host: Host,
	call: FormulaCall,
	sheetId: number,
	otherNames: ReadonlyMap<string, number> = new Map(),
): unknown[] {
	return call.arguments.map((argument) => {
		if (argument.kind === 'omitted') return undefined;
		if (argument.kind === 'value') return argument.value;
		const { reference } = argument;
		const wanted = reference.sheet?.toLowerCase();
		const sheets = host.store.sheets();
		const sheet =
			sheets.find(({ id, name }) => (wanted === undefined ? id === sheetId : name.toLowerCase() === wanted)) ??
			sheets.find(({ id }) => wanted !== undefined && id === otherNames.get(wanted));
		if (sheet === undefined) throw new Error(`#REF! Unresolved sheet name '${reference.sheet}'.`);
		const size = host.store.size(sheet.id);
		const whole = rectOf(reference, size);
		const rect = {
			...whole,
			rows: Math.min(whole.rows, size.rows - whole.row),
			columns: Math.min(whole.columns, size.columns - whole.column),
		};
		if (rect.rows < 1 || rect.columns < 1) throw new Error('#REF!');
		const values = valuesOf(host, host.store.read(sheet.id, rect));
		return reference.isCell ? values[0]?.[0] : values;
	});
}

/** @param sheetId the sheet that holds the formula; `otherNames` as in argumentValues. */
export function evaluateFormula(
	bundle: Bundle,
	formula: string,
	sheetId: number,
	otherNames: ReadonlyMap<string, number> = new Map(),
): FormulaResult {
	const call = isReadableFormula(bundle.host, formula) ? parseFormulaCall(formula) : null;
	if (call === null)
		return {
			error: '#ERROR! Formula parse error: only a single call of a function of the add-on can be evaluated here.',
		};
	if (!bundle.has(call.name)) return { error: `#NAME? Unknown function: '${call.name}'.` };
	try {
		return {
			value: cellResult(bundle.runCustomFunction(call.name, argumentValues(bundle.host, call, sheetId, otherNames))),
		};
	} catch (error) {
		return { error: (error as Error).message };
	}
}

/** What a function may return to cells; anything else is Google's error. */
export function cellResult(result: unknown): unknown {
	const isCell = (value: unknown): boolean =>
		typeof value === 'string' ||
		typeof value === 'boolean' ||
		(typeof value === 'number' && Number.isFinite(value)) ||
		(typeof value === 'object' && value !== null && 'getTime' in value);
	if (result === null || result === undefined) return '';
	if (isCell(result)) return result;
	if (Array.isArray(result) && result.every((row) => (Array.isArray(row) ? row.every(isCell) : isCell(row))))
		return Array.from(result, (row) => (Array.isArray(row) ? Array.from(row) : [row]));
	throw new Error('#ERROR! The function returned something that is no value of a cell.');
}
