/**
 * Every kind of bad input that the design lists, with its agreed outcome: from the grid through detection and reading to the problems.
 * Never a crash, a silent guess or a dropped row.
 */
import { describe, expect, it, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { textKey } from '../../../src/core/cells/text-key.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { measure, misuse } from '../metrics/ask.ts';
import { countByKind, dayTexts, PLAIN_STAGES, pipelineOf, type Setting, stage, stageNames } from '../pipeline-of.ts';

const HEADINGS = ['Id', 'Name', 'Stage', 'Amount', 'Created', 'Closed', 'Owner'];
type Row = Partial<Record<(typeof HEADINGS)[number], Cell>>;

/** Deals over a full one; the rows are found by detection, the stages are given unless `null`. */
function read(rows: readonly Row[], setting: Setting | null = {}, headings: readonly string[] = HEADINGS) {
	const full: Row = { Stage: 'Won', Amount: 100, Created: '2026-01-05', Closed: '2026-02-04', Owner: 'Ann' };
	const grid: Cell[][] = [
		[...headings],
		...rows.map((row, i) =>
			headings.map((heading): Cell => ({ Id: `d${i}`, Name: `N${i}`, ...full, ...row })[heading] ?? ''),
		),
	];
	const pipeline = pipelineOf(grid, setting === null ? {} : { stages: PLAIN_STAGES, ...setting });
	const { opportunities } = pipeline;
	return {
		pipeline,
		count: opportunities.count,
		stages: stageNames(pipeline),
		kinds: countByKind(pipeline),
		amounts: [...(opportunities.amounts()?.values ?? [])],
		created: dayTexts(opportunities.date('created')?.days),
		closed: dayTexts(opportunities.date('closed')?.days),
		problems: checkTable(pipeline).map(({ code, row, column }) => `${code} ${row ?? '-'},${column ?? '-'}`),
	};
}

describe('dates', () => {
	it('in date cells are the calendar day in the spreadsheet’s time zone', () => {
		const shanghaiMidnight = new Date('2026-01-04T16:00:00Z');
		expect(read([{ Created: shanghaiMidnight }], { zone: 'Asia/Shanghai' })).toMatchObject({
			created: ['2026-01-05'],
			problems: [],
		});
	});
	it.each<[string, readonly string[], string, readonly string[], readonly string[]]>([
		['one value decides for its column', ['03/04/2025', '31/12/2024'], 'en_US', ['2025-04-03', '2024-12-31'], []],
		['the other way round', ['03/04/2025', '12/31/2024'], 'de_DE', ['2025-03-04', '2024-12-31'], []],
		['two-digit years', ['20-10-16', '25-11-16', '07-03-16'], 'en_US', ['2016-10-20', '2016-11-25', '2016-03-07'], []],
		['the locale decides where every value is open', ['03/04/2025'], 'en_US', ['2025-03-04'], ['dateOrderAssumed 1,4']],
		['and elsewhere', ['03/04/2025'], 'en_GB', ['2025-04-03'], ['dateOrderAssumed 1,4']],
		[
			'what stays mixed is listed',
			['31/12/2024', '12/31/2024', '03/04/2025'],
			'en_US',
			['2024-12-31', '2024-12-31', ''],
			['ambiguousDate 3,4'],
		],
	])('%s', (_what, texts, locale, created, problems) => {
		const found = read(
			texts.map((Created) => ({ Created, Closed: '2026-02-04' })),
			{ locale },
		);
		expect(found).toMatchObject({ created, problems, count: texts.length });
	});
	it.each(['2025年12月13日', '２０２５年１２月１３日', '2025.12.13', '13-Dec-2025', '13 Dec, 2025 00:00:00'])(
		'%s is read',
		(text) => {
			expect(read([{ Created: text }, { Created: '2025-12-13' }])).toMatchObject({
				created: ['2025-12-13', '2025-12-13'],
				problems: [],
			});
		},
	);
	it('with a time are instants', () => {
		expect(read([{ Created: '15 Apr, 2025 00:02:00' }]).created).toEqual(['2025-04-15T00:02:00.000Z']);
	});
	it.each(['2024-02-30', 'Q3 2024', 'TBD', 'Deal 12'])(
		'%s is listed with its cell, and its deal stays in the funnel',
		(text) => {
			const found = read([{ Closed: text }, {}]);
			expect(found).toMatchObject({ closed: ['', '2026-02-04'], kinds: { won: 2 }, problems: ['notADate 1,5'] });
			expect(measure(found.pipeline, 'salesCycle').n).toBe(1);
		},
	);
	it('as serial numbers are read where the column is mostly dates; 0, 1, 60 and negative ones are listed', () => {
		expect(read([{ Created: 46_027 }, {}, {}])).toMatchObject({
			created: ['2026-01-05', '2026-01-05', '2026-01-05'],
			problems: [],
		});
		const bad = [0, 1, 60, -3].map((Created) => ({ Created }));
		expect(read([...bad, {}, {}, {}, {}, {}]).problems).toEqual([1, 2, 3, 4].map((row) => `serialOutOfRange ${row},4`));
	});
	it.each<[string, Row, string]>([
		['closed before created', { Closed: '2026-01-01' }, 'closedBeforeCreated 1,5'],
		['created in the future', { Created: '2027-01-01', Closed: '2027-02-01' }, 'createdInFuture 1,4'],
		['closed in the future', { Closed: '2027-01-01' }, 'closedInFuture 1,5'],
		['won without a date', { Closed: '' }, 'closedWithoutDate 1,5'],
	])('%s is listed, counted and left out of the cycle, which is never negative', (_what, row, problem) => {
		const found = read([row, {}]);
		expect(found.problems).toContain(problem);
		expect(found.kinds).toEqual({ won: 2 });
		expect(measure(found.pipeline, 'salesCycle')).toMatchObject({ n: 1, value: 30 });
		expect(measure(found.pipeline, 'winRate')).toMatchObject({ n: 2, value: 1 });
	});
	it('of closing on an open deal are listed where open deals have none', () => {
		expect(
			read([{ Stage: 'Lead' }, { Stage: 'Lead', Closed: '' }, { Stage: 'Demo', Closed: '' }, {}]).problems,
		).toEqual(['closedWhileOpen 1,5']);
	});
});

describe('amounts', () => {
	it.each<[string, number]>([
		['¥12,000', 12_000],
		['€ 1.234,56', 1234.56],
		['1\u00a0234,56', 1234.56],
		["1'234.56", 1234.56],
		['$22,700.00', 22_700],
		['1.2万', 12_000],
		['10k', 10_000],
	])('%s is read', (text, value) => expect(read([{ Amount: text }])).toMatchObject({ amounts: [value], problems: [] }));
	it('have their separators decided by the column', () => {
		expect(read([{ Amount: '1.234' }, { Amount: '5,50' }]).amounts).toEqual([1234, 5.5]);
		expect(read([{ Amount: '1,234' }, { Amount: '5.50' }]).amounts).toEqual([1234, 5.5]);
	});
	it('of several currencies are never added', () => {
		const { pipeline, problems } = read([{ Amount: '$5' }, { Amount: '€7' }]);
		expect(problems).toEqual(['mixedCurrencies -,3']);
		expect(misuse(pipeline, 'averageDealSize')).toMatchObject({
			code: 'mixedCurrencies',
			params: { currencies: '$, EUR' },
		});
	});
	it('blank is not zero; negative, huge and inexact ones are listed, sums keep small parts', () => {
		const found = read([{ Amount: '' }, { Amount: 0 }, { Amount: -5 }, { Amount: 1e15 }, { Amount: 2 ** 53 + 2 }]);
		expect(found.amounts).toEqual([Number.NaN, 0, -5, 1e15, 2 ** 53 + 2]);
		expect(found.problems).toEqual(['negativeAmount 3,3', 'hugeAmount 4,3', 'inexactAmount 5,3']);
		expect(read([{ Amount: '(1,000)' }])).toMatchObject({ amounts: [-1000], problems: ['negativeAmount 1,3'] });
		// Added one by one, 0.1 twenty thousand times makes 1999.9999999992765.
		const many = read(Array.from({ length: 20_000 }, () => ({ Amount: 0.1 })));
		const mean = measure(many.pipeline, 'averageDealSize').value as number;
		expect(Math.abs(mean - 0.1)).toBeLessThan(1e-14);
	});
});

test.each<[readonly Cell[], readonly number[], readonly string[]]>([
	[[35, 60], [0.35, 0.6], []],
	[['35%', '60%'], [0.35, 0.6], []],
	[[0.35, 0.6], [0.35, 0.6], ['probabilityUnitUnclear 1,7']],
	[[350, 35], [Number.NaN, 0.35], ['probabilityOutOfRange 1,7']],
	[[-5, 35], [Number.NaN, 0.35], ['probabilityOutOfRange 1,7']],
])('probabilities %j', (cells, values, problems) => {
	const found = read(
		cells.map((Probability) => ({ Stage: 'Lead', Closed: '', Probability })),
		{},
		[...HEADINGS, 'Probability'],
	);
	expect([...(found.pipeline.opportunities.probabilities()?.values ?? [])]).toEqual(values);
	expect(found.problems).toEqual(problems);
});

test('won is certain and lost impossible, whatever the deals say', () => {
	const found = pipelineOf([
		['Name', 'Stage', 'Probability'],
		['a', 'Won', '40%'],
		['b', 'Lost', '40%'],
		['c', 'Lead', '40%'],
	]);
	expect(found.stages.all.map(({ name, probability }) => [name, probability])).toEqual([
		['Lead', 0.4],
		['Won', 1],
		['Lost', 0],
	]);
});

test.each(['#REF!', '#N/A', '#DIV/0!', 'Loading...'])(
	'%s is a formula error where it stands, and leaves out that metric only',
	(error) => {
		expect(read([{ Amount: error }, {}])).toMatchObject({
			kinds: { won: 2 },
			amounts: [Number.NaN, 100],
			problems: ['formulaError 1,3'],
		});
		expect(read([{ Closed: error }, {}]).problems).toEqual(['formulaError 1,5']);
		expect(read([{ Owner: error }, {}]).problems).toEqual(['formulaError 1,6']);
		expect(read([{ Stage: error, Closed: '' }, {}])).toMatchObject({
			kinds: { none: 1, won: 1 },
			problems: ['formulaError 1,2'],
		});
	},
);

describe('stages', () => {
	it.each([' won ', 'WON', 'Ｗｏｎ', 'Won\u00a0', 'W\u200bon', '\u202aWon\u202c'])(
		'%j is matched by its key, listed, and not rewritten',
		(text) => {
			const { pipeline, stages, problems } = read([{ Stage: text }, {}]);
			expect(stages).toEqual(['Won', 'Won']);
			expect(problems).toEqual(['stageSpelling 1,2']);
			expect(checkTable(pipeline)[0]).toMatchObject({ value: text, suggestion: 'Won' });
		},
	);
	it('in decomposed letters are the same', () => {
		const found = read([{ Stage: 'De\u0301mo', Closed: '' }], {
			stages: [stage('D\u00e9mo', 'open'), stage('Won', 'won')],
		});
		expect(found).toMatchObject({ stages: ['D\u00e9mo'], problems: ['stageSpelling 1,2'] });
	});
	it.each([
		['Wonn', 'Won'],
		['closed', null],
	])('%s is unknown, listed with the nearest suggestion %s, and counted', (text, suggestion) => {
		const { pipeline, kinds, count } = read([{ Stage: text }, {}]);
		expect(checkTable(pipeline)[0]).toMatchObject({ row: 1, column: 2, value: text, suggestion });
		expect({ kinds, count }).toEqual({ kinds: { unknown: 1, won: 1 }, count: 2 });
	});
	it.each([
		'__proto__',
		'constructor',
		'🚀',
		'مرحلة',
		'x'.repeat(5000),
		'two\nlines',
		'=1+1',
		'<img src=x onerror=alert(1)>',
	])('and owners called %.20s are plain names', (name) => {
		const found = read([{ Stage: name, Owner: name, Closed: '' }, {}], null);
		expect(found.count).toBe(2);
		expect(found.stages[0]).toBe(name.trim());
		const owners = found.pipeline.opportunities.dimension('Owner');
		expect(owners?.labels.map(textKey)).toContain(textKey(name));
	});
	it('that are blank beside data are no stage, listed; blank rows are skipped and what follows is read', () => {
		const blank = Object.fromEntries(HEADINGS.map((heading) => [heading, '']));
		const found = read([{ Stage: '', Closed: '' }, blank, {}]);
		expect(found).toMatchObject({ count: 2, kinds: { none: 1, won: 1 }, problems: ['missingStage 1,2'] });
	});
	it('of one key twice, and lists without a won stage, are refused by name', () => {
		const list = (...names: string[]) =>
			new StageList(names.map((name) => stage(name, name === 'Won' ? 'won' : 'open'))).problems();
		expect(list('Lead', 'LEAD', 'Won')).toEqual([{ code: 'sameKey', first: 'Lead', second: 'LEAD' }]);
		expect(list('Lead').map(({ code }) => code)).toEqual(['noWonStage']);
	});
});

describe('tables', () => {
	const obstacle = (...grid: Cell[][]) => pipelineOf(grid, { stages: PLAIN_STAGES }).detection.obstacle?.code ?? null;
	it('that are empty, only headings, or without a stage say so', () => {
		expect(obstacle()).toBe('empty');
		expect(obstacle([...HEADINGS])).toBe('onlyHeader');
		expect(obstacle(['City', 'Zip'], ['Ulm', '89073'], ['Jena', '07743'])).toBe('noStageColumn');
	});
	it('with one heading twice are read by the first, and the second is listed', () => {
		const found = read([{}], {}, [...HEADINGS, 'Owner']);
		expect(found.problems).toEqual(['duplicateHeading 0,7']);
	});
	it('without an ended or a dated deal have figures that are empty, never zero', () => {
		const { pipeline } = read([{ Stage: 'Lead', Closed: '' }]);
		expect([measure(pipeline, 'salesCycle').value, measure(pipeline, 'averageDealSize').value]).toEqual([null, null]);
	});
});

describe('rows', () => {
	it('with an id twice or none are listed and counted', () => {
		expect(read([{ Id: 'a' }, { Id: 'a' }, { Id: '' }])).toMatchObject({
			count: 3,
			problems: ['duplicateId 1,0', 'duplicateId 2,0', 'missingId 3,0'],
		});
	});
	it('whose stage and outcome disagree are listed', () => {
		const found = read(
			[
				{ Stage: 'Won', Outcome: 'Lost' },
				{ Stage: 'Lost', Outcome: 'Lost' },
			],
			{},
			[...HEADINGS, 'Outcome'],
		);
		expect(found.problems).toEqual(['stageAgainstOutcome 1,7']);
	});
	it('of open deals with zeros or the text null are listed', () => {
		const open = { Stage: 'Lead', Closed: '' };
		expect(
			read([
				{ ...open, Amount: 0 },
				{ ...open, Amount: 'null' },
			]).problems,
		).toEqual(['zeroOnOpenDeal 1,3', 'placeholderText 2,3']);
	});
});
