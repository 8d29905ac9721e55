/** Rules that are no stronger than a host's are found by what every state is compared with (states/). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SidebarBrowser } from './page.ts';
import { flawsAmongHostStyles } from './states/state.ts';

let browser: SidebarBrowser;
beforeAll(async () => {
	browser = await SidebarBrowser.start();
}, 120_000);
afterAll(() => browser?.stop());

it.each([
	['that stand outside of the root element', /#app(?=[ *])/gu, ''],
	['that do not take back what the host sets', 'all:revert', ''],
	['that forget the shapes of charts', /#app svg,#app svg \*\{[^}]*\}/gu, ''],
])('finds rules %s', async (_what, from, to) => {
	const opened = await browser.open();
	const { page } = opened;
	const isChanged = await page.evaluate(
		([source, flags, by]) => {
			const style = document.querySelector('style') as HTMLStyleElement;
			const before = style.textContent;
			style.textContent = before.replace(new RegExp(source as string, flags), by as string);
			return style.textContent !== before;
		},
		[from instanceof RegExp ? from.source : from, 'gu', to],
	);
	expect(isChanged).toBe(true);
	expect(await flawsAmongHostStyles(page)).not.toEqual([]);
	await opened.close();
});
