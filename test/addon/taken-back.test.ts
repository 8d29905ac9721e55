/** A sheet of ours that a failure takes back, above all the history: what somebody has typed into it meanwhile stays. */
import { describe, expect, it } from 'vitest';
import type { SetUpProposal } from '../../src/addon/contract/sheet-and-settings.ts';
import { Fault } from '../../workbench/host/fault.ts';
import { Book, choiceOf, data, sampleRows } from './book.ts';

const CHOICE = choiceOf(new Book(sampleRows(6)).open().proposal as SetUpProposal);

/** Each makes sheets, the history last or alone. */
const MAKING = {
	sidebarSetUp: (book: Book) => book.call('sidebarSetUp', CHOICE),
	sidebarStartHistory: (book: Book) => book.call('sidebarStartHistory'),
	sidebarTrySample: (book: Book) => book.call('sidebarTrySample'),
} as const;
type Making = keyof typeof MAKING;

/** Where, in a sheet of ours that has its content. */
const PLACES = [
	['over what we wrote', () => [1, 0]],
	['between what we wrote', ([, columns]) => [1, Math.min(7, columns - 1)]],
	['below it', ([rows]) => [rows, 0]],
	['beside it', ([, columns]) => [0, columns]],
] as const satisfies readonly (readonly [string, (used: readonly [number, number]) => readonly [number, number]])[];

function prepared(name: Making): Book {
	const book = new Book(sampleRows(6));
	if (name !== 'sidebarStartHistory') return book;
	data(book.setUp());
	book.store.deleteSheet(book.store.sheets().find((sheet) => sheet.name === 'Stage history')?.id as number);
	return book;
}

const texts = (book: Book): string =>
	book.store
		.sheets()
		.map(({ id }) => book.snapshot(id))
		.join();

/** Types right before the nth call, which fails. @returns what was typed; null when there is no such call */
function failedAt(book: Book, nth: number, name: Making, [, place]: (typeof PLACES)[number]): string[] | null {
	const typed: string[] = [];
	let calls = 0;
	const before = new Set(book.store.sheets().map(({ id }) => id));
	book.host.hooks = {
		before: () => {
			if (++calls !== nth) return;
			for (const { id, isHidden } of book.store.sheets()) {
				const used = book.store.used(id);
				if (before.has(id) || isHidden || used.rows < 2) continue;
				const [row, column] = place([used.rows, used.columns]);
				if (row >= book.store.size(id).rows || column >= book.store.size(id).columns) continue;
				typed.push(`MINE ${id}`);
				book.store.write(id, { row, column, rows: 1, columns: 1 }, [[{ value: `MINE ${id}` }]]);
			}
			throw new Fault('Service Spreadsheets failed while accessing document.');
		},
	};
	MAKING[name](book);
	book.host.hooks = {};
	return calls < nth ? null : typed;
}

/** Each call fails once, the places taking turns. @returns how much was typed, which is all kept */
function keptThrough(name: Making, step: number, isThereAgain: boolean): number {
	let kept = 0;
	for (let nth = 1; ; nth += step) {
		const book = prepared(name);
		const typed = failedAt(book, nth, name, PLACES[nth % PLACES.length] as (typeof PLACES)[number]);
		if (typed === null) return kept;
		for (const text of typed) expect(texts(book), `at call ${nth}`).toContain(text);
		expect(MAKING[name](book), `after call ${nth}`).toMatchObject({ ok: true });
		if (isThereAgain) for (const text of typed) expect(texts(book), `again after call ${nth}`).toContain(text);
		kept += typed.length;
	}
}

describe('what is typed while something fails that makes sheets is there afterwards', () => {
	it('in a new history, and after another try', () => {
		expect(keptThrough('sidebarStartHistory', 1, true)).toBeGreaterThan(5);
	});

	it('in the sheets of a setup, until another one writes the list that its page shows', () => {
		expect(keptThrough('sidebarSetUp', 3, false)).toBeGreaterThan(3);
	});

	it('in the sheets of the sample, and after another try', () => {
		expect(keptThrough('sidebarTrySample', 5, true)).toBeGreaterThan(10);
	});
});
