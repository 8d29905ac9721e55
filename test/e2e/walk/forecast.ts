/** The Forecast tab: what is open, and how many leads a target takes. */
import { expect, it } from 'vitest';
import { sum } from './sample-deals.ts';
import type { Walk } from './walk.ts';

const TARGET = 1_000_000;

export function forecast(walk: Walk): void {
	it('adds up the open amounts and says how many leads a target takes', async () => {
		const { hand, sample } = walk;
		await walk.tab('forecast');
		await walk.figure(hand.say('openAmount')).waitFor();
		const deals = await walk.deals();
		const open = deals.filter(({ stage }) => (sample.stages as readonly string[]).includes(stage));
		const won = deals.filter(({ stage }) => stage === sample.won);
		expect(await walk.figure(hand.say('openAmount')).locator('strong').innerText()).toContain(
			hand.words.money(sum(open), ''),
		);
		await hand.write(hand.frame.getByLabel(hand.say('target')), String(TARGET));
		await hand.press('calculate');
		await walk.idle();
		const needed = Math.ceil(TARGET / ((won.length / deals.length) * (sum(won) / won.length)));
		const figure = walk.figure(hand.say('leadsNeeded')).locator('strong');
		// The range behind it is an element of its own.
		await expect
			.poll(() => figure.evaluate((element) => element.firstChild?.textContent))
			.toBe(hand.words.number(needed));
		await walk.shoot('forecast');
	});
}
