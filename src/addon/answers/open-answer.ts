/** The sidebar's first answer: language, settings, stages, report and problem count in one, or the setup proposal. */

import { isBlank } from '../../core/cells/cell.ts';
import { METRICS } from '../../core/metrics/index.ts';
import { functionName } from '../../core/metrics/metric.ts';
import { type Field, slotOf } from '../../core/model/opportunity.ts';
import type { Settings } from '../../core/model/settings.ts';
import { DEFAULT_SETTINGS } from '../../core/model/settings-check.ts';
import { buildReport } from '../../core/report/build-report.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import { reportChoices } from '../../core/report/report-choices.ts';
import { reportGroups } from '../../core/report/report-groups.ts';
import { changeSettings } from '../../sheet/settings-change.ts';
import { readSample } from '../../sheet/settings-stash.ts';
import type { Language, StageDraft } from '../contract/answer.ts';
import type { MetricHelp, OpenAnswer, ReadyState } from '../contract/sheet-and-settings.ts';
import type { Execution } from '../execution.ts';
import { refreshFormulasDaily } from '../formula-revision.ts';
import type { Configured } from '../pipeline-source.ts';
import { type Recorded, recordedPipeline, recordingOf } from '../recording/history-recording.ts';
import { clockText } from './clock-text.ts';
import { problemsOf } from './problems.ts';
import { proposal } from './proposal.ts';
import { rememberedFilter } from './remembered-filter.ts';
import { draftOf } from './stage-drafts.ts';
import { openStatistics, statisticsState } from './statistics-answer.ts';

/** @param isOfStatistics the page was opened on statistics: a file that is set up is not asked for them each time */
export function openAnswer(execution: Execution, filter: ReportFilter | null, isOfStatistics = false): OpenAnswer {
	const { language, locale, document } = execution;
	const hasSample = readSample(document.stored.properties) !== null;
	const definitions = document.stored.settings ?? DEFAULT_SETTINGS;
	const metrics = METRICS.map((metric) => helpOf(metric, language, definitions));
	const shared = { language, locale, hasSample, metrics };
	const mayHold = isOfStatistics || document.stored.state === 'none';
	const counted = mayHold ? openStatistics(execution) : null;
	if (counted !== null) {
		const ready = statisticsState(execution, counted, filter);
		return { ...shared, state: 'ready', proposal: null, settings: null, stages: [], ready };
	}
	if (document.stored.state === 'none')
		return { ...shared, state: 'set-up', proposal: proposal(execution, null), settings: null, stages: [], ready: null };
	const configured = recordedPipeline(execution);
	refreshFormulasDaily(execution);
	return {
		...shared,
		state: 'ready',
		proposal: null,
		settings: rememberMoves(execution, configured),
		stages: draftsOf(configured),
		ready: readyState(execution, configured, filter ?? rememberedFilter(execution, configured.pipeline)),
	};
}

export function readyState(execution: Execution, configured: Recorded, filter: ReportFilter): ReadyState {
	const { stored } = execution.document;
	const { pipeline, settings } = configured;
	const choices = reportChoices(pipeline, filter);
	const offered = choices.filters.filter(({ values }) => values.length > 1);
	return {
		choices,
		groups: reportGroups(pipeline, filter, offered, settings.winRateMode),
		report: buildReport(pipeline, filter, { winRateMode: settings.winRateMode }),
		problemCount: problemsOf(execution, configured).open.length,
		updatedAt: clockText(execution),
		revision: stored.revision,
		recording: recordingOf(pipeline.opportunities, configured.log !== null, configured.isBehind),
		isCounted: false,
	};
}

function draftsOf({ pipeline }: Configured): StageDraft[] {
	const { counts } = pipeline.opportunities.stages();
	return pipeline.stages.all.map((stage, position) => draftOf(stage, counts[slotOf(position)] as number));
}

/**
 * Keeps the settings' names in step with a renamed sheet, moved headings and renamed columns that were found by their
 * marks.
 */
function rememberMoves(execution: Execution, { settings, table }: Configured): Settings {
	const { document } = execution;
	const { stored } = document;
	const headings = table.grid[table.headerRow] ?? [];
	const columns = { ...settings.columns };
	for (const [field, column] of Object.entries(table.columns) as [Field, number][]) {
		const heading = String(headings[column] ?? '');
		// A heading that is blank for now names no column: the one that was known still may.
		if (settings.columns[field] !== '' && !isBlank(heading)) columns[field] = heading;
	}
	const now: Settings = {
		...settings,
		dealSheetId: table.sheet.getSheetId(),
		dealSheetName: table.sheet.getSheetName(),
		headerRow: table.headerRow + 1,
		columns,
	};
	if (stored.state !== 'good' || JSON.stringify(now) === JSON.stringify(settings)) return settings;
	try {
		const { dealSheetId, dealSheetName, headerRow } = now;
		const seen = JSON.stringify([settings.dealSheetId, settings.dealSheetName, settings.headerRow, settings.columns]);
		return changeSettings(document, null, (latest) => {
			const { columns: others } = latest;
			// A table that somebody chose in the meantime counts.
			return seen === JSON.stringify([latest.dealSheetId, latest.dealSheetName, latest.headerRow, others])
				? { dealSheetId, dealSheetName, headerRow, columns }
				: {};
		}).now;
	} catch {
		// Found again next time in the same way; a reader who may not save must still see the funnel.
	}
	return now;
}

function helpOf(metric: (typeof METRICS)[number], language: Language, settings: Settings): MetricHelp {
	return {
		id: metric.id,
		name: functionName(metric.id),
		label: metric.label[language],
		summary: metric.summary[language],
		formula: metric.formula[language],
		denominator: metric.denominator[language],
		unit: metric.unit,
		modes: metric.modes.map((group) => group.map(({ word, meaning }) => ({ word, meaning: meaning[language] }))),
		definedMode: metric.defaultMode?.(settings) ?? '',
		stageNames: metric.stageNames,
		number: metric.number === null ? null : metric.number[language],
		reserved: [...metric.reserved],
	};
}
