/** Checks of a forecast against the known answers, with their tolerances. */
import { expect } from 'vitest';
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
import type { ForecastRange } from '../../../src/core/forecast/forecast-range.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import type { KnownForecast, KnownOrigin, KnownPeriod } from './known-forecast.ts';
import { type ForecastCore, shipped } from './shipped-forecast.ts';

export function near(found: number | null | undefined, wanted: number | null, what: string): void {
	if (wanted === null) {
		expect(found, what).toBeNull();
		return;
	}
	const slack = Math.max(1e-9 * Math.abs(wanted), 1e-12);
	expect(Math.abs((found ?? Number.NaN) - wanted), `${what}: ${found} for ${wanted}`).toBeLessThanOrEqual(slack);
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
function checkPeriod(
	found: Forecast['together'],
	known: KnownPeriod,
	factor: number,
	wins: number,
	what: string,
	core: ForecastCore,
): ForecastRange {
	const { outlook } = found;
	expect([dayText(outlook.first), dayText(outlook.last)]).toEqual([known.from, known.to]);
	near(outlook.fromOpen, known.expectedOpen, `${what} open`);
	near(outlook.fromNew, known.expectedNewAndBlank, `${what} new`);
	near(outlook.newWins, known.newWins, `${what} N`);
	near(outlook.mean, known.mean, `${what} mean`);
	near(outlook.variance, known.variance, `${what} variance`);
	const range = found.range ?? core.forecastRange(outlook, factor, wins);
	for (const [i, value] of known.base.entries())
		within(range.base[i] ?? Number.NaN, value, slackOf(known), `${what} base ${i}`);
	within(range.stretch, known.stretch, 0.01, `${what} stretch`);
	quantiles(range, known, what);
	return range;
}

export function checkRates({ learned }: Forecast, known: KnownForecast, stages: readonly string[]): void {
	const { window, deals, factors } = learned;
	const { from, days, rule, firstEnd } = known.window;
	expect([dayText(window.from), window.days, window.rule, dayText(window.firstEnd)]).toEqual([
		from,
		days,
		rule,
		firstEnd,
	]);
	expect([window.wins, window.amounts.deals.length]).toEqual([known.wins, known.winsWithAmount]);
	near(window.meanAmount, known.meanWon, 'mean won');
	allNear(factors, known.monthFactors, 'month');
	const { created, perDay, start, hazards } = known;
	if (created === null || start === null || hazards === null) {
		// Without creation dates it is the wins that come at a pace.
		expect([created, start, hazards, deals]).toEqual([null, null, null, null]);
		near(window.wins / window.days, perDay, 'wins a day');
		return;
	}
	expect(deals?.arrivals.deals).toBe(created);
	near(deals?.arrivals.perDay, perDay, 'a day');
	allNear(deals?.arrivals.start ?? [], start, 'start');
	expect(hazards.length).toBe(deals?.rates.length);
	for (const [state, { stage, support, win, lose, tailWin, tailLose }] of hazards.entries()) {
		expect(stage).toBe(known.mode === 'stage' ? stages[state] : 'open');
		const rates = deals?.rates[state];
		expect(rates?.support).toBe(support);
		for (const [day, rate] of win) near(rates?.won[day], rate, `win ${state} ${day}`);
		for (const [day, rate] of lose) near(rates?.lost[day], rate, `lose ${state} ${day}`);
		near(rates?.won[support + 1], tailWin, `tail win ${state}`);
		near(rates?.lost[support + 1], tailLose, `tail lose ${state}`);
	}
}

export function checkChances({ basis, outlooks }: Forecast, ids: readonly string[], known: KnownForecast): void {
	const { openDeals, someChances } = known;
	// Without creation dates nothing is said of open deals.
	if (known.mode !== 'rate') expect(basis.open.entries.length).toBe(openDeals);
	else expect([openDeals, someChances.length]).toEqual([0, 0]);
	const entryOf = new Map(Array.from(basis.open.entries, (entry, i) => [ids[basis.paths.deals[entry] ?? -1], i]));
	for (const { id, p } of someChances)
		for (const [i, chance] of p.entries()) near(outlooks.chances[i]?.[entryOf.get(id) ?? -1], chance, `${id} ${i}`);
}

export function checkPeriods(forecast: Forecast, known: KnownForecast, core = shipped): void {
	const { together, factor, periodFactor, wonSoFar } = forecast;
	const { amount, deals, blank } = known.wonSoFar;
	expect({ ...wonSoFar }).toEqual({ amount, deals, blank });
	near(factor, known.kappa, 'kappa');
	near(periodFactor, known.kappaRows, 'kappa of the periods');
	for (const [i, row] of known.rows.entries())
		checkPeriod(forecast.periods[i] as Forecast['together'], row, periodFactor, known.wins, `period ${i + 1}`, core);
	const range = checkPeriod(together, known.total, factor, known.wins, 'total', core);
	within(range.chanceOf(known.target - wonSoFar.amount), known.targetChance, 0.01, 'chance of target');
}

/** The deals that carry most of the range. */
export function checkDrivers(forecast: Forecast, ids: readonly string[], known: KnownForecast, core = shipped): void {
	const found = core.largestDrivers(core.rangeDrivers(forecast), 3);
	expect(found.map(({ deal }) => ids[deal])).toEqual(known.drivers.map(({ id }) => id));
	for (const [i, { amount, p, share }] of known.drivers.entries()) {
		expect(found[i]?.amount).toBe(amount);
		near(found[i]?.chance, p, `driver ${i} chance`);
		near(found[i]?.share, share, `driver ${i} share`);
	}
}

export function checkOrigins({ origins }: Forecast, known: KnownForecast, core = shipped): void {
	expect(origins.length).toBe(known.backtest.length);
	for (const [j, origin] of origins.entries()) {
		const row = known.backtest[j] as KnownOrigin;
		const { asOf, to, wins, inside } = row;
		const { together } = origin.outlooks;
		expect([dayText(origin.asOf), dayText(together.last), origin.learned.window.wins]).toEqual([asOf, to, wins]);
		near(together.mean, row.mean, `origin ${j} mean`);
		near(together.variance, row.variance, `origin ${j} variance`);
		near(origin.came, row.actual, `origin ${j} came`);
		near(origin.miss, row.z, `origin ${j} z`);
		allNear(origin.periodMisses, row.rowZ, `origin ${j} z of period`);
		// Only what was known then: earlier origins.
		const factor = core.missFactor(origins.slice(j + 1).map(({ miss }) => miss));
		near(factor, row.kappa, `origin ${j} kappa`);
		const shown = core.forecastRange(together, factor, wins);
		quantiles(shown, row, `origin ${j}`);
		if (inside !== null) expect(origin.came >= shown.low && origin.came <= shown.high).toBe(inside);
	}
}
