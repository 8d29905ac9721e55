/**
 * What is said beside the conversion of one step: too few deals, and that it is a limit where losses have no known
 * stage, because they count for the first one and may have come further.
 */
import type { Measure } from '../../model/metric-result.ts';
import type { ReachedCounts } from '../../statistics/reached-counts.ts';
import { type Words, words } from '../metric.ts';
import { isThin } from './measured.ts';
import { FEW } from './table-words.ts';

const AT_MOST = words('at most', '至多');

/** @param rank of the step's first stage */
export function stepNotes({ lostUnknown }: ReachedCounts, rank: number, step: Measure): Words[] {
	const bound =
		rank === 0
			? words(`at least: ${lostUnknown} lost, stage unknown`, `至少：${lostUnknown} 个输单的阶段未知`)
			: AT_MOST;
	return [...(isThin(step) ? [FEW] : []), ...(lostUnknown > 0 ? [bound] : [])];
}

/** Several notes as one; null for none. */
export function joinedNotes(notes: readonly Words[]): Words | null {
	if (notes.length === 0) return null;
	return words(notes.map(({ en }) => en).join('; '), notes.map((note) => note['zh-CN']).join('；'));
}
