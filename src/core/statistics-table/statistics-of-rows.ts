/**
 * Rows of statistics, no matter who counted them, as the Statistics that metrics finish. Not here: the cells that they
 * come from (read-table.ts).
 */

import { textKey } from '../cells/text-key.ts';
import { usualDays, usualUpTo } from '../funnel/pace.ts';
import { timeSpent } from '../funnel/time-in-stage.ts';
import { slotCount, slotOf } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import type { AmountKind } from '../statistics/amount-median.ts';
import type { AmountSums } from '../statistics/amount-sums.ts';
import type { Closings } from '../statistics/closings.ts';
import type { ForecastCounts } from '../statistics/forecast-counts.ts';
import { NotCounted } from '../statistics/not-counted.ts';
import { type OpenStage, openStagesOf } from '../statistics/open-pipeline.ts';
import { reachedCountsOf } from '../statistics/reached-counts.ts';
import type { ReasonCounts } from '../statistics/reason-counts.ts';
import { addSkipped } from '../statistics/skipped-counts.ts';
import { countsOf, type StageCounts } from '../statistics/stage-counts.ts';
import { type StatedCount, sortedCounts } from '../statistics/stated-counts.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { addTouched, type TouchedCounts } from '../statistics/touched-counts.ts';
import { Durations } from '../stats/durations.ts';
import { CAUSE, CENSORED, COMPETING, type EventTable } from '../stats/event-table.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import { countedMethod, expectedOfRows } from './counted-paths.ts';
import type { Layer, StatisticsHead, StatisticsRow } from './row.ts';

const WON = 1;
const LOST = 2;
/** Probabilities are counted in whole ones. */
const MILLIONTHS = 1_000_000;

/** Where the statistics of other selections come from. */
export interface OtherStatistics {
	/** Statistics of every deal; those of the rows themselves when left out. */
	readonly whole?: () => Statistics;
	/** Rows of each owner. */
	owners?(): readonly (readonly StatisticsRow[])[];
}

/** @param rows of one group, or of several that are added up */
export function statisticsOfRows(
	rows: readonly StatisticsRow[],
	head: StatisticsHead,
	{ whole, owners }: OtherStatistics = {},
): Statistics {
	const counted = new CountedRows(rows, head);
	const { stages } = head;
	const statistics: Statistics = {
		count: counted.count,
		whole: () => whole?.() ?? statistics,
		stages: onFirstUse(() => counted.byStage()),
		amounts: () =>
			counted.amounts(
				slotCount(stages.all.length),
				counted.layer('place'),
				({ k1 }) => slotOf(k1),
				({ label }) => label,
			),
		openStages: onFirstUse(() => counted.openStages(statistics)),
		cycle: (kind) => counted.cycle(kind === 'won' ? WON : LOST),
		reached: onFirstUse(() => counted.reached()),
		touched: onFirstUse(() => counted.touched()),
		reachedAmounts: () =>
			counted.amounts(
				stages.openCount + 2,
				counted.layer('place'),
				({ k2 }) => k2 + 1,
				({ label }) => label,
			),
		skipped: () => counted.skipped(),
		moved: (from, to) => counted.moved(from, to),
		passing: (from, to) => (head.hasHistory ? counted.passing(from, to) : null),
		winning: () => counted.events([{ rows: counted.layer('win'), ending: ({ k1 }) => k1 }]),
		stays: (rank) => (head.hasHistory ? counted.stays(rank) : null),
		fates: onFirstUse(() => stages.open.map((_, rank) => counted.fates(rank))),
		stated: onFirstUse(() => counted.stated()),
		reasons: (kind, isByStage) => counted.reasons(kind === 'won' ? WON : LOST, isByStage),
		amountMedian: (kind) => counted.amountMedian(kind),
		ownChances: () => counted.ownChances(),
		closings: (starts) => counted.closings(starts),
		lastClosing: (limit) => counted.lastClosing(limit),
		forecast: onFirstUse(() => counted.forecast()),
		byOwner: onFirstUse(() => (owners?.() ?? []).map((own) => new CountedRows(own, head).reached())),
	};
	return statistics;
}

/** Rows whose ending is told by the row. */
interface EndedRows {
	readonly rows: readonly StatisticsRow[];
	readonly ending: (row: StatisticsRow) => number;
}

