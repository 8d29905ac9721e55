import { describe, expect, it } from 'vitest';
import { StageList } from '../../../src/core/model/stage.ts';
import { stage } from '../pipeline-of.ts';

describe('a stage list', () => {
	const list = new StageList([
		stage('Lead', 'open', 0.1, ['Demo', '', 'New']),
		stage('Demo', 'open', 0.2, ['New']),
		stage('Hold', 'parked'),
		stage('Won', 'won'),
	]);

	it('finds stages by name and alias in any spelling; a name wins over an alias, the first alias over a later one', () => {
		expect(['lead', ' DEMO ', 'new', 'Hold', '', 'nowhere'].map((name) => list.positionOf(name))).toEqual([
			0, 1, 0, 2, -1, -1,
		]);
	});
	it('finds stages by id, and knows when one is gone', () => {
		expect(['Lead', 'Won', 'lead', ''].map((id) => list.positionOfId(id))).toEqual([0, 3, -1, -1]);
	});
	it('ranks open stages in their order, the won one after them, others not at all', () => {
		expect([list.open, list.openCount, list.rankOf]).toEqual([[0, 1], 2, [0, 1, -1, 2]]);
	});
});

describe('problems of a stage list', () => {
	const problems = (...stages: ReturnType<typeof stage>[]) => new StageList(stages).problems();
	const won = stage('Won', 'won');
	const lead = stage('Lead', 'open');

	it('a good list has none, also with aliases that repeat the own name or are blank', () => {
		expect(problems(stage('Lead', 'open', 0, ['lead', ' LEAD', '', ' ']), stage('Demo', 'open', 0, ['']), won)).toEqual(
			[],
		);
	});
	it('a stage without a name', () =>
		expect(problems(lead, stage(' ', 'open'), stage('', 'open'), won)).toEqual([
			{ code: 'emptyName', position: 1 },
			{ code: 'emptyName', position: 2 },
		]));
	it('a word that means two stages', () => {
		expect(problems(lead, stage('Demo', 'open', 0, ['LEAD']), won)).toEqual([
			{ code: 'sameKey', first: 'Lead', second: 'Demo' },
		]);
		expect(problems(stage('A', 'open', 0, ['x']), stage('B', 'open', 0, ['X']), won)).toEqual([
			{ code: 'sameKey', first: 'A', second: 'B' },
		]);
	});
	it('no open or no won stage', () => {
		expect(problems(won)).toEqual([{ code: 'noOpenStage' }]);
		expect(problems(lead)).toEqual([{ code: 'noWonStage' }]);
		expect(problems(stage('Hold', 'parked'))).toEqual([{ code: 'noOpenStage' }, { code: 'noWonStage' }]);
	});
});
