/**
 * The report of the sidebar from statistics that were counted elsewhere. What needs single deals is not in it:
 * comparisons with a period before, findings.
 * Not here: the same from deals (build-report.ts).
 */

import { requestFrom } from '../metrics/shared/request.ts';
import { winRate } from '../metrics/win-rate.ts';
import type { Measure } from '../model/metric-result.ts';
import { FIELDS } from '../model/opportunity.ts';
import type { StageList } from '../model/stage.ts';
import { type Period, readPeriod } from '../statistics/period.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { MONTHS, OWNERS, type StatisticsRow, type StatisticsTable } from '../statistics-table/row.ts';
import { dealsIn, groupsBy, Lacking, selectedRows } from '../statistics-table/selected-rows.ts';
import { statisticsOfRows } from '../statistics-table/statistics-of-rows.ts';
import { dayText } from '../time/calendar-day.ts';
import type { ReportOptions } from './build-report.ts';
import { countedParts } from './counted-parts.ts';
import type { Figure, FunnelReport, MostLost, ReportChoices, ReportFilter } from './report.ts';
import { worstLoss } from './report-bottleneck.ts';
import { currencyOf, FIGURE_METRICS, figureOf } from './report-figures.ts';
import { reportStages } from './report-stages.ts';
import { reportTrend } from './report-trend.ts';

/** @throws Lacking for a filter or period that was not counted */
export function statisticsReport(table: StatisticsTable, filter: ReportFilter, options: ReportOptions): FunnelReport {
	const { head } = table;
	const { stages, asOfDay } = head;
	const { rows, period } = chosenRows(table, filter);
	const whole = statisticsOfRows(table.whole, head);
	const statistics = statisticsOfRows(rows, head, { whole: () => whole });
	const losses = rows.filter(({ layer }) => layer === 'lost');
	const known = losses.filter(({ k1 }) => k1 >= 0 && k1 < stages.openCount);
	const lostUnknown = statistics.stages().lost - known.reduce((sum, { deals }) => sum + deals, 0);
	return {
		asOf: dayText(asOfDay),
		filter,
		...countedParts(stages, statistics, lostUnknown),
		rows: whole.count,
		figures: figures(stages, statistics, options),
		stages: reportStages(stages, statistics),
		bottleneck: null,
		mostLost: lostUnknown > 0 ? null : mostLost(stages, known, statistics.amounts()?.currencies.length === 1),
		findings: [],
		trend: reportTrend(statistics, asOfDay, period === null ? null : period.last),
		historySince: null,
	};
}

interface ChosenRows {
	readonly rows: readonly StatisticsRow[];
	readonly period: Period | null;
}

function chosenRows(table: StatisticsTable, { period: words, cohort, columns }: ReportFilter): ChosenRows {
	if (words !== null && cohort !== table.head.cohort) throw new Lacking(cohort);
	const period = words === null ? null : readPeriod(words, table.head.asOfDay);
	if (words !== null && period === null) throw new Lacking(words);
	const filters = Object.entries(columns).map(([heading, value]) => ({ dimension: { heading }, value }));
	return { rows: selectedRows(table, { filters, period }), period };
}

function figures(stages: StageList, statistics: Statistics, { winRateMode }: ReportOptions): Figure[] {
	return FIGURE_METRICS.map((metric) => {
		const mode = metric === winRate ? winRateMode : '';
		const modes = mode === '' ? [] : [mode];
		const measure = metric.compute(requestFrom(metric, stages, () => statistics, { modes })) as Measure;
		const currency = currencyOf(stages, statistics.amounts(), mode === 'value');
		return figureOf(metric, measure, { mode, currency, previous: null, isClear: false, deals: null });
	});
}

function mostLost(stages: StageList, losses: readonly StatisticsRow[], isOneCurrency: boolean): MostLost | null {
	const rows = stages.open.map((stage, rank) => {
		const own = losses.filter(({ k1 }) => k1 === rank);
		const sum = (of: (row: StatisticsRow) => number): number => own.reduce((total, row) => total + of(row), 0);
		return { stage, deals: sum(({ deals }) => deals), amount: isOneCurrency ? sum(({ amount }) => amount ?? 0) : null };
	});
	return worstLoss(rows);
}

/** What was counted apart: columns and whole months. */
export function statisticsChoices(table: StatisticsTable): ReportChoices {
	const { head, groups } = table;
	const fieldOf = (heading: string): string | null => FIELDS.find((field) => head.columns[field] === heading) ?? null;
	const filters = groups
		.filter(({ by }) => by !== MONTHS && by !== OWNERS)
		.map(({ by }) => ({
			heading: by,
			field: fieldOf(by),
			values: groupsBy(table, { dimension: { heading: by } }).map(({ label, rows }) => ({
				value: label,
				deals: dealsIn(rows),
			})),
		}));
	const hasMonths = groups.some(({ by }) => by === MONTHS);
	const periods = hasMonths ? (['quarter', 'year', 'month'] as const).flatMap((unit) => periodsBy(table, unit)) : [];
	return { firstDate: null, lastDate: null, filters, pipelines: null, periods };
}

function periodsBy(table: StatisticsTable, unit: 'quarter' | 'year' | 'month'): ReportChoices['periods'] {
	return groupsBy(table, { unit })
		.filter(({ label }) => label !== '')
		.map(({ label, rows }) => ({ period: label, deals: dealsIn(rows) }))
		.reverse();
}
