/** Drill-down, forecast, history, Insert…, report sheet and settings of the sidebar, done with clicks and keys in a real browser. */
import { describe, expect, it } from 'vitest';
import { overflow } from './flaws.ts';
import { openedPages, requests } from './opened-pages.ts';
import { type Opened, settled } from './page.ts';
import { HOSTILE } from './states/state.ts';

const open = openedPages();
const focusedId = ({ page }: Opened) => page.evaluate(() => document.activeElement?.id);
const status = ({ page }: Opened) => page.locator('.status > span').innerText();

describe('the page that an item of the menu opened', () => {
	it('shows the functions at once, and the funnel behind them', async () => {
		const { page } = await open({ view: 'insert' });
		await page.getByRole('button', { name: 'WIN_RATE' }).first().waitFor();
		await page.click('#back');
		expect(await page.isVisible('#stage-s2')).toBe(true);
	});

	it('is the check, or the settings with the funnel behind them, when another item opened it', async () => {
		const check = await open({ view: 'check' });
		await check.page.waitForSelector('.group');
		expect(await check.page.locator('.tabs [aria-current]').innerText()).toContain('Check');
		await check.close();
		const { page } = await open({ view: 'settings' });
		await page.waitForSelector('input[name=win-rate]');
		await page.click('#back');
		expect(await page.isVisible('#stage-s2')).toBe(true);
	});

	it('is the setup where nothing was set up, whatever the item', async () => {
		const { page } = await open({ view: 'insert', isSetUp: false });
		await page.waitForSelector('.column-choice');
	});
});

describe('the drill-down', () => {
	it('leads by keyboard from a stage to a deal and back to the same row, twice', async () => {
		const opened = await open();
		const { page } = opened;
		await page.focus('#stage-s2');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#deal-12');
		expect(await focusedId(opened)).toBe('back');
		await page.focus('#deal-14');
		await page.keyboard.press('Enter');
		await page.waitForSelector('.timeline');
		expect(await focusedId(opened)).toBe('back');
		expect(await page.innerText('.timeline')).toMatch(/12 days.*20 days.*31 days/su);
		expect(await page.innerText('main')).toContain('3 stages left · chance 28% · about 38 days');
		await page.keyboard.press('Enter');
		expect(await focusedId(opened)).toBe('deal-14');
		await page.focus('#back');
		await page.keyboard.press('Enter');
		expect(await focusedId(opened)).toBe('stage-s2');
	});

	it('begins with the deals that there are when nobody is in the stage any more', async () => {
		const opened = await open({ deals: 1, problems: 0 });
		await opened.page.click('#stage-s2');
		await opened.page.waitForSelector('#deal-12');
		expect(requests(opened, 'sidebarDeals')).toMatchObject([{ stageId: 's2', part: 'lost' }]);
		await opened.page.click('#back');
		await opened.page.click('#stage-s0');
		await expect.poll(() => requests(opened, 'sidebarDeals')).toMatchObject([{}, { stageId: 's0', part: 'movedOn' }]);
	});

	it('asks for part, order and page, and forgets an answer that came too late', async () => {
		const opened = await open({ deals: 10_000 });
		const { page } = opened;
		await page.click('#stage-s2');
		await page.waitForSelector('#deal-12');
		await page.click('.row .link');
		await page.waitForSelector('#deal-112');
		await page.selectOption('main .line select', 'name');
		await settled(page);
		expect(await page.locator('.deals li').count()).toBe(100);
		opened.hold(true);
		await page.click('.toggle button:text("Moved on")');
		await page.click('.toggle button:text("Lost")');
		await expect.poll(() => opened.held().length).toBe(2);
		await opened.release(1);
		await opened.release(0);
		expect(await page.locator('.toggle [aria-pressed=true]').innerText()).toContain('Lost');
		expect(
			requests(opened, 'sidebarDeals').map((request) =>
				(({ part, order, offset }) => [part, order, offset])(request as never),
			),
		).toEqual([
			['still', 'age', 0],
			['still', 'age', 100],
			['still', 'name', 0],
			['movedOn', 'name', 0],
			['lost', 'name', 0],
		]);
	});

	it('selects, filters with a way back, and copies', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('#stage-s2');
		await page.click('button:text("Select rows")');
		await expect.poll(() => status(opened)).toBe('Selected 7 rows.');
		await page.click('button:text("Filter sheet")');
		await page.click('.status button:text("Show all rows")');
		await expect.poll(() => status(opened)).toBe('The sheet shows all rows.');
		expect(requests(opened, 'sidebarFilterSheet')).toEqual([{ stageId: 's2' }, { stageId: null }]);
		await page.click('button:text("Copy to a sheet")');
		await expect.poll(() => status(opened)).toBe('Copied 7 deals to “Negotiation 2025-10-01”.');
	});

	it('shows the deal of the active cell, and says so when there is none', async () => {
		const opened = await open({ before: (server) => Object.assign(server, { isDealSelected: false }) });
		await opened.page.click('#selected');
		await expect.poll(() => status(opened)).toContain('Select a cell in a deal’s row');
		opened.server.isDealSelected = true;
		await opened.page.click('#selected');
		await opened.page.waitForSelector('.timeline');
		await opened.page.click('button:text("Go to row")');
		await expect.poll(() => requests(opened, 'sidebarGoTo')).toEqual([{ row: 11, column: 0 }]);
	});
});

