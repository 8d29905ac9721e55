/**
 * What was stated about deals whose outcome is known: the sheet's own probabilities, and the forecast's on earlier
 * days. Not here: judging them (probability-check.ts).
 */

import { at } from '../speed/numbers.ts';
import { WON } from '../statistics/deal-standing.ts';
import type { StatedCount } from '../statistics/stated-counts.ts';
import type { Forecast } from './forecast.ts';
import type { Stated } from './probability-check.ts';

/** Own probabilities of the won and lost deals that have one, deal by deal. */
export function ownStated(counts: readonly StatedCount[]): Stated {
	return {
		chances: counts.flatMap(({ chance, won, lost }) => new Array<number>(won + lost).fill(chance)),
		came: counts.flatMap(({ won, lost }) => [...new Array<1>(won).fill(1), ...new Array<0>(lost).fill(0)]),
	};
}

/** The chances by the end of the span that the forecast gave on each earlier day to each deal open then. */
export function forecastStated({ basis, origins }: Forecast): Stated {
	const { ended, outcome } = basis.paths;
	const chances: number[] = [];
	const came: (0 | 1)[] = [];
	for (const { open, outlooks } of origins) {
		const byEnd = outlooks.chances[outlooks.chances.length - 1] ?? [];
		for (const [i, entry] of open.entries.entries()) {
			chances.push(at(byEnd, i));
			came.push(outcome[entry] === WON && at(ended, entry) <= outlooks.together.last ? 1 : 0);
		}
	}
	return { chances, came };
}
