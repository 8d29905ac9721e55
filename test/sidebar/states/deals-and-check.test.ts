/** Pictures and flaws of the setup, the drill-down, a single deal and the Check tab. */
import { type Opened, settled } from '../page.ts';
import { checkStates, HOSTILE, tab } from './state.ts';

const drill =
	(at: number, isHeld = false) =>
	async (opened: Opened) => {
		if (isHeld) opened.hold(true);
		await opened.page.click(`.funnel li:nth-child(${at}) .stage`);
		if (!isHeld) await settled(opened.page);
	};

checkStates('deals, check and set-up', [
	{ name: 'check', go: tab(2) },
	{
		name: 'check-fixed',
		go: async (opened) => {
			await tab(2)(opened);
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.status');
			await settled(opened.page);
		},
	},
	{ name: 'check-clean', options: { problems: 0 }, go: tab(2) },
	{ name: 'set-up', options: { isSetUp: false } },
	{
		name: 'set-up-unclassified',
		options: { isSetUp: false, hasUnclassified: true },
		go: ({ page }) => page.click('.bottom .action'),
	},
	{ name: 'set-up-obstacle', options: { isSetUp: false, obstacle: 'The sheet “Deals” is empty. / “Deals”是空的。' } },
	{ name: 'set-up-hostile', options: { isSetUp: false, stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE } },
	{ name: 'deals', go: drill(3) },
	{ name: 'deals-one-page-of-many', options: { deals: 10_000, problems: 3000 }, go: drill(1) },
	{
		name: 'deals-none',
		options: { deals: 1, problems: 0 },
		go: drill(3),
	},
	{ name: 'deals-loading', go: drill(3, true) },
	{
		name: 'deals-filtered',
		go: async (opened) => {
			await drill(3)(opened);
			await opened.page.click('.bottom button >> nth=1');
			await opened.page.waitForSelector('.status');
		},
	},
	{
		name: 'deals-hostile',
		options: {
			stages: [...HOSTILE, 'Won', 'Lost'],
			owners: HOSTILE,
			dealNames: HOSTILE.map((name) => ({ name, owner: name })),
		},
		go: drill(1),
	},
	{
		name: 'deal',
		go: async ({ page }) => {
			await page.click('#selected');
			await page.click('main > details > summary');
		},
	},
	{
		name: 'deal-hostile',
		options: { stages: [...HOSTILE, 'Won', 'Lost'], dealNames: HOSTILE.map((name) => ({ name, owner: name })) },
		go: ({ page }) => page.click('#selected'),
	},
]);
