import { describe, expect, it } from 'vitest';
import { Kill } from '../../workbench/host/fault.ts';
import { Book, data, sampleRows } from './book.ts';

describe('the sample', () => {
	it('shows a whole funnel with history in an empty file, and leaves nothing behind', () => {
		const book = new Book([]);
		const before = book.everything();
		const { ready, settings } = data(book.call('sidebarTrySample'));
		expect(ready?.report).toMatchObject({ rows: 120, deals: 120, historySince: expect.any(String), assumed: 0 });
		expect(ready?.problemCount).toBe(0);
		expect(ready?.report.stages.slice(0, 4).every(({ medianDays }) => medianDays !== null)).toBe(true);
		expect(ready?.report.lossReasons.length).toBeGreaterThan(3);
		expect(settings?.dealSheetName).toBe('Sample deals');
		expect(
			data(
				book.call('sidebarForecast', {
					filter: { period: null, cohort: 'created', columns: {} },
					target: 1e5,
					unit: 'month',
					periods: 3,
				}),
			).months.length,
		).toBeGreaterThan(2);
		expect(data(book.call('sidebarRemoveSample')).state).toBe('set-up');
		expect(JSON.parse(book.everything())[0]).toEqual(JSON.parse(before)[0]);
	});

	it("gives the user's settings and sheets back as they were, also after edits of the sample", () => {
		const book = new Book(sampleRows(60));
		data(book.setUp());
		data(book.call('sidebarSaveSettings', { settings: { theme: 'dark', ignoredIssues: ['问题|x'.repeat(90)] } }));
		book.bundle.runMenuItem('refreshFunnel');
		const kept = (): unknown[] => {
			const [sheets, properties] = JSON.parse(book.everything()) as [unknown[], [string, string][]];
			return [sheets, properties.filter(([name]) => name !== 'stagekeeper.revision' && name !== 'stagekeeper.lookAt')];
		};
		const before = kept();
		const { settings } = data(book.call('sidebarTrySample'));
		expect(settings?.theme).toBe('dark');
		const sheet = book.store.active().sheetId;
		book.user.type(sheet, 5, 2, 'Won');
		data(book.call('sidebarTrySample'));
		expect(book.sheetNames()).toHaveLength(6);
		expect(data(book.call('sidebarRemoveSample')).settings?.dealSheetName).toBe('Deals');
		expect(kept()).toEqual(before);
	});

	it('is not removed once deals of the user are in it', () => {
		const book = new Book([]);
		data(book.call('sidebarTrySample'));
		book.user.paste(book.store.active().sheetId, 121, 0, [['D-1', 'Mine', 'Won']]);
		const before = book.everything();
		expect(book.call('sidebarRemoveSample')).toMatchObject({ ok: false, code: 'notSample' });
		expect(book.everything()).toBe(before);
	});

	it('speaks Chinese to those who do', () => {
		const book = new Book([], { userLocale: 'zh-CN' });
		expect(data(book.call('sidebarTrySample')).stages[0]?.name).toBe('培养和识别');
		expect(book.sheetNames()).toEqual(['Deals', '示例阶段', '示例阶段历史', '示例商机']);
	});

	it('is offered where there is none, taken back where there is one, also after the settings were forgotten', () => {
		const book = new Book(sampleRows(20));
		expect(data(book.setUp()).hasSample).toBe(false);
		expect(data(book.call('sidebarTrySample')).hasSample).toBe(true);
		expect(data(book.call('sidebarOpen', { filter: null })).hasSample).toBe(true);
		expect(data(book.call('sidebarReset'))).toMatchObject({ state: 'set-up', hasSample: true });
		expect(data(book.call('sidebarRemoveSample'))).toMatchObject({ state: 'ready', hasSample: false });
		expect(data(book.call('sidebarOpen', { filter: null })).settings?.dealSheetName).toBe('Deals');
	});

	it('that was never tried cannot be removed', () => {
		expect(new Book().call('sidebarRemoveSample')).toMatchObject({ ok: false, code: 'notSample' });
	});
});

