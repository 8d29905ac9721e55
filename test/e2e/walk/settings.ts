/** Settings: a stage gets another name and keeps its deals, and the page another look. */
import { expect, it } from 'vitest';
import type { Walk } from './walk.ts';

export function settings(walk: Walk): void {
	it('renames a stage after its changes were looked at, and loses no deal by it', async () => {
		const { hand, workbench, sample } = walk;
		const name = walk.language === 'en' ? 'First talk' : '首次沟通';
		const cells = (): Promise<unknown[][]> =>
			workbench.run(({ store }) => {
				const { id } = store.sheets().find((sheet) => ['Stages', '阶段'].includes(sheet.name)) as { id: number };
				return store.read(id, { row: 0, column: 0, ...store.used(id) }).map((row) => row.map(({ value }) => value));
			}, null);
		await walk.tab('funnel');
		await hand.press('settings');
		await hand.press(hand.frame.locator('main > details > summary').first());
		await hand.rewrite(hand.frame.getByLabel(hand.say('stageName', { n: 1 }), { exact: true }), name);
		const before = await cells();
		await hand.press('reviewStages');
		await hand.frame.getByText(hand.say('changesTitle'), { exact: true }).waitFor();
		expect(await cells()).toEqual(before);
		await walk.shoot('renaming');
		await hand.press('saveStages');
		await hand.heard('saved');
		expect((await cells()).find(([first]) => first === name)?.join('|')).toContain(sample.stages[0]);
		await walk.tab('funnel');
		const rows = hand.frame.locator('ol.funnel > li > button');
		expect((await rows.first().locator('.name').innerText()).trim()).toBe(name);
		const counts = await rows.locator('strong').allInnerTexts();
		expect(counts.map((count) => Number(count.replace(',', '')))).toEqual(await walk.reached());
	});

	it('turns dark and light again', async () => {
		const { hand } = walk;
		const root = hand.frame.locator('html');
		await hand.press('settings');
		for (const theme of ['dark', 'light']) {
			await hand.choose(hand.frame.getByRole('combobox', { name: hand.say('theme'), exact: true }), theme);
			await expect.poll(() => root.getAttribute('data-theme')).toBe(theme);
			await walk.idle();
		}
	});
}
