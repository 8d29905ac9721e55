/** The functions that the sidebar calls: check the request, do the work, answer in plain data. The types are in rpc-contract.ts. */

import type { Settings } from '../core/settings.ts';
import { readStageTable, stageTableRows } from '../core/stage-table.ts';
import { changeCells } from '../sheet/cell-changes.ts';
import { dealSheet, readDealTable } from '../sheet/deal-sheet.ts';
import { withDocumentLock } from '../sheet/document-lock.ts';
import { Failure } from '../sheet/failure.ts';
import { goToCell } from '../sheet/selection.ts';
import { forgetSettings, readRevision, saveRevision, saveSettings, settingsOf } from '../sheet/settings-store.ts';
import { readStageCells, writeStageCells } from '../sheet/stages-sheet.ts';
import { answer } from './errors.ts';
import { recordedPipeline } from './history-recording.ts';
import { openAnswer, readyState } from './open-answer.ts';
import { configuredPipeline, nowOf, stageListOf, stagesSheetOf } from './pipeline-source.ts';
import { checkAnswer, reapplyDropDown } from './problems.ts';
import { proposal } from './proposal.ts';
import { requireShape } from './request-shape.ts';
import type { Fix, FixAnswer, Rpc } from './rpc-contract.ts';
import { setUp } from './set-up.ts';
import { stagesOf } from './stage-drafts.ts';
import type { Visit } from './visit.ts';

export const sidebarOpen: Rpc['sidebarOpen'] = (request) =>
	answer((visit) => {
		requireShape('open', request);
		return openAnswer(visit, request.filter);
	});

export const sidebarPropose: Rpc['sidebarPropose'] = (request) =>
	answer((visit) => {
		requireShape('propose', request);
		const { sheetId, headerRow, stageColumn } = request;
		return proposal(visit, sheetId, { headerRow: headerRow === null || headerRow === 0 ? null : headerRow - 1, stageColumn });
	});

export const sidebarSetUp: Rpc['sidebarSetUp'] = (request) =>
	answer((visit) => {
		requireShape('setUp', request);
		setUp(visit, request);
		return openAnswer(visit, null);
	});

export const sidebarReport: Rpc['sidebarReport'] = (request) =>
	answer((visit) => {
		requireShape('report', request);
		return readyState(visit, recordedPipeline(visit), request.filter);
	});

export const sidebarRevision: Rpc['sidebarRevision'] = () => answer(() => readRevision());

export const sidebarCheck: Rpc['sidebarCheck'] = () => answer(check);

function check(visit: Visit): ReturnType<typeof checkAnswer> {
	return checkAnswer(visit, configuredPipeline(visit.document, nowOf(visit)));
}

export const sidebarFix: Rpc['sidebarFix'] = (request) =>
	answer((visit) => {
		requireShape('fix', request);
		return change(visit, request.fixes);
	});

export const sidebarUndo: Rpc['sidebarUndo'] = (request) =>
	answer((visit) => {
		requireShape('undo', request);
		return change(visit, request.undo);
	});

/** A strict rule would refuse the whole write when it puts an unlisted value back: it is lifted for the write and set again. */
function change(visit: Visit, fixes: readonly Fix[]): FixAnswer {
	const { document } = visit;
	const settings = settingsOf(document.stored);
	const sheet = dealSheet(document, settings);
	const done = withDocumentLock(() => {
		let isLifted = false;
		const lift = (): void => {
			isLifted = true;
			const { columns, headerRow } = readDealTable(document, settings);
			sheet
				.getRange(headerRow + 2, (columns.stage as number) + 1, Math.max(1, sheet.getMaxRows() - headerRow - 1), 1)
				.clearDataValidations();
		};
		try {
			return changeCells(sheet, fixes, settings.strictStages ? lift : null);
		} finally {
			if (isLifted) reapplyDropDown(visit);
		}
	});
	if (done.length > 0) saveRevision(visit.stamp);
	const undo = done.map(({ row, column, from, to }) => ({ row, column, from: to, to: from }));
	return { fixed: done.length, skipped: fixes.length - done.length, undo: done.length > 0 ? undo : null };
}

export const sidebarIgnore: Rpc['sidebarIgnore'] = (request) =>
	answer((visit) => {
		requireShape('ignore', request);
		const { stored } = visit.document;
		const settings = settingsOf(stored);
		const ids = new Set(settings.ignoredIssues);
		for (const id of request.ids) {
			if (request.isIgnored) ids.add(id);
			else ids.delete(id);
		}
		saveSettings(stored, { ...settings, ignoredIssues: [...ids] }, stored.sheets, stored.revision);
		visit.document.forget();
		return check(visit);
	});

export const sidebarGoTo: Rpc['sidebarGoTo'] = (request) =>
	answer((visit) => {
		requireShape('goTo', request);
		goToCell(dealSheet(visit.document, settingsOf(visit.document.stored)), request.row, request.column);
		return null;
	});

export const sidebarSaveSettings: Rpc['sidebarSaveSettings'] = (request) =>
	answer((visit) => {
		requireShape('saveSettings', request);
		const { document } = visit;
		const before = settingsOf(document.stored);
		const settings: Settings = { ...before, ...request.settings };
		if (settings.columns.stage === undefined) throw new Failure('stageColumnGone', { heading: '', sheet: settings.dealSheetName });
		saveSettings(document.stored, settings, document.stored.sheets, visit.stamp);
		document.forget();
		if (settings.strictStages !== before.strictStages) reapplyDropDown(visit);
		return openAnswer(visit, null);
	});

export const sidebarSaveStages: Rpc['sidebarSaveStages'] = (request) =>
	answer((visit) => {
		requireShape('saveStages', request);
		const sheet = stagesSheetOf(visit.document);
		withDocumentLock(() => {
			const stages = stagesOf(request.stages, readStageTable(readStageCells(sheet)).stages, visit.stamp, request.merges);
			stageListOf(stages);
			writeStageCells(sheet, stageTableRows(stages, visit.language));
		});
		saveRevision(visit.stamp);
		visit.document.forget();
		return openAnswer(visit, null);
	});

export const sidebarReapply: Rpc['sidebarReapply'] = () => answer((visit) => ({ cells: reapply(visit) }));

/** A refusal by Google is said in words of its own; nothing else failed. */
function reapply(visit: Visit): number {
	const { outcome, cells } = reapplyDropDown(visit);
	if (outcome !== 'applied') throw new Failure(outcome);
	return cells;
}

export const sidebarReset: Rpc['sidebarReset'] = () =>
	answer((visit) => {
		forgetSettings();
		visit.document.forget();
		return openAnswer(visit, null);
	});
