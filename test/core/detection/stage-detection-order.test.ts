// What the rows of a table add to the names of its stages: counts, order, probabilities, status words, spellings that are not stages.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { detectStages } from '../../../src/core/detection/stage-detection.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';

const stagesOf = (...rows: readonly (readonly Cell[])[]) => detectStages(rows, detectTable(rows)).stages;
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const column = (...values: readonly Cell[]) =>
	stagesOf(['Name', 'Stage'], ...values.map((value, i): Cell[] => [`deal ${i}`, value]));
const brief = (stages: ReturnType<typeof stagesOf>) =>
	stages.map(({ name, kind, probability, deals }) => [name, kind, probability, deals]);
const names = (stages: ReturnType<typeof stagesOf>) => stages.map(({ name }) => name);

describe('order', () => {
	it('of the kinds: open, not classified, parked, won, lost', () => {
		expect(brief(column('Lost', 'Won', 'On hold', 'Passed', 'Lead', 'Lead'))).toEqual([
			['Lead', 'open', 0.5, 2],
			['Passed', null, 0, 1],
			['On hold', 'parked', 0, 1],
			['Won', 'won', 1, 1],
			['Lost', 'lost', 0, 1],
		]);
	});
	it('follows the first number that the sequence column has for a stage, also where numbers are texts', () => {
		const head = ['Deal', 'Stage', 'Stage sequence'];
		const order = (...rows: Cell[][]) => names(stagesOf(head, ...rows));
		expect(order(['a', 'Foo', 30], ['b', 'Bar', 10], ['c', 'Baz', 20], ['d', 'Foo', 5], ['e', 'Won', 40])).toEqual([
			'Bar',
			'Baz',
			'Foo',
			'Won',
		]);
		expect(
			order(['a', 'Foo', ' 30 '], ['b', 'Bar', '10'], ['c', 'Baz', '20'], ['d', 'Foo', '5'], ['e', 'Won', '40']),
		).toEqual(['Bar', 'Baz', 'Foo', 'Won']);
		expect(order(['a', 'Foo', ''], ['b', 'Bar', 10], ['c', 'Foo', 3])).toEqual(['Foo', 'Bar']);
		// A stage without a number takes no part in it.
		expect(order(['a', 'Foo', 30], ['b', 'Bar', 'x10'], ['c', 'Baz', 20])).toEqual(['Baz', 'Foo', 'Bar']);
		expect(order(['a', 'Foo', 30], ['b', 'Bar', '1000'], ['c', 'Baz', 20])).toEqual(['Baz', 'Foo', 'Bar']);
		expect(order(['a', 'Foo', 7], ['b', 'Bar', 7], ['c', 'Baz', 7])).toEqual(['Foo', 'Bar', 'Baz']);
		expect(names(stagesOf(['Stage sequence', 'Deal', 'Stage'], [2, 'a', 'Foo'], [1, 'b', 'Bar']))).toEqual([
			'Bar',
			'Foo',
		]);
	});
	it('follows numbers in the names, also where a stage has none', () => {
		expect(names(column('2. Foo', '1. Bar', 'Won'))).toEqual(['1. Bar', '2. Foo', 'Won']);
		expect(names(column('2. Foo', '1. Bar', 'Baz', 'Won'))).toEqual(['1. Bar', '2. Foo', 'Baz', 'Won']);
	});
	it('follows probabilities where every open stage has one of its own', () => {
		const order = (...rows: Cell[][]) => names(stagesOf(['Deal', 'Stage', 'Probability'], ...rows));
		expect(order(['a', 'Foo', 60], ['b', 'Bar', 20], ['c', 'Won', 100])).toEqual(['Bar', 'Foo', 'Won']);
		expect(order(['a', 'Foo', 60], ['b', 'Bar', ''], ['c', 'Won', 100])).toEqual(['Foo', 'Bar', 'Won']);
	});
	it('keeps names that nobody knows in the order of their first use where nothing else is said', () => {
		expect(names(column('Foo', 'Proposal', 'Bar', 'Lead', 'Baz', 'Won'))).toEqual([
			'Foo',
			'Lead',
			'Proposal',
			'Bar',
			'Baz',
			'Won',
		]);
	});
});

