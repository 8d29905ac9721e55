/** What a sales manager looks for first: the pipeline of today, what is overdue, what a number in a list says, and toasts and keys that are not in the way. */
import { describe, expect, it } from 'vitest';
import { openedPages, requests } from './opened-pages.ts';
import { settled } from './page.ts';

const open = openedPages();

describe('the pipeline of today', () => {
	it('shows open deals with their money, weighted, overdue and stuck, and leads to them', async () => {
		const opened = await open();
		const { page } = opened;
		await page.getByRole('button', { name: 'Now', exact: true }).click();
		const first = page.locator('.funnel.now li').first();
		await expect.poll(() => first.innerText()).toMatch(/Initial contact\s*46\s*\$941K\s*weighted \$\d+K\s*9 overdue/u);
		// The stages after the sale or the loss are not part of it.
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

	it.each(['en', 'zh-CN'] as const)('has tables in %s that fit without scrolling sideways', async (language) => {
		const { page } = await open({ language });
		for (const fold of await page.locator('.fold').all()) await fold.click();
		for (const button of await page.locator('.toggle button:last-child').all())
			if (/^(?:Table|表格)$/u.test(await button.innerText())) await button.click();
		const surplus = await page
			.locator('.scroll')
			.evaluateAll((all) => all.map((table) => table.scrollWidth - table.clientWidth));
		expect(surplus.length).toBeGreaterThan(3);
		expect(surplus.filter((pixels) => pixels > 0)).toEqual([]);
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

describe('where to look', () => {
	it('tells each finding with its deals, the reference and the money, and leads to the deals', async () => {
		const opened = await open();
		const { page } = opened;
		const items = page.locator('.findings li');
		expect(await items.first().innerText()).toContain(
			'“North” (Region) wins 11% of its 60 closed deals, against 24% for the others.',
		);
		expect(await items.first().innerText()).toMatch(/\$409K lost\./u);
		await items.nth(1).getByRole('button').click();
		await settled(page);
		expect(requests(opened, 'sidebarDeals')).toMatchObject([{ stageId: 's2', part: 'lost' }]);
		await page.click('#back');
		await items.first().getByRole('button').click();
		await settled(page);
		expect(requests(opened, 'sidebarReport').at(-1)).toMatchObject({ filter: { columns: { Region: 'North' } } });
	});

	it('says so when there is nothing beyond chance', async () => {
		const { page } = await open({ deals: 60 });
		expect(await page.innerText('main')).toContain('Nothing beyond chance in 60 deals.');
	});
});

describe('the deals by owner, source or any column', () => {
	it('tells deals, win rate with its interval, money and cycle; sorts, greys the small ones, and filters by a press', async () => {
		const opened = await open();
		const { page } = opened;
		await page.getByRole('button', { name: /^By Owner/u }).click();
		const rows = page.locator('.groups li');
		expect(await rows.first().innerText()).toMatch(/Ana Brito\s*32 won of 107\s*30% \(20%–40%\)\s*\$300K · 40 days/u);
		await page.getByLabel('Order').selectOption('amount');
		expect(await rows.locator('.name').allInnerTexts()).toEqual(['Ana Brito', 'Ben Okafor', 'Wang Fang']);
		await page.getByLabel('Group by').selectOption('Region');
		expect(await rows.locator('.name').allInnerTexts()).toEqual(['North', '(blank)']);
		await rows.first().getByRole('button').click();
		await settled(page);
		expect(requests(opened, 'sidebarReport').at(-1)).toMatchObject({ filter: { columns: { Region: 'North' } } });
	});

	it('stand beside the deals that each rate is a share of, by the win rate of the settings', async () => {
		const opened = await open();
		const { page } = opened;
		opened.server.answer('sidebarSaveSettings', { settings: { winRateMode: 'closed' } });
		await page.click('#refresh');
		await settled(page);
		await page.getByRole('button', { name: /^By Owner/u }).click();
		expect(await page.locator('.groups li').first().innerText()).toMatch(/Ana Brito\s*32 won of 75 closed\s*30%/u);
		expect(await page.innerText('main')).toContain('Won ÷ closed deals, with its 95% range.');
	});

	it('marks groups of fewer than 20 deals', async () => {
		const { page } = await open({ deals: 50 });
		await page.getByRole('button', { name: /^By Owner/u }).click();
		expect(await page.locator('.groups .stage.gray').count()).toBe(2);
		expect(await page.locator('.groups li').last().innerText()).toContain('too few deals');
	});
});

describe('a list of deals', () => {
	it('selects all of its rows or none, and offers to copy what is too scattered', async () => {
		const opened = await open();
		opened.server.isScattered = true;
		await opened.page.click('#stage-s2');
		await opened.page.click('text=Select rows');
		const status = opened.page.locator('.status');
		await status.waitFor();
		expect(await status.innerText()).toContain('These 1,503 rows are too scattered to be selected together.');
		await status.getByRole('button', { name: 'Copy to a sheet' }).click();
		await settled(opened.page);
		expect(requests(opened, 'sidebarCopyDeals')).toHaveLength(1);
	});

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

describe('figures that are older than the sheet', () => {
	it('say so within five seconds of an edit in the same window, until they are refreshed', async () => {
		const opened = await open({ before: () => undefined });
		const { page, server } = opened;
		await page.clock.install();
		await page.reload();
		await page.clock.runFor(100);
		await page.locator('#stage-s2').waitFor();
		await page.clock.runFor(5000);
		expect(await page.innerText('main')).not.toContain('The sheet has changed since.');
		server.touch();
		await page.clock.runFor(5000);
		const note = page.getByText('The sheet has changed since.');
		await note.waitFor();
		expect(requests(opened, 'sidebarReport')).toEqual([]);
		await page.locator('.note.line').getByRole('button', { name: 'Refresh' }).click();
		await page.clock.runFor(100);
		await expect.poll(() => note.count()).toBe(0);
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

describe('what is said about recording under the funnel', () => {
	const notes = async (options: Parameters<typeof open>[0]) => (await open(options)).page.innerText('main');

	it('is what is true: on, not begun, or impossible without ids', async () => {
		expect(await notes({})).toContain('Stage changes are recorded from now on.');
		const without = await open({ recording: 'noIds', leftOut: 214 });
		const text = await without.page.innerText('main');
		expect(text).toContain('Stage changes are not recorded, because the deals have no IDs.');
		expect(text).not.toContain('from now on');
		expect(await notes({ recording: 'off' })).toContain(
			'Stage changes are not recorded yet. Recording starts under Check.',
		);
		expect(await notes({ leftOut: 3 })).toContain('3 deals without their own ID are left out: see Check.');
		await without.page.locator('.note + button', { hasText: 'Check' }).click();
		await settled(without.page);
		expect(await without.page.isVisible('button:text("Fill in 6 IDs")')).toBe(true);
	});
});

describe('losses of which nothing tells the stage', () => {
	it('make limits of the conversions, are a row of their own, and are said with what would repair it', async () => {
		const { page } = await open({ lostUnknown: 17 });
		const shares = await page.locator('.funnel .step > span b').allInnerTexts();
		expect(shares[0]).toMatch(/^≥ \d+%$/u);
		expect(shares.slice(1).every((share) => /^≤ \d+%$/u.test(share))).toBe(true);
		expect(await page.innerText('.outside')).toMatch(/Lost, stage unknown\s*17/u);
		expect(await page.innerText('main')).toContain(
			'Where these deals were lost is not known, so the conversions are limits (≥, ≤).',
		);
	});
});

describe('a history that was found', () => {
	const histories = [{ sheetId: 21, name: 'CRM export 2024', rows: 866 }];

	it('is imported from the funnel by one press, and then no longer offered', async () => {
		const opened = await open({ histories });
		const { page } = opened;
		await page.click('.part button:text("Import from “CRM export 2024” (866 rows)")');
		await settled(page);
		expect(requests(opened, 'sidebarImportHistory')).toEqual([{ sheetId: 21 }]);
		expect(await page.innerText('.status')).toContain('Added 866 changes');
		await expect.poll(() => page.locator('button:text("CRM export 2024")').count()).toBe(0);
	});

	it('is imported with the setup where it is ticked, and not unasked', async () => {
		const taken = await open({ histories, isSetUp: false });
		expect(await taken.page.innerText('main')).toContain('Import the 866 stage changes of “CRM export 2024” as well');
		await taken.page.getByLabel(/Import the 866/u).check();
		await taken.page.click('.bottom .action');
		await taken.page.locator('#stage-s2').waitFor();
		await settled(taken.page);
		expect(requests(taken, 'sidebarImportHistory')).toEqual([{ sheetId: 21 }]);
		const left = await open({ histories, isSetUp: false });
		await left.page.click('.bottom .action');
		await left.page.locator('#stage-s2').waitFor();
		await settled(left.page);
		expect(requests(left, 'sidebarImportHistory')).toEqual([]);
	});
});

describe('a stage that was renamed', () => {
	it('offers to write the new name into the cells that hold the former one, and puts them back', async () => {
		const opened = await open({ formerNames: 91 });
		const { page } = opened;
		await page.click('#settings');
		await page.click('main > details > summary');
		await page.fill('.stages li:first-child input[type=text]', 'First talk');
		await page.click('.bottom .action');
		await page.click('.bottom .action:text("Save stages")');
		await page.click('button:text("Write the new name into 91 cells")');
		await settled(page);
		expect(requests<{ fixes: unknown[] }>(opened, 'sidebarFix')[0]?.fixes).toHaveLength(91);
		expect(await page.innerText('.status')).toContain('Wrote the new name into');
		await page.locator('.status').getByRole('button', { name: 'Undo' }).click();
		await settled(page);
		expect(requests(opened, 'sidebarUndo')).toHaveLength(1);
	});
});

describe('a sheet without deals', () => {
	it('can start with a ready stage list', async () => {
		const opened = await open({ isSetUp: false, obstacle: 'The sheet “Deals” is empty.' });
		await opened.page.click('button:text("Start with this list")');
		await opened.page.locator('#stage-s2').waitFor();
		expect(requests(opened, 'sidebarStartTemplate')).toEqual([{ sheetId: 7, template: 'b2b' }]);
	});
});
