/** Every call of the page fails once: in words, with one action, and the page stays usable. A call that is added without a way to make it fail does not compile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Calls } from '../../sidebar/state.ts';
import { type Opened, type OpenOptions, SidebarBrowser, settled } from './page.ts';

/** What leads to the call: selectors that are clicked, the last of them makes it. */
interface Way {
	readonly clicks: readonly string[];
	readonly options?: OpenOptions;
	/** In the place of the last click. */
	readonly last?: (opened: Opened) => Promise<unknown>;
}

const CHECK = '.tabs button >> nth=2';
const SET_UP = { isSetUp: false };
const STAGES = ['#settings', 'main > details > summary'];
const TEXT = ['#settings', 'details:has(textarea[spellcheck]) > summary', 'details[open] .row button'];
const rename = ({ page }: Opened) => page.fill('.stages li:first-child input[type=text]', 'First talk');

const WAYS: Readonly<
	Record<Exclude<keyof Calls, 'sidebarOpen' | 'sidebarRevision' | 'sidebarHistorySources' | 'sidebarFormerNames'>, Way>
> = {
	sidebarReport: { clicks: ['#refresh'] },
	sidebarCheck: { clicks: [CHECK] },
	sidebarFix: { clicks: [CHECK, '.bottom .action'] },
	sidebarUndo: { clicks: [CHECK, '.bottom .action', '.status button >> nth=0'] },
	sidebarIgnore: { clicks: [CHECK, '.group .card button:text("Ignore")'] },
	sidebarGoTo: { clicks: [CHECK, '.group .card button:text("Go to cell")'] },
	sidebarReapply: { clicks: [CHECK, 'button:text("Restore the drop-downs")'] },
	sidebarHistory: { clicks: [CHECK] },
	sidebarStartHistory: {
		clicks: [CHECK, 'button:text("Start recording")'],
		options: { before: (server) => Object.assign(server, { isRecording: false }) },
	},
	sidebarFillIds: { clicks: [CHECK, 'button:text("Fill in 6 IDs")'] },
	sidebarImportHistory: { clicks: [CHECK, 'button:text("CRM export 2024")'] },
	sidebarDeals: { clicks: ['#stage-s2'] },
	sidebarDeal: { clicks: ['#selected'] },
	sidebarSelectRows: { clicks: ['#stage-s2', 'button:text("Select rows")'] },
	sidebarFilterSheet: { clicks: ['#stage-s2', 'button:text("Filter sheet")'] },
	sidebarCopyDeals: { clicks: ['#stage-s2', 'button:text("Copy to a sheet")'] },
	sidebarForecast: { clicks: ['.tabs button >> nth=1'] },
	sidebarPreviewFormula: { clicks: ['#insert', '#winRate'] },
	sidebarInsertFormula: { clicks: ['#insert', '#winRate', '.bottom .action'] },
	sidebarReportSheet: { clicks: ['#report', '.bottom .action'] },
	sidebarSaveSettings: {
		clicks: ['#settings'],
		last: ({ page }) => page.selectOption('select:has(option[value=dark])', 'dark'),
	},
	sidebarPreviewStages: {
		clicks: STAGES,
		last: async (opened) => [await rename(opened), await opened.page.click('.bottom .action')],
	},
	sidebarSaveStages: {
		clicks: STAGES,
		last: async (opened) => [
			await rename(opened),
			await opened.page.click('.bottom .action'),
			await opened.page.click('.bottom .action:text("Save stages")'),
		],
	},
	sidebarExportSettings: { clicks: TEXT },
	sidebarImportSettings: { clicks: [...TEXT, 'button:text("Use this text")'] },
	sidebarReset: {
		clicks: ['#settings', 'main > section:last-child .link', 'main > section:last-child button >> nth=0'],
	},
	sidebarTrySample: { clicks: ['#settings', 'button:text("Try sample data")'] },
	sidebarRemoveSample: { clicks: ['#settings', 'button:text("Remove sample data")'], options: { hasSample: true } },
	sidebarPropose: { clicks: [], options: SET_UP, last: ({ page }) => page.selectOption('main select >> nth=0', '8') },
	sidebarAddStages: {
		clicks: ['button:text("Add the stage column")'],
		options: { ...SET_UP, stageOffer: { sheetName: 'Changes', deals: 60, known: 58 } },
	},
	sidebarSetUp: { clicks: ['.bottom .action'], options: SET_UP },
	sidebarStartTemplate: {
		clicks: ['button:text("Start with this list")'],
		options: { ...SET_UP, canStartEmpty: true },
	},
};

