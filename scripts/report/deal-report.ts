/** Builds the report as one plain object from the calls that the sidebar makes and the functions that cells use. */
import { basename } from 'node:path';
import type { Answer } from '../../src/addon/contract/answer.ts';
import type {
	CheckAnswer,
	MetricHelp,
	OpenAnswer,
	Problem,
	SetUpProposal,
} from '../../src/addon/contract/sheet-and-settings.ts';
import type { Field } from '../../src/core/model/opportunity.ts';
import type { FunnelReport } from '../../src/core/report/report.ts';
import { evaluateFormula, type FormulaResult } from '../../workbench/host/index.ts';
import { wallClockOf } from '../../workbench/host/zone.ts';
import { type Corrections, correctedChoice, correctedReading } from './corrections.ts';
import { historyAnswers } from './history-answers.ts';
import { HISTORY_SHEET, type OpenedBook } from './opened-book.ts';
import type { ReportOptions } from './options.ts';
import { ReportError } from './options-error.ts';

type Value = string | number | boolean | null;

/** The number that a metric returns, or why there is none. */
export interface MetricReport {
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly n: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly excluded: number | null;
	readonly assumed: number | null;
	readonly error?: string;
}

export interface DealReport {
	readonly sheet: string;
	readonly asOf: string;
	readonly rows: number;
	/** `unknown` counts deals with no stage or an unlisted one; `noStage` counts those of them with no stage. */
	readonly kinds: {
		readonly open: number;
		readonly won: number;
		readonly lost: number;
		readonly parked: number;
		readonly unknown: number;
		readonly noStage: number;
	};
	readonly stages: readonly Pick<
		FunnelReport['stages'][number],
		'name' | 'kind' | 'probability' | 'now' | 'reached' | 'amount' | 'conversion'
	>[];
	/** Stages found in the file whose kind only the user can decide; their deals count as unknown. */
	readonly unclassified: readonly string[];
	/** A table is an array of rows, the headings first. */
	readonly metrics: Readonly<Record<string, MetricReport | readonly (readonly Value[])[]>>;
	readonly columns: Readonly<Record<string, string>>;
	/** How certain each column is: `sure`, `likely`, `unsure`, or `told` when the command names it. */
	readonly confidence: Readonly<Record<string, string>>;
	/** Columns that are not certain: why each was chosen, and the heading of the runner-up; '' means none. */
	readonly unsure: readonly {
		readonly field: string;
		readonly heading: string;
		readonly by: string;
		readonly runnerUp: string;
	}[];
	/**
	 * Set when the deals have no stage column and take their stages from the last changes of the history: how many deals
	 * have a known stage.
	 */
	readonly lastChanges: { readonly known: number; readonly deals: number } | null;
	/**
	 * Neighboring open stages whose order has too little evidence or is contradicted, with the evidence for and against.
	 */
	readonly orderDoubts: SetUpProposal['orderDoubts'];
	readonly problems: readonly Pick<Problem, 'code' | 'severity' | 'cell' | 'value' | 'suggestion'>[];
	readonly formulas: readonly { readonly formula: string; readonly value: unknown; readonly error?: string }[];
}

/** The proposals to set up: `read` from the deals alone, `proposal` with the stages that a history adds. */
function proposalOf(
	ask: Ask,
	found: SetUpProposal,
	{ hasHistory, firstSheet }: OpenedBook,
	{ corrections, stages }: ReportOptions,
	fileName: string,
): { readonly read: SetUpProposal; readonly proposal: SetUpProposal } {
	// The file given with --history never holds the deals.
	const own =
		hasHistory && found.sheetName === HISTORY_SHEET
			? ask<SetUpProposal>('sidebarPropose', { sheetId: firstSheet, headerRow: null, stageColumn: null })
			: found;
	const read = readAgain(ask, own, corrections, fileName);
	// A history on the command line means that its stages are wanted.
	const proposal =
		read.stageOffer === null || !hasHistory
			? read
			: ask<SetUpProposal>('sidebarAddStages', { sheetId: read.sheetId, headerRow: read.headerRow });
	if (proposal.obstacle !== null) throw new ReportError(`${fileName}: ${proposal.obstacle}`);
	if (stages !== null && !proposal.stagesFromSheet)
		throw new ReportError(
			`${fileName}: no stage was found in the file of --stages; it needs the columns Name, Kind and Probability.`,
		);
	return { read, proposal };
}

