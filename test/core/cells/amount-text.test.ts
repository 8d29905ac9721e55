import { describe, expect, test } from 'vitest';
import { amountOf, currencyOf, parseAmountText } from '../../../src/core/cells/amount-text.ts';

/** The number, with the decimal mark where the text leaves it open. */
const value = (text: string, decimal: '.' | ',' = '.'): number | null => {
	const amount = parseAmountText(text);
	return amount === null ? null : amountOf(amount, decimal);
};

describe('an amount in a text', () => {
	test.each<[string, number, string]>([
		['1234', 1234, ''],
		['1,234.56', 1234.56, ''],
		['1.234,56', 1234.56, ''],
		['1,234,567', 1_234_567, ''],
		['12,34,567.5', 1_234_567.5, ''],
		['1.234.567', 1_234_567, ''],
		['.5', 0.5, ''],
		['0.125', 0.125, ''],
		['0,125', 0.125, ''],
		['1234.567', 1234.567, ''],
		['12,5', 12.5, ''],
		["1'234'567.25", 1_234_567.25, ''],
		['1’234', 1234, ''],
		['1 234 567,25', 1_234_567.25, ''],
		['1\u00a0234', 1234, ''],
		['-5', -5, ''],
		['−5', -5, ''],
		['5-', -5, ''],
		['(1,234.50)', -1234.5, ''],
		['Rp 1.500.000', 1_500_000, 'IDR'],
		['1.234,50 TL', 1234.5, 'TRY'],
		['1.500.000 đ', 1_500_000, 'VND'],
		['1 234,50 руб.', 1234.5, 'RUB'],
		['1,500원', 1500, 'KRW'],
		['( 5 )', -5, ''],
		['+5', 5, ''],
		['€ 1.234,50', 1234.5, 'EUR'],
		['1.234,50 €', 1234.5, 'EUR'],
		['-$5', -5, '$'],
		['$-5', -5, '$'],
		['USD 5', 5, 'USD'],
		['5 usd', 5, 'USD'],
		['US$ 5', 5, 'USD'],
		['$5 USD', 5, 'USD'],
		['¥5 CNY', 5, 'CNY'],
		['€5 EUR', 5, 'EUR'],
		['¥1.2万', 12_000, '¥'],
		['1.2万元', 12_000, 'CNY'],
		['35亿', 3_500_000_000, ''],
		['2千万', 20_000_000, ''],
		['3百万美元', 3_000_000, 'USD'],
		['10k', 10_000, ''],
		['10 k EUR', 10_000, 'EUR'],
		['10k €', 10_000, 'EUR'],
		['1.2 Mio. €', 1_200_000, 'EUR'],
		['2bn', 2_000_000_000, ''],
		['250k+', 250_000, ''],
		['50 000 kr.', 50_000, 'kr'],
		['2.4w', 24_000, ''],
	])('%s', (text, expected, currency) => {
		expect(value(text)).toBe(expected);
		expect(parseAmountText(text)).toMatchObject({ currency, isPercent: false });
	});

	test('a percentage says that it is one', () => {
		expect(parseAmountText('35 %')).toMatchObject({ body: '35', isPercent: true, factor: 1, currency: '' });
	});

	test.each([
		'',
		'TBD',
		'Opp 12',
		'abc 5',
		'5 abc',
		'5 eurx',
		'€5 USD',
		'12 34',
		'1 2345',
		"1'23",
		'1234 567',
		'1 234 56',
		'1,23,45',
		'1,2345,678',
		'1.2.3',
		',123,456',
		'1234,567,890',
		'1,234.567.8',
		'1,23.4',
		'1.234,567,8',
		'1.23,4',
		'1..5',
		'(5',
		'5)',
		'2026-03-09',
		'1e5',
		'1'.repeat(61),
	])('%s is no amount', (text) => {
		expect(parseAmountText(text)).toBeNull();
	});

	test('sixty digits are still read', () => {
		expect(parseAmountText('1'.repeat(60))).toMatchObject({ mark: 'none' });
	});
});

describe('a separator that the text leaves open', () => {
	test.each([
		['1,234', 'open,', 1.234, 1234],
		['1.234', 'open.', 1234, 1.234],
		['123.456', 'open.', 123_456, 123.456],
	])('%s', (text, mark, withComma, withDot) => {
		expect(parseAmountText(text)?.mark).toBe(mark);
		expect([value(text, ','), value(text, '.')]).toEqual([withComma, withDot]);
	});

	test('a text that leaves nothing open is not changed by the column', () => {
		for (const text of ['1,234.5', '1.234,5', '12,5', '1 234.5']) expect(value(text, '.')).toBe(value(text, ','));
	});
});

test('a unit never leaves the noise of a product', () => {
	expect(value('1.2万')).toBe(12_000);
	expect(value('4.35k')).toBe(4350);
	expect(value('-1.1M')).toBe(-1_100_000);
	expect(value('0.1234567')).toBe(0.1234567);
});

test('a currency is a symbol, a word or an ISO code, nothing else', () => {
	expect(['EUR', ' usd ', '€', '人民币', 'Fr.', ''].map(currencyOf)).toEqual(['EUR', 'USD', 'EUR', 'CNY', 'CHF', '']);
	expect(['abc', 'eu', 'euro zone', 'eur1', 'xeur', 'd a', 'toString'].map(currencyOf)).toEqual([
		null,
		null,
		null,
		null,
		null,
		null,
		null,
	]);
});

describe('amounts in the words of a country', () => {
	test.each([
		['₹1.5 lakh', 150_000, 'INR'],
		['₹1.2 Cr', 12_000_000, 'INR'],
		['₹3 L', 300_000, 'INR'],
		['Rp 2,5 juta', 2_500_000, 'IDR'],
		['7,5 mln zł', 7_500_000, 'PLN'],
		['3 тыс. руб.', 3000, 'RUB'],
		['2억원', 200_000_000, 'KRW'],
		['450.-', 450, ''],
		["7'400.-", 7400, ''],
		['450-', -450, ''],
	])('%s', (text, value, currency) => {
		const amount = parseAmountText(text);
		expect(amount === null ? null : amountOf(amount, text.includes(',') ? ',' : '.')).toBe(value);
		expect(amount?.currency ?? '').toBe(currency);
	});
});
