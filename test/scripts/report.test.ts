import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DealReport, dealReport } from '../../scripts/report/deal-report.ts';
import { openBook } from '../../scripts/report/opened-book.ts';
import { readOptions } from '../../scripts/report/options.ts';
import { textReport } from '../../scripts/report/text-report.ts';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { MemoryStore } from '../../workbench/host/index.ts';
import { loadBook } from '../../workbench/io/book-data.ts';
import { writeXlsx } from '../../workbench/io/write-xlsx.ts';
import { sampleBook } from '../../workbench/samples/index.ts';
import { sharedData } from '../support/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const file = (name: string, content: string | Uint8Array): string => {
	writeFileSync(join(folder, name), content);
	return join(folder, name);
};

/** The rows below the headings that a formula gave. */
function tableOf(found: DealReport, at: number): unknown[][] {
	return (found.formulas[at] as { value: unknown[][] }).value.slice(1);
}

async function report(...args: string[]): Promise<DealReport> {
	const options = readOptions(args, folder);
	return dealReport(await openBook(options), options);
}

const DEALS = `Deal ID,Deal name,Stage,Amount,Created,Closed,Owner
1,A,Qualify,100,2026-01-01,,Ann
2,B,Won,200,2026-01-01,2026-01-11,Ann
3,C,Lost,300,2026-01-01,2026-01-21,Ben
4,D,Won,400,2026-01-01,2026-01-31,Ben
5,E,Wonn,500,2026-01-01,,Ben
6,F,,600,2026-01-01,,Ben
`;
const STAGES = 'Name,Kind,Probability\nQualify,open,10\nPropose,open,50\nWon,won,100\nLost,lost,0\n';

interface Group {
	readonly n: number;
	readonly won: number;
}

interface Answers {
	readonly overall: Record<'n' | 'won' | 'lost' | 'open_' | 'win_rate_all' | 'win_rate_closed' | 'avg_won', number>;
	readonly velocity: { readonly open_count_x_closedrate: number };
	readonly by: { readonly owner: Record<string, Group>; readonly product: Record<string, Group> };
	readonly by_start_quarter: Record<string, Group>;
}

