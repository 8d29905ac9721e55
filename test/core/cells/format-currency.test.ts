import { expect, it } from 'vitest';
import { columnCurrency, formatCurrency, isSameCurrency, isSeveral } from '../../../src/core/cells/format-currency.ts';

it.each([
	['"$"#,##0.00', '$'],
	['[$$-409]#,##0', '$'],
	['#,##0.00 [$€-407]', 'EUR'],
	['[$CHF] #,##0', 'CHF'],
	['_("$"* #,##0.00_);_("$"* (#,##0.00)', '$'],
	['¥#,##0', '¥'],
	['#,##0 "kr"', 'kr'],
	['#,##0', ''],
	['General', ''],
	['0.0%', ''],
	['#,##0 "pcs"', ''],
	['yyyy-mm-dd', ''],
])('the format %s shows amounts in %j', (format, currency) => expect(formatCurrency(format)).toBe(currency));

const DOLLAR = '"$"#,##0';
const EURO = '#,##0.00 [$€-407]';

it.each([
	['one', [DOLLAR, DOLLAR], '', '$'],
	['none', ['General', ''], '', ''],
	['none below a heading that names one', ['General', ''], 'EUR', 'EUR'],
	['one of twenty in another', [...Array<string>(19).fill(DOLLAR), EURO], '', '$'],
	['two', [EURO, DOLLAR, DOLLAR], '', '$ + EUR'],
	['euros below a heading in dollars', [EURO, '0', '0'], 'USD', 'USD + EUR'],
	['dollars below a heading in Canadian ones', [DOLLAR, DOLLAR, '0'], 'CAD', 'CAD'],
])('the formats of a column that show %s', (_name, formats, heading, currency) => {
	expect(columnCurrency(formats, heading)).toBe(currency);
	expect(isSeveral(currency)).toBe(currency.includes('+'));
});

it.each([
	['$', 'CAD', true],
	['JPY', '¥', true],
	['EUR', 'EUR', true],
	['USD', 'CAD', false],
	['$', 'EUR', false],
	['', 'EUR', false],
])('%j and %j may be one currency: %s', (one, other, isSame) => expect(isSameCurrency(one, other)).toBe(isSame));
