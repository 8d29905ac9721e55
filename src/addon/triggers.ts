/** The triggers that Google calls: opening, installing, an edit by hand. */

import type { Settings } from '../core/model/settings.ts';
import { mayTouchStages } from '../sheet/deal-sheet.ts';
import { asFailure } from '../sheet/failure.ts';
import { editorOf } from '../sheet/session-facts.ts';
import { type OurSheets, saveRevision } from '../sheet/settings-store.ts';
import { act, atOpening } from './doors.ts';
import { Execution } from './execution.ts';
import { refreshFormulas, refreshFormulasDaily } from './formula-revision.ts';
import { completeCell, incompleteFunction } from './formulas/formula-completion.ts';
import { addMenu } from './menu.ts';
import { recordEditedDeal } from './recording/edited-deal.ts';
import { A_LOOK, type Occasion, recordedPipeline } from './recording/history-recording.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Adds the menu before all else: in a file where the add-on has not been used yet, anything more would end the
 * execution. Where it is in use, a new day refreshes the formulas.
 * @param event Google's, whose `authMode` distinguishes the two
 */
export function onOpen(event: unknown): void {
	atOpening(addMenu);
	const mode = (event as { readonly authMode?: unknown } | null | undefined)?.authMode;
	if (mode === undefined || String(mode) === 'NONE') return;
	try {
		refreshFormulasDaily(new Execution(true));
	} catch (thrown) {
		// Nobody has asked for anything yet: the sidebar says what is wrong.
		console.error(asFailure(thrown).code);
	}
}

export function onInstall(): void {
	atOpening(addMenu);
}

/** @param event Google's edit event; anything else does nothing */
export function onEdit(event: unknown): void {
	const edit = readEdit(event);
	if (edit === null) return;
	act((execution) => {
		const { settings } = execution.document.stored;
		if (settings === null) return;
		refreshFormulasDaily(execution);
		const place = placeOf(edit, execution.document.stored.sheets, settings);
		if (!completesFormula(execution, edit, place, settings)) recordEdit(execution, edit, place, settings);
	});
}

interface Edit {
	readonly event: unknown;
	readonly range: Range;
	readonly hasValue: boolean;
}

function readEdit(event: unknown): Edit | null {
	const { range, value } = (event ?? {}) as { readonly range?: Partial<Range>; readonly value?: unknown };
	if (typeof range?.getNumRows !== 'function') return null;
	return { event, range: range as Range, hasValue: value !== undefined };
}

interface Place {
	readonly isDeals: boolean;
	readonly isStageList: boolean;
	readonly isLog: boolean;
	/** A value that was typed or chosen in a stage or an id. */
	readonly isStage: boolean;
}

function placeOf({ range, hasValue }: Edit, sheets: OurSheets, settings: Settings): Place {
	const sheetId = range.getSheet().getSheetId();
	const isDeals = sheetId === settings.dealSheetId;
	const isStage = hasValue && isDeals && mayTouchStages(range, settings);
	return { isDeals, isStageList: sheetId === sheets.stages, isLog: sheetId === sheets.history, isStage };
}

/** Sources differ on whether a typed formula comes with a value: with one it is asked for outside of stages and ids. */
function completesFormula(execution: Execution, { range }: Edit, { isStage }: Place, settings: Settings): boolean {
	const mayBeFormula = range.getNumRows() === 1 && range.getNumColumns() === 1 && !isStage;
	const formula = mayBeFormula && settings.completeFormulas ? range.getFormula() : '';
	const name = incompleteFunction(formula);
	if (name !== null) completeCell(execution, range, formula, name);
	return name !== null;
}

function recordEdit(execution: Execution, edit: Edit, place: Place, settings: Settings): void {
	if (place.isStageList || place.isLog) refreshFormulas(execution);
	if (!place.isDeals && !place.isStageList) return;
	const { document } = execution;
	const hasLog = document.stored.sheets.history !== undefined;
	if (!movesDeals(edit, place, settings)) saveRevision(execution.stamp);
	else {
		const occasion = place.isDeals ? occasionOf(edit, settings) : A_LOOK;
		document.readForEdit();
		const isLooking = hasLog && !(place.isDeals && isRecordedAlone(execution, edit.range, occasion));
		const lookAt = isLooking ? lookAfter(execution, occasion) : Number.NaN;
		saveRevision(execution.stamp, lookAt, hasLog ? document.timeZone.name : '');
	}
}

/** Whether the edit may move deals to another stage; one cell elsewhere in a deal does not. */
function movesDeals({ range, hasValue }: Edit, { isDeals, isStage }: Place, settings: Settings): boolean {
	return !isDeals || isStage || (!hasValue && mayTouchStages(range, settings));
}

function occasionOf({ event, range }: Edit, { recordEditor }: Settings): Occasion {
	const rows = { first: range.getRow(), last: range.getLastRow() };
	return { rows, by: recordEditor ? editorOf(event) : '' };
}

/** In a large file the edit of one row is recorded without looking at all others. */
function isRecordedAlone(execution: Execution, range: Range, { by }: Occasion): boolean {
	try {
		return range.getNumRows() === 1 && recordEditedDeal(execution, range.getSheet(), range.getRow(), by);
	} catch (thrown) {
		// The look at everything meets the same failure, and deals with it.
		console.error(`stage history: ${asFailure(thrown).code}`);
		return false;
	}
}

/** Problems of the table are reported in the sidebar, not on every edit. */
function lookAfter(execution: Execution, occasion: Occasion): number {
	try {
		return recordedPipeline(execution, occasion).lookAt;
	} catch (thrown) {
		console.error(`stage history: ${asFailure(thrown).code}`);
		return Number.NaN;
	}
}
