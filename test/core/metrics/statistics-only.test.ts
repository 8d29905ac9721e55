// What a metric looks at: the statistics of its deals and the stage list, so that deals may be counted elsewhere. And what a log that only found the deals changes: nothing.
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../../src/core/metrics/metric.ts';
import { compute, requestFrom } from '../../../src/core/metrics/shared/request.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { statisticsOf } from '../../../src/core/statistics/statistics.ts';
import { FOUR_STAGES, historyOf, moves, tinyPipeline, WORKED_MOVES, workedCase } from '../funnel/tiny-pipeline.ts';
import { cells } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { STAGES, worked } from './worked-case.ts';

const LISTS_DEALS = ['stageCheck', 'distanceToWin', 'funnelFindings', 'funnelExplain', 'salesForecast', 'salesChange'];

function modesOf({ modes }: MetricDefinition): string[][] {
	return modes.reduce<string[][]>(
		(lists, group) => lists.flatMap((list) => group.map(({ word }) => [...list, word])),
		[[]],
	);
}

function fromStatistics(definition: MetricDefinition, pipeline: Pipeline, modes: readonly string[], stages: number[]) {
	const statistics = statisticsOf(pipeline, wholeSelection(pipeline.opportunities));
	return definition.compute(requestFrom(definition, pipeline.stages, () => statistics, { modes, stages, number: 100 }));
}

describe('a metric', () => {
	test.each(METRICS.map((definition) => [definition.id, definition] as const))(
		'%s answers from statistics alone as from the deals, or says that it lists deals',
		(id, definition) => {
			for (const pipeline of [worked(), workedCase()])
				for (const modes of modesOf(definition)) {
					const own = fromStatistics(definition, pipeline, modes, []);
					if (LISTS_DEALS.includes(id) || modes.includes('forecast'))
						expect(own).toMatchObject({ value: null, reason: 'needsDeals' });
					else expect(own).toEqual(compute(definition, pipeline, { modes, number: 100 }));
				}
		},
	);
	test('DISTANCE_TO_WIN of one stage lists no deal, so it needs none', () => {
		const definition = METRICS.find(({ id }) => id === 'distanceToWin') as MetricDefinition;
		for (const pipeline of [worked(), workedCase()])
			for (const position of pipeline.stages.open)
				expect(fromStatistics(definition, pipeline, [], [position])).toEqual(
					compute(definition, pipeline, { stages: [position] }),
				);
	});
});

describe('the stage before a loss', () => {
	const told = (stages: string) => {
		const rows = stages.split(' ').map((stage, day) => ['d1', stage, `2026-01-0${day + 1}`]);
		const pipeline = readPipeline(
			[
				['Deal ID', 'Stage', 'Loss reason', 'Created'],
				['d1', stages.split(' ').at(-1) as string, 'Price', '2026-01-01'],
			],
			STAGES,
			20_500,
			[['Deal ID', 'Stage', 'Changed at'], ...rows],
		);
		return (cells(pipeline, 'lossReasons', 'by stage') as unknown[][]).slice(1).map((row) => row[0]);
	};
	test('is Won for a deal that was won and then lost', () => {
		expect(told('Contact Won Lost')).toEqual(['Won', 'Won']);
	});
	test('is the stage to which a won deal came back, for one that was lost there', () => {
		expect(told('Contact Won Needs Lost')).toEqual(['Needs', 'Needs']);
	});
	test('is not known for a deal of which only the loss was seen', () => {
		expect(told('Lost')).toEqual(['Unknown stage', 'Unknown stage']);
	});
});

describe('a log that found the deals where they are', () => {
	const now = WORKED_MOVES.map((list) => (list.at(-1) as [number, number])[1]);
	const deals = { stages: FOUR_STAGES, now };
	const found = historyOf(now.map((position) => [[99, position]]));
	const counted = (history: typeof found | null) => {
		const pipeline = tinyPipeline(deals, history, 100);
		return statisticsOf(pipeline, wholeSelection(pipeline.opportunities)).reached();
	};
	test('leaves the assumed deals as they are without a log', () => {
		expect(counted({ ...found, assumed: found.assumed.map(() => 1) })).toEqual(counted(null));
	});
	test('assumes no more of a deal that moves on afterwards than the table does', () => {
		const later = historyOf([moves('50:2 60:3'), moves('50:L 60:2')]);
		const first = { ...later, assumed: Uint8Array.of(1, 0, 1, 0) };
		const pipeline = tinyPipeline({ stages: FOUR_STAGES, now: [2, 1] }, first, 100);
		expect(statisticsOf(pipeline, wholeSelection(pipeline.opportunities)).reached().assumed[0]).toBe(0);
	});
	test('an observed beginning in mid-pipeline is assumed to have passed the stages before', () => {
		const seen = historyOf([moves('50:2 60:3')]);
		const pipeline = tinyPipeline({ stages: FOUR_STAGES, now: [2] }, seen, 100);
		expect(statisticsOf(pipeline, wholeSelection(pipeline.opportunities)).reached().assumed[0]).toBe(1);
	});
});
