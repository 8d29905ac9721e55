/**
 * Amounts whose number format shows another currency than the one they are counted in. Not a rule of the list: formulas
 * see no formats.
 */
import { issueAt } from '../cells/cell-text.ts';
import { formatCurrency, isSameCurrency, isSeveral } from '../cells/format-currency.ts';
import type { Issue } from '../cells/issue.ts';
import type { Opportunities } from '../model/opportunity.ts';
import { existing } from '../speed/existing.ts';

/** @param formats number format by 0-based grid row of the amounts that are numbers */
export function shownCurrencies(opportunities: Opportunities, formats: ReadonlyMap<number, string>): Issue[] {
	const amounts = opportunities.amounts();
	const column = opportunities.columns.amount;
	if (amounts === null || column === undefined || amounts.currencies.some(isSeveral)) return [];
	const issues: Issue[] = [];
	opportunities.gridRows.forEach((row, deal) => {
		const shown = formatCurrency(formats.get(row) ?? '');
		const value = existing(amounts.values[deal]);
		const counted = existing(amounts.currencies[amounts.currencyCodes?.[deal] ?? 0]);
		if (shown === '' || counted === '' || Number.isNaN(value) || isSameCurrency(shown, counted)) return;
		issues.push(issueAt('otherCurrencyShown', row, column, value, null, { shown, counted }));
	});
	return issues;
}
