/** Every state of the sidebar in both languages and themes: a picture, no accessibility violation, nothing wider than the sidebar, every control in reach. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, type OpenOptions, overflow, SidebarBrowser, setTheme, settled, shoot, unreached, violations } from './page.ts';

const LONG = 'Pneumonoultramicroscopicsilicovolcanoconiosis-and-then-some-more-of-it without any end in sight 无尽的名称无尽的名称';
const HOSTILE = ['<img src=x onerror="window.hacked=1">', '=1+1', '__proto__', '\u202Eevil', LONG];

interface StateOfPage {
	readonly name: string;
	readonly options?: OpenOptions;
	/** Brings the page into the state. */
	readonly go?: (opened: Opened) => Promise<void>;
}

const tab = (at: number) => async (opened: Opened) => {
	await opened.page.locator('.tabs button').nth(at).click();
	await settled(opened.page);
};
const openSettings = async ({ page }: Opened) => {
	await page.click('#settings');
	await page.click('main > details > summary');
};
const drill =
	(at: number, isHeld = false) =>
	async (opened: Opened) => {
		if (isHeld) opened.hold(true);
		await opened.page.click(`.funnel li:nth-child(${at}) .stage`);
		if (!isHeld) await settled(opened.page);
	};
const openFormula =
	(at: number) =>
	async ({ page }: Opened) => {
		await page.click('#insert');
		await page.click(`.deals li >> nth=${at}`);
		await page.waitForSelector('.preview code');
	};
const each =
	(selector: string) =>
	async ({ page }: Opened) => {
		for (const control of await page.locator(selector).all()) await control.click();
	};

const STATES: readonly StateOfPage[] = [
	{ name: 'funnel' },
	{ name: 'funnel-open', go: each('.figure:first-child, .fold') },
	{
		name: 'funnel-tables',
		go: async (opened) => {
			await each('.fold')(opened);
			await each('.toggle button:last-child')(opened);
		},
	},
	{
		name: 'filters',
		go: async ({ page }) => {
			await page.click('.filters > .link');
			await page.selectOption('.filters select', '?');
		},
	},
	{ name: 'few-deals', options: { deals: 12, problems: 0 } },
	{ name: 'one-deal', options: { deals: 1, problems: 1 } },
	{ name: 'many-deals', options: { deals: 10_000, problems: 3000 } },
	{ name: 'no-deals', options: { deals: 0, rows: 0, problems: 0 } },
	{
		name: 'empty-period',
		go: async ({ page }) => {
			await page.selectOption('.filters select', '2024');
			await settled(page);
		},
	},
	{ name: 'two-stages', options: { stages: ['Talk', 'Won', 'Lost'] } },
	{ name: 'fifteen-stages', options: { stages: [...Array.from({ length: 13 }, (_, at) => `Stage number ${at + 1}`), 'Won', 'Lost'] } },
	{
		name: 'hostile',
		options: { stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE, reasons: HOSTILE, currency: 'CHF' },
		go: each('.fold'),
	},
	{ name: 'currencies', options: { isMixed: true } },
	{
		name: 'refreshing',
		go: async (opened) => {
			opened.hold(true);
			await opened.page.selectOption('.filters select', '2025-Q2');
		},
	},
	{ name: 'loading', options: { isHeld: true } },
	{ name: 'failed', options: { before: (server) => server.failing.set('sidebarOpen', { action: 'choose-columns' }) } },
	{ name: 'permission', options: { before: (server) => server.failing.set('sidebarOpen', { throws: 'PERMISSION_DENIED: no' }) } },
	{
		name: 'refresh-failed',
		go: async ({ page, server }) => {
			server.failing.set('sidebarReport', { action: 'choose-columns' });
			await page.click('.top .icon-button');
			await page.waitForSelector('.card.error');
		},
	},
	{ name: 'check', go: tab(2) },
	{
		name: 'check-fixed',
		go: async (opened) => {
			await tab(2)(opened);
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.status');
			await settled(opened.page);
		},
	},
	{ name: 'check-clean', options: { problems: 0 }, go: tab(2) },
	{ name: 'set-up', options: { isSetUp: false } },
	{ name: 'set-up-unclassified', options: { isSetUp: false, hasUnclassified: true }, go: ({ page }) => page.click('.bottom .action') },
	{ name: 'set-up-obstacle', options: { isSetUp: false, obstacle: 'The sheet “Deals” is empty. / “Deals”是空的。' } },
	{ name: 'set-up-hostile', options: { isSetUp: false, stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE } },
	{ name: 'deals', go: drill(3) },
	{ name: 'deals-one-page-of-many', options: { deals: 10_000, problems: 3000 }, go: drill(1) },
	{
		name: 'deals-none',
		options: { deals: 1, problems: 0 },
		go: drill(3),
	},
	{ name: 'deals-loading', go: drill(3, true) },
	{
		name: 'deals-filtered',
		go: async (opened) => {
			await drill(3)(opened);
			await opened.page.click('.bottom button >> nth=1');
			await opened.page.waitForSelector('.status');
		},
	},
	{
		name: 'deals-hostile',
		options: { stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE, dealNames: HOSTILE.map((name) => ({ name, owner: name })) },
		go: drill(1),
	},
	{
		name: 'deal',
		go: async ({ page }) => {
			await page.click('#selected');
			await page.click('main > details > summary');
		},
	},
	{
		name: 'deal-hostile',
		options: { stages: [...HOSTILE, 'Won', 'Lost'], dealNames: HOSTILE.map((name) => ({ name, owner: name })) },
		go: ({ page }) => page.click('#selected'),
	},
	{ name: 'forecast', go: tab(1) },
	{
		name: 'forecast-target',
		go: async (opened) => {
			await tab(1)(opened);
			await opened.page.click('.toggle button:last-child');
			await opened.page.fill('.target input', '800000');
			await opened.page.keyboard.press('Enter');
			await opened.page.waitForSelector('.part > .figure');
		},
	},
	{ name: 'forecast-currencies', options: { isMixed: true }, go: tab(1) },
	{ name: 'forecast-none', options: { deals: 0 }, go: tab(1) },
	{ name: 'insert', go: ({ page }) => page.click('#insert') },
	{ name: 'insert-form', go: openFormula(0) },
	{
		name: 'insert-table',
		go: async (opened) => {
			await openFormula(3)(opened);
			await opened.page.selectOption('.arguments select >> nth=2', 'month');
			await opened.page.waitForSelector('.preview table');
		},
	},
	{
		name: 'insert-occupied',
		options: { before: (server) => Object.assign(server, { isCellFilled: true }) },
		go: async (opened) => {
			await openFormula(0)(opened);
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.bottom .card');
		},
	},
	{ name: 'report', go: ({ page }) => page.click('#report') },
	{
		name: 'settings-changes',
		go: async (opened) => {
			await openSettings(opened);
			await opened.page.fill('.stages li:first-child input[type=text]', 'First talk');
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.card h2');
		},
	},
	{
		name: 'settings-removed',
		go: async (opened) => {
			await openSettings(opened);
			await opened.page.click('.stages li:nth-child(2) summary');
			await opened.page.click('.stages li:nth-child(2) details .link');
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('p.error');
		},
	},
	{
		name: 'settings-text',
		go: async ({ page }) => {
			await page.click('#settings');
			await page.click('details:has(textarea[spellcheck]) > summary');
			await page.click('details[open] .row button');
			await page.waitForSelector('details[open] .row button >> nth=1');
		},
	},
	{ name: 'settings', go: openSettings },
	{
		name: 'settings-edited',
		go: async (opened) => {
			await openSettings(opened);
			await opened.page.click('.stages li:nth-child(2) .down');
			await opened.page.click('.stages li:nth-child(1) details summary');
		},
	},
	{
		name: 'settings-reset',
		go: async ({ page }) => {
			await page.click('#settings');
			await page.click('main > section:last-child .link');
		},
	},
];

