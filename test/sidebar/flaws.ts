/** What no state of the sidebar may have: violations of accessibility, something wider than the page, a control out of reach. Not here: the states. */
import type { Page } from 'playwright-core';
import { drawn } from './page.ts';

/** Does something while the window is as tall as the page, so that nothing is scrolled out or under the bar at the foot. */
export async function inFull<T>(page: Page, action: () => Promise<T>): Promise<T> {
	const size = page.viewportSize();
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	if (size === null || height <= size.height) return action();
	await page.setViewportSize({ width: size.width, height: Math.min(height, 12_000) });
	// The bar at the foot moves with the next frame only.
	await drawn(page);
	const result = await action();
	await page.setViewportSize(size);
	return result;
}

/** Violations that axe finds, in a readable form; `onlyColours` asks only for what can differ between two themes of one page. */
export async function violations(page: Page, onlyColours = false): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: '/axe.js' });
	return page.evaluate(async (isColours) => {
		const { axe } = window as unknown as {
			axe: {
				getRules(tags: string[]): { ruleId: string; tags: string[] }[];
				run(
					options: object,
				): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
			};
		};
		const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
		const ofColours = () => axe.getRules(tags).filter((rule) => rule.tags.includes('cat.color'));
		const { violations } = await axe.run({
			runOnly: isColours ? { type: 'rule', values: ofColours().map(({ ruleId }) => ruleId) } : tags,
			resultTypes: ['violations'],
		});
		return violations.flatMap(({ id, nodes }) =>
			nodes
				.slice(0, 3)
				.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary.slice(0, 200)}`),
		);
	}, onlyColours);
}

/** Elements that are wider than the page, at this width and text size; tables may scroll in themselves. */
export async function overflow(page: Page, width: number, textPercent = 100): Promise<string[]> {
	const before = page.viewportSize();
	const isOther = before !== null && before.width !== width;
	if (isOther) await page.setViewportSize({ width, height: before.height });
	const found = await page.evaluate((percent) => {
		const root = document.documentElement;
		// As the browser's own text size setting does: the root's percentage is taken of it.
		root.style.fontSize = percent === 100 ? '' : `${(81.25 * percent) / 100}%`;
		const limit = root.clientWidth;
		const wide = [...document.querySelectorAll('body *')].filter((element) => {
			const box = element.getBoundingClientRect();
			return box.width > 1 && box.right > limit + 1 && element.closest('.scroll, svg') === null;
		});
		const found = [
			...(root.scrollWidth > limit ? [`page ${root.scrollWidth} > ${limit}`] : []),
			...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
		];
		root.style.fontSize = '';
		return found;
	}, textPercent);
	if (isOther) await page.setViewportSize(before);
	return found;
}

/** Controls whose text is cut off, or that stand outside of what their container shows. */
export async function clipped(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')]
			.filter((control) => control.checkVisibility() && control.closest('.scroll') === null)
			.filter((control) => {
				const box = control.getBoundingClientRect();
				const style = getComputedStyle(control);
				const isCut =
					style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && control.tagName === 'BUTTON';
				return (
					box.right > document.documentElement.clientWidth + 1 ||
					box.left < -1 ||
					(isCut && control.scrollWidth > control.clientWidth + 1)
				);
			})
			.map((control) => `cut off: ${control.outerHTML.slice(0, 120)}`),
	);
}

/** Controls that Tab presses do not reach from the top of the page; empty when all are reached. */
export async function unreached(page: Page): Promise<string[]> {
	const count = await page.evaluate(() => {
		(document.activeElement as HTMLElement | null)?.blur();
		window.scrollTo(0, 0);
		document.addEventListener('focusin', ({ target }) => (target as HTMLElement).setAttribute('data-reached', ''));
		return document.querySelectorAll('button, select, input, textarea, summary').length;
	});
	// The keys are the browser's own; all are sent before the first is answered, because each answer waits for a frame.
	const keyboard = await page.context().newCDPSession(page);
	const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
	// A date field takes several presses. After the last control the focus leaves the page, then comes back to its top.
	await Promise.all(
		Array.from({ length: count + 12 }, () => [
			keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
			keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
		]).flat(),
	);
	await keyboard.detach();
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')]
			.filter((control) => control.checkVisibility() && !control.hasAttribute('data-reached'))
			// Of a group of radio buttons Tab reaches the chosen one, arrow keys the others.
			.filter((control) => !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked))
			.map((control) => control.outerHTML.slice(0, 120)),
	);
}
