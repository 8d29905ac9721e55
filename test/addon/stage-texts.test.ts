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

	it.each([
		['name', { name: 'n'.repeat(201) }, '201', '200'],
		['alias', { aliases: ['a'.repeat(300)] }, '300', '200'],
		['task', { tasks: ['t'.repeat(501)] }, '501', '500'],
		['rule', { exitRule: 'r'.repeat(2001) }, '2001', '2000'],
		['list of tasks', { tasks: Array.from({ length: 120 }, (_, i) => `${i}`.padEnd(490, ';')) }, '', '50000'],
	])('says how long a %s may be, before anything is written', (_what, part, length, limit) => {
		const book = ready();
		const before = book.everything();
		const drafts = changed([...book.open().stages], 0, part);
		for (const answer of [
			book.call('sidebarSaveStages', { stages: drafts, merges: {} }),
			book.call('sidebarPreviewStages', { stages: drafts, merges: {} }),
		]) {
			expect(answer).toMatchObject({ ok: false, code: 'stageTextTooLong' });
			const text = (answer as { text: string }).text.replace(/[,.]/gu, '');
			expect(text).toContain(length);
			expect(text).toContain(limit);
		}
		expect(book.everything()).toBe(before);
	});

	it.each([201, 5000, 50_000])(
		'proposes no stage of %i characters, and the set-up takes what is proposed',
		(length) => {
			const rows = sampleRows(40);
			for (const row of [3, 9]) (rows[row] as unknown[])[STAGE] = 'x'.repeat(length);
			const book = new Book(rows);
			data(book.setUp());
			expect(book.open().ready?.report.kinds.unknown).toBe(2);
		},
	);

	it('proposes no more stages than can be saved', () => {
		// The most frequent ones have neither a won nor a lost stage among them.
		const rows = sampleRows(1500).map((row, i) =>
			row.map((cell, column) => (column === STAGE && i > 60 ? `Phase ${i % 104}` : cell)),
		);
		const book = new Book(rows);
		const count = book.open().proposal?.stages.length ?? 0;
		expect(count).toBeGreaterThan(90);
		expect(count).toBeLessThanOrEqual(100);
		// A stage of which nobody knows what it is waits for an answer.
		expect(data(book.setUp()).stages.length).toBeGreaterThan(count - 3);
	});
});
