// Every number of the known answers, which two programs that share no code agree on.
import { describe, expect, it } from 'vitest';
import { type Forecast, forecastBasis, forecastOf } from '../../../src/core/forecast/forecast.ts';
import { type ForecastRange, forecastRange, missFactor } from '../../../src/core/forecast/forecast-range.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import {
	KNOWN_TABLES,
	type KnownAnswers,
	type KnownForecast,
	type KnownOrigin,
	type KnownPeriod,
	knownAnswers,
	knownPipeline,
} from './known-forecast.ts';

const METHODS = { age: 'age', tilt: 'age', stage: 'stages', rate: 'ends' } as const;

function near(found: number | undefined, wanted: number, what: string): void {
	const scale = Math.max(1e-12, Math.abs(wanted));
	expect(Math.abs((found ?? Number.NaN) - wanted) / scale, `${what}: ${found} for ${wanted}`).toBeLessThan(1e-9);
}

function allNear(found: ArrayLike<number>, wanted: readonly number[], what: string): void {
	for (const [i, value] of wanted.entries()) near(found[i], value, `${what} ${i + 1}`);
}

function within(found: number, wanted: number, width: number, what: string): void {
	expect(Math.abs(found - wanted), `${what}: ${found} for ${wanted}`).toBeLessThanOrEqual(width);
}

type Quantiles = Pick<KnownPeriod, 'p10' | 'p50' | 'p90' | 'variance'>;

/** One percent of the range, the tolerance of the answers. */
function slackOf({ p10, p90, variance }: Quantiles): number {
	return p90 > p10 ? 0.01 * (p90 - p10) : 0.02 * Math.sqrt(variance);
}

function quantiles({ low, middle, high }: ForecastRange, known: Quantiles, what: string): void {
	const slack = slackOf(known);
	within(low, known.p10, slack, `${what} p10`);
	within(middle, known.p50, slack, `${what} p50`);
	within(high, known.p90, slack, `${what} p90`);
}

/** @param factor how far earlier forecasts missed: the product shows no range beyond the days that were seen, the answers go on */
function period(found: Forecast['together'], known: KnownPeriod, factor: number, wins: number, what: string): void {
	const { outlook } = found;
	expect([dayText(outlook.first), dayText(outlook.last)]).toEqual([known.from, known.to]);
	near(outlook.fromOpen, known.expectedOpen, `${what} open`);
	near(outlook.fromNew, known.expectedNewAndBlank, `${what} new`);
	near(outlook.newWins, known.newWins, `${what} N`);
	near(outlook.mean, known.mean, `${what} mean`);
	near(outlook.variance, known.variance, `${what} variance`);
	const range = found.range ?? forecastRange(outlook, factor, wins);
	for (const [i, value] of known.base.entries())
		within(range.base[i] ?? Number.NaN, value, slackOf(known), `${what} base ${i}`);
	within(range.stretch, known.stretch, 0.01, `${what} stretch`);
	quantiles(range, known, what);
}

function forecastFor(name: string, answers: KnownAnswers, known: KnownForecast): Forecast {
	const pipeline = knownPipeline(name, answers, known.asOf, known.mode === 'stage');
	const basis = forecastBasis(pipeline, wholeSelection(pipeline.opportunities), {
		method: METHODS[known.mode],
		ignoresStages: known.mode === 'age',
	});
	const span = { periods: known.n, months: known.unit };
	const forecast = basis === null ? null : forecastOf(basis, span, known.force ? 1 : undefined);
	if (forecast === null) throw new Error('no forecast');
	return forecast;
}

