/** Insert…: a function, its form, its preview, and the cell that then holds the live formula. */
import { expect, it } from 'vitest';
import type { Walk } from './walk.ts';

export function insertFormula(walk: Walk): void {
	const closedRate = async (): Promise<number> => {
		const { won, lost } = walk.sample;
		const closed = (await walk.deals()).filter(({ stage }) => stage === won || stage === lost);
		return closed.filter(({ stage }) => stage === won).length / closed.length;
	};

	it('writes the live formula of a function that was found, shaped and previewed into the active cell', async () => {
		const { hand, workbench } = walk;
		await walk.tab('funnel');
		await walk.activate('P3');
		await hand.press('insert');
		await hand.write(hand.frame.getByLabel(hand.say('findFunction')), hand.say('winRate'));
		await hand.press(
			hand.frame.locator('.deals button').filter({ has: hand.frame.getByText('WIN_RATE', { exact: true }) }),
		);
		await hand.choose(hand.frame.locator('.arguments select').first(), 'closed');
		const rate = await closedRate();
		await hand.frame.locator('.preview code').getByText('"closed"').waitFor();
		await hand.frame.locator('.preview strong').getByText(hand.words.percent(rate, 1)).waitFor();
		await walk.shoot('insert');
		await hand.press('insertCell');
		await hand.heard('inserted', { cell: 'P3' });
		await expect.poll(async () => (await workbench.cell('P3')).value).toBeCloseTo(rate, 12);
		expect((await workbench.cell('P3')).formula).toMatch(/^=WIN_RATE\(\S+![^"]+"closed", \S+!\$J\$1\)$/u);
	});

	it('asks before content is replaced, and replaces it only then', async () => {
		const { hand, workbench } = walk;
		await workbench.type('P8', 'mine');
		await walk.activate('P8');
		await hand.press('insertCell');
		const question = hand.frame.getByRole('alert');
		await question.getByText(hand.say('isOccupied')).waitFor();
		expect(await question.innerText()).toMatch(/P8\s+mine/u);
		await walk.shoot('occupied');
		await hand.press('cancel');
		await question.waitFor({ state: 'hidden' });
		expect((await workbench.cell('P8')).value).toBe('mine');
		await hand.press('insertCell');
		await hand.press('replace');
		await hand.heard('inserted', { cell: 'P8' });
		const rate = await closedRate();
		await expect.poll(async () => (await workbench.cell('P8')).value).toBeCloseTo(rate, 12);
	});
}
