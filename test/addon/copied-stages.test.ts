import { describe, expect, it } from 'vitest';
import { Book, data, STAGE, sampleRows } from './book.ts';

const idOf = (book: Book, name: string): number =>
	book.store.sheets().find((sheet) => sheet.name === name)?.id as number;

function ready(): Book {
	const book = new Book(sampleRows(12));
	data(book.setUp());
	return book;
}

/** Inserts a copy of a row of the stage list, and gives it a name of its own. */
function copyRow(book: Book, row: number, at: number, name: string): void {
	const stages = idOf(book, 'Stages');
	const cells = book.store.read(stages, { row, column: 0, rows: 1, columns: 8 });
	book.user.insertRows(stages, at, 1);
	book.store.write(
		stages,
		{ row: at, column: 0, rows: 1, columns: 8 },
		cells.map((line) => line.map(({ value, format }) => ({ value, format }))),
	);
	book.user.type(stages, at, 0, name);
}

function logged(book: Book): unknown[][] {
	const id = idOf(book, 'Stage history');
	const rows = book.store.read(id, { row: 13, column: 0, rows: book.store.used(id).rows - 12, columns: 10 });
	return rows.map((line) => [0, 2, 3].map((column) => line[column]?.value));
}

describe('a row of the stage list that was copied', () => {
	it.each([
		['above its original', 1],
		['below its original', 2],
		['to the end of the list', 7],
	])('%s leaves the stage to its original, and a change between the two is recorded', (_place, at) => {
		const book = ready();
		copyRow(book, 1, at, 'Before');
		book.open();
		expect(logged(book).filter(([deal]) => deal !== null)).toEqual([]);
		book.user.type(book.deals, 1, STAGE, 'Before');
		book.user.type(book.deals, 7, STAGE, 'Before');
		book.user.type(book.deals, 7, STAGE, 'Qualify');
		expect(logged(book).filter(([deal]) => deal !== null)).toEqual([
			['D-1', 'Qualify', 'Before'],
			['D-7', 'Qualify', 'Before'],
			['D-7', 'Before', 'Qualify'],
		]);
		expect(book.evaluate('=STAGE_COUNT(Deals!A1:G, "Before")')).toEqual({ value: 1 });
	});

	it('keeps its own id for good once the list is saved, also after the original was renamed', () => {
		const book = ready();
		copyRow(book, 2, 1, 'Before');
		const drafts = book.open().stages;
		const [copied, , original] = drafts.map(({ id }) => id);
		expect(new Set(drafts.map(({ id }) => id)).size).toBe(7);
		data(
			book.call('sidebarSaveStages', {
				stages: drafts.map((draft) => (draft.id === original ? { ...draft, name: 'Intro' } : draft)),
				merges: {},
			}),
		);
		const after = book.open().stages;
		expect(after.map(({ name, id }) => [name, id]).filter(([name]) => name === 'Before' || name === 'Intro')).toEqual([
			['Before', copied],
			['Intro', original],
		]);
		expect(logged(book).filter(([deal]) => deal !== null)).toEqual([]);
	});

	it('was renamed itself: the original still has the old name', () => {
		const book = ready();
		// The copy stands where the original stood, the original got the new name.
		copyRow(book, 3, 4, 'Needs and solution');
		book.user.type(idOf(book, 'Stages'), 3, 0, 'Deep needs');
		book.open();
		expect(logged(book).filter(([deal]) => deal !== null)).toEqual([]);
	});
});
