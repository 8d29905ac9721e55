import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { type ColumnMap, NO_STAGE, UNKNOWN_STAGE } from '../../../src/core/model/opportunity.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { dealRows } from '../../../src/core/table/deal-rows.ts';
import { stageOfStatus, statusFacts } from '../../../src/core/table/effective-stage.ts';
import { outcomeSources } from '../../../src/core/table/outcome.ts';
import { StageReader, stageColumn } from '../../../src/core/table/stage-column.ts';
import { pipelineOf, stage } from '../pipeline-of.ts';

const STAGES = new StageList([
	stage('Lead', 'open'),
	stage('Demo', 'open', 0.4, ['Presentation']),
	stage('Waiting', 'parked'),
	stage('Won', 'won', 1),
	stage('Lost', 'lost', 0),
	stage('Disqualified', 'lost', 0),
]);
const LEAD = 0;
const DEMO = 1;
const WAITING = 2;
const WON = 3;
const LOST = 4;

/** Reads the rows after the headings; each of them is a deal by its name in the last column. */
function column(rows: readonly (readonly Cell[])[], columns: ColumnMap, stages = STAGES) {
	const headings = ['Stage', 'Status', 'Name'];
	const grid = [headings, ...rows];
	const reader = new StageReader(stages, headings[0] as string);
	const found = dealRows(grid, 0, { ...columns, name: 2 }, new Set([2]), headings, stages.all.length, reader.read);
	found.read(1, grid.length, []);
	const source = { grid, most: rows.length, rows: () => found.rows() };
	const sources = outcomeSources(grid, 0, headings, columns, [], (cell) => statusFacts(cell, stages));
	const { codes, counts, lastOpen, issues } = stageColumn(source, columns.stage, stages, found, reader, sources, {});
	return {
		codes: [...codes],
		counts: [...counts],
		lastOpen: lastOpen === null ? null : [...lastOpen],
		issues: issues.map(({ row, column, code, suggestion }) => [row, column, code, suggestion]),
	};
}

/** The stage column alone, or with a status column beside it. */
function read(cells: readonly (Cell | readonly [Cell, Cell])[], stages = STAGES) {
	const isPaired = Array.isArray(cells[0]);
	const rows = cells.map((cell): Cell[] => [...(Array.isArray(cell) ? cell : [cell as Cell, '']), 'Deal']);
	const { counts, ...found } = column(rows, isPaired ? { stage: 0, status: 1 } : { stage: 0 }, stages);
	// What is counted on the way is what the codes say in the end.
	expect(counts).toEqual(
		[UNKNOWN_STAGE, NO_STAGE, ...stages.all.keys()].map((code) => found.codes.filter((other) => other === code).length),
	);
	return found;
}

describe('one stage a cell', () => {
	it('is found by name or alias; another spelling is listed with the name', () => {
		expect(read(['Lead', 'Presentation', ' LEAD ', 'presentation'])).toEqual({
			codes: [LEAD, DEMO, LEAD, DEMO],
			lastOpen: null,
			issues: [
				[3, 0, 'stageSpelling', 'Lead'],
				[4, 0, 'stageSpelling', 'Demo'],
			],
		});
	});

	it('a blank, a placeholder and an unticked box are no stage, a failed formula is listed as such', () => {
		expect(read(['', 'n/a', false, '#REF!', undefined as unknown as Cell])).toEqual({
			codes: new Array(5).fill(NO_STAGE),
			lastOpen: null,
			issues: [
				[1, 0, 'missingStage', null],
				[2, 0, 'missingStage', null],
				[3, 0, 'missingStage', null],
				[4, 0, 'formulaError', null],
				[5, 0, 'missingStage', null],
			],
		});
	});

	it('a ticked box, a number and a date are texts that no stage has', () => {
		expect(read([true, 7, new Date(0), new Date(0), new Date(86_400_000)]).codes).toEqual(
			new Array(5).fill(UNKNOWN_STAGE),
		);
		expect(read([new Date(0), new Date(0)]).issues).toEqual([
			[1, 0, 'unknownStage', null],
			[2, 0, 'unknownStage', null],
		]);
	});

	it('a number can be the name of a stage, and of no other cell', () => {
		const numbered = new StageList([stage('1', 'open'), stage('2', 'open'), stage('Won', 'won')]);
		expect(read([1, '1', 2, '3', 1], numbered).codes).toEqual([0, 0, 1, UNKNOWN_STAGE, 0]);
	});

	it('every row of an unlisted spelling is listed, also far down the column', () => {
		const cells = Array.from({ length: 1100 }, (_, i) => (i % 550 === 549 ? 'Leed' : 'Lead'));
		expect(read(cells).issues).toEqual([
			[550, 0, 'unknownStage', 'Lead'],
			[1100, 0, 'unknownStage', 'Lead'],
		]);
	});

	it('the suggestion is the only stage that the text can mean, and of the same kind of end', () => {
		const suggestions = (cells: Cell[], stages = STAGES): unknown[] =>
			read(cells, stages).issues.map((issue) => issue.slice(2));
		expect(suggestions(['Demoo', 'Presentaton', 'Something else'])).toEqual([
			['unknownStage', 'Demo'],
			['unknownStage', 'Demo'],
			['unknownStage', null],
		]);
		// "Closed won" means a win: a lost stage with a similar name is not a suggestion, nor an open one.
		const misleading = new StageList([
			stage('Closed wan', 'open'),
			stage('Signed', 'won'),
			stage('Closed lest', 'open'),
			stage('Gone', 'lost'),
		]);
		expect(suggestions(['Closed won', 'Closed lost'], misleading)).toEqual([
			['unknownStage', null],
			['unknownStage', null],
		]);
		expect(suggestions(['Won!', 'Lost.'])).toEqual([
			['unknownStage', 'Won'],
			['unknownStage', 'Lost'],
		]);
	});

	it('the bare words decide before the letters: one stage of the same words is meant, of two none', () => {
		const numbered = new StageList([
			stage('1. Product demo', 'open'),
			stage('Product demos', 'open'),
			stage('Won', 'won'),
		]);
		expect(read(['Product demo'], numbered).issues).toEqual([[1, 0, 'unknownStage', '1. Product demo']]);
		const twice = new StageList([
			stage('1. Product demo', 'open'),
			stage('2. Product demo', 'open'),
			stage('Won', 'won'),
		]);
		expect(read(['Product demo'], twice).issues).toEqual([[1, 0, 'unknownStage', null]]);
	});

	it('an ending that nobody classified is not guessed', () => {
		expect(read(['Closed'])).toMatchObject({ codes: [UNKNOWN_STAGE], issues: [[1, 0, 'unclassifiedStage', null]] });
	});

	it('without a stage column no deal has a stage, whatever its status is', () => {
		expect(column([['', 'Won', 'Deal']], { status: 1 })).toEqual({
			codes: [NO_STAGE],
			counts: [0, 1, 0, 0, 0, 0, 0, 0],
			lastOpen: null,
			issues: [],
		});
	});
});

