/** Tables that a formula fills: while it loads or has failed, the log learns nothing, and what is seen afterwards is what really changed. */
import { describe, expect, it } from 'vitest';
import { Book, data, HEADINGS, STAGE, sampleRows, type Value } from './book.ts';

const COUNT = 12;
const logOf = (book: Book): string =>
	book.snapshot(book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number);

/** Deal, number, from, to, not before. */
const lines = (log: string): unknown[][] =>
	(JSON.parse(log) as { value: unknown }[][]).map((row) => row.slice(0, 5).map(({ value }) => value));

function ready(): Book {
	const book = new Book(sampleRows(COUNT));
	data(book.setUp());
	book.now += 86_400_000;
	return book;
}

/** Puts these cells where the deals are, as a formula does: without any event. */
function show(book: Book, rows: readonly (readonly Value[])[]): void {
	const { rows: used, columns } = book.store.used(book.deals);
	const blank = Array.from({ length: used }, () => Array.from({ length: columns }, () => ({ value: null })));
	book.store.write(book.deals, { row: 0, column: 0, rows: used, columns }, blank);
	if (rows.length > 0)
		book.store.write(
			book.deals,
			{ row: 0, column: 0, rows: rows.length, columns: HEADINGS.length },
			rows.map((row) => HEADINGS.map((_, column) => ({ value: row[column] ?? null }))),
		);
}

/** Every way in which the product looks at the deals. */
function look(book: Book): void {
	book.call('sidebarOpen', { filter: null });
	book.user.type(book.deals, 0, 20, 'x');
	book.user.clear(book.deals, { row: 0, column: 20, rows: 1, columns: 1 });
	book.bundle.runMenuItem('refreshFunnel');
}

const WAYS: Readonly<Record<string, (rows: Value[][]) => (readonly Value[])[]>> = {
	'nothing at all': () => [],
	'one word in the first cell': () => [['Loading...']],
	'an error in the first cell': () => [['#REF!']],
	'the headings alone': () => [HEADINGS],
	'headings, and a formula that is working below': () => [HEADINGS, ['Loading...']],
	'ids, and stages that are not there yet': (rows) => [
		HEADINGS,
		...rows.map((row) => row.map((cell, column) => (column === STAGE ? 'Loading...' : cell))),
	],
	'ids, and stages that failed': (rows) => [
		HEADINGS,
		...rows.map((row) => row.map((cell, column) => (column === STAGE ? '#N/A' : cell))),
	],
	'stages, and ids that are not there yet': (rows) => [
		HEADINGS,
		...rows.map((row) => row.map((cell, column) => (column === 0 ? '読み込んでいます...' : cell))),
	],
	'some ids that failed': (rows) => [
		HEADINGS,
		...rows.map((row, at) => row.map((cell, column) => (column === 0 && at % 2 === 0 ? '#ERROR!' : cell))),
	],
};

describe('the log, while the deals show', () => {
	it.each(Object.keys(WAYS))('%s, learns nothing', (way) => {
		const book = ready();
		const before = logOf(book);
		const deals = sampleRows(COUNT);
		show(book, (WAYS[way] as (rows: Value[][]) => Value[][])(deals));
		look(book);
		expect(logOf(book)).toBe(before);
		// One deal has really moved when the table is there again.
		(deals[0] as Value[])[STAGE] = 'Won';
		show(book, [HEADINGS, ...deals]);
		book.now += 86_400_000;
		book.open();
		const known = lines(before).map(String);
		expect(lines(logOf(book)).filter((line) => !known.includes(String(line)))).toEqual([
			// The change is older than the look that showed nothing, for all that is known.
			['D-1', 2, 'Qualify', 'Won', '2026-11-23 15:05:00+01:00'],
		]);
	});

	it('still learns what deals show that have loaded', () => {
		const book = ready();
		const deals = sampleRows(COUNT);
		(deals[0] as Value[])[STAGE] = 'Loading...';
		(deals[1] as Value[])[STAGE] = 'Won';
		show(book, [HEADINGS, ...deals.slice(0, -1)]);
		book.open();
		expect(
			lines(logOf(book))
				.slice(-2)
				.map(([deal, , , to]) => [deal, to]),
		).toEqual([
			['D-2', 'Won'],
			[`D-${COUNT}`, '(gone)'],
		]);
	});

	it('begins with the deals that show a stage when set up while others load', () => {
		const deals = sampleRows(COUNT);
		(deals[0] as Value[])[STAGE] = 'Loading...';
		const book = new Book(deals);
		data(book.setUp());
		expect(lines(logOf(book)).map(([deal]) => deal)).not.toContain('D-1');
		expect(lines(logOf(book))).toHaveLength(COUNT);
	});
});
