/** Tables from elsewhere, one after the other in one page: opened, set up, counted again from their own rows, saved. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { sharedData } from '../support/shared-data.ts';
import { agencyList, asCsv, chineseTeam, crmExport, type ForeignTable } from './foreign-tables.ts';
import { sharedBrowser, sharedServer } from './shared.ts';
import { SidebarHand } from './sidebar-hand.ts';
import { startServer } from './start.ts';
import { WorkbenchPage } from './workbench.ts';

const OUTPUT = 'test/e2e/output';
const FOLDER = mkdtempSync(join(tmpdir(), 'stagekeeper-'));
const MANY = 10_000;
const DEALS =
	'Deal,Stage,Amount,Created,Closed\nNorthwind,Won,1000,2026-01-05,2026-02-01\nContoso,Lost,500,2026-01-09,2026-02-11\nFabrikam,Lead,750,2026-03-01,\nTailspin,Won,250,2026-03-02,2026-04-01\n';
const pipeline = sharedData('data/maven_crm/sales_pipeline.csv');

let workbench: WorkbenchPage;
let hand: SidebarHand;
/** What a user presses from the moment that a file is in the page. */
let clicks = 0;

const path = (name: string): string => join(FOLDER, name);

function fileOf(name: string, text: string): string {
	writeFileSync(path(name), text);
	return path(name);
}

const choose = (file: string): Promise<void> =>
	workbench.opening(async () => {
		const chooser = workbench.page.waitForEvent('filechooser');
		await workbench.menu('File', 'Open CSV or XLSX…');
		await (await chooser).setFiles(file);
	});

const drop = (name: string, bytes: Buffer): Promise<void> =>
	workbench.page.evaluate(
		([file, content]) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], file));
			document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		},
		[name, bytes.toString('base64')] as const,
	);

const saved = async (...item: readonly string[]): Promise<string> => {
	const download = workbench.page.waitForEvent('download');
	await workbench.menu(...item);
	const file = path((await download).suggestedFilename());
	await (await download).saveAs(file);
	return file;
};

/** From a book in the page to its funnel, with what was found. */
async function setUp(): Promise<void> {
	for (const label of ['Extensions', 'Stagekeeper', 'Open funnel']) {
		clicks++;
		await workbench.menu(label);
	}
	clicks++;
	await hand.press('useColumns');
	await hand.frame.locator('.figure').first().waitFor();
}

const figure = (label: string): Promise<string> =>
	hand.frame.locator('.figure').filter({ hasText: label }).first().innerText();

async function expectFunnel({
	stages,
	reached,
	won,
	all,
	wonAmount,
}: Omit<ForeignTable, 'file' | 'rows'>): Promise<void> {
	const rows = hand.frame.locator('ol.funnel > li > button');
	expect((await rows.locator('.name').allInnerTexts()).map((name) => name.trim())).toEqual(stages);
	expect((await rows.locator('strong').allInnerTexts()).map((count) => Number(count.replace(',', '')))).toEqual(
		reached,
	);
	expect(await figure('Win rate')).toContain(`${Number(((100 * won) / all).toFixed(1))}%`);
	expect(await figure('Average deal')).toContain(hand.words.money(wonAmount / won, ''));
}

beforeAll(async () => {
	mkdirSync(OUTPUT, { recursive: true });
	workbench = await WorkbenchPage.open(await sharedBrowser(), sharedServer());
	hand = new SidebarHand(workbench, 'en', true);
});

afterAll(async () => {
	await workbench?.close();
});

