/** A selected range as the grid engine wants it: the range, its first cell, and which of several is the current one. */
import type { IRange } from '@univerjs/core';
import type { ISelectionWithStyle } from '@univerjs/preset-sheets-core';

export function selectionOf(range: IRange, isPrimary: boolean): ISelectionWithStyle {
	const { startRow, startColumn } = range;
	const primary = {
		actualRow: startRow,
		actualColumn: startColumn,
		startRow,
		startColumn,
		endRow: startRow,
		endColumn: startColumn,
		isMerged: false,
		isMergedMainCell: false,
	};
	return { range, primary: isPrimary ? primary : null, style: null };
}
