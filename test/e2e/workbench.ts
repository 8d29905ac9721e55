/**
 * The workbench for browser tests: starts the real server on a free port, opens its page in a real browser, and drives it as a
 * user does (mouse and keys). What must hold is in the tests.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import type { StoredCell } from '../../workbench/host/store.ts';
import type { Workbench } from '../../workbench/page/main.ts';
import { BROWSER_FLAGS, ensureBrowser } from '../support/browser.ts';

export interface Server {
	readonly url: string;
	stop(): Promise<void>;
}

/** `npm start -- ...args` on a free port. Throws with what the server printed when it ends instead of listening. */
export async function startServer(...args: readonly string[]): Promise<Server> {
	const child: ChildProcess = spawn(process.execPath, ['scripts/run.mjs', 'workbench/server.ts', '--port', '0', ...args], {
		env: { ...process.env, STAGEKEEPER_NO_OPEN: '1', INIT_CWD: process.cwd() },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	child.stderr?.on('data', (text) => {
		printed += text;
	});
	const ended = once(child, 'exit').then(() => {
		throw new Error(printed.trim());
	});
	ended.catch(() => {});
	const listening = (async () => {
		for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
			const url = /http:\/\/127\.0\.0\.1:\d+\//u.exec(line)?.[0];
			if (url) {
				return url;
			}
		}
		return ended;
	})();
	const url = await Promise.race([listening, ended]);
	return {
		url,
		stop: async () => {
			const gone = once(child, 'exit');
			child.kill();
			await gone;
		},
	};
}

export function startBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_FLAGS] });
}

/** The grid's editor loses keys that come faster than a hand can type. */
const KEY_DELAY_MS = 30;

export type Language = 'en' | 'zh-CN';

/** One page of the workbench in a storage of its own. */
export class WorkbenchPage {
	/** Console errors and uncaught errors. */
	readonly errors: string[] = [];
	/** Requests that left the server. */
	readonly foreignRequests: string[] = [];

	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
		page.on('pageerror', (error) => this.errors.push(error.message));
		page.on('request', (request) => {
			if (!request.url().startsWith(url) && !/^(data|blob|about):/u.test(request.url())) {
				this.foreignRequests.push(request.url());
			}
		});
	}

	static async open(browser: Browser, server: Server, language: Language = 'en'): Promise<WorkbenchPage> {
		const context = await browser.newContext({ locale: language, timezoneId: 'UTC', viewport: { width: 1440, height: 900 } });
		const workbench = new WorkbenchPage(await context.newPage(), server.url);
		await workbench.page.goto(server.url);
		await workbench.ready();
		return workbench;
	}

	/** Until the book is drawn and the add-on has put up its menu. */
	async ready(): Promise<void> {
		await this.page.waitForFunction(() => 'stagekeeperReady' in window);
		await this.page.evaluate(() => window.stagekeeperReady.then(() => {}));
	}

	async reload(): Promise<void> {
		await this.page.evaluate(() => window.stagekeeperReady.then((workbench) => workbench.saved()));
		await this.page.reload();
		await this.ready();
	}

	/** Does what opens another book, and waits for the page that shows it. */
	async opening(action: () => Promise<unknown>): Promise<void> {
		const loaded = this.page.waitForEvent('load');
		await action();
		await loaded;
		await this.ready();
	}

	/** Opens a menu and its submenus by their labels. */
	async menu(...labels: readonly string[]): Promise<void> {
		for (const name of labels) {
			await this.page
				.locator('#menus')
				.getByRole('menuitem', { name, exact: true })
				.or(this.page.locator('#menus').getByRole('menuitemcheckbox', { name, exact: true }))
				.click();
		}
	}

	sidebar(): FrameLocator {
		return this.page.frameLocator('#sidebar iframe');
	}

	/** Clicks a cell of the sheet in view, such as `M2`. */
	async select(cell: string): Promise<void> {
		const place = await this.page.evaluate(async (name) => {
			const { grid, place: placeOf } = await window.stagekeeperReady;
			const sheet = grid.api.getActiveWorkbook()?.getActiveSheet();
			const range = sheet?.getRange(name);
			const seen = sheet?.getVisibleRange();
			if (!sheet || !range || !seen) {
				throw new Error(`no cell ${name}`);
			}
			if (
				range.getRow() < seen.startRow ||
				range.getRow() >= seen.endRow ||
				range.getColumn() < seen.startColumn ||
				range.getColumn() >= seen.endColumn
			) {
				sheet.scrollToCell(Math.max(0, range.getRow() - 3), Math.max(0, range.getColumn() - 3));
				await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			}
			const found = placeOf(range.getRow(), range.getColumn());
			return found ? { x: (found.left + found.right) / 2, y: (found.top + found.bottom) / 2 } : { x: 0, y: 0 };
		}, cell);
		await this.page.mouse.click(place.x, place.y);
		await this.page.waitForFunction(
			(name) => window.stagekeeperReady.then(({ grid }) => grid.api.getActiveWorkbook()?.getActiveCell()?.getA1Notation() === name),
			cell,
		);
	}

	/** Replaces a cell's content by keys. The list of suggested functions may take an Enter for itself, so one more may be needed. */
	async type(cell: string, text: string): Promise<void> {
		await this.select(cell);
		await this.page.keyboard.press('F2');
		await this.page.waitForFunction(() =>
			window.stagekeeperReady.then(({ grid }) => grid.api.getActiveWorkbook()?.isCellEditing() === true),
		);
		await this.page.keyboard.press('Control+A');
		await this.page.keyboard.type(text, { delay: KEY_DELAY_MS });
		const isDone = () => window.stagekeeperReady.then(({ grid }) => grid.api.getActiveWorkbook()?.isCellEditing() === false);
		for (let presses = 0; presses < 3; presses++) {
			await this.page.keyboard.press('Enter');
			const done = await this.page.waitForFunction(isDone, undefined, { timeout: 3000 }).catch(() => null);
			if (done) {
				return;
			}
		}
		throw new Error(`typing into ${cell} did not end`);
	}

	/** What the store holds in a cell of the sheet in view. */
	cell(name: string): Promise<StoredCell> {
		return this.page.evaluate(async (a1) => {
			const { store, grid } = await window.stagekeeperReady;
			const range = grid.api.getActiveWorkbook()?.getActiveSheet().getRange(a1);
			const rect = { row: range?.getRow() ?? 0, column: range?.getColumn() ?? 0, rows: 1, columns: 1 };
			return store.read(store.active().sheetId, rect)[0]?.[0] as StoredCell;
		}, name);
	}

	/** Runs in the page with what it exposes. */
	run<T, A>(action: (workbench: Workbench, argument: A) => T, argument: A): Promise<T> {
		return this.page.evaluate(
			([code, value]) => window.stagekeeperReady.then((workbench) => new Function(`return (${code})`)()(workbench, value)),
			[action.toString(), argument] as const,
		) as Promise<T>;
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}
