/** The page around the grid, one thing after the other: what a newcomer sees, typing, what survives a reload, the switches of the Workbench menu. */
import { request } from 'node:http';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser, sharedServer } from './shared.ts';
import { SidebarHand } from './sidebar-hand.ts';
import { WorkbenchPage } from './workbench.ts';

let workbench: WorkbenchPage;
let hand: SidebarHand;

const toast = (text: string): Locator => workbench.page.locator('#toasts').getByText(text);
const failure = (): Locator => hand.frame.locator('.card.error[role="alert"]');

beforeAll(async () => {
	workbench = await WorkbenchPage.open(await sharedBrowser(), sharedServer());
	hand = new SidebarHand(workbench, 'en', true);
});

afterAll(async () => {
	await workbench?.close();
});

describe('the page', () => {
	it('opens the sample of 1,500 deals without a foreign request and without an error', async () => {
		expect(await workbench.run(({ store }) => store.used(0).rows, null)).toBe(1501);
		expect(await workbench.page.locator('#book-name').textContent()).toBe('B2B deals');
		await workbench.menu('Extensions', 'Stagekeeper');
		expect(await workbench.page.getByRole('menuitem', { name: 'Open funnel' }).isVisible()).toBe(true);
		expect(workbench.errors).toEqual([]);
		expect(workbench.foreignRequests).toEqual([]);
	});

	it('shows what to do when a formula is used before the setup and its cell is selected', async () => {
		await workbench.type('T4', '=WIN_RATE(A:L)');
		await expect.poll(async () => (await workbench.cell('T4')).value).toBe('#ERROR!');
		await workbench.select('T4');
		const card = workbench.page.locator('#error-card');
		await card.waitFor();
		expect(await card.textContent()).toContain('Open funnel');
	});

	it('refuses an edit of a user who may not edit', async () => {
		const before = (await workbench.cell('A2')).value;
		await workbench.menu('Workbench', 'User may not edit');
		await workbench.type('A2', 'changed');
		await toast('protected').waitFor();
		expect((await workbench.cell('A2')).value).toBe(before);
		await workbench.menu('Workbench', 'User may not edit');
	});

	it('gives the add-on no rights before it is used, when that is chosen: the menu is all there is', async () => {
		await workbench.type('T2', '42');
		await workbench.type('T3', '=T2*2');
		await expect.poll(async () => (await workbench.cell('T3')).value).toBe(84);
		await workbench.opening(() =>
			workbench.menu('Workbench', 'Authorization', 'Installed, not used yet (AuthMode.NONE)'),
		);
		await workbench.menu('Extensions', 'Stagekeeper');
		expect(await workbench.page.getByRole('menuitem', { name: 'Open funnel' }).isVisible()).toBe(true);
		await workbench.menu('Open funnel');
		await toast('Script error').waitFor();
	});

	it('keeps typed values and formulas over a reload', async () => {
		expect((await workbench.cell('T2')).value).toBe(42);
		await expect.poll(async () => (await workbench.cell('T3')).value).toBe(84);
		await workbench.opening(() => workbench.menu('Workbench', 'Authorization', 'Used in this file'));
	});

	it('says what failed while services fail, and goes on when they work again', async () => {
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		await hand.press('useColumns');
		await hand.frame.locator('.figure').first().waitFor();
		await workbench.menu('Workbench', 'Services fail now and then');
		for (let presses = 0; presses < 8 && (await failure().count()) === 0; presses++) {
			await hand.press('refresh');
			await hand.frame.locator('main[aria-busy="false"]').waitFor();
		}
		expect(await failure().innerText()).toContain('Google');
		await workbench.menu('Workbench', 'Services fail now and then');
		await failure().getByRole('button').click();
		await failure().waitFor({ state: 'detached' });
		await hand.frame.locator('main[aria-busy="false"]').waitFor();
	});

	it('keeps the figures in view, dimmed, while a slow service answers', async () => {
		await workbench.menu('Workbench', 'Slow services');
		await hand.press('refresh');
		await hand.frame.locator('main[aria-busy="true"].is-loading .figure').first().waitFor();
		await workbench.menu('Workbench', 'Slow services');
		await hand.frame.locator('main[aria-busy="false"]').waitFor();
	});

	it('counts days in the time zone that is chosen, and speaks the language that is chosen', async () => {
		await workbench.opening(() => workbench.menu('Workbench', 'Time zone', 'Asia/Tokyo'));
		expect(await workbench.run(({ addOn }) => addOn.host.options.timeZone, null)).toBe('Asia/Tokyo');
		await workbench.menu('Extensions', 'Stagekeeper', 'Open funnel');
		const shown = await hand.frame.locator('.data-line').first().innerText();
		const now = await workbench.page.evaluate(() =>
			new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit' }).format(),
		);
		expect(shown).toMatch(new RegExp(`Updated ${now}:\\d\\d`, 'u'));
		await workbench.opening(() => workbench.menu('Workbench', 'Language', '简体中文'));
		expect(await workbench.page.locator('html').getAttribute('lang')).toBe('zh-CN');
		await workbench.menu('扩展程序', 'Stagekeeper', '打开销售漏斗');
		await hand.frame.getByText('赢单率', { exact: true }).first().waitFor();
		expect(workbench.errors).toEqual([]);
	});

	it('runs no script that was planted in it, in the page or in the sidebar', async () => {
		await hand.frame.locator('.data-line').first().waitFor();
		const inFrames = await Promise.all(
			workbench.page.frames().map((frame) =>
				frame.evaluate(async () => {
					// The realm of the add-on has no such globals.
					if (typeof document.addEventListener !== 'function') return null;
					const box = document.createElement('div');
					const script = document.createElement('script');
					script.textContent = 'window.planted = "script"';
					box.innerHTML = '<img src="data:," onerror="window.planted = \'handler\'">';
					const refused = new Promise<string>((resolve) => {
						document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
							resolve(effectiveDirective),
						);
					});
					document.body.append(script, box);
					const directive = await refused;
					script.remove();
					box.remove();
					return [directive, 'planted' in window];
				}),
			),
		);
		const told = inFrames.filter((frame) => frame !== null);
		expect(told.length).toBeGreaterThan(1);
		for (const [directive, isRun] of told) {
			expect(directive).toMatch(/^script-src/u);
			expect(isRun).toBe(false);
		}
		workbench.errors.length = 0;
	});

	it('answers this machine only', async () => {
		const status = await new Promise<number | undefined>((done, fail) => {
			request(sharedServer().url, { headers: { Host: 'example.com' } }, (response) =>
				done(response.resume().statusCode),
			)
				.on('error', fail)
				.end();
		});
		expect(status).toBe(403);
	});
});
