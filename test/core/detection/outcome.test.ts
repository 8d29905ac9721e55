// Ends of deals that other columns than the stage tell: flags, dates, reasons, probabilities and statuses, deal by deal.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { detectStages } from '../../../src/core/detection/stage-detection.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { countByKind, pipelineOf, stage, stageNames } from '../pipeline-of.ts';

type Table = readonly (readonly Cell[])[];
const problems = (grid: Table) =>
	checkTable(pipelineOf(grid))
		.filter(({ code }) => /outcome|unclassified/iu.test(code))
		.map(({ code, row, value }) => `${code}@${row}: ${value}`);
const found = (grid: Table) => detectStages(grid, detectTable(grid));
const rulesOf = (grid: Table) => found(grid).outcomes.map(({ evidence, isDeciding }) => `${evidence} ${isDeciding}`);
const listOf = (grid: Table) => found(grid).stages.map(({ name, kind, deals }) => `${name}: ${kind} ${deals}`);

describe('columns of yes and no', () => {
	it.each([
		['English', ['Deal', 'Stage', 'Is Closed', 'Is Won'], 'Demo', 'TRUE', 'FALSE'],
		['English ticked', ['Deal', 'Stage', 'Closed?', 'Won?'], 'Demo', true, false],
		['German', ['Kunde', 'Phase', 'Abgeschlossen', 'Gewonnen'], 'Angebot', 'Ja', 'Nein'],
		['Chinese', ['商机名称', '阶段', '是否关闭', '是否赢单'], '报价', '是', '否'],
	] as const)('closed and not won is lost, not closed is open: %s', (_language, headings, open, yes, no) => {
		const grid = [
			headings,
			['a', open, yes, yes],
			['b', open, yes, no],
			['c', open, no, no],
			['d', open, yes, no],
			['e', open, no, no],
			['f', open, no, no],
		];
		expect(countByKind(pipelineOf(grid))).toEqual({ won: 1, lost: 2, open: 3 });
		expect(problems(grid)).toEqual([]);
	});
	it('won and lost of their own end deals, neither of them leaves a deal open, both contradict each other', () => {
		const grid = [
			['Deal', 'Stage', 'Won?', 'Lost?'],
			['a', 'Demo', 'yes', 'no'],
			['b', 'Demo', 'no', 'yes'],
			['c', 'Demo', 'no', 'no'],
			['d', 'Proposal', 'yes', 'yes'],
		];
		expect(stageNames(pipelineOf(grid))).toEqual(['Won', 'Lost', 'Demo', 'Proposal']);
		expect(problems(grid)).toEqual(['outcomesDisagree@4: yes']);
	});
	it('inactive or archived alone may be either: it is asked what that means, and no deal counts as open', () => {
		for (const [heading, ended, open] of [
			['Active', 'FALSE', 'TRUE'],
			['Archived', true, false],
		] as const) {
			const grid = [
				['Deal', 'Stage', heading],
				['a', 'Demo', ended],
				['b', 'Proposal', open],
				['c', 'Proposal', ended],
			];
			const asked = `${heading}: ${String(ended).toUpperCase()}`;
			expect(listOf(grid)).toContain(`${asked}: null 2`);
			expect(countByKind(pipelineOf(grid))).toEqual({ unknown: 2, open: 1 });
			expect(problems(grid)).toHaveLength(2);
			const { outcomeStages } = found(grid);
			expect(outcomeStages).toEqual({ ended: asked });
		}
	});
	it('inactive with a probability of nothing is lost, and the open deals alone give the stages their probabilities', () => {
		const grid = [
			['Opportunity', 'Stage', 'Probability', 'Active', 'Lost Reason'],
			['a', 'New', 10, 'TRUE', ''],
			['b', 'New', 0, 'FALSE', 'Price'],
			['c', 'New', 0, 'FALSE', 'Price'],
			['d', 'Qualified', 30, 'TRUE', ''],
			['e', 'Qualified', 0, 'FALSE', 'Late'],
			['f', 'Won', 100, 'TRUE', ''],
		];
		expect(countByKind(pipelineOf(grid))).toEqual({ open: 2, lost: 3, won: 1 });
		expect(found(grid).stages.map(({ name, probability }) => [name, probability])).toEqual([
			['New', 0.1],
			['Qualified', 0.3],
			['Won', 1],
			['Lost', 0],
		]);
	});
	it('that agree with the stages only check them: what they deny is listed and counts as its stage says', () => {
		const ended = (name: string, at: string): Cell[] => [name, at, 'TRUE', at === 'Won' ? 'TRUE' : 'FALSE'];
		const grid = [
			['Deal', 'Stage', 'IsClosed', 'IsWon'],
			...Array.from({ length: 12 }, (_, i) => ended(`d${i}`, i % 2 === 0 ? 'Won' : 'Lost')),
			['open', 'Demo', 'FALSE', 'FALSE'],
			['slip', 'Demo', 'TRUE', 'FALSE'],
		];
		expect(rulesOf(grid)).toEqual(['closed false']);
		expect(countByKind(pipelineOf(grid))).toEqual({ won: 6, lost: 6, open: 2 });
		expect(problems(grid)).toEqual(['openAgainstOutcome@14: TRUE']);
	});
});

