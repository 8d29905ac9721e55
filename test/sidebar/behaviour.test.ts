/** What the sidebar does with answers, failures, keys and the pointer, in a real browser. */
import { describe, expect, it } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import type { SetUpChoice } from '../../src/addon/contract/sheet-and-settings.ts';
import { openedPages, requests } from './opened-pages.ts';
import { type Opened, type OpenOptions, settled } from './page.ts';

const open = openedPages();
const focused = ({ page }: Opened) =>
	page.evaluate(
		() =>
			document.activeElement?.textContent ||
			document.activeElement?.getAttribute('aria-label') ||
			document.activeElement?.id ||
			'',
	);
const seen = ({ page }: Opened) => page.innerText('body');

describe('the funnel', () => {
	it('shows settings, report and the count of problems from one answer, and asks besides for a history on offer', async () => {
		const opened = await open();
		expect(opened.server.calls.map(({ name }) => name)).toEqual(['sidebarOpen', 'sidebarHistorySources']);
		expect(await seen(opened)).toContain('Updated 14:05 · 214 deals · 8 problems');
		expect(await opened.page.locator('.bottleneck').count()).toBe(1);
		expect(await opened.page.innerText('.bottleneck')).toMatch(/43%[^%]*\sBottleneck\s/u);
	});

	it('drops an answer that a later question has overtaken', async () => {
		const opened = await open();
		opened.hold(true);
		await opened.page.selectOption('.filters select >> nth=0', '2024');
		await opened.page.selectOption('.filters select >> nth=0', '');
		await expect.poll(() => opened.held().length).toBe(2);
		await opened.release(1);
		await settled(opened.page, 1);
		expect(await seen(opened)).toContain('214 deals');
		await opened.release(0);
		expect(await seen(opened)).toContain('214 deals');
		expect(await opened.page.inputValue('.filters select >> nth=0')).toBe('');
	});

	it('keeps the old figures while new ones are on their way', async () => {
		const opened = await open();
		opened.hold(true);
		await opened.page.click('.top [aria-label="Refresh"]');
		expect(await opened.page.locator('.thin-progress').count()).toBe(1);
		expect(await seen(opened)).toContain('Initial contact');
	});

	it('leads from an empty period to one with deals', async () => {
		const opened = await open();
		await opened.page.selectOption('.filters select >> nth=0', '2024');
		await settled(opened.page);
		expect(await seen(opened)).toContain('The latest deal is from Sep 28, 2025.');
		await opened.page.click('main .card button');
		await settled(opened.page);
		expect(await seen(opened)).toContain('Initial contact');
		expect(requests<{ filter: { period: string } }>(opened, 'sidebarReport').at(-1)?.filter.period).toBe('2025');
	});

	it('filters by owner and by any other column, the blank value included', async () => {
		const opened = await open();
		await opened.page.selectOption('.filters select >> nth=1', { label: 'Ben Okafor (69)' });
		await settled(opened.page);
		await opened.page.click('.filters > .icon-button');
		await opened.page.selectOption('.more-filters select >> nth=1', { label: '(blank) (50)' });
		await settled(opened.page);
		expect(await opened.page.textContent('.filters > .icon-button')).toBe('More filters1 1 in use');
		expect(requests<{ filter: object }>(opened, 'sidebarReport').at(-1)?.filter).toEqual({
			period: '2025-Q3',
			cohort: 'created',
			columns: { Owner: 'Ben Okafor', Region: '' },
		});
	});

	it('greys a win rate that stands on fewer than 20 deals and says so', async () => {
		const few = await open({ deals: 19 });
		expect(await few.page.innerText('.figure >> nth=0')).toContain('too few deals');
		const enough = await open({ deals: 20 });
		expect(await enough.page.innerText('.figure >> nth=0')).not.toContain('too few deals');
	});

	it('says that a longer cycle is worse, in words as well as by colour', async () => {
		const opened = await open();
		const cycle = opened.page.locator('.figure >> nth=3');
		expect(await cycle.locator('.delta').getAttribute('class')).toContain('worse');
		expect(await cycle.textContent()).toMatch(/[^▲]\+10% worse/u);
	});

	it('opens a definition with numerator and denominator, and changes the win rate’s definition in one click', async () => {
		const opened = await open();
		await opened.page.click('.figure >> nth=0');
		expect(await opened.page.innerText('.definition')).toContain('27 of 214 · all deals');
		await opened.page.click('.definition .toggle button >> nth=1');
		await settled(opened.page);
		expect(requests(opened, 'sidebarSaveSettings')).toEqual([
			{ settings: { winRateMode: 'closed' }, before: { winRateMode: 'all' } },
		]);
		// A variant is told in its own words, not in those of the first one.
		const variant = await opened.page.innerText('.definition');
		expect(variant).toContain('won ÷ (won + lost)');
		expect(variant).toContain('=WIN_RATE("closed")');
		expect(variant).not.toContain('27 of 214 · all deals');
	});

	it('tells a mean as a sum over deals, with the sum in its own unit', async () => {
		const opened = await open();
		await opened.page.click('.figure >> nth=3');
		expect(await opened.page.innerText('.definition')).toContain('1,458 days ÷ 27 · won deals with both dates');
		await opened.page.click('.figure >> nth=2');
		expect(await opened.page.innerText('.definition')).toContain('$552K ÷ 27 · won deals with an amount');
	});

	it('shows every stage as a table with row headers too', async () => {
		const opened = await open();
		await opened.page.click('.toggle button >> nth=1');
		expect(await opened.page.locator('table caption').count()).toBe(1);
		expect(await opened.page.locator('tbody th[scope=row]').allInnerTexts()).toEqual([
			'Initial contact',
			'Needs confirmed',
			'Proposal / price quote',
			'Negotiation',
			'Contract review',
			'Won',
		]);
	});

	it('prints money with three digits in either language', async () => {
		const english = await open();
		expect(await seen(english)).toContain('$20.5K');
		const chinese = await open({ language: 'zh-CN' });
		expect(await seen(chinese)).toContain('$2.05万');
		expect(await chinese.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
	});

	it('looks on focus whether anything changed, and asks for figures only then', async () => {
		const opened = await open();
		await opened.page.evaluate(() => window.dispatchEvent(new Event('focus')));
		await expect.poll(() => requests(opened, 'sidebarRevision').length).toBe(1);
		expect(requests(opened, 'sidebarReport')).toEqual([]);
		opened.server.touch();
		await opened.page.evaluate(() => window.dispatchEvent(new Event('focus')));
		await expect.poll(() => requests(opened, 'sidebarReport').length).toBe(1);
	});
});

describe('the check', () => {
	it('applies all safe fixes with old and new value, and restores them', async () => {
		const opened = await open();
		await opened.page.click('.data-line');
		await opened.page.click('.bottom .action');
		await opened.page.waitForSelector('.status:has-text("Fixed 2.")');
		const fixes =
			requests<{ fixes: { row: number; from: string; to: string }[] }>(opened, 'sidebarFix')[0]?.fixes ?? [];
		expect(fixes.map(({ from, to }) => [from, to])).toContainEqual(['Negotiaton', 'Negotiation']);
		await settled(opened.page);
		await opened.page.click('.status button >> nth=0');
		await opened.page.waitForSelector('.status:has-text("Restored 2.")');
		expect(requests<{ undo: unknown[] }>(opened, 'sidebarUndo')[0]?.undo).toHaveLength(2);
	});

	it('reads each deal with several rows once at the press of a button, and takes it back', async () => {
		const opened = await open({
			before: (server) => {
				server.hasDealLines = true;
			},
		});
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.click('button:text("Count each deal once, amounts added")');
		await opened.page.waitForSelector('.status:has-text("deals are counted.")');
		await opened.page.waitForSelector('button:text("Count each row as a deal")');
		await opened.page.click('.status button >> nth=0');
		await opened.page.waitForSelector('button:text("Count each deal once, first amount")');
		expect(requests(opened, 'sidebarSaveSettings')).toEqual([
			{ settings: { dealLines: 'sum' }, before: { dealLines: 'each' } },
			{ settings: { dealLines: 'each' }, before: { dealLines: 'sum' } },
		]);
	});

	it('lists errors before warnings and notes, and of a change that is ready only cell, old and new value', async () => {
		const opened = await open();
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.waitForSelector('.group');
		expect(await opened.page.locator('.group').evaluateAll((groups) => groups.map((group) => group.className))).toEqual(
			['group error', 'group warning', 'group info'],
		);
		const [first, , third] = await opened.page.locator('.group .card').allInnerTexts();
		expect(first).toMatch(/^Deals!C12 Negotiaton\s+→\s+(becomes\s+)?Negotiation\s+Fix\s+Go to cell\s+Ignore$/u);
		expect(third).toContain('is not in the stage list.');
	});

	it('fixes all in steps that show how far they are, those beyond the list too', async () => {
		const opened = await open({ problems: 2000, deals: 10_000 });
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.click('.bottom .action:text("Apply 600 safe fixes")');
		await opened.page.waitForSelector('.status:has-text("Fixed 600.")');
		const steps = requests<{ fixes: unknown[] }>(opened, 'sidebarFix').map(({ fixes }) => fixes.length);
		expect(steps).toEqual([500, 100]);
	});

	it('keeps what was done when a long fix is stopped, and puts it back', async () => {
		const opened = await open({ problems: 2000, deals: 10_000 });
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.waitForSelector('.group');
		opened.hold(true);
		await opened.page.click('.bottom .action');
		const bar = opened.page.locator('progress');
		await bar.waitFor();
		expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['0', '600']);
		await opened.release();
		await expect.poll(() => opened.page.innerText('.progress')).toBe('Fixing: 500 of 600');
		await opened.page.click('.bottom button:text("Stop")');
		opened.hold(false);
		await opened.release();
		await opened.page.waitForSelector('.status:has-text("Fixed 500.")');
		expect(requests(opened, 'sidebarFix')).toHaveLength(1);
		await settled(opened.page);
		await opened.page.click('.status button:text("Undo")');
		await opened.page.waitForSelector('.status:has-text("Restored 500.")');
	});

	it('does not start an action twice', async () => {
		const opened = await open();
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.waitForSelector('.group');
		opened.hold(true);
		const fix = opened.page.locator('.bottom .action');
		await fix.click();
		await fix.click({ force: true });
		await opened.page.locator('button:text("Restore the drop-downs")').click({ force: true });
		expect(opened.held()).toEqual(['sidebarFix']);
		expect(await fix.getAttribute('aria-disabled')).toBe('true');
	});

	it('shows the first few of many problems of a kind, the others on request', async () => {
		const opened = await open({ problems: 3000, deals: 10_000 });
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.waitForSelector('.group');
		expect(await opened.page.locator('.group .card').count()).toBe(15);
		await opened.page.click('.group .link >> nth=0');
		expect(await opened.page.locator('.group .card').count()).toBe(30);
	});

	it('ignores and shows again', async () => {
		const opened = await open();
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.click('.group .card button:text("Ignore")');
		await opened.page.waitForSelector('.status');
		await settled(opened.page);
		expect(await opened.page.locator('.tabs .badge').innerText()).toMatch(/^7/u);
		await opened.page.click('button:text("Show again")');
		await expect.poll(() => opened.page.locator('.tabs .badge').innerText()).toMatch(/^8/u);
	});

	it('lets Tab out of what was done, back to the top of the page', async () => {
		const opened = await open();
		await opened.page.click('.data-line');
		await opened.page.click('.bottom .action');
		await opened.page.waitForSelector('.status:has-text("Fixed 2.")');
		await opened.page.focus('.status button >> nth=-1');
		// The focus leaves the page before it comes back to its top.
		await opened.page.keyboard.press('Tab');
		await opened.page.keyboard.press('Tab');
		expect(await opened.page.evaluate(() => document.activeElement?.closest('.status') ?? null)).toBeNull();
	});

	it('keeps the keyboard in the page when the fixed row goes', async () => {
		const opened = await open();
		await opened.page.click('.tabs button >> nth=2');
		await opened.page.locator('.group .card button:text("Fix")').first().focus();
		await opened.page.keyboard.press('Enter');
		await opened.page.waitForSelector('.status:has-text("Fixed 1.")');
		await settled(opened.page);
		expect(await opened.page.evaluate(() => document.activeElement !== document.body)).toBe(true);
	});
});

