import { describe, expect, it } from 'vitest';
import { completedFormula } from '../../src/addon/formulas/live-formula.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

function ready(): Book {
	const book = new Book(sampleRows(12));
	data(book.setUp());
	return book;
}

describe('what is very long or very many', () => {
	it('copies deals with a cell that is full', () => {
		for (const first of ['x', '=']) {
			const book = ready();
			const full = first.padEnd(50_000, 'y');
			book.store.write(book.deals, { row: 1, column: 1, rows: 1, columns: 1 }, [[{ value: full }]]);
			const stage = book.open().stages[0]?.id;
			const copied = book.call('sidebarCopyDeals', {
				filter: { period: null, cohort: 'created', columns: {} },
				stageId: stage,
				part: 'still',
				order: 'name',
				offset: 0,
			});
			expect(copied).toMatchObject({ ok: true });
			expect(book.host.locks.held).toEqual([]);
		}
	});

	it('says an error in a text that can be read', () => {
		const book = ready();
		const long = 'z'.repeat(50_000);
		for (const formula of [
			`=WIN_RATE(Deals!A1:G, "${long}")`,
			`=WIN_RATE(Deals!A1:G, "Owner", "${long}")`,
			`=FUNNEL_EXPLAIN(Deals!A1:G, "${long}")`,
		]) {
			const answer = book.evaluate(formula) as { error?: string };
			expect((answer.error ?? '').length).toBeLessThan(700);
		}
		const answer = book.call('sidebarSaveStages', {
			stages: book.open().stages.map((draft, i) => (i < 2 ? { ...draft, name: 'n'.repeat(200) } : draft)),
		});
		expect(answer.ok ? '' : answer.text.length).toBeLessThan(700);
	});

	it('filters by a value of more than 1,000 characters, which is offered', () => {
		const book = ready();
		const owner = 'Ann '.repeat(400).trim();
		for (const row of [1, 2, 3]) book.user.type(book.deals, row, 6, owner);
		const state = data(
			book.call('sidebarReport', { filter: { period: null, cohort: 'created', columns: { Owner: owner } } }),
		);
		expect(state.report.stages.reduce((sum, { now }) => sum + now, 0)).toBe(3);
	});

	it('ignores some thousand problems, and takes them back', () => {
		const book = ready();
		const ids = Array.from({ length: 4000 }, (_, i) => `unknownStage|D-${i}|C|${'Wonn'.repeat(15)}`);
		for (let at = 0; at < ids.length; at += 1000)
			data(book.call('sidebarIgnore', { ids: ids.slice(at, at + 1000), isIgnored: true }));
		book.user.type(book.deals, 1, STAGE, 'Qualif');
		const { problems } = data(book.call('sidebarCheck'));
		const [mine] = problems.filter(({ code }) => code === 'unknownStage');
		expect(data(book.call('sidebarIgnore', { ids: [mine?.id as string], isIgnored: true }))).toMatchObject({
			ignored: 1,
		});
		expect(data(book.call('sidebarIgnore', { ids: [mine?.id as string], isIgnored: false }))).toMatchObject({
			ignored: 0,
		});
		expect(book.open().settings?.ignoredIssues).toHaveLength(4000);
	});

	it.each(['=WIN_RATE(1:3)', '=WIN_RATE(12:300, "closed")', '=WIN_RATE($1:3)', '=WIN_RATE(A:C)', '=WIN_RATE(A1:C)'])(
		'gives no second range to %s',
		(formula) => expect(completedFormula(formula, new Set(['WIN_RATE']), 'Deals!A1:L')).toBeNull(),
	);
	it('still gives a range to a number, whatever follows', () => {
		for (const formula of ['=WIN_RATE(3)', '=WIN_RATE(-1.5, "x")', '=WIN_RATE(12)'])
			expect(completedFormula(formula, new Set(['WIN_RATE']), 'D!A:B')).toContain('(D!A:B, ');
	});

	it('asks the sheet where the stored zone is none, and says nothing at an edit', () => {
		const book = ready();
		book.toasts.length = 0;
		for (const zone of ['Nowhere/Land', '{}', '\u0000', 'Europe']) {
			book.host.properties.document.set('stagekeeper.zone', zone);
			book.user.type(book.deals, 1, STAGE, zone === '{}' ? 'Won' : 'Lost');
			expect(book.toasts).toEqual([]);
		}
	});
});
