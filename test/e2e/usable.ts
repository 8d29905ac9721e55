/** What no state of the sidebar may have: findings of axe, parts wider than its 300 pixels, controls that Tab does not reach. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { WorkbenchPage } from './workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CONTROLS = 'button, select, input, textarea, summary';

/** What axe finds in a document, without the grid (another maker's canvas) and without frames in it. */
export const violations = (root: Locator): Promise<string[]> =>
	root.evaluate(async ({ ownerDocument }, code) => {
		// The page runs no script element but its own; code that a test evaluates there is no element.
		const view = ownerDocument.defaultView as unknown as { axe: typeof import('axe-core'); eval(code: string): void };
		view.eval(code);
		const { axe: checker } = view;
		const found = await checker.run({ exclude: [['#grid'], ['iframe']] }, { iframes: false });
		return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' ')}`);
	}, axe);

/** Elements that do not fit. */
const tooWide = (root: Locator): Promise<string[]> =>
	root.evaluate((element) => {
		const { scrollWidth, clientWidth } = element;
		const wide = [...element.querySelectorAll('body *')].filter(
			(part) => part.getBoundingClientRect().right > clientWidth + 1,
		);
		return [
			...(scrollWidth > clientWidth || clientWidth < 250 || clientWidth > 300
				? [`page: ${scrollWidth} in ${clientWidth}`]
				: []),
			...wide.filter((part) => part.closest('.scroll, svg') === null).map((part) => part.outerHTML.slice(0, 120)),
		];
	});

/** Controls that presses of Tab from the sidebar's title bar on do not reach. */
async function unreached(workbench: WorkbenchPage, root: Locator): Promise<string[]> {
	const controls = await root.evaluate((element, selector) => {
		for (const seen of element.querySelectorAll('[data-reached]')) seen.removeAttribute('data-reached');
		element.addEventListener('focusin', ({ target }) => (target as HTMLElement).setAttribute('data-reached', ''));
		return element.querySelectorAll(selector).length;
	}, CONTROLS);
	expect(controls).toBeGreaterThan(5);
	await workbench.page.locator('.sidebar-bar button').focus();
	for (let presses = 0; presses < controls + 3; presses++) await workbench.page.keyboard.press('Tab');
	return root.evaluate(
		(element, selector) =>
			[...element.querySelectorAll<HTMLElement>(selector)]
				.filter((control) => control.checkVisibility() && !control.matches(':disabled, [data-reached]'))
				.map((control) => control.outerHTML.slice(0, 120)),
		CONTROLS,
	);
}

export async function expectUsable(workbench: WorkbenchPage): Promise<void> {
	// The frame was written into, so its document is reached by its elements.
	const root = workbench.sidebar().locator(':root');
	expect(await tooWide(root)).toEqual([]);
	expect(await violations(root)).toEqual([]);
	expect(await unreached(workbench, root)).toEqual([]);
}