const dealsOf = (rows: readonly StatisticsRow[]): number => rows.reduce((sum, { deals }) => sum + deals, 0);
const bitOf = (bits: number, rank: number): boolean => Math.floor(bits / 2 ** rank) % 2 === 1;

class CountedRows {
	readonly count: number;
	private readonly byLayer = new Map<Layer, StatisticsRow[]>();
	/** Those with an amount, in a fixed order; [''] when there are none. */
	private readonly currencies: readonly string[];

	constructor(
		rows: readonly StatisticsRow[],
		private readonly head: StatisticsHead,
	) {
		for (const row of rows) {
			const own = this.byLayer.get(row.layer);
			if (own === undefined) this.byLayer.set(row.layer, [row]);
			else own.push(row);
		}
		const place = this.layer('place');
		this.count = dealsOf(place);
		const valued = new Set(place.filter((row) => row.valued > 0).map(({ label }) => label));
		this.currencies = valued.size === 0 ? [''] : [...valued].sort();
	}

	layer(name: Layer): readonly StatisticsRow[] {
		return this.byLayer.get(name) ?? [];
	}

	byStage(): StageCounts {
		const bySlot = new Int32Array(slotCount(this.head.stages.all.length));
		for (const { k1, deals } of this.layer('place')) bySlot[slotOf(k1)] = existing(bySlot[slotOf(k1)]) + deals;
		return countsOf(this.head.stages, bySlot);
	}

	/** @param own statistics of these rows */
	openStages(own: Statistics): OpenStage[] {
		const { stages, columns } = this.head;
		const whole = own.whole();
		const usual = usualDays(stages, (rank) => {
			const events = whole.stays(rank);
			return events === null ? null : timeSpent(events).median;
		});
		const [late, ages] = [this.layer('late'), this.layer('age')];
		return openStagesOf(stages, own.stages().bySlot, own.amounts(), (position) => {
			const upTo = usualUpTo(stages, usual, existing(stages.rankOf[position]));
			const limitOf = ({ k2 }: StatisticsRow): number | null => (k2 === 1 ? existing(usual[position]) : upTo);
			const paced = ages.filter((row) => row.k1 === position && limitOf(row) !== null);
			return {
				overdue: columns.expectedClose === undefined ? null : dealsOf(late.filter(({ k1 }) => k1 === position)),
				stuck: paced.length === 0 ? null : dealsOf(paced.filter((row) => row.duration > (limitOf(row) ?? 0))),
			};
		});
	}

	/** Null without an amount column. */
	amounts(
		slots: number,
		rows: readonly StatisticsRow[],
		slotOf: (row: StatisticsRow) => number,
		currencyOf: (row: StatisticsRow) => string,
	): AmountSums | null {
		if (this.head.columns.amount === undefined) return null;
		const { currencies } = this;
		const [sums, counts] = [new Float64Array(slots * currencies.length), new Int32Array(slots * currencies.length)];
		for (const row of rows) {
			if (row.valued === 0) continue;
			const cell = currencies.indexOf(currencyOf(row)) * slots + slotOf(row);
			sums[cell] = existing(sums[cell]) + (row.amount ?? 0);
			counts[cell] = existing(counts[cell]) + row.valued;
		}
		return { slots, sums, counts, currencies };
	}

	reached() {
		const placed = this.layer('place').map(({ k1, k2, k3, deals }) => ({
			furthest: k2,
			now: k1,
			isAssumed: k3 % 2 === 1,
			deals,
		}));
		return reachedCountsOf(this.head.stages, placed);
	}

	touched(): TouchedCounts {
		const ranks = this.head.stages.openCount + 1;
		const counts = { touched: new Int32Array(ranks), strict: new Int32Array(ranks) };
		for (const { k3, deals } of this.layer('place')) addTouched(counts, Math.floor(k3 / 2), deals);
		return counts;
	}

	skipped(): Int32Array | null {
		if (!this.head.hasHistory) return null;
		const skipped = new Int32Array(this.head.stages.openCount + 1);
		for (const { k2, k3, deals } of this.layer('place')) addSkipped(skipped, k2, Math.floor(k3 / 2), deals);
		return skipped;
	}

