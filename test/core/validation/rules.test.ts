import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { PLAIN_STAGES, pipelineOf, type Setting, stage } from '../pipeline-of.ts';

const check = (grid: readonly (readonly Cell[])[], setting: Setting = {}) =>
	checkTable(pipelineOf(grid, { stages: PLAIN_STAGES, ...setting }));
const places = (grid: readonly (readonly Cell[])[], setting: Setting = {}) =>
	check(grid, setting).map(({ code, row, column }) => `${code}@${row},${column}`);

const PARKED = [...PLAIN_STAGES, stage('On hold', 'parked')];

describe('the order of problems', () => {
	it('puts those of the whole table first, then goes by row and column', () => {
		const grid = [
			['Name', 'Stage', 'Amount', 'Created'],
			['a', 'Lead', '€5', '2026-01-05'],
			['b', 'Wonn', '$5', 'soon'],
			['c', 'Won', 'much', '2026-01-05'],
		];
		expect(places(grid)).toEqual(['mixedCurrencies@null,2', 'unknownStage@2,1', 'notADate@2,3', 'notAnAmount@3,2']);
	});
});

describe('the outcome column against the stage', () => {
	const head = ['Name', 'Stage', 'Outcome'];
	const stages = [stage('Won', 'won'), stage('On hold', 'parked'), stage('Lead', 'open'), stage('Lost', 'lost')];
	it('a parked deal counts as open, and the problem names the stage', () => {
		const issues = check([head, ['a', 'On hold', 'Open'], ['b', 'Won', 'Open'], ['c', 'Lost', 'Won']], { stages });
		expect(issues.map(({ code, row, params }) => [code, row, params.stage])).toEqual([
			['stageAgainstOutcome', 2, 'Won'],
			['stageAgainstOutcome', 3, 'Lost'],
		]);
	});
	it('an outcome that says nothing about winning contradicts no stage, and an unlisted stage contradicts no outcome', () => {
		const grid = [
			head,
			['a', 'Won', 'Renewal'],
			['b', 'Lead', ''],
			['c', 'Quux', 'Won'],
			['d', '', 'Won'],
			['e', 'Lead', 'Open'],
		];
		expect(places(grid, { stages }).filter((place) => place.startsWith('stageAgainst'))).toEqual([]);
	});
});

describe('close dates', () => {
	const timed = ['Name', 'Stage', 'Created', 'Closed'];
	it('two times of day are compared to the minute, for closed deals only', () => {
		const grid = [
			timed,
			['a', 'Won', '2026-03-01 15:00', '2026-03-01 14:00'],
			['b', 'Won', '2026-03-01 15:00', '2026-03-01 15:00'],
			['c', 'Lost', '2026-03-01 15:00', '2026-03-01 16:00'],
			['d', 'Lead', '2026-03-01 15:00', ''],
		];
		const reversed = check(grid).filter(({ code }) => code === 'closedBeforeCreated');
		expect(reversed).toMatchObject([{ row: 1, column: 3, value: '2026-03-01', params: { created: '2026-03-01' } }]);
	});
	it('the expected date of an open deal may lie before its creation', () => {
		const grid = [
			timed,
			['a', 'Lead', '2026-03-01 15:00', '2026-02-01 14:00'],
			['b', 'Won', '2026-03-01 15:00', '2026-03-02 15:00'],
		];
		expect(places(grid)).toEqual([]);
	});
	it('a time of day is compared with a plain date by its day in the time zone of the sheet', () => {
		const grid = [
			timed,
			['a', 'Won', '2026-03-02', '2026-03-01 20:00'],
			['b', 'Won', '2026-03-01', '2026-03-01 20:00'],
		];
		expect(places(grid, { zone: 'America/New_York' })).toEqual(['closedBeforeCreated@1,3']);
	});
	it('today is not in the future', () => {
		expect(places([timed, ['a', 'Won', '2026-11-23', '2026-11-23'], ['b', 'Won', '2026-11-24', '2026-11-24']])).toEqual(
			['createdInFuture@2,2', 'closedInFuture@2,3'],
		);
	});
	it('a placeholder is no close date, a parked deal needs none and should have none', () => {
		const grid = [
			['Name', 'Stage', 'Closed', 'Expected close date'],
			['a', 'Won', 'n/a', ''],
			['b', 'On hold', '', '2026-12-01'],
			['c', 'On hold', '2026-01-05', ''],
		];
		expect(places(grid, { stages: PARKED })).toEqual([
			'placeholderText@1,2',
			'closedWithoutDate@1,2',
			'closedWhileOpen@3,2',
		]);
	});
	it('a date that won deals have and of five lost ones none is a date of winning: lost deals miss nothing', () => {
		const table = (lost: number, lostDate = '') => [
			['Name', 'Stage', 'Conversion date'],
			['a', 'Won', '2026-01-05'],
			['b', 'Won', ''],
			['c', 'Lost', lostDate],
			...Array.from({ length: lost - 1 }, (_, i) => [`d${i}`, 'Lost', '']),
		];
		expect(places(table(5))).toEqual(['closedWithoutDate@2,2']);
		expect(places(table(4))).toHaveLength(5);
		expect(places(table(5, '2026-01-06'))).toHaveLength(5);
		expect(places(table(5).filter(([name]) => name !== 'a'))).toHaveLength(6);
	});
	it('where just half of the open deals have a date in the only column, it is their expected date', () => {
		expect(
			places([
				['Name', 'Stage', 'Close Date'],
				['a', 'Lead', '2027-01-01'],
				['b', 'Demo', ''],
				['c', 'Won', '2026-01-01'],
			]),
		).toEqual([]);
	});
});

