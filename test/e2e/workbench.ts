/** One page of the workbench, driven as a user does: mouse, keys, clipboard, files. What must hold is in the tests. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { StoredCell } from '../../workbench/host/store.ts';
import type { Workbench } from '../../workbench/page/main.ts';

/** A page on a busy machine is waited for this long. */
const PATIENCE_MS = 90_000;

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

	static async open(
		browser: Browser,
		server: { readonly url: string },
		language: Language = 'en',
	): Promise<WorkbenchPage> {
		const context = await browser.newContext({
			locale: language,
			timezoneId: 'UTC',
			viewport: { width: 1440, height: 900 },
		});
		context.setDefaultTimeout(PATIENCE_MS);
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

	/** Does what opens another book, and waits for the page that shows it; a load told late may be that of the page before. */
	async opening(action: () => Promise<unknown>): Promise<void> {
		await this.page.evaluate(() => document.documentElement.setAttribute('data-left', ''));
		await action();
		await this.page.waitForFunction(() => !document.documentElement.hasAttribute('data-left'));
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

	/** As `menu`, by keys from the grid or the sidebar. */
	async menuByKeys(...labels: readonly string[]): Promise<void> {
		const { keyboard } = this.page;
		const focused = (): Promise<string> =>
			this.page.evaluate(() => {
				const { activeElement } = document;
				return activeElement?.closest('#menus')
					? (activeElement.querySelector('.label') ?? activeElement).textContent
					: '';
			});
		const seek = async (key: string, isThere: (label: string) => boolean): Promise<void> => {
			for (let presses = 0; !isThere(await focused()); presses++) {
				if (presses > 20) throw new Error(`no menu item for ${key}: ${labels}`);
				await keyboard.press(key);
			}
		};
		await seek('F6', (label) => label !== '');
		for (const [level, wanted] of labels.entries()) {
			await seek(level === 0 ? 'ArrowRight' : 'ArrowDown', (label) => label === wanted);
			await keyboard.press('Enter');
		}
	}

	/** Presses F6 until the keys go to a part of the page. */
	async enter(part: '#grid' | '#sidebar'): Promise<void> {
		for (let presses = 0; presses < 5; presses++) {
			if (await this.page.locator(part).evaluate((box) => box.contains(document.activeElement))) return;
			await this.page.keyboard.press('F6');
		}
		throw new Error(`F6 does not lead to ${part}`);
	}

	/** Moves to a cell of the sheet in view by arrow keys. */
	async selectByKeys(cell: string): Promise<void> {
		const { keyboard } = this.page;
		await this.enter('#grid');
		const [down, right] = (await this.run(({ grid }, name) => {
			const book = grid.api.getActiveWorkbook();
			const [from, to] = [book?.getActiveCell(), book?.getActiveSheet().getRange(name)];
			return [(to?.getRow() ?? 0) - (from?.getRow() ?? 0), (to?.getColumn() ?? 0) - (from?.getColumn() ?? 0)];
		}, cell)) as [number, number];
		for (let step = 0; step < Math.abs(down); step++) await keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp');
		for (let step = 0; step < Math.abs(right); step++) await keyboard.press(right > 0 ? 'ArrowRight' : 'ArrowLeft');
	}

	/** Puts text on the clipboard and pastes it. */
	async paste(cell: string, text: string): Promise<void> {
		await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
		await this.select(cell);
		await this.page.keyboard.press('Control+v');
	}

	sheetNames(): Promise<string[]> {
		return this.run(({ store }) => store.sheets().map(({ name }) => name), null);
	}

	/** Clicks the tab of a sheet. */
	async showSheet(name: string): Promise<void> {
		await this.page.locator('[data-u-comp="slide-tab-item"]').getByText(name, { exact: true }).click();
		await this.page.waitForFunction(
			(wanted) =>
				window.stagekeeperReady.then(
					({ grid }) => grid.api.getActiveWorkbook()?.getActiveSheet().getSheetName() === wanted,
				),
			name,
		);
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
			(name) =>
				window.stagekeeperReady.then(
					({ grid }) => grid.api.getActiveWorkbook()?.getActiveCell()?.getA1Notation() === name,
				),
			cell,
		);
	}

	/** Replaces a cell's content by keys. The list of suggested functions may take an Enter for itself, so one more may be needed. */
	async type(cell: string, text: string): Promise<void> {
		for (let tries = 0; tries < 3; tries++) {
			await this.typeOnce(cell, text);
			// On a busy machine keys that come before the editor listens are lost: a formula that does not arrive is typed again.
			if (!text.startsWith('=') || (await this.hasFormula(cell))) return;
		}
		throw new Error(`the formula typed into ${cell} did not arrive`);
	}

	private async hasFormula(cell: string): Promise<boolean> {
		for (let waits = 0; waits < 40; waits++) {
			if ((await this.cell(cell)).formula !== null) return true;
			await this.page.waitForTimeout(200);
		}
		return false;
	}

	private async typeOnce(cell: string, text: string): Promise<void> {
		await this.select(cell);
		await this.page.keyboard.press('F2');
		await this.page.waitForFunction(() =>
			window.stagekeeperReady.then(({ grid }) => grid.api.getActiveWorkbook()?.isCellEditing() === true),
		);
		await this.page.keyboard.press('Control+A');
		await this.page.keyboard.type(text, { delay: KEY_DELAY_MS });
		const isDone = () =>
			window.stagekeeperReady.then(({ grid }) => grid.api.getActiveWorkbook()?.isCellEditing() === false);
		for (let presses = 0; presses < 3; presses++) {
			await this.page.keyboard.press('Enter');
			const done = await this.page.waitForFunction(isDone, undefined, { timeout: 8000 }).catch(() => null);
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
			([code, value]) =>
				window.stagekeeperReady.then((workbench) => new Function(`return (${code})`)()(workbench, value)),
			[action.toString(), argument] as const,
		) as Promise<T>;
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}
