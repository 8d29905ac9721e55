/** What a sales manager looks for first: the pipeline of today, what is overdue, what a number in a list says, and toasts and keys that are not in the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Calls } from '../../sidebar/state.ts';
import { type Opened, type OpenOptions, SidebarBrowser, settled } from './page.ts';

let browser: SidebarBrowser;
let last: Opened | null = null;
const open = async (options: OpenOptions = {}): Promise<Opened> => {
	last = await browser.open(options);
	return last;
};
const requests = ({ server }: Opened, name: keyof Calls): unknown[] =>
	server.calls.filter((call) => call.name === name).map(({ request }) => request);

beforeAll(async () => {
	browser = await SidebarBrowser.start();
}, 120_000);
afterEach(() => last?.close());
afterAll(() => browser?.stop());

describe('the pipeline of today', () => {
	it('shows open deals with their money, weighted, overdue and stuck, and leads to them', async () => {
		const opened = await open();
		const { page } = opened;
		await page.getByRole('button', { name: 'Now', exact: true }).click();
		const first = page.locator('.funnel.now li').first();
		await expect.poll(() => first.innerText()).toMatch(/Initial contact\s*46\s*\$941K\s*weighted \$\d+K\s*9 overdue/u);
		// The stages after the sale or the loss are no part of it.
		expect(await page.locator('.funnel.now li').count()).toBe(5);
		expect(await page.innerText('.total')).toMatch(/Open now\s*\d+\s*\$/u);
		expect(await page.innerText('main')).toContain('Open deals of Jul–Sep 2025 only.');
		await first.locator('button').click();
		await settled(page);
		expect(requests(opened, 'sidebarDeals')[0]).toMatchObject({ stageId: 's0', part: 'still', order: 'age' });
	});

	it('names each amount: of the deals there now, or of those that reached the stage', async () => {
		const { page } = await open();
		await page.click('.part .part-head .toggle button >> nth=1');
		expect(await page.locator('thead th').allInnerTexts()).toEqual([
			'Stage',
			'Reached',
			'To next',
			'Of all',
			'Lost',
			'Days',
			'Amount reached',
		]);
		expect(await page.locator('tbody tr >> nth=1').innerText()).toContain('71%');
		await page.getByRole('button', { name: 'Now', exact: true }).click();
		await page.click('.part .part-head .toggle button >> nth=1');
		expect(await page.locator('thead th').allInnerTexts()).toEqual([
			'Stage',
			'Deals',
			'Amount now',
			'Weighted',
			'Overdue',
			'Stuck',
		]);
	});

	it('names each part of a bar with its count, and a press on it opens those deals', async () => {
		const opened = await open();
		const lost = opened.page.locator('#stage-s2 .bar-lost');
		expect(await lost.getAttribute('title')).toBe('Lost here: 33');
		await lost.click();
		await settled(opened.page);
		expect(requests(opened, 'sidebarDeals')).toMatchObject([{ stageId: 's2', part: 'lost', order: 'amount' }]);
	});
});

describe('a list of deals', () => {
	it('says what its numbers are: total, days in the stage or of age, days overdue', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('#stage-s2 .bar-still');
		await settled(page);
		expect(await page.innerText('main')).toMatch(/\d+ deals · \$/u);
		expect(await page.innerText('#deal-12')).toMatch(/usual 24 · .*61 days in stage/u);
		expect(await page.innerText('#deal-13')).toContain('overdue by 9 days');
		const old = await page.innerText('#deal-14');
		expect(old).toContain('47 days old');
		// The usual days are those of the stage: no measure for an age since creation.
		expect(old).not.toContain('usual 24');
	});

	it('offers the longest time first only where the deals still stand', async () => {
		const opened = await open();
		await opened.page.click('#stage-s2 .bar-still');
		await settled(opened.page);
		const order = opened.page.getByLabel('Order');
		expect(await order.locator('option').allInnerTexts()).toEqual(['Longest first', 'Highest amount', 'By name']);
		await opened.page.getByRole('button', { name: /^Lost/u }).click();
		await settled(opened.page);
		expect(await order.locator('option').allInnerTexts()).toEqual(['Highest amount', 'By name']);
		expect(requests(opened, 'sidebarDeals').at(-1)).toMatchObject({ part: 'lost', order: 'amount' });
	});

	it('shows tasks as plain bullets: nothing that looks as if it could be ticked', async () => {
		const { page } = await open();
		await page.click('#stage-s2');
		await page.click('#deal-12');
		const task = page.locator('.tasks li').first();
		await task.waitFor();
		expect(await task.evaluate((item) => getComputedStyle(item, '::before').content)).toBe('none');
		expect(await task.evaluate((item) => getComputedStyle(item).listStyleType)).toBe('disc');
	});
});

describe('what was done', () => {
	it('is news for six seconds, longer where it can be undone, and not while somebody is at it', async () => {
		const opened = await open();
		const { page } = opened;
		await page.clock.install();
		await page.click('#stage-s2');
		await page.clock.runFor(1000);
		await page.click('text=Select rows');
		await page.clock.runFor(1000);
		await page.locator('.status').waitFor();
		await page.clock.runFor(6000);
		await expect.poll(() => page.locator('.status').count()).toBe(0);
		await page.click('text=Filter sheet');
		await page.clock.runFor(7000);
		expect(await page.locator('.status').count()).toBe(1);
		await page.hover('.status');
		await page.clock.runFor(60_000);
		expect(await page.locator('.status').count()).toBe(1);
		await page.mouse.move(0, 0);
		await page.clock.runFor(31_000);
		await expect.poll(() => page.locator('.status').count()).toBe(0);
	});

	it('leaves a failure where it is', async () => {
		const { page, server } = await open();
		await page.clock.install();
		await page.click('#stage-s2');
		await page.clock.runFor(1000);
		server.failing.set('sidebarSelectRows', { action: null });
		await page.click('text=Select rows');
		await page.clock.runFor(60_000);
		expect(await page.locator('.card.error').count()).toBe(1);
	});
});

describe('Esc', () => {
	it('leads back panel by panel to the control that led on, and leaves a field alone', async () => {
		const { page } = await open();
		await page.click('#stage-s2');
		await page.click('#deal-14');
		await page.locator('.timeline').waitFor();
		await page.keyboard.press('Escape');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('deal-14');
		await page.getByLabel('Order').focus();
		await page.keyboard.press('Escape');
		expect(await page.isVisible('#deal-14')).toBe(true);
		await page.focus('#back');
		await page.keyboard.press('Escape');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('stage-s2');
		await page.keyboard.press('Escape');
		expect(await page.isVisible('#stage-s2')).toBe(true);
	});
});
