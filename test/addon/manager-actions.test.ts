/** What a manager is offered beside the figures: the new name of a stage in its cells, a start without deals, percentages, a view that is remembered. */
import { describe, expect, it } from 'vitest';
import { Book, data, HEADINGS, STAGE, sampleRows, type Value } from './book.ts';

const ready = (rows: Value[][] = sampleRows(60), headings = HEADINGS): Book => {
	const book = new Book(rows, { headings });
	data(book.setUp());
	return book;
};

describe('the new name of a stage in the cells', () => {
	it('is written where the cells hold a former name or that of a merged stage, and back again', () => {
		const book = ready(sampleRows(546));
		const { stages } = book.open();
		const before = book.snapshot();
		const [qualify, introduction] = stages.map(({ id }) => id) as [string, string];
		const renamed = stages
			.filter(({ id }) => id !== introduction)
			.map((stage) => (stage.id === qualify ? { ...stage, name: 'First talk' } : stage));
		data(book.call('sidebarSaveStages', { stages: renamed, merges: { [introduction]: qualify } }));
		expect(book.snapshot()).toBe(before);
		const fixes = data(book.call('sidebarFormerNames', { stageIds: [qualify] }));
		// 91 cells of each of the two stages.
		expect(fixes).toHaveLength(182);
		const events = data(book.call('sidebarHistory')).events;
		const { fixed, undo } = data(book.call('sidebarFix', { fixes }));
		expect(fixed).toBe(182);
		expect(book.cell(1, STAGE).value).toBe('First talk');
		expect(data(book.call('sidebarFormerNames', { stageIds: [qualify] }))).toEqual([]);
		// The same stage under its new name is not a change of a stage.
		book.open();
		expect(data(book.call('sidebarHistory')).events).toBe(events);
		data(book.call('sidebarUndo', { undo: undo ?? [] }));
		expect(book.snapshot()).toBe(before);
	});

	it('is offered for the stages asked for only', () => {
		const book = ready();
		const { stages } = book.open();
		const renamed = stages.map((stage) => ({ ...stage, name: `${stage.name} (new)` }));
		data(book.call('sidebarSaveStages', { stages: renamed }));
		expect(data(book.call('sidebarFormerNames', { stageIds: [stages[1]?.id as string] }))).toHaveLength(10);
		expect(data(book.call('sidebarFormerNames', { stageIds: ['nothing'] }))).toEqual([]);
	});
});

describe('a start with a ready stage list', () => {
	it('writes headings into an empty sheet and sets up', () => {
		const book = new Book([], { headings: [''] });
		expect(book.open().proposal?.canStartEmpty).toBe(true);
		const opened = data(book.call('sidebarStartTemplate', { sheetId: book.deals, template: 'b2b' }));
		expect(opened.stages.map(({ name }) => name)).toContain('Needs and solution');
		expect(opened.ready?.report.rows).toBe(0);
		expect(book.cell(0, 2).value).toBe('Stage');
		book.user.type(book.deals, 1, 0, 'D-1');
		book.user.type(book.deals, 1, 2, 'Qualify');
		expect(book.open().ready?.report.deals).toBe(1);
	});

	it('adds a stage column right of a table that has none, and changes no cell of it', () => {
		const headings = HEADINGS.filter((heading) => heading !== 'Stage');
		const rows = sampleRows(5).map((row) => row.filter((_, at) => at !== STAGE && at !== 5));
		const book = new Book(rows, { headings: headings.filter((heading) => heading !== 'Close date') });
		expect(book.open().proposal?.canStartEmpty).toBe(true);
		const width = book.store.used(book.deals).columns;
		const cells = () => JSON.stringify(book.store.read(book.deals, { row: 0, column: 0, rows: 6, columns: width }));
		const before = cells();
		data(book.call('sidebarStartTemplate', { sheetId: book.deals, template: 'b2c' }));
		expect(cells()).toBe(before);
		expect(book.cell(0, width).value).toBe('Stage');
	});

	it('is not offered where something else is wrong with the sheet', () => {
		expect(new Book().open().proposal?.canStartEmpty).toBe(false);
	});
});

describe('a rate that is typed', () => {
	const formatAfter = (formula: string, format = ''): string | undefined => {
		const book = ready();
		if (format !== '')
			book.store.write(book.deals, { row: 1, column: 9, rows: 1, columns: 1 }, [[{ value: null, format }]]);
		book.user.type(book.deals, 1, 9, formula);
		expect(book.cell(1, 9).formula).toContain('Deals!A1:G');
		return book.cell(1, 9).format;
	};

	it('shows as a percentage as soon as it is completed, unless the cell has a format of its own or shows more than a rate', () => {
		expect(formatAfter('=WIN_RATE("closed")')).toBe('0.0%');
		expect(formatAfter('=STAGE_CONVERSION("Qualify")')).toBe('0.0%');
		expect(formatAfter('=WIN_RATE("closed")', '0.000')).toBe('0.000');
		expect(formatAfter('=SALES_CYCLE()')).not.toBe('0.0%');
		expect(formatAfter('=WIN_RATE("by", "Owner")')).not.toBe('0.0%');
		expect(formatAfter('=WIN_RATE()*100')).not.toBe('0.0%');
	});
});

