/** One server and one browser for all files of this folder: starting both for each file would take longer than many a test. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { BROWSER_FLAGS, ensureBrowser } from '../support/browser.ts';
import { startServer } from './start.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of a workbench that opens the sample. */
		workbenchUrl: string;
		/** Where the browser is reached. */
		browserEndpoint: string;
	}
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
	const [server, browser] = await Promise.all([
		startServer(),
		chromium.launchServer({ executablePath: ensureBrowser(), args: [...BROWSER_FLAGS] }),
	]);
	project.provide('workbenchUrl', server.url);
	project.provide('browserEndpoint', browser.wsEndpoint());
	return async () => {
		await browser.close();
		await server.stop();
	};
}
