/** What was stated about deals whose outcome is known: the sheet's own probabilities, and the forecast's on earlier days. Not here: judging them (probability-check.ts). */

import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import { at } from '../speed/numbers.ts';
import { forEachDeal, type Selection } from '../statistics/selection.ts';
import { kindsOf } from '../statistics/stage-counts.ts';
import { WON } from './deal-paths.ts';
import type { Forecast } from './forecast.ts';
import type { Stated } from './probability-check.ts';

/** Own probabilities of the won and lost deals that have one. */
export function ownStated(pipeline: Pipeline, selection: Selection): Stated {
	const values = pipeline.opportunities.probabilities()?.values;
	const kindOf = kindsOf(pipeline);
	const chances: number[] = [];
	const came: (0 | 1)[] = [];
	forEachDeal(selection, (deal) => {
		const kind = kindOf(deal);
		const chance = values?.[deal] ?? Number.NaN;
		if (!isEnded(kind) || Number.isNaN(chance)) return;
		chances.push(chance);
		came.push(kind === 'won' ? 1 : 0);
	});
	return { chances, came };
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