describe('dates of stages', () => {
	it('an unreadable one is listed once, also where its column holds the closing as well', () => {
		const grid = [
			['Name', 'Stage', 'Demo date', 'Won date'],
			['a', 'Won', '2026-01-05', 'soon'],
			['b', 'Won', 'later', '2026-02-05'],
			['c', 'Demo', '2026-01-07', ''],
			['d', 'Won', '2026-01-07', '2026-02-07'],
		];
		const { opportunities } = pipelineOf(grid, { stages: PLAIN_STAGES });
		expect([opportunities.columns.closed, [...opportunities.stageDates().keys()]]).toEqual([3, [1, 3]]);
		expect(places(grid)).toEqual(['notADate@1,3', 'notADate@2,2']);
	});
});

describe('ids', () => {
	const ids = (...values: Cell[]) =>
		check([['Id', 'Stage'], ...values.map((id) => [id, 'Lead'])]).map(({ code, row, params }) => [code, row, params]);
	it('the same number in another spelling names its other row and text', () => {
		expect(ids('0912', 'x', 912)).toEqual([['idNumberAndText', 3, { other: 2, otherId: '0912' }]]);
		expect(ids(9, '09')).toEqual([['idNumberAndText', 2, { other: 2, otherId: '9' }]]);
	});
	it('zeros inside a number, and numbers with something behind them, make other ids', () =>
		expect(ids(101, 11, '07-1', '7-1', 'A01', 'A1')).toEqual([]));
});

describe('formula errors in names', () => {
	it('an error in the name is listed there, one in the id of a deal without a name only once', () => {
		const grid = [
			['Id', 'Name', 'Stage'],
			['1', '#REF!', 'Lead'],
			['#N/A', '', 'Lead'],
			['3', 'c', 'Won'],
		];
		expect(places(grid)).toEqual(['formulaError@1,1', 'formulaError@2,0']);
	});
});

describe('amounts', () => {
	it('a zero on a parked deal is listed like one on an open deal', () =>
		expect(
			places(
				[
					['Name', 'Stage', 'Amount'],
					['a', 'On hold', 0],
					['b', 'Won', 5],
				],
				{ stages: PARKED },
			),
		).toEqual(['zeroOnOpenDeal@1,2']));
	it('amounts without a currency beside some with one are named by a dash, at the currency column where there is one', () => {
		const grid = [
			['Name', 'Stage', 'Amount', 'Currency'],
			['a', 'Lead', 5, 'EUR'],
			['b', 'Won', 6, 'USD'],
			['c', 'Won', 7, ''],
		];
		expect(check(grid)).toMatchObject([
			{ code: 'mixedCurrencies', column: 3, value: 'EUR, USD, –', params: { currencies: 'EUR, USD, –', count: 3 } },
		]);
	});
});
