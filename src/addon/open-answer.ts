/** The sidebar's first answer: language, settings, stages, report and problem count in one, or the set-up proposal. */
import { buildReport } from '../core/build-report.ts';
import { isBlank } from '../core/cell.ts';
import type { ReportFilter } from '../core/funnel-report.ts';
import { METRICS } from '../core/metrics/index.ts';
import { functionName } from '../core/metrics/metric.ts';
import { FIRST_STAGE_SLOT, type Field } from '../core/opportunity.ts';
import { reportChoices } from '../core/report/report-choices.ts';
import type { Settings } from '../core/settings.ts';
import { readSample } from '../sheet/settings-stash.ts';
import { saveSettings } from '../sheet/settings-store.ts';
import { type Recorded, recordedPipeline } from './history-recording.ts';
import type { Configured } from './pipeline-source.ts';
import { problemsOf } from './problems.ts';
import { proposal } from './proposal.ts';
import type { Language, MetricHelp, OpenAnswer, ReadyState, StageDraft } from './rpc-contract.ts';
import { draftOf } from './stage-drafts.ts';
import type { Visit } from './visit.ts';

const ALL_TIME: ReportFilter = { period: null, cohort: 'created', columns: {} };

export function openAnswer(visit: Visit, filter: ReportFilter | null): OpenAnswer {
	const { language, locale, document } = visit;
	const hasSample = readSample(document.stored.properties) !== null;
	const shared = { language, locale, hasSample, metrics: METRICS.map((metric) => helpOf(metric, language)) };
	if (document.stored.state === 'none')
		return { ...shared, state: 'set-up', proposal: proposal(visit, null), settings: null, stages: [], ready: null };
	const configured = recordedPipeline(visit);
	return {
		...shared,
		state: 'ready',
		proposal: null,
		settings: rememberMoves(visit, configured),
		stages: draftsOf(configured),
		ready: readyState(visit, configured, filter ?? ALL_TIME),
	};
}

export function readyState(visit: Visit, configured: Recorded, filter: ReportFilter): ReadyState {
	const { timeZone, stored } = visit.document;
	const minutes = Math.floor((visit.now + timeZone.offsetAt(visit.now)) / 60_000) % 1440;
	const twoDigits = (value: number): string => String(value).padStart(2, '0');
	const { pipeline, settings } = configured;
	return {
		choices: reportChoices(pipeline, filter),
		report: buildReport(pipeline, filter, { winRateMode: settings.winRateMode }),
		problemCount: problemsOf(visit, configured).open.length,
		updatedAt: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`,
		revision: stored.revision,
		isBehind: configured.isBehind,
	};
}

function draftsOf({ pipeline }: Configured): StageDraft[] {
	const { counts } = pipeline.opportunities.stages();
	return pipeline.stages.all.map((stage, position) => draftOf(stage, counts[position + FIRST_STAGE_SLOT] as number));
}

/** Keeps the settings' names in step with a renamed sheet, moved headings and renamed columns that were found by their marks. */
function rememberMoves(visit: Visit, { settings, table }: Configured): Settings {
	const { stored } = visit.document;
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
		saveSettings(stored, now, stored.sheets, stored.revision);
	} catch {
		// Found again next time in the same way; a reader who may not save must still see the funnel.
	}
	return now;
}

function helpOf(metric: (typeof METRICS)[number], language: Language): MetricHelp {
	return {
		id: metric.id,
		name: functionName(metric.id),
		label: metric.label[language],
		summary: metric.summary[language],
		formula: metric.formula[language],
		denominator: metric.denominator[language],
		unit: metric.unit,
		modes: metric.modes.map((group) => group.map(({ word, meaning }) => ({ word, meaning: meaning[language] }))),
		stageNames: metric.stageNames,
		number: metric.number === null ? null : metric.number[language],
		reserved: [...metric.reserved],
	};
}
