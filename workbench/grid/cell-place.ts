/** Where a cell of the sheet in view is on the screen, scrolling included. */
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/preset-sheets-core';
import type { Grid } from './create-grid.ts';

export interface CellPlace {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

const renderOf = (grid: Grid) =>
	grid.injector.get(IRenderManagerService).getRenderById(grid.api.getActiveWorkbook()?.getId() ?? '');

/** Where cells are drawn: the canvas without the headings of rows and columns; null when no book is open. */
export function cellsPlace(grid: Grid): CellPlace | null {
	const canvas = renderOf(grid)?.engine.getCanvasElement().getBoundingClientRect();
	const first = grid.api.getActiveWorkbook()?.getActiveSheet().getRange(0, 0).getCellRect();
	return canvas && first
		? { left: canvas.left + first.left, top: canvas.top + first.top, right: canvas.right, bottom: canvas.bottom }
		: null;
}

/**
 * 0-based row and column; null when no book is open. The engine's own rectangle is in the canvas of the unscrolled
 * sheet.
 */
export function cellPlace(grid: Grid, row: number, column: number): CellPlace | null {
	const book = grid.api.getActiveWorkbook();
	const sheet = book?.getActiveSheet();
	if (!book || !sheet) {
		return null;
	}
	const { left, top, width, height } = sheet.getRange(row, column).getCellRect();
	const render = renderOf(grid);
	const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
	const canvas = render?.engine.getCanvasElement().getBoundingClientRect();
	const freeze = sheet.getFreeze();
	const x = (canvas?.left ?? 0) + left - (column < freeze.xSplit ? 0 : (view?.viewportScrollX ?? 0));
	const y = (canvas?.top ?? 0) + top - (row < freeze.ySplit ? 0 : (view?.viewportScrollY ?? 0));
	return { left: x, top: y, right: x + width, bottom: y + height };
}
