import { describe, expect, test } from 'vitest';
import { splitCall } from '../../../src/core/formula/arguments.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { cells, measure, metric, misuse, table } from '../metrics/ask.ts';
import { pipelineOf, WORKED_DEALS, worked } from '../metrics/worked-case.ts';

describe('the words of a formula', () => {
	test('a heading takes the next argument as its filter, whatever its spelling', () => {
		expect(measure(worked(), 'winRate', ' OWNER ', 'ann')).toMatchObject({ value: 0.4, n: 5 });
		expect(measure(worked(), 'winRate', 'Owner', '')).toMatchObject({ value: 0, n: 1 });
		expect(measure(worked(), 'winRate', 'closed', 'Owner', 'Ann', 'Lost from', 'Contact')).toMatchObject({
			value: 0,
			n: 1,
		});
	});

	test('a typo names the nearest valid word of the modes, the reserved words, the stages and the headings', () => {
		expect(misuse(worked(), 'winRate', 'closd')).toEqual({
			code: 'unknownWord',
			params: { word: 'closd', nearest: 'closed' },
		});
		expect(misuse(worked(), 'winRate', 'perod', '2026')).toMatchObject({ params: { nearest: 'period' } });
		expect(misuse(worked(), 'winRate', 'Ownner', 'Ann')).toMatchObject({ params: { nearest: 'Owner' } });
		expect(misuse(worked(), 'stageCount', 'Proposl')).toMatchObject({ params: { nearest: 'Proposal' } });
		expect(misuse(worked(), 'winRate', 'nothing like it')).toEqual({
			code: 'unknownWord',
			params: { word: 'nothing like it', nearest: '' },
		});
		expect(misuse(worked(), 'stageConversion', 'from', 'Nedds')).toEqual({
			code: 'unknownStage',
			params: { word: 'Nedds', nearest: 'Needs' },
		});
		expect(misuse(worked(), 'winRate', 'by', 'Ownr')).toEqual({
			code: 'unknownColumn',
			params: { word: 'Ownr', nearest: 'Owner' },
		});
	});

	test('nothing is ignored: contradictions, repetitions and loose ends are told', () => {
		expect(misuse(worked(), 'winRate', 'all', 'closed')).toEqual({
			code: 'conflictingWords',
			params: { first: 'all', second: 'closed' },
		});
		expect(misuse(worked(), 'winRate', 'by', 'Owner', 'by', 'Stage').code).toBe('repeatedWord');
		expect(misuse(worked(), 'winRate', 'Owner', 'Ann', 'owner', 'Ben').code).toBe('repeatedWord');
		expect(misuse(worked(), 'winRate', 'Owner').code).toBe('missingArgument');
		expect(misuse(worked(), 'winRate', 'period').code).toBe('missingArgument');
		expect(misuse(worked(), 'winRate', 'period', 'soon')).toEqual({ code: 'badPeriod', params: { value: 'soon' } });
		expect(misuse(worked(), 'winRate', 'cohort', 'opened').code).toBe('badCohort');
		expect(misuse(worked(), 'winRate', 12)).toEqual({ code: 'unexpectedNumber', params: { value: 12 } });
		expect(misuse(worked(), 'winRate', true).code).toBe('notAWord');
		expect(misuse(worked(), 'winRate', 'from', 'Needs')).toEqual({
			code: 'notForThisFunction',
			params: { word: 'from' },
		});
		expect(misuse(worked(), 'winRate', 'shrink')).toMatchObject({ code: 'missingArgument', params: { word: 'by' } });
		expect(misuse(worked(), 'funnel', 'detail').code).toBe('notForThisFunction');
		expect(misuse(pipelineOf([{ Stage: 'Won' }]), 'winRate', 'value')).toEqual({
			code: 'missingColumn',
			params: { field: 'amount' },
		});
		expect(misuse(worked(), 'stageConversion', 'touched').code).toBe('missingHistory');
	});

	test('stages of a conversion stand in the funnel, in its order', () => {
		expect(misuse(worked(), 'stageConversion', 'Proposal', 'Needs')).toEqual({
			code: 'stageOrder',
			params: { first: 'Proposal', second: 'Needs' },
		});
		expect(misuse(worked(), 'stageConversion', 'Won')).toEqual({ code: 'lastStage', params: { word: 'Won' } });
		expect(misuse(worked(), 'stageConversion', 'Lost').code).toBe('stageOutsideFunnel');
		expect(misuse(worked(), 'stageCount', 'Needs', 'Won')).toEqual({
			code: 'tooManyStages',
			params: { limit: 1, word: 'Won' },
		});
		expect(measure(worked(), 'stageConversion', '初步接触', 'quote').value).toBe(0.5);
	});

	test('a heading that equals a word of the language is passed as "column:…"', () => {
		const pipeline = pipelineOf([
			{ Stage: 'Won', by: 'x', closed: 'y', month: 'm1' },
			{ Stage: 'Lost', by: 'x', closed: 'z', month: 'm2' },
		]);
		expect(measure(pipeline, 'winRate', 'column:by', 'x').n).toBe(2);
		expect(measure(pipeline, 'winRate', 'closed', 'column:closed', 'y')).toMatchObject({ value: 1, n: 1 });
		expect(table(pipeline, 'winRate', 'by', 'column:by').rows).toHaveLength(1);
		expect(table(pipeline, 'winRate', 'word:by', 'column:month').rows.map((row) => row[0])).toEqual(['m1', 'm2']);
	});

	test.each([
		'__proto__',
		'constructor',
		'toString',
		'=1+1',
		'<img onerror=alert(1)>',
		'🦀',
		'עברית',
		'x'.repeat(5000),
	])('the heading and value %s are plain names', (name) => {
		const pipeline = pipelineOf([
			JSON.parse(`{"Stage":"Won",${JSON.stringify(name)}:${JSON.stringify(name)}}`),
			JSON.parse(`{"Stage":"Lost",${JSON.stringify(name)}:"other"}`),
		]);
		expect(measure(pipeline, 'winRate', name, name)).toMatchObject({ value: 1, n: 1 });
		expect(table(pipeline, 'winRate', 'by', name).rows.map((row) => row[0])).toEqual([name, 'other'].sort());
	});
});