/** Throws ReportError with one sentence when no funnel can be built from the file. */
export function dealReport(opened: OpenedBook, options: ReportOptions): DealReport {
	const { bundle } = opened;
	const { formulas, dealLines, corrections } = options;
	const fileName = basename(options.file);
	const ask: Ask = (name, ...args) => {
		const outcome = bundle.runFunction(name, args);
		if (!outcome.isOk) throw new ReportError(`${fileName}: ${outcome.message}`);
		const answer = outcome.value as Answer<never>;
		if (!answer.ok) throw new ReportError(`${fileName}: ${answer.text}`);
		return answer.data;
	};
	const { proposal: found, metrics } = ask<OpenAnswer>('sidebarOpen', { filter: null });
	if (found === null) throw new ReportError(`${fileName}: nothing to set up.`);
	const { read, proposal } = proposalOf(ask, found, opened, options, fileName);
	const { stageOffer } = read;
	const stages = proposal.stages.filter((stage) => stage.kind !== null);
	const { sheetId, headerRow, stageDates } = proposal;
	const choice = correctedChoice(proposal, corrections, fileName);
	const columns = new Map(Object.entries(choice.columns) as [Field, number][]);
	const request = { sheetId, headerRow, stageDates, stages, ...choice };
	let { ready } = ask<OpenAnswer>('sidebarSetUp', request);
	if (dealLines !== 'each') {
		if (!columns.has('id'))
			throw new ReportError(`${fileName}: --deal-lines needs a column of ids, and none was found.`);
		({ ready } = ask<OpenAnswer>('sidebarSaveSettings', { settings: { dealLines } }));
	}
	if (ready === null) throw new ReportError(`${fileName}: the set-up was not taken.`);
	const withHistory = opened.hasHistory ? historyAnswers(bundle.host) : null;
	const { report } = withHistory ?? ready;
	const check = withHistory?.check ?? ask<CheckAnswer>('sidebarCheck');
	const otherNames = new Map([['deals', sheetId]]);
	const evaluate = (formula: string): FormulaResult =>
		withHistory?.evaluate(formula) ?? evaluateFormula(bundle, formula, sheetId, otherNames);
	const { timeZone } = bundle.host.options;
	return {
		sheet: proposal.sheetName,
		asOf: report.asOf,
		rows: report.rows,
		kinds: { ...report.kinds, unknown: report.kinds.unknown + report.kinds.noStage },
		stages: report.stages.map(({ name, kind, probability, now, reached, amount, conversion }) => ({
			name,
			kind,
			probability,
			now,
			reached,
			amount,
			conversion,
		})),
		unclassified: proposal.stages.filter((stage) => stage.kind === null).map((stage) => stage.name),
		metrics: Object.fromEntries(
			metrics.map((metric) => [metric.id, metricReport(metric, evaluate, opened.hasHistory, timeZone)]),
		),
		columns: Object.fromEntries([...columns].map(([field, column]) => [field, proposal.headings[column] ?? ''])),
		confidence: Object.fromEntries(
			[...columns.keys()].map((field) => [
				field,
				corrections.columns.has(field) ? 'told' : confidenceOf(proposal, field),
			]),
		),
		lastChanges: proposal === read || stageOffer === null ? null : { known: stageOffer.known, deals: stageOffer.deals },
		unsure: unsureColumns(proposal, corrections),
		orderDoubts: proposal.orderDoubts,
		problems: problemsOf(check, proposal, evaluate),
		formulas: formulas.map((formula) => {
			const result = evaluate(formula);
			return 'error' in result
				? { formula, value: null, error: result.error }
				: { formula, value: plain(result.value, timeZone) };
		}),
	};
}

type Ask = <T>(name: string, ...args: unknown[]) => T;

/** Reads the sheet with the header row and the stage column that the command names. */
function readAgain(ask: Ask, found: SetUpProposal, corrections: Corrections, fileName: string): SetUpProposal {
	const { sheetId } = found;
	const { headerRow } = corrections;
	const at =
		headerRow === null ? found : ask<SetUpProposal>('sidebarPropose', { sheetId, headerRow, stageColumn: null });
	if (headerRow !== null && at.headings.every((heading) => heading === ''))
		throw new ReportError(`${fileName}: row ${headerRow} holds no headings.`);
	const reading = correctedReading(corrections, at.headings, fileName);
	return reading?.stageColumn == null ? at : ask<SetUpProposal>('sidebarPropose', { sheetId, ...reading });
}

