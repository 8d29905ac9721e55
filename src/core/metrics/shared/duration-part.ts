/**
 * What a deal is to a resolved rate: passed, followed without it, or without usable dates. Not here: how durations are
 * found (funnel/resolved.ts).
 */
import type { Duration, passMeasure } from '../../funnel/resolved.ts';
import { CAUSE, CENSORED } from '../../stats/event-table.ts';
import type { DealPart } from '../metric.ts';

/** @param measure null without a history: then no deal counts */
export function durationPart(measure: ReturnType<typeof passMeasure>): (deal: number) => DealPart {
	const found: Duration = { days: Number.NaN, ending: CENSORED };
	return (deal) => {
		if (measure === null) return null;
		measure(deal, found);
		if (!(found.days >= 0)) return 'noDates';
		return found.ending === CAUSE ? 'numerator' : 'denominator';
	};
}
