/** The comparison with the kept pictures sees what an eye would see. Not here: the pictures of all states (states/). */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inFull } from './flaws.ts';
import { type Opened, SidebarBrowser, settled } from './page.ts';
import { GOLDEN, pictureFlaw } from './pictures.ts';

let browser: SidebarBrowser;
let opened: Opened;
beforeAll(async () => {
	browser = await SidebarBrowser.start();
	opened = await browser.open();
}, 120_000);
afterAll(() => browser?.stop());

/** What is wrong with the funnel's picture after this change of its look. */
async function flawWith(styles: string): Promise<string> {
	const { page } = opened;
	const added = await page.addStyleTag({ content: styles });
	await settled(page);
	const now = await inFull(page, () => page.screenshot({ animations: 'disabled' }));
	await added.evaluate((element) => (element as Element).remove());
	return pictureFlaw(readFileSync(`${GOLDEN}/funnel-en-light.png`), now, true);
}

it.runIf(process.platform === 'linux')('is the kept one when nothing has changed', async () => {
	expect(await flawWith('/* the same look */')).toBe('');
});

it.runIf(process.platform === 'linux').each([
	['a colour', ':root { --moved: #1a73e8 !important; }'],
	['the shade of small text', ':root { --soft: #6b7079 !important; }'],
	['a margin of one pixel', '.bar { margin-top: calc(0.25rem + 1px) !important; }'],
	['the size of text', '.figure strong { font-size: 1.55rem !important; }'],
	['the corners of a button', 'button.action { border-radius: 0.3rem !important; }'],
	[
		'a word',
		'.part-head h2 { font-size: 0 !important; } .part-head h2::after { content: "Funnels"; font-size: 1.08rem; }',
	],
])('is another one when %s changes', async (_what, styles) => {
	expect(await flawWith(styles)).toMatch(/pixels differ|instead of/u);
});
