/** The own probabilities of the deals that are won or lost now, counted by value. */
import type { Pipeline } from '../model/pipeline.ts';
import { forEachDeal, type Selection } from './selection.ts';
import { kindsOf } from './stage-counts.ts';

export interface StatedCount {
	/** 0..1 */
	readonly chance: number;
	readonly won: number;
	readonly lost: number;
}

export function statedCounts(pipeline: Pipeline, selection: Selection): StatedCount[] {
	const values = pipeline.opportunities.probabilities()?.values;
	const kindOf = kindsOf(pipeline);
	const counts = new Map<number, { won: number; lost: number }>();
	forEachDeal(selection, (deal) => {
		const kind = kindOf(deal);
		const chance = values?.[deal] ?? Number.NaN;
		if ((kind !== 'won' && kind !== 'lost') || Number.isNaN(chance)) return;
		const own = counts.get(chance) ?? { won: 0, lost: 0 };
		counts.set(chance, own);
		own[kind]++;
	});
	return sortedCounts(counts);
}

/** In rising order of the chance. */
export function sortedCounts(
	counts: ReadonlyMap<number, { readonly won: number; readonly lost: number }>,
): StatedCount[] {
	return [...counts].map(([chance, { won, lost }]) => ({ chance, won, lost })).sort((a, b) => a.chance - b.chance);
}