describe('every state of the sidebar', () => {
	let browser: SidebarBrowser;
	beforeAll(async () => {
		browser = await SidebarBrowser.start();
	}, 120_000);
	afterAll(() => browser?.stop());

	for (const { name, options, go } of STATES) {
		for (const language of ['en', 'zh-CN'] as const) {
			it(`${name} in ${language} is accessible, fits and runs nothing from the sheet`, async () => {
				const opened = await browser.open({ ...options, language });
				try {
					await go?.(opened);
					await settled(opened.page, opened.held().length > 0);
					for (const theme of ['light', 'dark'] as const) {
						await setTheme(opened.page, theme);
						await shoot(opened.page, `${name}-${language}-${theme}`);
						expect(await violations(opened.page)).toEqual([]);
					}
					expect(await overflow(opened.page, 300)).toEqual([]);
					expect(await overflow(opened.page, 285)).toEqual([]);
					expect(await overflow(opened.page, 300, 200)).toEqual([]);
					expect(await opened.page.locator('button.action:visible').count()).toBeLessThanOrEqual(1);
					expect(await opened.page.evaluate(() => 'hacked' in window)).toBe(false);
					// The order of the controls is the same in both languages.
					if (language === 'en') expect(await unreached(opened.page)).toEqual([]);
					expect(opened.errors).toEqual([]);
				} finally {
					await opened.close();
				}
			}, 60_000);
		}
	}

	it('keeps bars, marks and legend apart in forced colours', async () => {
		const opened = await browser.open({ forcedColors: true });
		await shoot(opened.page, 'forced-colors');
		const looks = await opened.page.evaluate(() =>
			['.bar-moved', '.bar-still', '.bar-lost'].map((part) => {
				const style = getComputedStyle(document.querySelector(`.bar ${part}`) as Element);
				return style.backgroundColor + style.backgroundImage;
			}),
		);
		expect(new Set(looks).size).toBe(3);
		await opened.close();
	});

	it('holds nothing that HtmlService breaks', () => {
		expect(browser.html).not.toMatch(/`|<!--|<\?/u);
	});
});