describe('set-up', () => {
	it('writes nothing before “Use these columns” and sends what is shown', async () => {
		const opened = await open({ isSetUp: false });
		expect(await seen(opened)).toContain('Nothing has been changed.');
		await opened.page.selectOption('#column-reason', { label: 'Notes' });
		expect(opened.server.calls.map(({ name }) => name)).toEqual(['sidebarOpen']);
		await opened.page.click('.bottom .action');
		await opened.page.waitForSelector('.funnel');
		const [choice] = requests<SetUpChoice>(opened, 'sidebarSetUp');
		expect(choice?.columns).toEqual({
			stage: 2,
			amount: 3,
			created: 4,
			closed: 5,
			owner: 6,
			reason: 8,
			id: 0,
			name: 1,
		});
		expect(choice?.stages.map(({ kind }) => kind)).toEqual(['open', 'open', 'open', 'open', 'open', 'won', 'lost']);
	});

	it('asks for the kind of a stage that could not be classified, and puts the focus there', async () => {
		const opened = await open({ isSetUp: false, hasUnclassified: true });
		await opened.page.click('.bottom .action');
		expect(await seen(opened)).toContain('Choose the kind of the stage “Passed”.');
		expect(await opened.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
			'Kind of “Passed”',
		);
		await opened.page.keyboard.press('l');
		await opened.page.selectOption('[aria-invalid=true]', 'lost');
		await opened.page.click('.bottom .action');
		await opened.page.waitForSelector('.funnel');
		expect(requests<SetUpChoice>(opened, 'sidebarSetUp')[0]?.stages.at(-1)).toMatchObject({
			name: 'Passed',
			kind: 'lost',
			probability: 0,
		});
	});

	it('reads another sheet when one without stages is met', async () => {
		const opened = await open({ isSetUp: false, obstacle: 'This sheet is empty.' });
		expect(await seen(opened)).toContain('This sheet is empty.');
		await opened.page.selectOption('main select >> nth=0', { label: 'Archive' });
		await opened.page.waitForSelector('.column-choice');
		expect(await opened.page.innerText('.bottom .action')).toBe('Use these columns');
	});
});

