/** From the menu to a funnel that one trusts: proposal, setup, figures in the sidebar and in cells, a deal that moves, a stage put right. */
import { expect, it } from 'vitest';
import { expectUsable, violations } from '../usable.ts';
import { dealCells } from './sample-deals.ts';
import type { Walk } from './walk.ts';

const STAGE_COLUMN = 3;

export function firstFunnel(walk: Walk): void {
	/** Cells, drop-down rules and name of every sheet, as text. */
	const wholeBook = (): Promise<string[]> =>
		walk.workbench.run(
			({ store }) =>
				store.sheets().map(({ id, name }) => {
					const rect = { row: 0, column: 0, ...store.used(id) };
					return JSON.stringify([name, store.read(id, rect), store.validations(id, { ...rect, ...store.size(id) })]);
				}),
			null,
		);
	const share = async (): Promise<{ won: number; all: number; closed: number }> => {
		const deals = await walk.deals();
		const won = deals.filter(({ stage }) => stage === walk.sample.won).length;
		return { won, all: deals.length, closed: won + deals.filter(({ stage }) => stage === walk.sample.lost).length };
	};

	/** An open stage that does not come after the one that is meant by the misspelled name. */
	const isBefore = (stage: string): boolean => {
		const { stages, meant } = walk.sample;
		const [place, last] = [stage, meant].map((name) => (stages as readonly string[]).indexOf(name)) as [number, number];
		return place >= 0 && (last < 0 || place <= last);
	};

	it('proposes the columns and changes nothing in the book by being opened', async () => {
		const { hand } = walk;
		const before = await wholeBook();
		await walk.openFunnel();
		await hand.frame.getByText(hand.say('nothingChanged')).waitFor();
		expect(await hand.frame.locator('#column-stage').inputValue()).toBe(String(STAGE_COLUMN));
		await walk.shoot('proposal');
		expect(await wholeBook()).toEqual(before);
		if (walk.hasMouse) await expectUsable(walk.workbench);
	});

	it('shows win rate and funnel as counted in the cells, and a drop-down in the stage column', async () => {
		const { hand, workbench, sample } = walk;
		await hand.press('useColumns');
		await walk.figure(hand.say('winRate')).waitFor();
		const { won, all } = await share();
		expect(all).toBe(walk.language === 'en' ? 1500 : 400);
		const text = await walk.figure(hand.say('winRate')).innerText();
		const rate = (won / all).toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 });
		expect(text).toContain(rate);
		expect(text).toMatch(/\d+%–\d+%/u);
		// The win rate names both of its parts.
		expect(text).toContain(won.toLocaleString('en-US'));
		expect(text).toMatch(new RegExp(`(?<![\\d,])${all.toLocaleString('en-US')} (deals|个商机)`, 'u'));
		const rows = hand.frame.locator('ol.funnel > li > button');
		expect((await rows.locator('.name').allInnerTexts()).map((name) => name.trim())).toEqual([
			...sample.stages,
			sample.won,
		]);
		const counts = await rows.locator('strong').allInnerTexts();
		expect(counts.map((count) => Number(count.replace(',', '')))).toEqual(await walk.reached());
		const rules = await workbench.run(
			({ store }, column) =>
				store.validations(0, { row: 1, column, rows: store.used(0).rows - 1, columns: 1 }).map(({ rule, rect }) => ({
					type: rule.type,
					from: store.sheets().find(({ id }) => id === rule.source?.sheetId)?.name,
					isWhole: rect.rows >= store.used(0).rows - 1,
				})),
			STAGE_COLUMN,
		);
		expect(rules).toEqual([{ type: 'list-of-range', from: walk.language === 'en' ? 'Stages' : '阶段', isWhole: true }]);
		await walk.shoot('funnel');
		if (walk.hasMouse) {
			await expectUsable(workbench);
			expect(await violations(workbench.page.locator(':root'))).toEqual([]);
		} else {
			expect(await workbench.page.locator('#sidebar h2').innerText()).toMatch(/\p{Script=Han}/u);
			expect(await hand.frame.locator('body').innerText()).not.toMatch(/Sales funnel|Win rate|Refresh/u);
		}
	});

	it('counts in cells what the sidebar counts, spills a table, and names the word that was meant', async () => {
		const { workbench, sample } = walk;
		await workbench.type('P2', '=WIN_RATE()');
		const { won, all } = await share();
		await expect.poll(async () => (await workbench.cell('P2')).value).toBeCloseTo(won / all, 12);
		expect((await workbench.cell('P2')).formula).toMatch(/^=WIN_RATE\((Deals|'?商机'?)!\$?A/u);
		await workbench.type('P6', '=STAGE_CONVERSION()');
		await expect.poll(async () => (await workbench.cell('P7')).value).toBe(sample.stages[0]);
		expect((await workbench.cell('P10')).value).toBe(sample.stages[3]);
		await workbench.type('P4', '=WIN_RATE("closd")');
		await expect.poll(async () => (await workbench.cell('P4')).value).toBe('#ERROR!');
		await workbench.select('P4');
		await workbench.page
			.locator('#error-card')
			.getByText(walk.language === 'en' ? 'Did you mean "closed"?' : 'closed')
			.waitFor();
		await walk.shoot('formulas');
	});

	it('follows a deal that is won, in the cell at once and in the sidebar on refresh', async () => {
		const { hand, workbench, sample } = walk;
		const before = await share();
		const { row } = (await walk.deals()).find(({ stage }) => stage === sample.stages[0]) as { row: number };
		await workbench.type(`D${row}`, sample.won);
		await expect.poll(async () => (await workbench.cell('P2')).value).toBeCloseTo((before.won + 1) / before.all, 12);
		await walk.refresh();
		await hand.press(walk.figure(hand.say('winRate')));
		const words = hand.say('ratioOf', { part: before.won + 1, whole: before.all });
		await expect.poll(() => hand.frame.locator('.definition').innerText()).toContain(words);
	});

	it('lists pasted stages that are not in the list, puts one right and back again, and touches no other cell', async () => {
		const { hand, workbench, sample } = walk;
		const deals = await walk.deals();
		// Two neighbours that have not come further than the stage that is meant: their way stays one way.
		const at = deals.findIndex((deal, index) => [deal, deals[index + 1]].every((one) => one && isBefore(one.stage)));
		const { row } = deals[at] as { row: number };
		await workbench.paste(`D${row}`, `${sample.misspelled}\n${sample.misspelled}`);
		await expect.poll(async () => (await dealCells(workbench))[row]?.[STAGE_COLUMN]).toBe(sample.misspelled);
		const before = await dealCells(workbench);
		await walk.refresh();
		await walk.tab('check');
		const title = walk.language === 'en' ? 'Stage not in the list' : '阶段不在列表中';
		const problems = hand.frame.getByLabel(title, { exact: true }).getByRole('listitem');
		await expect.poll(() => problems.count()).toBe(2);
		expect(await problems.first().innerText()).toMatch(
			new RegExp(`D${row}.*${sample.misspelled}.*→.*${sample.meant}`, 'su'),
		);
		await walk.shoot('check');
		if (walk.hasMouse) await expectUsable(workbench);
		const stageNow = async (): Promise<unknown> => (await dealCells(workbench))[row - 1]?.[STAGE_COLUMN];
		await hand.press(problems.first().getByRole('button', { name: new RegExp(`^${hand.say('fix')}`, 'u') }));
		await expect.poll(stageNow).toBe(sample.meant);
		const fixed = before.map((cells, index) =>
			index === row - 1 ? [...cells.slice(0, STAGE_COLUMN), sample.meant, ...cells.slice(STAGE_COLUMN + 1)] : cells,
		);
		expect(await dealCells(workbench)).toEqual(fixed);
		await hand.press('undo');
		await expect.poll(stageNow).toBe(sample.misspelled);
		expect(await dealCells(workbench)).toEqual(before);
		await hand.press(problems.last().getByRole('button', { name: new RegExp(`^${hand.say('goTo')}`, 'u') }));
		await expect
			.poll(() => workbench.run(({ store }) => store.active().rects[0], null))
			.toMatchObject({ row, column: STAGE_COLUMN });
		await hand.press(problems.first().getByRole('button', { name: new RegExp(`^${hand.say('ignore')}`, 'u') }));
		await expect.poll(() => problems.count()).toBe(1);
		await hand.press('unignore');
		await expect.poll(() => problems.count()).toBe(2);
		// Pasting has wiped the rules of the two cells.
		await hand.press('reapply');
		await hand.frame
			.locator('.status')
			.getByText(hand.say('reapplied', { n: 2 }).replace(/\d.*$/u, ''))
			.waitFor();
		// With the day on which the deal above was recorded as won, which it has no date of.
		await hand.press('fixSafe', { n: 3 });
		await hand.heard('fixed', { n: 3 });
	});
}
