/** The cells that a formula and its spilled answer take. */
import { cellName } from '../core/cells/cell-name.ts';
import { type Content, type OwnFormula, writeBlock } from './cell-writing.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** The content of these cells; empty when they are free. One read when they are. */
export function contentIn(cells: Range): { readonly cell: string; readonly text: string }[] {
	if (cells.isBlank()) return [];
	const found: { cell: string; text: string }[] = [];
	cells.getDisplayValues().forEach((line, row) => {
		line.forEach((text, column) => {
			if (text !== '')
				found.push({
					cell: cellName(cells.getRow() - 1 + row, cells.getColumn() - 1 + column),
					text: text.slice(0, 100),
				});
		});
	});
	// A formula that shows nothing is content too.
	if (found.length === 0) found.push({ cell: cells.getA1Notation(), text: '' });
	return found;
}

/** The block below and to the right of a cell, inside the sheet as it is. */
export function blockFrom(cell: Range, rows: number, columns: number): Range {
	const sheet = cell.getSheet();
	return cell.offset(
		0,
		0,
		Math.min(rows, sheet.getMaxRows() - cell.getRow() + 1),
		Math.min(columns, sheet.getMaxColumns() - cell.getColumn() + 1),
	);
}

/**
 * Writes the formula and empties the rest of the block with one write, so that it happens whole or not at all; the
 * sheet grows when the answer needs it.
 * @param formats of the columns, for numbers that plain digits would not say; empty to leave them
 */
export function writeSpot(
	block: Range,
	formula: OwnFormula,
	rows: number,
	columns: number,
	formats: readonly string[],
): void {
	const sheet = block.getSheet();
	const lackingRows = rows - block.getNumRows();
	const lackingColumns = columns - block.getNumColumns();
	if (lackingRows > 0) sheet.insertRowsAfter(block.getLastRow(), lackingRows);
	if (lackingColumns > 0) sheet.insertColumnsAfter(block.getLastColumn(), lackingColumns);
	// Before the write: a format that could not be set leaves the cells as they were.
	if (formats.length > 0)
		block.setNumberFormats(Array.from({ length: block.getNumRows() }, () => formats.slice(0, block.getNumColumns())));
	const line = (first: Content): Content[] =>
		Array.from({ length: block.getNumColumns() }, (_, column) => (column === 0 ? first : ''));
	writeBlock(
		block,
		Array.from({ length: block.getNumRows() }, (_, row) => line(row === 0 ? formula : '')),
		null,
	);
}
