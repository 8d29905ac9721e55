import { describe, expect, it } from 'vitest';
import type { DealListRequest, DealPart, RpcDeals } from '../../src/addon/contract/deals.ts';
import { Book, data, HEADINGS, STAGE, sampleRows } from './book.ts';

const ALL = { period: null, cohort: 'created', columns: {} } as const;

function ready(count = 60): Book {
	const book = new Book(sampleRows(count));
	data(book.setUp());
	return book;
}

/** A book with recorded moves: some deals went back, some were lost from the middle. */
function moved(): Book {
	const book = ready();
	book.bundle.runMenuItem('refreshFunnel');
	[
		[2, 'Needs and solution'],
		[2, 'Qualify'],
		[3, 'Lost'],
		[4, 'Lost'],
		[10, 'Won'],
	].forEach(([row, stage]) => {
		book.now += 5 * 86_400_000;
		book.user.type(book.deals, row as number, STAGE, stage as string);
	});
	return book;
}

function ask(stageId: string, part: DealPart, more: Partial<DealListRequest> = {}): DealListRequest {
	return { filter: ALL, stageId, part, order: 'age', offset: 0, ...more };
}

function listed(book: Book, request: DealListRequest): { total: number; rows: number[] } {
	const { total, deals } = data(book.call('sidebarDeals', request));
	return { total, rows: deals.map(({ row }) => row) };
}

describe('the deals of a stage', () => {
	it.each([ready, moved])('are as many in each part as the report counts, with a filter too (%#)', (make) => {
		const book = make();
		for (const filter of [ALL, { ...ALL, period: '2026-Q1', columns: { Owner: 'Ann' } }]) {
			const { report } = data(book.call('sidebarReport', { filter }));
			for (const stage of report.stages.filter(({ reached }) => reached !== null)) {
				const totals = (['movedOn', 'still', 'lost'] as const).map(
					(part) => listed(book, ask(stage.id, part, { filter })).total,
				);
				expect([stage.name, ...totals]).toEqual([stage.name, stage.movedOn, stage.still, stage.lostHere]);
			}
		}
	});

	it('come in pages, sorted as asked, each row once', () => {
		const book = ready(1500);
		const { id } = book.open().stages[0] as { id: string };
		const pages = [0, 100, 200].map((offset) =>
			data(book.call('sidebarDeals', ask(id, 'still', { order: 'amount', offset }))),
		);
		const amounts = pages.flatMap(({ deals }) => deals.map(({ amount }) => amount as number));
		expect(pages.map(({ deals }) => deals.length)).toEqual([100, 100, 50]);
		expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
		expect(new Set(amounts).size).toBe(250);
		const names = data(book.call('sidebarDeals', ask(id, 'still', { order: 'name' }))).deals.map(({ name }) => name);
		expect(names.slice(0, 3)).toEqual(['Deal 1', 'Deal 7', 'Deal 13']);
	});

	it('carry their age and the usual days that were set, and are slow beyond them', () => {
		const book = ready();
		const { stages } = book.open();
		data(
			book.call('sidebarSaveStages', {
				stages: stages.map((stage, i) => (i === 0 ? { ...stage, usualDays: 300 } : stage)),
			}),
		);
		const { deals } = data(book.call('sidebarDeals', ask(stages[0]?.id as string, 'still')));
		expect(deals[0]).toMatchObject({
			row: 2,
			name: 'Deal 1',
			owner: 'Ann',
			ageDays: 326,
			usualDays: 300,
			isSlow: true,
		});
		expect(deals.find(({ ageDays }) => ageDays === 296)).toMatchObject({ isSlow: false });
	});

	it('of a stage that is gone are refused in words', () => {
		expect(ready().call('sidebarDeals', ask('nowhere', 'still'))).toMatchObject({ ok: false, code: 'stageGone' });
	});

	it('are selected as whole rows, neighbours as one block, not more blocks than the sheet can bear', () => {
		const book = ready();
		const { id } = book.open().stages[1] as { id: string };
		book.user.paste(book.deals, 1, STAGE, [['Product introduction']]);
		expect(data(book.call('sidebarSelectRows', ask(id, 'still')))).toEqual({ rows: 11, isSelected: true });
		expect(book.store.active().rects[0]).toMatchObject({ row: 1, rows: 2, column: 0 });
		expect(book.store.active().rects).toHaveLength(10);
		const many = ready(3000);
		const first = many.open().stages[0]?.id as string;
		expect(data(many.call('sidebarSelectRows', ask(first, 'still')))).toEqual({ rows: 500, isSelected: false });
	});

	it('are copied as values: a text that looks like a formula stays that text', () => {
		const book = ready();
		book.store.write(book.deals, { row: 1, column: 1, rows: 1, columns: 1 }, [
			[{ value: '=HYPERLINK("http://x","y")' }],
		]);
		book.store.write(
			book.deals,
			{ row: 1, column: HEADINGS.indexOf('Amount'), rows: 60, columns: 1 },
			Array.from({ length: 60 }, (_, i) => [{ value: 1000 + i, format: '"$"#,##0' }]),
		);
		const before = book.snapshot();
		const { id } = book.open().stages[0] as { id: string };
		const { sheetName, rows } = data(book.call('sidebarCopyDeals', ask(id, 'still', { order: 'name' })));
		const copy = book.store.sheets().find(({ name }) => name === sheetName)?.id as number;
		expect([sheetName, rows]).toEqual(['Deals – Qualify', 10]);
		expect(book.cell(0, 1, copy).value).toBe('Deal');
		const texts = Array.from({ length: 10 }, (_, i) => book.cell(i + 1, 1, copy));
		expect(texts.map(({ value }) => value)).toContain('=HYPERLINK("http://x","y")');
		expect(texts.every(({ formula }) => formula === null)).toBe(true);
		const formats = HEADINGS.map((_, column) => book.cell(2, column, copy).format);
		expect(formats).toEqual(['', '', '', '"$"#,##0', 'yyyy-mm-dd', '', '']);
		expect(book.snapshot()).toBe(before);
	});
});