	moved(from: number, to: number): number {
		return dealsOf(this.layer('moved').filter(({ k1, k2 }) => k1 === from && bitOf(k2, to)));
	}

	/** Counts by duration and ending; deals that are in none of the rows have no usable duration. */
	events(parts: readonly EndedRows[], daysOf = (duration: number) => this.daysOf(duration)): EventTable {
		const byTime = new Map<number, [number, number, number]>();
		let n = 0;
		for (const { rows, ending } of parts)
			for (const row of rows) {
				const counts = byTime.get(row.duration) ?? [0, 0, 0];
				byTime.set(row.duration, counts);
				const at = ending(row) as 0 | 1 | 2;
				counts[at] += row.deals;
				n += row.deals;
			}
		const keys = Float64Array.from(byTime.keys()).sort();
		const pick = (ending: 0 | 1 | 2): Float64Array => keys.map((key) => existing(existing(byTime.get(key))[ending]));
		return {
			times: keys.map(daysOf),
			censored: pick(CENSORED),
			cause: pick(CAUSE),
			competing: pick(COMPETING),
			n,
			excluded: this.count - n,
		};
	}

	private daysOf(duration: number): number {
		return (duration * this.head.resolution) / DAY_MS;
	}

	passing(from: number, to: number): EventTable {
		return this.events([
			{ rows: this.layer('pass').filter(({ k1, k2 }) => k1 === from && k2 === to), ending: () => CAUSE },
			{ rows: this.layer('pend').filter(({ k1, k2 }) => k1 === from && k2 < to), ending: ({ k3 }) => k3 },
		]);
	}

	fates(rank: number): EventTable {
		const rows = this.layer('fate').filter(({ k1 }) => k1 === rank);
		return this.events([{ rows, ending: ({ k2 }) => k2 }], (days) => days);
	}

	stated(): StatedCount[] {
		const counts = new Map<number, { won: number; lost: number }>();
		for (const { k1, duration, deals } of this.layer('stated')) {
			const chance = duration / MILLIONTHS;
			const own = counts.get(chance) ?? { won: 0, lost: 0 };
			counts.set(chance, own);
			own[k1 === WON ? 'won' : 'lost'] += deals;
		}
		return sortedCounts(counts);
	}

	stays(rank: number): EventTable {
		const rows = this.layer('stay').filter(({ k1 }) => k1 === rank);
		const left = rows.filter(({ k2 }) => k2 === CAUSE);
		return {
			...this.events([{ rows, ending: ({ k2 }) => k2 }]),
			causeSum: left.reduce((sum, { amount }) => sum + (amount ?? 0), 0) / DAY_MS,
		};
	}

	cycle(kind: number): Durations | null {
		const { created, closed } = this.head.columns;
		if (created === undefined || closed === undefined) return null;
		const rows = this.layer('cycle').filter(({ k1 }) => k1 === kind);
		const sum = rows.reduce((all, { amount }) => all + (amount ?? 0), 0) / DAY_MS;
		if (this.head.resolution === DAY_MS) {
			const byDay = new Int32Array(1 + rows.reduce((most, { duration }) => Math.max(most, duration), 0));
			for (const { duration, deals } of rows) byDay[duration] = existing(byDay[duration]) + deals;
			return Durations.counted(byDay, sum);
		}
		const days = new Float64Array(dealsOf(rows));
		let next = 0;
		for (const { duration, deals } of rows) {
			days.fill(this.daysOf(duration), next, next + deals);
			next += deals;
		}
		return Durations.listed(days, sum);
	}

	reasons(kind: number, isByStage: boolean): ReasonCounts[] | null {
		if (this.head.columns.reason === undefined) return null;
		const rows = this.layer('reason').filter(({ k1 }) => k1 === kind);
		const labels = labelsOf(rows);
		const keys = [...labels.keys()];
		const codeOf = (row: StatisticsRow): number => keys.indexOf(textKey(reasonOf(row)));
		const part = (rank: number | null, own: readonly StatisticsRow[]): ReasonCounts => {
			const counts = new Int32Array(keys.length);
			for (const row of own) counts[codeOf(row)] = existing(counts[codeOf(row)]) + row.deals;
			const amounts = this.amounts(keys.length, own, codeOf, ({ label }) => label.slice(0, label.indexOf('|')));
			return { rank, deals: dealsOf(own), labels: [...labels.values()], counts, amounts };
		};
		if (!isByStage) return [part(null, rows)];
		const ranks = [...new Set(rows.map(({ k2 }) => k2))].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
		return ranks.map((rank) =>
			part(
				rank,
				rows.filter(({ k2 }) => k2 === rank),
			),
		);
	}

