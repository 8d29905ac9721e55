/**
 * Several texts in one cell of the stage list, as people write them: `Quote; Offer`.
 * A text that has a separator in it, or begins with a quote, stands in quotes, its own quotes doubled, so that every
 * text reads back as it was.
 */

const SEPARATOR = /[;；\n]/u;

function needsQuotes(text: string): boolean {
	return SEPARATOR.test(text) || text.startsWith('"');
}

/** @param texts neither blank nor with blanks around them */
export function joinTexts(texts: readonly string[]): string {
	return texts.map((text) => (needsQuotes(text) ? `"${text.replace(/"/gu, '""')}"` : text)).join('; ');
}

/** Quotes that nothing asks for are part of the text: `"Hot"` is a name with quotes. */
export function splitTexts(cell: string): string[] {
	const texts: string[] = [];
	for (let at = 0; at < cell.length; ) {
		const quoted = /^\s*"((?:[^"]|"")*)"\s*(?:[;；\n]|$)/u.exec(cell.slice(at));
		const text = quoted?.[1]?.replace(/""/gu, '"') ?? '';
		if (quoted !== null && needsQuotes(text)) {
			texts.push(text.trim());
			at += quoted[0].length;
			continue;
		}
		const length = cell.slice(at).search(SEPARATOR);
		const end = length < 0 ? cell.length : at + length;
		texts.push(cell.slice(at, end).trim());
		at = end + 1;
	}
	return texts.filter((text) => text !== '');
}
