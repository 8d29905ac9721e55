import { describe, expect, it } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { FormulaCells } from '../../workbench/host/formula-cells.ts';
import { isPlainFormula } from '../support/own-formulas.ts';
import { Book, data, HEADINGS as SAMPLE_HEADINGS, sampleRows } from './book.ts';

/** 0-based row of the four large figures. */
const FIGURES = 4;
const ALL = { period: null, cohort: 'created', columns: {} } as const;
const HEADINGS = ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', 'Loss reason'];

function ready(options: ConstructorParameters<typeof Book>[1] = {}): Book {
	const rows = sampleRows(60).map((row, i) => [
		...row.slice(0, 6),
		i % 6 === 5 ? (['Price', '=1+1', null][((i - 5) / 6) % 3] as string | null) : null,
	]);
	const book = new Book(rows, { headings: HEADINGS, ...options });
	data(book.setUp());
	return book;
}

function report(book: Book, isLive: boolean, filter: unknown = ALL): number {
	const { sheetName } = data(book.call('sidebarReportSheet', { filter, isLive }));
	return book.store.sheets().find(({ name }) => name === sheetName)?.id as number;
}

function values(book: Book, id: number): unknown[][] {
	return book.store.read(id, { row: 0, column: 0, ...book.store.used(id) }).map((row) => row.map(({ value }) => value));
}

