import { describe, expect, it } from 'vitest';
import { LEFT_SIGHT } from '../../../src/core/forecast/deal-paths.ts';
import { pathsByAge, pathsOfEnds } from '../../../src/core/forecast/read-deal-paths.ts';
import { pathsByStage } from '../../../src/core/forecast/read-stage-paths.ts';
import { readHistory } from '../../../src/core/history/history-table.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { NOT_YET } from '../../../src/core/statistics/deal-standing.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { type Deal, pipelineOf, stage } from '../metrics/worked-case.ts';

const START = 20_454;
const STAGES = new StageList([
	stage('A', 'open', 0.1),
	stage('B', 'open', 0.5),
	stage('Parked', 'parked', 0.5),
	stage('Won', 'won', 1),
	stage('Lost', 'lost', 0),
]);

type Change = readonly [id: string, stage: string, day: number, source?: string];

function pipelineWith(deals: readonly Deal[], changes: readonly Change[] = []) {
	const shifted = deals.map((deal) => ({
		...deal,
		...(deal.Created === undefined ? {} : { Created: START + Number(deal.Created) }),
		...(deal.Closed === undefined ? {} : { Closed: START + Number(deal.Closed) }),
	}));
	const pipeline = pipelineOf(shifted, { stages: STAGES, asOf: START + 101, asOfDay: START + 100 });
	const grid = [
		['Deal ID', 'Stage', 'Changed at', 'Source'],
		...changes.map(([id, to, day, source = 'edit']) => [id, to, dayText(START + day), source]),
	];
	const history = readHistory(grid, pipeline.opportunities, STAGES, pipeline.timeZone);
	return { pipeline, history, selection: wholeSelection(pipeline.opportunities) };
}

/** Stays as `state from-to>exit`, days since day 0; `*` where the day of entry is not known. */
function staysOf(deals: readonly Deal[], changes: readonly Change[]): string[] {
	const { pipeline, history, selection } = pipelineWith(deals, changes);
	const { stays } = pathsByStage({ ...pipeline, history }, history, selection, true);
	const day = (value: number | undefined): string => (value === NOT_YET ? '…' : String((value ?? 0) - START));
	return Array.from(
		stays.state,
		(state, i) =>
			`${state} ${day(stays.from[i])}-${day(stays.to[i])}>${stays.exit[i]}${stays.isTimed[i] === 1 ? '' : '*'}`,
	);
}

const deal = (parts: Deal): Deal => ({ Id: 'd', Created: 0, Closed: undefined, ...parts });

describe('the ways of deals through the stages', () => {
	it('follows a deal to its win', () => {
		const changes: Change[] = [
			['d', 'A', 0],
			['d', 'B', 10],
			['d', 'Won', 30],
		];
		expect(staysOf([deal({ Stage: 'Won', Closed: 30 })], changes)).toEqual(['0 0-10>1', '1 10-30>2']);
	});

	it('takes the state at the end of a day', () => {
		const changes: Change[] = [
			['d', 'A', 0],
			['d', 'B', 0],
		];
		expect(staysOf([deal({ Stage: 'B' })], changes)).toEqual([`1 0-…>${LEFT_SIGHT}`]);
	});

	it('leaves the gap of a reopened deal out', () => {
		const changes: Change[] = [
			['d', 'A', 0],
			['d', 'Lost', 50],
			['d', 'A', 60],
			['d', 'Won', 90],
		];
		expect(staysOf([deal({ Stage: 'Won', Closed: 90 })], changes)).toEqual(['0 0-50>3', '0 60-90>2']);
	});

	it('loses sight of a parked deal and finds it again', () => {
		const changes: Change[] = [
			['d', 'A', 0],
			['d', 'Parked', 20],
			['d', 'B', 40],
		];
		expect(staysOf([deal({ Stage: 'B' })], changes)).toEqual([`0 0-20>${LEFT_SIGHT}`, `1 40-…>${LEFT_SIGHT}`]);
	});

	it('knows no day of entry for what was there when the history began', () => {
		const changes: Change[] = [
			['d', 'B', 20, 'assumed'],
			['x', 'A', 10],
		];
		expect(staysOf([deal({ Stage: 'B' })], changes)).toEqual([`1 20-…>${LEFT_SIGHT}*`]);
	});

	it('counts the first stage from the creation, also when it was there before the history', () => {
		expect(staysOf([deal({ Stage: 'A' })], [['d', 'A', 20, 'assumed']])).toEqual([`0 0-…>${LEFT_SIGHT}`]);
	});

	it('follows the table where it is ahead of the history', () => {
		expect(staysOf([deal({ Stage: 'B' })], [['d', 'A', 0]])).toEqual(['0 0-100>1', `1 100-…>${LEFT_SIGHT}`]);
	});

	it('ends the way on the closing day that the table says', () => {
		const changes: Change[] = [
			['d', 'A', 0],
			['d', 'B', 10],
			['d', 'Won', 33],
		];
		expect(staysOf([deal({ Stage: 'Won', Closed: 30 })], changes)).toEqual(['0 0-10>1', '1 10-30>2']);
	});

	it('takes the closing day from the history when the table has none', () => {
		const changes: Change[] = [
			['d', 'A', 0],
			['d', 'Won', 33],
		];
		expect(staysOf([deal({ Stage: 'Won' })], changes)).toEqual(['0 0-33>2']);
	});
});

describe('deals that the forecast cannot use', () => {
	const deals: Deal[] = [
		{ Id: '1', Stage: 'A', Created: 0 },
		{ Id: '2', Stage: 'A' },
		{ Id: '3', Stage: 'Parked', Created: 0 },
		{ Id: '4', Stage: 'Somewhere', Created: 0 },
		{ Id: '5', Stage: 'Won', Created: 0 },
		{ Id: '6', Stage: 'Won', Created: 50, Closed: 40 },
		{ Id: '7', Stage: 'Lost', Created: 0, Closed: 40 },
		{ Id: '8', Stage: 'Won', Created: 0, Closed: 120 },
		{ Id: '9', Stage: 'A', Created: 130 },
	];

	it('are counted by reason', () => {
		const { pipeline, selection } = pipelineWith(deals);
		const { leftOut, deals: used } = pathsByAge(pipeline, selection, true);
		expect(leftOut).toEqual({ parked: 1, unknownStage: 1, noCreation: 2, noEnd: 2 });
		expect(Array.from(used)).toEqual([0, 6, 7]);
	});

	it('count a deal that ends after the as-of day as open', () => {
		const { pipeline, selection } = pipelineWith(deals);
		const { ended } = pathsByAge(pipeline, selection, true);
		expect(ended[2]).toBe(NOT_YET);
	});

	it('need no creation date where only ends are followed', () => {
		const { pipeline, selection } = pipelineWith([
			{ Id: '1', Stage: 'Won', Closed: 10 },
			{ Id: '2', Stage: 'A' },
		]);
		expect(Array.from(pathsOfEnds(pipeline, selection, true).deals)).toEqual([0]);
	});
});
