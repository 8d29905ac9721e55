/**
 * The funnel's rows in the report: who came to each stage, and what became of them. Not here: the figures above it
 * (build-report.ts).
 */

import { timeSpent } from '../funnel/time-in-stage.ts';
import { slotOf } from '../model/opportunity.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { amountTotal } from '../statistics/amount-sums.ts';
import { countsFrom, firstOwnRank, reachedFrom } from '../statistics/processes.ts';
import type { ReachedCounts } from '../statistics/reached-counts.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { wilson } from '../stats/wilson.ts';
import type { ReportStage } from './report.ts';

/** Conversion from a rank to the next; null where nobody came. */
function conversionAt({ reached }: ReachedCounts, rank: number): number | null {
	return (reached[rank] ?? 0) === 0 || rank + 1 >= reached.length
		? null
		: existing(reached[rank + 1]) / existing(reached[rank]);
}

function medianDays(statistics: Statistics, rank: number): number | null {
	const events = statistics.stays(rank);
	return events === null ? null : timeSpent(events).median;
}

const NOT_OPEN = { weighted: null, overdue: null, stuck: null };

/** @param elsewhere by the position of the stages: only deals of other pipelines are in it */
export function reportStages(
	stages: StageList,
	statistics: Statistics,
	elsewhere: readonly boolean[] = [],
): ReportStage[] {
	const { bySlot } = statistics.stages();
	const firstRank = firstOwnRank(stages, elsewhere);
	const counts = countsFrom(statistics.reached(), firstRank);
	const [amounts, reachedAmounts] = [statistics.amounts(), statistics.reachedAmounts()];
	const skipped = statistics.skipped();
	const openStages = new Map(statistics.openStages().map((stage) => [stage.position, stage]));
	return stages.all.map(({ id, name, kind, probability }, position) => {
		const rank = existing(stages.rankOf[position]);
		const isOpen = kind === 'open';
		const now = existing(bySlot[slotOf(position)]);
		/** What open stages, the won stage and the others have. */
		const byKind = <T>(open: () => T, won: T): T | null => (isOpen ? open() : kind === 'won' ? won : null);
		const total = (sums: typeof amounts, isIn: (slot: number) => boolean) =>
			sums === null ? null : amountTotal(sums, isIn).sum;
		const { weighted, overdue, stuck } = openStages.get(position) ?? NOT_OPEN;
		const amount = total(amounts, (slot) => slot === slotOf(position));
		const reached = byKind(() => existing(counts.reached[rank]), now);
		const conversion = isOpen ? conversionAt(counts, rank) : null;
		const interval = conversion === null ? null : wilson(existing(counts.reached[rank + 1]), reached as number);
		const at = (column: readonly number[], won: number): number | null => byKind(() => existing(column[rank]), won);
		const first = existing(counts.reached[0]);
		return {
			id,
			name,
			kind,
			probability,
			now,
			amount,
			weighted,
			overdue,
			stuck,
			reached,
			reachedAmount: byKind(() => total(reachedAmounts, (slot) => reachedFrom(slot, rank, firstRank)), amount),
			movedOn: at(counts.reached.slice(1), 0),
			still: at(counts.still, now),
			lostHere: at(counts.lost, 0),
			parkedHere: at(counts.parked, 0),
			skipped: isOpen && skipped !== null ? existing(skipped[rank]) : null,
			assumed: isOpen ? existing(counts.assumed[rank]) : 0,
			cumulative: reached === null || first === 0 ? null : reached / first,
			conversion,
			conversionLow: interval?.low ?? null,
			conversionHigh: interval?.high ?? null,
			medianDays: isOpen ? medianDays(statistics, rank) : null,
			isElsewhere: elsewhere[position] === true,
		};
	});
}
