import { describe, expect, it } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

function ready(): Book {
	const book = new Book(sampleRows(12));
	data(book.setUp());
	return book;
}

function save(book: Book, change: (drafts: StageDraft[]) => StageDraft[]) {
	return book.call('sidebarSaveStages', { stages: change([...book.open().stages]), merges: {} });
}

const changed = (drafts: StageDraft[], at: number, part: Partial<StageDraft>): StageDraft[] =>
	drafts.map((draft, i) => (i === at ? { ...draft, ...part } : draft));

describe('texts of the stage list', () => {
	it.each(['Quote; Won', 'Lost;Won', '报价；Won', '"Won"; Lost', 'a\nWon', ';', '=1;2'])(
		'keeps the name %j, also as the former name of a renamed stage',
		(name) => {
			const book = ready();
			const plain = name.replace(/\s+/gu, ' ').trim();
			expect(save(book, (drafts) => changed(drafts, 0, { name })).ok).toBe(true);
			book.user.type(book.deals, 1, STAGE, plain.startsWith('=') ? `'${plain}` : plain);
			expect(book.open().stages[0]).toMatchObject({ name: plain, aliases: ['Qualify'], deals: 2 });
			expect(save(book, (drafts) => changed(drafts, 0, { name: 'First' })).ok).toBe(true);
			const { stages, ready: state } = book.open();
			expect(stages[0]).toMatchObject({ name: 'First', deals: 2 });
			expect(stages[0]?.aliases).toContain(plain);
			expect(state?.report.kinds.unknown).toBe(0);
			expect(book.evaluate('=STAGE_COUNT(Deals!A1:G, "First")')).toEqual({ value: 2 });
		},
	);

	it('keeps a task in one piece', () => {
		const book = ready();
		const tasks = ['Call; then write', 'Send "offer"; wait', 'Visit'];
		expect(save(book, (drafts) => changed(drafts, 1, { tasks })).ok).toBe(true);
		expect(book.open().stages[1]?.tasks).toEqual(tasks);
	});

	it('writes nothing where two stages would have one name', () => {
		const book = ready();
		const before = book.everything();
		expect(save(book, (drafts) => changed(drafts, 0, { aliases: ['Won'], name: 'won' }))).toMatchObject({
			ok: false,
			code: 'sameStageName',
		});
		expect(book.everything()).toBe(before);
	});
});