describe('a status beside the stage', () => {
	it('closes the deal and keeps its open stage', () => {
		const { codes, lastOpen } = read([
			['Lead', 'Open'],
			['Demo', 'Won'],
			['Lead', 'lost'],
			['Waiting', 'Lost'],
			['Won', 'Lost'],
			['Lost', 'Won'],
			['', 'Won'],
			['Wonn', 'Lost'],
			['Demo', ''],
			['Demo', 7],
			['Demo', 'won'],
		]);
		expect(codes).toEqual([LEAD, WON, LOST, LOST, WON, LOST, WON, LOST, DEMO, DEMO, WON]);
		expect(lastOpen).toEqual([-1, DEMO, LEAD, WAITING, -1, -1, -1, -1, -1, -1, DEMO]);
	});

	it('a table in which no open stage is closed has one level only', () => {
		expect(read([['Won', 'Won'] as const, ['Lead', 'Open'] as const]).lastOpen).toBeNull();
		expect(read([['', 'Won'] as const]).lastOpen).toBeNull();
	});

	it('an unlisted stage stays listed when the status closes the deal', () => {
		expect(read([['Leed', 'Won'] as const])).toEqual({
			codes: [WON],
			lastOpen: null,
			issues: [[1, 0, 'unknownStage', 'Lead']],
		});
	});

	it('a status is a listed closing stage, else the first stage of the kind that the word means', () => {
		const positions = ['Won', 'lost', 'Disqualified', 'Lead', 'Waiting', 'Open', '', '  ', 'n/a'].map((word) =>
			stageOfStatus(word, STAGES, false),
		);
		expect(positions).toEqual([WON, LOST, 5, -1, -1, -1, -1, -1, -1]);
		expect([7, true, undefined].map((cell) => stageOfStatus(cell as Cell, STAGES, false))).toEqual([-1, -1, -1]);
		const named = new StageList([stage('New', 'open'), stage('Signed', 'won'), stage('Dead', 'lost')]);
		expect(['won', 'lost', 'open'].map((word) => stageOfStatus(word, named, false))).toEqual([1, 2, -1]);
		// An open stage that is called "Won" does not close a deal; what the word means does.
		const odd = new StageList([stage('Won', 'open'), stage('Signed', 'won')]);
		expect(stageOfStatus('Won', odd, false)).toBe(1);
	});
});

describe('a list that begins with its ends', () => {
	const ends = [stage('Signed', 'won'), stage('Gone', 'lost'), stage('Lead', 'open')];
	const list = new StageList(ends);
	it('is closed by a status of the same name or of the same meaning', () => {
		expect(
			['Signed', 'Gone', 'Won', 'Lost', 'Lead', 'Open', '', 7, undefined].map((status) =>
				stageOfStatus(status, list, false),
			),
		).toEqual([0, 1, 0, 1, -1, -1, -1, -1, -1]);
	});
	it('keeps the end that a deal has, and takes that of the status for an open or a blank one', () => {
		const { opportunities } = pipelineOf(
			[
				['Name', 'Stage', 'Status'],
				['a', 'Lead', 'Won'],
				['b', 'Signed', 'Lost'],
				['c', 'Gone', 'Won'],
				['d', '', 'Won'],
				['e', 'Lead', 'Open'],
			],
			{ stages: ends },
		);
		const { codes, lastOpen } = opportunities.stages();
		expect([[...codes], [...(lastOpen ?? [])]]).toEqual([
			[0, 0, 1, 0, 2],
			[2, -1, -1, -1, -1],
		]);
	});
});
