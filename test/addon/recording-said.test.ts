/** What is said about recording, in the toast of the setup, under the funnel and in Check: one thing, and true. */
import { describe, expect, it } from 'vitest';
import { Book, data, HEADINGS, STAGE, sampleRows, type Value } from './book.ts';

const withoutIds = (): Value[][] => sampleRows(30).map((row) => row.slice(1));
const eventsOf = (book: Book): number => data(book.call('sidebarHistory')).events;

describe('what is said about recording', () => {
	it('is that nothing is recorded where the deals have no ids, until these are filled', () => {
		const book = new Book(withoutIds(), { headings: HEADINGS.slice(1) });
		const { ready } = data(book.setUp());
		expect(book.toasts.at(-1)).toContain('not recorded yet, because the deals have no IDs');
		expect(ready?.recording).toEqual({ state: 'noIds', leftOut: 30 });
		expect(data(book.call('sidebarHistory'))).toMatchObject({ sheetName: null, hasIdColumn: false });
		book.user.type(book.deals, 1, STAGE - 1, 'Won');
		expect(eventsOf(book)).toBe(0);
		data(book.call('sidebarFillIds'));
		expect(book.open().ready?.recording).toEqual({ state: 'on', leftOut: 0 });
	});

	it('is the same where the column of ids is there and empty, or holds one id for all', () => {
		for (const id of [null, 'D-1']) {
			const book = new Book(sampleRows(12).map((row) => [id, ...row.slice(1)]));
			const { proposal } = book.open();
			const { ready } = data(
				book.setUp({
					columns: {
						...Object.fromEntries(
							(proposal?.columns ?? []).flatMap(({ field, column }) => (column === null ? [] : [[field, column]])),
						),
						id: 0,
					},
				}),
			);
			expect(book.toasts.at(-1)).toContain('not recorded yet');
			expect(ready?.recording).toEqual({ state: 'noIds', leftOut: 12 });
			book.user.type(book.deals, 1, STAGE, 'Won');
			expect(eventsOf(book)).toBe(0);
		}
	});

	it('names the deals that are left out where only some have an id of their own', () => {
		const rows = sampleRows(30);
		for (const at of [3, 4]) (rows[at] as Value[])[0] = null;
		for (const at of [7, 8]) (rows[at] as Value[])[0] = 'D-1';
		const book = new Book(rows);
		const { ready } = data(book.setUp());
		// D-1 stands in three rows now.
		expect(book.toasts.at(-1)).toContain('except those of 5 deals without their own ID');
		expect(ready?.recording).toEqual({ state: 'on', leftOut: 5 });
		const before = eventsOf(book);
		book.user.type(book.deals, 4, STAGE, 'Won');
		expect(eventsOf(book)).toBe(before);
		book.user.type(book.deals, 3, STAGE, 'Lost');
		expect(eventsOf(book)).toBe(before + 1);
	});

	it('does not promise a recording where a log came along with the file and the deals have no ids', () => {
		const first = new Book();
		data(first.setUp());
		const { columns } = first.open().settings ?? {};
		expect(columns?.id).toBe('Deal id');
		data(first.call('sidebarReset'));
		const { id, ...others } = Object.fromEntries(
			(first.open().proposal?.columns ?? []).flatMap(({ field, column }) =>
				column === null ? [] : [[field, column] as const],
			),
		) as Record<string, number>;
		expect(id).toBe(0);
		data(first.setUp({ columns: others }));
		expect(first.toasts.at(-1)).toContain('not recorded yet, because the deals have no IDs');
	});
});

describe('a history that is found beside the deals', () => {
	const withLog = (): { book: Book; sheetId: number } => {
		const book = new Book();
		const { id } = book.store.insertSheet('CRM log', 1, { rows: 100, columns: 5 });
		const rows: Value[][] = [
			['Deal id', 'Stage', 'Changed at'],
			['D-6', 'Qualify', '2026-01-06'],
			['D-6', 'Needs and solution', '2026-01-20'],
			['D-6', 'Lost', '2026-02-05'],
		];
		book.store.write(
			id,
			{ row: 0, column: 0, rows: rows.length, columns: 3 },
			rows.map((row) => row.map((value) => ({ value }))),
		);
		return { book, sheetId: id };
	};

	it('is offered at setup and under the funnel, and no longer once it is imported', () => {
		const { book, sheetId } = withLog();
		const source = { sheetId, name: 'CRM log', rows: 3 };
		expect(book.open().proposal?.history).toEqual(source);
		const before = data(book.setUp()).ready?.report;
		expect(data(book.call('sidebarHistorySources'))).toEqual([source]);
		data(book.call('sidebarImportHistory', { sheetId }));
		expect(data(book.call('sidebarHistorySources'))).toEqual([]);
		const after = book.open().ready?.report;
		expect(after?.lost.unknown).toBe((before?.lost.unknown ?? 0) - 1);
		expect(after?.stages[2]?.lostHere).toBe(1);
	});

	it('is no other deal table: one row for each deal is no history', () => {
		const { book, sheetId } = withLog();
		const rows = sampleRows(40);
		book.store.write(
			sheetId,
			{ row: 0, column: 0, rows: rows.length + 1, columns: 5 },
			[
				['Deal id', 'Deal', 'Stage', 'Amount', 'Changed at'],
				...rows.map((row) => [...row.slice(0, 4), '2026-01-06']),
			].map((row) => row.map((value) => ({ value }))),
		);
		expect(book.open().proposal?.history).toBeNull();
		data(book.setUp());
		expect(data(book.call('sidebarHistorySources'))).toEqual([]);
		expect(data(book.call('sidebarHistory')).sources).toEqual([]);
	});

	it('is not offered where the deals have no ids to be found by', () => {
		const book = new Book(withoutIds(), { headings: HEADINGS.slice(1) });
		const { id } = book.store.insertSheet('CRM log', 1, { rows: 100, columns: 5 });
		book.store.write(id, { row: 0, column: 0, rows: 1, columns: 3 }, [
			['Deal id', 'Stage', 'Changed at'].map((value) => ({ value })),
		]);
		expect(book.open().proposal?.history).toBeNull();
		data(book.setUp());
		expect(data(book.call('sidebarHistorySources'))).toEqual([]);
	});
});
