/**
 * The functions that the sidebar calls: check the request, do the work, answer in plain data. The types are in
 * contract/rpc.ts.
 */

import { readStageTable } from '../../core/stage-list/stage-table.ts';
import { changeCells } from '../../sheet/cell-changes.ts';
import { dealSheet, readDealTable } from '../../sheet/deal-sheet.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { liftDropDown } from '../../sheet/drop-down.ts';
import { Failure } from '../../sheet/failure.ts';
import { goToCell } from '../../sheet/selection.ts';
import { changeSettings } from '../../sheet/settings-change.ts';
import { forgetSettings, readRevision, saveRevision, settingsOf } from '../../sheet/settings-store.ts';
import { readStageCells, writeStageCells } from '../../sheet/stages-sheet.ts';
import { setUp } from '../actions/set-up.ts';
import { matchStageColors, removeStageColors } from '../actions/stage-colors.ts';
import { addStageColumn } from '../actions/stage-column.ts';
import { plannedStageRows } from '../actions/stage-writing.ts';
import { requireSame, requireSameStages } from '../actions/stale-page.ts';
import { startTemplate } from '../actions/template-start.ts';
import { withIgnored } from '../answers/ignored-problems.ts';
import { openAnswer, readyState } from '../answers/open-answer.ts';
import { checkAnswer, reapplyDropDown } from '../answers/problems.ts';
import { proposal } from '../answers/proposal.ts';
import { forgetFilter, rememberFilter } from '../answers/remembered-filter.ts';
import { stagesOf } from '../answers/stage-drafts.ts';
import { requireShape } from '../contract/request-shape.ts';
import type { Rpc } from '../contract/rpc.ts';
import type { Fix, FixAnswer } from '../contract/sheet-and-settings.ts';
import { answer } from '../doors.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulas } from '../formula-revision.ts';
import { quotedSheet } from '../formulas/live-formula.ts';
import { configuredPipeline, formerNamesIn, nowOf, stagesSheetOf } from '../pipeline-source.ts';
import { recordedPipeline } from '../recording/history-recording.ts';

export const sidebarOpen: Rpc['sidebarOpen'] = (request) =>
	answer((execution) => {
		requireShape('open', request);
		return openAnswer(execution, request.filter, request.isOfStatistics === true);
	});

export const sidebarPropose: Rpc['sidebarPropose'] = (request) =>
	answer((execution) => {
		requireShape('propose', request);
		const { sheetId, headerRow, stageColumn } = request;
		return proposal(execution, sheetId, {
			headerRow: headerRow === null || headerRow === 0 ? null : headerRow - 1,
			stageColumn,
		});
	});

export const sidebarAddStages: Rpc['sidebarAddStages'] = (request) =>
	answer((execution) => {
		requireShape('addStages', request);
		addStageColumn(execution, request.sheetId, request.headerRow);
		return proposal(execution, request.sheetId, { headerRow: request.headerRow - 1 });
	});

export const sidebarSetUp: Rpc['sidebarSetUp'] = (request) =>
	answer((execution) => {
		requireShape('setUp', request);
		setUp(execution, request);
		forgetFilter(execution);
		return openAnswer(execution, null);
	});

export const sidebarStartTemplate: Rpc['sidebarStartTemplate'] = (request) =>
	answer((execution) => {
		requireShape('startTemplate', request);
		startTemplate(execution, request.sheetId, request.template);
		return openAnswer(execution, null);
	});

export const sidebarReport: Rpc['sidebarReport'] = (request) =>
	answer((execution) => {
		requireShape('report', request);
		if (request.chosenAt !== undefined) rememberFilter(execution, request.filter, request.chosenAt);
		return readyState(execution, recordedPipeline(execution), request.filter);
	});

export const sidebarRevision: Rpc['sidebarRevision'] = () => answer(() => readRevision());

export const sidebarCheck: Rpc['sidebarCheck'] = () => answer(check);

function check(execution: Execution): ReturnType<typeof checkAnswer> {
	return checkAnswer(execution, configuredPipeline(execution.document, nowOf(execution)));
}

export const sidebarFix: Rpc['sidebarFix'] = (request) =>
	answer((execution) => {
		requireShape('fix', request);
		return change(execution, request.fixes);
	});

