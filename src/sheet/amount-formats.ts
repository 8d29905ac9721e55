/** The number formats of amounts: one read. Not here: which currency they show (core/cells/format-currency.ts). */
import type { Grid } from '../core/cells/cell.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Format by 0-based row of the cells below the headings that hold a number. @param headerRow 1-based */
export function readNumberFormats(
	sheet: Sheet,
	column: number,
	headerRow: number,
	grid: Grid,
): ReadonlyMap<number, string> {
	const count = grid.length - headerRow;
	const formats = new Map<number, string>();
	if (count <= 0) return formats;
	const cells = sheet.getRange(headerRow + 1, column + 1, count, 1).getNumberFormats();
	cells.forEach(([format = ''], i) => {
		const row = headerRow + i;
		if (typeof grid[row]?.[column] === 'number') formats.set(row, format);
	});
	return formats;
}