let browser: SidebarBrowser;
beforeAll(async () => {
	browser = await SidebarBrowser.start();
}, 120_000);
afterAll(() => browser?.stop());

describe('a call that fails', () => {
	it.each(Object.entries(WAYS) as [keyof Calls, Way][])(
		'%s: it is said once, tried again by one button, and raw texts stay away',
		async (name, way) => {
			const opened = await browser.open(way.options);
			try {
				const before = opened.server.calls.filter((call) => call.name === name).length;
				opened.server.failing.set(name, { throws: 'Internal error: at line 3' });
				for (const selector of way.clicks) await opened.page.click(selector);
				await way.last?.(opened);
				const card = opened.page.locator('.card.error[role=alert]');
				await card.waitFor();
				const text = await card.innerText();
				expect(text).toContain('could not be reached');
				expect(text).not.toContain('line 3');
				expect(await card.locator('button').count()).toBe(1);
				await card.locator('button').click();
				await expect.poll(() => card.count()).toBe(0);
				await settled(opened.page);
				// A change is looked at before it is repeated: its button asks what is there now.
				const asked = name === 'sidebarFix' ? 'sidebarCheck' : name;
				expect(opened.server.calls.filter((call) => call.name === asked).length - before).toBeGreaterThanOrEqual(2);
				expect(opened.errors).toEqual([]);
			} finally {
				await opened.close();
			}
		},
	);

	it('is not said at all where nobody asked: the look whether anything changed', async () => {
		const opened = await browser.open();
		opened.server.failing.set('sidebarRevision', { throws: 'Internal error' });
		await opened.page.evaluate(() => window.dispatchEvent(new Event('focus')));
		await expect.poll(() => opened.server.calls.filter(({ name }) => name === 'sidebarRevision').length).toBe(1);
		await settled(opened.page);
		expect(await opened.page.locator('[role=alert]').count()).toBe(0);
		expect(await opened.page.locator('.figure').count()).toBe(4);
		await opened.close();
	});

	it('explains PERMISSION_DENIED as the several accounts that cause it', async () => {
		const opened = await browser.open({
			before: (server) => server.failing.set('sidebarOpen', { throws: 'PERMISSION_DENIED' }),
		});
		expect(await opened.page.innerText('body')).toContain('several Google accounts');
		await opened.page.click('.card.error button');
		await settled(opened.page);
		expect(await opened.page.innerText('body')).toContain('Initial contact');
		await opened.close();
	});

	it('loads what somebody else changed where a save was refused, in the place of the draft', async () => {
		const opened = await browser.open();
		const { page, server } = opened;
		await page.click('#settings');
		await page.click('main > details > summary');
		await rename(opened);
		await page.click('.bottom .action');
		server.failing.set('sidebarSaveStages', { action: 'reload' });
		server.renameStage(0, 'Contact made');
		await page.click('.bottom .action:text("Save stages")');
		await page.click('.card.error button:text("Load what changed")');
		await settled(page);
		expect(server.calls.at(-1)?.name).toBe('sidebarOpen');
		expect(await page.inputValue('.stages li:first-child input[type=text]')).toBe('Contact made');
		expect(await page.locator('.card.error').count()).toBe(0);
		await opened.close();
	});

	it('offers the columns when the server says that a column is missing', async () => {
		const opened = await browser.open();
		opened.server.failing.set('sidebarReport', { action: 'choose-columns' });
		await opened.page.click('#refresh');
		await opened.page.click('.card.error button');
		await opened.page.waitForSelector('.column-choice');
		expect(opened.server.calls.at(-1)).toEqual({
			name: 'sidebarPropose',
			request: { sheetId: 7, headerRow: 1, stageColumn: null },
		});
		await opened.close();
	});
});
