import { describe, expect, it } from 'vitest';
import { amountOf, parseAmountText } from '../../../src/core/cells/amount-text.ts';

const read = (text: string): number | null => {
	const amount = parseAmountText(text);
	return amount === null ? null : amountOf(amount, '.');
};

describe('the edges of an amount', () => {
	it.each<[string, number]>([
		['( 500 )', -500],
		['500 -', -500],
		['- 500', -500],
		['+500', 500],
		['1  234', 1234],
		['1 234,5', 1234.5],
		['12 345 678', 12_345_678],
		["1’234'567.50", 1_234_567.5],
		['100.200.300', 100_200_300],
		['12,34,567', 1_234_567],
		['.567', 0.567],
		['0,123', 0.123],
		['1234.567', 1234.567],
		['0.1234567', 0.1234567],
		['5.', 5],
		['5k +', 5000],
		['5 kEUR', 5000],
		['1.2万', 12_000],
		['\u200b5\u00a0', 5],
	])('%s is %d', (text, value) => expect(read(text)).toBe(value));

	it.each([
		'(500',
		'500)',
		'()',
		'--5',
		'5-%',
		'5+k',
		'12 34',
		'1 2345',
		'1.000 5',
		'1,2,3',
		'1.2.3',
		'1.234.5678',
		'1234.567,8',
		'1234.567.890',
		'.567,8',
		'5 aed afn',
		'aed afn 5',
		'5 usdx',
		'xusd 5',
		'€5 usd',
		'1e5',
		'5'.repeat(61),
	])('%s is none', (text) => expect(read(text)).toBeNull());

	it('a sign that several currencies share gives way to a code, and the same currency may be said twice', () => {
		expect(['$5 aud', '¥5 cny', 'eur 5 €', 'US$ 5', '5 chf'].map((text) => parseAmountText(text)?.currency)).toEqual([
			'AUD',
			'CNY',
			'EUR',
			'USD',
			'CHF',
		]);
	});
});
