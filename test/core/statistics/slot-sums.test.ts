import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../../src/core/model/opportunity.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { slotKind, stageCounts, stageCountsBy } from '../../../src/core/statistics/stage-counts.ts';
import { measure, table } from '../metrics/ask.ts';
import { type Deal, pipelineOf, STAGES } from '../metrics/worked-case.ts';

/** Far more deals than are added up at a time; those that are not given are open and without an amount. */
const long = (amounts: ReadonlyMap<number, number>, count = 5000): Deal[] =>
	Array.from({ length: count }, (_, d) => ({
		Stage: amounts.has(d) ? 'Won' : 'Needs',
		Amount: amounts.get(d),
		Owner: d % 2 === 0 ? 'Ann' : 'Ben',
	}));

describe('sums over many deals', () => {
	test.each([
		[
			'before it',
			[
				[0, 1],
				[2000, 1e16],
				[4000, -1e16],
			],
		],
		[
			'after it',
			[
				[0, 1e16],
				[2000, 1],
				[4000, -1e16],
			],
		],
		[
			'between equal ones',
			[
				[0, 1e16],
				[1500, 1],
				[2500, -1e16],
				[4500, 2],
			],
		],
	] as [string, [number, number][]][])('keep a small amount beside a huge one %s', (_, amounts) => {
		const expected = amounts.reduce((sum, [, amount]) => sum + (Math.abs(amount) < 10 ? amount : 0), 0);
		expect(measure(pipelineOf(long(new Map(amounts))), 'stageAmount', 'Won')).toMatchObject({
			value: expected,
			n: amounts.length,
		});
	});

	test('count every deal once, in all of the table and in the half that a filter leaves', () => {
		const deals: Deal[] = Array.from({ length: 4001 }, (_, d) => ({
			Stage: ['Contact', 'Needs', 'Won', 'Lost', '', 'elsewhere'][d % 6],
			Amount: d % 7 === 0 ? undefined : 1 + (d % 3),
			Currency: d % 5 === 0 ? 'USD' : 'EUR',
			Owner: d % 12 < 6 ? 'Ann' : 'Ben',
			Created: d % 9,
			Closed: (d % 9) + (d % 4),
		}));
		const pipeline = pipelineOf(deals);
		const isIn = (deal: Deal, stage: string, owner?: string) =>
			deal.Stage === stage && (owner === undefined || deal.Owner === owner);
		const sum = (wanted: readonly Deal[], currency: string) =>
			wanted.reduce(
				(total, { Amount, Currency }) => total + (Currency === currency ? ((Amount as number | undefined) ?? 0) : 0),
				0,
			);
		for (const owner of [undefined, 'Ann', 'Ben']) {
			const words = owner === undefined ? [] : ['Owner', owner];
			const counts = new Map(table(pipeline, 'stageCount', ...words).rows.map((row) => [row[0], row[1]]));
			const amounts = new Map(
				table(pipeline, 'stageAmount', ...words).rows.map((row) => [`${row[0]} ${row[3]}`, row[1]]),
			);
			for (const stage of ['Contact', 'Needs', 'Won', 'Lost']) {
				const wanted = deals.filter((deal) => isIn(deal, stage, owner));
				expect(counts.get(stage)).toBe(wanted.length);
				for (const currency of ['EUR', 'USD']) expect(amounts.get(`${stage} ${currency}`)).toBe(sum(wanted, currency));
			}
			const won = deals.filter((deal) => isIn(deal, 'Won', owner));
			const days = won.reduce((total, { Created, Closed }) => total + (Closed as number) - (Created as number), 0);
			expect(measure(pipeline, 'salesCycle', ...words)).toMatchObject({ numerator: days, n: won.length, excluded: 0 });
		}
		const unlisted = deals.filter(({ Stage }) => Stage === '' || Stage === 'elsewhere').length;
		expect(measure(pipeline, 'winRate', 'closed').excluded).toBe(unlisted);
	});
});

describe('deals by stage', () => {
	const stages = ['Won', 'Lost', 'Needs', '', 'nowhere', 'Won', 'Needs'];
	const pipeline = pipelineOf(stages.map((Stage, d): Deal => ({ Stage, Owner: d < 4 ? 'Ann' : 'Ben' })));
	const owners = pipeline.opportunities.dimension('Owner') as Dimension;
	const brief = ({ open, won, lost, unknown, noStage, bySlot }: ReturnType<typeof stageCounts>) => [
		open,
		won,
		lost,
		unknown,
		noStage,
		[...bySlot],
	];

	test('are counted by place, with those of no stage and of an unlisted one first', () => {
		expect(brief(stageCounts(pipeline, wholeSelection(pipeline.opportunities)))).toEqual([
			2,
			2,
			1,
			1,
			1,
			[1, 1, 0, 2, 0, 0, 2, 1],
		]);
		expect([0, 1, 2, 6, 7].map((slot) => slotKind(STAGES, slot))).toEqual([
			'unknown',
			'noStage',
			'open',
			'won',
			'lost',
		]);
	});
	test('are counted for each name of a column at once, also in a part of the table', () => {
		expect(stageCountsBy(pipeline, wholeSelection(pipeline.opportunities), owners).map(brief)).toEqual([
			[1, 1, 1, 0, 1, [0, 1, 0, 1, 0, 0, 1, 1]],
			[1, 1, 0, 1, 0, [1, 0, 0, 1, 0, 0, 1, 0]],
		]);
		expect(stageCountsBy(pipeline, { deals: Int32Array.of(0, 5, 6), count: 3 }, owners).map(brief)).toEqual([
			[0, 1, 0, 0, 0, [0, 0, 0, 0, 0, 0, 1, 0]],
			[1, 1, 0, 0, 0, [0, 0, 0, 1, 0, 0, 1, 0]],
		]);
	});
});
