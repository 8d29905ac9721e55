/** The ranges that are the first arguments of one function's calls in a formula. Text in, texts out. */

/** `Deals!A1:L`, `'My deals'!A:L`, `A1:L20`, each with or without `$`. */
const RANGE =
	/^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{0,3}\$?\d{0,8}:\$?[A-Za-z]{0,3}\$?\d{0,8}$/u;
const TOKEN = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[\p{L}_][\p{L}\p{N}_.]*|[(){};,]|[^"'\p{L}_(){};,]+/gu;

/** @returns null when one of the calls begins with anything but a range: an expression, a name, nothing */
export function firstArguments(formula: string, name: string): string[] | null {
	const tokens = Array.from(formula.matchAll(TOKEN), ([token]) => token);
	const ranges: string[] = [];
	for (const [i, token] of tokens.entries()) {
		if (token.toUpperCase() !== name || tokens[i + 1]?.trim() !== '(') continue;
		const rest = tokens.slice(i + 2);
		const end = rest.findIndex((other) => /^[(){};,]$/u.test(other));
		const argument = rest.slice(0, Math.max(0, end)).join('').trim();
		if (!RANGE.test(argument)) return null;
		ranges.push(argument);
	}
	return ranges;
}
