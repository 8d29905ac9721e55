/**
 * One figure of a period beside the same of the period before at the same age, and whether chance explains the change.
 * Not here: choosing the two periods (formula/evaluate.ts), the tests (difference.ts).
 */
import type { Measure, MeasureTable, TableCell, Unit } from '../../model/metric-result.ts';
import type { SeenPeriod } from '../../statistics/former-period.ts';
import { FEWEST_COMPARED } from '../../statistics/step-changes.ts';
import { dayText } from '../../time/calendar-day.ts';
import { type MetricDefinition, words } from '../metric.ts';
import { type Difference, meanDifference, rateDifference } from './difference.ts';
import { type AskedWords, askedDeals, compute } from './request.ts';
import { FEW } from './table-words.ts';

const CHANGE = words('Change', '变化');
const CLEAR = words('beyond chance', '超出随机波动');
const UNCLEAR = words('no clear change', '无明显变化');
const UNTESTED = words('not tested', '未检验');

/** Three rows: the period, the one before, the change with its 95 % interval. Null for a figure that is a table. */
export function comparison(
	definition: MetricDefinition,
	asked: AskedWords,
	now: SeenPeriod,
	before: SeenPeriod,
): MeasureTable | null {
	const ask = ({ pipeline, selection }: SeenPeriod) => compute(definition, pipeline, { ...asked, selection });
	const [is, was] = [ask(now), ask(before)];
	const { unit } = definition;
	if (is.kind === 'table' || was.kind === 'table' || unit === 'table') return null;
	const difference = differenceOf(definition, asked, { now, is, before, was });
	const change = is.value === null || was.value === null ? null : is.value - was.value;
	return {
		kind: 'table',
		columns: columnsIn(unit),
		rows: [
			rowOf(now, is),
			rowOf(before, was),
			[
				CHANGE,
				change,
				change === null ? null : (difference?.low ?? null),
				change === null ? null : (difference?.high ?? null),
				Math.min(is.n, was.n),
				verdict(is, was, difference),
			],
		],
	};
}

function columnsIn(unit: Unit): MeasureTable['columns'] {
	return [
		{ key: 'period', unit: 'text' },
		{ key: 'value', unit },
		{ key: 'low', unit },
		{ key: 'high', unit },
		{ key: 'n', unit: 'count' },
		{ key: 'note', unit: 'text' },
	];
}

/** A period of the past says from which day it is seen. */
function rowOf({ period, pipeline }: SeenPeriod, { value, low, high, n }: Measure): TableCell[] {
	const seen = dayText(pipeline.asOfDay);
	const span = `${dayText(period.first)}..${dayText(period.last)}`;
	return [span, value, low, high, n, words(`as of ${seen}`, `截至 ${seen}`)];
}

interface TwoPeriods {
	readonly now: SeenPeriod;
	readonly is: Measure;
	readonly before: SeenPeriod;
	readonly was: Measure;
}

/** Null where no test fits: medians, sums of money, rates of undecided deals. */
function differenceOf(
	definition: MetricDefinition,
	{ modes = [] }: AskedWords,
	{ now, is, before, was }: TwoPeriods,
): Difference | null {
	if (definition.unit === 'ratio') return rateDifference(was, is);
	const isFirst = (mode: string): boolean => definition.modes.some(([first]) => first?.word === mode);
	const { meanOf } = definition;
	if (meanOf === undefined || ![...modes].every(isFirst) || is.value === null || was.value === null) return null;
	const mean = ({ pipeline, selection }: SeenPeriod) => meanOf(askedDeals(pipeline, { selection }));
	return meanDifference(mean(before), mean(now));
}

function verdict(is: Measure, was: Measure, difference: Difference | null): TableCell {
	if (is.value === null || was.value === null) return null;
	if (Math.min(is.n, was.n) < FEWEST_COMPARED) return FEW;
	if (difference === null) return UNTESTED;
	return difference.low > 0 || difference.high < 0 ? CLEAR : UNCLEAR;
}
