/** From a stage to its deals, from a deal to its row, and from the list into the sheet: selected, filtered, copied. */
import { expect, it } from 'vitest';
import type { SampleDeal } from './sample-deals.ts';
import type { Walk } from './walk.ts';

/** The stage that is looked into. */
const AT = 1;
const PAGE = 100;

export function drillDown(walk: Walk): void {
	const stillHere = async (): Promise<SampleDeal[]> =>
		(await walk.deals()).filter(({ stage }) => stage === walk.sample.stages[AT]);
	/** Sheet rows of the deals that are listed, as listed. */
	const listedRows = async (): Promise<number[]> =>
		(await walk.hand.frame.locator('.deals li button').evaluateAll((buttons) => buttons.map(({ id }) => id))).map(
			(id) => Number(id.slice('deal-'.length)),
		);
	const part = (at: number) => walk.hand.frame.locator('.toggle button').nth(at);

	it('opens a stage: how many are still here, moved on, were lost, and which', async () => {
		const { hand, sample } = walk;
		await walk.tab('funnel');
		await hand.press(hand.frame.locator('ol.funnel > li > button').nth(AT));
		await hand.frame.locator('.deals li').first().waitFor();
		expect(await hand.frame.locator('h1').innerText()).toBe(sample.stages[AT]);
		const deals = await walk.deals();
		const [reached, still] = [deals.filter(({ furthest }) => furthest >= AT), await stillHere()];
		const lost = reached.filter(({ stage, furthest }) => stage === sample.lost && furthest === AT);
		const counts = [still.length, reached.length - still.length - lost.length, lost.length];
		const shown = await hand.frame.locator('.toggle button').allInnerTexts();
		expect(shown.map((text) => Number(/[\d,]+$/u.exec(text)?.[0].replace(',', '')))).toEqual(counts);
		for (const at of [2, 1]) {
			await hand.press(part(at));
			// The number of deals, then their amount.
			const number = hand.say('deals', { n: counts[at] as number });
			await hand.frame.getByText(new RegExp(`^${number}(?: · |$)`, 'u')).waitFor();
		}
		await hand.press(part(0));
		await expect
			.poll(async () => (await listedRows()).sort((a, b) => a - b))
			.toEqual(still.map(({ row }) => row).slice(0, PAGE));
	});

	it('sorts the list by amount', async () => {
		const { hand } = walk;
		const amounts = new Map((await stillHere()).map(({ row, amount }) => [row, amount]));
		await hand.choose(hand.frame.getByLabel(hand.say('sort')), 'amount');
		await expect
			.poll(async () => (await listedRows()).map((row) => amounts.get(row)))
			.toEqual([...amounts.values()].sort((a, b) => b - a).slice(0, PAGE));
	});

	it('opens a deal with its way so far, goes to its row, and comes back to its place in the list', async () => {
		const { hand, workbench } = walk;
		const row = (await listedRows())[2] as number;
		await hand.press(hand.frame.locator(`#deal-${row}`));
		await hand.frame.locator('.timeline li.is-now').waitFor();
		expect(await hand.frame.locator('h1').innerText()).toBe(
			(await walk.deals()).find((deal) => deal.row === row)?.name,
		);
		expect(await hand.frame.locator('.timeline li.is-now').innerText()).toContain(walk.sample.stages[AT]);
		// Three moves of a history that has just begun do not support a chance.
		const distance = hand.frame.locator('section').filter({ hasText: hand.say('distance') });
		expect(await distance.innerText()).toContain(hand.say('stagesLeft', { n: 3 }));
		expect(await distance.innerText()).not.toContain('100%');
		await walk.shoot('deal');
		await hand.press('goToRow');
		await expect.poll(() => workbench.run(({ store }) => store.active().rects[0]?.row, null)).toBe(row - 1);
		await hand.press(hand.frame.locator('#back'));
		await expect
			.poll(() =>
				hand.frame.locator(`#deal-${row}`).evaluate((button) => button === button.ownerDocument.activeElement),
			)
			.toBe(true);
	});

	it('selects the rows of the list in the sheet', async () => {
		const { hand, workbench } = walk;
		const still = await stillHere();
		await hand.press('selectRows');
		await hand.heard('selected', { n: still.length });
		const { rects, columns } = await workbench.run(({ store }) => ({ ...store.active(), ...store.size(0) }), null);
		expect(rects.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, at) => row + at + 1))).toEqual(
			still.map(({ row }) => row),
		);
		expect(rects.every((rect) => rect.column === 0 && rect.columns === columns)).toBe(true);
		await walk.shoot('selected');
	});

	it('filters the sheet to the stage and shows all rows again', async () => {
		const { hand, workbench } = walk;
		const hidden = (): Promise<number[]> =>
			workbench.run(({ store }) => [...store.hiddenRows(0)].sort((a, b) => a - b), null);
		await hand.press('filterSheet');
		await hand.heard('filtered', { stage: walk.sample.stages[AT] as string });
		const others = (await walk.deals()).filter(({ stage }) => stage !== walk.sample.stages[AT]);
		expect(await hidden()).toEqual(others.map(({ row }) => row - 1));
		await walk.shoot('filtered');
		await hand.press('showAllRows');
		await hand.heard('unfiltered');
		expect(await hidden()).toEqual([]);
	});

	it('copies the list, as sorted, to a sheet of its own', async () => {
		const { hand, workbench } = walk;
		const still = (await stillHere()).sort((a, b) => b.amount - a.amount);
		const before = await workbench.sheetNames();
		await hand.press('copyDeals');
		await expect.poll(() => workbench.sheetNames()).toHaveLength(before.length + 1);
		const name = (await workbench.sheetNames()).find((sheet) => !before.includes(sheet)) as string;
		await hand.heard('copied', { n: still.length, sheet: name });
		const copied = await workbench.run(({ store }, sheet) => {
			const id = store.sheets().find((one) => one.name === sheet)?.id as number;
			return store
				.read(id, { row: 1, column: 1, rows: store.used(id).rows - 1, columns: 3 })
				.map((row) => row.map(({ value }) => value));
		}, name);
		expect(copied.map(([deal]) => deal).sort()).toEqual(still.map((deal) => deal.name).sort());
		expect(copied.every(([, , stage]) => stage === walk.sample.stages[AT])).toBe(true);
		await walk.shoot('copied');
	});
}
