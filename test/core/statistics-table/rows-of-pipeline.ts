/** The rows that a database would count, from the deals of a pipeline one by one: what the SQL models are compared with. */

import { asOfOn, daysBetween } from '../../../src/core/funnel/as-of.ts';
import { journeysOf } from '../../../src/core/funnel/journeys.ts';
import { paceOf } from '../../../src/core/funnel/pace.ts';
import { reachedStages } from '../../../src/core/funnel/reached.ts';
import { passMeasure, winMeasure } from '../../../src/core/funnel/resolved.ts';
import type { Field } from '../../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { isFirstLookOnly } from '../../../src/core/model/stage-history.ts';
import { cohortDays } from '../../../src/core/statistics/cohort.ts';
import { hasCycle } from '../../../src/core/statistics/cycle-days.ts';
import { directMove } from '../../../src/core/statistics/direct-moves.ts';
import { forEachFate } from '../../../src/core/statistics/fate-events.ts';
import { overdueDays } from '../../../src/core/statistics/open-pipeline.ts';
import { forEachDeal, type Selection } from '../../../src/core/statistics/selection.ts';
import {
	DAYS_OF_BLOCK,
	type Layer,
	MOST_LISTED,
	type StatisticsHead,
	type StatisticsRow,
} from '../../../src/core/statistics-table/row.ts';
import { DAY_MS } from '../../../src/core/time/calendar-day.ts';
import { forecastRows } from './forecast-rows.ts';

export function headOf(pipeline: Pipeline, resolution: number): StatisticsHead {
	const { opportunities, stages, asOfDay, timeZone } = pipeline;
	return {
		stages,
		asOfDay,
		timeZone: timeZone.name,
		resolution,
		columns: Object.fromEntries(
			Object.entries(opportunities.columns).map(([field, column]) => [field as Field, opportunities.headings[column]]),
		),
		hasHistory: pipeline.history !== null,
		hasMoves: pipeline.history !== null && !isFirstLookOnly(pipeline.history),
		cohort: 'created',
		selection: '',
	};
}

const KIND = { won: 1, lost: 2 } as const;

/** Layers whose lengths are whole numbers of their own. */
const WHOLE: ReadonlySet<Layer> = new Set(['age', 'fate', 'stated', 'day']);

