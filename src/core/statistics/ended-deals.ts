/**
 * The won and the lost deals of a selection, split in one pass: cycle, reasons and trend look at nothing else. Not
 * here: what they count.
 */

import type { Codes } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import type { Selection } from './selection.ts';
import { currentStages, type StageCounts } from './stage-counts.ts';

export interface EndedDeals {
	readonly won: Selection;
	readonly lost: Selection;
}

const WON = 1;
const LOST = 2;

/**
 * Each deal is written to both lists and kept by moving on, so that there is no branch to guess.
 * @param ends how far the lists are filled
 */
function splitBlock(
	codes: Codes,
	outcomes: Uint8Array,
	deals: Int32Array | null,
	from: number,
	to: number,
	won: Int32Array,
	lost: Int32Array,
	ends: Int32Array,
): void {
	let w = existing(ends[0]);
	let l = existing(ends[1]);
	for (let i = from; i < to; i++) {
		const deal = deals === null ? i : existing(deals[i]);
		const code = existing(codes[deal]);
		const outcome = code < 0 ? 0 : existing(outcomes[code]);
		won[w] = deal;
		lost[l] = deal;
		w += outcome & WON;
		l += outcome >> 1;
	}
	ends[0] = w;
	ends[1] = l;
}

/** @param counts deals of the selection by stage */
export function endedDeals(pipeline: Pipeline, { deals, count }: Selection, counts: StageCounts): EndedDeals {
	const outcomes = Uint8Array.from(pipeline.stages.all, ({ kind }) =>
		kind === 'won' ? WON : kind === 'lost' ? LOST : 0,
	);
	const codes = currentStages(pipeline);
	// One place more than is kept.
	const won = new Int32Array(counts.won + 1);
	const lost = new Int32Array(counts.lost + 1);
	const ends = new Int32Array(2);
	inBlocks(0, count, (from, to) => splitBlock(codes, outcomes, deals, from, to, won, lost, ends));
	return {
		won: { deals: won.subarray(0, counts.won), count: counts.won },
		lost: { deals: lost.subarray(0, counts.lost), count: counts.lost },
	};
}
