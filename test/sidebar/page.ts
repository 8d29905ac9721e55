/**
 * The built sidebar in a real browser over a MockServer: opens it, holds answers back, looks for what no state may have.
 * Not here: what is expected of a state (the tests beside it).
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../scripts/build/page.ts';
import type { Calls } from '../../sidebar/state.ts';
import { BROWSER_FLAGS, ensureBrowser } from '../support/browser.ts';
import { type MockOptions, MockServer } from './mock-server.ts';

export interface OpenOptions extends Partial<MockOptions> {
	readonly width?: number;
	readonly height?: number;
	/** Answers wait until `release`. */
	readonly isHeld?: boolean;
	readonly forcedColors?: boolean;
	/** What the menu opened the page on; it stands at the root element. */
	readonly view?: string;
	/** Prepares the server before the first call. */
	readonly before?: (server: MockServer) => void;
}

export interface Opened {
	readonly page: Page;
	readonly server: MockServer;
	/** Hold answers back from now on, or give them freely again. */
	hold(isHeld: boolean): void;
	/** Gives the held answer at this position (0 is the oldest). */
	release(at?: number): Promise<void>;
	held(): readonly string[];
	readonly errors: readonly string[];
	close(): Promise<void>;
}

const OUTPUT = 'test/e2e/output/sidebar';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What Google's page has: handlers chained onto a runner, one method a server function. */
const RUNNER = `
	const run = (done, failed) => new Proxy({}, { get: (_, name) => {
		if (name === 'withSuccessHandler') return (handler) => run(handler, failed);
		if (name === 'withFailureHandler') return (handler) => run(done, handler);
		return (argument) => { window.answerCall(name, argument === undefined ? null : JSON.parse(JSON.stringify(argument))).then(
			({ thrown, answer }) => thrown === undefined ? done(answer) : failed(new Error(thrown))); };
	} });
	window.google = { script: { run: run(() => {}, () => {}) } };
`;

export class SidebarBrowser {
	private constructor(
		private readonly browser: Browser,
		readonly html: string,
	) {}

	static async start(): Promise<SidebarBrowser> {
		mkdirSync(OUTPUT, { recursive: true });
		const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_FLAGS] });
		return new SidebarBrowser(browser, await buildPage(false));
	}

	stop(): Promise<void> {
		return this.browser.close();
	}

	async open(options: OpenOptions = {}): Promise<Opened> {
		const { width = 300, height = 900, before, language = 'en' } = options;
		const context = await this.browser.newContext({
			viewport: { width, height },
			locale: language,
			reducedMotion: 'reduce',
			forcedColors: options.forcedColors ? 'active' : 'none',
			deviceScaleFactor: 2,
		});
		const page = await context.newPage();
		const server = new MockServer({ ...options, language });
		before?.(server);
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		let isHeld = options.isHeld ?? false;
		const waiting: { name: string; give: () => void }[] = [];
		await page.exposeFunction('answerCall', (name: keyof Calls, request: unknown) => {
			let reply: { thrown?: string; answer?: unknown };
			try {
				reply = { answer: server.answer(name, request) };
			} catch (error) {
				reply = { thrown: (error as Error).message };
			}
			return isHeld ? new Promise((resolve) => waiting.push({ name, give: () => resolve(reply) })) : reply;
		});
		await page.addInitScript(RUNNER);
		const body = options.view === undefined ? this.html : this.html.replace('<html', `<html data-view="${options.view}"`);
		await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
		await page.goto('http://sidebar.test/');
		if (!isHeld) await settled(page);
		return {
			page,
			server,
			errors,
			hold: (value) => {
				isHeld = value;
			},
			held: () => waiting.map(({ name }) => name),
			async release(at = 0) {
				waiting.splice(at, 1)[0]?.give();
				await page.evaluate(() => new Promise(requestAnimationFrame));
			},
			close: () => context.close(),
		};
	}
}

/** Waits until no answer is outstanding. */
export async function settled(page: Page, isHeld = false): Promise<void> {
	if (!isHeld) {
		await page.waitForSelector('main[aria-busy="false"]');
		await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
	}
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The other theme without another load: the look hangs on this attribute alone. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
	await page.evaluate((name) => {
		document.documentElement.dataset.theme = name;
	}, theme);
}

/** Does something while the window is as tall as the page, so that nothing is scrolled out or under the bar at the foot. */
async function inFull<T>(page: Page, action: () => Promise<T>): Promise<T> {
	const size = page.viewportSize();
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	if (size !== null && height > size.height) await page.setViewportSize({ width: size.width, height: Math.min(height, 12_000) });
	const result = await action();
	if (size !== null) await page.setViewportSize(size);
	return result;
}

/** The whole page as a picture, however long it is. */
export async function shoot(page: Page, name: string): Promise<void> {
	await inFull(page, () => page.screenshot({ path: `${OUTPUT}/${name}.png` }));
}

/** Violations that axe finds, in a readable form. */
export async function violations(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
	const run = async () => {
		const { axe } = window as unknown as {
			axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> };
		};
		const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
		return violations.flatMap(({ id, nodes }) =>
			nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary.slice(0, 200)}`),
		);
	};
	return inFull(page, () => page.evaluate(run));
}

/** Elements that are wider than the page, at this width and text size; tables may scroll in themselves. */
export async function overflow(page: Page, width: number, textPercent = 100): Promise<string[]> {
	const before = page.viewportSize();
	await page.setViewportSize({ width, height: before?.height ?? 900 });
	await page.evaluate((percent) => {
		// As the browser's own text size setting does: the root's percentage is taken of it.
		document.documentElement.style.fontSize = percent === 100 ? '' : `${(81.25 * percent) / 100}%`;
	}, textPercent);
	const found = await page.evaluate(() => {
		const limit = document.documentElement.clientWidth;
		const wide = [...document.querySelectorAll('body *')].filter((element) => {
			const box = element.getBoundingClientRect();
			return box.width > 1 && box.right > limit + 1 && element.closest('.scroll, svg') === null;
		});
		const isScrolling = document.documentElement.scrollWidth > limit;
		return [
			...(isScrolling ? [`page ${document.documentElement.scrollWidth} > ${limit}`] : []),
			...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
		];
	});
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '';
	});
	if (before !== null) await page.setViewportSize(before);
	return found;
}

/** Controls that Tab presses do not reach from the top of the page; empty when all are reached. */
export async function unreached(page: Page): Promise<string[]> {
	await page.evaluate(() => {
		(document.activeElement as HTMLElement | null)?.blur();
		window.scrollTo(0, 0);
		for (const control of document.querySelectorAll('button, select, input, textarea, summary, [tabindex="0"]'))
			control.removeAttribute('data-reached');
	});
	await page.evaluate(() => {
		document.addEventListener('focusin', ({ target }) => (target as HTMLElement).setAttribute('data-reached', ''));
	});
	// A date field takes several presses. After the last control the focus leaves the page, then comes back to its top.
	const count = await page.locator('button:visible, select:visible, input:visible, textarea:visible, summary:visible').count();
	for (let press = 0; press < count + 12; press++) await page.keyboard.press('Tab');
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')]
			.filter((control) => control.checkVisibility() && !control.hasAttribute('data-reached'))
			// Of a group of radio buttons Tab reaches the chosen one, arrow keys the others.
			.filter((control) => !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked))
			.map((control) => control.outerHTML.slice(0, 120)),
	);
}
