/** What a person waits for: the page's own script, and the workbench with the sample and with a long table. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildPage } from '../scripts/build/page.ts';
import { HEADINGS, sampleRows } from '../test/addon/book.ts';
import { SidebarHand } from '../test/e2e/sidebar-hand.ts';
import { startBrowser, startServer } from '../test/e2e/start.ts';
import { WorkbenchPage } from '../test/e2e/workbench.ts';
import { serveAnswers } from '../test/engines/answer-server.ts';
import { FELT } from './goals.ts';
import { median } from './harness.ts';
import { type Judged, judgedFigure } from './judged.ts';

const ROUNDS = 7;
const LONG = 20_000;

/** CPU milliseconds of the page's script and milliseconds to its first paint, from opening to figures. */
async function onePage(browser: Browser, url: string): Promise<readonly [number, number]> {
	const context = await browser.newContext({ viewport: { width: 320, height: 920 } });
	const page = await context.newPage();
	// Of the answer server's page this alone is not the product's.
	await page.route('**/axe.js', (route) => route.abort());
	const session = await context.newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.goto(`${url}/page`);
	await page.locator('main[aria-busy="false"] .figure, main[aria-busy="false"] ol.funnel').first().waitFor();
	const { metrics } = await session.send('Performance.getMetrics');
	const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
	const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
	await context.close();
	return [script * 1000, paint];
}

async function pageFigures(browser: Browser): Promise<Judged[]> {
	const server = await serveAnswers(await buildPage());
	try {
		const samples = [];
		for (let round = 0; round < ROUNDS; round++) samples.push(await onePage(browser, server.url));
		return [
			judgedFigure(FELT.script, median(samples.map(([script]) => script))),
			judgedFigure(FELT.paint, median(samples.map(([, paint]) => paint))),
		];
	} finally {
		server.stop();
	}
}

/** Milliseconds until the book is drawn, and from the click on the menu to the first figures. */
async function workbenchFigures(browser: Browser, rows: number, ...args: readonly string[]): Promise<Judged[]> {
	const server = await startServer(...args);
	try {
		const start = performance.now();
		const workbench = await WorkbenchPage.open(browser, server);
		const drawn = performance.now() - start;
		const hand = new SidebarHand(workbench, 'en', true);
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		await hand.press('useColumns');
		await hand.frame.locator('ol.funnel').waitFor();
		await workbench.reload();
		const again = performance.now();
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		await hand.frame.locator('ol.funnel').waitFor();
		const figures = performance.now() - again;
		await workbench.close();
		const size = rows.toLocaleString('en');
		return [judgedFigure(FELT.drawn, drawn, size), judgedFigure(FELT.figures, figures, size)];
	} finally {
		await server.stop();
	}
}

export async function feltFigures(): Promise<Judged[]> {
	const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-felt-'));
	const file = join(folder, 'deals.csv');
	const day = (serial: unknown): string =>
		typeof serial === 'number' ? new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10) : '';
	const lines = sampleRows(LONG).map((row) => row.map((cell, at) => (at === 4 || at === 5 ? day(cell) : (cell ?? ''))));
	writeFileSync(file, [HEADINGS, ...lines].map((line) => line.join(',')).join('\n'));
	const browser = await startBrowser();
	try {
		return [
			...(await pageFigures(browser)),
			...(await workbenchFigures(browser, 1500)),
			...(await workbenchFigures(browser, LONG, file)),
		];
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true });
	}
}
