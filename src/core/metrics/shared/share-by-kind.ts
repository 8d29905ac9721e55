/**
 * A share of deals that the kinds of their stages decide: which kinds are counted, in what, and which are left out and
 * why is said once.
 * Not here: shares of amounts, of deals that reached a stage, of deals that are still to end.
 */
import type { Measure, NoValueReason } from '../../model/metric-result.ts';
import { kindsOf, type SlotKind, type StageCounts } from '../../statistics/stage-counts.ts';
import type { AskedDeals, DealPart } from '../metric.ts';
import { proportion } from './measured.ts';

/** What the deals of each kind are to the share. */
export type KindParts = Readonly<Record<SlotKind, DealPart>>;

/** What each deal is to the share. */
export function partByKind(parts: KindParts, { pipeline }: AskedDeals): (deal: number) => DealPart {
	const kindOf = kindsOf(pipeline);
	return (deal) => parts[kindOf(deal)];
}

/** The share, from how many deals there are of each kind. @param reason why there is no share */
export function shareByKind(parts: KindParts, counts: StageCounts, reason: NoValueReason): Measure {
	const dealsThatAre = (isWanted: (part: DealPart) => boolean): number =>
		(Object.keys(parts) as SlotKind[]).reduce((sum, kind) => sum + (isWanted(parts[kind]) ? counts[kind] : 0), 0);
	const both = dealsThatAre((part) => part === 'numerator');
	const others = dealsThatAre((part) => part === 'denominator');
	const excluded = dealsThatAre((part) => part !== null && part !== 'numerator' && part !== 'denominator');
	return proportion(both, both + others, reason, { excluded });
}
