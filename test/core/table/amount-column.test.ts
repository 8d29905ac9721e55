import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { readProbabilities } from '../../../src/core/cells/probability-text.ts';
import { amountReader } from '../../../src/core/table/amount-column.ts';
import { headingCurrency } from '../../../src/core/table/amount-heading.ts';
import { knownRows, readAll } from '../../../src/core/table/column-reader.ts';

const readAmounts = (
	grid: Cell[][],
	rows: Int32Array,
	column: number,
	currencyColumn: number | undefined,
	heading: string,
	locale: string,
) => {
	const source = knownRows(grid, rows);
	return readAll(amountReader(source, column, currencyColumn, heading, locale), source);
};

const read = (cells: readonly Cell[], locale = 'en_US', heading = 'Amount') => {
	const column = readAmounts(
		cells.map((cell) => [cell]),
		Int32Array.from(cells.keys()),
		0,
		undefined,
		heading,
		locale,
	);
	return {
		values: [...column.values],
		codes: column.issues.map(({ code, row }) => `${code}@${row}`),
		currencies: column.currencies,
	};
};

describe('amounts', () => {
	it.each<[string, number, string]>([
		['¥12,000', 12_000, '¥'],
		['€ 1.234,56', 1234.56, 'EUR'],
		['1.234,56 €', 1234.56, 'EUR'],
		['1\u00a0234,56', 1234.56, ''],
		["1'234.56", 1234.56, ''],
		['CHF 1’234.50', 1234.5, 'CHF'],
		['(1,000)', -1000, ''],
		['$22,700.00', 22_700, '$'],
		['1.2万', 12_000, ''],
		['1.2万元', 12_000, 'CNY'],
		['10k', 10_000, ''],
		['$1.5M', 1_500_000, '$'],
		['2 Mio. €', 2_000_000, 'EUR'],
		['3亿', 300_000_000, ''],
		['１２，０００', 12_000, ''],
		['-500', -500, ''],
		['500-', -500, ''],
		['-$500', -500, '$'],
		['$-500', -500, '$'],
		['12,34,567.5', 1_234_567.5, ''],
		['US$ 1,000', 1000, 'USD'],
		['1000 USD', 1000, 'USD'],
		['.5', 0.5, ''],
		['0', 0, ''],
	])('reads %s', (text, value, currency) => {
		const { values, currencies } = read([text]);
		expect(values).toEqual([value]);
		expect(currencies).toEqual([currency]);
	});
	it.each([
		'abc',
		'12 apples and 3',
		'1.2.3,4,5',
		'1,23,4',
		'50%',
		'2024-01-05',
		'=1+1',
		'Deal 12',
		'12 34',
		'__proto__',
		true,
		new Date(0),
	])('%s is listed as no amount', (cell) => {
		const { values, codes } = read([cell as Cell]);
		expect(values).toEqual([Number.NaN]);
		expect(codes).toEqual(['notAnAmount@0']);
	});
	it('takes a mark before three digits everywhere for thousands, whatever the locale: no amount has three decimals', () => {
		expect(read(['1.234 €', '12.000 €', '500 €'], 'en_US').values).toEqual([1234, 12_000, 500]);
		expect(read(['1,234', '12,000'], 'de_DE').values).toEqual([1234, 12_000]);
	});
	it('decides between 1.234 and 1,234 by the column, and by the locale only without evidence', () => {
		expect(read(['1.234', '5,50']).values).toEqual([1234, 5.5]);
		expect(read(['1.234', '5.50']).values).toEqual([1.234, 5.5]);
		expect(read(['1.234'], 'de_DE').values).toEqual([1234]);
		expect(read(['1,234'], 'en_US').values).toEqual([1234]);
	});
	it('lists what its contradicting neighbours leave open', () => {
		expect(read(['1.234,56', '1,234.56', '1,234'])).toMatchObject({
			values: [1234.56, 1234.56, Number.NaN],
			codes: ['notAnAmount@2'],
		});
	});
	it('lists negative, huge and inexact values and keeps blank apart from zero', () => {
		expect(read([-1, 1e13, 2 ** 53 + 2, '', 0, 1e12])).toMatchObject({
			values: [-1, 1e13, 2 ** 53 + 2, Number.NaN, 0, 1e12],
			codes: ['negativeAmount@0', 'hugeAmount@1', 'inexactAmount@2'],
		});
	});
	it('lists formula errors and placeholders as what they are', () =>
		expect(read(['#DIV/0!', 'null', 'NA']).codes).toEqual([
			'formulaError@0',
			'placeholderText@1',
			'placeholderText@2',
		]));
	it('takes the currency from the column, the symbols or the heading, and never mixes', () => {
		expect(read([5], 'en_US', 'Deal Value, $').currencies).toEqual(['$']);
		expect(headingCurrency('deal_size_usd')).toBe('USD');
		expect(headingCurrency('Betrag (€)')).toBe('EUR');
		expect(headingCurrency('Amount')).toBe('');
		expect(headingCurrency('Deal Age')).toBe('');
		const mixed = readAmounts([['€5'], ['$7'], [3]], Int32Array.of(0, 1, 2), 0, undefined, 'Amount', 'en');
		expect(mixed.currencies).toEqual(['', '$', 'EUR']);
		expect([...(mixed.currencyCodes ?? [])]).toEqual([2, 1, 0]);
		const column = readAmounts(
			[
				[5, 'eur'],
				[7, 'USD'],
				['', 'GBP'],
			],
			Int32Array.of(0, 1, 2),
			0,
			1,
			'Amount',
			'en',
		);
		expect(column.currencies).toEqual(['EUR', 'USD']);
	});
});

describe('probabilities', () => {
	const values = (cells: readonly Cell[]) => [...readProbabilities(cells).values];
	it('35 and 35% are 35 %', () => expect(values([35, '35%', '35 %', 0, 100])).toEqual([0.35, 0.35, 0.35, 0, 1]));
	it('fractions are ratios and asked about once', () => {
		expect(values([0.35, 1, 0])).toEqual([0.35, 1, 0]);
		expect(readProbabilities([10, 0.35, 0.4]).unclear).toBe(1);
		expect(readProbabilities(['.35']).unclear).toBe(0);
		expect(readProbabilities(['35%', 20]).unclear).toBe(-1);
	});
	it('refuses what is outside 0–100 %', () => {
		const reading = readProbabilities([350, -5, 'high', '120%', 50]);
		expect(reading.refused).toEqual([0, 1, 2, 3]);
		expect([...reading.values]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 0.5]);
	});
});