function checkRates({ learned }: Forecast, known: KnownForecast): void {
	const { window, deals, factors } = learned;
	expect({
		from: dayText(window.from),
		days: window.days,
		rule: window.rule,
		firstEnd: dayText(window.firstEnd),
	}).toEqual(known.window);
	expect([window.wins.length, window.amounts.length]).toEqual([known.wins, known.winsWithAmount]);
	near(window.meanAmount, known.meanWon, 'mean won');
	allNear(factors, known.monthFactors, 'month');
	if (known.created === null) return;
	expect(deals?.arrivals.deals).toBe(known.created);
	near(deals?.arrivals.perDay, known.perDay, 'a day');
	for (const [i, share] of (known.start ?? []).entries())
		within(deals?.arrivals.start[i] ?? -1, share, 1e-12, `start ${i}`);
	for (const [state, hazard] of (known.hazards ?? []).entries()) {
		const rates = deals?.rates[state];
		expect(rates?.support).toBe(hazard.support);
		for (const [day, rate] of hazard.win) within(rates?.won[day] ?? -1, rate, 1e-12, `win ${state} ${day}`);
		for (const [day, rate] of hazard.lose) within(rates?.lost[day] ?? -1, rate, 1e-12, `lose ${state} ${day}`);
		within(rates?.won[hazard.support + 1] ?? -1, hazard.tailWin, 1e-12, `tail win ${state}`);
		within(rates?.lost[hazard.support + 1] ?? -1, hazard.tailLose, 1e-12, `tail lose ${state}`);
	}
}

function checkChances({ basis, outlooks }: Forecast, ids: readonly string[], known: KnownForecast): void {
	expect(basis.open.entries.length).toBe(known.openDeals);
	const entryOf = new Map(Array.from(basis.open.entries, (entry, i) => [ids[basis.paths.deals[entry] ?? -1], i]));
	for (const { id, p } of known.someChances)
		for (const [i, chance] of p.entries()) {
			const found = outlooks.chances[i]?.[entryOf.get(id) ?? -1] ?? -1;
			within(found, chance, 1e-9 * Math.max(chance, 1e-6), `${id} ${i}`);
		}
}

function checkOrigins({ origins }: Forecast, known: KnownForecast): void {
	expect(origins.length).toBe(known.backtest.length);
	for (const [j, origin] of origins.entries()) {
		const row = known.backtest[j] as KnownOrigin;
		const { together } = origin.outlooks;
		expect([dayText(origin.asOf), dayText(together.last), origin.learned.window.wins.length]).toEqual([
			row.asOf,
			row.to,
			row.wins,
		]);
		near(together.mean, row.mean, `origin ${j} mean`);
		near(together.variance, row.variance, `origin ${j} variance`);
		near(origin.came, row.actual, `origin ${j} came`);
		near(origin.miss, row.z, `origin ${j} z`);
		allNear(origin.periodMisses, row.rowZ, `origin ${j} z of period`);
		// Only what was known then: earlier origins.
		const factor = missFactor(origins.slice(j + 1).map(({ miss }) => miss));
		near(factor, row.kappa, `origin ${j} kappa`);
		const shown = forecastRange(together, factor, row.wins);
		quantiles(shown, row, `origin ${j}`);
		if (row.inside !== null) expect(origin.came >= shown.low && origin.came <= shown.high).toBe(row.inside);
	}
}

for (const name of KNOWN_TABLES) {
	const answers = knownAnswers(name);
	describe.skipIf(answers === null)(`the forecast of ${name} agrees with two independent programs`, () => {
		for (const known of answers?.forecast ?? [])
			it(`as of ${known.asOf}, ${known.n} × ${known.unit} months, ${known.mode}`, () => {
				if (answers === null) return;
				const forecast = forecastFor(name, answers, known);
				const { together, factor, periodFactor, wonSoFar } = forecast;
				checkRates(forecast, known);
				checkChances(forecast, knownPipeline(name, answers, known.asOf, false).opportunities.ids() ?? [], known);
				expect({ ...wonSoFar }).toEqual(known.wonSoFar);
				near(factor, known.kappa, 'kappa');
				near(periodFactor, known.kappaRows, 'kappa of the periods');
				for (const [i, row] of known.rows.entries())
					period(forecast.periods[i] as Forecast['together'], row, periodFactor, known.wins, `period ${i + 1}`);
				period(together, known.total, factor, known.wins, 'total');
				const range = together.range ?? forecastRange(together.outlook, factor, known.wins);
				within(range.chanceOf(known.target - wonSoFar.amount), known.targetChance, 0.01, 'chance of target');
				checkOrigins(forecast, known);
			});
	});
}
