import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { PLAIN_STAGES, pipelineOf, type Setting, stage } from '../pipeline-of.ts';

const check = (grid: readonly (readonly Cell[])[], setting: Setting = {}) =>
	checkTable(pipelineOf(grid, { stages: PLAIN_STAGES, ...setting }));
const brief = (grid: readonly (readonly Cell[])[], setting: Setting = {}) =>
	check(grid, setting).map(({ code, row, column, value, suggestion }) => [code, row, column, value, suggestion]);
const codes = (grid: readonly (readonly Cell[])[], setting: Setting = {}) =>
	check(grid, setting).map(({ code, row }) => `${code}@${row}`);

describe('stages', () => {
	const column = (values: readonly Cell[], setting: Setting = {}) =>
		brief([['Name', 'Stage'], ...values.map((value) => ['x', value])], { choice: { stageColumn: 1 }, ...setting });
	it('a typo is listed with the stage that it means', () => {
		expect(column(['Lead', 'Wonn', 'Propsal'])).toEqual([
			['unknownStage', 2, 1, 'Wonn', 'Won'],
			['unknownStage', 3, 1, 'Propsal', 'Proposal'],
		]);
	});
	it('an ending that may be won or lost gets no suggestion', () => {
		const stages = [stage('Offer', 'open'), stage('Closed Won', 'won'), stage('Closed Lost', 'lost')];
		expect(column(['closed', 'Passed', 'Offer'], { stages })).toEqual([
			['unclassifiedStage', 1, 1, 'closed', null],
			['unclassifiedStage', 2, 1, 'Passed', null],
		]);
	});
	it('a lost word is never mended into an open stage', () => {
		const stages = [stage('Qualified', 'open'), stage('Won', 'won')];
		expect(column(['Unqualified', 'Disqualified'], { stages })).toEqual([
			['unknownStage', 1, 1, 'Unqualified', null],
			['unknownStage', 2, 1, 'Disqualified', null],
		]);
	});
	it('a number in front is no other stage', () => {
		expect(column(['2. Proposal'])).toEqual([['unknownStage', 1, 1, '2. Proposal', 'Proposal']]);
	});
	it('another spelling of a listed name is a remark with the listed name, an alias is none', () => {
		const stages = [stage('Demo', 'open', 0.3, ['Pitch']), stage('Won', 'won')];
		expect(column([' won ', 'WON', 'Won', 'Pitch', 'pitch'], { stages })).toEqual([
			['stageSpelling', 1, 1, ' won ', 'Won'],
			['stageSpelling', 2, 1, 'WON', 'Won'],
			['stageSpelling', 5, 1, 'pitch', 'Demo'],
		]);
	});
	it('blank, placeholder and formula error are told apart', () => {
		expect(column(['', 'NA', '#REF!', 'Loading...'])).toEqual([
			['missingStage', 1, 1, '', null],
			['missingStage', 2, 1, 'NA', null],
			['formulaError', 3, 1, '#REF!', null],
			['formulaError', 4, 1, 'Loading...', null],
		]);
	});
	it('values are cut at 200 characters', () => expect(column(['y'.repeat(5000)])[0]?.[3]).toHaveLength(200));
	it('against the outcome column is listed, the stage counts', () => {
		expect(
			brief([
				['Name', 'Stage', 'Outcome'],
				['a', 'Won', 'Lost'],
				['b', 'Lost', 'Open'],
				['c', 'Won', 'Won'],
				['d', 'Lead', 'Open'],
			]),
		).toEqual([
			['stageAgainstOutcome', 1, 2, 'Lost', null],
			['stageAgainstOutcome', 2, 2, 'Open', null],
		]);
	});
});