describe('groups', () => {
	test('by a column: largest first, blank last, small groups marked', () => {
		expect(cells(worked(), 'winRate', 'by', 'Owner')).toEqual([
			['Owner', 'Value', 'Low (95%)', 'High (95%)', 'Deals counted', 'Note'],
			['Ann', 0.4, expect.any(Number), expect.any(Number), 5, 'too few deals'],
			['Ben', 0.25, expect.any(Number), expect.any(Number), 4, 'too few deals'],
			['', 0, 0, expect.any(Number), 1, 'too few deals'],
		]);
	});

	test('a table by group carries the group in front', () => {
		const rows = table(worked(), 'stageCount', 'by', 'Owner').rows;
		expect(rows[0]).toEqual(['Ann', 'Contact', 1]);
		expect(rows).toHaveLength(18);
	});

	test('by quarter of creation, or of closing for closed deals', () => {
		const day = (month: number): number => calendarDay(2026, month, 10);
		const pipeline = pipelineOf([
			{ Stage: 'Won', Created: day(1), Closed: day(4) },
			{ Stage: 'Lost', Created: day(2), Closed: day(4) },
			{ Stage: 'Needs', Created: day(4), Closed: day(9) },
			{ Stage: 'Needs' },
		]);
		const rows = (...words: string[]) =>
			table(pipeline, 'winRate', ...words).rows.map((row) => [row[0], row[1], row[4]]);
		expect(rows('by', 'quarter')).toEqual([
			['2026-Q1', 0.5, 2],
			['2026-Q2', 0, 1],
			['', 0, 1],
		]);
		expect(rows('by', 'quarter', 'cohort', 'closed')).toEqual([['2026-Q2', 0.5, 2]]);
		expect(measure(pipeline, 'winRate', 'period', '2026-Q2')).toMatchObject({ value: 0, n: 1 });
		expect(measure(pipeline, 'winRate', 'period', '2026-04-01..2026-04-10', 'cohort', 'closed').n).toBe(2);
		expect(measure(pipeline, 'winRate', 'period', 2026).n).toBe(3);
	});

	test('"shrink" pulls small groups toward the mean of all, and fits shares of deals only', () => {
		const rows = table(worked(), 'winRate', 'by', 'Owner', 'shrink').rows;
		for (const row of rows)
			expect(Math.abs((row[5] as number) - 0.3)).toBeLessThanOrEqual(Math.abs((row[1] as number) - 0.3) + 1e-12);
		expect(misuse(worked(), 'salesCycle', 'by', 'Owner', 'shrink')).toEqual({
			code: 'notForThisFunction',
			params: { word: 'shrink' },
		});
	});

	test('"detail" spills what the value stands on', () => {
		expect(cells(worked(), 'winRate', 'closed', 'detail')).toEqual([
			['Value', 0.5],
			['Low (95%)', expect.closeTo(0.1876, 4)],
			['High (95%)', expect.closeTo(0.8124, 4)],
			['Deals counted', 6],
			['Won', 3],
			['Out of', 6],
			['Left out', 0],
			['Estimated', 0],
		]);
		expect(table(worked(), 'winRate', 'by', 'Owner', 'detail').columns.map(({ key }) => key)).toEqual([
			'group',
			'value',
			'low',
			'high',
			'n',
			'numerator',
			'denominator',
			'excluded',
			'assumed',
			'note',
		]);
	});

	test('several currencies: an error that names them, one row each by currency, one row per stage and currency in a table', () => {
		const mixed = pipelineOf(WORKED_DEALS.map((deal, d) => ({ ...deal, Currency: d < 2 ? 'EUR' : 'USD' })));
		expect(misuse(mixed, 'averageDealSize')).toEqual({ code: 'mixedCurrencies', params: { currencies: 'EUR, USD' } });
		expect(table(mixed, 'averageDealSize', 'by', 'Currency').rows.map((row) => row.slice(0, 2))).toEqual([
			['USD', 15],
			['EUR', 15],
		]);
		expect(table(mixed, 'averageDealSize', 'by', 'Owner').rows[0]).toMatchObject({ 0: 'Ann', 1: 15 });
		expect(table(mixed, 'stageAmount').rows.filter((row) => row[0] === 'Won')).toEqual([
			['Won', 30, 2, 'EUR'],
			['Won', 15, 1, 'USD'],
		]);
	});
});

