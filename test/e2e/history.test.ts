/** What people do to a deal sheet in the real page, one thing after the other, and that the stage history says the same as the sheet after each of it. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser, sharedServer } from './shared.ts';
import { WorkbenchPage } from './workbench.ts';

const OUTPUT = 'test/e2e/output';
/** Deals of the sample. */
const DEALS = 1500;
const STAGES = ['Qualify', 'Product introduction', 'Needs and solution', 'Quote and contract', 'Won', 'Lost'];

interface Book {
	/** Stage of each deal by its id, as the deal sheet shows it. */
	readonly sheet: Readonly<Record<string, string>>;
	/** Rows of the history sheet: deal, sequence, from, to. */
	readonly log: readonly (readonly [string, number, string, string])[];
}

let workbench: WorkbenchPage;
let pictures = 0;
/** Rows of the history so far. */
let events = DEALS;

/** The sheets as anybody reads them, without the add-on. */
function readBook(): Promise<Book> {
	return workbench.run(({ store }) => {
		const cells = (id: number): unknown[][] =>
			store
				.read(id, { row: 1, column: 0, rows: Math.max(1, store.used(id).rows - 1), columns: 4 })
				.map((row) => row.map(({ value }) => value));
		const history = store.sheets().find(({ name }) => name === 'Stage history');
		const deals = cells(0).filter(([id]) => id !== null);
		return {
			sheet: Object.fromEntries(deals.map(([id, , , stage]) => [id, stage ?? '(none)'])),
			log:
				history === undefined
					? []
					: cells(history.id).map(([id, sequence, from, to]) => [id, sequence, from ?? '', to]),
		} as unknown as Book;
	}, null);
}

/** What a reader of both would object to; nothing when the history is right. */
function objections({ sheet, log }: Book): string[] {
	const found: string[] = [];
	const last = new Map<string, string>();
	const counts = new Map<string, number>();
	for (const [deal, sequence, from, to] of [...log].sort((a, b) => a[1] - b[1])) {
		const count = (counts.get(deal) ?? 0) + 1;
		if (sequence !== count) found.push(`${deal}: number ${sequence} stands where ${count} should`);
		if (from !== (last.get(deal) ?? '')) found.push(`${deal}: comes from ${from}, was in ${last.get(deal)}`);
		counts.set(deal, count);
		last.set(deal, to);
	}
	for (const [deal, stage] of Object.entries(sheet)) {
		if (last.get(deal) !== stage) found.push(`${deal}: is in ${stage}, the history says ${last.get(deal)}`);
	}
	for (const [deal, to] of last) {
		if (sheet[deal] === undefined && to !== '(gone)') found.push(`${deal}: has gone, the history says ${to}`);
	}
	return found;
}

/** Presses the sidebar's refresh button and waits for its answer. */
async function refresh(): Promise<void> {
	const answers = () =>
		workbench.page.evaluate(() => document.querySelector('#log')?.textContent?.split('sidebarReport').length ?? 0);
	const before = await answers();
	await workbench.sidebar().getByRole('button', { name: 'Refresh' }).first().click();
	await expect.poll(answers).toBeGreaterThan(before);
}

/** After a refresh the history has this many rows more and no reader objects. */
async function expectHistory(added: number, picture: string): Promise<void> {
	await refresh();
	const book = await readBook();
	await workbench.page.screenshot({ path: `${OUTPUT}/history-${++pictures}-${picture}.png` });
	expect(objections(book)).toEqual([]);
	events += added;
	expect(book.log.length).toBe(events);
}

/** The first stage that is another one. */
const otherThan = (stage: unknown): string => STAGES.find((name) => name !== stage) as string;

async function eventOf(deal: string): Promise<string[]> {
	return (await readBook()).log
		.filter(([id]) => id === deal)
		.map(([, sequence, from, to]) => `${sequence} ${from} → ${to}`);
}

/** The last change of a deal, without its number. */
const lastOf = async (deal: string): Promise<string | undefined> => (await eventOf(deal)).at(-1)?.replace(/^\d+ /u, '');

/** Types another stage into a row's stage cell and waits until that is the deal's last change. */
async function moveDeal(row: number): Promise<void> {
	const [deal, before] = [(await workbench.cell(`A${row}`)).value as string, (await workbench.cell(`D${row}`)).value];
	await workbench.type(`D${row}`, otherThan(before));
	await expect.poll(() => lastOf(deal)).toBe(`${before} → ${otherThan(before)}`);
}

