import { describe, expect, it } from 'vitest';
import { Book, data, STAGE, sampleRows } from './book.ts';

const idOf = (book: Book, name: string): number =>
	book.store.sheets().find((sheet) => sheet.name === name)?.id as number;
const TO = 3;
const TO_ID = 9;

function log(book: Book): unknown[][] {
	const id = idOf(book, 'Stage history');
	const { rows } = book.store.used(id);
	return book.store
		.read(id, { row: 0, column: 0, rows, columns: 10 })
		.map((line) => line.map(({ value, formula }) => formula ?? value));
}

/** The last event says that D-1 came to this stage. @param width of the stage list; without the eighth column it has no ids */
function recorded(stage: string, width: number): Book {
	const book = new Book(sampleRows(12));
	data(book.setUp());
	const list = idOf(book, 'Stages');
	book.store.deleteColumns(list, width, book.store.size(list).columns - width);
	book.now += 60_000;
	book.user.type(book.deals, 1, STAGE, stage);
	expect(log(book).at(-1)?.slice(0, 4)).toEqual(['D-1', 2, 'Qualify', stage]);
	return book;
}

function typeOver(book: Book, column: number, text: string): void {
	book.user.type(idOf(book, 'Stage history'), log(book).length - 1, column, text);
	book.now += 60_000;
}

const WIDTHS = [
	['with ids', 8],
	['without ids', 7],
] as const;
const STAGES = ['Won', 'Product introduction'];
const CASES = WIDTHS.flatMap(([list, width]) => STAGES.map((stage) => [list, stage, width] as const));

describe('a stage that somebody typed over in the log', () => {
	it.each(CASES)('by what is none is known by its id, in a list %s (%s)', (_list, stage, width) => {
		const book = recorded(stage, width);
		const { report } = book.open().ready ?? {};
		typeOver(book, TO, '=1');
		const before = log(book);
		expect(before.at(-1)?.[TO]).toBe('=1');
		expect(book.open().ready?.report).toEqual({ ...report, asOf: expect.anything() });
		expect(log(book)).toEqual(before);
		book.user.type(book.deals, 1, STAGE, 'Lost');
		expect(log(book).slice(0, -1)).toEqual(before);
		expect(log(book).at(-1)?.slice(0, 4)).toEqual(['D-1', 3, '=1', 'Lost']);
		const cells = book.store.read(idOf(book, 'Stage history'), { row: 0, column: 0, rows: 15, columns: 10 });
		expect(cells.flat().filter(({ formula }) => formula !== null)).toEqual([]);
	});

	it.each(CASES)('together with its id is told again, in a list %s (%s)', (_list, stage, width) => {
		const book = recorded(stage, width);
		typeOver(book, TO, '=1');
		typeOver(book, TO_ID, '=2');
		book.open();
		expect(log(book).at(-1)?.slice(0, 4)).toEqual(['D-1', 3, '=1', stage]);
		const { length } = log(book);
		book.open();
		expect(log(book)).toHaveLength(length);
	});

	it.each(STAGES)('by another stage is that one only where the list has no ids (%s)', (stage) => {
		const [known, named] = [recorded(stage, 8), recorded(stage, 7)];
		for (const book of [known, named]) {
			typeOver(book, TO, 'Needs and solution');
			book.open();
		}
		expect(log(known)).toHaveLength(14);
		expect(log(named).at(-1)?.slice(0, 4)).toEqual(['D-1', 3, 'Needs and solution', stage]);
	});
});
