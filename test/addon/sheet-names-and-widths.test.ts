import { describe, expect, it } from 'vitest';
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { Book, choiceOf, data, STAGE, sampleRows, type Value } from './book.ts';

const idOf = (book: Book, name: string): number =>
	book.store.sheets().find((sheet) => sheet.name === name)?.id as number;

function addSheet(book: Book, name: string, rows: readonly (readonly Value[])[], columns: number): number {
	const { id } = book.store.insertSheet(name, book.store.sheets().length, { rows: 40, columns });
	book.store.write(
		id,
		{ row: 0, column: 0, rows: rows.length, columns: (rows[0] as readonly Value[]).length },
		rows.map((row) => row.map((value) => ({ value }))),
	);
	return id;
}

/** Takes columns away at the right until so many are left. */
function narrow(book: Book, name: string, width: number): void {
	const id = idOf(book, name);
	book.store.deleteColumns(id, width, book.store.size(id).columns - width);
}

/** What a person does on an ordinary day; each answer is a good one. */
function ordinaryDay(book: Book): void {
	book.user.type(book.deals, 1, STAGE, 'Won');
	const { stages, ready } = book.open();
	expect(ready?.recording.state).toBe('on');
	expect(ready?.report.rows).toBe(12);
	data(
		book.call('sidebarSaveStages', {
			stages: stages.map((draft, i) => (i === 0 ? { ...draft, name: 'First' } : draft)),
			merges: {},
		}),
	);
	expect(data(book.call('sidebarHistory'))).toMatchObject({ isReadable: true, unrecorded: 0 });
	expect(data(book.call('sidebarCheck')).problems.filter(({ code }) => code === 'unknownStage')).toEqual([]);
	data(book.call('sidebarReapply'));
	expect(book.evaluate('=STAGE_COUNT(Deals!A1:G, "First")')).toEqual({ value: 1 });
}

describe('sheets with few columns', () => {
	it.each([2, 3, 5, 7, 8])('the stage list works with %i columns', (width) => {
		const book = new Book(sampleRows(12));
		data(book.setUp());
		narrow(book, 'Stages', width);
		ordinaryDay(book);
	});

	it.each([6, 8, 10, 11, 12])('the log works with %i columns', (width) => {
		const book = new Book(sampleRows(12));
		data(book.setUp());
		narrow(book, 'Stage history', width);
		ordinaryDay(book);
		const before = book.store.used(idOf(book, 'Stage history')).rows;
		book.open();
		expect(book.store.used(idOf(book, 'Stage history')).rows).toBe(before);
	});

	it.each([
		[
			[
				['Stage', 'Target'],
				['Qualify', 5],
				['Won', 3],
			],
			2,
		],
		[
			[
				['Stage', 'Owner', 'Target'],
				['Qualify', 'Ann', 5],
				['Won', 'Bob', 3],
			],
			3,
		],
		[
			[
				['Name', 'Type', 'Days'],
				['Trade fair', 'B2B', 3],
				['Web', 'B2C', 5],
			],
			3,
		],
		[[['x'], ['y']], 1],
	] as [Value[][], number][])("a sheet of the user's that is called Stages stays as it is (%#)", (rows, width) => {
		const book = new Book(sampleRows(12));
		const mine = addSheet(book, 'Stages', rows, width);
		const before = book.snapshot(mine);
		data(book.setUp());
		ordinaryDay(book);
		expect(book.snapshot(mine)).toBe(before);
		expect(book.sheetNames()).toContain('Stages 2');
		// Also when ours is gone: it is not taken for it.
		book.user.deleteSheet(idOf(book, 'Stages 2'));
		expect(book.call('sidebarOpen', { filter: null })).toMatchObject({ ok: false, code: 'stagesSheetGone' });
		expect(book.snapshot(mine)).toBe(before);
	});
});

describe('a deal sheet with the name of a sheet of ours', () => {
	it.each(['Stages', '阶段', 'stages', 'Stage history', '阶段历史'])('is found and set up: %s', (sheetName) => {
		const book = new Book(sampleRows(12), { sheetName });
		const { proposal } = book.open();
		expect(proposal).toMatchObject({ sheetId: book.deals, obstacle: null });
		const deals = book.snapshot();
		data(book.call('sidebarSetUp', choiceOf(proposal as SetUpProposal)));
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(book.open().ready?.report).toMatchObject({ rows: 12, kinds: { won: 3 } });
		expect(book.snapshot()).not.toBe(deals);
		expect(book.sheetNames()).toHaveLength(3);
		expect(data(book.call('sidebarHistory'))).toMatchObject({ events: 13, unrecorded: 0, isReadable: true });
	});

	it('is said to hold no deals where only our own sheet is left', () => {
		const book = new Book(sampleRows(12));
		data(book.setUp());
		for (const name of ['Deals', 'Stage history']) book.user.deleteSheet(idOf(book, name));
		data(book.call('sidebarReset'));
		expect(book.open().proposal?.sheetName).toBe('Stages');
	});
});
