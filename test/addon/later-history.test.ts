// Rows of a history that are later than now: left out and listed, never more true than the table.
import { describe, expect, it } from 'vitest';
import { Book, data, STAGE, sampleRows } from './book.ts';

const AT = 5;

function recording(): Book {
	const book = new Book(sampleRows(60));
	data(book.setUp());
	book.bundle.runMenuItem('refreshFunnel');
	return book;
}

const logSheet = (book: Book): number => book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;

function winRate(book: Book, ...words: string[]): unknown {
	const more = words.map((word) => `, "${word}"`).join('');
	return (book.evaluate(`=WIN_RATE(Deals!A1:G${more})`) as { value: unknown }).value;
}

function explained(book: Book, more = ''): unknown[][] {
	return (book.evaluate(`=FUNNEL_EXPLAIN(Deals!A1:G, "WIN_RATE"${more})`) as { value: unknown[][] }).value;
}

describe('a log with a time that is still to come', () => {
	it.each([
		['a typed year', '2062-11-23 15:05:00+01:00'],
		['tomorrow', '2026-11-24 15:05:00+01:00'],
		['another zone', '2026-11-23 23:05:00+01:00'],
		['two minutes', '2026-11-23 15:07:30+01:00'],
	])('counts what the table says (%s), and lists the row', (_, time) => {
		const book = recording();
		const before = winRate(book);
		const report = JSON.stringify(book.open().ready?.report);
		for (let row = 1; row <= 60; row++) if (row % 6 === 5) book.user.type(logSheet(book), row, AT, time);
		expect(winRate(book)).toBe(before);
		expect(JSON.stringify(book.open().ready?.report)).toBe(report);
		expect(data(book.call('sidebarHistory'))).toMatchObject({ laterRows: 10, firstLaterRow: 6 });
		expect(
			explained(book).some((row) => String(row[0]).startsWith('History rows in the future') && row[1] === 10),
		).toBe(true);
	});

	it('takes seconds between two clocks for no future', () => {
		const book = recording();
		book.user.type(book.deals, 1, STAGE, 'Won');
		const before = winRate(book);
		expect(before).toBe(11 / 60);
		book.now -= 2000;
		expect(winRate(book)).toBe(before);
		expect(winRate(book, 'as of', '2026-11-23')).toBe(before);
		expect(data(book.call('sidebarHistory'))).toMatchObject({ laterRows: 0 });
		expect(explained(book).filter((row) => String(row[0]).startsWith('History rows'))).toEqual([]);
	});
});

describe('a history in a range of its own', () => {
	it.each(['2026-11-24', '2026-11-24 08:00', '2030-01-01'])('is left out where it is later than now (%s)', (time) => {
		const book = recording();
		const before = winRate(book);
		const sheet = book.store.insertSheet('Export', 3, { rows: 50, columns: 5 }).id;
		const rows = [
			['Deal id', 'Stage', 'Changed at'],
			['D-5', 'Qualify', '2026-01-05'],
			['D-5', 'Won', time],
			['D-11', 'Won', time],
		];
		book.store.write(
			sheet,
			{ row: 0, column: 0, rows: 4, columns: 3 },
			rows.map((row) => row.map((value) => ({ value }))),
		);
		const range = ', "history", Export!A1:C';
		expect(book.evaluate(`=WIN_RATE(Deals!A1:G${range})`)).toEqual({ value: before });
		expect(book.evaluate(`=WIN_RATE("history", Export!A1:C)`)).toEqual({ value: before });
		expect(explained(book, range)).toContainEqual(['History rows in the future, left out', 2, '', '', '']);
	});
});
