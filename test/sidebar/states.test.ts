/** Every state of the sidebar in both languages and themes: a picture, no accessibility violation, nothing wider than the sidebar, every control in reach. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, type OpenOptions, overflow, SidebarBrowser, settled, shoot, unreached, violations } from './page.ts';

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
const each =
	(selector: string) =>
	async ({ page }: Opened) => {
		for (const control of await page.locator(selector).all()) await control.click();
	};

const STATES: readonly StateOfPage[] = [
	{ name: 'funnel' },
	{ name: 'funnel-open', go: each('.figure:first-child, .funnel li:nth-child(3) .stage, .fold') },
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
		go: each('.fold, .stage'),
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
	{ name: 'check', go: tab(1) },
	{
		name: 'check-fixed',
		go: async (opened) => {
			await tab(1)(opened);
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.status');
			await settled(opened.page);
		},
	},
	{ name: 'check-clean', options: { problems: 0 }, go: tab(1) },
	{ name: 'set-up', options: { isSetUp: false } },
	{ name: 'set-up-unclassified', options: { isSetUp: false, hasUnclassified: true }, go: ({ page }) => page.click('.bottom .action') },
	{ name: 'set-up-obstacle', options: { isSetUp: false, obstacle: 'The sheet “Deals” is empty. / “Deals”是空的。' } },
	{ name: 'set-up-hostile', options: { isSetUp: false, stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE } },
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
				for (const theme of ['light', 'dark'] as const) {
					const opened = await browser.open({ ...options, language, theme });
					try {
						await go?.(opened);
						await shoot(opened.page, `${name}-${language}-${theme}`);
						expect(await violations(opened.page)).toEqual([]);
						if (theme === 'dark') continue;
						expect(await overflow(opened.page, 300)).toEqual([]);
						expect(await overflow(opened.page, 285)).toEqual([]);
						expect(await overflow(opened.page, 300, 200)).toEqual([]);
						expect(await opened.page.locator('button.action:visible').count()).toBeLessThanOrEqual(1);
						expect(await opened.page.evaluate(() => 'hacked' in window)).toBe(false);
						expect(await unreached(opened.page)).toEqual([]);
						expect(opened.errors).toEqual([]);
					} finally {
						await opened.close();
					}
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