describe('the forecast', () => {
	it('works out the leads for a target with their range, and keeps the target when filtered', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('.tabs button >> nth=1');
		await page.fill('.target input', '800000');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.locator('.part > .figure').innerText()).toMatch(/311\s+223–445/u);
		await page.selectOption('.filters select >> nth=0', { label: 'Ben Okafor (69)' });
		await expect.poll(() => requests(opened, 'sidebarForecast').length).toBe(3);
		expect(requests(opened, 'sidebarForecast')[2]).toMatchObject({
			target: 800_000,
			filter: { columns: { Owner: 'Ben Okafor' } },
		});
	});

	it.each(['0', '', '-5'])('asks for no leads where the target is “%s”', async (target) => {
		const opened = await open();
		const { page } = opened;
		await page.click('.tabs button >> nth=1');
		await page.fill('.target input', '800000');
		await page.keyboard.press('Enter');
		await expect.poll(() => requests(opened, 'sidebarForecast').length).toBe(2);
		await page.evaluate(() => document.querySelector('.target input')?.removeAttribute('min'));
		await page.fill('.target input', target);
		await page.keyboard.press('Enter');
		await expect.poll(() => requests(opened, 'sidebarForecast').length).toBe(3);
		expect(requests(opened, 'sidebarForecast')[2]).toMatchObject({ target: null });
	});

	it('has a period of its own: months or quarters to come, and how many', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('.tabs button >> nth=1');
		await page.waitForSelector('.ranges li');
		expect(await page.locator('.ranges').first().locator('li').count()).toBe(3);
		await page.selectOption('.pair select >> nth=0', 'quarter');
		await expect.poll(() => page.locator('.ranges').first().locator('li').count()).toBe(2);
		await page.selectOption('.pair select >> nth=1', '12');
		await expect.poll(() => page.locator('.ranges').first().locator('li').count()).toBe(12);
		expect(requests(opened, 'sidebarForecast').at(-1)).toMatchObject({ unit: 'quarter', periods: 12 });
		await page.fill('.target input', '800000');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.innerText('main')).toContain('Chance to reach it in these periods together');
	});

	it.each(['en', 'zh-CN'] as const)('has tables in %s that fit without scrolling sideways', async (language) => {
		const { page } = await open({ language });
		await page.click('.tabs button >> nth=1');
		await page.waitForSelector('.ranges li');
		for (const button of await page.locator('.toggle button:last-child').all()) await button.click();
		const tables = page.locator('.scroll');
		expect(await tables.count()).toBe(4);
		const surplus = await tables.evaluateAll((all) => all.map((table) => table.scrollWidth - table.clientWidth));
		expect(surplus).toEqual([0, 0, 0, 0]);
	});

	it('writes the observed probabilities into the stage list, and puts the old ones back', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('.tabs button >> nth=1');
		await page.click('button:text("Use observed")');
		await expect.poll(() => status(opened)).toContain('The stage list has the observed probabilities.');
		await page.click('.status button:text("Undo")');
		await expect.poll(() => requests(opened, 'sidebarSaveStages').length).toBe(2);
		await page.waitForSelector('.ranges li');
	});

	it('adds nothing up in several currencies, and still lists the deals that are stuck', async () => {
		const opened = await open({ isMixed: true });
		await opened.page.click('.tabs button >> nth=1');
		await opened.page.waitForSelector('.deals li');
		const text = await opened.page.innerText('main');
		expect(text).toContain('Amounts in USD, EUR are not added together.');
		expect(text).not.toContain('No open deals');
		expect(await opened.page.locator('.shares').count()).toBe(0);
	});
});