export const sidebarUndo: Rpc['sidebarUndo'] = (request) =>
	answer((execution) => {
		requireShape('undo', request);
		return change(execution, request.undo);
	});

/**
 * A strict rule would refuse the whole write when it puts an unlisted value back: it is lifted for the write and set
 * again.
 */
function change(execution: Execution, fixes: readonly Fix[]): FixAnswer {
	const { document } = execution;
	const settings = settingsOf(document.stored);
	const sheet = dealSheet(document, settings);
	const { made: done, formulaCell } = withDocumentLock(() => {
		let isLifted = false;
		const lift = (): void => {
			isLifted = true;
			const { columns, headerRow } = readDealTable(document, settings);
			liftDropDown(sheet, columns.stage as number, headerRow);
		};
		try {
			return changeCells(sheet, fixes, settings.strictStages ? lift : null);
		} finally {
			if (isLifted) reapplyDropDown(execution);
		}
	});
	if (done.length > 0) saveRevision(execution.stamp);
	const undo = done.map(({ row, column, from, to }) => ({ row, column, from: to, to: from }));
	const skipped = fixes.length - done.length;
	const source = formulaCell === '' ? '' : `${quotedSheet(sheet.getSheetName())}!${formulaCell}`;
	return { fixed: done.length, skipped, formulaCell: source, undo: done.length > 0 ? undo : null };
}

export const sidebarIgnore: Rpc['sidebarIgnore'] = (request) =>
	answer((execution) => {
		requireShape('ignore', request);
		changeSettings(execution.document, null, ({ ignoredIssues }) => ({
			ignoredIssues: withIgnored(ignoredIssues, request.ids, request.isIgnored),
		}));
		return check(execution);
	});

export const sidebarGoTo: Rpc['sidebarGoTo'] = (request) =>
	answer((execution) => {
		requireShape('goTo', request);
		const { document } = execution;
		const sheet =
			request.isInStages === true ? stagesSheetOf(document) : dealSheet(document, settingsOf(document.stored));
		goToCell(sheet, request.row, request.column);
		return null;
	});

export const sidebarSaveSettings: Rpc['sidebarSaveSettings'] = (request) =>
	answer((execution) => {
		requireShape('saveSettings', request);
		const { document } = execution;
		const { before, now } = changeSettings(document, execution.stamp, (settings) => {
			requireSame(settings, request.before ?? {});
			const { columns = settings.columns } = request.settings;
			if (columns.stage === undefined)
				throw new Failure('stageColumnGone', { heading: '', sheet: settings.dealSheetName });
			return request.settings;
		});
		if (JSON.stringify(now) !== JSON.stringify(before)) refreshFormulas(execution);
		if (now.strictStages !== before.strictStages) reapplyDropDown(execution);
		if (now.stageColors !== before.stageColors || now.columns !== before.columns) matchStageColors(execution);
		return openAnswer(execution, null);
	});

export const sidebarSaveStages: Rpc['sidebarSaveStages'] = (request) =>
	answer((execution) => {
		requireShape('saveStages', request);
		const sheet = stagesSheetOf(execution.document);
		withDocumentLock(() => {
			const former = readStageCells(sheet);
			const { stages: before } = readStageTable(former, formerNamesIn(execution.document));
			requireSameStages(before, request.before);
			const stages = stagesOf(request.stages, before, execution.stamp, request.merges);
			const { cells, columns } = plannedStageRows(execution, former, stages);
			writeStageCells(sheet, former, cells, columns);
			refreshFormulas(execution);
		});
		saveRevision(execution.stamp);
		execution.document.forget();
		matchStageColors(execution);
		return openAnswer(execution, null);
	});

export const sidebarReapply: Rpc['sidebarReapply'] = () => answer((execution) => ({ cells: reapply(execution) }));

/** A refusal by Google has a message of its own, because nothing else failed. */
function reapply(execution: Execution): number {
	const { outcome, cells } = reapplyDropDown(execution);
	if (outcome !== 'applied') throw new Failure('dropDownRefused');
	return cells;
}

export const sidebarReset: Rpc['sidebarReset'] = () =>
	answer((execution) => {
		removeStageColors(execution);
		withDocumentLock(forgetSettings);
		execution.document.forget();
		refreshFormulas(execution);
		return openAnswer(execution, null);
	});
