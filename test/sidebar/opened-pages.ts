/** Pages of one browser for the tests of a file: opened when asked for, closed after each test. Not here: the browser and its pages (page.ts). */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Calls } from '../../sidebar/state.ts';
import { type Opened, type OpenOptions, SidebarBrowser } from './page.ts';

/** Starts the browser before the tests of the file that calls this. @returns opens a page */
export function openedPages(): (options?: OpenOptions) => Promise<Opened> {
	let browser: SidebarBrowser;
	let all: Opened[] = [];
	beforeAll(async () => {
		browser = await SidebarBrowser.start();
	}, 120_000);
	afterEach(async () => {
		for (const opened of all) await opened.close();
		all = [];
	});
	afterAll(() => browser?.stop());
	return async (options) => {
		const opened = await browser.open(options);
		all.push(opened);
		return opened;
	};
}

/** What the page asked for by this name, oldest first. */
export function requests<Request = unknown>({ server }: Opened, name: keyof Calls): Request[] {
	return server.calls.filter((call) => call.name === name).map(({ request }) => request as Request);
}
