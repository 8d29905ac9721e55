/** What Google calls by itself: opening, installing, an edit by hand. */

import { mayTouchStages } from '../sheet/deal-sheet.ts';
import { asFailure } from '../sheet/failure.ts';
import { editorOf } from '../sheet/session-facts.ts';
import { saveRevision } from '../sheet/settings-store.ts';
import { act } from './doors.ts';
import type { Execution } from './execution.ts';
import { completeCell, incompleteFunction } from './formulas/formula-completion.ts';
import { addMenu } from './menu.ts';
import { A_LOOK, type Occasion, recordedPipeline } from './recording/history-recording.ts';

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
	const hasValue = (event as { readonly value?: unknown }).value !== undefined;
	act((execution) => {
		const { settings, sheets } = execution.document.stored;
		if (settings === null) return;
		const sheetId = edited.getSheet().getSheetId();
		const isDeals = sheetId === settings.dealSheetId;
		// Sources differ on whether a typed formula comes with a value: with one it is asked for outside of stages and ids.
		const isStage = hasValue && isDeals && mayTouchStages(edited, settings);
		const mayBeFormula = edited.getNumRows() === 1 && edited.getNumColumns() === 1 && !isStage;
		const formula = mayBeFormula && settings.completeFormulas ? edited.getFormula() : '';
		const name = incompleteFunction(formula);
		if (name !== null) return completeCell(execution, edited, formula, name);
		if (!isDeals && sheetId !== sheets.stages) return;
		// What stands elsewhere in a deal moves it to no other stage.
		if (isDeals && !isStage && (hasValue || !mayTouchStages(edited, settings))) return saveRevision(execution.stamp);
		const rows = { first: edited.getRow(), last: edited.getLastRow() };
		const by = isDeals && settings.recordEditor ? editorOf(event) : '';
		execution.document.readForEdit();
		const lookAt = sheets.history === undefined ? Number.NaN : lookAfter(execution, isDeals ? { rows, by } : A_LOOK);
		saveRevision(execution.stamp, lookAt, sheets.history === undefined ? '' : execution.document.timeZone.name);
	});
}

/** What is wrong with the table is said in the sidebar, not at every edit. */
function lookAfter(execution: Execution, occasion: Occasion): number {
	try {
		return recordedPipeline(execution, occasion).lookAt;
	} catch (thrown) {
		console.error(`stage history: ${asFailure(thrown).code}`);
		return Number.NaN;
	}
}