describe('dates and reasons', () => {
	it.each([
		['English', ['Deal', 'Stage', 'Added on', 'Won on', 'Lost on', 'Lost because'], 'Proposal'],
		['German', ['Kunde', 'Phase', 'Angelegt am', 'Gewonnen am', 'Verloren am', 'Verlustgrund'], 'Angebot'],
		['Chinese', ['商机名称', '阶段', '创建日期', '赢单日期', '输单日期', '输单原因'], '报价'],
	] as const)('a date of the loss or the win ends a deal: %s', (_language, headings, open) => {
		const grid = [
			headings,
			['a', open, '2025-01-02', '', '2025-02-03', 'Price'],
			['b', open, '2025-01-03', '', '', ''],
			['c', open, '2025-01-04', '2025-03-04', '', ''],
			['d', open, '2025-01-05', '', '2025-03-05', 'Late'],
		];
		expect(countByKind(pipelineOf(grid))).toEqual({ lost: 2, open: 1, won: 1 });
		expect(problems(grid)).toEqual([]);
	});
	it('a reason for the loss ends a deal where nothing else tells losses, and is listed where something does', () => {
		const open = [
			['Deal', 'Stage', 'Loss reason'],
			['a', 'Demo', 'Price'],
			['b', 'Demo', ''],
			['c', 'Won', ''],
			['d', 'Proposal', 'Late'],
			['e', 'Proposal', ''],
		];
		expect(countByKind(pipelineOf(open))).toEqual({ lost: 2, open: 2, won: 1 });
		const told = [...open.slice(0, 1), ...open.slice(2), ...'fghijk'.split('').map((name) => [name, 'Lost', 'Price'])];
		expect(countByKind(pipelineOf(told))).toEqual({ open: 3, won: 1, lost: 6 });
		expect(problems(told)).toEqual(['openAgainstOutcome@3: Late']);
	});
	it('reasons on wins, and on nearly every open deal, are no losses', () => {
		const reasons = (kind: string, count: number): Cell[][] =>
			Array.from({ length: count }, (_, i) => [`${kind}${i}`, kind, 'Referral']);
		for (const grid of [
			[['Deal', 'Stage', 'Reason'], ...reasons('Won', 3), ...reasons('Demo', 2), ['x', 'Demo', '']],
			[['Deal', 'Stage', 'Reason'], ...reasons('Demo', 6), ['x', 'Won', '']],
		])
			expect([countByKind(pipelineOf(grid)).lost, problems(grid)]).toEqual([undefined, []]);
	});
	it('a chance of none or of all beside a closing date ends a deal where nothing else tells ends', () => {
		const grid = [
			['Deal', 'Stage', 'Probability', 'Closed'],
			['a', 'Demo', 0, '2025-02-03'],
			['b', 'Demo', 40, ''],
			['c', 'Proposal', 100, '2025-02-05'],
			['d', 'Proposal', 60, ''],
			['e', 'Proposal', 0, ''],
		];
		expect(countByKind(pipelineOf(grid))).toEqual({ lost: 1, open: 3, won: 1 });
	});
});

