import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { amountReader } from '../../../src/core/table/amount-column.ts';
import { headingMoney } from '../../../src/core/table/amount-heading.ts';
import { knownRows, readAll } from '../../../src/core/table/column-reader.ts';

function read(heading: string, cells: readonly Cell[]) {
	const source = knownRows(
		cells.map((cell) => [cell]),
		Int32Array.from(cells.keys()),
	);
	const { values, currencies, issues } = readAll(amountReader(source, 0, undefined, heading, 'en_US'), source);
	return { values: [...values], currencies, issues: issues.map(({ code, row }) => `${code}@${row}`) };
}

describe('the unit and currency of a heading', () => {
	it.each([
		['Amount (k€)', 1e3, 'EUR'],
		['Amount ($K)', 1e3, '$'],
		['Valor (mil R$)', 1e3, 'BRL'],
		['Importe (mil €)', 1e3, 'EUR'],
		['Bedrag (x 1000)', 1e3, ''],
		["Amount ($000's)", 1e3, '$'],
		['Amount (USD thousands)', 1e3, 'USD'],
		['Contract value (USD, thousands)', 1e3, 'USD'],
		['Amount in thousands (EUR)', 1e3, 'EUR'],
		['Umsatz [EUR] in Mio.', 1e6, 'EUR'],
		['金额，万元（人民币）', 1e4, 'CNY'],
		['Montant en milliers (€)', 1e3, 'EUR'],
		['Deal value in k USD', 1e3, 'USD'],
		['ACV, $M', 1e6, '$'],
		['Revenue (in millions)', 1e6, ''],
		['Deal size (₹ Cr)', 1e7, 'INR'],
		['Amount (INR lakh)', 1e5, 'INR'],
		['Betrag (T€)', 1e3, 'EUR'],
		['Betrag in TEUR', 1e3, 'EUR'],
		['Auftragswert (Mio. €)', 1e6, 'EUR'],
		['Montant (k€)', 1e3, 'EUR'],
		["Montant (en milliers d'euros)", 1e3, 'EUR'],
		['Importe (miles de €)', 1e3, 'EUR'],
		['Valor (R$ mil)', 1e3, 'BRL'],
		['Importo (mln €)', 1e6, 'EUR'],
		['Bedrag (mln euro)', 1e6, 'EUR'],
		['Kwota (tys. zł)', 1e3, 'PLN'],
		['Сумма, тыс. руб.', 1e3, 'RUB'],
		['Tutar (bin TL)', 1e3, 'TRY'],
		['Giá trị (triệu đồng)', 1e6, 'VND'],
		['Nilai (juta Rp)', 1e6, 'IDR'],
		['金额（万元）', 1e4, 'CNY'],
		['金额(万)', 1e4, ''],
		['金額（単位：千円）', 1e3, 'JPY'],
		['預算（億元）', 1e8, 'CNY'],
		['금액(백만원)', 1e6, 'KRW'],
		['Amount (USD)', 1, 'USD'],
		['Betrag (€)', 1, 'EUR'],
		['Amount (net)', 1, ''],
		['Amount', 1, ''],
		['Deal size M', 1, ''],
		['Amount (L)', 1, ''],
		['Length (t)', 1, ''],
		['Amount of may', 1, ''],
		['Total in June', 1, ''],
	])('%s: × %d %s', (heading, factor, currency) => expect(headingMoney(heading)).toEqual({ factor, currency }));
});

describe('amounts below a unit', () => {
	it('are in the unit, whether or not they say it again', () => {
		expect(read('Amount (k€)', [48, '7.2k', '12.5', '91k', 33.4, '1.2m', '€5k'])).toEqual({
			values: [48_000, 7200, 12_500, 91_000, 33_400, 1_200_000, 5000],
			currencies: ['EUR'],
			issues: [],
		});
		expect(read('金额（万元）', [91, '150万', '54.7']).values).toEqual([910_000, 1_500_000, 547_000]);
		expect(read('Betrag (T€)', ['12,5', '48 T€', '7,2']).values).toEqual([12_500, 48_000, 7200]);
	});

	it('that seem to be written out are multiplied and listed', () => {
		expect(read('Amount (k€)', [48, 33, 12, 48_000, 91])).toEqual({
			values: [48_000, 33_000, 12_000, 48_000_000, 91_000],
			currencies: ['EUR'],
			issues: ['amountUnitUnclear@3'],
		});
	});

	it('of a column that is written out as a whole stay as they are, which is said once', () => {
		expect(read('Amount (k€)', [48_000, 12_500, 7200, 91_000])).toEqual({
			values: [48_000, 12_500, 7200, 91_000],
			currencies: ['EUR'],
			issues: ['amountUnitUnclear@0'],
		});
	});
});
