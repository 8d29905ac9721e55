/**
 * The bottleneck that the report names: a step that is worse than in the periods before, beyond chance. And where most money was lost.
 * Only closed deals are compared: of a deal that is still open the table does not tell how far it had come at the age in question.
 */
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { LostStages } from '../statistics/lost-stages.ts';
import { lostStages } from '../statistics/lost-stages.ts';
import { type Period, readPeriod } from '../statistics/period.ts';
import { statisticsOf } from '../statistics/statistics.ts';
import { adjustedPValues } from '../stats/benjamini-hochberg.ts';
import { compensatedSum } from '../stats/compensated-sum.ts';
import { compareProportions } from '../stats/two-proportion.ts';
import { calendarLabel, nextUnit } from '../time/calendar-unit.ts';
import { FEWEST_COMPARED } from './figure-comparison.ts';
import { formerPeriods, type SeenPeriod, seenPeriod } from './former-period.ts';
import type { MostLost, ReportBottleneck, ReportFilter } from './report.ts';

const FALSE_ALARMS = 0.1;
/** Periods that the reference is pooled from. */
const REFERENCES = 4;

/** @param period null: all time, of which the last whole quarter is held against the quarters before */
export function reportBottleneck(
	pipeline: Pipeline,
	filter: ReportFilter,
	period: Period | null,
): ReportBottleneck | null {
	if (period === null && filter.period !== null) return null;
	const label = filter.period ?? lastQuarter(pipeline.asOfDay);
	const asked = period ?? readPeriod(label, pipeline.asOfDay);
	if (asked === null) return null;
	const current = seenPeriod(pipeline, filter, asked);
	const former = formerPeriods(pipeline, filter, asked, REFERENCES);
	// Without the stage of every loss the share of a step is a guess.
	if ([current, ...former].some((seen) => unknownLosses(seen) > 0)) return null;
	const [now, before] = [closedReached([current]), closedReached(former)];
	const tests = now.slice(0, -1).flatMap((reached, rank) => {
		const next = existing(now[rank + 1]);
		const [reference, passed] = [existing(before[rank]), existing(before[rank + 1])];
		if (Math.min(reached, reference) < FEWEST_COMPARED) return [];
		const test = compareProportions(passed, reference, next, reached);
		return test === null ? [] : [{ rank, test, conversion: next / reached, reference: passed / reference }];
	});
	const adjusted = adjustedPValues(tests.map(({ test }) => test.pValue));
	const worse = tests
		.map((step, i) => ({ ...step, pValue: adjusted[i] ?? 1 }))
		.filter(({ test, pValue }) => test.high < 0 && pValue <= FALSE_ALARMS)
		.sort((a, b) => a.pValue - b.pValue || a.rank - b.rank)[0];
	if (worse === undefined) return null;
	const { rank, conversion, reference, pValue } = worse;
	return { stage: existing(pipeline.stages.open[rank]), period: label, conversion, reference, pValue };
}

function unknownLosses({ pipeline, selection }: SeenPeriod): number {
	return lostStages(pipeline, selection).unknown;
}

/** Closed deals by the rank that they reached at least, of several periods together. */
function closedReached(periods: readonly SeenPeriod[]): number[] {
	return periods
		.map(({ pipeline, selection }) => statisticsOf(pipeline, selection).reached().closedReached)
		.reduce<number[]>((sums, counts) => counts.map((deals, rank) => deals + (sums[rank] ?? 0)), []);
}

/** The last quarter that is over. */
function lastQuarter(day: number): string {
	const isOver = nextUnit(day, 'quarter') === day + 1;
	if (isOver) return calendarLabel(day, 'quarter');
	let last = day;
	while (calendarLabel(last, 'quarter') === calendarLabel(day, 'quarter')) last--;
	return calendarLabel(last, 'quarter');
}

/** @param losses of the lost deals of the report */
export function mostLost(pipeline: Pipeline, { byRank, unknown }: LostStages): MostLost | null {
	if (unknown > 0) return null;
	const column = pipeline.opportunities.amounts();
	const isOneCurrency = column !== null && column.currencyCodes === null;
	const rows = byRank.map(({ deals, count }, rank) => ({
		stage: existing(pipeline.stages.open[rank]),
		deals: count,
		amount: isOneCurrency ? compensatedSum(Array.from(deals ?? [], (deal) => column.values[deal] ?? Number.NaN)) : null,
	}));
	const [worst] = rows.sort((a, b) => (b.amount ?? b.deals) - (a.amount ?? a.deals) || b.deals - a.deals);
	return worst === undefined || worst.deals === 0 ? null : worst;
}
