/** Help for the active cell: the deal in whose row it is, on the press of a button. */
import { expect, it } from 'vitest';
import type { Walk } from './walk.ts';

export function selectedDeal(walk: Walk): void {
	it('shows the deal in whose row the active cell is, and says so when there is none', async () => {
		const { hand, workbench } = walk;
		await walk.tab('funnel');
		await workbench.showSheet((await workbench.sheetNames())[0] as string);
		await workbench.select('C7');
		await hand.press('selectedDeal');
		const heading = hand.frame.locator('h1');
		await expect.poll(() => heading.innerText()).toBe((await walk.deals()).find(({ row }) => row === 7)?.name);
		await workbench.select('C9');
		await hand.press('selectedDeal');
		await expect.poll(() => heading.innerText()).toBe((await walk.deals()).find(({ row }) => row === 9)?.name);
		await workbench.select('C1');
		await hand.press('selectedDeal');
		await hand.heard('noDealSelected');
	});
}