describe('a file', () => {
	it('that is CSV opens by the button, is saved as it was, and comes back on reset', async () => {
		await choose(fileOf('my deals.csv', DEALS));
		expect(await workbench.page.locator('#book-name').textContent()).toBe('my deals');
		expect((await workbench.cell('D2')).format).toBe('yyyy-mm-dd');
		const text = readFileSync(await saved('File', 'Save this sheet as CSV'), 'utf8');
		expect(text.replace(/\r\n/gu, '\n').trim()).toBe(DEALS.trim());
		await workbench.type('B2', 'Lost');
		workbench.page.once('dialog', (dialog) => void dialog.accept());
		await workbench.opening(() => workbench.menu('File', 'Reset this workbook'));
		expect((await workbench.cell('B2')).value).toBe('Won');
	});

	it('is read outside of the page’s own thread; one beyond the limit is refused in the words of the command line', async () => {
		const sentence = 'The file has 51 MB; at most 50 MB can be opened.';
		const size = 51 * 1024 * 1024;
		const reader = workbench.page.waitForEvent('worker');
		await workbench.page.evaluate((bytes) => {
			const data = new DataTransfer();
			data.items.add(new File([new Uint8Array(bytes).fill(97)], 'huge.csv'));
			document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		}, size);
		expect((await reader).url()).toContain('/file-worker.js');
		await workbench.page.getByText(`Cannot open “huge.csv”: ${sentence}`).waitFor();
		expect(await workbench.page.getByText('Reading “huge.csv”…').count()).toBe(0);
		await expect(startServer(fileOf('huge.csv', 'a'.repeat(size)))).rejects.toThrow(sentence);
	});

	it('that has nothing in it is refused with the reason', async () => {
		await drop('nothing.csv', Buffer.from(''));
		await workbench.page.getByText('Cannot open “nothing.csv”').waitFor();
	});

	it.each([
		['other headings under a title', agencyList()],
		['Chinese headings', chineseTeam()],
		['the layout of a CRM’s export', crmExport()],
	])('with %s is a right funnel after at most five clicks', async (_, table) => {
		const isXlsx = table.file.endsWith('.xlsx');
		if (isXlsx) await writeXlsxFile(table.rows.map((row) => row.map((value) => ({ value })))).toFile(path(table.file));
		const bytes = isXlsx ? readFileSync(path(table.file)) : Buffer.from(asCsv(table));
		clicks = 1;
		await workbench.opening(() => drop(table.file, bytes));
		await setUp();
		expect(clicks).toBeLessThanOrEqual(5);
		await expectFunnel(table);
		await workbench.page.screenshot({ path: `${OUTPUT}/files-${table.stages.length}-stages.png` });
	});

	it('that was saved as XLSX holds every sheet when it is opened again', async () => {
		const sheets = await workbench.sheetNames();
		const before = await workbench.run(
			({ store }) => store.read(0, { row: 0, column: 0, ...store.used(0) }).map((row) => row.map(({ value }) => value)),
			null,
		);
		await choose(await saved('File', 'Save all sheets as XLSX'));
		expect(await workbench.sheetNames()).toEqual(sheets);
		expect(
			await workbench.run(
				({ store }) =>
					store.read(0, { row: 0, column: 0, ...store.used(0) }).map((row) => row.map(({ value }) => value)),
				null,
			),
		).toEqual(before);
	});

	it(`with ${MANY.toLocaleString('en')} deals opens, is counted right, and has its edits recorded`, async () => {
		const stages = ['Lead', 'Proposal', 'Won', 'Lost'];
		const lines = Array.from(
			{ length: MANY },
			(_, at) =>
				`D-${at},Deal ${at},${stages[at % 4]},${100 + (at % 50)},2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
		);
		await choose(fileOf('many.csv', ['Deal ID,Deal name,Stage,Amount,Created', ...lines].join('\n')));
		await setUp();
		await hand.frame.locator('.data-line').first().getByText('10,000 deals').waitFor();
		const won = MANY / 4;
		// The places of the won deals are 2, 6, 10 …: 25 amounts, each as often as the others.
		const mean =
			Array.from({ length: 25 }, (_, at) => 100 + ((2 + 4 * at) % 50)).reduce((sum, amount) => sum + amount, 0) / 25;
		await expectFunnel({
			stages: ['Lead', 'Proposal', 'Won'],
			reached: [MANY, 2 * won, won],
			won,
			all: MANY,
			wonAmount: mean * won,
		});
		await workbench.type('C10', 'Lost');
		const lastEvent = (): Promise<unknown[]> =>
			workbench.run(({ store }) => {
				const id = store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
				return (
					store
						.read(id, { row: store.used(id).rows - 1, column: 0, rows: 1, columns: 4 })[0]
						?.map(({ value }) => value) ?? []
				);
			}, null);
		await expect.poll(lastEvent).toEqual(['D-8', 2, 'Lead', 'Lost']);
		expect(workbench.errors).toEqual([]);
	});
});

describe('a sample of the menu', () => {
	it('that is of a shop has its own stages', async () => {
		await workbench.opening(() => workbench.menu('File', 'Sample data', 'B2C shop'));
		await setUp();
		expect(await hand.frame.locator('ol.funnel .name').allInnerTexts()).toEqual([
			'Inquiry',
			'Offer',
			'Checkout',
			'Purchased',
		]);
		expect(await hand.frame.locator('.data-line').first().innerText()).toContain('240 deals');
	});

	it('that is full of mistakes counts every deal and lists its problems', async () => {
		await workbench.opening(() => workbench.menu('File', 'Sample data', 'Sheet full of mistakes'));
		await setUp();
		const companies = await workbench.run(
			({ store }) => store.read(0, { row: 3, column: 2, rows: store.used(0).rows - 3, columns: 1 }).flat(),
			null,
		);
		const deals = companies.filter(({ value }) => value !== null).length;
		expect(await hand.frame.locator('.data-line').first().innerText()).toContain(`${deals} deals`);
		await hand.press(hand.frame.getByRole('navigation').getByRole('button', { name: /^Check/u }));
		await hand.frame.locator('.group').first().waitFor();
		expect(await hand.frame.locator('.group').count()).toBeGreaterThan(15);
		await workbench.page.screenshot({ path: `${OUTPUT}/files-mistakes.png` });
	});
});

describe('the command line', () => {
	it('names the file that opens, and is told in one line when there is none', async () => {
		const refused = expect(startServer('no-such-file.csv')).rejects.toThrow(
			'npm start: cannot read "no-such-file.csv": there is no such file',
		);
		const server = await startServer(pipeline ?? fileOf('named.csv', DEALS));
		try {
			await workbench.close();
			workbench = await WorkbenchPage.open(await sharedBrowser(), server);
			hand = new SidebarHand(workbench, 'en', true);
			expect(await workbench.page.locator('#book-name').textContent()).toBe(
				pipeline === null ? 'named' : 'sales_pipeline',
			);
			if (pipeline === null) return;
			await setUp();
			expect(await hand.frame.locator('.data-line').first().innerText()).toContain('8,800 deals');
			expect(await figure('Win rate')).toContain('48.2%');
			await workbench.type('K2', '=WIN_RATE("closed")');
			await expect.poll(async () => (await workbench.cell('K2')).value).toBeCloseTo(0.631501, 6);
		} finally {
			await server.stop();
			await refused;
		}
	});
});
