/**
 * Makes the pictures of the README, the guides and the Marketplace listing: the workbench with the funnel open, each
 * view of the sidebar in both languages, icon and banner. Not here: the pictures that tests compare (review.ts).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type Server, startBrowser, startServer } from '../test/e2e/start.ts';
import { WorkbenchPage } from '../test/e2e/workbench.ts';
import { smallPicture } from '../test/support/small-picture.ts';
import { DIST_FOLDER } from './build.ts';
import { lookOf, TAKEN_OF } from './listing/listing.ts';

const FOLDER = 'docs/images';
/** The size that the listing form asks for. */
const LISTING = { width: 1280, height: 800 };

/** Labels of the menus that lead to the add-on. */
const LANGUAGES = [
	{ language: 'en', menu: ['Extensions', 'Stagekeeper'] },
	{ language: 'zh-CN', menu: ['扩展程序', 'Stagekeeper'] },
] as const;

/** Icons of the listing form and of the consent screen (120), and the banner of its card: the icon on white. */
const ICON_SIZES = [128, 120, 96, 48, 32];
const BANNER = { width: 220, height: 140 };

/** Draws the icon in every size that the listing form asks for. */
async function takeIcons(browser: Browser): Promise<void> {
	const page = await browser.newPage();
	const icon = await readFile(`${FOLDER}/icon.svg`, 'utf8');
	const draw = async (
		name: string,
		size: { width: number; height: number },
		iconSize: number,
		background: string,
	): Promise<void> => {
		await page.setViewportSize(size);
		await page.setContent(
			`<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${background}}svg{width:${iconSize}px}</style>${icon}`,
		);
		await page.screenshot({ path: `${FOLDER}/${name}.png`, omitBackground: true });
	};
	for (const size of ICON_SIZES) await draw(`icon-${size}`, { width: size, height: size }, size, 'transparent');
	await draw('listing-banner', BANNER, 88, '#fff');
	await page.close();
}

async function takeAll(
	browser: Browser,
	server: Server,
	{ language, menu }: (typeof LANGUAGES)[number],
): Promise<void> {
	const workbench = await WorkbenchPage.open(browser, server, language);
	const { page } = workbench;
	await workbench.menu(...menu);
	await page.locator('.menu-list .menu-list').getByRole('menuitem').first().click();
	const sidebar = workbench.sidebar();
	const frame = page.locator('#sidebar iframe');
	const idle = () => sidebar.locator('main[aria-busy=false]').waitFor();
	const take = async (view: string): Promise<void> => {
		await idle();
		await frame.screenshot({ path: `${FOLDER}/sidebar-${view}-${language}.png` });
	};
	const list = async (view: string): Promise<void> => {
		await idle();
		const size = page.viewportSize();
		await page.setViewportSize(LISTING);
		// The grid draws itself again some frames after the window has its size.
		await page.waitForFunction(() => document.querySelector('canvas')?.checkVisibility());
		await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
		await writeFile(`${FOLDER}/listing-${view}-${language}.png`, smallPicture(await page.screenshot()));
		if (size !== null) await page.setViewportSize(size);
	};
	const tab = (at: number) => sidebar.locator('.tabs button').nth(at).click();

	const setUp = sidebar.locator('button.action').last();
	await setUp.waitFor();
	await take('set-up');
	await setUp.click();
	await sidebar.locator('.figures').first().waitFor();
	// Messages would show in the picture.
	await page.locator('#toasts').evaluate((box) => box.replaceChildren());
	await take('funnel');
	// Before the window changes its size: the grid draws itself again some frames later.
	if (language === 'en') await page.screenshot({ path: `${FOLDER}/workbench.png` });
	await list('funnel');
	await sidebar.locator('[id^=stage-]').nth(2).click();
	await sidebar.locator('.deals li').first().waitFor();
	await take('deals');
	await list('deals');
	await sidebar.locator('#back').click();
	await tab(1);
	await sidebar.locator('.figures').first().waitFor();
	await take('forecast');
	await list('forecast');
	await tab(2);
	await sidebar.locator('.quality, .card.good').first().waitFor();
	await take('check');
	await tab(0);
	await sidebar.locator('#insert').click();
	await sidebar.locator('.deals li').first().waitFor();
	await take('insert');
	await sidebar.locator('#back').click();
	await sidebar.locator('#settings').click();
	await sidebar.locator('input[name=win-rate]').first().waitFor();
	await take('settings');
	if (language === 'en') {
		await sidebar.locator('select:has(option[value=dark])').selectOption('dark');
		await sidebar.locator('html[data-theme=dark]').waitFor();
		await sidebar.locator('#back').click();
		await sidebar.locator('.figures').first().waitFor();
		await take('dark');
	}
	await workbench.close();
}

await mkdir(FOLDER, { recursive: true });
const [browser, server] = await Promise.all([startBrowser(), startServer()]);
try {
	await takeIcons(browser);
	for (const labels of LANGUAGES) {
		await takeAll(browser, server, labels);
	}
	const page = await readFile(`${DIST_FOLDER}/sidebar.html`, 'utf8');
	await writeFile(`${FOLDER}/${TAKEN_OF}`, `${lookOf(page)}\n`);
	console.log(`Pictures are in ${FOLDER}/`);
} finally {
	await browser.close();
	await server.stop();
}
