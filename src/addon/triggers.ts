/** What Google calls by itself: opening, installing, an edit by hand. */
import { saveRevision } from '../sheet/settings-store.ts';
import { act } from './errors.ts';
import { completeCell, incompleteFunction } from './formula-completion.ts';
import { recordedPipeline } from './history-recording.ts';
import { addMenu } from './menu.ts';

/** Only the menu: in a file where the add-on was not used yet, anything else would end it. */
export function onOpen(): void {
	addMenu();
}

export function onInstall(): void {
	onOpen();
}

/** @param event Google's edit event; anything else does nothing */
export function onEdit(event: unknown): void {
	const edited = (event as Partial<GoogleAppsScript.Events.SheetsOnEdit> | null | undefined)?.range;
	if (typeof edited?.getNumRows !== 'function') return;
	act((visit) => {
		const { settings, sheets } = visit.document.stored;
		if (settings === null) return;
		const isSingle = edited.getNumRows() === 1 && edited.getNumColumns() === 1;
		const formula = isSingle && settings.completeFormulas ? edited.getFormula() : '';
		const name = incompleteFunction(formula);
		if (name !== null) return completeCell(visit, edited, formula, name);
		const sheetId = edited.getSheet().getSheetId();
		if (sheetId !== settings.dealSheetId && sheetId !== sheets.stages) return;
		saveRevision(visit.stamp);
		if (sheets.history !== undefined) recordedPipeline(visit, 'edit');
	});
}
