/** Rows of the stage list that cannot be read: listed with their cell, and never changed or lost by what the product writes. */
import { describe, expect, it } from 'vitest';
import { Book, data, STAGE } from './book.ts';

const idOf = (book: Book): number => book.store.sheets().find(({ name }) => name === 'Stages')?.id as number;
const column = (book: Book, at: number): unknown[] =>
	Array.from({ length: 8 }, (_, row) => book.cell(row, at, idOf(book)).value);

/** The six stages; the third has a kind that nobody knows, the second a probability that is none. */
function unread(): Book {
	const book = new Book();
	data(book.setUp());
	book.user.type(idOf(book), 3, 1, 'opne');
	book.user.type(idOf(book), 3, 4, 'all needs are known');
	book.user.type(idOf(book), 2, 2, 'high');
	book.user.type(idOf(book), 7, 1, 'open');
	return book;
}

describe('a row of the stage list that cannot be read', () => {
	it('is listed with its cell, its value and what to write', () => {
		const { problems, counts } = data(unread().call('sidebarCheck'));
		expect(problems.filter(({ isInStages }) => isInStages)).toMatchObject([
			{ code: 'stageProbabilityUnreadable', cell: 'Stages!C3', row: 2, column: 2, value: 'high' },
			{ code: 'stageKindUnknown', cell: 'Stages!B4', row: 3, column: 1, value: 'opne', severity: 'error' },
			{ code: 'stageWithoutName', cell: 'Stages!A8', row: 7, column: 0 },
		]);
		expect(problems.find(({ code }) => code === 'stageKindUnknown')?.text).toContain('Needs and solution');
		expect(counts.find(({ code }) => code === 'stageKindUnknown')?.count).toBe(1);
	});

	it('is shown by its button, and can be ignored', () => {
		const book = unread();
		data(book.call('sidebarGoTo', { row: 3, column: 1, isInStages: true }));
		expect(book.store.active()).toMatchObject({ sheetId: idOf(book), rects: [{ row: 3, column: 1 }] });
		const { problems } = data(book.call('sidebarCheck'));
		const ids = problems.filter(({ isInStages }) => isInStages).map(({ id }) => id);
		const left = data(book.call('sidebarIgnore', { ids, isIgnored: true }));
		expect(left.problems.filter(({ isInStages }) => isInStages)).toEqual([]);
		expect(left.ignored).toBe(3);
	});

	it('stays as it is when the list is saved, set up again, exported and imported', () => {
		const book = unread();
		const before = book.snapshot(idOf(book));
		const { stages } = book.open();
		expect(stages).toHaveLength(5);
		data(book.call('sidebarSaveStages', { stages }));
		expect(book.snapshot(idOf(book))).toBe(before);
		data(book.call('sidebarImportSettings', { text: data(book.call('sidebarExportSettings')) }));
		expect(book.snapshot(idOf(book))).toBe(before);
		data(book.call('sidebarReset'));
		data(book.setUp());
		expect(book.snapshot(idOf(book))).toBe(before);
	});

	it('stays when stages are added, renamed, moved and taken out around it', () => {
		const book = unread();
		const [first, second, ...others] = book.open().stages;
		if (first === undefined || second === undefined) throw new Error('no stages');
		const added = { ...second, id: '', name: 'Pilot', aliases: [] };
		data(book.call('sidebarSaveStages', { stages: [{ ...first, name: 'Lead' }, added, ...others] as never }));
		expect(column(book, 0)).toEqual([
			'Name',
			'Lead',
			'Needs and solution',
			'Pilot',
			'Quote and contract',
			'Won',
			'Lost',
			null,
		]);
		expect(column(book, 1).slice(2, 3)).toEqual(['opne']);
		expect(book.cell(2, 4, idOf(book)).value).toBe('all needs are known');
		expect(book.cell(7, 1, idOf(book)).value).toBe('open');
		book.user.type(idOf(book), 2, 1, 'open');
		expect(book.open().stages.map(({ name }) => name)).toContain('Needs and solution');
	});

	it('keeps formulas and formats in the sheet where a save changes another cell', () => {
		const book = unread();
		book.user.type(idOf(book), 1, 3, '=7*2');
		book.store.write(idOf(book), { row: 1, column: 3, rows: 1, columns: 1 }, [[{ value: 14, formula: '=7*2' }]]);
		const { stages } = book.open();
		expect(stages[0]?.usualDays).toBe(14);
		data(
			book.call('sidebarSaveStages', {
				stages: stages.map((stage) => ({ ...stage, exitRule: `rule of ${stage.name}` })) as never,
			}),
		);
		expect(book.cell(1, 3, idOf(book)).formula).toBe('=7*2');
		expect(book.cell(1, 4, idOf(book)).value).toBe('rule of Qualify');
		expect(book.cell(3, 4, idOf(book)).value).toBe('all needs are known');
	});

	it('does not stop the product: its deals count as unknown until it is mended, and the log says nothing about them', () => {
		const book = unread();
		const history = (): string => book.snapshot(book.store.sheets().find(({ name }) => name === 'Stage history')?.id);
		const before = history();
		const { problems } = data(book.call('sidebarCheck'));
		expect(problems.filter(({ code }) => code === 'unknownStage')).toHaveLength(10);
		expect(book.evaluate('=STAGE_COUNT("Quote and contract")')).toEqual({ value: 10 });
		expect(history()).toBe(before);
		book.user.type(idOf(book), 3, 1, 'open');
		expect(data(book.call('sidebarCheck')).problems.filter(({ code }) => code === 'unknownStage')).toEqual([]);
		expect(history()).toBe(before);
	});
});

