/**
 * What the report sheet holds and where: one rectangle of cells, the places of its charts. Text in, cells out; not
 * here: writing them (sheet/report-tab.ts).
 */

import { shortestWords } from '../../core/formula/shortest-words.ts';
import { spelled } from '../../core/formula/spelling.ts';
import { metricById } from '../../core/metrics/index.ts';
import { functionName, type MetricDefinition } from '../../core/metrics/metric.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import { readPeriod } from '../../core/statistics/period.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import type { ReportCells } from '../../sheet/report-tab.ts';
import type { Execution } from '../execution.ts';
import { metricCells } from '../formulas/custom-functions.ts';
import { revisionReference } from '../formulas/formula-completion.ts';
import { formulaText } from '../formulas/formula-text.ts';
import { liveRangeOf } from '../formulas/live-range.ts';
import { onlyCurrency } from '../formulas/number-formats.ts';
import type { Configured } from '../pipeline-source.ts';
import { Layout } from './report-layout.ts';
import { stagesNow } from './report-stages.ts';

const CHART_ROWS = 17;
/** Of the trend. */
const MONTHS = 12;
/** Where the four figures are: first column, number of columns. */
const FIGURE_PLACES = [
	[0, 2],
	[2, 3],
	[5, 2],
	[7, 3],
] as const;
/** The sidebar's colors of moved on, still here, lost here and won. */
const PART_COLORS = ['#4285f4', '#c2d9fd', '#9ba1ab', '#2fa35b'];
/** Rates, and those on too few deals. */
const RATE_COLORS = ['#4285f4', '#c4c7cc'];
/** In a sales summary with its group in front. */
const RATE_COLUMN = 3;
const FEW_COLUMN = 4;
/** Free rows under a table of formulas whose length can grow. */
const SPARE_ROWS = 3;

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
	layout.note(
		execution.say('report.of', { sheet: table.sheet.getSheetName(), period: chosen, date: dayText(pipeline.asOfDay) }),
	);
	layout.rows(1);

	// Four large figures, each with its name above and what it counts below.
	const figures = layout.rows(4);
	layout.large.push(figures + 1);
	layout.notes.push(figures + 2);
	const { winRateMode } = settings;
	[
		{ id: 'winRate', asked: [word(winRateMode), ...words], basis: execution.say(`report.basis.${winRateMode}`) },
		...(['salesVelocity', 'averageDealSize', 'salesCycle'] as const).map((id) => ({
			id,
			asked: words,
			basis: execution.say(
				id === 'salesVelocity' && filter.period !== null ? 'report.basis.periodVelocity' : `report.basis.${id}`,
			),
		})),
	].forEach(({ id, asked, basis }, at) => {
		const [column] = FIGURE_PLACES[at] as (typeof FIGURE_PLACES)[number];
		layout.put(figures, column, label(id));
		layout.table(figures + 1, column, id, asked);
		layout.put(figures + 2, column, basis);
	});

	layout.heading(execution.say('report.funnel'));
	const funnel = layout.titled('funnel', [word('brief'), ...words]).row;
	const steps = pipeline.stages.rankOf.reduce((end, rank, position) => (rank >= 0 ? position + 1 : end), 0);
	const funnelChart = layout.rows(CHART_ROWS);

	for (const field of ['owner', 'source'] as const) {
		const column = pipeline.opportunities.columns[field];
		const heading = column === undefined ? '' : (pipeline.opportunities.headings[column] ?? '');
		if (heading === '') continue;
		layout.heading(execution.say('report.by', { column: heading }));
		const by = [word(winRateMode), word('by'), spelled('column', heading), ...words];
		const { row, rows } = layout.titled('salesSummary', by);
		layout.rows(SPARE_ROWS);
		layout.thin.push([row + 1, FEW_COLUMN, rows - 1 + SPARE_ROWS]);
	}

	layout.heading(label('lossReasons'));
	layout.titled('lossReasons', words);
	layout.rows(SPARE_ROWS);

	layout.heading(execution.say('report.trend'));
	const closing = [
		word('closed'),
		...[word('by'), word('month'), word('cohort'), 'closed', word('period'), months],
		...columns,
	];
	const trend = layout.titled('salesSummary', closing);
	// One row is the sentence that a column is missing.
	if (trend.rows > 1) layout.thin.push([trend.row + 1, FEW_COLUMN, trend.rows - 1]);
	const trendChart = layout.rows(CHART_ROWS);

	// The forecast has a period of its own, from today on.
	layout.heading(label('salesForecast'));
	layout.titled('salesForecast', columns);
	layout.rows(SPARE_ROWS);

	stagesNow(execution, configured, filter, layout, range, words);

	// How sure the win rate is, and what was left out or assumed.
	layout.heading(execution.say('report.counted'));
	const counted = layout.values.length;
	const rates = layout.table(counted, 0, 'winRate', [word(winRateMode), ...words, word('detail')]);
	rates.forEach((_, row) => {
		layout.format(counted + row, 1, row < 3 ? 'ratio' : 'count');
		layout.notes.push(counted + row);
	});
	// No spare rows at the end: a note of the user's directly below the last row is not ours to clear.
	layout.note(execution.say('report.assumed'));
	layout.note(execution.say('report.few'));
	layout.note(execution.say('report.note'));
	const { values, formats, bold, heads, large, notes, thin } = layout;
	return {
		...{ values, formats, bold, heads, large, notes, thin, figures: FIGURE_PLACES },
		charts: [
			{
				row: funnelChart,
				kind: 'bars',
				title: execution.say('report.funnel'),
				colors: PART_COLORS,
				first: funnel,
				rows: steps + 1,
				columns: [
					[0, 1],
					[2, 4],
				],
			},
			{
				row: trendChart,
				kind: 'columns',
				title: execution.say('report.trend'),
				colors: RATE_COLORS,
				first: trend.row,
				rows: trend.rows,
				columns: [
					[0, 1],
					[RATE_COLUMN, 2],
				],
			},
		],
	};
}
