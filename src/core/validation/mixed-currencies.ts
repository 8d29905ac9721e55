/** Amounts in more than one currency: nothing is added across them. One problem for the table. */
import { issueAt } from '../cells/cell-text.ts';
import { isSeveral } from '../cells/format-currency.ts';
import type { Rule } from './rule.ts';

export const mixedCurrencies: Rule = ({ opportunities }) => {
	const amounts = opportunities.amounts();
	if (amounts === null) return [];
	const isShown = amounts.currencies.some(isSeveral);
	if (amounts.currencyCodes === null && !isShown) return [];
	const named = amounts.currencies.filter((currency) => currency !== '');
	const names = [...named, ...(named.length < amounts.currencies.length ? ['–'] : [])].join(', ');
	return [
		issueAt(
			'mixedCurrencies',
			null,
			opportunities.columns.currency ?? opportunities.columns.amount ?? null,
			names,
			null,
			{
				currencies: names,
				count: amounts.currencies.length,
				shown: isShown ? 1 : 0,
			},
		),
	];
};
