/** What the slow program says of a table, in the shape of the known answers: ranges, misses of earlier forecasts, backtest, drivers. */
import type { KnownForecast, KnownOrigin, KnownPeriod } from '../core/forecast/known-forecast.ts';
import { type SlowForecast, type SlowPeriod, slowForecast } from './slow-forecast.ts';
import { dayAt, type PlainTable, textOf } from './slow-rates.ts';

const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function quantile(mass: readonly number[], share: number): number {
	let below = 0;
	return mass.findIndex((chance) => {
		below += chance;
		return below >= share - 1e-12;
	});
}

const deviation = ({ mean, variance }: SlowPeriod, wins: number): number =>
	Math.sqrt(variance + (0.01 + 1 / wins) * mean ** 2);

function missFactor(misses: readonly number[]): number {
	return Math.sqrt((4 + total(misses.map((z) => z * z))) / (4 + misses.length));
}

function stretchOf(period: SlowPeriod, factor: number, wins: number): number {
	return period.variance === 0 ? 1 : Math.max(1, (factor * deviation(period, wins)) / Math.sqrt(period.variance));
}

function known(period: SlowPeriod, factor: number, wins: number): KnownPeriod {
	const mass = period.mass();
	const base = [0.1, 0.5, 0.9].map((share) => quantile(mass, share)) as [number, number, number];
	const stretch = stretchOf(period, factor, wins);
	const [p10 = 0, p50 = 0, p90 = 0] = base.map((value) => Math.max(0, base[1] + stretch * (value - base[1])));
	const { first, last, fromOpen, others, meanWon, mean, variance } = period;
	return {
		...{ from: textOf(first), to: textOf(last), expectedOpen: fromOpen, expectedNewAndBlank: others * meanWon },
		...{ newWins: others, mean, variance, base, stretch, p10, p50, p90 },
	};
}

function cameIn({ deals }: PlainTable, first: number, last: number, blank: number): number {
	const won = deals.filter(
		({ stage, closed }) => stage === 'Won' && closed !== null && closed >= first && closed <= last,
	);
	return total(won.map(({ amount }) => amount ?? blank));
}

/** The same day of the month so many months before; the last of a month stays one. */
function earlier(day: number, months: number): number {
	const date = new Date(day * 86_400_000);
	const [year, month, own] = [date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()];
	const isLast = new Date((day + 1) * 86_400_000).getUTCDate() === 1;
	const last = dayAt(year, month + 1, 1) - 1;
	return isLast ? last : Math.min(last, dayAt(year, month, own));
}

interface Origin {
	readonly asOf: number;
	readonly forecast: SlowForecast;
	readonly misses: readonly number[];
	readonly miss: number;
}

function originsOf(table: PlainTable, leastWins: number): Origin[] {
	const origins: Origin[] = [];
	for (let months = 3; months <= 24; months += 3) {
		const asOf = earlier(table.asOf, months);
		const span = slowForecast(table, asOf);
		if (span !== null && span.together.last > table.asOf) continue;
		if (span === null || span.learned.wins < leastWins) break;
		const miss = (period: SlowPeriod): number =>
			Math.max(
				-4,
				Math.min(
					4,
					(cameIn(table, period.first, period.last, period.meanWon) - period.mean) /
						deviation(period, span.learned.wins),
				),
			);
		origins.push({ asOf, forecast: span, misses: span.periods.map(miss), miss: miss(span.together) });
	}
	return origins;
}

function knownOrigin(
	table: PlainTable,
	{ asOf, forecast, misses, miss }: Origin,
	before: readonly Origin[],
): KnownOrigin {
	const { together, learned } = forecast;
	const kappa = missFactor(before.map((origin) => origin.miss));
	const { to, mean, variance, p10, p50, p90 } = known(together, kappa, learned.wins);
	const actual = cameIn(table, together.first, together.last, together.meanWon);
	const isClose = [p10, p90].some((bound) => Math.abs(actual - bound) <= 0.01 * (p90 - p10));
	const inside = isClose ? null : actual >= p10 && actual <= p90;
	return {
		...{ asOf: textOf(asOf), to, wins: learned.wins, mean, variance, actual, z: miss, rowZ: [...misses], kappa },
		...{ p10, p50, p90, inside },
	};
}

const SHOWN_DAYS = [1, 2, 5, 10, 20, 60];

export function slowAnswers(table: PlainTable): KnownForecast {
	const forecast = slowForecast(table, table.asOf);
	if (forecast === null) throw new Error('nothing has ended');
	const { learned, open, chances, periods, together } = forecast;
	const origins = originsOf(table, 5);
	const kappa = missFactor(origins.map(({ miss }) => miss));
	const kappaRows = missFactor(origins.flatMap(({ misses }) => misses));
	const first = new Date((table.asOf + 1) * 86_400_000);
	const firstMonth = table.months === 3 ? Math.floor(first.getUTCMonth() / 3) * 3 : first.getUTCMonth();
	const firstDay = dayAt(first.getUTCFullYear(), firstMonth, 1);
	const wonSoFar = table.deals.filter(
		({ stage, closed }) => stage === 'Won' && closed !== null && closed >= firstDay && closed <= table.asOf,
	);
	const row = known(together, kappa, learned.wins);
	const soFar = cameIn(table, firstDay, table.asOf, 0);
	const wanted = row.base[1] + (table.target - soFar - row.base[1]) / row.stretch;
	const isRate = table.mode === 'rate';
	const shares = open.map((deal, i) => {
		const p = chances[i]?.at(-1) ?? 0;
		return {
			id: deal.id,
			amount: deal.amount ?? 0,
			p,
			share: ((deal.amount ?? 0) ** 2 * p * (1 - p)) / together.variance,
		};
	});
	return {
		...{ asOf: textOf(table.asOf), n: table.periods, unit: table.months, mode: table.mode, target: table.target },
		window: { from: textOf(learned.from), days: learned.days, rule: learned.rule, firstEnd: textOf(learned.firstEnd) },
		...{ wins: learned.wins, winsWithAmount: learned.amounts.length, meanWon: together.meanWon },
		created: isRate ? null : learned.created,
		perDay: (isRate ? learned.wins : learned.created) / learned.days,
		start: isRate ? null : learned.start,
		hazards: isRate
			? null
			: learned.support.map((support, state) => {
					const days = SHOWN_DAYS.filter((day) => day <= support);
					const rates = (exit: 'won' | 'lost'): [number, number][] =>
						days.map((day) => [day, learned.rateOf(state, day, exit)]);
					return {
						...{ stage: table.mode === 'stage' ? (table.open[state]?.name ?? '') : 'open', support },
						...{ win: rates('won'), lose: rates('lost') },
						...{
							tailWin: learned.rateOf(state, support + 1, 'won'),
							tailLose: learned.rateOf(state, support + 1, 'lost'),
						},
					};
				}),
		monthFactors: learned.factors,
		openDeals: open.length,
		someChances: open.map(({ id }, i) => ({ id, p: chances[i] ?? [] })),
		wonSoFar: { amount: soFar, deals: wonSoFar.length, blank: wonSoFar.filter(({ amount }) => amount === null).length },
		rows: periods.map((period) => known(period, kappaRows, learned.wins)),
		total: row,
		...{ kappa, kappaRows },
		targetChance: table.target <= soFar ? 1 : total(together.mass().filter((_, value) => value >= wanted - 1e-9)),
		backtest: origins.map((origin, j) => knownOrigin(table, origin, origins.slice(j + 1))),
		drivers: shares
			.filter(({ share }) => share > 0)
			.sort((a, b) => b.share - a.share)
			.slice(0, 3),
	};
}
