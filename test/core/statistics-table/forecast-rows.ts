/** The rows of the forecast that a database would count, from the paths of the deals one by one. */

import { countedOrigins, priceSegments } from '../../../src/core/forecast/counting-plan.ts';
import { expectedCounts } from '../../../src/core/forecast/expected-dates.ts';
import { type ForecastBasis, forecastBasis } from '../../../src/core/forecast/forecast.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { WON } from '../../../src/core/statistics/deal-standing.ts';
import type { Selection } from '../../../src/core/statistics/selection.ts';
import { currentStages } from '../../../src/core/statistics/stage-counts.ts';
import { LEFT_OUT, standingKey } from '../../../src/core/statistics-table/counted-paths.ts';
import {
	DAYS_OF_BLOCK,
	type Layer,
	SPAN_METHODS,
	type StatisticsRow,
	UNKNOWN_DAY,
} from '../../../src/core/statistics-table/row.ts';

interface Amounts {
	readonly deals: number;
	readonly valued?: number;
	readonly amount?: number | null;
}

function row(
	layer: Layer,
	keys: readonly number[],
	duration: number,
	{ deals, valued = 0, amount = null }: Amounts,
): StatisticsRow {
	const [k1 = 0, k2 = 0, k3 = 0] = keys;
	return { layer, k1, k2, k3, label: '', duration, deals, valued, amount };
}

const blockOf = (day: number): number => Math.floor(day / DAYS_OF_BLOCK);

/** Deals of one amount each, NaN blank. */
interface Priced {
	readonly keys: readonly number[];
	readonly duration: number;
	readonly amount: number;
}

/** The deals with the largest amounts by themselves, those of equal amounts together, and sums of the others. */
function pricedRows(layer: Layer, deals: readonly Priced[], most: number): StatisticsRow[] {
	const blank = deals.filter(({ amount }) => Number.isNaN(amount));
	const known = deals.filter(({ amount }) => !Number.isNaN(amount)).sort((a, b) => b.amount - a.amount);
	const least = known[most - 1]?.amount ?? Number.NEGATIVE_INFINITY;
	const one = ({ keys, duration, amount }: Priced): StatisticsRow =>
		row(layer, keys, duration, Number.isNaN(amount) ? { deals: 1 } : { deals: 1, valued: 1, amount });
	const rest = known.filter(({ amount }) => amount < least);
	return [
		...[...blank, ...known.filter(({ amount }) => amount >= least)].map(one),
		...rest.map(({ keys, duration, amount }) => row('rest', keys, duration, { deals: 1, valued: 1, amount })),
		...rest.map(({ keys, duration, amount }) =>
			row('squares', keys, duration, { deals: 1, valued: 1, amount: amount * amount }),
		),
	];
}

/** Rows of the same keys and, in rows of single amounts, of the same amount as one. */
function merged(rows: readonly StatisticsRow[]): StatisticsRow[] {
	const found = new Map<string, StatisticsRow>();
	for (const own of rows) {
		const each = own.layer === 'standing' || own.layer === 'price' ? own.amount : 0;
		const key = JSON.stringify([own.layer, own.k1, own.k2, own.k3, own.duration, each]);
		const known = found.get(key);
		found.set(
			key,
			known === undefined
				? own
				: {
						...known,
						deals: known.deals + own.deals,
						valued: known.valued + own.valued,
						amount: known.amount === null ? own.amount : known.amount + (own.amount ?? 0),
					},
		);
	}
	return [...found.values()];
}

/** @param most deals whose amounts are listed */
export function forecastRows(pipeline: Pipeline, selection: Selection, most: number): StatisticsRow[] {
	const expected = expectedCounts(pipeline, selection);
	const due = (expected?.due ?? []).map(({ position, day, deals, amount }) =>
		row('due', [position, blockOf(Math.max(0, day))], Math.max(0, day), { deals, valued: deals, amount }),
	);
	const slips = Array.from(expected?.slips.days ?? [], (days, i) =>
		row('slip', [days < 0 ? 1 : 0], Math.abs(days), { deals: expected?.slips.deals[i] ?? 0 }),
	);
	const basis = forecastBasis(pipeline, selection);
	return merged([...due, ...slips, ...(basis === null ? [] : rowsOfBasis(pipeline, basis, most))]);
}

