/** Pictures and flaws of the Forecast tab, Insert…, the report sheet and the settings. */
import type { Opened } from '../page.ts';
import { checkStates, tab } from './state.ts';

const openSettings = async ({ page }: Opened) => {
	await page.click('#settings');
	await page.click('main > details > summary');
};
const openFormula =
	(at: number) =>
	async ({ page }: Opened) => {
		await page.click('#insert');
		await page.click(`.deals li >> nth=${at}`);
		await page.waitForSelector('.preview code');
	};

checkStates('forecast, insert, report and settings', [
	{ name: 'forecast', go: tab(1) },
	{
		name: 'forecast-target',
		go: async (opened) => {
			await tab(1)(opened);
			await opened.page.click('.toggle button:last-child');
			await opened.page.fill('.target input', '800000');
			await opened.page.keyboard.press('Enter');
			await opened.page.waitForSelector('.part > .figure');
		},
	},
	{
		name: 'forecast-many-months',
		go: async (opened) => {
			await tab(1)(opened);
			await opened.page.selectOption('.pair select >> nth=1', '12');
			await opened.page.waitForSelector('.ranges li:nth-child(12)');
			for (const button of await opened.page.locator('.toggle button:last-child').all()) await button.click();
		},
	},
	{ name: 'forecast-too-few', options: { noOutlook: { code: 'needsWins', wins: 3, needed: 5 } }, go: tab(1) },
	{ name: 'forecast-no-dates', options: { noOutlook: { code: 'noClosing' } }, go: tab(1) },
	{ name: 'forecast-currencies', options: { isMixed: true }, go: tab(1) },
	{ name: 'forecast-none', options: { deals: 0 }, go: tab(1) },
	{ name: 'insert', go: ({ page }) => page.click('#insert') },
	{ name: 'insert-form', go: openFormula(0) },
	{
		name: 'insert-table',
		go: async (opened) => {
			await openFormula(3)(opened);
			await opened.page.selectOption('.arguments select >> nth=2', 'word:month');
			await opened.page.waitForSelector('.preview table');
		},
	},
	{
		name: 'insert-occupied',
		options: { before: (server) => Object.assign(server, { isCellFilled: true }) },
		go: async (opened) => {
			await openFormula(0)(opened);
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.bottom .card');
		},
	},
	{ name: 'report', go: ({ page }) => page.click('#report') },
	{
		name: 'settings-changes',
		go: async (opened) => {
			await openSettings(opened);
			await opened.page.fill('.stages li:first-child input[type=text]', 'First talk');
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('.card h2');
		},
	},
	{
		name: 'settings-removed',
		go: async (opened) => {
			await openSettings(opened);
			await opened.page.click('.stages li:nth-child(2) .fold-button');
			await opened.page.click('.stages .more .link');
			await opened.page.click('.bottom .action');
			await opened.page.waitForSelector('p.error');
		},
	},
	{
		name: 'settings-text',
		go: async ({ page }) => {
			await page.click('#settings');
			await page.click('details:has(textarea[spellcheck]) > summary');
			await page.click('details[open] .row button');
			await page.waitForSelector('details[open] .row button >> nth=1');
		},
	},
	{ name: 'settings', go: openSettings },
	{
		name: 'settings-edited',
		go: async (opened) => {
			await openSettings(opened);
			await opened.page.click('.stages li:nth-child(2) .down');
			await opened.page.click('.stages li:nth-child(1) .fold-button');
		},
	},
	{
		name: 'settings-reset',
		go: async ({ page }) => {
			await page.click('#settings');
			await page.click('main > section:last-child .link');
		},
	},
]);