describe('a status beside the stage', () => {
	const head = ['Deal', 'Stage', 'Status'];
	it('never adds to the count of a stage that the column names', () => {
		const grid = [
			head,
			['a', 'Demo', 'Won'],
			['b', 'Closed Won', 'Won'],
			['c', 'Demo', 'Dead'],
			['d', 'Closed Lost', 'Dead'],
			['e', 'Demo', 'Open'],
		];
		expect(stageNames(pipelineOf(grid))).toEqual(['Won', 'Closed Won', 'Dead', 'Closed Lost', 'Demo']);
		expect(problems(grid)).toEqual([]);
	});
	it('whose word is also a stage has a stage named after its column', () => {
		const grid = [head, ['a', 'Demo', 'Won'], ['b', 'Won', 'Won'], ['c', 'Demo', 'Open']];
		expect(stageNames(pipelineOf(grid))).toEqual(['Won (Status)', 'Won', 'Demo']);
		expect(found(grid).outcomeStages).toEqual({ won: 'Won (Status)' });
	});
	it('without a stage of its own in the list is listed where it adds to a named one', () => {
		const grid = [head, ['a', 'Demo', 'Won'], ['b', 'Closed Won', 'Won'], ['c', 'Demo', 'Open']];
		const stages = [stage('Demo', 'open'), stage('Closed Won', 'won', 1)];
		const pipeline = pipelineOf(grid, { stages });
		expect(stageNames(pipeline)).toEqual(['Closed Won', 'Closed Won', 'Demo']);
		expect(checkTable(pipeline).map(({ code, row }) => `${code}@${row}`)).toEqual(['endedByOutcome@1']);
	});
	it('that only says closed is asked, and counts as nothing until the answer is there', () => {
		const grid = [head, ['a', 'Demo', 'Closed'], ['b', 'Demo', 'Open'], ['c', 'Proposal', 'Closed']];
		expect(listOf(grid)).toEqual(['Demo: open 1', 'Proposal: open 0', 'Closed: null 2']);
		expect(countByKind(pipelineOf(grid))).toEqual({ unknown: 2, open: 1 });
		expect(problems(grid)).toEqual(['unclassifiedStage@1: Closed', 'unclassifiedStage@3: Closed']);
		const stages = [
			stage('Demo', 'open'),
			stage('Proposal', 'open'),
			stage('Won', 'won', 1),
			stage('Closed', 'lost', 0),
		];
		expect(countByKind(pipelineOf(grid, { stages }))).toEqual({ lost: 2, open: 1 });
	});
});

it('the order of the rows changes neither stages nor ends', () => {
	const rows = [
		['a', 'Demo', 'FALSE', '', 'Won'],
		['b', 'Demo', 'TRUE', 'Price', 'Open'],
		['c', 'Won', 'FALSE', '', 'Won'],
		['d', 'Proposal', 'TRUE', '', ''],
		['e', 'Proposal', 'FALSE', '', 'Open'],
	];
	const head = ['Deal', 'Stage', 'Archived', 'Loss reason', 'Status'];
	const read = (body: Cell[][]) => {
		const pipeline = pipelineOf([head, ...body]);
		const names = stageNames(pipeline);
		return body.map(([name], i) => `${name} ${names[i]}`).sort();
	};
	expect(read([...rows].reverse())).toEqual(read(rows));
});
