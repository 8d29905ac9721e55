/** What the menu holds, and what each of its items shows, says and writes. */
import { describe, expect, it } from 'vitest';
import type { HostOptions } from '../../workbench/host/index.ts';
import { Book, data, HEADINGS, STAGE, sampleRows } from './book.ts';

interface Seen {
	readonly book: Book;
	readonly pages: { readonly title: string; readonly content: string }[];
	readonly alerts: string[][];
}

function seen(options: Partial<HostOptions> = {}, rows = sampleRows(60)): Seen {
	const pages: Seen['pages'] = [];
	const alerts: string[][] = [];
	const book = new Book(rows, {
		htmlFile: () => '<html lang="en"><p></p></html>',
		...options,
		frontEnd: {
			sidebar: (page) => void pages.push({ title: page.title, content: page.content }),
			alert: (...said) => {
				alerts.push(said);
				return 'OK';
			},
		},
	});
	return { book, pages, alerts };
}

function ready(): Book {
	const book = new Book();
	data(book.setUp());
	book.toasts.length = 0;
	return book;
}

const PLAIN = '<html lang="en"><p></p></html>';

describe('the menu', () => {
	it('holds each item once, in the order of their use, between separators', () => {
		const entries: unknown[] = [];
		const book = new Book([], { authMode: 'NONE', frontEnd: { menu: (menu) => void entries.push(...menu.entries) } });
		book.bundle.runTrigger('onInstall', {});
		expect(entries).toMatchObject([
			{ caption: 'Open funnel', functionName: 'openFunnel' },
			{ functionName: 'checkStages' },
			{ kind: 'separator' },
			{ functionName: 'insertFormula' },
			{ functionName: 'makeFormulasLive' },
			{ functionName: 'refreshFunnel' },
			{ kind: 'separator' },
			{ functionName: 'openSetUp' },
			{ functionName: 'showHelp' },
		]);
	});

	it('is added before the add-on was ever used in the file, in the language of the user', () => {
		const captions: string[] = [];
		const menu = (added: { entries: readonly unknown[] }): void => void captions.push(JSON.stringify(added.entries));
		const book = new Book([], { authMode: 'NONE', userLocale: 'zh-CN', frontEnd: { menu } });
		book.bundle.runTrigger('onOpen', {});
		expect(captions).toHaveLength(1);
		expect(captions[0]).toContain('openFunnel');
		expect(captions[0]).toContain('打开销售漏斗');
	});

	it.each([
		['insertFormula', 'insert'],
		['openSetUp', 'settings'],
		['checkStages', 'check'],
	] as const)('%s opens the sidebar on its view', (item, view) => {
		const pages: string[] = [];
		const book = new Book(sampleRows(60), {
			htmlFile: () => '<html lang="en"><div id="app"></div></html>',
			frontEnd: { sidebar: (page) => void pages.push(page.content) },
		});
		data(book.setUp());
		book.bundle.runMenuItem(item);
		expect(pages).toEqual([`<html lang="en"><div id="app" data-view="${view}"></div></html>`]);
	});

	it('says how many problems there are and sets a wiped drop-down again', () => {
		const book = ready();
		book.user.paste(book.deals, 1, STAGE, [['Wonn']]);
		book.bundle.runMenuItem('checkStages');
		expect(book.toasts.join()).toMatch(/^1 problem in 60 deals/u);
		expect(book.store.validations(book.deals, { row: 1, column: STAGE, rows: 1, columns: 1 })).toHaveLength(1);
		expect(book.sidebars).toBe(1);
	});

	it.each(['openFunnel', 'openSetUp', 'showHelp', 'refreshFunnel', 'makeFormulasLive', 'checkStages', 'insertFormula'])(
		'%s ends without an exception before and after set-up',
		(item) => {
			new Book().bundle.runMenuItem(item);
			ready().bundle.runMenuItem(item);
		},
	);
});

describe('an item that opens the sidebar', () => {
	it('shows the funnel without naming a view', () => {
		const { book, pages } = seen();
		data(book.setUp());
		book.bundle.runMenuItem('openFunnel');
		expect(pages).toEqual([{ title: 'Sales funnel', content: PLAIN }]);
	});

	it('leads from Check to setup where nothing was set up, and says nothing', () => {
		const { book, pages } = seen();
		book.bundle.runMenuItem('checkStages');
		expect(pages.map(({ content }) => content)).toEqual([PLAIN]);
		expect(book.toasts).toEqual([]);
	});
});

describe('help', () => {
	it('is one alert in the language of the file', () => {
		const { book, alerts } = seen({ locale: 'zh_CN', userLocale: 'zh-CN' });
		book.bundle.runMenuItem('showHelp');
		expect(alerts).toHaveLength(1);
		expect(alerts[0]?.[0]).toBe('Stagekeeper');
		expect(alerts[0]?.[1]).toMatch(/阶段/u);
	});
});

describe('check', () => {
	it('says that there is no problem, or how many in how many deals', () => {
		const { book } = seen();
		data(book.setUp());
		book.bundle.runMenuItem('checkStages');
		book.user.paste(book.deals, 1, STAGE, [['Wonn'], ['Wonn']]);
		book.bundle.runMenuItem('checkStages');
		expect(book.toasts.at(-2)).toMatch(/^No problems in 60 deals/u);
		expect(book.toasts.at(-1)).toMatch(/^2 problems in 60 deals/u);
	});
});

describe('making formulas live', () => {
	it('says how many got their range, and that there are none left', () => {
		const { book } = seen();
		data(book.setUp());
		data(book.call('sidebarSaveSettings', { settings: { completeFormulas: false } }));
		const other = book.store.insertSheet('Notes', 1, { rows: 20, columns: 5 }).id;
		for (const [row, formula] of ['=WIN_RATE()', '=SUM(A1:A2)', '=STAGE_COUNT("Won")'].entries())
			book.store.write(other, { row, column: 0, rows: 1, columns: 1 }, [[{ value: null, formula }]]);
		const { toasts } = book;
		book.bundle.runMenuItem('makeFormulasLive');
		expect(toasts.at(-1)).toContain('2');
		expect([0, 1, 2].map((row) => book.cell(row, 0, other).formula)).toEqual([
			expect.stringMatching(/^=WIN_RATE\(Deals!A1:G/u),
			'=SUM(A1:A2)',
			expect.stringMatching(/^=STAGE_COUNT\(Deals!A1:G.*"Won"/u),
		]);
		const said = toasts.at(-1);
		book.bundle.runMenuItem('makeFormulasLive');
		expect(toasts.at(-1)).not.toBe(said);
	});
});

describe('refresh', () => {
	it('starts the history only where deals have ids', () => {
		const named = seen().book;
		data(named.setUp());
		named.bundle.runMenuItem('refreshFunnel');
		expect(named.sheetNames()).toContain('Stage history');
		const book = new Book(
			sampleRows(20).map(([, ...row]) => row),
			{ headings: HEADINGS.slice(1) },
		);
		data(book.setUp());
		book.bundle.runMenuItem('refreshFunnel');
		expect(book.sheetNames()).toEqual(['Deals', 'Stages']);
	});

	it('makes an open page ask for new figures', () => {
		const { book } = seen();
		data(book.setUp());
		const before = data(book.call('sidebarRevision'));
		book.now += 60_000;
		book.bundle.runMenuItem('refreshFunnel');
		expect(data(book.call('sidebarRevision'))).not.toBe(before);
		expect(book.toasts.at(-1)).toMatch(/60/u);
	});
});