function rowsOfBasis(pipeline: Pipeline, basis: ForecastBasis, most: number): StatisticsRow[] {
	const { paths, counts, method, stageChances } = basis;
	const { asOfDay } = pipeline;
	const codes = currentStages(pipeline);
	const isTilted = stageChances !== null;
	const origins = countedOrigins(counts, asOfDay);
	const span = SPAN_METHODS.findIndex((one) => one.method === method && one.isTilted === isTilted);
	const rows = [
		row('span', [span, counts.firstEnd, Number.isFinite(counts.seenFrom) ? counts.seenFrom : UNKNOWN_DAY], 0, {
			deals: paths.deals.length,
		}),
		...LEFT_OUT.map((reason, i) => row('left', [i], 0, { deals: counts.leftOut[reason] })),
		...Array.from(counts.wins.days, (day, i) =>
			row('sold', [blockOf(day)], day, {
				deals: counts.wins.deals[i] ?? 0,
				valued: (counts.wins.deals[i] ?? 0) - (counts.wins.blank[i] ?? 0),
				amount: counts.wins.amount[i] ?? 0,
			}),
		),
		...Array.from(counts.followed.days, (day, i) =>
			row('followed', [blockOf(day)], day, { deals: counts.followed.deals[i] ?? 0 }),
		),
	];
	if (method !== 'ends')
		rows.push(
			...Array.from(counts.created.days, (day, i) =>
				row('began', [blockOf(day), counts.created.start[i] ?? 0], day, { deals: counts.created.deals[i] ?? 0 }),
			),
		);
	const segments = priceSegments(origins);
	const wins = Array.from(paths.ended.keys()).filter((i) => paths.outcome[i] === WON);
	segments.forEach((first, s) => {
		const next = segments[s + 1] ?? Number.POSITIVE_INFINITY;
		const own = wins.filter((i) => (paths.ended[i] ?? 0) >= first && (paths.ended[i] ?? 0) < next);
		const priced = own.map((i) => ({ keys: [first, -1], duration: 0, amount: paths.amount[i] ?? Number.NaN }));
		rows.push(
			...pricedRows(
				'price',
				priced.filter(({ amount }) => !Number.isNaN(amount)),
				most,
			),
		);
	});
	for (const { months, asOf, from, season } of origins) {
		const { atRisk, exits } = counts.exits(from, asOf);
		rows.push(...riskRows(months, 0, atRisk));
		if (season !== null)
			for (const [month, risk] of counts.atRisk(season, asOf).entries())
				rows.push(...riskRows(months, month + 1, risk));
		exits.forEach((own, state) => {
			own.forEach((found, exit) => {
				found?.forEach((deals, length) => {
					if (deals > 0) rows.push(row('exit', [months, state, exit], length, { deals }));
				});
			});
		});
	}
	const days = new Map([[0, asOfDay], ...origins.map(({ months, asOf }) => [months, asOf] as const)]);
	for (const [months, asOf] of days) {
		const open = counts.open(asOf);
		const stale = months === 0 ? counts.stale() : [];
		const priced = Array.from(open.entries, (entry, i) => {
			const position = months === 0 && isTilted ? (codes[paths.deals[entry] ?? 0] ?? -2) : -2;
			const key = standingKey(position, stale[i] === 1);
			return {
				keys: [months, open.state[i] ?? 0, key],
				duration: open.spent[i] ?? 0,
				amount: open.amount[i] ?? Number.NaN,
			};
		});
		rows.push(...pricedRows('standing', priced, most));
	}
	return rows.filter(({ layer, deals }) => deals !== 0 || layer === 'span');
}

/** What changes from one day of the stay to the next. */
function riskRows(months: number, month: number, atRisk: readonly Float64Array[]): StatisticsRow[] {
	return atRisk.flatMap((risk, state) =>
		Array.from(risk, (deals, day) => row('risk', [months, state, month], day, { deals: deals - (risk[day - 1] ?? 0) })),
	);
}
