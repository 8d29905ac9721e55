import { describe, expect, it } from 'vitest';
import { type Cell, isBlank, isDate, isFormulaError } from '../../../src/core/cells/cell.ts';
import { cellText, isPlaceholder, issueAt, trimmedText } from '../../../src/core/cells/cell-text.ts';

describe('a cell', () => {
	it('is blank when there is nothing to see in it', () => {
		expect(['', ' ', '\n\t', '\u00a0', '\u200b\ufeff', undefined, null].map(isBlank)).toEqual(Array(7).fill(true));
		expect(['x', ' x', '\u200bx', '.', '~', '\u007f', 0, false, new Date(0)].map(isBlank)).toEqual(
			Array(9).fill(false),
		);
	});
	it('is a date when it can tell its time, of whatever realm', () => {
		const other = { getTime: () => 0 } as unknown as Cell;
		expect([new Date(0), other].map(isDate)).toEqual([true, true]);
		expect(['2026-01-01', 5, true, null, undefined, {} as unknown as Cell].map((cell) => isDate(cell as Cell))).toEqual(
			Array(6).fill(false),
		);
	});
	it('shows a formula error by its own text, spaces aside', () => {
		const errors = [
			'#REF!',
			'#N/A',
			'#DIV/0!',
			'#VALUE!',
			'#NAME?',
			'#NUM!',
			'#NULL!',
			'#ERROR!',
			'#SPILL!',
			'#CALC!',
			'Loading...',
			'Loading…',
			'Wird geladen...',
			'正在加载...',
			'読み込んでいます...',
			'#REF! ',
		];
		expect(errors.map(isFormulaError)).toEqual(errors.map(() => true));
		expect(
			[
				'#1',
				'REF!',
				'#REF!x',
				'x#REF!',
				'Loading',
				'Loading dock',
				'to be continued...',
				'Loading docks...',
				'',
				5,
			].map((cell) => isFormulaError(cell as Cell)),
		).toEqual(Array(10).fill(false));
	});
	it('as text is what it holds', () => {
		expect(['a', 5, 0.5, true, false, new Date(0), '', undefined, null].map((cell) => cellText(cell as Cell))).toEqual([
			'a',
			'5',
			'0.5',
			'TRUE',
			'FALSE',
			'1970-01-01',
			'',
			'',
			'',
		]);
	});
	it('is trimmed at both ends of every sort of space', () => {
		expect(
			['a', ' a', 'a ', '\u00a0a', 'a\u00a0', '\u00a0a\u00a0', ' é ', 'é', '', ' ', 5].map((cell) =>
				trimmedText(cell as Cell),
			),
		).toEqual([...Array(6).fill('a'), 'é', 'é', '', '', '5']);
	});
	it('is a placeholder when a word for nothing stands in it', () => {
		expect(['null', 'N/A', '-', '—', 'none', '无', 'TBD'].filter(isPlaceholder).length).toBeGreaterThanOrEqual(5);
		expect(['', 'Anna', 'none of these', 5, true].map((cell) => isPlaceholder(cell as Cell))).toEqual(
			Array(5).fill(false),
		);
	});
});

describe('a problem', () => {
	it('is as grave as its kind', () => {
		const severity = (code: Parameters<typeof issueAt>[0]) => issueAt(code, 0, 0, '').severity;
		expect(['unknownStage', 'notADate', 'duplicateHeading'].map((code) => severity(code as 'unknownStage'))).toEqual([
			'error',
			'error',
			'error',
		]);
		expect(['stageSpelling', 'totalsRow', 'mixedCurrencies'].map((code) => severity(code as 'unknownStage'))).toEqual([
			'info',
			'info',
			'info',
		]);
		expect(
			['missingStage', 'closedInFuture', 'negativeAmount'].map((code) => severity(code as 'unknownStage')),
		).toEqual(['warning', 'warning', 'warning']);
	});
	it('carries its place, the text of the cell up to 200 characters, and no suggestion unless one is given', () => {
		expect(issueAt('notADate', 3, 1, 'soon')).toEqual({
			code: 'notADate',
			severity: 'error',
			row: 3,
			column: 1,
			value: 'soon',
			suggestion: null,
			params: {},
		});
		expect(issueAt('unknownStage', null, null, 'x'.repeat(201), 'Won', { other: 2 })).toMatchObject({
			row: null,
			column: null,
			value: 'x'.repeat(200),
			suggestion: 'Won',
			params: { other: 2 },
		});
		expect(issueAt('notADate', 0, 0, 'x'.repeat(200)).value).toHaveLength(200);
	});
});
