// What a forecast says of itself: the method that each kind of sheet gets, and what must be said beside it.
import { describe, expect, it } from 'vitest';
import { forecastBasis } from '../../../src/core/forecast/forecast.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { FIRST_DAY, type Kind, sheetOn, simulated } from '../../forecast/simulated-sheet.ts';
import { cells } from '../metrics/ask.ts';
import { readPipeline } from '../metrics/read-deals.ts';
import { PLAIN_STAGES } from '../pipeline-of.ts';

const KIND: Kind = {
	name: 'steady',
	days: 400,
	arrivals: () => 0.5,
	stay: [10, 10, 10],
	passes: [0.7, 0.7, 0.7],
	amount: [1000, 0.5],
};
const STAGES = new StageList(PLAIN_STAGES);
const TODAY = FIRST_DAY + 399;
const day = (back: number): string => dayText(TODAY - back);

function shown(pipeline: Pipeline, ...words: (string | number)[]): Record<string, unknown>[] {
	const [heads = [], ...rows] = cells(pipeline, 'salesForecast', ...words) as unknown[][];
	return rows.map((row) => Object.fromEntries(row.map((value, i) => [String(heads[i]), value])));
}
const together = (pipeline: Pipeline, ...words: (string | number)[]) => shown(pipeline, ...words).at(-1) ?? {};
const noteOf = (pipeline: Pipeline): string => String(together(pipeline).Note);

/** Won deals that took 20 days, one every `every` days, and more rows. */
function sheet(
	wins: number,
	every: number,
	more: readonly (readonly (string | number)[])[] = [],
	amount = 100,
): Pipeline {
	const rows = Array.from({ length: wins }, (_, i) => [
		...[`W${i}`, 'Won', amount, day(20 + i * every), day(i * every), '', 'Ann'],
	]);
	return readPipeline(
		[['Id', 'Stage', 'Amount', 'Created', 'Closed', 'Expected close', 'Owner'], ...rows, ...more],
		STAGES,
		TODAY,
	);
}

describe('the method of a sheet', () => {
	const methodOf = (days: number, hides: Kind['hides'] = []): string | undefined => {
		const pipeline = sheetOn(simulated(KIND, 3), FIRST_DAY + days, hides);
		return forecastBasis(pipeline, wholeSelection(pipeline.opportunities))?.method;
	};

	it('is by stages with a history that followed twenty wins, by age with a younger one', () => {
		expect(methodOf(300)).toBe('stages');
		expect(methodOf(80)).toBe('age');
		expect(noteOf(sheetOn(simulated(KIND, 3), FIRST_DAY + 300))).not.toContain('stage history');
	});

	it.each([
		['by age without a history', ['history'], 'age', 'a stage history would distinguish deals better'],
		['by the wins without creation dates', ['history', 'created'], 'ends', 'open deals are not used'],
		['of wins counted without amounts', ['history', 'amount'], 'age', 'No amounts: wins are counted'],
	] as const)('is %s, and says so', (_, hides, method, note) => {
		expect(methodOf(300, hides)).toBe(method);
		expect(noteOf(sheetOn(simulated(KIND, 3), FIRST_DAY + 300, hides))).toContain(note);
	});

	it('counts whole wins where there are no amounts', () => {
		const { 'Middle (P50)': middle } = together(sheetOn(simulated(KIND, 3), FIRST_DAY + 300, ['history', 'amount']));
		expect(Number(middle)).toBeGreaterThan(5);
		expect(Number(middle)).toBeLessThan(40);
	});

	it('is the weighted pipeline alone without closing dates', () => {
		const grid = [
			['Id', 'Stage', 'Amount', 'Created', 'Expected close'],
			['a', 'Demo', 1000, day(30), day(-10)],
			['b', 'Won', 500, day(60), ''],
		];
		const last = together(readPipeline(grid, STAGES, TODAY));
		expect(last).toMatchObject({ 'By expected dates': 400, 'Middle (P50)': '' });
		expect(last.Note).toContain('No close dates: the timing is unknown');
	});
});

