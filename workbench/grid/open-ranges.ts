/**
 * Open ranges (`A2:C`, `Deals!A2:C`) closed at the sheet's last row, because the grid engine does not know them; `A:C`
 * it does. Text between quotation marks stays as it is; a quoted sheet name is not text.
 */

const OPEN_RANGE =
	/"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3})(\$?\d+):(\$?[A-Z]{1,3})(?![\p{L}\p{N}_$(!])/giu;

/**
 * @param formula with its `=`
 * @param rowsOf rows of the grid of the named sheet, or of the formula's own for null
 */
export function closeOpenRanges(formula: string, rowsOf: (sheetName: string | null) => number): string {
	return formula.replace(
		OPEN_RANGE,
		(match, sheet: string | undefined, first: string | undefined, row: string, last: string) => {
			if (first === undefined) {
				return match;
			}
			const name = sheet === undefined ? null : sheet.slice(0, -1).replace(/^'|'$/gu, '').replaceAll("''", "'");
			return `${sheet ?? ''}${first}${row}:${last}${row.startsWith('$') ? '$' : ''}${rowsOf(name)}`;
		},
	);
}
