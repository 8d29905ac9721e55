// Input that would make numbers wrong: stopped with one sentence and exit code 1, or counted under quality. Nothing is guessed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WarehouseReport } from '../../warehouse/answers.ts';
import { warehousePackage } from '../../warehouse/package-of.ts';

const isInstalled = (await warehousePackage('@duckdb/node-api')) !== null;
if (!isInstalled) console.log('skipped: DuckDB is not installed (npm ci --prefix warehouse)');

const HEADING = 'Deal ID,Deal,Stage,Amount,Created,Closed,Owner';
const DEALS = [
	'1,Northwind,Lead,100,2026-01-01,,Ann',
	'2,Contoso,Proposal,200,2026-01-02,,Ben',
	'3,Fabrikam,Won,300,2026-01-03,2026-02-01,Ann',
	'4,Tailspin,Lost,400,2026-01-04,2026-02-02,Ben',
];
const STAGES = 'Name,Kind,Probability\nLead,open,0.1\nProposal,open,0.5\nWon,won,1\nLost,lost,0\n';
const table = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const good = table(HEADING, ...DEALS);

describe.skipIf(!isInstalled)('npm run warehouse', () => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'stagekeeper-'));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	function run(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
		for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['scripts/run.mjs', 'warehouse/main.ts', ...args, '--as-of', '2026-03-31'],
			{ encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
		);
		return { status, stdout, stderr };
	}

	const quality = (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
		const { status, stdout, stderr } = run(files, ...args, '--json');
		expect(stderr).toBe('');
		expect(status).toBe(0);
		return new Map((JSON.parse(stdout) as WarehouseReport).quality.map((doubt) => [doubt.code, doubt]));
	};

	const many = (line: (n: number) => string, count: number): string[] =>
		Array.from({ length: count }, (_, n) => line(n));

	test.each([
		[
			'an id twice',
			{ deals: table(HEADING, ...DEALS, '1,Northwind,Won,100,2026-01-01,,Ann') },
			[],
			/the id "1" stands in 2 rows; .*--where/u,
		],
		[
			'dates that are not ISO',
			{ deals: good.replace('2026-01-02', '02.01.2026') },
			['--column', 'created=Created'],
			/"02\.01\.2026" in "Created" is not an ISO date/u,
		],
		[
			'a day that does not exist',
			{ deals: good.replace('2026-01-02', '2026-02-30') },
			['--column', 'created=Created'],
			/"2026-02-30" in "Created" is not an ISO date/u,
		],
		[
			'times with and without a zone',
			{ deals: good.replace('2026-01-02', '2026-01-02T10:00:00Z') },
			['--column', 'created=Created'],
			/some dates in "Created" have a time zone/u,
		],
		[
			'amounts as text',
			{ deals: good.replace(',200,', ',"$1,200",') },
			['--column', 'amount=Amount'],
			/"\$1,200" in "Amount" is not a plain number/u,
		],
		[
			'no stage',
			{ deals: table('Deal ID,Note', '1,hello world', '2,how are you') },
			[],
			/no column looks like the stage of a deal/u,
		],
		[
			'stages that are mostly unlisted',
			{ deals: good.replace('Lead', 'A').replace('Proposal', 'B').replace('Lost', 'C'), stages: STAGES },
			['--stages', 'stages.csv', '--column', 'stage=Stage'],
			/3 of 4 stage texts are not in the stage list/u,
		],
		[
			'more open stages than bits',
			{ deals: good, stages: table('Name,Kind,Probability', ...many((n) => `Step ${n},open,0.5`, 32), 'Won,won,1') },
			['--stages', 'stages.csv'],
			/32 open stages are more than the 31/u,
		],
		[
			'more groups than a sheet can take',
			{
				deals: table(
					HEADING,
					...many((n) => `${n},Deal,${['Lead', 'Won', 'Lost', 'Proposal'][n % 4]},1,2026-01-01,,Owner ${n}`, 1001),
				),
			},
			['--by', 'Owner'],
			/"Owner" has 1001 different values, more than the 1000/u,
		],
		['an unknown column', { deals: good }, ['--by', 'Ownr'], /has no column "Ownr"; did you mean "Owner"\?/u],
		['an unknown field', { deals: good }, ['--column', 'stag=Stage'], /"stag=Stage" names no column/u],
		[
			'a history without times',
			{ deals: good, history: table('Deal ID,Stage', '1,Lead') },
			['--history', 'history.csv'],
			/no stage changes; it needs columns/u,
		],
		['a file that is not there', {}, ['--history', 'nowhere.csv'], /There is no file .*nowhere\.csv/u],
		[
			'a file of another kind',
			{ deals: good },
			['--history', 'history.xlsx'],
			/neither a \.parquet nor a \.csv|There is no file/u,
		],
		['an unknown option', { deals: good }, ['--colum', 'a=b'], /--colum/u],
		['a period that is none', { deals: good }, ['--period', 'spring'], /"spring" is no period/u],
	] as const)('stops at %s', (_name, files, args, sentence) => {
		const given: Readonly<Record<string, string>> = files;
		const { status, stdout, stderr } = run(
			Object.fromEntries([['deals.csv', good], ...Object.entries(given).map(([name, text]) => [`${name}.csv`, text])]),
			'deals.csv',
			...args,
		);
		expect(stderr).toMatch(sentence);
		expect(stderr.trim().split('\n')).toHaveLength(1);
		expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	});

	test('counts what is doubtful, with examples', () => {
		const deals = table(
			HEADING,
			...DEALS,
			'5,Adatum,Wonn,1,2026-01-05,,Ann',
			',Litware,Lead,1,2026-01-05,,Ann',
			'7,Wingtip,Won,1,2026-02-05,2026-01-01,Ann',
			'8,Proseware,Lead,1,2026-05-05,,Ann',
			'9,Lucerne,Won,NaN,2026-01-05,2026-04-20,Ann',
			'10,Fourth,,1,2026-01-05,,Ann',
		);
		const history = table(
			'Deal ID,Stage,Changed at',
			'1,Lead,2026-01-01',
			'1,Leed,2026-01-02',
			'99,Lead,2026-01-01',
			'2,Lead,',
		);
		const found = quality(
			{ 'deals.csv': deals, 'history.csv': history, 'stages.csv': STAGES },
			'deals.csv',
			'--history',
			'history.csv',
			'--stages',
			'stages.csv',
		);
		expect(found.get('unlistedStage')).toMatchObject({ count: 1, examples: ['Wonn'] });
		expect(found.get('unlistedChange')).toMatchObject({ count: 1, examples: ['Leed'] });
		expect(found.get('noStage')).toMatchObject({ count: 1 });
		expect(found.get('changeOfNoDeal')).toMatchObject({ count: 1, examples: ['99'] });
		expect(found.get('changeWithoutTime')).toMatchObject({ count: 1, examples: ['2'] });
		expect(found.get('blankId')).toMatchObject({ count: 1 });
		expect(found.get('closedBeforeCreated')).toMatchObject({ count: 1, examples: ['7'] });
		expect(found.get('createdAfterAsOf')).toMatchObject({ count: 1, examples: ['8'] });
		expect(found.get('closedAfterAsOf')).toMatchObject({ count: 1, examples: ['9'] });
	});

	test('never adds amounts of several currencies', () => {
		const deals = table(`${HEADING},Currency`, ...DEALS.map((line, n) => `${line},${n < 2 ? 'USD' : 'EUR'}`));
		const { status, stdout } = run(
			{ 'deals.csv': deals },
			'deals.csv',
			'--json',
			'--formula',
			'=WEIGHTED_PIPELINE()',
			'--formula',
			'=AVERAGE_DEAL_SIZE("all")',
		);
		const report = JSON.parse(stdout) as WarehouseReport;
		expect(status).toBe(0);
		expect(report.quality).toContainEqual({ code: 'severalCurrencies', count: 2, examples: ['EUR', 'USD'] });
		expect(report.formulas[1]?.error).toMatch(/USD/u);
	});

	test('reads times without a zone in the zone of the command', () => {
		const deals = good.replaceAll(/(2026-\d\d-\d\d)/gu, '$1T23:30:00');
		const months = (zone: string): unknown => {
			const { stdout } = run(
				{ 'deals.csv': deals.replaceAll('2026-01-01T', '2026-02-01T') },
				'deals.csv',
				'--json',
				'--time-zone',
				zone,
				'--formula',
				'=WIN_RATE("by", "month")',
			);
			return (JSON.parse(stdout) as WarehouseReport).formulas[0]?.value;
		};
		expect(months('Asia/Tokyo')).toEqual(months('America/New_York'));
	});

	test('reads 35 and 0.35 as the same probability where percent are meant', () => {
		const value = (chances: readonly string[]): unknown => {
			const deals = table(`${HEADING},Probability`, ...DEALS.map((line, n) => `${line},${chances[n]}`));
			const { stdout } = run({ 'deals.csv': deals }, 'deals.csv', '--json', '--formula', '=WEIGHTED_PIPELINE("own")');
			return (JSON.parse(stdout) as WarehouseReport).formulas[0]?.value;
		};
		expect(value(['10', '50', '100', '0'])).toBe(110);
		expect(value(['0.1', '0.5', '1', '0'])).toBe(110);
	});

	test('takes from the log of a sheet the place of deals that it found, and no time', () => {
		const found = (id: number, stage: string): string => `${id},1,,${stage},,2026-01-05 10:00:00+01:00,assumed`;
		const log = table(
			'Deal id,Sequence,From,To,Not before,Observed at,Source',
			...[found(1, 'Lead'), found(2, 'Proposal'), found(3, 'Won'), found(4, '(none)')],
		);
		const { stdout, stderr } = run(
			{ 'deals.csv': good, 'history.csv': log },
			...['deals.csv', '--history', 'history.csv', '--json'],
			...['--formula', '=STAGE_CONVERSION("direct")', '--formula', '=TIME_IN_STAGE()'],
		);
		expect(stderr).toBe('');
		const { formulas, quality: doubts } = JSON.parse(stdout) as WarehouseReport;
		expect(doubts).toEqual([]);
		expect(formulas[0]?.error).toMatch(/needs a stage history/u);
		const rows = formulas[1]?.value;
		const counted = (Array.isArray(rows) ? (rows as unknown[][]) : [])
			.slice(1)
			.map(([stage, days, deals]) => [stage, days, deals]);
		expect(counted).toEqual([
			['Lead', '', 0],
			['Proposal', '', 0],
		]);
	});

	test('counts deals in the stage where their status and the dates of their stages put them', () => {
		const ends = [
			['open', '2026-01-08'],
			['open', '2026-01-09'],
			['won', ''],
			['lost', ''],
		];
		const deals = table(
			`${HEADING},Status,Proposal date`,
			...DEALS.map((line, n) => `${line.replace(/,(Won|Lost),/u, ',Lead,')},${ends[n]?.join(',')}`),
		);
		const { stdout, stderr } = run({ 'deals.csv': deals }, 'deals.csv', '--json', '--column', 'status=Status');
		expect(stderr).toBe('');
		const { stages } = JSON.parse(stdout) as WarehouseReport;
		expect(stages.map(({ name, now, reached }) => [name, now, reached])).toEqual([
			['Lead', 1, 4],
			['Proposal', 1, 3],
			['won', 1, 1],
			['lost', 1, null],
		]);
	});

	test('keeps any text in names of owners', () => {
		const hostile = ["O'Brien", 'back\\slash', '`tick`', '=1+1', 'x; DROP TABLE deals; --', '赢单'];
		const deals = table(
			HEADING,
			...hostile.map((owner, n) => `${n},Deal,${['Lead', 'Won', 'Lost'][n % 3]},1,2026-01-01,,"${owner}"`),
		);
		const { stdout, stderr } = run(
			{ 'deals.csv': deals },
			'deals.csv',
			'--json',
			'--formula',
			'=WIN_RATE("by", "Owner")',
		);
		expect(stderr).toBe('');
		const rows = (JSON.parse(stdout) as WarehouseReport).formulas[0]?.value as unknown[][];
		expect(
			rows
				.slice(1)
				.map(([owner]) => owner)
				.sort(),
		).toEqual([...hostile].sort());
	});
});