describe('the report sheet', () => {
	it('holds the same as values and as formulas', () => {
		const [still, live] = [ready(), ready()];
		const fixedId = report(still, false);
		const fixed = values(still, fixedId);
		const id = report(live, true);
		expect(live.cell(FIGURES, 0, id).formula).toBe('=WIN_RATE(Deals!A1:G, "all", Stages!$J$1)');
		new FormulaCells(live.bundle).recalculate();
		// What the sheet itself counts is compared in test/workbench/sheet-engine.test.ts.
		const isPlain = (row: number, column: number): boolean => isPlainFormula(live.cell(row, column, id).formula ?? '');
		const compared = (grid: unknown[][]): unknown[][] =>
			grid.map((line, row) => line.map((value, column) => (isPlain(row, column) ? 'plain' : value)));
		expect(compared(values(live, id))).toEqual(compared(fixed));
		expect(fixed[0]?.[0]).toBe('Funnel report');
		expect(fixed[FIGURES - 1]?.filter(Boolean)).toEqual(['Win rate', 'Sales velocity', 'Average deal', 'Sales cycle']);
		expect(fixed[FIGURES]?.[0]).toBe(10 / 60);
		expect(fixed[FIGURES + 1]?.[0]).toBe('won ÷ all deals');
		const cells = still.store.read(fixedId, { row: 0, column: 0, rows: 100, columns: 14 }).flat();
		expect(cells.some(({ value }) => value === '=1+1')).toBe(true);
		expect(cells.every(({ formula }) => formula === null)).toBe(true);
	});

	it.each([
		['en', 'Sales forecast', 'Middle (P50)', 'All periods'],
		['zh-CN', '销售预测', '中（P50）', '合计'],
	] as const)(
		'holds the forecast in %s, from today on whatever the period is',
		(language, heading, middle, together) => {
			const book = ready();
			data(book.call('sidebarSaveSettings', { settings: { language } }));
			const blockOf = (filter: unknown): unknown[][] => {
				const rows = values(book, report(book, false, filter));
				const first = rows.findIndex(([cell]) => cell === heading);
				const last = rows.findIndex(([cell], row) => row > first && cell === together);
				expect(first).toBeGreaterThan(0);
				return rows.slice(first + 1, last + 1);
			};
			const block = blockOf(ALL);
			expect(block[0]).toContain(middle);
			expect(block.slice(1).map(([period]) => period)).toEqual(['2026-11', '2026-12', '2027-01', together]);
			expect(blockOf({ ...ALL, period: '2026-Q1' })).toEqual(block);
		},
	);

	it('tells the win rate by owner and by source, and a trend of exactly twelve months', () => {
		const rows = sampleRows(600).map((row, at) => [...row, at % 2 === 0 ? 'Fair' : 'Web']);
		const book = new Book(rows, { headings: [...SAMPLE_HEADINGS, 'Source'] });
		data(book.setUp());
		const texts = values(book, report(book, false));
		const at = (heading: string): number => texts.findIndex((row) => row[0] === heading);
		expect(texts.slice(at('By Owner') + 2, at('By Owner') + 5).map((row) => row[0])).toEqual(
			expect.arrayContaining(['Ann', 'Bob', '王芳']),
		);
		expect(
			texts
				.slice(at('By Source') + 2, at('By Source') + 4)
				.map((row) => row[0])
				.sort(),
		).toEqual(['Fair', 'Web']);
		const formulas = new Book(rows, { headings: [...SAMPLE_HEADINGS, 'Source'] });
		data(formulas.setUp());
		const id = report(formulas, true);
		const { rows: height, columns } = formulas.store.used(id);
		const all = formulas.store.read(id, { row: 0, column: 0, rows: height, columns }).flat();
		expect(
			all.map(({ formula }) => formula ?? '').filter((formula) => formula.includes('last 12 months')),
		).toHaveLength(1);
		const months = texts
			.slice(at('Month') + 1, at('Month') + 13)
			.filter(([month]) => /^20\d\d-\d\d$/u.test(String(month)));
		expect(months[0]?.[0]).toBe('2025-12');
		expect(months).toHaveLength(12);
	});

	it('says in the place of each figure what is wrong with a filter whose column is gone', () => {
		const book = ready();
		for (const isLive of [false, true]) {
			const id = report(book, isLive, { ...ALL, columns: { Owner: 'Ann' } });
			const cells = values(book, id).flat().map(String);
			expect(cells.filter((text) => text.includes('there is no column "Owner"')).length).toBeGreaterThan(4);
		}
	});

	it('draws the three parts of each step as stacked bars, and the trend', () => {
		const book = ready();
		const hidden: unknown[] = [];
		book.store.setHiddenGridlines = (...of) => void hidden.push(of);
		const id = report(book, false);
		const [bars, trend] = book.host.records.charts;
		// The first stage stands at the top, in the documented way.
		const options = { isStacked: true, reverseCategories: true };
		expect(bars).toMatchObject({ sheetId: id, type: 'BAR', headers: 1, options });
		expect(hidden).toEqual([[id, true]]);
		const [names, parts] = (bars?.ranges ?? []).map(({ rect }) =>
			book.store.read(id, rect).map((row) => row.map(({ value }) => value)),
		);
		expect(names?.flat()).toEqual([
			'Stage',
			'Qualify',
			'Product introduction',
			'Needs and solution',
			'Quote and contract',
			'Won',
		]);
		const { stages } = data(book.call('sidebarReport', { filter: ALL })).report;
		expect(parts).toEqual([
			['Moved on', 'Still here', 'Lost here', 'Won'],
			...stages.slice(0, 4).map(({ movedOn, still, lostHere }) => [movedOn, still, lostHere, null]),
			[null, null, null, stages[4]?.reached],
		]);
		// The won deals are a series of their own, because charts of a sheet color by series.
		expect(bars?.options.colors).toEqual(['#4285f4', '#c2d9fd', '#9ba1ab', '#2fa35b']);
		expect(trend).toMatchObject({ type: 'COLUMN', options: { isStacked: true, colors: ['#4285f4', '#c4c7cc'] } });
	});

	it('renews only its own cells: notes beside and below survive, also when it grows and moves', () => {
		const book = ready();
		const id = report(book, false);
		const height = book.store.used(id).rows;
		book.user.type(id, 3, 14, 'beside');
		book.user.type(id, height + 5, 0, 'below');
		book.user.insertRows(id, 0, 2);
		const { stages } = book.open();
		const more = [...Array(6)].map((_, i) => ({
			...(stages[0] as StageDraft),
			id: '',
			name: `Extra ${i}`,
			aliases: [],
			deals: 0,
		}));
		data(book.call('sidebarSaveStages', { stages: [...more, ...stages] }));
		expect(report(book, true)).toBe(id);
		const texts = values(book, id);
		expect(texts[5]?.[14]).toBe('beside');
		expect(texts.flat().filter((value) => value === 'below')).toHaveLength(1);
		expect(texts[2]?.[0]).toBe('Funnel report');
		expect(book.cell(FIGURES + 2, 0, id).formula).toContain('WIN_RATE(');
		expect(book.host.records.charts).toHaveLength(2);
		const again = values(book, id);
		report(book, true);
		expect(values(book, id)).toEqual(again);
	});

	it('fits on a page that is as wide as A4 across: ten columns, 978 pixels', () => {
		const book = ready();
		const widths: number[] = [];
		const { store } = book;
		const set = store.setColumnWidth.bind(store);
		store.setColumnWidth = (id, column, pixels) => {
			widths[column] = pixels;
			set(id, column, pixels);
		};
		const id = report(book, false);
		expect(store.used(id).columns).toBe(10);
		expect(widths.reduce((sum, width) => sum + width, 0)).toBe(978);
		for (const { options } of book.host.records.charts) expect(options.width).toBe(978);
	});

	it('tells all twelve months, also those without a closed deal, and the rates on few deals apart in gray', () => {
		const book = ready();
		const grays: string[] = [];
		const { store } = book;
		const style = store.style.bind(store);
		store.style = (id, rect, look) => {
			if (look.fontColor === '#80868b' && rect.rows > 1) grays.push(`${rect.row + 1}:${rect.rows}, ${rect.column + 1}`);
			style(id, rect, look);
		};
		const texts = values(book, report(book, false));
		const first = texts.findIndex(([cell]) => cell === 'Month');
		expect(texts[first]?.slice(0, 5)).toEqual(['Month', 'Deals', 'Won', 'Win rate', 'Under 20 deals']);
		const months = texts.slice(first + 1, first + 13);
		expect(months.map(([month]) => month)).toEqual([
			...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
			...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
		]);
		expect(months.every(([, deals, , rate]) => Number(deals) >= 20 || rate === null)).toBe(true);
		expect(months.filter(([, deals]) => deals === 0).every(([, , , , few]) => few === null)).toBe(true);
		expect(months.some(([, , , , few]) => typeof few === 'number')).toBe(true);
		expect(grays).toContain(`${first + 2}:12, 5`);
	});

	it('ends with what was estimated and left out, in words of people', () => {
		const book = ready();
		const cells = values(book, report(book, false)).map(([first, second]) => [first, second]);
		const at = cells.findIndex(([first]) => first === 'How the win rate is calculated');
		expect(cells.slice(at + 4, at + 9)).toEqual([
			['Deals counted', 60],
			['Won', 10],
			['Out of', 60],
			['Left out', 0],
			['Estimated', 0],
		]);
		expect(cells.slice(at + 9).map(([first]) => String(first).split(/[ :]/u)[0])).toEqual([
			'Estimated',
			'Gray',
			'This',
		]);
		expect(cells.flat().some((text) => /numerator|denominator/iu.test(String(text)))).toBe(false);
	});

	it('keeps the charts that the user made, and its own untouched while nothing moves', () => {
		const book = ready();
		report(book, false);
		const charts = JSON.stringify(book.host.records.charts);
		report(book, false);
		expect(JSON.stringify(book.host.records.charts)).toBe(charts);
	});

	it('follows the filter and the language', () => {
		const book = ready({ userLocale: 'zh-CN', locale: 'zh_CN' });
		const id = report(book, true, { period: '2026-Q1', cohort: 'created', columns: { Deal: 'Deal 1' } });
		expect(book.sheetNames()).toContain('漏斗报告');
		expect(book.cell(FIGURES, 0, id).formula).toBe(
			'=WIN_RATE(Deals!A1:G, "all", "period", "2026-Q1", "cohort", "created", "Deal", "Deal 1", \'阶段\'!$J$1)',
		);
		new FormulaCells(book.bundle).recalculate();
		expect(book.cell(FIGURES, 0, id).value).toBe(0);
	});

	it('is made anew when its sheet was deleted', () => {
		const book = ready();
		book.user.deleteSheet(report(book, false));
		expect(book.sheetNames()).not.toContain('Funnel report');
		report(book, false);
		expect(book.sheetNames()).toContain('Funnel report');
	});

	it('says in its place which column is missing', () => {
		const book = new Book();
		data(book.setUp());
		const texts = values(book, report(book, true)).flat().join();
		expect(texts).toContain('column “Reason” is not set');
	});
});
