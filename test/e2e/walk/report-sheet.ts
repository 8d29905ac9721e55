/** The report sheet: made with live formulas and charts, made again with values, and what the user has put beside it stays. */
import { expect, it } from 'vitest';
import type { Walk } from './walk.ts';

interface ReportCell {
	readonly value: unknown;
	readonly formula: string | null;
}

export function reportSheet(walk: Walk): void {
	let name = '';
	const cells = (): Promise<ReportCell[][]> =>
		walk.workbench.run(({ store }, sheet) => {
			const id = store.sheets().find((one) => one.name === sheet)?.id as number;
			return store
				.read(id, { row: 0, column: 0, ...store.used(id) })
				.map((row) => row.map(({ value, formula }) => ({ value, formula })));
		}, name);
	/** What the funnel's table says that each stage was reached by: its third to fifth column add up to that. */
	const reachedIn = (rows: readonly (readonly ReportCell[])[]): unknown[] =>
		[...walk.sample.stages, walk.sample.won].map((stage) => rows.find(([first]) => first?.value === stage)?.[1]?.value);
	/** Deals in each stage now, in the second table of stages, which the sheet itself counts in a live report. */
	let counted: readonly unknown[] = [];
	const countedIn = (rows: readonly (readonly ReportCell[])[]): (ReportCell | undefined)[] =>
		[...walk.sample.stages, walk.sample.won].map((stage) => rows.filter(([first]) => first?.value === stage)[1]?.[1]);
	const charts = () => walk.workbench.page.locator('#charts svg');

	it('is made with live formulas, the figures of the cells and charts that are seen', async () => {
		const { hand, workbench } = walk;
		await walk.tab('funnel');
		const before = await workbench.sheetNames();
		await hand.press('reportSheet');
		await hand.press('makeReport');
		await expect.poll(() => workbench.sheetNames()).toHaveLength(before.length + 1);
		name = (await workbench.sheetNames()).find((sheet) => !before.includes(sheet)) as string;
		await hand.heard('reportMade', { sheet: name });
		await expect.poll(async () => reachedIn(await cells())).toEqual(await walk.reached());
		const live = await cells();
		expect(live.flat().filter(({ formula }) => formula !== null).length).toBeGreaterThanOrEqual(7);
		expect(countedIn(live).every((cell) => cell?.formula?.startsWith('=COUNTIFS(') === true)).toBe(true);
		counted = countedIn(live).map((cell) => cell?.value);
		expect(await charts().count()).toBe(2);
		const bars = charts().first().locator('rect[height] title');
		await expect.poll(() => bars.count()).toBe(4 * (walk.sample.stages.length + 1));
		const widths = await charts()
			.first()
			.locator('rect:has(title)')
			.evaluateAll((rects) => rects.map((rect) => Number(rect.getAttribute('width'))));
		const [first, second] = [widths.slice(0, 4), widths.slice(4, 8)].map((four) =>
			four.reduce((total, width) => total + width, 0),
		) as [number, number];
		const [most, next] = (await walk.reached()) as [number, number];
		expect(second / first).toBeCloseTo(next / most, 6);
		await walk.shoot('report');
	});

	it('is renewed as values in its own ranges only', async () => {
		const { hand, workbench } = walk;
		const live = await cells();
		const below = `B${live.length + 2}`;
		await workbench.type('P4', 'beside');
		await workbench.type(below, 'below');
		await hand.chooseLast(hand.frame.getByRole('radio'));
		await hand.press('makeReport');
		await expect.poll(async () => (await cells()).flat().filter(({ formula }) => formula !== null).length).toBe(0);
		await hand.heard('reportMade', { sheet: name });
		expect((await workbench.cell('P4')).value).toBe('beside');
		expect((await workbench.cell(below)).value).toBe('below');
		const values = await cells();
		expect(reachedIn(values)).toEqual(await walk.reached());
		expect(countedIn(values).map((cell) => cell?.value)).toEqual(counted);
		expect(await charts().count()).toBe(2);
		await walk.shoot('report-values');
	});
}