describe('settings', () => {
	const openStages = async (options: OpenOptions = {}) => {
		const opened = await open(options);
		await opened.page.click('#settings');
		await opened.page.click('main > details > summary');
		return opened;
	};
	const saved = async (opened: Opened): Promise<string[]> => {
		await opened.page.click('.bottom .action');
		await opened.page.click('.bottom .action:text("Save stages")');
		await opened.page.waitForSelector('.status:has-text("Saved.")');
		return requests<{ stages: StageDraft[] }>(opened, 'sidebarSaveStages')[0]?.stages.map(({ name }) => name) ?? [];
	};

	it('moves a stage with the arrow keys and keeps the focus on it', async () => {
		const opened = await openStages();
		await opened.page.focus('.stages li:nth-child(1) .grip');
		await opened.page.keyboard.press('ArrowDown');
		await opened.page.keyboard.press('ArrowDown');
		expect(await focused(opened)).toContain('Initial contact');
		expect((await saved(opened)).slice(0, 3)).toEqual(['Needs confirmed', 'Proposal / price quote', 'Initial contact']);
	});

	it('moves a stage with the pointer', async () => {
		const opened = await openStages({ height: 1400 });
		const from = await opened.page.locator('.stages li:nth-child(1) .grip').boundingBox();
		const to = await opened.page.locator('.stages li:nth-child(3) .grip').boundingBox();
		if (from === null || to === null) throw new Error('the grips are not shown');
		await opened.page.mouse.move(from.x + 5, from.y + 5);
		await opened.page.mouse.down();
		await opened.page.mouse.move(from.x + 5, (from.y + to.y) / 2, { steps: 5 });
		await opened.page.mouse.move(to.x + 5, to.y + 5, { steps: 5 });
		await opened.page.mouse.up();
		expect((await saved(opened)).slice(0, 3)).toEqual(['Needs confirmed', 'Proposal / price quote', 'Initial contact']);
	});

	it('refuses two stages of one name before asking the server', async () => {
		const opened = await openStages();
		await opened.page.fill('.stages li:nth-child(2) input[type=text]', ' INITIAL contact ');
		await opened.page.click('.bottom .action');
		expect(await seen(opened)).toContain('is in the list twice');
		expect(requests(opened, 'sidebarSaveStages')).toEqual([]);
	});

	it('changes theme and language at once', async () => {
		const opened = await open();
		await opened.page.click('#settings');
		await opened.page.selectOption('select:has(option[value=dark])', 'dark');
		await opened.page.waitForSelector('html[data-theme=dark]');
		await settled(opened.page);
		await opened.page.selectOption('select:has(option[value=auto])', 'zh-CN');
		await opened.page.waitForSelector('html[lang=zh-CN]');
		expect(await opened.page.innerText('h1')).toBe('设置');
	});

	it('keeps the currency of amounts that name none', async () => {
		const opened = await open();
		await opened.page.click('#settings');
		await opened.page.fill('input[maxlength="12"]', ' CHF ');
		await opened.page.keyboard.press('Tab');
		await opened.page.waitForSelector('.status:has-text("Saved.")');
		expect(requests(opened, 'sidebarSaveSettings')).toEqual([
			{ settings: { currency: 'CHF' }, before: { currency: '' } },
		]);
	});

	it('gives the focus to Back, and returns it to the settings button', async () => {
		const opened = await open();
		await opened.page.focus('#settings');
		await opened.page.keyboard.press('Enter');
		expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe('back');
		await opened.page.keyboard.press('Enter');
		expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe('settings');
	});

	it('forgets nothing before it has asked', async () => {
		const opened = await open();
		await opened.page.click('#settings');
		await opened.page.click('main > section:last-child .link');
		expect(requests(opened, 'sidebarReset')).toEqual([]);
		expect(await focused(opened)).toBe('Cancel');
		await opened.page.click('button:text-is("Reset")');
		await opened.page.waitForSelector('.column-choice');
	});
});