describe('the arguments of a custom function', () => {
	const winRate = metric('winRate');
	const deals = [['Stage'], ['Won']];

	test('a range first is the deals; ranges after "stages" and "history" are those', () => {
		const stages = [['Name'], ['Won']];
		const split = splitCall(winRate, [
			deals,
			'closed',
			'stages',
			stages,
			'as of',
			'2026-01-01',
			'History',
			deals,
			undefined,
		]);
		const words = ['closed', 'as of', '2026-01-01'];
		expect(split).toEqual({ ok: true, deals, stages, history: deals, words });
		expect(splitCall(winRate, ['closed'])).toMatchObject({ deals: null, words: ['closed'] });
		expect(splitCall(winRate, [])).toMatchObject({ deals: null, words: [] });
		expect(splitCall(winRate, [deals, [['closed']]])).toMatchObject({ words: ['closed'] });
	});

	test('a range where a word belongs, and a word where a range belongs, are told', () => {
		expect(splitCall(winRate, [deals, deals])).toEqual({
			ok: false,
			misuse: { code: 'unexpectedRange', params: { position: 2 } },
		});
		const pipeline = pipelineOf([{ Stage: 'Won' }]);
		expect(misuse(pipeline, 'winRate', 'stages', 'Stages')).toEqual({ code: 'notARange', params: { word: 'stages' } });
		expect(misuse(pipeline, 'winRate', 'as of')).toEqual({ code: 'missingArgument', params: { word: 'as of' } });
	});
});
