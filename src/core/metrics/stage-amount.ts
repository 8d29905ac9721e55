/** Amount of the deals in each stage. */

import { isSeveral } from '../cells/format-currency.ts';
import { reachedStages } from '../funnel/reached.ts';
import type { TableCell } from '../model/metric-result.ts';
import { existing } from '../speed/existing.ts';
import { type AmountSums, amountTotal, currenciesOf, currencyName } from '../statistics/amount-sums.ts';
import { currentStages } from '../statistics/stage-counts.ts';
import { defineMetric, mode, words } from './metric.ts';
import { measured, unmeasured } from './shared/measured.ts';
import { type StageRow, stageRows } from './shared/stage-rows.ts';

export const stageAmount = defineMetric({
	id: 'stageAmount',
	unit: 'currency',
	modes: [
		[
			mode('now', 'amount of the deals in the stage now', '当前处于该阶段的商机金额'),
			mode('reached', 'amount of the deals that came at least this far', '至少到达该阶段的商机金额'),
		],
	],
	stageNames: 1,
	needs: ['stage', 'amount'],
	label: words('Amount in stage', '阶段金额'),
	summary: words(
		'Amount of the deals that are in a stage now, or one row per stage.',
		'当前处于某阶段的商机金额；不指定阶段时逐阶段列出。',
	),
	formula: words('sum of the amounts of the deals whose stage is this one', '阶段为该阶段的商机金额合计'),
	denominator: words('deals with an amount', '填有金额的商机'),
	source: 'Sum of the amount column, one currency at a time',
	exampleArguments: ['Needs'],
	partOf({ stages: [position = -1], modes }, { pipeline }) {
		const { furthest } = reachedStages(pipeline);
		const codes = currentStages(pipeline);
		const rank = pipeline.stages.rankOf[position] ?? -1;
		const values = pipeline.opportunities.amounts()?.values;
		const isIn = (deal: number): boolean =>
			modes.has('reached') ? existing(furthest[deal]) >= rank : codes[deal] === position;
		return (deal) => (!isIn(deal) ? null : Number.isNaN(values?.[deal] ?? Number.NaN) ? 'noAmount' : 'numerator');
	},
	compute({ stageList, stages, modes, statistics }) {
		const all = statistics();
		const isReached = modes.has('reached');
		const amounts = (isReached ? all.reachedAmounts() : all.amounts()) as AmountSums | null;
		if (amounts === null) return unmeasured('noColumn');
		const isIn =
			({ slot, rank }: StageRow) =>
			(candidate: number): boolean =>
				isReached ? candidate > rank : candidate === slot;
		const rows = stageRows(stageList, all.stages()).filter((row) => !isReached || row.rank >= 0);
		const [position] = stages;
		if (position !== undefined) {
			const row = existing(stageRows(stageList, all.stages())[position]);
			if (isReached && row.rank < 0) return unmeasured('emptyStage');
			const deals = isReached ? existing(all.reached().reached[row.rank]) : row.deals;
			const { sum, n, isMixed } = amountTotal(amounts, isIn(row));
			const basis = { n, numerator: sum, excluded: deals - n };
			if (isMixed) return unmeasured('mixedCurrencies', basis);
			return sum === null && deals > 0 ? unmeasured('noAmounts', basis) : measured({ ...basis, value: sum ?? 0 });
		}
		// In a table with several currencies each amount names its own, also where a filter or a group leaves one of them.
		const isMixed = amounts.currencies.length > 1 || amounts.currencies.some(isSeveral);
		const currencies = isMixed ? currenciesOf(amounts, () => true) : [];
		const table = (currencies.length === 0 ? [undefined] : currencies).flatMap((currency) =>
			rows.map((row): TableCell[] => {
				const { sum, n } = amountTotal(amounts, isIn(row), currency);
				const code = currency === undefined ? null : currencyName(existing(amounts.currencies[currency]));
				return [row.label, sum, n, ...(isMixed ? [code] : [])];
			}),
		);
		const columns = [
			{ key: 'stage', unit: 'text' } as const,
			{ key: 'amount', unit: 'currency' } as const,
			{ key: 'n', unit: 'count' } as const,
		];
		return { kind: 'table', columns: isMixed ? [...columns, { key: 'currency', unit: 'text' }] : columns, rows: table };
	},
});
