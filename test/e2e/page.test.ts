/** The page as a newcomer meets it: opening, typing, files in and out, what survives a reload. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startBrowser, startServer, WorkbenchPage } from './workbench.ts';

const DEALS =
	'Deal,Stage,Amount,Created,Closed\nNorthwind,Won,1000,2026-01-05,2026-02-01\nContoso,Lost,500,2026-01-09,2026-02-11\nFabrikam,Lead,750,2026-03-01,\nTailspin,Won,250,2026-03-02,2026-04-01\n';

let browser: Browser;
let server: Server;
let workbench: WorkbenchPage;

function dealFile(): string {
	const path = join(mkdtempSync(join(tmpdir(), 'stagekeeper-')), 'my deals.csv');
	writeFileSync(path, DEALS);
	return path;
}

beforeAll(async () => {
	[browser, server] = await Promise.all([startBrowser(), startServer()]);
});

afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

afterEach(async () => {
	await workbench?.close();
});

describe('the page', () => {
	it('opens the sample of 1,500 deals without a foreign request and without an error', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		const rows = await workbench.run(({ store }) => store.used(0).rows, null);
		expect(rows).toBe(1501);
		expect(await workbench.page.locator('#book-name').textContent()).toBe('B2B deals');
		await workbench.menu('Extensions', 'Stagekeeper');
		expect(await workbench.page.getByRole('menuitem', { name: 'Open funnel' }).isVisible()).toBe(true);
		expect(workbench.errors).toEqual([]);
		expect(workbench.foreignRequests).toEqual([]);
	});

	it('speaks Chinese when the browser does', async () => {
		workbench = await WorkbenchPage.open(browser, server, 'zh-CN');
		await workbench.menu('扩展程序', 'Stagekeeper');
		expect(await workbench.page.locator('#menus').textContent()).toContain('文件');
		expect(await workbench.page.locator('html').getAttribute('lang')).toBe('zh-CN');
	});

	it('takes typed values and formulas, and keeps them over a reload', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		await workbench.type('T2', '42');
		await workbench.type('T3', '=T2*2');
		await expect.poll(async () => (await workbench.cell('T3')).value, { timeout: 20_000 }).toBe(84);
		await workbench.reload();
		expect((await workbench.cell('T2')).value).toBe(42);
		await expect.poll(async () => (await workbench.cell('T3')).value, { timeout: 20_000 }).toBe(84);
	});

	it('completes =WIN_RATE() to its live form once the funnel is set up', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		await workbench.sidebar().getByRole('button', { name: 'Use these columns' }).click();
		await workbench.sidebar().getByText('Win rate', { exact: true }).first().waitFor();
		await workbench.type('T4', '=WIN_RATE()');
		await expect.poll(async () => (await workbench.cell('T4')).formula, { timeout: 20_000 }).toContain('Deals!');
		await expect.poll(async () => (await workbench.cell('T4')).value, { timeout: 20_000 }).toBeTypeOf('number');
	});

	it('shows what to do when a formula is used before the set-up and its cell is selected', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		await workbench.type('T4', '=WIN_RATE(A:L)');
		await expect.poll(async () => (await workbench.cell('T4')).value, { timeout: 20_000 }).toBe('#ERROR!');
		await workbench.select('T4');
		const card = workbench.page.locator('#error-card');
		await card.waitFor();
		expect(await card.textContent()).toContain('Open funnel');
	});

	it('opens a CSV file by the button, saves it again, and goes back to it on reset', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		const { page } = workbench;
		await workbench.opening(async () => {
			const chooser = page.waitForEvent('filechooser');
			await workbench.menu('File', 'Open CSV or XLSX…');
			await (await chooser).setFiles(dealFile());
		});
		expect(await page.locator('#book-name').textContent()).toBe('my deals');
		expect((await workbench.cell('D2')).format).toBe('yyyy-mm-dd');
		const download = page.waitForEvent('download');
		await workbench.menu('File', 'Save this sheet as CSV');
		expect(
			readFileSync(await (await download).path(), 'utf8')
				.replace(/\r\n/gu, '\n')
				.trim(),
		).toBe(DEALS.trim());
		await workbench.type('B2', 'Lost');
		page.once('dialog', (dialog) => void dialog.accept());
		await workbench.opening(() => workbench.menu('File', 'Reset this workbook'));
		expect((await workbench.cell('B2')).value).toBe('Won');
	});

	it('opens a file that is dropped on it, and says why it can not open another', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		const drop = (name: string, text: string): Promise<void> =>
			workbench.page.evaluate(
				([file, content]) => {
					const data = new DataTransfer();
					data.items.add(new File([content], file));
					document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
				},
				[name, text] as const,
			);
		await drop('nothing.csv', '');
		await workbench.page.getByText('Can not open “nothing.csv”').waitFor();
		await workbench.opening(() => drop('dropped.csv', DEALS));
		expect((await workbench.cell('A3')).value).toBe('Contoso');
	});

	it('opens the file that was named on the command line', async () => {
		const other = await startServer(dealFile());
		try {
			workbench = await WorkbenchPage.open(browser, other);
			expect(await workbench.page.locator('#book-name').textContent()).toBe('my deals');
			expect((await workbench.cell('A5')).value).toBe('Tailspin');
		} finally {
			await other.stop();
		}
	});

	it('says in one line why a file on the command line can not be opened', async () => {
		await expect(startServer('no-such-file.csv')).rejects.toThrow('npm start: can not read "no-such-file.csv": there is no such file');
	});

	it('answers this machine only', async () => {
		const { request } = await import('node:http');
		const status = await new Promise<number | undefined>((done, fail) => {
			request(server.url, { headers: { Host: 'example.com' } }, (response) => done(response.resume().statusCode))
				.on('error', fail)
				.end();
		});
		expect(status).toBe(403);
	});

	it('gives the add-on no rights before it is used, when that is chosen: the menu is all there is', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		await workbench.opening(() => workbench.menu('Workbench', 'Authorization', 'Installed, not used yet (AuthMode.NONE)'));
		await workbench.menu('Extensions', 'Stagekeeper');
		expect(await workbench.page.getByRole('menuitem', { name: 'Open funnel' }).isVisible()).toBe(true);
		await workbench.menu('Open funnel');
		await workbench.page.locator('#toasts').getByText('Script error').waitFor();
	});

	it('refuses an edit of a user who may not edit', async () => {
		workbench = await WorkbenchPage.open(browser, server);
		const before = (await workbench.cell('A2')).value;
		await workbench.menu('Workbench', 'User may not edit');
		await workbench.type('A2', 'changed');
		await workbench.page.locator('#toasts').getByText('protected').waitFor();
		expect((await workbench.cell('A2')).value).toBe(before);
	});
});
