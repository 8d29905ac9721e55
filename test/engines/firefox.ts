/** Firefox as the system ships it, driven through WebDriver BiDi. */
import type { Engine } from './engine.ts';
import { enginePackage, program } from './install.ts';

interface Puppeteer {
	readonly default: {
		launch(options: object): Promise<{
			newPage(): Promise<{
				setViewport(size: object): Promise<void>;
				goto(url: string): Promise<unknown>;
				evaluate(script: string): Promise<unknown>;
				readonly keyboard: { press(key: string): Promise<void> };
			}>;
			close(): Promise<void>;
		}>;
	};
}

const PLACES = [
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/snap/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

export const FIREFOX: Engine = {
	name: 'Firefox',
	async start() {
		const executablePath = program(PLACES, ['firefox-esr']);
		if (executablePath === null) return 'Firefox is not installed, and apt did not bring firefox-esr';
		const puppeteer = await enginePackage<Puppeteer>('puppeteer-core');
		if (puppeteer === null) return 'the package puppeteer-core cannot be fetched';
		const browser = await puppeteer.default.launch({ browser: 'firefox', executablePath, headless: true });
		const page = await browser.newPage();
		await page.setViewport({ width: 1440, height: 900 });
		return {
			open: async (url) => {
				await page.goto(url);
			},
			run: async <T>(body: string) => (await page.evaluate(`(async () => { ${body} })()`)) as T,
			pressTab: async (times) => {
				for (let press = 0; press < times; press++) await page.keyboard.press('Tab');
			},
			close: () => browser.close(),
		};
	},
};
