import { expect, it } from 'vitest';
import { formatCurrency } from '../../../src/core/cells/format-currency.ts';

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