function unsureColumns({ columns, headings }: SetUpProposal, corrections: Corrections): DealReport['unsure'] {
	return columns.flatMap(({ field, column, confidence, reason, runnerUp }) =>
		column === null || confidence === 'sure' || corrections.columns.has(field)
			? []
			: [
					{
						field,
						heading: headings[column] ?? '',
						by: reason ?? '',
						runnerUp: runnerUp === null ? '' : (headings[runnerUp] ?? ''),
					},
				],
	);
}

const confidenceOf = ({ columns }: SetUpProposal, field: Field): string =>
	columns.find((column) => column.field === field)?.confidence ?? 'none';

const MEASURE = ['value', 'low', 'high', 'n', 'numerator', 'denominator', 'excluded', 'assumed'] as const;

function metricReport(
	{ name, unit, stageNames, reserved }: MetricHelp,
	evaluate: (formula: string) => FormulaResult,
	hasHistory: boolean,
	timeZone: string,
): MetricReport | Value[][] {
	const history = hasHistory && reserved.includes('history') ? ['"history"', `${HISTORY_SHEET}!A:Z`] : [];
	const ask = (...words: readonly string[]): FormulaResult =>
		evaluate(`=${name}(${[...history, ...words].join(', ')})`);
	const nothing = Object.fromEntries(MEASURE.map((key) => [key, null])) as unknown as MetricReport;
	const detail = unit === 'table' || stageNames > 0 ? null : ask('"detail"');
	if (detail !== null && !('error' in detail)) {
		const rows = detail.value as unknown[][];
		return Object.fromEntries(
			MEASURE.map((key, at) => [key, typeof rows[at]?.[1] === 'number' ? rows[at]?.[1] : null]),
		) as unknown as MetricReport;
	}
	const result = ask();
	if ('error' in result) return { ...nothing, error: result.error };
	if (Array.isArray(result.value))
		return (result.value as unknown[][]).map((row) =>
			row.map((cell) => (cell === '' ? null : (plain(cell, timeZone) as Value))),
		);
	return { ...nothing, error: detail !== null && 'error' in detail ? detail.error : '' };
}

/** The sidebar lists only the first few hundred problems; the rest come from STAGE_CHECK, which lists all. */
function problemsOf(
	check: CheckAnswer,
	proposal: SetUpProposal,
	evaluate: (formula: string) => FormulaResult,
): DealReport['problems'] {
	const listed = check.problems.map(({ code, severity, cell, value, suggestion }) => ({
		code,
		severity,
		cell,
		value,
		suggestion,
	}));
	const total = check.counts.reduce((sum, { count }) => sum + count, 0);
	if (total <= listed.length) return listed;
	const result = evaluate('=STAGE_CHECK()');
	const rows = 'error' in result ? [] : (result.value as unknown[][]).slice(1);
	const byTitle = new Map(
		check.counts.flatMap((count) => [[count.title, count] as const, [count.code, count] as const]),
	);
	const sheet = (listed.find(({ cell }) => cell !== '')?.cell ?? `${proposal.sheetName}!`).replace(/![^!]*$/u, '!');
	const severities = new Set(['error', 'warning', 'info']);
	const all = rows.map(([, cell, problem, value, suggestion]) => {
		const known = byTitle.get(String(problem));
		const severity = severities.has(known?.severity ?? '') ? (known?.severity as Problem['severity']) : 'warning';
		return {
			code: known?.code ?? String(problem),
			severity,
			cell: cell === '' ? '' : `${sheet}${cell}`,
			value: String(value),
			suggestion: suggestion === '' ? null : String(suggestion),
		};
	});
	return all.length === total ? all : listed;
}

/** Dates as YYYY-MM-DD; blanks stay ''. */
function plain(value: unknown, timeZone: string): unknown {
	if (Array.isArray(value)) return value.map((part) => plain(part, timeZone));
	if (typeof value === 'object' && value !== null && 'getTime' in value)
		return new Date(wallClockOf((value as Date).getTime(), timeZone)).toISOString().slice(0, 10);
	return value;
}
