/** One state of the sidebar and what holds for each: its picture, no flaw in either theme, nothing from the sheet that runs. Not here: the states themselves (the tests beside it). */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipped, inFull, overflow, unreached, violations } from '../flaws.ts';
import { HOST_STYLES } from '../host-styles.ts';
import { drawn, type Opened, type OpenOptions, SidebarBrowser, setTheme, settled } from '../page.ts';
import { pictured, pictureFlaw } from '../pictures.ts';

const LONG =
	'Pneumonoultramicroscopicsilicovolcanoconiosis-and-then-some-more-of-it without any end in sight 无尽的名称无尽的名称';
export const HOSTILE: readonly string[] = [
	'<img src=x onerror="window.hacked=1">',
	'=1+1',
	'__proto__',
	'\u202Eevil',
	LONG,
];

/** `npm run hostile`: among a host's styles axe looks at each language, not at English alone. */
const IS_EVERY_FLAW = process.env.EVERY_FLAW === '1';

export interface StateOfPage {
	readonly name: string;
	readonly options?: OpenOptions;
	/** Brings the page into the state. */
	readonly go?: (opened: Opened) => Promise<void>;
	/** The pointer stays where `go` left it. */
	readonly isPointed?: boolean;
}

/** Opens the tab at this place. */
export const tab = (at: number) => async (opened: Opened) => {
	await opened.page.locator('.tabs button').nth(at).click();
	await settled(opened.page);
};

/** Clicks on everything that the selector finds, from the top. */
export const each =
	(selector: string) =>
	async ({ page }: Opened) => {
		for (const control of await page.locator(selector).all()) await control.click();
	};

/** What is wrong once the page's host has styles of its own; empty when nobody sees a difference. */
export async function flawsAmongHostStyles(page: Page, isPictureEnough = false): Promise<string[]> {
	await setTheme(page, 'light');
	const picture = () => inFull(page, () => page.screenshot({ animations: 'disabled' }));
	const before = await picture();
	await page.addStyleTag({ content: HOST_STYLES });
	await drawn(page);
	const picturesDiffer = pictureFlaw(before, await picture(), true);
	const seen = [
		...(picturesDiffer === '' ? [] : [picturesDiffer]),
		...(await overflow(page, 300)),
		...(await clipped(page)),
	];
	if (isPictureEnough) return seen;
	return [...seen, ...(await overflow(page, 285, 200)), ...(await inFull(page, () => violations(page)))];
}

/** One test for each state and language, on one page that is loaded once: themes, widths and text sizes change in place. */
export function checkStates(view: string, states: readonly StateOfPage[]): void {
	describe(`every state of ${view}`, () => {
		let browser: SidebarBrowser;
		beforeAll(async () => {
			browser = await SidebarBrowser.start();
		}, 120_000);
		afterAll(() => browser?.stop());

		for (const { name, options, go, isPointed = false } of states) {
			for (const language of ['en', 'zh-CN'] as const) {
				it(`${name} in ${language} is accessible, fits and runs nothing from the sheet`, async () => {
					const opened = await browser.open({ ...options, language });
					const { page } = opened;
					try {
						await go?.(opened);
						await (opened.held().length > 0 ? drawn(page) : settled(page));
						// Nothing is under the pointer, unless the state says so.
						if (!isPointed) await page.mouse.move(0, 0);
						// What was done leaves after six seconds, which a busy machine may need between two pictures.
						for (const line of await page.locator('.status').all()) await line.dispatchEvent('mouseenter');
						const pictures: string[] = [];
						await inFull(page, async () => {
							for (const theme of ['light', 'dark'] as const) {
								await setTheme(page, theme);
								// Dark colours are the same in both languages.
								if (theme === 'light' || language === 'en')
									pictures.push(await pictured(page, `${name}-${language}-${theme}`));
								// The dark page is the same page in other colours.
								expect(await violations(page, theme === 'dark'), theme).toEqual([]);
							}
						});
						expect(await overflow(page, 300)).toEqual([]);
						expect(await overflow(page, 285)).toEqual([]);
						expect(await overflow(page, 300, 200)).toEqual([]);
						expect(await page.locator('button.action:visible').count()).toBeLessThanOrEqual(1);
						expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
						// The order of the controls is the same in both languages.
						if (language === 'en') expect(await unreached(page)).toEqual([]);
						expect(opened.errors).toEqual([]);
						expect(pictures.filter((flaw) => flaw !== '')).toEqual([]);
						// The same page among a host's styles: the same picture, so that nothing overflows, is cut off or loses its contrast.
						// What axe says of one language holds for the other when nobody sees a difference there either.
						expect(await flawsAmongHostStyles(page, language !== 'en' && !IS_EVERY_FLAW)).toEqual([]);
					} finally {
						await opened.close();
					}
				}, 60_000);
			}
		}
	});
}