describe('the filter by stage', () => {
	const filterOf = (book: Book, stageId: string | null) => book.call('sidebarFilterSheet', { stageId });

	it('hides the other stages, changes to another stage and goes again', () => {
		const book = ready();
		const [first, second] = book.open().stages as readonly { id: string }[];
		data(filterOf(book, first?.id as string));
		expect(book.store.hiddenRows(book.deals).size).toBe(50);
		data(filterOf(book, second?.id as string));
		expect(book.store.hiddenRows(book.deals).has(1)).toBe(true);
		data(filterOf(book, null));
		expect(book.store.hiddenRows(book.deals).size).toBe(0);
	});

	it("never replaces the user's own filter of the stage column", () => {
		const book = ready();
		const { id } = book.open().stages[0] as { id: string };
		data(filterOf(book, id));
		book.host.properties.document.set('stagekeeper.filter', '');
		expect(filterOf(book, id)).toMatchObject({
			ok: false,
			code: 'filterInUse',
			text: expect.stringContaining('Nothing was changed'),
		});
		data(filterOf(book, null));
		expect(book.store.hiddenRows(book.deals).size).toBe(50);
	});
});

describe('one deal', () => {
	it('has its cells, tasks, exit rule and the way that was recorded', () => {
		const book = moved();
		const { stages } = book.open();
		const told = stages.map((stage, i) =>
			i === 0 ? { ...stage, exitRule: 'Budget known', tasks: ['Call', 'Write'] } : stage,
		);
		data(book.call('sidebarSaveStages', { stages: told }));
		const deal = data(book.call('sidebarDeal', { row: 3 }));
		expect(deal).toMatchObject({
			row: 3,
			name: 'Deal 2',
			stage: 'Qualify',
			exitRule: 'Budget known',
			tasks: ['Call', 'Write'],
		});
		expect(deal?.timeline.map(({ stage, isNow }) => [stage, isNow])).toEqual([
			['Product introduction', false],
			['Needs and solution', false],
			['Qualify', true],
		]);
		expect(deal?.timeline[1]?.days).toBeCloseTo(5, 6);
		expect(deal?.createdDays).toBeNull();
		expect(deal?.distance?.stagesLeft).toBe(4);
		expect(deal?.cells).toContainEqual({ heading: 'Created', text: '2026-01-02' });
	});

	it('is that of the active cell, and null beside the deals', () => {
		const book = ready();
		book.store.activate(book.deals, [{ row: 7, column: 3, rows: 1, columns: 1 }]);
		expect(data(book.call('sidebarDeal', { row: null }))).toMatchObject({
			row: 8,
			name: 'Deal 7',
			createdDays: 320,
			timeline: [{ stage: 'Qualify', days: null, isAssumed: true }],
		});
		book.store.activate(book.deals, [{ row: 0, column: 3, rows: 1, columns: 1 }]);
		expect(data(book.call('sidebarDeal', { row: null }))).toBeNull();
		book.store.activate(book.store.sheets()[1]?.id as number, [{ row: 7, column: 0, rows: 1, columns: 1 }]);
		expect(data(book.call('sidebarDeal', { row: null }))).toBeNull();
		expect(data(book.call('sidebarDeal', { row: 900 }))).toBeNull();
	});
});