describe('a deal that is won without a date', () => {
	it('is offered the day on which that was recorded, and takes it', () => {
		const book = ready();
		book.now = Date.UTC(2026, 10, 24, 9, 30);
		const row = 2;
		expect(book.cell(row, 5).value).toBeNull();
		book.user.type(book.deals, row, STAGE, 'Won');
		const open = () => data(book.call('sidebarCheck')).problems.filter(({ code }) => code === 'closedWithoutDate');
		expect(open()).toMatchObject([{ cell: 'Deals!F3', suggestion: '2026-11-24' }]);
		expect(open()[0]?.text).toContain('2026-11-24');
		const fixes = open().map(({ code, row: at, column, value, suggestion }) => ({
			code,
			row: at,
			column,
			from: value,
			to: suggestion,
		}));
		data(book.call('sidebarFix', { fixes }));
		expect(open()).toEqual([]);
		expect(book.cell(row, 5).value).not.toBeNull();
	});

	it('is offered none where it was won before the recording began', () => {
		const rows = sampleRows(12).map((row) => (row[2] === 'Won' ? [...row.slice(0, 5), null, row[6] as string] : row));
		const book = new Book(rows);
		data(book.setUp());
		const problems = data(book.call('sidebarCheck')).problems.filter(({ code }) => code === 'closedWithoutDate');
		expect(problems).toHaveLength(2);
		expect(problems.every(({ suggestion }) => suggestion === null)).toBe(true);
	});
});

describe('the filter', () => {
	const filter = { period: '2026-Q1', cohort: 'created', columns: { Owner: 'Ann' } } as const;

	it('is the one of last time when the page opens again, for this user and file', () => {
		const book = ready();
		data(book.call('sidebarReport', { filter, chosenAt: 1 }));
		expect(book.open().ready?.report.filter).toEqual(filter);
		book.host.properties.user.clear();
		expect(book.open().ready?.report.filter.period).toBeNull();
	});

	it('is the one that was chosen last, in whatever order the calls end', () => {
		const book = ready();
		data(book.call('sidebarReport', { filter: { period: null, cohort: 'created', columns: {} }, chosenAt: 2 }));
		data(book.call('sidebarReport', { filter, chosenAt: 1 }));
		expect(book.open().ready?.report.filter).toEqual({ period: null, cohort: 'created', columns: {} });
		data(book.call('sidebarReport', { filter, chosenAt: 3 }));
		expect(book.open().ready?.report.filter).toEqual(filter);
	});

	it('is not held by a clock that is ahead, nor by what another clock kept before', () => {
		const book = ready();
		data(book.call('sidebarReport', { filter: { ...filter, period: null }, chosenAt: Date.UTC(2062, 0, 1) }));
		book.now += 7 * 60_000;
		data(book.call('sidebarReport', { filter, chosenAt: book.now }));
		expect(book.open().ready?.report.filter).toEqual(filter);
	});

	it('that is too long to be kept leaves no earlier one in its place', () => {
		const owner = 'x'.repeat(20_000);
		const rows = sampleRows(60);
		for (const row of [3, 9]) (rows[row] as Value[])[6] = owner;
		const book = ready(rows);
		data(book.call('sidebarReport', { filter, chosenAt: 1 }));
		const long = { period: null, cohort: 'created', columns: { Owner: owner } } as const;
		expect(data(book.call('sidebarReport', { filter: long, chosenAt: 2 })).report.filter).toEqual(long);
		expect(book.open().ready?.report.filter.columns).toEqual({});
	});

	it('is forgotten where no deal has its value any more', () => {
		const book = ready();
		data(book.call('sidebarReport', { filter, chosenAt: 1 }));
		for (let row = 1; row <= 60; row++)
			if (book.cell(row, 6).value === 'Ann')
				book.store.write(book.deals, { row, column: 6, rows: 1, columns: 1 }, [[{ value: 'Eve' }]]);
		expect(book.open().ready?.report.filter).toMatchObject({ period: null, columns: {} });
	});

	it('can be seen in every part, also where a column is not offered', () => {
		const rows = sampleRows(60).map((row, i) => [...row, i < 50 ? `Town ${i}` : 'Oslo']);
		const book = ready(rows, [...HEADINGS, 'City']);
		const columns = { Owner: 'Ann', City: 'Oslo', 'Old name': 'x' };
		const { choices } = data(book.call('sidebarReport', { filter: { period: null, cohort: 'created', columns } }));
		expect(choices.filters.find(({ heading }) => heading === 'Owner')?.values.length).toBe(3);
		expect(choices.filters.slice(-2)).toEqual([
			{ heading: 'City', field: null, values: [{ value: 'Oslo', deals: 10 }] },
			{ heading: 'Old name', field: null, values: [{ value: 'x', deals: 0 }] },
		]);
	});

	it('is forgotten where its column is gone, and with another set-up', () => {
		const book = ready();
		data(book.call('sidebarReport', { filter, chosenAt: 1 }));
		book.user.type(book.deals, 0, 6, 'Rep');
		expect(book.open().ready?.report.filter.columns).toEqual({});
		data(book.call('sidebarReport', { filter: { ...filter, columns: {} }, chosenAt: 2 }));
		data(book.call('sidebarReset'));
		expect(data(book.setUp()).ready?.report.filter.period).toBeNull();
	});
});