describe('dates', () => {
	const head = ['Name', 'Stage', 'Created', 'Closed', 'Expected close date'];
	it('a close before the creation, dates in the future and missing ones are listed with their cells', () => {
		expect(
			brief([
				head,
				['a', 'Won', '2026-03-01', '2026-02-01', ''],
				['b', 'Lead', '2027-01-01', '', ''],
				['c', 'Lost', '2026-03-01', '2027-02-01', ''],
				['d', 'Won', '2026-03-01', '', ''],
				['e', 'Demo', '2026-03-01', '2026-03-02', '2026-05-01'],
				['f', 'Won', '2026-03-01', '2026-03-01', ''],
			]),
		).toEqual([
			['closedBeforeCreated', 1, 3, '2026-02-01', null],
			['createdInFuture', 2, 2, '2027-01-01', null],
			['closedInFuture', 3, 3, '2027-02-01', null],
			['closedWithoutDate', 4, 3, '', null],
			['closedWhileOpen', 5, 3, '2026-03-02', null],
		]);
	});
	it('a close date on most open deals is their expected date where the column is the only one', () => {
		const only = [
			['Name', 'Stage', 'Created', 'Close Date'],
			['a', 'Lead', '2026-01-01', '2027-01-01'],
			['b', 'Demo', '2026-01-01', '2027-02-01'],
			['c', 'Won', '2026-01-01', '2026-02-01'],
		];
		expect(codes(only)).toEqual([]);
		const few = [
			['Name', 'Stage', 'Close Date'],
			['a', 'Lead', ''],
			['b', 'Demo', ''],
			['c', 'Demo', '2026-01-05'],
			['d', 'Won', '2026-02-01'],
		];
		expect(codes(few)).toEqual(['closedWhileOpen@3']);
	});
	it('with times of day are told as the day in the zone of the sheet', () => {
		const timed = [
			['Name', 'Stage', 'Created', 'Closed'],
			['a', 'Won', '2026-03-01T10:00Z', '2026-03-02T10:00Z'],
			['b', 'Won', '2026-03-01T10:00Z', '2026-03-02T10:00Z'],
			['c', 'Lead', '2026-03-01T10:00Z', ''],
			['d', 'Demo', '2026-03-01T10:00Z', ''],
			['e', 'Demo', '2026-03-01T10:00Z', '2026-03-04T20:00Z'],
		];
		expect(brief(timed, { zone: 'Asia/Shanghai' })).toEqual([['closedWhileOpen', 5, 3, '2026-03-05', null]]);
	});
	it('an unreadable date is listed once', () => {
		expect(
			codes([
				head,
				['a', 'Won', '2026-01-01', 'soon', ''],
				['b', 'Won', '2026-02-30', '2026-03-01', ''],
				['c', 'Lead', '2026-01-05', '', '#N/A'],
			]),
		).toEqual(['notADate@1', 'notADate@2', 'formulaError@3']);
	});
	it('a closing on the day of a timed creation is in order', () => {
		const grid = [
			['Name', 'Stage', 'Created', 'Closed'],
			['a', 'Won', '2026-03-01 15:00', '2026-03-01'],
			['b', 'Won', '2026-03-01 15:00', '2026-02-28'],
		];
		expect(codes(grid, { zone: 'America/New_York' })).toEqual(['closedBeforeCreated@2']);
	});
});

describe('amounts, probabilities, ids', () => {
	it('zeros of open deals, negative and unreadable amounts are listed', () => {
		expect(
			brief([
				['Name', 'Stage', 'Amount'],
				['a', 'Lead', 0],
				['b', 'Lost', 0],
				['c', 'Won', -5],
				['d', 'Won', 'much'],
				['e', 'Lead', 'null'],
				['f', 'Won', 7],
			]),
		).toEqual([
			['zeroOnOpenDeal', 1, 2, '0', null],
			['negativeAmount', 3, 2, '-5', null],
			['notAnAmount', 4, 2, 'much', null],
			['placeholderText', 5, 2, 'null', null],
		]);
	});
	it('several currencies are one problem of the table', () => {
		expect(
			check([
				['Name', 'Stage', 'Amount'],
				['a', 'Lead', '€5'],
				['b', 'Won', '$5'],
			]),
		).toMatchObject([{ code: 'mixedCurrencies', row: null, params: { currencies: '$, EUR', count: 2 } }]);
	});
	it('probabilities outside 0–100 % are refused, fractions among percents asked about once', () => {
		expect(
			codes([
				['Name', 'Stage', 'Probability'],
				['a', 'Lead', 350],
				['b', 'Lead', 0.35],
				['c', 'Lead', 0.4],
				['d', 'Demo', 50],
				['e', 'Won', -1],
			]),
		).toEqual(['probabilityOutOfRange@1', 'probabilityUnitUnclear@2', 'probabilityOutOfRange@5']);
	});
	it('double, missing and look-alike ids are listed, all rows stay', () => {
		const grid = [
			['Id', 'Stage'],
			['A', 'Lead'],
			['B', 'Lead'],
			['A', 'Won'],
			['A', 'Won'],
			['', 'Won'],
			[7, 'Won'],
			['007', 'Won'],
			['__proto__', 'Won'],
			['constructor', 'Won'],
		];
		expect(codes(grid)).toEqual([
			'duplicateId@1',
			'duplicateId@3',
			'duplicateId@4',
			'missingId@5',
			'idNumberAndText@7',
		]);
		expect(check(grid)[0]?.params).toEqual({ other: 4 });
		expect(pipelineOf(grid).opportunities.count).toBe(9);
	});
	it('ids that are formula errors are listed as such and not as double', () =>
		expect(
			codes([
				['Id', 'Stage'],
				['#REF!', 'Lead'],
				['#REF!', 'Won'],
				['A', 'Won'],
			]),
		).toEqual(['formulaError@1', 'formulaError@2']));
	it('formula errors in columns of names are listed', () =>
		expect(
			codes([
				['Name', 'Stage', 'Owner'],
				['a', 'Lead', '#REF!'],
				['b', 'Won', 'Ann'],
			]),
		).toEqual(['formulaError@1']));
});

it('thirty thousand problems are listed in order', () => {
	const rows = Array.from({ length: 10_000 }, (_, i): Cell[] => [i, 'z'.repeat(300) + i, 'much', 'never']);
	const issues = check([['Id', 'Stage', 'Amount', 'Created'], ...rows], { choice: { headerRow: 0, stageColumn: 1 } });
	expect(issues.filter(({ code }) => code === 'unknownStage')).toHaveLength(10_000);
	expect(issues.every((issue, i) => i === 0 || (issues[i - 1]?.row ?? -1) <= (issue.row ?? -1))).toBe(true);
	expect(issues.every(({ value }) => value.length <= 200)).toBe(true);
});
