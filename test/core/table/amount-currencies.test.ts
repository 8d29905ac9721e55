// Currencies of a column of amounts: from their own column, from the amounts, from the heading; and probabilities of all spellings.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { readProbabilities } from '../../../src/core/cells/probability-text.ts';
import { amountReader } from '../../../src/core/table/amount-column.ts';
import { headingCurrency } from '../../../src/core/table/amount-heading.ts';
import { knownRows, readAll } from '../../../src/core/table/column-reader.ts';
import { countedGrid } from '../counted-grid.ts';

const read = (rows: readonly (readonly Cell[])[], heading = 'Amount', locale = 'en_US') => {
	const source = knownRows(rows, Int32Array.from(rows.keys()));
	const column = readAll(amountReader(source, 0, rows[0]?.length === 2 ? 1 : undefined, heading, locale), source);
	return {
		...column,
		names:
			column.currencyCodes === null
				? column.currencies[0]
				: Array.from(column.currencyCodes, (code) => column.currencies[code]),
	};
};

describe('currencies', () => {
	it('of a column of their own go before what the amounts say; where it is blank the amount says it, then the heading', () => {
		expect(
			read(
				[
					[5, 'EUR'],
					[6, 'usd'],
					['€7', 'USD'],
					['£8', ''],
					[9, ''],
					[10, 'n/a'],
					[11, '#REF!'],
				],
				'Amount, CHF',
			).names,
		).toEqual(['EUR', 'USD', 'USD', 'GBP', 'CHF', 'CHF', 'CHF']);
		expect(
			read([
				[5, ' EUR '],
				['', 'USD'],
				['much', 'USD'],
				[6, 'eur'],
			]).names,
		).toBe('EUR');
		expect(
			read([
				[5, 'EUR'],
				[6, ''],
			]).names,
		).toBe('EUR');
		expect(
			read([
				[5, 'Goats'],
				[6, 'EUR'],
				[7, 'Goats'],
			]).names,
		).toEqual(['Goats', 'EUR', 'Goats']);
	});
	it('of amounts without one are those of the others where most name it and nothing else does', () => {
		expect(read([['€5'], ['6 EUR'], [7]]).names).toBe('EUR');
		expect(read([['€5'], ['6 EUR'], [7]], 'Amount (€)').names).toBe('EUR');
		expect(read([['CAD 5'], ['6 CAD'], [7]], 'Amount, $').names).toBe('CAD');
		expect(read([[5], [6]], 'Amount, $').names).toBe('$');
		expect(read([[5], [6]]).names).toBe('');
		expect(read([['€5'], ['$6'], [7]], 'Amount, CHF').names).toEqual(['EUR', '$', 'CHF']);
	});
	it.each([
		['EUR 9,500', 'Amount, $', ['$', 'EUR']],
		['9.500 €', 'Amount (USD)', ['USD', 'EUR']],
		['¥9500', 'Betrag (€)', ['EUR', '¥']],
		['9500元', 'Amount', ['', 'CNY']],
	])('of one amount are not those of the others: %s below %s', (cell, heading, [others, own]) => {
		expect(read([[5], [cell], [7], [8]], heading).names).toEqual([others, own, others, others]);
	});
	it.each([
		['¥5', 'zh_CN', '¥'],
		['5 €', 'de_DE', 'EUR'],
		['$5', 'en_US', '$'],
		['5 kr', 'sv_SE', 'kr'],
	])('of one amount are those of all where they are those of the sheet: %s in %s', (cell, locale, currency) => {
		expect(read([[5], [cell], [7], [8]], 'Amount', locale).names).toBe(currency);
	});
	it('of most amounts are not given to those below another heading', () => {
		expect(read([['€5'], ['6 EUR'], [7]], 'Amount, $').names).toEqual(['EUR', 'EUR', '$']);
	});
	it('of what is no amount is any: it is not counted', () => {
		const { values, names, currencies } = read([['€5'], ['much'], ['$6'], ['']]);
		expect([Array.from(values), names, currencies]).toEqual([
			[5, Number.NaN, 6, Number.NaN],
			['EUR', 'EUR', '$', 'EUR'],
			['$', 'EUR'],
		]);
	});
	it.each([
		['Deal value ($)', '$'],
		['Deal value [EUR]', 'EUR'],
		[' amount_usd ', 'USD'],
		['Amount - GBP', 'GBP'],
		['Amount/RMB', 'CNY'],
		['金额 (¥)', '¥'],
		['Amount, kr', 'kr'],
		['Amount of may', ''],
		['Amount (net)', ''],
		['USD', ''],
		['Amount USDX', ''],
		['', ''],
	])('of the heading %s: %s', (heading, currency) => expect(headingCurrency(heading)).toBe(currency));
});

