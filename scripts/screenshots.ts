/** Makes the pictures of the README: the workbench with the funnel open, and the sidebar in both languages. */
import { mkdir } from 'node:fs/promises';
import { startBrowser, startServer, WorkbenchPage } from '../test/e2e/workbench.ts';

const FOLDER = 'docs/images';

/** Label of the menu item and of the button that ends the set-up. */
const LANGUAGES = [
	{ language: 'en', menu: ['Extensions', 'Stagekeeper'] },
	{ language: 'zh-CN', menu: ['扩展程序', 'Stagekeeper'] },
] as const;

await mkdir(FOLDER, { recursive: true });
const [browser, server] = await Promise.all([startBrowser(), startServer()]);
try {
	for (const { language, menu } of LANGUAGES) {
		const workbench = await WorkbenchPage.open(browser, server, language);
		const { page } = workbench;
		await workbench.menu(...menu);
		await page.locator('.menu-list .menu-list').getByRole('menuitem').first().click();
		const sidebar = workbench.sidebar();
		const setUp = sidebar.locator('button.action').last();
		await setUp.waitFor();
		await page.locator('#sidebar iframe').screenshot({ path: `${FOLDER}/sidebar-set-up-${language}.png` });
		await setUp.click();
		await sidebar.locator('.figures').first().waitFor();
		// Messages would stand in the picture.
		await page.locator('#toasts').evaluate((box) => box.replaceChildren());
		await page.locator('#sidebar iframe').screenshot({ path: `${FOLDER}/sidebar-funnel-${language}.png` });
		if (language === 'en') {
			await page.screenshot({ path: `${FOLDER}/workbench.png` });
		}
		await workbench.close();
	}
	console.log(`Pictures are in ${FOLDER}/`);
} finally {
	await browser.close();
	await server.stop();
}