beforeAll(async () => {
	mkdirSync(OUTPUT, { recursive: true });
	workbench = await WorkbenchPage.open(await sharedBrowser(), sharedServer());
	await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
	await workbench.sidebar().getByRole('button', { name: 'Use these columns' }).click();
	await workbench.sidebar().getByText('Win rate', { exact: true }).first().waitFor();
});

afterAll(async () => {
	await workbench?.close();
});

describe('the stage history in the page', () => {
	it('has one row for a stage that was typed, and one more when that is undone', async () => {
		await expectHistory(0, 'begun');
		const before = (await workbench.cell('D5')).value as string;
		const after = otherThan(before);
		await workbench.type('D5', after);
		await expect.poll(() => eventOf('D-0004')).toEqual([`1  → ${before}`, `2 ${before} → ${after}`]);
		await workbench.select('D5');
		await workbench.page.keyboard.press('Control+z');
		await expect.poll(async () => (await workbench.cell('D5')).value).toBe(before);
		await expect.poll(async () => (await eventOf('D-0004')).at(-1)).toBe(`3 ${after} → ${before}`);
		await expectHistory(2, 'undone');
	});

	it('has a row for each deal that fifty pasted stages changed', async () => {
		const { sheet } = await readBook();
		const ids = Array.from({ length: 50 }, (_, at) => `D-${String(at + 11).padStart(4, '0')}`);
		const pasted = ids.map((id, at) => (at % 5 === 0 ? (sheet[id] as string) : otherThan(sheet[id])));
		await workbench.paste('D12', pasted.join('\n'));
		await expect.poll(async () => (await readBook()).log.length).toBe(events + 40);
		await expectHistory(40, 'pasted');
	});

	it('gets nothing from a sorted table, and records the right deal afterwards', async () => {
		await workbench.run(
			({ grid }, rows) =>
				grid.api
					.getActiveWorkbook()
					?.getActiveSheet()
					.getRange(`A2:M${rows + 1}`)
					.sort({ column: 4, ascending: false }),
			DEALS,
		);
		await expect.poll(async () => (await workbench.cell('A2')).value).not.toBe('D-0001');
		await expectHistory(0, 'sorted');
		await moveDeal(3);
		await expectHistory(1, 'typed-after-sort');
	});

	it('begins for a deal in an inserted row, and says which deals have gone with deleted rows', async () => {
		await workbench.run(({ grid }) => grid.api.getActiveWorkbook()?.getActiveSheet().insertRows(4, 3), null);
		await expectHistory(0, 'inserted');
		await workbench.type('A5', 'D-9001');
		await workbench.type('D5', 'Qualify');
		await expectHistory(2, 'new-deal');
		expect(await eventOf('D-9001')).toEqual(['1  → (none)', '2 (none) → Qualify']);
		const gone = (await workbench.cell('A21')).value as string;
		await workbench.run(({ grid }) => grid.api.getActiveWorkbook()?.getActiveSheet().deleteRows(19, 4), null);
		await expectHistory(4, 'deleted');
		expect(await lastOf(gone)).toMatch(/→ \(gone\)$/u);
	});

	it('goes on when the sheet and the stage column have other names', async () => {
		await workbench.run(({ grid }) => grid.api.getActiveWorkbook()?.getActiveSheet().setName('Our pipeline'), null);
		await workbench.type('D1', 'Step of the sale');
		await expectHistory(0, 'renamed');
		await moveDeal(9);
		await expectHistory(1, 'typed-after-rename');
	});

	it('stops when its sheet is deleted, and begins anew by the button in the settings', async () => {
		await workbench.run(({ grid, store }) => {
			const id = store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
			grid.api.getActiveWorkbook()?.deleteSheet(store.ids.keyOf(id));
		}, null);
		await expect.poll(async () => (await readBook()).log.length).toBe(0);
		await workbench.type('D10', otherThan((await workbench.cell('D10')).value));
		await refresh();
		const sidebar = workbench.sidebar();
		await sidebar.locator('#settings').click();
		await sidebar.getByRole('button', { name: 'Start recording' }).click();
		// One deal came with an inserted row, four went with deleted ones.
		events = DEALS - 3;
		await expect.poll(async () => (await readBook()).log.length).toBe(events);
		await sidebar.locator('#back').click();
		await moveDeal(11);
		await expectHistory(1, 'typed-after-restart');
	});
});
