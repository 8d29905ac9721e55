/**
 * What the report sheet holds and where: one rectangle of cells, the places of its charts. Text in, cells out; not
 * here: writing them (sheet/report-tab.ts).
 */

import type { Cell } from '../../core/cells/cell.ts';
import { shortestWords } from '../../core/formula/shortest-words.ts';
import { spelled } from '../../core/formula/spelling.ts';
import { metricById } from '../../core/metrics/index.ts';
import { functionName, type MetricDefinition } from '../../core/metrics/metric.ts';
import type { Unit } from '../../core/model/metric-result.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import { readPeriod } from '../../core/statistics/period.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import { type Content, OwnFormula } from '../../sheet/cell-writing.ts';
import type { ReportCells } from '../../sheet/report-tab.ts';
import { CellError } from '../doors.ts';
import type { Execution } from '../execution.ts';
import { type MetricCells, metricCells } from '../formulas/custom-functions.ts';
import { revisionReference } from '../formulas/formula-completion.ts';
import { formulaText } from '../formulas/formula-text.ts';
import { liveRangeOf } from '../formulas/live-range.ts';
import { GENERAL, numberFormat, onlyCurrency } from '../formulas/number-formats.ts';
import type { Configured } from '../pipeline-source.ts';

const WIDTH = 14;
const CHART_ROWS = 17;
/** Of the trend. */
const MONTHS = 12;
/** Columns that each of the four figures takes. */
const FIGURE_WIDTH = 3;
/** Free rows under a table of formulas whose length can grow. */
const SPARE_ROWS = 3;

/**
 * Puts tables under each other. Values and formulas come from the same calls, so that both forms have the same shape.
 */
class Layout {
	readonly values: Content[][] = [];
	readonly formats: string[][] = [];
	readonly bold: number[] = [];
	readonly heads: number[] = [];
	/** Rows of large figures. */
	readonly large: number[] = [];

	constructor(
		private readonly ask: (definition: MetricDefinition, words: readonly (string | number)[]) => MetricCells,
		private readonly currency: string,
		private readonly formula: ((definition: MetricDefinition, words: readonly (string | number)[]) => string) | null,
	) {}

	rows(count: number): number {
		const first = this.values.length;
		for (let i = 0; i < count; i++) {
			this.values.push(Array.from({ length: WIDTH }, () => ''));
			this.formats.push(Array.from({ length: WIDTH }, () => GENERAL));
		}
		return first;
	}

	heading(text: string): void {
		const row = this.rows(1);
		this.put(row, 0, text);
		this.bold.push(row);
	}

	/** The row of a table's column names. */
	head(row: number): void {
		this.bold.push(row);
		this.heads.push(row);
	}

	put(row: number, column: number, cell: Cell): void {
		(this.values[row] as Content[])[column] = cell;
	}

	format(row: number, column: number, unit: Unit | undefined): void {
		(this.formats[row] as string[])[column] = numberFormat(unit, this.currency);
	}

	/** @returns rows of the answer. */
	table(row: number, column: number, id: string, words: readonly (string | number)[]): Cell[][] {
		const definition = metricById(id) as MetricDefinition;
		let grid: Cell[][];
		let units: readonly Unit[] = [];
		let isMisuse = false;
		try {
			const { cells, units: found } = this.ask(definition, words);
			grid = Array.isArray(cells) ? cells : [[cells]];
			units = found;
		} catch (thrown) {
			if (!(thrown instanceof CellError)) throw thrown;
			// A column that this table does not have leaves its sentence in the table's place.
			grid = [[thrown.message]];
			isMisuse = true;
		}
		if (row + grid.length > this.values.length) this.rows(row + grid.length - this.values.length);
		grid.forEach((line, r) => {
			line.forEach((cell, c) => {
				if (this.formula === null || isMisuse) this.put(row + r, column + c, cell);
				this.format(row + r, column + c, units[c]);
			});
		});
		if (this.formula !== null && !isMisuse)
			(this.values[row] as Content[])[column] = new OwnFormula(this.formula(definition, words));
		return grid;
	}
}

/** First day of the twelve months that end with the month of a day. */
function firstOfMonths(last: number): string {
	const period = readPeriod(`last ${MONTHS} months`, last);
	return dayText(period?.first ?? last);
}