describe('the forecast', () => {
	it('adds up to the weighted pipeline of the cells, by month of expected close', () => {
		const rows = sampleRows(12).map((row, i) => [
			...row.slice(0, 6),
			['2026-09-01', '2026-12-24', '2027-01-05', null][i % 4] as string | null,
		]);
		const book = new Book(rows, {
			headings: ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date', 'Expected close'],
		});
		for (let row = 1; row <= 12; row++) book.user.type(book.deals, row, 6, rows[row - 1]?.[6] ?? null);
		data(book.setUp());
		const forecast = data(book.call('sidebarForecast', { filter: ALL, target: 10_000, unit: 'month', periods: 3 }));
		expect(forecast.months.map(({ month, deals }) => [month, deals])).toEqual([
			['overdue', 2],
			['2026-12', 2],
			['2027-01', 2],
			['', 2],
		]);
		const total = forecast.months.reduce((sum, { weighted }) => sum + weighted, 0);
		expect(total).toBeCloseTo(forecast.weighted as number, 8);
		expect(book.evaluate('=WEIGHTED_PIPELINE()')).toEqual({ value: forecast.weighted });
		expect(book.evaluate('=LEADS_NEEDED(10000)')).toEqual({ value: forecast.leads?.value });
		expect(forecast.leads?.low).toBeLessThan(forecast.leads?.high as number);
	});

	it('lists the deals beyond their usual days, longest over first', () => {
		const book = ready();
		const { stages } = book.open();
		data(
			book.call('sidebarSaveStages', {
				stages: stages.map((stage) => ({ ...stage, usualDays: stage.kind === 'open' ? 100 : null })),
			}),
		);
		const { stuck, stuckCount } = data(
			book.call('sidebarForecast', { filter: ALL, target: null, unit: 'month', periods: 3 }),
		);
		expect(stuckCount).toBe(stuck.length);
		expect(stuck[0]).toMatchObject({ row: 2, ageDays: 326, usualDays: 100, isSlow: true });
		// Without history only creation is known: a deal of the fourth stage is in time for four times 100 days.
		expect(stuck.some(({ row }) => (row - 2) % 6 === 3)).toBe(false);
	});
});

describe('the cost', () => {
	const requests = (book: Book): [keyof RpcDeals, unknown][] => {
		const id = book.open().stages[0]?.id as string;
		return [
			['sidebarDeals', ask(id, 'still')],
			['sidebarDeal', { row: 5 }],
			['sidebarSelectRows', ask(id, 'still')],
			['sidebarFilterSheet', { stageId: id }],
			['sidebarForecast', { filter: ALL, target: 100, unit: 'quarter', periods: 2 }],
			['sidebarPreviewFormula', { metric: 'winRate', words: [] }],
		];
	};

	// A formula also names the cell that keeps it fresh, which is looked for beside the stage list: one read and two calls.
	// From 20,000 cells on the headings are read first: one call that saves reading the notes beside a large table.
	it.each([
		[60, 4],
		[6000, 5],
	])('with %i deals is at most %i reads and eleven service calls', (count, reads) => {
		const book = ready(count);
		for (const [name, request] of requests(book)) {
			book.host.meter.reset();
			data(book.call(name, request) as { ok: true; data: unknown });
			expect([name, book.host.meter.reads <= reads, book.host.meter.calls <= 11 ? 11 : book.host.meter.calls]).toEqual([
				name,
				true,
				11,
			]);
		}
	});
});
