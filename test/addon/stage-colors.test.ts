/** Colors of the stage column: chosen at setup, renewed with the list, taken away with the settings; the user's own rules stay. */
import { describe, expect, it } from 'vitest';
import { Fault } from '../../workbench/host/fault.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

const MINE = { text: 'Won', ground: '#00ff00', places: [] } as const;
const LIST = ['Qualify', 'Product introduction', 'Needs and solution', 'Quote and contract', 'Won', 'Lost'];

const rules = (book: Book) => [...(book.host.records.formatRules.get(book.deals) ?? [])];
const names = (book: Book) => rules(book).map(({ text }) => text);

/** A sheet that has a rule of the user's own. */
function withRule(rows = sampleRows(60)): Book {
	const book = new Book(rows);
	book.host.records.formatRules.set(book.deals, [MINE]);
	return book;
}

describe('stage colors', () => {
	it('are set only where they are asked for', () => {
		const book = withRule();
		data(book.setUp());
		expect(rules(book)).toEqual([MINE]);
	});

	it('cover the stage column below the heading, one color for each stage, behind the rules of the user', () => {
		const book = withRule();
		data(book.setUp({ stageColors: true }));
		const [first, ...own] = rules(book);
		expect(first).toEqual(MINE);
		expect(own.map(({ text }) => text)).toEqual(LIST);
		expect(new Set(own.map(({ ground }) => ground)).size).toBe(6);
		const { rows } = book.store.size(book.deals);
		for (const { places } of own)
			expect(places).toEqual([{ sheetId: book.deals, rect: { row: 1, column: STAGE, rows: rows - 1, columns: 1 } }]);
	});

	it('follow the stage list, a second setup and the setting, and leave no rule behind', () => {
		const book = withRule();
		data(book.setUp({ stageColors: true }));
		const { stages } = book.open();
		data(
			book.call('sidebarSaveStages', {
				stages: stages.map((stage) => (stage.name === 'Qualify' ? { ...stage, name: 'First talk' } : stage)),
			}),
		);
		expect(names(book)).toEqual(['Won', 'First talk', ...LIST.slice(1)]);
		data(book.call('sidebarSaveSettings', { settings: { stageColors: false } }));
		expect(rules(book)).toEqual([MINE]);
		data(book.call('sidebarSaveSettings', { settings: { stageColors: true } }));
		expect(names(book)).toHaveLength(7);
	});

	it('go with the settings', () => {
		const book = withRule();
		data(book.setUp({ stageColors: true }));
		data(book.call('sidebarReset'));
		expect(rules(book)).toEqual([MINE]);
	});

	it('stay in the own sheet while a sample is tried', () => {
		const book = withRule();
		data(book.setUp({ stageColors: true }));
		const before = rules(book);
		data(book.call('sidebarTrySample'));
		data(book.call('sidebarSaveSettings', { settings: { winRateMode: 'closed' } }));
		data(book.call('sidebarSaveSettings', { settings: { stageColors: true } }));
		data(book.call('sidebarRemoveSample'));
		expect(rules(book)).toEqual(before);
	});

	it('leave out a stage whose name a rule could take for a formula', () => {
		const rows = sampleRows(60);
		for (const at of [6, 12, 18]) (rows[at] as unknown[])[STAGE] = '=IMPORTDATA("x")';
		const book = withRule(rows);
		const { proposal } = book.open();
		const stages = [...(proposal?.stages ?? [])];
		if (!stages.some(({ name }) => name.startsWith('=')))
			stages.unshift({ ...(stages[0] as (typeof stages)[number]), id: '', name: '=IMPORTDATA("x")' });
		data(book.setUp({ stages, stageColors: true }));
		expect(names(book).filter((name) => /^[=+\-@]/u.test(name))).toEqual([]);
		expect(names(book)).toContain('Quote and contract');
	});

	it('stop no setup where Google refuses them', () => {
		const book = withRule();
		const { proposal } = book.open();
		book.host.hooks = {
			before({ name }) {
				if (name === 'Sheet.setConditionalFormatRules') throw new Fault('この操作は許可されていません。');
			},
		};
		const answer = book.setUp.call({ open: () => ({ proposal }), call: book.call.bind(book) } as unknown as Book, {
			stageColors: true,
		});
		book.host.hooks = {};
		expect(data(answer).settings?.stageColors).toBe(true);
		expect(rules(book)).toEqual([MINE]);
	});
});
