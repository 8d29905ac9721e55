/**
 * Rows of the forecast layers as the counts that a forecast stands on. Not here: rows of other layers
 * (statistics-of-rows.ts), what the layers mean (row.ts).
 */

import type { StageList } from '../model/stage.ts';
import { onFirstUse } from '../speed/lazy.ts';
import type { LeftOut } from '../statistics/deal-standing.ts';
import type { CountedMethod, ExpectedCounts, ForecastMethod } from '../statistics/forecast-counts.ts';
import { NotCounted } from '../statistics/not-counted.ts';
import type { AmountGroups, ExitCounts, NewDeals, OpenDeals, PathCounts, WinDays } from '../statistics/path-counts.ts';
import { monthsEarlier } from '../time/calendar-unit.ts';
import { amountGroups, type CountedRow, countedRows } from './counted-amounts.ts';
import { type Layer, SPAN_METHODS, type StatisticsHead, type StatisticsRow, UNKNOWN_DAY } from './row.ts';

type Rows = (layer: Layer) => readonly StatisticsRow[];

/** Order of the reasons among the rows of `left`. */
export const LEFT_OUT: readonly (keyof LeftOut)[] = ['parked', 'unknownStage', 'noCreation', 'noEnd'];

/** What `standing` says in k3 of an open deal of today. */
export const standingKey = (position: number, isStale: boolean): number => 2 * (position + 2) + (isStale ? 1 : 0);

/**
 * @param isCount wins are counted, because won deals have no amounts
 * @throws NotCounted where the rows hold no forecast, or those of several that were counted apart
 */
export function countedMethod(rows: Rows, head: StatisticsHead, isCount: boolean): CountedMethod {
	const [span, another] = rows('span');
	if (span === undefined || another !== undefined) throw new NotCounted('forecast');
	const { method, isTilted } = SPAN_METHODS[span.k1] ?? { method: 'ends', isTilted: false };
	const counted = new CountedPaths(rows, head, isCount, method, span);
	return {
		method,
		counts: counted.paths(),
		stageChances: isTilted ? counted.stageChances(head.stages) : null,
	};
}

export function expectedOfRows(rows: Rows): ExpectedCounts {
	const slips = rows('slip')
		.map(({ k1, duration, deals }) => ({ days: k1 === 1 ? -duration : duration, deals }))
		.sort((a, b) => a.days - b.days);
	return {
		due: rows('due').map(({ k1: position, duration: day, deals, amount }) => ({
			position,
			day,
			deals,
			amount: amount ?? 0,
		})),
		slips: { days: slips.map(({ days }) => days), deals: slips.map(({ deals }) => deals) },
	};
}

class CountedPaths {
	/** Months before the as-of day by the day itself. */
	private readonly monthsOf = new Map<number, number>();
	private readonly stateCount: number;
	private readonly today: readonly CountedRow[];

	private readonly exitRows = this.byKeys('exit');
	private readonly riskRows = this.byKeys('risk');

	constructor(
		private readonly rows: Rows,
		private readonly head: StatisticsHead,
		private readonly isCount: boolean,
		method: ForecastMethod,
		private readonly span: StatisticsRow,
	) {
		this.stateCount = method === 'stages' ? head.stages.openCount : method === 'age' ? 1 : 0;
		const origins = new Set([0, ...[...rows('risk'), ...rows('standing')].map(({ k1 }) => k1)]);
		for (const months of origins) this.monthsOf.set(monthsEarlier(head.asOfDay, months), months);
		this.today = this.standing(0);
	}

	paths(): PathCounts {
		return {
			stateCount: this.stateCount,
			firstEnd: this.span.k2,
			seenFrom: this.span.k3 === UNKNOWN_DAY ? Number.NEGATIVE_INFINITY : this.span.k3,
			leftOut: this.leftOut(),
			wins: this.wins(),
			followed: dayCounts(this.rows('followed')),
			created: this.created(),
			winAmounts: (first, last) => this.winAmounts(first, last),
			exits: (_, asOf) => this.exits(this.months(asOf)),
			atRisk: (_, asOf) => [1, 2, 3].map((month) => this.atRisk(this.months(asOf), month)),
			open: (asOf) => this.open(asOf),
			stale: () => this.today.map(({ row }) => row.k3 % 2),
		};
	}

	stageChances({ all }: StageList): Float64Array {
		return Float64Array.from(this.today, ({ row }) => {
			const stage = all[Math.floor(row.k3 / 2) - 2];
			return stage?.kind === 'open' ? stage.probability : Number.NaN;
		});
	}

