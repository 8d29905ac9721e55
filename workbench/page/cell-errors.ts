/** Shows the message behind an error cell while the pointer is on it or it is selected. */
import { cellPlace } from '../grid/cell-place.ts';
import type { Grid } from '../grid/create-grid.ts';
import { ErrorCard } from './error-card.ts';

export function showErrors(grid: Grid, errors: ReadonlyMap<string, string>, box: HTMLElement, title: string): void {
	const card = new ErrorCard(box, title);
	const { api } = grid;
	/** False when that cell has no error to show. */
	const show = (row: number, column: number): boolean => {
		const sheet = api.getActiveWorkbook()?.getActiveSheet();
		const message = errors.get(`${sheet?.getSheetId()}!${row},${column}`);
		const cell = sheet?.getSheet().getCellRaw(row, column);
		if (!sheet || message === undefined || !String(cell?.v ?? '').startsWith('#')) {
			return false;
		}
		const place = cellPlace(grid, row, column);
		if (place) {
			card.show(message, place);
		}
		return place !== null;
	};
	const showSelected = (): void => {
		const cell = api.getActiveWorkbook()?.getActiveCell();
		if (!cell || !show(cell.getRow(), cell.getColumn())) {
			card.hide();
		}
	};
	api.addEvent(api.Event.SelectionChanged, showSelected);
	api.addEvent(api.Event.CellHover, ({ row, column }) => {
		if (!show(row, column)) {
			showSelected();
		}
	});
	api.addEvent(api.Event.Scroll, () => card.hide());
	api.addEvent(api.Event.SheetEditStarted, () => card.hide());
	// Results are in the sheet only after this event's other listeners.
	api.getFormula().calculationResultApplied(() => setTimeout(showSelected));
}
