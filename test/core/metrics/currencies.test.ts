// Several currencies are never added: a row for each, a clear error, or a blank amount with a note.
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../src/core/metrics/index.ts';
import { cells, measure, misuse, table } from './ask.ts';
import { pipelineOf, WORKED_DEALS } from './worked-case.ts';

const inCurrencies = (currencyOf: (deal: number) => string) =>
	pipelineOf(
		WORKED_DEALS.map((deal, d) => ({
			...deal,
			Currency: currencyOf(d),
			Reason: deal.Stage === 'Lost' ? 'Price' : '',
			Probability: 0.5,
		})),
	);
const mixed = inCurrencies((d) => (d % 2 === 0 ? 'EUR' : 'USD'));
const euros = inCurrencies(() => 'EUR');

/** Every call that answers with one amount of money. */
const MONEY: readonly [string, ...(string | number)[]][] = [
	['winRate', 'value'],
	['averageDealSize'],
	['averageDealSize', 'open'],
	['averageDealSize', 'all', 'median'],
	['salesVelocity'],
	['salesVelocity', 'all'],
	['weightedPipeline'],
	['weightedPipeline', 'own'],
	['leadsNeeded', 100],
	['stageAmount', 'Won'],
	['stageAmount', 'reached', 'Needs'],
];

describe('several currencies', () => {
	test('no money metric is forgotten here', () => {
		const money = METRICS.filter(({ unit, needs }) => unit !== 'table' && needs.includes('amount')).map(({ id }) => id);
		expect(new Set(MONEY.map(([id]) => id))).toEqual(new Set([...money, 'winRate']));
	});

	test.each(MONEY)('%s %s names them instead of a sum', (id, ...words) => {
		expect(misuse(mixed, id, ...words)).toEqual({ code: 'mixedCurrencies', params: { currencies: 'EUR, USD' } });
	});

	test.each(MONEY)('%s %s by currency has a value for each, the same as that currency alone', (id, ...words) => {
		const rows = table(mixed, id, ...words, 'by', 'Currency').rows;
		expect(rows.map((row) => row[0])).toEqual(['EUR', 'USD']);
		for (const row of rows) {
			expect(row.at(-1)).not.toMatchObject({ en: 'several currencies' });
			expect(row[1]).toBe(measure(mixed, id, ...words, 'Currency', row[0] as string).value);
		}
	});

	test.each(MONEY)('%s %s with one currency is not bothered', (id, ...words) => {
		expect(measure(euros, id, ...words).value).not.toBeNull();
	});

	test('a group with several of them has no value and says why', () => {
		const rows = cells(mixed, 'averageDealSize', 'by', 'Owner') as unknown[][];
		expect(rows.find((row) => row[0] === 'Ann')).toEqual(['Ann', '', '', '', 2, 'several currencies']);
		expect(rows.find((row) => row[0] === 'Ben')).toMatchObject({ 0: 'Ben', 1: 15, 5: 'too few deals' });
	});

	test('rows of a table by group are equally long, and each amount names its currency, also of a group that has one only', () => {
		// Ann has both, Ben dollars, and the deal without an owner an amount without a currency.
		const pipeline = inCurrencies((d) => ['EUR', 'USD', '', 'USD', 'EUR', 'USD', 'USD', '', 'USD', 'EUR'][d] as string);
		for (const id of ['stageAmount', 'lossReasons', 'funnel', 'bottleneck']) {
			const grid = cells(pipeline, id, 'by', 'Owner') as unknown[][];
			expect(new Set(grid.map((row) => row.length)).size, id).toBe(1);
		}
		const amounts = (cells(pipeline, 'stageAmount', 'by', 'Owner') as unknown[][])
			.filter((row) => row[2] !== '')
			.slice(1);
		expect(amounts.map((row) => [row[0], row[1], row[2], row[4]])).toEqual([
			['Ann', 'Needs', 8, 'EUR'],
			['Ann', 'Won', 10, 'EUR'],
			['Ann', 'Lost', 4, 'EUR'],
			['Ann', 'Contact', 6, 'USD'],
			['Ann', 'Won', 20, 'USD'],
			['Ben', 'Contract', 40, 'USD'],
			['Ben', 'Won', 15, 'USD'],
			['Ben', 'Lost', 30, 'USD'],
			['Ben', 'Lost', 5, '?'],
			['', 'Proposal', 12, '?'],
		]);
		const filtered = cells(pipeline, 'stageAmount', 'Owner', '') as unknown[][];
		expect(filtered.find((row) => row[0] === 'Proposal')).toEqual(['Proposal', 12, 1, '?']);
		expect(cells(pipeline, 'stageAmount', 'Owner', 'nobody')).toContainEqual(['Proposal', '', 0, '']);
		expect(misuse(pipeline, 'averageDealSize', 'all').params).toEqual({ currencies: 'EUR, USD, ?' });
	});

	test('tables have a row a currency, or a blank amount with a note', () => {
		expect(table(mixed, 'stageAmount').rows.filter((row) => row[0] === 'Won')).toEqual([
			['Won', 25, 2, 'EUR'],
			['Won', 20, 1, 'USD'],
		]);
		const won = (cells(mixed, 'funnel') as unknown[][]).find((row) => row[0] === 'Won');
		expect(won).toContain('several currencies');
		expect(cells(mixed, 'lossReasons')).toEqual([
			['Reason', 'Deals', 'Share', 'Amount', 'Note'],
			['Price', 3, 1, '', 'several currencies'],
			['No reason given', 0, 0, '', ''],
		]);
		expect((cells(mixed, 'lossReasons', 'by stage') as unknown[][]).map((row) => row.at(-1))).toEqual([
			'Note',
			'several currencies',
			'',
			'',
			'',
		]);
		expect((cells(euros, 'lossReasons') as unknown[][])[0]).not.toContain('Note');
		expect((cells(mixed, 'bottleneck') as unknown[][]).slice(1).map((row) => [row[8], row.at(-1)])).toEqual(
			new Array(4).fill(['', 'several currencies']),
		);
	});
});