describe('amounts', () => {
	const codes = (...cells: Cell[]) => read(cells.map((cell) => [cell])).issues.map(({ code, row }) => `${code}@${row}`);
	it('up to a million millions are nothing to ask about; beyond 2⁵³ they are inexact', () => {
		expect(codes(1e12, -0, 0)).toEqual([]);
		expect(codes(1e12 + 1, Number.MAX_SAFE_INTEGER, 2 ** 53, -1, -2e12)).toEqual([
			'hugeAmount@0',
			'hugeAmount@1',
			'inexactAmount@2',
			'negativeAmount@3',
			'hugeAmount@4',
		]);
	});
	it('that are no numbers are listed, blanks of all sorts are not', () => {
		expect(codes(true, new Date(0), Number.NaN, Number.POSITIVE_INFINITY, ' ', '\u00a0', '', '5%')).toEqual([
			'notAnAmount@0',
			'notAnAmount@1',
			'notAnAmount@2',
			'notAnAmount@3',
			'notAnAmount@7',
		]);
	});
	it('that are plain numbers or blank are looked at once', () => {
		const { grid, readsOf } = countedGrid([[5], [''], [], [0], [1e12]]);
		expect([...read(grid).values]).toEqual([5, Number.NaN, Number.NaN, 0, 1e12]);
		expect(readsOf(0)).toBe(5);
	});
	it('read the separators by the column, and by the locale only where nothing else tells', () => {
		const values = (cells: Cell[], locale?: string) =>
			Array.from(
				read(
					cells.map((cell) => [cell]),
					'Amount',
					locale,
				).values,
			);
		expect(values(['1.234', '5.678,90'])).toEqual([1234, 5678.9]);
		expect(values(['1,234', '5,678.90'], 'de')).toEqual([1234, 5678.9]);
		expect([
			values(['1.234', '1,234'], 'de_DE'),
			values(['1.234', '1,234'], 'de-CH'),
			values(['1,5', '1.5'], 'en'),
		]).toEqual([
			[1234, 1.234],
			[1.234, 1234],
			[1.5, 1.5],
		]);
		expect(values(['1.234', '1,50', '2.5', '1,234'])).toEqual([Number.NaN, 1.5, 2.5, Number.NaN]);
	});
});

describe('probabilities', () => {
	const values = (...cells: Cell[]) => Array.from(readProbabilities(cells).values);
	it('are shares where none is above 1; beside larger ones 1 is one percent', () => {
		expect(values(0.35, 1, 0)).toEqual([0.35, 1, 0]);
		expect(values(0.35, 1, 0, 35)).toEqual([0.35, 0.01, 0, 0.35]);
		expect(values(1, '35%')).toEqual([1, 0.35]);
		expect(values(1, 100)).toEqual([0.01, 1]);
	});
	it('with a comma or a dot, as a person writes them', () =>
		expect(values('0,5', '0.25', '12,5 %', '1,234 %')).toEqual([0.5, 0.25, 0.125, 0.01234]));
	it('blank, absent or a formula error are none; money is refused', () => {
		const reading = readProbabilities(['', 'n/a', '#REF!', undefined, '€5', '100.5', 100, true]);
		expect(reading.refused).toEqual([4, 5, 7]);
		expect(Array.from(reading.values).filter((value) => !Number.isNaN(value))).toEqual([1]);
	});
	it('that could be a share or a percentage are asked about at the first one only', () => {
		expect([
			readProbabilities([0.2, 0.3]).unclear,
			readProbabilities([0, 1, 50]).unclear,
			readProbabilities([50, '20%', 0.3, 0.2]).unclear,
		]).toEqual([0, -1, 2]);
	});
});