describe('beside a forecast', () => {
	it('stands that four wins are too few for a range, and nineteen few', () => {
		expect(together(sheet(4, 10))).toMatchObject({ 'Low (P10)': '', Note: '4 wins; a forecast needs 5' });
		const few = together(sheet(19, 10));
		expect(few.Note).toContain('too few deals');
		expect(Number(few['Low (P10)'])).toBeGreaterThan(0);
		expect(noteOf(sheet(20, 10))).not.toContain('too few deals');
	});

	it('stands that periods further ahead than was looked back are blank', () => {
		const rows = shown(sheet(20, 2));
		expect(rows.map((row) => row['Middle (P50)'] !== '')).toEqual([true, false, false, false]);
		expect(rows[1]?.Note).toBe('Only 39 days of data');
	});

	it('stands that many new deals of one day look like an import', () => {
		const imported = Array.from({ length: 12 }, (_, i) => [`I${i}`, 'Lead', 100, day(5), '', '', 'Ann']);
		expect(noteOf(sheet(20, 2, imported))).toContain(`were created on ${day(5)}: an import?`);
	});

	it('stands how many deals are older than any that was won, and what they bring', () => {
		const old = ['O', 'Lead', 9000, day(300), '', '', 'Ann'];
		expect(noteOf(sheet(30, 10, [old]))).toContain('1 open deal is older than any deal ever won: 9K open');
	});

	it('stand the deals that cannot be used, by reason', () => {
		const more = [
			['U', 'Perhaps', 100, day(9), '', '', 'Ann'],
			['N', 'Lead', 100, '', '', '', 'Ann'],
			['E', 'Lost', 100, day(9), '', '', 'Ann'],
		];
		const note = noteOf(sheet(30, 5, more));
		expect(note).toContain('Left out 3:');
		for (const reason of ['stage not in the list 1', 'no creation date 1', 'no close date after the creation date 1'])
			expect(note).toContain(reason);
	});

	it('stands how far expected dates were off, or that they were set at closing', () => {
		const won = (id: string, back: number, slip: number) => [
			...[id, 'Won', 100, day(back + 30), day(back), day(back + slip), 'Ann'],
		];
		const late = Array.from({ length: 9 }, (_, i) => won(`S${i}`, i, i < 3 ? 0 : 14));
		expect(noteOf(sheet(20, 5, late))).toContain(
			'Won deals closed 14 days after the expected date (median), 33% within a day of it',
		);
		const exact = Array.from({ length: 9 }, (_, i) => won(`S${i}`, i, 1));
		expect(noteOf(sheet(20, 5, exact))).toContain('Expected dates of won deals were set at closing');
	});

	it('adds nothing for amounts of zero and below', () => {
		const negative = ['M', 'Proposal', -5000, day(10), '', '', 'Ann'];
		const zero = ['M', 'Proposal', 0, day(10), '', '', 'Ann'];
		expect(together(sheet(30, 5, [negative]))).toEqual(together(sheet(30, 5, [zero])));
	});
});

describe('a selection', () => {
	it('is forecast from its own deals', () => {
		const bens = Array.from({ length: 25 }, (_, i) => [`B${i}`, 'Won', 7, day(25 + i * 3), day(i * 3), '', 'Ben']);
		const both = sheet(40, 4, bens);
		const alone = readPipeline(
			[['Id', 'Stage', 'Amount', 'Created', 'Closed', 'Expected close', 'Owner'], ...bens],
			STAGES,
			TODAY,
		);
		expect(shown(both, 'Owner', 'Ben')).toEqual(shown(alone));
		const byOwner = shown(both, 'by', 'Owner').filter((row) => row.Owner === 'Ben');
		expect(byOwner.map(({ Owner: _, ...row }) => row)).toEqual(shown(alone));
	});
});