/** Counts each deal of the selection; @param resolution milliseconds to which lengths are rounded up */
export function rowsOfPipeline(
	pipeline: Pipeline,
	selection: Selection,
	resolution: number,
	mostListed = MOST_LISTED,
): StatisticsRow[] {
	const { stages, opportunities, history } = pipeline;
	const rows = new Map<string, { -readonly [K in keyof StatisticsRow]: StatisticsRow[K] }>();
	const add = (
		layer: Layer,
		keys: readonly number[],
		label: string,
		length: number | null,
		value: number | null,
		isValued: boolean,
	): void => {
		const [k1 = 0, k2 = 0, k3 = 0] = keys;
		const duration = length === null ? 0 : WHOLE.has(layer) ? length : Math.ceil(length / resolution);
		const key = JSON.stringify([layer, k1, k2, k3, label, duration]);
		const row = rows.get(key) ?? { layer, k1, k2, k3, label, duration, deals: 0, valued: 0, amount: null };
		rows.set(key, row);
		row.deals++;
		if (isValued) row.valued++;
		if (value !== null) row.amount = (row.amount ?? 0) + value;
	};
	const { furthest, assumed, lostFrom, touched, now } = reachedStages(pipeline);
	const journeys = journeysOf(pipeline);
	const amounts = opportunities.amounts();
	const chances = opportunities.probabilities()?.values;
	const reasonColumn = opportunities.columns.reason;
	const reasons = reasonColumn === undefined ? null : opportunities.dimension(reasonColumn);
	const closedDays = cohortDays(pipeline, 'closed');
	const isCycle = hasCycle(pipeline);
	const [created, closed] = [opportunities.date('created'), opportunities.date('closed')];
	const win = winMeasure(pipeline);
	const won = stages.openCount;
	const ranks = Array.from({ length: won }, (_, rank) => rank);
	const pace = paceOf(pipeline);
	const overdueBy = overdueDays(pipeline);
	const moves = ranks.map((from) =>
		Array.from({ length: won + 1 }, (_, to) => [to, directMove(pipeline, from, to)] as const),
	);
	const passes = ranks.map((from) =>
		Array.from({ length: won - from }, (_, i) => [from + 1 + i, passMeasure(pipeline, from, from + 1 + i)] as const),
	);
	const ms = (days: number): number => Math.round(days * DAY_MS);
	const middles: [number, number][] = [];
	forEachDeal(selection, (deal) => {
		const position = now[deal] as number;
		const kind = position < 0 ? null : (stages.all[position]?.kind ?? null);
		const currency = amounts?.currencies[amounts.currencyCodes?.[deal] ?? 0] ?? '';
		const value = amounts?.values[deal] ?? Number.NaN;
		const amount = Number.isNaN(value) ? null : value;
		const seen = (touched[deal] as number) >>> 0;
		const far = furthest[deal] as number;
		add('place', [position, far, (assumed[deal] as number) + 2 * seen], currency, null, amount, amount !== null);
		const ending = kind === 'won' || kind === 'lost' ? KIND[kind] : 0;
		const chance = chances?.[deal] ?? Number.NaN;
		if (ending > 0 && chance >= 0) add('stated', [ending], '', Math.round(chance * 1e6), null, false);
		if (ending > 0) {
			const reason = reasons?.labels[reasons.codes[deal] as number] ?? '';
			add('reason', [ending, lostFrom[deal] as number], `${currency}|${reason}`, null, amount, amount !== null);
			if (kind === 'lost') add('lost', [lostFrom[deal] as number], currency, null, amount, amount !== null);
			const day = closedDays?.[deal] ?? Number.NaN;
			if (!Number.isNaN(day))
				add('day', [ending, Math.floor(day / DAYS_OF_BLOCK)], currency, day, amount, amount !== null);
		}
		if (kind === 'open') {
			const product = value * (chances?.[deal] ?? Number.NaN);
			add('own', [], currency, null, Number.isNaN(product) ? null : product, !Number.isNaN(product));
			const age = pace.age(deal);
			const isInStage = !Number.isNaN(journeys?.age[deal] ?? Number.NaN);
			if (age !== null) add('age', [position, isInStage ? 1 : 0], '', age, null, false);
			if (overdueBy !== null && overdueBy(deal) > 0) add('late', [position], '', null, null, false);
		}
		if (amount !== null) {
			middles.push([2, amount]);
			if (kind === 'won') middles.push([0, amount]);
			if (kind === 'open') middles.push([1, amount]);
		}
		if (ending > 0 && isCycle?.(deal) === true && created !== null && closed !== null) {
			const on = (column: typeof created): number => {
				const days = column.days[deal] as number;
				const isMixed = created.hasTime !== closed.hasTime && column.hasTime;
				return isMixed ? pipeline.timeZone.dayOf(days * DAY_MS) : days;
			};
			const length = ms(on(closed) - on(created));
			add('cycle', [ending], '', length, length, false);
		}
		const found = { days: Number.NaN, ending: 0 };
		win(deal, found);
		if (found.days >= 0) add('win', [found.ending], '', ms(found.days), null, false);
		if (journeys === null || history === null) return;
		const limit = asOfOn(pipeline, history.hasTime);
		ranks.forEach((rank) => {
			const to = moves[rank]?.reduce((bits, [target, isMoved]) => (isMoved(deal) ? bits + 2 ** target : bits), 0) ?? 0;
			if (to > 0) add('moved', [rank, to], '', null, null, false);
			const days = journeys.daysIn[deal * journeys.width + rank] as number;
			if (days >= 0) add('stay', [rank, stages.rankOf[position] === rank ? 0 : 1], '', ms(days), ms(days), false);
			for (const [target, measure] of passes[rank] ?? []) {
				measure?.(deal, found);
				if (far >= target && found.days >= 0) add('pass', [rank, target], '', ms(found.days), null, false);
			}
			const until = kind === 'lost' ? (journeys.endedAt[deal] as number) : position >= 0 ? limit : Number.NaN;
			const waited = daysBetween(journeys.enteredAt[deal * journeys.width + rank] as number, until, history.hasTime);
			if (far < won && waited >= 0) add('pend', [rank, far, kind === 'lost' ? 2 : 0], '', ms(waited), null, false);
		});
	});
	forEachFate(pipeline, selection, (rank, days, ended) => {
		add('fate', [rank, ended], '', days, null, false);
	});
	const middle = [0, 1, 2].flatMap((kind) => middleRows(kind, middles));
	return [...rows.values(), ...middle, ...forecastRows(pipeline, selection, mostListed)];
}

/** The one or two middle amounts of a kind. */
function middleRows(kind: number, all: readonly (readonly [number, number])[]): StatisticsRow[] {
	const values = all.filter(([own]) => own === kind).map(([, amount]) => amount);
	const wanted = [Math.floor((values.length - 1) / 2), Math.ceil((values.length - 1) / 2)];
	values.sort((a, b) => a - b);
	return [...new Set(wanted.map((rank) => values[rank] as number))]
		.filter((amount) => amount !== undefined)
		.map((amount) => ({
			layer: 'middle',
			k1: kind,
			k2: values.length,
			k3: values.indexOf(amount),
			label: '',
			duration: 0,
			deals: values.filter((value) => value === amount).length,
			valued: 0,
			amount,
		}));
}
