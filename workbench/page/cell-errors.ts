/** Shows the message behind an error cell when it is selected or under the pointer. */
import type { Grid } from '../grid/create-grid.ts';
import { ErrorCard } from './error-card.ts';

export function showErrors(grid: Grid, errors: ReadonlyMap<string, string>, box: HTMLElement, title: string): void {
	const card = new ErrorCard(box, title);
	const { api } = grid;
	const show = (row: number, column: number): void => {
		const sheet = api.getActiveWorkbook()?.getActiveSheet();
		const message = errors.get(`${sheet?.getSheetId()}!${row},${column}`);
		const range = sheet?.getRange(row, column);
		if (!range || message === undefined || !String(range.getRawValue() ?? '').startsWith('#')) {
			card.hide();
			return;
		}
		const place = range.getCellRect();
		card.show(message, place);
	};
	api.addEvent(api.Event.SelectionChanged, ({ selections }) => {
		const range = selections[0];
		range ? show(range.startRow, range.startColumn) : card.hide();
	});
	api.addEvent(api.Event.CellHover, ({ row, column }) => show(row, column));
	api.addEvent(api.Event.Scroll, () => card.hide());
	api.addEvent(api.Event.SheetEditStarted, () => card.hide());
	api.getFormula().calculationResultApplied(() => {
		const active = api.getActiveWorkbook()?.getActiveRange();
		if (active) {
			show(active.getRow(), active.getColumn());
		}
	});
}
