/** The product's own sample: offered while it is not there, taken away while it is. */
import { expect, it } from 'vitest';
import type { Walk } from './walk.ts';

export function sampleData(walk: Walk): void {
	it('offers sample data, takes it away again, and knows which of both to offer', async () => {
		const { hand, workbench } = walk;
		await walk.tab('funnel');
		const sheets = await workbench.sheetNames();
		await hand.press('settings');
		await hand.button('trySample').waitFor();
		expect(await hand.button('removeSample').count()).toBe(0);
		await hand.press('trySample');
		await hand.button('removeSample').waitFor();
		expect(await hand.button('trySample').count()).toBe(0);
		expect(await workbench.sheetNames()).toHaveLength(sheets.length + 3);
		await walk.tab('funnel');
		await hand.frame
			.locator('.data-line')
			.first()
			.getByText(hand.say('deals', { n: 120 }))
			.waitFor();
		await walk.shoot('sample');
		await hand.press('settings');
		await hand.press('removeSample');
		await hand.button('trySample').waitFor();
		expect(await workbench.sheetNames()).toEqual(sheets);
	});
}
