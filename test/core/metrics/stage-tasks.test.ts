import { describe, expect, test } from 'vitest';
import { type Stage, StageList } from '../../../src/core/model/stage.ts';
import { cells, misuse, table } from './ask.ts';
import { pipelineOf, STAGES, WORKED_DEALS, worked } from './worked-case.ts';

const withTasks = (): ReturnType<typeof pipelineOf> =>
	pipelineOf(WORKED_DEALS, {
		stages: new StageList(
			STAGES.all.map((stage): Stage => {
				if (stage.name === 'Contact')
					return { ...stage, exitRule: 'Budget is named', tasks: ['Call', 'Find the decider'], usualDays: 14 };
				return stage.name === 'Needs' ? { ...stage, tasks: ['Write the list of needs'] } : stage;
			}),
		),
	});

describe('STAGE_TASKS', () => {
	test('one row a task, with the deals that are in the stage now; a stage without tasks keeps its row', () => {
		expect(cells(withTasks(), 'stageTasks')).toEqual([
			['Stage', 'Deals', 'Usual days', 'Exit rule', 'Task'],
			['Contact', 1, 14, 'Budget is named', 'Call'],
			['Contact', 1, 14, 'Budget is named', 'Find the decider'],
			['Needs', 1, '', '', 'Write the list of needs'],
			['Proposal', 1, '', '', ''],
			['Contract', 1, '', '', ''],
			['Won', 3, '', '', ''],
			['Lost', 3, '', '', ''],
		]);
	});

	test('one stage by its name or alias, for the deals of a filter', () => {
		expect(table(withTasks(), 'stageTasks', '初步接触', 'Owner', 'Ben').rows).toEqual([
			['Contact', 0, 14, 'Budget is named', 'Call'],
			['Contact', 0, 14, 'Budget is named', 'Find the decider'],
		]);
		expect(table(worked(), 'stageTasks', 'Lost').rows).toEqual([['Lost', 3, null, '', null]]);
	});

	test('a misspelled stage names the nearest one', () => {
		expect(misuse(withTasks(), 'stageTasks', 'Contct')).toEqual({
			code: 'unknownWord',
			params: { word: 'Contct', nearest: 'Contact' },
		});
		expect(misuse(withTasks(), 'stageTasks', 'Contact', 'Needs')).toEqual({
			code: 'tooManyStages',
			params: { limit: 1, word: 'Needs' },
		});
	});
});
