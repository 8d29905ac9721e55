/** Chromium, driven by Playwright like in all other browser tests. */
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, ensureBrowser } from '../support/browser.ts';
import type { Engine } from './engine.ts';

export const CHROMIUM: Engine = {
	name: 'Chromium',
	async start() {
		const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_FLAGS] });
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		return {
			open: async (url) => {
				await page.goto(url);
			},
			run: (body) => page.evaluate(`(async () => { ${body} })()`),
			pressTab: async (times) => {
				for (let press = 0; press < times; press++) await page.keyboard.press('Tab');
			},
			close: () => browser.close(),
		};
	},
};