describe('the stage list with other columns than ours', () => {
	it('is read and saved where columns right of it, or its last ones, were taken away', () => {
		for (const kept of [8, 5]) {
			const book = new Book();
			data(book.setUp());
			book.store.deleteColumns(idOf(book), kept, book.store.size(idOf(book)).columns - kept);
			const { stages } = book.open();
			expect(stages).toHaveLength(6);
			data(book.call('sidebarSaveStages', { stages: stages.map((stage) => ({ ...stage, usualDays: 9 })) }));
			expect(book.open().stages.map(({ usualDays }) => usualDays)).toEqual([9, 9, 9, 9, 9, 9]);
			book.user.type(book.deals, 1, STAGE, 'Won');
			expect(book.open().ready?.recording.state).toBe('on');
		}
	});

	it('records also where the last columns of the history were taken away', () => {
		const book = new Book();
		data(book.setUp());
		const log = book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
		book.store.deleteColumns(log, 8, book.store.size(log).columns - 8);
		book.now += 86_400_000;
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(book.cell(61, 3, log).value).toBe('Won');
		const before = book.snapshot(log);
		expect(book.open().ready?.recording.state).toBe('on');
		expect(book.snapshot(log)).toBe(before);
	});

	it('keeps a column that the user has put in, and the ids right of it', () => {
		const book = new Book();
		data(book.setUp());
		book.user.insertColumns(idOf(book), 1, 1);
		book.user.paste(idOf(book), 0, 1, [['Owner'], ['Ann'], ['Bob'], ['Cy'], ['Di'], ['Ed'], ['Flo']]);
		const before = book.open().stages;
		data(book.call('sidebarSaveStages', { stages: before.map((stage) => ({ ...stage, name: `${stage.name}!` })) }));
		expect(column(book, 1).slice(0, 7)).toEqual(['Owner', 'Ann', 'Bob', 'Cy', 'Di', 'Ed', 'Flo']);
		expect(book.open().stages.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(book.cell(1, 0, idOf(book)).value).toBe('Qualify!');
	});

	it('offers the names in the drop-down also where they stand lower and further right', () => {
		const book = new Book();
		data(book.setUp());
		book.user.insertColumns(idOf(book), 0, 1);
		book.user.insertRows(idOf(book), 0, 1);
		book.user.type(idOf(book), 0, 0, 'Our stages');
		data(book.call('sidebarReapply'));
		const [rule] = book.store.validations(book.deals, { row: 5, column: STAGE, rows: 1, columns: 1 });
		expect(rule?.rule.source?.rect).toMatchObject({ row: 2, column: 1 });
	});
});
