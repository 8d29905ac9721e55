// Deals without a column of stages beside a table of stage changes: the last change is offered, and added on request only.
import { describe, expect, it } from 'vitest';
import type { SetUpProposal } from '../../../src/addon/contract/sheet-and-settings.ts';
import { Book, choiceOf, data, type Value } from '../book.ts';

const DEALS: readonly (readonly Value[])[] = [
	['A1', 'Amber', 100],
	['A2', 'Birch', 200],
	['A3', 'Cedar', 300],
	['A4', 'Daisy', 400],
];
const CHANGES: readonly (readonly Value[])[] = [
	['Deal ID', 'Stage', 'Changed at'],
	['A1', 'Lead', '2026-01-02'],
	['A1', '=1+1', '2026-02-02'],
	['A2', 'Lead', '2026-01-03'],
	['A2', 'Won', '2026-02-03'],
	['A3', 'Lost', '2026-01-05'],
];

function bookOf(changes = CHANGES): Book {
	const book = new Book(DEALS, { headings: ['Deal ID', 'Deal', 'Amount'] });
	if (changes.length === 0) return book;
	const { id } = book.store.insertSheet('Changes', 1);
	const range = { row: 0, column: 0, rows: changes.length, columns: 3 };
	book.store.write(
		id,
		range,
		changes.map((row) => row.map((value) => ({ value, format: '' }))),
	);
	return book;
}
const proposalOf = (book: Book): SetUpProposal => book.open().proposal as SetUpProposal;

describe('a deal table without stages', () => {
	it('is told how many deals the changes know, and nothing is written', () => {
		const book = bookOf();
		const before = book.everything();
		const { stageOffer, obstacle } = proposalOf(book);
		expect(obstacle).not.toBeNull();
		expect(stageOffer).toEqual({ sheetName: 'Changes', deals: 4, known: 3 });
		expect(book.everything()).toBe(before);
	});
	it('gets the last stage of each deal as text in a new column, and no other cell changes', () => {
		const book = bookOf();
		const { sheetId, headerRow } = proposalOf(book);
		const before = DEALS.map((_, row) => [0, 1, 2].map((column) => book.cell(row + 1, column).value));
		const found = data(book.call('sidebarAddStages', { sheetId, headerRow }));
		expect([0, 1, 2, 3, 4].map((row) => book.cell(row, 3).value)).toEqual(['Stage', '=1+1', 'Won', 'Lost', null]);
		expect(book.cell(1, 3).formula ?? '').toBe('');
		expect(DEALS.map((_, row) => [0, 1, 2].map((column) => book.cell(row + 1, column).value))).toEqual(before);
		expect(found).toMatchObject({ obstacle: null, stageOffer: null });
		const stages = found.stages.map((stage) => ({ ...stage, kind: stage.kind ?? 'open' }));
		const { ready } = data(book.call('sidebarSetUp', { ...choiceOf(found), stages }));
		expect(ready?.report.kinds).toMatchObject({ won: 1, lost: 1 });
	});
	it('without a table of changes, or with one of other deals, is told no more than that', () => {
		const others = [CHANGES[0] ?? [], ['B7', 'Lead', '2026-01-02'], ['B8', 'Won', '2026-01-02']];
		for (const book of [bookOf([]), bookOf(others)]) {
			const { stageOffer, sheetId, headerRow } = proposalOf(book);
			expect(stageOffer).toBeNull();
			const answer = book.call('sidebarAddStages', { sheetId, headerRow });
			expect(answer).toMatchObject({ ok: false, code: 'badHistory' });
			expect(book.cell(0, 3).value).toBeNull();
		}
	});
});
