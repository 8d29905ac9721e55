import { describe, expect, it } from 'vitest';
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
			data(book.call('sidebarForecast', { filter: { period: null, cohort: 'created', columns: {} }, target: 1e5 }))
				.months.length,
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

	it('that was never tried can not be removed', () => {
		expect(new Book().call('sidebarRemoveSample')).toMatchObject({ ok: false, code: 'notSample' });
	});
});
