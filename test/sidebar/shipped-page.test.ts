/** What holds for the built page as a whole: forced colours, and nothing that Google's HtmlService breaks. Not here: its states (states/). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SidebarBrowser } from './page.ts';

let browser: SidebarBrowser;
beforeAll(async () => {
	browser = await SidebarBrowser.start();
}, 120_000);
afterAll(() => browser?.stop());

it('keeps bars, marks and legend apart in forced colours', async () => {
	const { page, close } = await browser.open({ forcedColors: true });
	const looks = await page.evaluate(() =>
		['.bar-moved', '.bar-still', '.bar-lost'].map((part) => {
			const style = getComputedStyle(document.querySelector(`.bar ${part}`) as Element);
			return style.backgroundColor + style.backgroundImage;
		}),
	);
	expect(new Set(looks).size).toBe(3);
	await close();
});

it('holds nothing that HtmlService breaks', () => {
	expect(browser.html).not.toMatch(/`|<!--|<\?/u);
});
