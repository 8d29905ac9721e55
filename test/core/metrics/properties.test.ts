// What must hold for every table: the order of rows and columns changes nothing, counts fall down the funnel, ratios stay in 0..1, no row is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../src/core/metrics/index.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import { cells, measure, table } from './ask.ts';
import { type Deal, pipelineOf, STAGES } from './worked-case.ts';

const SEED = 20_261_123;
const runs = { seed: SEED, numRuns: 150 };
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const deal: fc.Arbitrary<Deal> = fc.record({
	Id: fc.constant('x'),
	Stage: fc.constantFrom('Contact', 'Needs', 'Proposal', 'Contract', 'Won', 'Lost', 'won', 'Wonn', ''),
	Amount: optional(fc.oneof(fc.integer({ min: -5, max: 100_000 }), fc.double({ min: 0, max: 1e6, noNaN: true }))),
	Created: optional(fc.integer({ min: 0, max: 90 })),
	Closed: optional(fc.integer({ min: 0, max: 130 })),
	Owner: fc.constantFrom('Ann', 'Ben', '', '__proto__', 'constructor'),
	'Lost from': fc.constantFrom('', 'Contact', 'Needs', 'Contract', 'Won', 'nowhere'),
	Reason: fc.constantFrom('', 'Price', 'Time'),
	Probability: optional(fc.double({ min: 0, max: 1, noNaN: true })),
});
const deals = fc.array(deal, { minLength: 1, maxLength: 40 });

/** Columns in another order, headings and values together. */
function reordered(rows: readonly Deal[], order: readonly string[]): Deal[] {
	return rows.map((row) => Object.fromEntries(order.map((heading) => [heading, row[heading]])));
}

function rounded(value: unknown): unknown {
	if (typeof value === 'number') return Number(value.toPrecision(10));
	if (Array.isArray(value)) return value.map(rounded);
	return value;
}

const CALLS: readonly [string, ...(string | number)[]][] = [
	// Lists of single rows follow the order of rows; time in stage needs a history.
	...METRICS.filter(
		({ id, number }) =>
			!['stageCheck', 'timeInStage', 'distanceToWin', 'funnelExplain'].includes(id) && number === null,
	).map(({ id }): [string] => [id]),
	['leadsNeeded', 1000],
	['winRate', 'closed', 'by', 'Owner'],
	['winRate', 'by', 'quarter'],
	['salesCycle', 'p90', 'closed'],
	['lossReasons', 'by stage'],
	['stageAmount', 'reached'],
];

describe('for every table', () => {
	test.each(CALLS)('%s answers the same whatever the order of rows and columns', (id, ...words) => {
		const headings = Object.keys(fc.sample(deal, { seed: SEED, numRuns: 1 })[0] as Deal);
		const orders = fc.shuffledSubarray(headings, { minLength: headings.length });
		const twice = deals.chain((rows) =>
			fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), orders),
		);
		fc.assert(
			fc.property(twice, ([rows, shuffled, order]) => {
				const answer = (given: readonly Deal[]): unknown => rounded(cells(pipelineOf(given), id, ...words));
				expect(answer(reordered(shuffled, order))).toEqual(answer(reordered(rows, headings)));
			}),
			{ ...runs, numRuns: 60 },
		);
	});

	test('reached counts never rise down the funnel, and end with the won deals', () => {
		fc.assert(
			fc.property(deals, (rows) => {
				const pipeline = pipelineOf(rows);
				const reached = table(pipeline, 'stageCount', 'reached').rows.map((row) => row[1] as number);
				for (let rank = 1; rank < reached.length; rank++)
					expect(reached[rank]).toBeLessThanOrEqual(reached[rank - 1] as number);
				expect(reached.at(-1)).toBe(measure(pipeline, 'stageCount', 'Won').value);
			}),
			runs,
		);
	});

	test('ratios and their intervals stay in 0..1 and in order; no number is NaN or infinite', () => {
		fc.assert(
			fc.property(deals, (rows) => {
				const pipeline = pipelineOf(rows);
				for (const words of [['all'], ['closed'], ['resolved'], ['within', 30]]) {
					const { value, low, high } = measure(pipeline, 'winRate', ...words);
					if (value === null) continue;
					expect(low).toBeGreaterThanOrEqual(0);
					expect(value).toBeGreaterThanOrEqual((low as number) - 1e-12);
					expect(value).toBeLessThanOrEqual((high as number) + 1e-12);
					expect(high).toBeLessThanOrEqual(1);
				}
				for (const [id, ...words] of CALLS)
					expect(JSON.stringify(cells(pipeline, id, ...words)) ?? '').not.toMatch(/null/u);
			}),
			runs,
		);
	});

	test('every row is counted once: by kind, down the stages, and by group', () => {
		fc.assert(
			fc.property(deals, (rows) => {
				const pipeline = pipelineOf(rows);
				const { kinds, stages } = buildReport(
					pipeline,
					{ period: null, cohort: 'created', columns: {} },
					{ winRateMode: 'all' },
				);
				expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
				expect(stages.reduce((sum, stage) => sum + stage.now, 0) + kinds.unknown + kinds.noStage).toBe(rows.length);
				for (const stage of stages)
					if (stage.reached !== null)
						expect(
							[stage.movedOn, stage.still, stage.lostHere, stage.parkedHere].reduce(
								(sum: number, part) => sum + (part ?? 0),
								0,
							),
						).toBe(stage.reached);
				const groups = table(pipeline, 'winRate', 'by', 'Owner').rows;
				expect(groups.reduce((sum, row) => sum + (row[4] as number), 0)).toBe(rows.length);
			}),
			runs,
		);
	});

	test('statistics of parts add up to those of the whole', () => {
		fc.assert(
			fc.property(deals, deals, (first, second) => {
				const counts = (rows: readonly Deal[]): number[] =>
					table(pipelineOf(rows, { stages: STAGES }), 'stageCount', 'reached').rows.map((row) => row[1] as number);
				const whole = counts([...first, ...second]);
				const other = counts(second);
				expect(counts(first).map((count, rank) => count + (other[rank] as number))).toEqual(whole);
			}),
			runs,
		);
	});
});
