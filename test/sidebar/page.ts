/**
 * The built sidebar in a real browser over a MockServer: opens it, holds answers back, waits for it.
 * Not here: what no state may have (flaws.ts), its pictures (pictures.ts), what is expected of a state (the tests).
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildPage } from '../../scripts/build/page.ts';
import type { Calls } from '../../sidebar/state.ts';
import { BROWSER_FLAGS, ensureBrowser } from '../support/browser.ts';
import { type MockOptions, MockServer } from './mock-server.ts';
import { type PageServer, servePage } from './page-server.ts';

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
	/** Gives the page back for the next state. */
	close(): Promise<void>;
}

type Reply = { thrown?: string; answer?: unknown };

/** A page of the browser, which serves one state after the other: a fresh load costs a tenth of a fresh page. */
interface Desk {
	readonly page: Page;
	answer: (name: keyof Calls, request: unknown) => Reply | Promise<Reply>;
	errors: string[];
}

/** Look of text that depends neither on the machine's screen nor on its settings. */
const LOOK_FLAGS = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];

/** What Google's page has: handlers chained onto a runner, one method a server function. */
const RUNNER = `
	window.openCalls = 0;
	const run = (done, failed) => new Proxy({}, { get: (_, name) => {
		if (name === 'withSuccessHandler') return (handler) => run(handler, failed);
		if (name === 'withFailureHandler') return (handler) => run(done, handler);
		return (argument) => {
			window.openCalls++;
			window.answerCall(name, argument === undefined ? null : JSON.parse(JSON.stringify(argument))).then(({ thrown, answer }) => {
				window.openCalls--;
				thrown === undefined ? done(answer) : failed(new Error(thrown));
			});
		};
	} });
	window.google = { script: { run: run(() => {}, () => {}) } };
`;

export class SidebarBrowser {
	private readonly free = new Map<string, Desk[]>();

	private constructor(
		private readonly browser: Browser,
		private readonly pages: PageServer,
		readonly html: string,
	) {}

	static async start(): Promise<SidebarBrowser> {
		const html = await buildPage();
		const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_FLAGS, ...LOOK_FLAGS] });
		return new SidebarBrowser(browser, await servePage(html), html);
	}

	async stop(): Promise<void> {
		await this.browser.close();
		this.pages.stop();
	}

	private async desk(locale: string): Promise<Desk> {
		const used = this.free.get(locale)?.pop();
		if (used !== undefined) return used;
		const context = await this.browser.newContext({
			locale,
			timezoneId: 'UTC',
			reducedMotion: 'reduce',
			deviceScaleFactor: 1,
		});
		// A page on a busy machine is waited for.
		context.setDefaultTimeout(90_000);
		const page = await context.newPage();
		const desk: Desk = { page, answer: () => ({}), errors: [] };
		page.on('pageerror', (error) => desk.errors.push(error.message));
		page.on('console', (message) => message.type() === 'error' && desk.errors.push(message.text()));
		await page.exposeFunction('answerCall', (name: keyof Calls, request: unknown) => desk.answer(name, request));
		await page.addInitScript(RUNNER);
		return desk;
	}

	async open(options: OpenOptions = {}): Promise<Opened> {
		const { width = 300, height = 900, before, language = 'en', forcedColors = false, view } = options;
		const desk = await this.desk(language);
		const { page } = desk;
		const server = new MockServer({ ...options, language });
		before?.(server);
		const errors: string[] = [];
		desk.errors = errors;
		let isHeld = options.isHeld ?? false;
		const waiting: { name: string; give: () => void }[] = [];
		desk.answer = (name, request) => {
			let reply: Reply;
			try {
				reply = { answer: server.answer(name, request) };
			} catch (error) {
				reply = { thrown: (error as Error).message };
			}
			return isHeld ? new Promise((resolve) => waiting.push({ name, give: () => resolve(reply) })) : reply;
		};
		const size = page.viewportSize();
		if (size?.width !== width || size.height !== height) await page.setViewportSize({ width, height });
		if (forcedColors) await page.emulateMedia({ forcedColors: 'active' });
		await page.goto(view === undefined ? this.pages.url : `${this.pages.url}?view=${view}`);
		if (!isHeld) await settled(page);
		let isOpen = true;
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
			close: async () => {
				if (!isOpen) return;
				isOpen = false;
				// The pointer stays where it was over a load, and would hover.
				await page.mouse.move(0, 0);
				if (forcedColors) await page.emulateMedia({ forcedColors: 'none' });
				this.free.set(language, [...(this.free.get(language) ?? []), desk]);
			},
		};
	}
}

/** Waits until no answer is outstanding but those held back, and what is shown is drawn in its own font. */
export async function settled(page: Page, heldCalls = 0): Promise<void> {
	await page.waitForFunction(
		(held) =>
			document.querySelector('main[aria-busy="false"]') !== null &&
			document.querySelector('[aria-busy="true"]') === null &&
			// What is asked for besides says nothing of being busy.
			(window as unknown as { openCalls: number }).openCalls === held,
		heldCalls,
	);
	await drawn(page);
}

/** Waits until what is shown is drawn in its own font, whatever is outstanding. */
export async function drawn(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	});
}

/** The other theme without another load: the look hangs on this attribute alone. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
	await page.evaluate((name) => {
		document.documentElement.dataset.theme = name;
	}, theme);
}