describe('npm run report', () => {
	it('reads a deal with several rows once where it is asked to', async () => {
		const lines = [
			'Deal ID,Deal name,Stage,Amount,Created,Closed,Product',
			...['A', 'B', 'C'].flatMap((name, at) =>
				[10, 5].map((amount, line) => `${at},${name},${at === 0 ? 'Won' : 'Lead'},${amount},2026-01-01,,P${line}`),
			),
		].join('\n');
		const path = file('lines.csv', lines);
		const plain = await report(path, '--as-of', '2026-03-01');
		expect(plain.rows).toBe(6);
		expect(plain.problems.map(({ code, cell }) => `${code} ${cell}`)).toContain('dealLines Deals!A3');
		const formula = '=AVERAGE_DEAL_SIZE()';
		const summed = await report(path, '--as-of', '2026-03-01', '--deal-lines', 'sum', '--formula', formula);
		expect([summed.rows, summed.formulas[0]?.value]).toEqual([3, 15]);
		const once = await report(path, '--as-of', '2026-03-01', '--deal-lines', 'once', '--formula', formula);
		expect([once.rows, once.formulas[0]?.value]).toEqual([3, 10]);
		await expect(report(path, '--deal-lines', 'twice')).rejects.toThrow('"twice" is no way');
	});

	describe('told what a table is', () => {
		const told = [
			'Sales 2026,,,,,',
			'Nr,Was,Wo steht es,Betrag,Von,Bis,Tot',
			...['Neu', 'Angebot', 'Angebot', 'Gewonnen'].map(
				(stage, i) => `${i},D${i},${stage},${100 * i},0${i + 1}/02/2026,,${i === 1}`,
			),
		].join('\n');
		it('reads the columns, the row of headings, the order of dates and the ends that the command names', async () => {
			const found = await report(
				...[file('told.csv', told), '--header-row', '2', '--date-order', 'dmy', '--outcome', 'lost=Tot'],
				...['stage=Wo steht es', 'created=Von', 'name=Was', 'closed='].flatMap((pair) => ['--column', pair]),
				...['--as-of', '2026-03-31', '--formula', '=STAGE_COUNT("Neu", "period", "2026-02")'],
			);
			expect(found.columns).toMatchObject({ stage: 'Wo steht es', created: 'Von', name: 'Was' });
			expect(found.columns).not.toHaveProperty('closed');
			expect(found.confidence).toMatchObject({ stage: 'told', created: 'told' });
			expect([found.rows, found.formulas[0]?.value]).toEqual([4, 1]);
			expect(found.problems.filter(({ code }) => code === 'notADate')).toEqual([]);
			const other = await report(
				file('told.csv', told),
				'--header-row',
				'2',
				'--column',
				'stage=Wo steht es',
				'--column',
				'created=Von',
				'--date-order',
				'mdy',
				'--as-of',
				'2026-12-31',
				'--formula',
				'=STAGE_COUNT("Neu", "period", "2026-01")',
			);
			expect(other.formulas[0]?.value).toBe(1);
		});
		it.each([
			[['--column', 'stage=Phase'], 'there is no column "Phase". The headings are: Deal ID'],
			[['--column', 'phase=Stage'], 'one of id, name, stage'],
			[['--header-row', 'x'], '"x" is no row'],
			[['--date-order', 'dym'], '"dym" is no order of dates'],
			[['--outcome', 'gone=Stage'], 'one of won, lost'],
		])('refuses %j with one sentence', async (args, says) => {
			await expect(report(file('deals.csv', DEALS), ...args)).rejects.toThrow(says);
		});
		it('says how sure each column is and which stages may stand in another order', async () => {
			const found = await report(file('odd.csv', 'Deal ID,Stage\n1,Oak\n2,Elm\n3,Won\n'));
			expect(found.confidence).toEqual({ id: 'sure', stage: 'sure' });
			expect(found.orderDoubts).toEqual([{ first: 'Oak', second: 'Elm', reasons: [], against: [] }]);
			expect(textReport(found)).toContain('Oak before Elm (nothing says so)');
		});
		it('says which columns are not certain, and why', async () => {
			const rows = [
				'Deal ID,Stage,Zahl €,Foo',
				...[1, 2, 3, 4, 5].map((i) => `${i},${i > 3 ? 'Won' : 'Lead'},€${i}00,2026-01-0${i}`),
			];
			const found = await report(file('unsure.csv', rows.join('\n')));
			expect(found.unsure).toEqual([
				{ field: 'amount', heading: 'Zahl €', by: 'cells', runnerUp: '' },
				{ field: 'created', heading: 'Foo', by: 'cells', runnerUp: '' },
			]);
			expect(textReport(found)).toContain('Columns: amount = Zahl € (please check), created = Foo (please check), id');
			expect(textReport(found)).toContain('amount = Zahl € by its cells');
		});
	});

	it('takes the last change of each deal for its stage where the deals have no column for it', async () => {
		const deals = 'Case ID,Requested amount,Registered at\n1,100,2026-01-01\n2,200,2026-01-01\n3,300,2026-01-01\n';
		const changes = [
			'Case ID,Stage,Entered at',
			'1,Lead,2026-01-01',
			'1,Won,2026-01-11',
			'2,Lead,2026-01-01',
			'3,Lost,2026-01-21',
		].join('\n');
		const options = [file('cases.csv', deals), '--as-of', '2026-03-31'];
		await expect(report(...options)).rejects.toThrow(/No column of/u);
		const found = await report(...options, '--history', file('events.csv', changes));
		expect(found.kinds).toMatchObject({ open: 1, won: 1, lost: 1, unknown: 0 });
		expect(found.lastChanges).toEqual({ known: 3, deals: 3 });
		expect(textReport(found)).toContain('the last change of each deal in the history');
	});

	it('counts in its funnel where a table of stage changes says that deals were lost', async () => {
		const changes = [
			'Deal ID,Stage,Entered at',
			'3,Qualify,2026-01-01',
			'3,Propose,2026-01-09',
			'3,Lost,2026-01-21',
		].join('\n');
		const options = [file('deals.csv', DEALS), '--stages', file('stages.csv', STAGES), '--as-of', '2026-03-31'];
		const reachedIn = ({ stages }: DealReport) => stages.map(({ reached }) => reached);
		expect(reachedIn(await report(...options))).toEqual([4, 2, 2, null]);
		expect(reachedIn(await report(...options, '--history', file('changes.csv', changes)))).toEqual([4, 3, 2, null]);
	});

	it('answers every figure from a table of stage changes as a cell that names the range would', async () => {
		const changes = [
			'Deal ID,Stage,Entered at',
			'1,Qualify,2026-01-02',
			'3,Qualify,2026-01-01',
			'3,Propose,2026-01-09',
			'3,Lost,2026-01-21',
			'4,Propose,2026-01-05',
			'4,Won,2026-01-31',
		].join('\n');
		const calls = METRICS.filter(({ reserved }) => reserved.includes('history')).map(({ id }) => functionName(id));
		// The range without an open end is read by the bundle, like a cell's.
		const wordings = calls.flatMap((name) => [
			`=${name}()`,
			`=${name}("history", History!A:Z)`,
			`=${name}("history", History!A1:C8)`,
		]);
		const { formulas } = await report(
			file('deals.csv', DEALS),
			...['--stages', file('stages.csv', STAGES), '--as-of', '2026-03-31'],
			...['--history', file('changes.csv', changes)],
			...wordings.flatMap((formula) => ['--formula', formula]),
		);
		const told = formulas.map(({ value, error }) => ({ value, error }));
		expect(calls.length).toBeGreaterThan(10);
		calls.forEach((name, i) => {
			const [plain, named, inCell] = told.slice(3 * i, 3 * i + 3);
			expect([name, plain, named]).toEqual([name, inCell, inCell]);
		});
		expect(told.filter(({ error }) => error === undefined).length).toBeGreaterThan(calls.length);
	});

	it('reports counts, stages, metrics, problems and formulas of a file', async () => {
		const formulas = ['=WIN_RATE("closed")', '=WIN_RATE(Deals!A:Z, "by", "Owner")', '=WIN_RATE("closd")'].flatMap(
			(formula) => ['--formula', formula],
		);
		const found = await report(
			file('deals.csv', DEALS),
			'--stages',
			file('stages.csv', STAGES),
			'--as-of',
			'2026-03-31',
			...formulas,
		);
		expect(found.rows).toBe(6);
		expect(found.kinds).toEqual({ open: 1, won: 2, lost: 1, parked: 0, unknown: 2, noStage: 1 });
		expect(found.stages.map(({ name, kind, now }) => [name, kind, now])).toEqual([
			['Qualify', 'open', 1],
			['Propose', 'open', 0],
			['Won', 'won', 2],
			['Lost', 'lost', 1],
		]);
		expect(found.metrics.winRate).toMatchObject({ value: 2 / 6, n: 6, numerator: 2, denominator: 6 });
		expect(found.metrics.salesCycle).toMatchObject({ value: 20, n: 2 });
		expect(found.columns).toMatchObject({ id: 'Deal ID', stage: 'Stage', amount: 'Amount', owner: 'Owner' });
		expect(found.problems).toContainEqual({
			code: 'unknownStage',
			severity: 'error',
			cell: 'Deals!C6',
			value: 'Wonn',
			suggestion: 'Won',
		});
		expect(found.problems.map(({ code, cell }) => `${code} ${cell}`)).toContain('missingStage Deals!C7');
		expect(found.asOf).toBe('2026-03-31');
		expect(found.formulas[0]).toEqual({ formula: '=WIN_RATE("closed")', value: 2 / 3 });
		expect(tableOf(found, 1).map((row) => row.slice(0, 2))).toEqual(expect.arrayContaining([['Ann', 0.5]]));
		expect(found.formulas[2]).toMatchObject({ value: null, error: expect.stringContaining('"closed"') });
		expect(textReport(found)).toContain('6 deals in Deals, as of 2026-03-31');
	});

	it('takes the stage list as JSON too and refuses a file without stages', async () => {
		const list = JSON.stringify([
			{ name: 'Qualify', kind: 'open', probability: 10 },
			{ name: 'Won', kind: 'won' },
		]);
		const found = await report(file('deals.csv', DEALS), '--stages', file('stages.json', list));
		expect(found.stages.map((stage) => stage.name)).toEqual(['Qualify', 'Won']);
		expect(found.kinds.unknown).toBe(3);
		await expect(report(file('deals.csv', DEALS), '--stages', file('list.json', '{}'))).rejects.toThrow(
			'list.json: a list of stages is expected.',
		);
	});

	it.each([
		['[null]', 'bad.json: stage 1 is no object'],
		['[{"name":"Won"},"x"]', 'bad.json: stage 2 is no object'],
		['[{"name":{"en":"Won"}}]', 'bad.json: name of stage 1 is neither'],
		['[{"name":"Won","aliases":[1]}]', 'bad.json: aliases of stage 1 is neither'],
		['[', 'bad.json cannot be read'],
	])('says in one sentence what is wrong with the stage list %s', async (text, told) => {
		const refused = report(file('deals.csv', DEALS), '--stages', file('bad.json', text));
		await expect(refused).rejects.toThrow(told);
		await expect(refused).rejects.toThrow(/^[^\n]+$/u);
	});

	it('keeps names and other spellings with a separator in one piece', async () => {
		const list = [
			{ name: 'Qualify; first', kind: 'open', probability: 10, aliases: ['Qualify', 'a; b'] },
			{ name: 'Won', kind: 'won' },
		];
		const deals = DEALS.replace('4,D,Won', '4,D,a; b').replace('5,E,Wonn', '5,E,b');
		const found = await report(file('apart.csv', deals), '--stages', file('apart.json', JSON.stringify(list)));
		expect(found.stages.map(({ name, now }) => [name, now])).toEqual([
			['Qualify; first', 2],
			['Won', 1],
		]);
	});

	it('puts each problem into one line of its text, the errors first, with its number and its first cells', async () => {
		const rows = Array.from({ length: 6 }, (_, i) => `${i},Won,x${i},,2026-01-02\n`).join('');
		const text = textReport(
			await report(
				file(
					'bad-cells.csv',
					`Id,Stage,Amount,Created,Closed\n7,Lost,5,2026-01-01,\n${[8, 9, 10].map((id) => `${id},Lost,5,2026-01-01,2026-01-02\n`).join('')}${rows}`,
				),
			),
		);
		const lines = text.split('\n').filter((line) => /^(?:error|warning) /u.test(line));
		expect(lines.map((line) => line.split(/ {2,}/u))).toEqual([
			['error', 'notAnAmount', '6', 'x0', 'C6, C7, C8, C9, C10, …'],
			['warning', 'closedWithoutDate', '1', 'E2'],
		]);
	});

	it.each([
		[
			'no stage column',
			'a,b\n1,2\n',
			'looks like the stage of a deal (New, Proposal, Won, Lost). Headings in row 1: a, b.',
		],
		[
			'several rows for one deal',
			'Deal ID,Stage,Date\n1,New,2026-01-01\n1,Won,2026-02-01\n2,New,2026-01-01\n2,Lost,2026-01-05\n',
			'“Deals” holds stage changes, several rows per deal (column “Deal ID”).',
		],
		['nothing', '', 'The file is empty.'],
		['headings only', 'Deal,Stage\n', 'has headings but no deals'],
	])('says in one line that a file with %s cannot be used', async (_what, content, text) => {
		const refused = report(file('bad.csv', content));
		await expect(refused).rejects.toThrow(text);
		await expect(refused).rejects.toThrow(/^bad\.csv: [^\n]+$/u);
	});

	it.each([
		[[], 'Name one file.'],
		[['a.csv', '--as-of', '2026-02-30'], '"2026-02-30" is not a date'],
		[['a.csv', '--time-zone', 'Mars'], '"Mars" is not a time zone'],
		[['a.csv', '--nope'], '--nope'],
		[['a.csv', '--locale', ''], '"" is not a locale'],
		[['a.csv', '--locale', 'x y'], '"x y" is not a locale'],
		[['a.csv', '--column', 'id=A', '--column', 'id=B'], '--column id is told twice, "A" and "B"'],
		[['a.csv', '--outcome', 'won=A', '--outcome', 'won=B'], '--outcome won is told twice'],
	])('refuses the command line %j', (args, text) => {
		expect(() => readOptions(args, folder)).toThrow(text);
	});

	it('says that there are no headings in the row that is told', async () => {
		const refused = report(file('deals.csv', DEALS), '--header-row', '99999');
		await expect(refused).rejects.toThrow('deals.csv: row 99999 holds no headings.');
	});

	it('reads a workbook whose sheet has another name, also in a formula that says Deals', async () => {
		const store = new MemoryStore();
		const book = sampleBook('chinese');
		const [id] = loadBook(store, book) as [number];
		const cells = store.read(id, { row: 0, column: 0, ...store.used(id) });
		const bytes = new Uint8Array(await (await writeXlsx([{ name: '商机', cells }])).arrayBuffer());
		const found = await report(
			file('chinese.xlsx', bytes),
			'--as-of',
			'2026-11-23',
			'--formula',
			'=WIN_RATE(Deals!A:Z)',
		);
		expect(found.rows).toBe(400);
		expect(found.sheet).toBe('商机');
		expect(found.formulas[0]?.value).toBe((found.metrics.winRate as { value: number }).value);
	});

	it.for([
		'sales_pipeline.csv',
		'variants/iso_lf.csv',
		'variants/mdyyyy.csv',
		'variants/ddmmyyyy.csv',
		'variants/ddmmyy.csv',
	])('gives the known answers for maven_crm/%s', async (name, { skip }) => {
		const path = sharedData(`data/maven_crm/${name}`);
		const answersPath = sharedData('data/maven_crm/answers.json');
		if (path === null || answersPath === null) return skip();
		const { overall, velocity, by, by_start_quarter } = JSON.parse(readFileSync(answersPath, 'utf8')) as Answers;
		const formulas = [
			'=WIN_RATE("closed")',
			'=SALES_CYCLE("median")',
			'=WIN_RATE(Deals!A:Z, "by", "sales_agent")',
			'=WIN_RATE("by", "product")',
			'=WIN_RATE("by", "quarter")',
		];
		const found = await report(path, ...formulas.flatMap((formula) => ['--formula', formula]));
		expect(found.kinds).toEqual({
			open: overall.open_,
			won: overall.won,
			lost: overall.lost,
			parked: 0,
			unknown: 0,
			noStage: 0,
		});
		expect(found.metrics.winRate).toMatchObject({ value: expect.closeTo(overall.win_rate_all, 9), n: overall.n });
		expect(found.metrics.averageDealSize).toMatchObject({ value: expect.closeTo(overall.avg_won, 6) });
		expect(found.metrics.salesVelocity).toMatchObject({ value: expect.closeTo(velocity.open_count_x_closedrate, 6) });
		expect(found.formulas[0]?.value).toBeCloseTo(overall.win_rate_closed, 9);
		expect(found.formulas[1]?.value).toBe(57);
		const rates = (at: number) =>
			new Map(
				(tableOf(found, at) as [string, number, number, number, number][]).map(([group, rate, , , n]) => [
					group,
					{ rate, n },
				]),
			);
		const known = (groups: Record<string, Group>, label: (group: string) => string) =>
			new Map(
				Object.entries(groups).map(([group, { n, won }]) => [label(group), { rate: expect.closeTo(won / n, 9), n }]),
			);
		expect(rates(2)).toEqual(known(by.owner, (group) => group));
		expect(rates(3)).toEqual(known(by.product, (group) => group));
		expect(rates(4)).toEqual(
			known(by_start_quarter, (group) => (group === '(blank)' ? '' : `${group.slice(0, 4)}-${group.slice(4)}`)),
		);
	});
});
