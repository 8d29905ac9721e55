/** Sample data: three sheets with settings of their own beside the user's, and the way back. */

import type { Cell, Grid } from '../../core/cells/cell.ts';
import { parseDateText } from '../../core/cells/date-text.ts';
import { LOG_HEADINGS, type StageEvent } from '../../core/history/stage-log.ts';
import { DEFAULT_SETTINGS } from '../../core/model/settings-check.ts';
import type { Stage } from '../../core/model/stage.ts';
import { SAMPLE_FIELDS, type SampleDeals, sampleDeals } from '../../core/samples/sample-deals.ts';
import { stageTableRows } from '../../core/stage-list/stage-table.ts';
import { DAY_MS } from '../../core/time/calendar-day.ts';
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { applyDropDown } from '../../sheet/drop-down.ts';
import { Failure } from '../../sheet/failure.ts';
import { filledSheet, writeTable } from '../../sheet/new-sheet.ts';
import { forgetSample, readSample, restoreSettings, stashSettings } from '../../sheet/settings-stash.ts';
import { saveSettings } from '../../sheet/settings-store.ts';
import { type MadeSheet, takeAway } from '../../sheet/sheets.ts';
import { createHistorySheet } from '../../sheet/stage-history-sheet.ts';
import { createStagesSheet, stageNameCells } from '../../sheet/stages-sheet.ts';
import { removeSample } from '../actions/sample-removal.ts';
import { openAnswer } from '../answers/open-answer.ts';
import type { RpcDeals } from '../contract/deals.ts';
import { answer } from '../doors.ts';
import type { Execution } from '../execution.ts';
import { GENERAL } from '../formulas/number-formats.ts';
import { instantOf } from '../pipeline-source.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const sidebarTrySample: RpcDeals['sidebarTrySample'] = () =>
	answer((execution) => {
		const { document } = execution;
		const { state, properties } = document.stored;
		if (state === 'damaged') throw new Failure('settingsDamaged');
		if (state === 'newer') throw new Failure('settingsNewer');
		if (readSample(properties) === null)
			withDocumentLock(() => {
				// What others have saved meanwhile is what is put aside; a sample that they made is there already.
				document.forget();
				if (readSample(document.stored.properties) === null) makeSample(execution);
			});
		document.forget();
		return openAnswer(execution, null);
	});

/** Three sheets and the settings, or nothing. */
function makeSample(execution: Execution): void {
	const { document, language } = execution;
	const { stored, spreadsheet } = document;
	const sample = sampleDeals(instantOf(document, execution.now).asOfDay, language);
	const made: (() => void)[] = [];
	const add = (one: MadeSheet): Sheet => {
		made.unshift(() => takeAway(one));
		document.forget();
		return one.sheet;
	};
	let isStashed = false;
	try {
		const list = stageTableRows(sample.stages, language);
		const stages = add({
			sheet: createStagesSheet(spreadsheet, document.sheets, execution.say('sheet.sampleStages'), list),
			contents: list,
		});
		const history = add(
			createHistorySheet(
				spreadsheet,
				document.sheets,
				execution.say('sheet.sampleHistory'),
				LOG_HEADINGS[language],
				eventsOf(execution, sample),
				document.timeZone,
			),
		);
		const rows = dealRows(execution, sample);
		const deals = add({
			sheet: filledSheet(document, execution.say('sheet.sample'), rows, (sheet) =>
				fillDeals(execution, sheet, stages, rows),
			),
			contents: rows,
		});
		const ids = { deals: deals.getSheetId(), stages: stages.getSheetId(), history: history.getSheetId() };
		const [headings = []] = sample.rows as string[][];
		isStashed = true;
		stashSettings(stored.properties, ids);
		const { theme, language: chosen } = stored.settings ?? DEFAULT_SETTINGS;
		const columns = Object.fromEntries(SAMPLE_FIELDS.map((field, column) => [field, headings[column] as string]));
		const settings = {
			...DEFAULT_SETTINGS,
			theme,
			language: chosen,
			dealSheetId: ids.deals,
			dealSheetName: deals.getSheetName(),
			columns,
		};
		saveSettings(stored, settings, { stages: ids.stages, history: ids.history }, execution.stamp);
	} catch (thrown) {
		for (const undo of [() => isStashed && restoreSettings(), forgetSample, ...made]) {
			try {
				undo();
			} catch {
				// The first failure is the one to report; what can still be taken back is taken back.
			}
		}
		throw thrown;
	}
}

function dealRows(execution: Execution, { rows }: SampleDeals): Grid {
	return rows.map((row, at) => (at === 0 ? row : row.map((cell, column) => dayCell(execution, cell, column))));
}

function fillDeals(execution: Execution, sheet: Sheet, stages: Sheet, rows: Grid): void {
	writeTable(
		sheet,
		rows,
		rows.map((_, at) => SAMPLE_FIELDS.map((field) => (at > 0 && SAMPLE_DATES.has(field) ? 'yyyy-mm-dd' : GENERAL))),
	);
	const help = execution.say('dropDown.help', { sheet: stages.getSheetName() });
	const names = stageNameCells(stages, stageTableRows([], execution.language));
	applyDropDown(sheet, names, SAMPLE_FIELDS.indexOf('stage'), 0, false, help);
}

const SAMPLE_DATES: ReadonlySet<string> = new Set(['created', 'expectedClose', 'closed']);

/** A day as the date that it is in the file's zone: whether a text becomes one depends on the file's locale. */
function dayCell({ document }: Execution, cell: Cell, column: number): Cell {
	const field = SAMPLE_FIELDS[column];
	const day = field !== undefined && SAMPLE_DATES.has(field) ? parseDateText(String(cell))?.day : undefined;
	return day === undefined ? cell : new Date(document.timeZone.instantOf(day * DAY_MS));
}

function eventsOf({ document }: Execution, { stages, moves }: SampleDeals): StageEvent[] {
	let last = '';
	let sequence = 0;
	return moves.map(({ dealId, from, to, day }) => {
		sequence = dealId === last ? sequence + 1 : 1;
		last = dealId;
		const [before, after] = [stages[from], stages[to] as Stage];
		const observedAt = document.timeZone.instantOf(day * DAY_MS + DAY_MS / 2);
		const names = { from: before?.name ?? '', fromId: before?.id ?? '', to: after.name, toId: after.id };
		return {
			dealId,
			sequence,
			...names,
			notBefore: Number.NaN,
			observedAt,
			by: '',
			source: 'import',
			table: '',
			expectedClose: '',
		};
	});
}

export const sidebarRemoveSample: RpcDeals['sidebarRemoveSample'] = () =>
	answer((execution) => {
		removeSample(execution);
		return openAnswer(execution, null);
	});