describe('Insert…', () => {
	it('builds the words from the form, shows the value and asks before it replaces content', async () => {
		const opened = await open({ before: (server) => Object.assign(server, { isCellFilled: true }) });
		const { page } = opened;
		await page.click('#insert');
		await page.fill('input[type=search]', 'win rate');
		await page.click('.deals button >> nth=0');
		await page.selectOption('.arguments select >> nth=0', 'closed');
		await page.selectOption('.arguments select >> nth=1', 'Owner');
		await page.selectOption('.arguments select >> nth=2', { label: 'Ana Brito' });
		await page.waitForSelector('.preview code:text("Ana Brito")');
		expect(await page.innerText('.preview strong')).toBe('12.6%');
		await page.click('.bottom .action');
		await page.waitForSelector('.bottom .card');
		expect(await page.innerText('.bottom .card')).toMatch(/K2 <b>42<\/b>\s+and 7 more/u);
		await page.click('button:text("Replace it")');
		await expect.poll(() => status(opened)).toBe('Written to K2.');
		const request = { metric: 'winRate', words: ['word:closed', 'column:Owner', 'Ana Brito'] };
		expect(requests(opened, 'sidebarInsertFormula')).toEqual([
			{ ...request, isReplacing: false },
			{ ...request, isReplacing: true },
		]);
	});

	it('offers the comparison with the period before where a period is chosen and nothing is grouped', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('#insert');
		await page.click('#winRate');
		const compare = page.getByRole('checkbox', { name: /^Compare with the period before/u });
		expect(await compare.count()).toBe(0);
		await page.getByLabel('Period').selectOption('last 90 days');
		await compare.check();
		await page.waitForSelector('.preview code:text("against")');
		await page.click('.bottom .action');
		await expect
			.poll(() => requests(opened, 'sidebarInsertFormula'))
			.toMatchObject([{ words: ['word:all', 'word:period', 'last 90 days', 'word:against', 'previous'] }]);
		await page.getByLabel('Group by').selectOption('column:Owner');
		expect(await compare.count()).toBe(0);
	});

	it('goes back from a form to the list, to the function that it came from', async () => {
		const opened = await open();
		await opened.page.click('#insert');
		await opened.page.focus('#salesCycle');
		await opened.page.keyboard.press('Enter');
		await opened.page.waitForSelector('.preview code');
		expect(await focusedId(opened)).toBe('back');
		await opened.page.keyboard.press('Enter');
		await expect.poll(() => focusedId(opened)).toBe('salesCycle');
	});
});

describe('the report sheet', () => {
	it('is made live or as values, and its name is said', async () => {
		const opened = await open();
		await opened.page.click('#report');
		await opened.page.click('input[type=radio] >> nth=1');
		await opened.page.click('.bottom .action');
		await expect.poll(() => status(opened)).toBe('The report is in the sheet “Funnel report”.');
		expect(requests(opened, 'sidebarReportSheet')[0]).toMatchObject({ isLive: false });
		await opened.page.click('#back');
		expect(await focusedId(opened)).toBe('report');
	});
});

