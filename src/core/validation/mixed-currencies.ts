/** Amounts in more than one currency: nothing is added across them. One problem for the table. */
import { issueAt } from '../cells/cell-text.ts';
import type { Rule } from './rule.ts';

export const mixedCurrencies: Rule = ({ opportunities }) => {
	const amounts = opportunities.amounts();
	if (amounts === null || amounts.currencyCodes === null) return [];
	const names = amounts.currencies.map((currency) => (currency === '' ? '–' : currency)).join(', ');
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
			},
		),
	];
};