	amountMedian(kind: AmountKind): number | null {
		const code = { won: 0, open: 1, all: 2 }[kind];
		const { all } = this.head.stages;
		const isOf = ({ k1: position }: StatisticsRow): boolean => kind === 'all' || all[position]?.kind === kind;
		const total = this.layer('place').reduce((sum, row) => (isOf(row) ? sum + row.valued : sum), 0);
		if (total === 0) return null;
		// Middles of parts say nothing of the whole: each stands among its own amounts only.
		const rows = this.layer('middle').filter(({ k1 }) => k1 === code);
		if (rows.length === 0 || rows.some(({ k2 }) => k2 !== total)) throw new NotCounted('median');
		const at = (rank: number): number =>
			rows.find(({ k3, deals }) => rank >= k3 && rank < k3 + deals)?.amount ?? Number.NaN;
		const middle = (total - 1) / 2;
		return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
	}

	ownChances() {
		if (this.head.columns.amount === undefined) return null;
		const rows = this.layer('own');
		return {
			sum: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
			n: rows.reduce((sum, { valued }) => sum + valued, 0),
		};
	}

	closings(starts: readonly number[]): Closings | null {
		if (this.head.columns.closed === undefined) return null;
		const rows = this.layer('day');
		const spans = starts.length - 1;
		const spanOf = ({ duration: day }: StatisticsRow): number => {
			const span = starts.findIndex((start, i) => i < spans && day >= start && day < existing(starts[i + 1]));
			return span < 0 ? spans : span;
		};
		const count = (kind: number): Int32Array => {
			const counts = new Int32Array(spans + 1);
			const own = rows.filter(({ k1 }) => k1 === kind);
			for (const row of own) counts[spanOf(row)] = existing(counts[spanOf(row)]) + row.deals;
			// The last entry holds deals of other days, and those without one.
			const { won, lost } = this.byStage();
			counts[spans] = existing(counts[spans]) + (kind === WON ? won : lost) - dealsOf(own);
			return counts;
		};
		const won = rows.filter(({ k1 }) => k1 === WON);
		return {
			won: count(WON),
			lost: count(LOST),
			wonAmounts: this.amounts(spans + 1, won, spanOf, ({ label }) => label),
		};
	}

	forecast(): ForecastCounts {
		const { asOfDay, hasHistory, columns, stages } = this.head;
		const won = this.layer('place').filter(({ k1 }) => stages.all[k1]?.kind === 'won');
		const isCount = columns.amount === undefined || won.every(({ valued }) => valued === 0);
		const isEndKnown = hasHistory || columns.closed !== undefined;
		const rowsOf = (layer: Layer): readonly StatisticsRow[] => this.layer(layer);
		return {
			asOf: asOfDay,
			isCount,
			paths: isEndKnown ? countedMethod(rowsOf, this.head, isCount) : null,
			expected: columns.expectedClose === undefined ? null : expectedOfRows(rowsOf),
		};
	}

	lastClosing(limit: number): number | null {
		if (this.head.columns.closed === undefined) return null;
		const last = this.layer('day').reduce(
			(latest, { duration: day }) => (day <= limit && day > latest ? day : latest),
			Number.NEGATIVE_INFINITY,
		);
		return last === Number.NEGATIVE_INFINITY ? null : last;
	}
}

function reasonOf({ label }: StatisticsRow): string {
	return label.slice(label.indexOf('|') + 1).trim();
}

/** Labels by key: of spellings that are one name the most frequent. */
function labelsOf(rows: readonly StatisticsRow[]): Map<string, string> {
	const labels = new Map<string, string>();
	for (const row of [...rows].sort((a, b) => b.deals - a.deals)) {
		const reason = reasonOf(row);
		if (!labels.has(textKey(reason))) labels.set(textKey(reason), reason);
	}
	return labels;
}
