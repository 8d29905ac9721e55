/** The Funnel tab read closely: filtered by period, owner and another column; the funnel as a table; why deals were lost. */
import { expect, it } from 'vitest';
import { dealCells } from './sample-deals.ts';
import type { Walk } from './walk.ts';

/** Days from the sheet's day 0 to 1970. */
const EPOCH = 25_569;

/** Places of the columns in the samples. */
const PLACES = {
	en: { created: 5, owner: 8, source: 9, reason: 11 },
	'zh-CN': { created: 5, owner: 7, source: 8, reason: 9 },
} as const;

/** `2026-Q3` of a date cell's number. */
function quarterOf(serial: unknown): string {
	const day = new Date((Number(serial) - EPOCH) * 86_400_000);
	return `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
}

export function reading(walk: Walk): void {
	it('filters by period, owner and another column, and counts what the cells say', async () => {
		const { hand } = walk;
		const { created, owner, source } = PLACES[walk.language];
		const [headings = [], ...rows] = await dealCells(walk.workbench);
		const selects = hand.frame.locator('.filters select');
		const period = selects.first();
		const shows = async (n: number) => {
			await walk.idle();
			await hand.frame.locator('.data-line').getByText(hand.say('deals', { n })).waitFor();
		};
		await walk.tab('funnel');
		const quarters = await period
			.locator('optgroup')
			.first()
			.locator('option')
			.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
		const quarter = quarters[1] as string;
		const inQuarter = rows.filter((row) => quarterOf(row[created]) === quarter);
		expect(inQuarter.length).toBeGreaterThan(0);
		await hand.choose(period, quarter);
		await shows(inQuarter.length);
		const [name] = ((await selects.nth(1).locator('option').nth(1).innerText()).match(/^.*(?= \()/u) ?? []) as string[];
		await hand.choose(selects.nth(1), '0');
		const theirs = inQuarter.filter((row) => row[owner] === name);
		expect(theirs.length).toBeGreaterThan(0);
		await shows(theirs.length);
		await hand.press('moreFilters');
		const other = hand.frame.getByRole('combobox', { name: String(headings[source]), exact: true });
		const [value] = ((await other.locator('option').nth(1).innerText()).match(/^.*(?= \()/u) ?? []) as string[];
		await hand.choose(other, '0');
		await shows(theirs.filter((row) => row[source] === value).length);
		await walk.shoot('filtered-funnel');
		await hand.choose(other, '');
		await hand.choose(selects.nth(1), '');
		await hand.choose(period, '');
		await shows(rows.length);
	});

	it('reads the funnel as a table, and why deals were lost', async () => {
		const { hand, sample } = walk;
		await hand.press('table');
		const lines = hand.frame.locator('tbody tr');
		expect(await lines.locator('th').allInnerTexts()).toEqual([...sample.stages, sample.won]);
		const reached = await lines.locator('td:nth-child(2)').allInnerTexts();
		expect(reached.map((text) => Number(text.replace(',', '')))).toEqual(await walk.reached());
		await hand.press('chart');
		const reasons = hand.frame.locator('.fold', { hasText: hand.say('lossReasons') });
		await hand.press(reasons);
		const counts = new Map<string, number>();
		for (const row of (await dealCells(walk.workbench)).slice(1)) {
			const reason = String(row[PLACES[walk.language].reason] ?? '');
			if (row[3] === sample.lost && reason !== '') counts.set(reason, (counts.get(reason) ?? 0) + 1);
		}
		const [first] = [...counts].sort((a, b) => b[1] - a[1]) as [[string, number]];
		expect(await hand.frame.locator('.shares li').first().innerText()).toMatch(
			new RegExp(`${first[0]}\\s+${first[1]} · \\d+%`, 'u'),
		);
		await hand.press(reasons);
	});
}