export function reportCells(
	execution: Execution,
	configured: Configured,
	filter: ReportFilter,
	isLive: boolean,
): ReportCells {
	const { pipeline, settings, table } = configured;
	const range = liveRangeOf(configured).text;
	const revision = isLive ? revisionReference(execution) : [];
	const layout = new Layout(
		(definition, words) => metricCells(execution, definition, words, pipeline),
		onlyCurrency(pipeline),
		isLive
			? (definition, words) =>
					formulaText(
						{
							name: functionName(definition.id),
							range,
							words: shortestWords(definition, pipeline, words),
							revision,
						},
						execution.document.locale,
					)
			: null,
	);
	const columns = Object.entries(filter.columns).flatMap(([heading, value]) => [spelled('column', heading), value]);
	const period = filter.period === null ? null : readPeriod(filter.period, pipeline.asOfDay);
	// Spelled out, because a column may be headed like a word of the language.
	const word = (name: string): string => spelled('word', name);
	const words =
		filter.period === null ? columns : [word('period'), filter.period, word('cohort'), filter.cohort, ...columns];
	const last = Math.min(period?.last ?? pipeline.asOfDay, pipeline.asOfDay);
	const months = period === null ? `last ${MONTHS} months` : `${firstOfMonths(last)}..${dayText(last)}`;
	const label = (id: string): string => (metricById(id) as MetricDefinition).label[execution.language];

	layout.heading(execution.say('sheet.report'));
	const chosen = [filter.period ?? execution.say('report.allTime'), ...Object.values(filter.columns)].join(' · ');
	const top = layout.rows(3);
	layout.put(
		top,
		0,
		execution.say('report.of', { sheet: table.sheet.getSheetName(), period: chosen, date: dayText(pipeline.asOfDay) }),
	);
	layout.put(top + 1, 0, execution.say('report.note'));

	// Four large figures, each with its name above and what it counts below.
	const figures = layout.rows(4);
	layout.large.push(figures + 1);
	const { winRateMode } = settings;
	[
		{ id: 'winRate', asked: [word(winRateMode), ...words], basis: execution.say(`report.basis.${winRateMode}`) },
		...(['salesVelocity', 'averageDealSize', 'salesCycle'] as const).map((id) => ({
			id,
			asked: words,
			basis: execution.say(`report.basis.${id}`),
		})),
	].forEach(({ id, asked, basis }, at) => {
		layout.put(figures, at * FIGURE_WIDTH, label(id));
		layout.table(figures + 1, at * FIGURE_WIDTH, id, asked);
		layout.put(figures + 2, at * FIGURE_WIDTH, basis);
	});

	layout.heading(execution.say('report.funnel'));
	const funnel = layout.values.length;
	layout.table(funnel, 0, 'funnel', words);
	layout.head(funnel);
	const steps = pipeline.stages.rankOf.reduce((end, rank, position) => (rank >= 0 ? position + 1 : end), 0);
	const funnelChart = layout.rows(CHART_ROWS);

	for (const field of ['owner', 'source'] as const) {
		const column = pipeline.opportunities.columns[field];
		const heading = column === undefined ? '' : (pipeline.opportunities.headings[column] ?? '');
		if (heading === '') continue;
		layout.heading(execution.say('report.by', { column: heading }));
		layout.head(layout.values.length);
		const by = [word(winRateMode), word('by'), spelled('column', heading), ...words];
		layout.table(layout.values.length, 0, 'winRate', by);
		layout.rows(SPARE_ROWS);
	}

	layout.heading(label('lossReasons'));
	layout.head(layout.values.length);
	layout.table(layout.values.length, 0, 'lossReasons', words);
	layout.rows(SPARE_ROWS);

	// The forecast has a period of its own, from today on.
	layout.heading(label('salesForecast'));
	layout.head(layout.values.length);
	layout.table(layout.values.length, 0, 'salesForecast', columns);
	layout.rows(SPARE_ROWS);

	// How sure the win rate is, and what was left out or assumed.
	layout.heading(execution.say('report.counted'));
	const counted = layout.values.length;
	const rates = layout.table(counted, 0, 'winRate', [word(winRateMode), ...words, word('detail')]);
	rates.forEach((_, row) => {
		layout.format(counted + row, 1, row < 3 ? 'ratio' : 'count');
	});
	layout.rows(1);

	layout.heading(execution.say('report.trend'));
	const trendChart = layout.rows(CHART_ROWS);
	const trend = layout.values.length;
	layout.head(trend);
	const closing = [
		word('closed'),
		...[word('by'), word('month'), word('cohort'), 'closed', word('period'), months],
		...columns,
	];
	// No spare rows at the end: a note of the user's directly below the last row is not ours to clear.
	const found = layout.table(trend, 0, 'winRate', closing);
	return {
		values: layout.values,
		formats: layout.formats,
		bold: layout.bold,
		heads: layout.heads,
		large: layout.large,
		charts: [
			{
				row: funnelChart,
				kind: 'stackedBars',
				title: execution.say('report.funnel'),
				first: funnel,
				rows: steps + 1,
				columns: [
					[0, 1],
					[2, 3],
				],
			},
			{
				row: trendChart,
				kind: 'columns',
				title: execution.say('report.trend'),
				first: trend,
				rows: found.length,
				columns: [[0, 2]],
			},
		],
	};
}