describe('names', () => {
	it('are the most used spelling without spaces around it, of equals the first', () => {
		expect(brief(column(' Demo ', 'demo', 'demo', 'Won'))).toEqual([
			['demo', 'open', 0.5, 3],
			['Won', 'won', 1, 1],
		]);
		expect(names(column(' Demo ', 'demo', 'Won'))).toEqual(['Demo', 'Won']);
	});
	it('are the hundred most used, in the order of their first use', () => {
		const many = Array.from(
			{ length: 60 },
			(_, i) => `Q${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}zz${i}`,
		);
		const rows = [...many, ...times(2, 'Foo')].map((value, i): Cell[] => [`d${i}`, value]);
		const { stages: found } = detectStages(
			[['Name', 'Stage'], ...rows],
			detectTable([['Name', 'Stage'], ...rows], { stageColumn: 1 }),
		);
		expect([found.length, found[0]?.name, found.at(-1)?.name]).toEqual([61, many[0], 'Foo']);
		const more = Array.from({ length: 130 }, (_, i): Cell[] => [
			`d${i}`,
			`${'abcdefghijklm'[i % 13]}${'nopqrstuvw'[Math.floor(i / 13)]} x`,
		]);
		const twice: Cell[][] = [
			['e', 'Foo'],
			['f', 'Foo'],
			['g', 'Bar'],
			['h', 'Bar'],
		];
		const grid = [['Name', 'Stage'], ...more, ...twice];
		const hundred = names(detectStages(grid, detectTable(grid, { stageColumn: 1 })).stages);
		expect([hundred.length, hundred[0], hundred[97], ...hundred.slice(98)]).toEqual([
			100,
			'an x',
			'gu x',
			'Foo',
			'Bar',
		]);
	});
	it('two in a hundred are rare beside the name that they resemble, three are not', () => {
		expect(names(column(...times(100, 'Demo'), ...times(2, 'Demi'), 'Won'))).toEqual(['Demo', 'Won']);
		expect(names(column(...times(100, 'Demo'), ...times(3, 'Demi'), 'Won'))).toEqual(['Demo', 'Demi', 'Won']);
	});
	it('in small tables a name of five letters with one letter off is a slip when it has at most two rows and is used less or later', () => {
		expect(names(column('Pitch', 'Pitsh', 'Won'))).toEqual(['Pitch', 'Won']);
		expect(names(column('Pitsh', 'Pitch', 'Pitch', 'Won'))).toEqual(['Pitch', 'Won']);
		expect(names(column('Pitch', 'Pitch', 'Pitsh', 'Pitsh', 'Won'))).toEqual(['Pitch', 'Won']);
		expect(names(column(...times(4, 'Pitch'), ...times(3, 'Pitsh'), 'Won'))).toEqual(['Pitch', 'Pitsh', 'Won']);
		expect(names(column('Pitch', 'Pitxx', 'Won'))).toEqual(['Pitch', 'Pitxx', 'Won']);
		expect(names(column('Pitc', 'Pitch', 'Won'))).toEqual(['Pitc', 'Pitch', 'Won']);
	});
	it('a slip of a won or lost word is none of an open stage, but an open word is no slip of another kind', () => {
		expect(names(column(...times(60, 'Won'), 'Wonn', ...times(60, 'Lost'), 'Lostt', 'Lead'))).toEqual([
			'Lead',
			'Won',
			'Lost',
		]);
		expect(names(column(...times(100, 'Hold'), 'Bold', 'Won'))).toEqual(['Bold', 'Hold', 'Won']);
	});
});

describe('probabilities', () => {
	const probability = (...values: Cell[]) =>
		stagesOf(['Deal', 'Stage', 'Probability'], ...values.map((value, i): Cell[] => [`d${i}`, 'Foo', value]), [
			'w',
			'Won',
			'',
		]).find(({ name }) => name === 'Foo')?.probability;
	it('are said by half of the rows that have one', () => {
		expect([probability(30, 30, 40, 40), probability(40, 30, 30), probability(30, 40, 50)]).toEqual([0.3, 0.3, 0.5]);
		expect([probability('', '', 30), probability('', '')]).toEqual([0.3, 0.5]);
	});
	it('of deals that a status closes say nothing about their stage', () => {
		const stages = stagesOf(
			['Deal', 'Stage', 'Status', 'Probability'],
			['a', 'Foo', 'Open', 30],
			['b', 'Foo', 'Won', 100],
			['c', 'Foo', 'Lost', 0],
			['d', 'Foo', 'Won', 100],
			['e', 'Foo', 'Lost', 0],
		);
		expect(brief(stages)).toEqual([
			['Foo', 'open', 0.3, 1],
			['Won', 'won', 1, 2],
			['Lost', 'lost', 0, 2],
		]);
	});
	it('are read below the headings only', () => {
		expect(
			stagesOf(
				[100, '', ''],
				['Probability', 'Stage', 'Deal'],
				[0.4, 'Foo', 'a'],
				[0.6, 'Bar', 'b'],
				['', 'Won', 'c'],
			).map((stage) => stage.probability),
		).toEqual([0.4, 0.6, 1]);
	});
});

describe('a status column beside the stages', () => {
	const head = ['Deal', 'Stage', 'Status'];
	it('brings the endings that no stage has, with their deals, in the order of kinds', () => {
		expect(
			brief(
				stagesOf(
					head,
					['a', 'Foo', ' Lost '],
					['b', 'On hold', 'Won'],
					['c', 'Bar', 'Won'],
					['d', 'Bar', ''],
					['e', 'Foo', 'Open'],
				),
			),
		).toEqual([
			['Foo', 'open', 0.33, 1],
			['Bar', 'open', 0.67, 1],
			['On hold', 'parked', 0, 0],
			['Won', 'won', 1, 1 + 1],
			['Lost', 'lost', 0, 1],
		]);
	});
	it('brings its own beside those of the stages, so that a weak word of winning is open', () => {
		expect(
			brief(
				stagesOf(
					head,
					['a', 'Foo', 'Lost'],
					['b', 'Closed Lost', 'Lost'],
					['c', 'Approved', 'Won'],
					['d', 'Foo', 'Open'],
				),
			),
		).toEqual([
			['Foo', 'open', 0.33, 1],
			['Approved', 'open', 0.67, 0],
			['Won', 'won', 1, 1],
			['Closed Lost', 'lost', 0, 1],
			['Lost', 'lost', 0, 1],
		]);
		expect(column('Foo', 'Approved').map(({ name, kind }) => [name, kind])).toEqual([
			['Foo', 'open'],
			['Approved', 'won'],
		]);
	});
});

it('a table without a stage column has no stages', () => expect(stagesOf(['Name', 'Amount'], ['a', 5])).toEqual([]));
