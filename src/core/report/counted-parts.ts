/**
 * The parts of a report that statistics alone give, no matter who counted them. Not here: parts that need single deals
 * (build-report.ts).
 */

import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { type AmountSums, amountTotal } from '../statistics/amount-sums.ts';
import { reasonRows } from '../statistics/reason-rows.ts';
import { slotKind } from '../statistics/stage-counts.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { FunnelReport, ReportReason } from './report.ts';

type CountedParts = Pick<
	FunnelReport,
	'kinds' | 'deals' | 'currency' | 'currencies' | 'lost' | 'lossReasons' | 'winReasons' | 'assumed'
>;

/** @param lostUnknown lost deals of which nothing tells from which stage */
export function countedParts(stages: StageList, statistics: Statistics, lostUnknown: number): CountedParts {
	const { open, won, lost, parked, unknown, noStage } = statistics.stages();
	const amounts = statistics.amounts();
	const currencies = currenciesIn(amounts);
	return {
		kinds: { open, won, lost, parked, unknown, noStage },
		deals: statistics.count,
		currency: currencies.length === 1 ? existing(currencies[0]).code : '',
		currencies,
		lost: {
			deals: lost,
			amount: amounts === null ? null : amountTotal(amounts, (slot) => slotKind(stages, slot) === 'lost').sum,
			unknown: lostUnknown,
		},
		lossReasons: reasonsOf(statistics, 'lost'),
		winReasons: reasonsOf(statistics, 'won'),
		assumed: existing(statistics.reached().assumed[0]),
	};
}

function reasonsOf(statistics: Statistics, kind: 'won' | 'lost'): ReportReason[] {
	const counts = (statistics.reasons(kind, false) ?? []).flatMap(reasonRows);
	return counts.map(({ reason, deals, share, amount }) => ({ reason, deals, share, amount }));
}

/** Deals with an amount, by currency. */
function currenciesIn(amounts: AmountSums | null): FunnelReport['currencies'] {
	if (amounts === null) return [];
	const { counts, slots, currencies } = amounts;
	return currencies
		.map((code, c) => ({
			code,
			deals: counts.subarray(c * slots, (c + 1) * slots).reduce((sum, deals) => sum + deals, 0),
		}))
		.filter((currency) => currency.deals > 0);
}
