// The cells of a stage table: each column read and written, and the problems with their places.
import { describe, expect, it } from 'vitest';
import { newStageId, readStageTable, stageTableRows } from '../../../src/core/stage-list/stage-table.ts';

describe('the whole table', () => {
	const full = [
		['Stages of 2026'],
		['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases', 'ID', 'Name'],
		[' New  lead ', 'open', '10%', 14, ' Budget known ', 'Call; Mail;; ', 'Lead；首次接触', ' k1 ', 'not this one'],
		['', 'open', '', '', '', '', '', 'k9', ''],
		['Won', 'won', '', '', '', '', '', '', ''],
	];
	it('is read below a title, each cell in its column', () => {
		expect(readStageTable(full).stages).toEqual([
			{
				id: 'k1',
				name: 'New lead',
				kind: 'open',
				probability: 0.1,
				usualDays: 14,
				exitRule: 'Budget known',
				tasks: ['Call', 'Mail'],
				aliases: ['Lead', '首次接触'],
			},
			{ id: 'won', name: 'Won', kind: 'won', probability: 1, usualDays: null, exitRule: '', tasks: [], aliases: [] },
		]);
	});
	it('is written with its headings, lists joined by semicolons, what is not set left blank', () => {
		expect(stageTableRows(readStageTable(full).stages, 'en')).toEqual([
			['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases', 'ID'],
			['New lead', 'open', 0.1, 14, 'Budget known', 'Call; Mail', 'Lead; 首次接触', 'k1'],
			['Won', 'won', 1, '', '', '', '', 'won'],
		]);
		expect(stageTableRows([], 'zh-CN')).toEqual([
			['名称', '类型', '概率', '通常天数', '推进条件', '任务', '别名', '编号'],
		]);
	});
	it('usual days are a number from 0 to under 100,000; anything else is named with its cell and left unset', () => {
		const days = (...values: (string | number)[]) =>
			readStageTable([
				['Name', 'Kind', 'Days'],
				...values.map((value, i) => [`S${i}`, 'open', value]),
				['Won', 'won', ''],
			]);
		const read = days(0, 99_999, 100_000, -1, 'two weeks', '');
		expect(read.stages.map(({ usualDays }) => usualDays)).toEqual([0, 99_999, null, null, null, null, null]);
		expect(read.problems).toEqual([
			{ code: 'badDays', row: 3, stage: 'S2', value: '100000' },
			{ code: 'badDays', row: 4, stage: 'S3', value: '-1' },
			{ code: 'badDays', row: 5, stage: 'S4', value: 'two weeks' },
		]);
	});
	it('problems name the row, the stage and at most 200 characters of the cell', () => {
		const { problems } = readStageTable([
			['Name', 'Kind', 'Probability'],
			['Lead', 'x'.repeat(300), ''],
			['Demo', 'open', 400],
			['Win', '', ''],
			['Proposal', 'open', 0.5],
			['Talk', 'open', 20],
			['Won', 'won', ''],
		]);
		expect(problems).toEqual([
			{ code: 'badKind', row: 1, stage: 'Lead', value: 'x'.repeat(200) },
			{ code: 'badProbability', row: 2, stage: 'Demo', value: '400' },
			{ code: 'badKind', row: 3, stage: 'Win', value: '' },
			{ code: 'probabilityUnitUnclear', row: 4, stage: 'Proposal', value: '0.5' },
		]);
	});
	it('a fraction is taken for a share where no other cell is a whole number of percents', () => {
		const problems = (...values: (string | number)[]) =>
			readStageTable([
				['Name', 'Kind', 'Probability'],
				...values.map((value, i) => [`S${i}`, 'open', value]),
				['Won', 'won', ''],
			]).problems;
		expect(problems(0.2, 0.5, '40%')).toEqual([]);
		expect(problems(0.2, 1)).toEqual([]);
	});
	it('a heading alone above single cells is one, a single word among cells is not', () => {
		expect(readStageTable([['Stage'], ['Lead'], ['Won']]).stages.map(({ name }) => name)).toEqual(['Lead']);
		expect(
			readStageTable([
				['Stage', 'open', 10],
				['Won', 'won', ''],
			]).stages.map(({ name }) => name),
		).toEqual(['Stage', 'Won']);
	});
	it('an id is made of the letters and digits of the name, forty at most, and told apart by a number', () => {
		expect(newStageId(' (Closed) – won! ', new Set())).toBe('closed-won');
		expect(newStageId('–'.repeat(3) + 'a'.repeat(60), new Set())).toBe('a'.repeat(40));
		expect(newStageId('Demo', new Set(['demo', 'demo-2', 'demo-3']))).toBe('demo-4');
	});
});