	/** @throws NotCounted for a day from which nothing was counted */
	/** The rows of a layer by their three keys: each is asked for by state and exit, from up to ten days. */
	private byKeys(layer: Layer): () => ReadonlyMap<string, readonly StatisticsRow[]> {
		return onFirstUse(() => {
			const found = new Map<string, StatisticsRow[]>();
			for (const row of this.rows(layer)) {
				const key = `${row.k1} ${row.k2} ${row.k3}`;
				const own = found.get(key) ?? [];
				own.push(row);
				found.set(key, own);
			}
			return found;
		});
	}

	private months(asOf: number): number {
		const months = this.monthsOf.get(asOf);
		if (months === undefined) throw new NotCounted('forecast');
		return months;
	}

	private leftOut(): LeftOut {
		const of = (reason: keyof LeftOut): number =>
			this.rows('left').reduce((sum, { k1, deals }) => (LEFT_OUT[k1] === reason ? sum + deals : sum), 0);
		return {
			parked: of('parked'),
			unknownStage: of('unknownStage'),
			noCreation: of('noCreation'),
			noEnd: of('noEnd'),
		};
	}

	private wins(): WinDays {
		const rows = inOrder(this.rows('sold'));
		return {
			days: rows.map(({ duration }) => duration),
			deals: rows.map(({ deals }) => deals),
			blank: rows.map(({ deals, valued }) => (this.isCount ? 0 : deals - valued)),
			amount: rows.map(({ deals, amount }) => (this.isCount ? deals : (amount ?? 0))),
		};
	}

	private created(): NewDeals {
		const rows = inOrder(this.rows('began'));
		return {
			days: rows.map(({ duration }) => duration),
			start: rows.map(({ k2 }) => k2),
			deals: rows.map(({ deals }) => deals),
		};
	}

	private winAmounts(first: number, last: number): AmountGroups {
		const isIn = ({ k1 }: StatisticsRow): boolean => k1 >= first && k1 <= last;
		const isPrice = (row: StatisticsRow): boolean => row.k2 < 0 && isIn(row);
		if (this.isCount) {
			const sold = this.rows('sold').filter(({ duration }) => duration >= first && duration <= last);
			return amountGroups(countedRows(sold, [], [], true));
		}
		const segments = new Set([...this.rows('price'), ...this.rows('rest')].filter(isIn).map(({ k1 }) => k1));
		const own = (layer: Layer, segment: number): StatisticsRow[] =>
			this.rows(layer).filter((row) => row.k1 === segment && isPrice(row));
		return amountGroups(
			[...segments].flatMap((segment) =>
				countedRows(own('price', segment), own('rest', segment), own('squares', segment), false),
			),
		);
	}

	private exits(months: number): ExitCounts {
		const atRisk = this.atRisk(months, 0);
		const exits = atRisk.map((risk, state) =>
			Array.from({ length: this.stateCount + 2 }, (_, exit) => {
				const rows = this.exitRows().get(`${months} ${state} ${exit}`);
				if (rows === undefined) return null;
				const counts = new Float64Array(risk.length);
				for (const { duration, deals } of rows) counts[duration] = (counts[duration] ?? 0) + deals;
				return counts;
			}),
		);
		return { atRisk, exits };
	}

	/** @param month 0 in the window of the rates, 1..3 in that month of quarters */
	private atRisk(months: number, month: number): Float64Array[] {
		return Array.from({ length: this.stateCount }, (_, state) => {
			const rows = this.riskRows().get(`${months} ${state} ${month}`) ?? [];
			const risk = new Float64Array(1 + rows.reduce((most, { duration }) => Math.max(most, duration), 0));
			for (const { duration, deals } of rows) risk[duration] = (risk[duration] ?? 0) + deals;
			for (let day = 1; day < risk.length; day++) risk[day] = (risk[day] ?? 0) + (risk[day - 1] ?? 0);
			return risk;
		});
	}

	private standing(months: number): CountedRow[] {
		const own = (layer: Layer): StatisticsRow[] => this.rows(layer).filter(({ k1, k2 }) => k1 === months && k2 >= 0);
		return countedRows(own('standing'), own('rest'), own('squares'), this.isCount);
	}

	private open(asOf: number): OpenDeals {
		const isToday = asOf === this.head.asOfDay || this.stateCount === 0;
		const rows = isToday ? this.today : this.standing(this.months(asOf));
		return {
			entries: new Int32Array(0),
			state: rows.map(({ row }) => row.k2),
			spent: rows.map(({ row }) => row.duration),
			...amountGroups(rows),
		};
	}
}

const inOrder = (rows: readonly StatisticsRow[]): StatisticsRow[] => [...rows].sort((a, b) => a.duration - b.duration);

/** Deals by day, in order. */
export function dayCounts(rows: readonly StatisticsRow[]): Pick<WinDays, 'days' | 'deals'> {
	const sorted = inOrder(rows);
	return { days: sorted.map(({ duration }) => duration), deals: sorted.map(({ deals }) => deals) };
}