describe('ids, history and settings', () => {
	it('fills ids and imports a history once each, with what was done', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('.tabs button >> nth=2');
		await page.click('button:text("Fill in 6 IDs")');
		await expect.poll(() => status(opened)).toBe('Filled in 6 IDs.');
		await page.waitForSelector('text=Every deal has its own ID.');
		await page.click('button:text("CRM export 2024")');
		await expect.poll(() => status(opened)).toBe('Added 866 changes; 12 were known, 3 left out.');
		expect(requests(opened, 'sidebarImportHistory')).toEqual([{ sheetId: 21 }]);
	});

	it('says under the funnel that nothing is recorded, and where the history is, why', async () => {
		const fine = await open();
		expect(await fine.page.innerText('main')).not.toContain('not recorded yet');
		const { page } = await open({ isHistoryBroken: true });
		expect(await page.innerText('main')).toContain('Stage changes are not recorded yet: see Check.');
		await page.click('.tabs button >> nth=2');
		await page.waitForSelector('p.error');
		expect((await page.locator('p.error').allInnerTexts()).slice(0, 2)).toEqual([
			'The headings of “Stage history” were changed: nothing is recorded until they are back. Undo that, or delete the sheet and start over.',
			'12 changes are not recorded yet, because “Stage history” could not be written. Check whether it is protected, then refresh.',
		]);
	});

	it('asks where the deals of a removed stage go, shows the changes, and saves only then', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('#settings');
		await page.click('main > details > summary');
		await page.click('.stages li:nth-child(2) .fold-button');
		await page.click('.stages .more .link');
		await page.click('button:text("Review changes")');
		expect(await page.innerText('p.error')).toContain('Needs confirmed');
		await page.selectOption('select[aria-invalid]', { label: 'Negotiation' });
		await page.click('button:text("Review changes")');
		await page.waitForSelector('text=What saving changes');
		expect(requests(opened, 'sidebarSaveStages')).toEqual([]);
		expect(requests(opened, 'sidebarPreviewStages')[0]).toMatchObject({ merges: { s1: 's3' } });
		await page.click('button:text("Save stages")');
		await expect.poll(() => status(opened)).toBe('Saved.');
		const { stages } = requests(opened, 'sidebarSaveStages')[0] as { stages: { id: string; aliases: string[] }[] };
		expect(stages.find(({ id }) => id === 's3')?.aliases).toEqual(['Needs confirmed']);
	});

	it('hands the settings out as text and takes them back', async () => {
		const opened = await open();
		const { page } = opened;
		await page.click('#settings');
		await page.click('details:has(textarea[spellcheck]) > summary');
		await page.click('button:text("Show as text")');
		await page.waitForSelector('button:text("Use this text")');
		await page.click('button:text("Use this text")');
		await expect.poll(() => status(opened)).toBe('Saved.');
		expect(requests(opened, 'sidebarImportSettings')[0]).toMatchObject({ text: expect.stringContaining('"stages"') });
	});
});

describe('names that are markup, formulas, endless or written the other way', () => {
	it('stand in every view as they are, run nothing and widen nothing', async () => {
		const { page, errors } = await open({
			stages: [...HOSTILE, 'Won', 'Lost'],
			owners: HOSTILE,
			reasons: HOSTILE,
			dealNames: HOSTILE.map((name) => ({ name, owner: name })),
		});
		const fits = async (view: string) => {
			await settled(page);
			expect([view, await overflow(page, 285), await overflow(page, 300, 200)]).toEqual([view, [], []]);
		};
		const steps: readonly [string, () => Promise<unknown>][] = [
			['filters', () => page.click('.filters > .icon-button')],
			['forecast', () => page.click('.tabs button >> nth=1')],
			['check', () => page.click('.tabs button >> nth=2')],
			['settings', async () => [await page.click('#settings'), await page.click('main > details > summary')]],
			[
				'removed stage',
				async () => [await page.click('.stages .fold-button >> nth=4'), await page.click('.stages .more .link')],
			],
			[
				'changes',
				async () => [
					await page.selectOption('select:has(option[value="-"])', '-'),
					await page.click('.bottom .action'),
				],
			],
			[
				'formulas',
				async () => [await page.click('#back'), await page.click('.tabs button >> nth=0'), await page.click('#insert')],
			],
			['form', async () => [await page.click('#salesCycle'), await page.waitForSelector('.preview code')]],
			['filtered form', () => page.selectOption('.arguments select >> nth=1', 'Owner')],
			['report', async () => [await page.click('#back'), await page.click('#back'), await page.click('#report')]],
		];
		for (const [view, go] of steps) {
			await go();
			await fits(view);
		}
		expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
		expect(errors).toEqual([]);
	});
});

describe('the settings as text', () => {
	it('stay selected for the keyboard where copying is refused, and a sentence says so', async () => {
		for (const refusal of ['refused', 'missing', 'thrown']) {
			const opened = await open({ view: 'settings' });
			const { page } = opened;
			await page.waitForSelector('input[name=win-rate]');
			await page.evaluate((how) => {
				const clipboard = {
					refused: { writeText: () => Promise.reject(new Error('Verboten.')) },
					missing: undefined,
					thrown: {
						writeText: () => {
							throw new Error('Verboten.');
						},
					},
				}[how];
				Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
			}, refusal);
			await page.locator('summary:has-text("Settings as text")').click();
			await page.getByRole('button', { name: 'Show as text' }).click();
			await page.getByRole('button', { name: 'Copy', exact: true }).click();
			await page.locator('.status').getByText('The text is selected').waitFor();
			const selected = await page.evaluate(() => {
				const area = document.querySelector('textarea') as HTMLTextAreaElement;
				return area.value !== '' && area.selectionStart === 0 && area.selectionEnd === area.value.length;
			});
			expect(selected, refusal).toBe(true);
			await opened.close();
		}
	});
});