describe('what a person puts into the sheets of the sample', () => {
	const sheetId = (book: Book, name: string): number =>
		book.store.sheets().find((sheet) => sheet.name === name)?.id as number;
	/** Every text in the file. */
	const texts = (book: Book): string =>
		book.store
			.sheets()
			.map(({ id }) => book.snapshot(id))
			.join();

	/** Where each sheet can hold something of one's own. */
	const PLACES = [
		['Sample deals', 121, 0, 'MINE-1'],
		['Sample deals', 4, 12, 'MINE beside'],
		['Sample deals', 4, 1, 'MINE by name'],
		['Sample stages', 9, 0, 'MINE stage'],
		['Sample stages', 2, 9, 'MINE note'],
		['Sample stage history', 700, 0, 'MINE-2'],
		['Sample stage history', 3, 13, 'MINE note'],
	] as const;

	it.each(PLACES)(
		'is kept when a removal was interrupted at any call before it (%s, row %i)',
		(name, row, column, text) => {
			let interrupted = 0;
			// Every call for the deal of one's own, each fourth for the other places: a run takes a whole sample.
			for (let nth = 1; nth < 60; nth += text === 'MINE-1' ? 1 : 4) {
				const book = new Book(sampleRows(12));
				data(book.setUp());
				data(book.call('sidebarTrySample'));
				let calls = 0;
				book.host.hooks = {
					before: ({ index }) => {
						calls = index;
						if (index === nth) throw new Kill('Exceeded maximum execution time');
					},
				};
				book.bundle.runFunction('sidebarRemoveSample', []);
				book.host.hooks = {};
				if (calls < nth) break;
				interrupted++;
				const sheet = book.store.sheets().find((other) => other.name === name);
				if (sheet === undefined || sheet.isHidden) continue;
				if (row >= book.store.size(sheet.id).rows) book.user.insertRows(sheet.id, book.store.size(sheet.id).rows, 1);
				book.user.type(sheet.id, Math.min(row, book.store.size(sheet.id).rows - 1), column, text);
				book.call('sidebarRemoveSample');
				expect(texts(book), `after call ${nth}`).toContain(text);
			}
			expect(interrupted).toBeGreaterThan(4);
		},
	);

	it('stays in a sheet of another name, and the person is told', () => {
		const book = new Book(sampleRows(12));
		data(book.setUp());
		data(book.call('sidebarTrySample'));
		book.user.type(sheetId(book, 'Sample deals'), 4, 12, 'my note');
		data(book.call('sidebarRemoveSample'));
		expect(book.sheetNames()).toEqual(
			['Deals', 'Stages', 'Stage history', 'Sample deals (kept)'].filter((name) => book.sheetNames().includes(name)),
		);
		expect(texts(book)).toContain('my note');
		expect(book.toasts.at(-1)).toBe('Kept because something of yours may be in it: Sample deals (kept).');
		expect(book.store.sheets().filter(({ isHidden }) => isHidden)).toEqual([]);
		expect(data(book.call('sidebarOpen', { filter: null })).hasSample).toBe(false);
	});

	it('typed between the look and the deletion is not lost', () => {
		const book = new Book(sampleRows(12));
		data(book.setUp());
		data(book.call('sidebarTrySample'));
		const deals = sheetId(book, 'Sample deals');
		let typed = 0;
		book.host.hooks = {
			before: () => {
				const sheet = book.store.sheets().find(({ id }) => id === deals);
				if (sheet === undefined || sheet.isHidden) return;
				typed++;
				book.store.write(deals, { row: 130, column: 0, rows: 1, columns: 1 }, [[{ value: `MINE-${typed}` }]]);
			},
		};
		book.call('sidebarRemoveSample');
		book.host.hooks = {};
		expect(typed).toBeGreaterThan(3);
		expect(texts(book)).toContain(`MINE-${typed}`);
	});

	it('is kept where the sample is all that can be seen', () => {
		const book = new Book([]);
		data(book.call('sidebarTrySample'));
		book.store.deleteSheet(book.deals);
		for (let round = 0; round < 2; round++) book.call('sidebarRemoveSample');
		expect(book.store.sheets().filter(({ isHidden }) => !isHidden)).toHaveLength(1);
	});
});
