/** One cell in another currency, in a sheet of dollars: it takes nothing from the figures of the others, and is listed or counted apart. */
import { describe, expect, it } from 'vitest';
import { Book, data, HEADINGS, STAGE, sampleRows } from './book.ts';

const AMOUNT = HEADINGS.indexOf('Amount');
const ALL = { period: null, cohort: 'created', columns: {} } as const;

/** Deals whose amounts are dollars by their format. */
function dollars(isSetUp = true): Book {
	const book = new Book(sampleRows(60));
	book.store.write(
		book.deals,
		{ row: 1, column: AMOUNT, rows: 60, columns: 1 },
		sampleRows(60).map((row) => [{ value: row[AMOUNT] ?? null, format: '[$$-409]#,##0' }]),
	);
	if (isSetUp) data(book.setUp());
	return book;
}

const reported = (book: Book) => data(book.call('sidebarReport', { filter: ALL })).report;
const put = (book: Book, row: number, value: string | number, format: string): void =>
	book.store.write(book.deals, { row, column: AMOUNT, rows: 1, columns: 1 }, [[{ value, format }]]);
const worth = ({ figures }: ReturnType<typeof reported>) =>
	figures.map(({ id, value, currency, reason }) => ({ id, value, currency, reason }));

describe('one cell in another currency', () => {
	it('as a text of an open deal leaves the figures of the won deals and their currency as they are', () => {
		const book = dollars();
		const before = reported(book);
		expect(worth(before)[2]).toEqual({ id: 'averageDealSize', value: 1031, currency: '$', reason: null });
		put(book, 1, 'EUR 9,500', '');
		const after = reported(book);
		expect(worth(after)).toEqual(worth(before));
		expect(new Map(after.currencies.map(({ code, deals }) => [code, deals]))).toEqual(
			new Map([
				['$', 59],
				['EUR', 1],
			]),
		);
	});

	it('as a text of a won deal is not added to the others: no figure, and the reason', () => {
		const book = dollars();
		const row = sampleRows(60).findIndex((cells) => cells[STAGE] === 'Won') + 1;
		put(book, row, 'EUR 9,500', '');
		expect(worth(reported(book))[2]).toEqual({
			id: 'averageDealSize',
			value: null,
			currency: '',
			reason: 'mixedCurrencies',
		});
	});

	it.each([
		['before', false],
		['after', true],
	])(
		'as a number that only its format shows in euros %s the setup keeps the others in dollars, and is listed',
		(_, isSetUp) => {
			const book = dollars(isSetUp);
			put(book, 1, 9500, '[$€-407]#,##0');
			if (!isSetUp) data(book.setUp());
			expect(worth(reported(book)).map(({ currency }) => currency)).toEqual(['$', '$', '$', '$']);
			const { problems } = data(book.call('sidebarCheck'));
			expect(problems.filter(({ row, column }) => row === 1 && column === AMOUNT)).toHaveLength(1);
		},
	);
});
