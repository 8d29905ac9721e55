/** How wide a column must be for its texts, judged by their lengths. */
const CHARACTER_WIDTH = 7.4;
/** The cell's own margins, and the arrow of a drop-down. */
const MARGIN = 24;

/** In pixels, within what stays readable beside other columns. */
export function fittingWidth(texts: readonly string[]): number {
	const lengths = texts.map((text) => [...text].reduce((length, letter) => length + (letter > '\u2e80' ? 2 : 1), 0));
	return Math.min(260, Math.max(76, Math.round(Math.max(0, ...lengths) * CHARACTER_WIDTH) + MARGIN));
}
