/** Takes the pictures of the documentation in a real browser: sample deals with the funnel beside them, in both languages. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVER_EN } from '../src/messages/server.en.ts';
import { SERVER_ZH_CN } from '../src/messages/server.zh-CN.ts';
import { sidebarEn } from '../src/messages/sidebar.en.ts';
import { sidebarZhCn } from '../src/messages/sidebar.zh-CN.ts';
import { startBrowser, startServer, WorkbenchPage } from '../test/e2e/workbench.ts';
import { pageWords } from '../workbench/page/words.ts';

const FOLDER = join('docs', 'images');

const PICTURES = [
	{ name: 'workbench.png', language: 'en', sample: 'sampleB2b', sidebar: sidebarEn, server: SERVER_EN },
	{ name: 'workbench.zh-CN.png', language: 'zh-CN', sample: 'sampleZh', sidebar: sidebarZhCn, server: SERVER_ZH_CN },
] as const;

await mkdir(FOLDER, { recursive: true });
const server = await startServer();
const browser = await startBrowser();
try {
	for (const { name, language, sample, sidebar, server: texts } of PICTURES) {
		const words = pageWords(language);
		const workbench = await WorkbenchPage.open(browser, server, language);
		await workbench.opening(() => workbench.menu(words.menuFile, words.samples, words[sample]));
		await workbench.menu(words.menuExtensions, 'Stagekeeper', texts['menu.open']);
		await workbench.sidebar().getByRole('button', { name: sidebar.useColumns }).click();
		await workbench.sidebar().locator('.figures').waitFor();
		for (const toast of await workbench.page.locator('#toasts button').all()) await toast.click();
		await workbench.page.screenshot({ path: join(FOLDER, name), animations: 'disabled' });
		await workbench.close();
		console.log(join(FOLDER, name));
	}
} finally {
	await browser.close();
	await server.stop();
}
