/** Pictures and flaws of the Funnel tab: figures, filters, amounts of data, hostile names, waiting and failing. */

import { settled } from '../page.ts';
import { checkStates, each, HOSTILE } from './state.ts';

checkStates('the funnel', [
	{ name: 'funnel' },
	{ name: 'funnel-open', go: each('.figure:first-child, .fold') },
	{
		name: 'funnel-now',
		go: async ({ page }) => page.getByRole('button', { name: /^(Now|当前)$/u }).click(),
	},
	{
		name: 'funnel-tables',
		go: async (opened) => {
			await each('.fold')(opened);
			await each('.toggle button:last-child')(opened);
		},
	},
	{ name: 'funnel-pointed', isPointed: true, go: ({ page }) => page.hover('.funnel li:nth-child(3) .stage') },
	{
		name: 'funnel-focus',
		go: async ({ page }) => {
			await page.focus('.funnel li:nth-child(2) .stage');
			await page.keyboard.press('Tab');
		},
	},
	{
		name: 'filters',
		go: async ({ page }) => {
			await page.click('.filters > .icon-button');
			await page.selectOption('.filters select', '?');
		},
	},
	{ name: 'few-deals', options: { deals: 12, problems: 0 } },
	{ name: 'one-deal', options: { deals: 1, problems: 1 } },
	{ name: 'many-deals', options: { deals: 10_000, problems: 3000 } },
	{ name: 'no-deals', options: { deals: 0, rows: 0, problems: 0 } },
	{
		name: 'empty-period',
		go: async ({ page }) => {
			await page.selectOption('.filters select', '2024');
			await settled(page);
		},
	},
	{ name: 'two-stages', options: { stages: ['Talk', 'Won', 'Lost'] } },
	{
		name: 'fifteen-stages',
		options: { stages: [...Array.from({ length: 13 }, (_, at) => `Stage number ${at + 1}`), 'Won', 'Lost'] },
	},
	{
		name: 'hostile',
		options: { stages: [...HOSTILE, 'Won', 'Lost'], owners: HOSTILE, reasons: HOSTILE, currency: 'CHF' },
		go: each('.fold'),
	},
	{ name: 'currencies', options: { isMixed: true } },
	{
		name: 'refreshing',
		go: async (opened) => {
			opened.hold(true);
			await opened.page.selectOption('.filters select', '2025-Q2');
		},
	},
	{ name: 'loading', options: { isHeld: true } },
	{ name: 'failed', options: { before: (server) => server.failing.set('sidebarOpen', { action: 'choose-columns' }) } },
	{
		name: 'permission',
		options: { before: (server) => server.failing.set('sidebarOpen', { throws: 'PERMISSION_DENIED: no' }) },
	},
	{
		name: 'refresh-failed',
		go: async ({ page, server }) => {
			server.failing.set('sidebarReport', { action: 'choose-columns' });
			await page.click('.top .icon-button');
			await page.waitForSelector('.card.error');
		},
	},
]);
