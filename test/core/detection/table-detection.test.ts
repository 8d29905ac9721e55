import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectTable } from '../../../src/core/detection/table-detection.ts';
import { sharedData } from '../../support/shared-data.ts';
import { headingsOf } from '../pipeline-of.ts';

const headers = sharedData('data/import-headers.json');

describe.skipIf(headers === null)('headings of well-known exports', () => {
	const exports = (): Record<string, { columns: string[] }> => JSON.parse(readFileSync(headers as string, 'utf8'));
	it.each<[string, Record<string, string>]>([
		[
			'salesforce_data_export_Opportunity',
			{
				id: 'Id',
				name: 'Name',
				stage: 'StageName',
				amount: 'Amount',
				probability: 'Probability',
				closed: 'CloseDate',
				source: 'LeadSource',
				currency: 'CurrencyIsoCode',
				owner: 'OwnerId',
				created: 'CreatedDate',
				reason: 'LossReason__c',
			},
		],
		[
			'salesforce_data_export_OpportunityHistory',
			{
				id: 'Id',
				created: 'CreatedDate',
				stage: 'StageName',
				amount: 'Amount',
				closed: 'CloseDate',
				probability: 'Probability',
				currency: 'CurrencyIsoCode',
			},
		],
		[
			'salesforce_report_style',
			{
				id: 'Opportunity ID',
				name: 'Opportunity Name',
				stage: 'Stage',
				amount: 'Amount',
				closed: 'Close Date',
				probability: 'Probability',
				currency: 'Currency',
			},
		],
		[
			'hubspot_export',
			{
				id: 'Record ID',
				name: 'Deal Name',
				amount: 'Amount',
				stage: 'Deal Stage',
				closed: 'Close Date',
				owner: 'Deal Owner',
				created: 'Create Date',
			},
		],
		[
			'pipedrive_export',
			{
				name: 'Deal - Title',
				owner: 'Deal - Owner',
				stage: 'Deal - Stage',
				amount: 'Deal - Value',
				currency: 'Deal - Currency',
				expectedClose: 'Deal - Expected close date',
				status: 'Deal - Status',
				probability: 'Deal - Probability',
				reason: 'Deal - Lost reason',
				closed: 'Deal - Won time',
			},
		],
		['attio_template', { name: 'Deal name', owner: 'Deal owner', stage: 'Deal stage', amount: 'Deal value' }],
		[
			'upvise',
			{
				id: 'id',
				name: 'name',
				created: 'creationdate',
				expectedClose: 'duedate',
				status: 'status',
				stage: 'stage',
				amount: 'amount',
				probability: 'probability',
			},
		],
		[
			'zoho_potentials',
			{
				name: 'Potential Name',
				owner: 'Potential Owner',
				created: 'Created Time',
				closed: 'Closing Date',
				amount: 'Amount',
				stage: 'Stage',
				source: 'Lead Source',
				probability: 'Probability',
			},
		],
		[
			'maven',
			{
				id: 'opportunity_id',
				name: 'account',
				owner: 'sales_agent',
				stage: 'deal_stage',
				created: 'engage_date',
				closed: 'close_date',
				amount: 'close_value',
			},
		],
		[
			'two_level_status',
			{
				name: 'Organization',
				owner: 'Owner',
				created: 'Lead acquisition date',
				status: 'Status',
				stage: 'Stage',
				amount: 'Deal Value, $',
				probability: 'Probability, %',
				expectedClose: 'Expected close date',
				closed: 'Actual close date',
			},
		],
	])('%s', (name, fields) => {
		const detection = detectTable([exports()[name]?.columns ?? []]);
		expect(headingsOf(detection)).toEqual(fields);
		expect(detection.obstacle?.code).toBe('onlyHeader');
	});
	it('keep their columns however they are ordered', () => {
		for (const { columns } of Object.values(exports())) {
			expect(headingsOf(detectTable([[...columns].sort()]))).toEqual(headingsOf(detectTable([columns])));
		}
	});
});

describe('what stands in the way', () => {
	it('is named for an empty sheet, a lone header and a table without stages', () => {
		expect(detectTable([]).obstacle?.code).toBe('empty');
		expect(detectTable([['', ' '], ['']]).obstacle?.code).toBe('empty');
		expect(detectTable([['Name', 'Stage', 'Amount']]).obstacle?.code).toBe('onlyHeader');
		expect(
			detectTable([
				['Name', 'Amount'],
				['Acme', 5],
				['Globex', 7],
			]).obstacle?.code,
		).toBe('noStageColumn');
	});
	it('is lifted by a choice of the user', () => {
		const grid = [
			['x', 'y'],
			['a', 'Alpha'],
			['b', 'Beta'],
		];
		expect(detectTable(grid).obstacle?.code).toBe('noStageColumn');
		const chosen = detectTable(grid, { headerRow: 0, stageColumn: 1 });
		expect(chosen.obstacle).toBeNull();
		expect(chosen.columns.get('stage')).toEqual({ column: 1, confidence: 'sure' });
	});
});

describe('the heading row', () => {
	const table = [
		['Deal', 'Stage', 'Amount', 'Owner'],
		['Acme', 'Lead', 5, 'Ann'],
		['Globex', 'Won', 7, 'Bob'],
	];
	it('is found below a title, blank rows and a note', () => {
		const detection = detectTable([
			['Sales pipeline 2026', '', '', ''],
			['', '', '', ''],
			['Updated every Monday by the owner', '', '', ''],
			...table,
		]);
		expect(detection.headerRow).toBe(3);
		expect(headingsOf(detection)).toEqual({ name: 'Deal', stage: 'Stage', amount: 'Amount', owner: 'Owner' });
	});
	it('of two is the lower one, and a merged cell above lends its text', () => {
		const detection = detectTable([
			['Deal', 'Progress', '', 'Money'],
			['', 'Stage', 'Created', 'Amount'],
			['Acme', 'Lead', '2026-01-02', 5],
			['Globex', 'Won', '2026-01-03', 7],
		]);
		expect(detection.headerRow).toBe(1);
		expect(detection.headings).toEqual(['Deal', 'Stage', 'Created', 'Amount']);
	});
	it('in two languages one below the other is the lower one', () => {
		const detection = detectTable([
			['Name', 'Stage', 'Amount'],
			['名称', '阶段', '金额'],
			['甲', '线索', 5],
			['乙', '成交', 7],
		]);
		expect(detection.headerRow).toBe(1);
	});
});

describe('columns', () => {
	it('a stage is found by its words when no heading says so', () => {
		const detection = detectTable([
			['A', 'B', 'C'],
			['Acme', 'Negotiation', 5],
			['Globex', 'Closed won', 7],
			['Initech', 'Closed lost', 9],
			['Umbrella', 'Proposal', 11],
		]);
		expect(detection.columns.get('stage')).toEqual({ column: 1, confidence: 'unsure' });
		expect(detection.columns.get('amount')?.column).toBe(2);
		expect(detection.columns.get('name')?.column).toBe(0);
	});
	it('status is the stage where nothing else is', () => {
		expect(
			headingsOf(
				detectTable([
					['Client', 'Status', 'Value'],
					['Acme', 'Won', 5],
					['Globex', 'Demo', 7],
				]),
			),
		).toEqual({ name: 'Client', stage: 'Status', amount: 'Value' });
	});
	it('weighted and expected revenue are no amount beside an amount', () => {
		const grid = [
			['Expected revenue', 'Weighted amount', 'Stage', 'Deal value'],
			[1, 2, 'Lead', 3],
			[1, 2, 'Won', 3],
		];
		expect(headingsOf(detectTable(grid)).amount).toBe('Deal value');
	});
	it('a heading does not make dates of other content', () => {
		const grid = [
			['Name', 'Stage', 'Created'],
			['Acme', 'Lead', 'by hand'],
			['Globex', 'Won', 'by import'],
		];
		expect(detectTable(grid).columns.has('created')).toBe(false);
	});
	it('the stage sequence is not the stage', () => {
		expect(
			headingsOf(
				detectTable([
					['Stage sequence', 'Stage', 'Name'],
					[1, 'Lead', 'a'],
					[2, 'Won', 'b'],
				]),
			).stage,
		).toBe('Stage');
	});
	it('a close date that open deals have too is also their expected date', () => {
		const grid = [
			['Name', 'Stage', 'Close Date'],
			['a', 'Lead', '2026-12-01'],
			['b', 'Demo', '2026-12-05'],
			['c', 'Closed Won', '2026-10-01'],
		];
		expect(headingsOf(detectTable(grid))).toMatchObject({ closed: 'Close Date', expectedClose: 'Close Date' });
	});
	it('per-stage dates go to their stages', () => {
		const detection = detectTable([
			[
				'Name',
				'Stage',
				'Date entered Lead',
				'Proposal date',
				'成交日期',
				'Date entered "Legal review (Sales)"',
				'Date entered current stage',
			],
			['a', 'Lead', '2026-01-01', '', '', '', ''],
			['b', 'Proposal', '2026-01-01', '2026-01-05', '', '2026-01-07', '2026-01-05'],
		]);
		expect(detection.stageDates).toEqual([
			{ stage: 'Lead', column: 2 },
			{ stage: 'Proposal', column: 3 },
			{ stage: 'Legal review', column: 5 },
		]);
	});
	it('are found beside headings and stages as long as a cell can be', () => {
		const long = '( '.repeat(25_000);
		const detection = detectTable([
			['Name', 'Stage', long, `Date entered ${long}`],
			['a', 'Lead', long, '2026-01-01'],
			['b', long, 'x', '2026-01-01'],
			['c', 'Won', 'y', ''],
		]);
		expect(headingsOf(detection)).toEqual({ name: 'Name', stage: 'Stage' });
	});
});

describe('headings that say more than the field', () => {
	const fields = (headings: string[], row: (string | number)[]) =>
		[...detectTable([headings, row, row.map((cell, i) => (i === 0 ? `${cell}b` : cell))]).columns].map(
			([field, { column, confidence }]) => [field, headings[column], confidence],
		);

	it('name it by a part, never surely', () => {
		const found = fields(
			['案件名', 'フェーズ', '受注見込金額', '受注予定日'],
			['案件A', '提案', 120_000, '2026/06/30'],
		);
		expect(found).toContainEqual(['amount', '受注見込金額', 'unsure']);
		expect(found).toContainEqual(['expectedClose', '受注予定日', 'sure']);
		expect(fields(['Deal', 'Stage', 'Estimated deal value net'], ['A', 'Lead', 12])).toContainEqual([
			'amount',
			'Estimated deal value net',
			'unsure',
		]);
	});

	it('give way to a whole heading and are no amount when weighted or taxed', () => {
		expect(fields(['Deal', 'Stage', 'Net amount of tax', 'Amount'], ['A', 'Lead', 1, 2])).toContainEqual([
			'amount',
			'Amount',
			'sure',
		]);
		expect(fields(['Deal', 'Stage', 'Weighted amount'], ['A', 'Lead', 1]).map(([field]) => field)).not.toContain(
			'amount',
		);
	});
});

it('three letters that are no currency make no amount of a name', () => {
	const table = detectTable([
		['Opportunity Name', 'Stage'],
		['Opp 1', 'Lead'],
		['Opp 2', 'Won'],
	]);
	expect(table.columns.get('name')).toEqual({ column: 0, confidence: 'sure' });
});

describe('columns whose headings say nothing beside some that do', () => {
	const rows = (money: (at: number) => string) =>
		['Lead', 'Lead', 'Demo', 'Won', 'Won', 'Lost'].map((stage, at) => [
			`Deal ${at}`,
			stage,
			money(at),
			`2026-01-0${at + 1}`,
			stage === 'Won' || stage === 'Lost' ? `2026-02-0${at + 1}` : '',
			'2026-03-01',
		]);
	const find = (headings: readonly string[], grid: readonly (readonly string[])[]) => detectTable([headings, ...grid]);
	it('are found where the cells make it plain: money, the date that only ended deals have, the date that all have', () => {
		const grid = rows((at) => `$${at + 1},000`).map((row) => row.slice(0, 5));
		const detection = find(['Deal', 'Stage', 'How big', 'Knocked', 'Rang off'], grid);
		expect(headingsOf(detection)).toEqual({
			name: 'Deal',
			stage: 'Stage',
			amount: 'How big',
			created: 'Knocked',
			closed: 'Rang off',
		});
		expect(detection.columns.get('amount')?.confidence).toBe('unsure');
	});
	it('are left alone where two would do, or a number has no currency', () => {
		const grid = rows((at) => `${at + 1}000`);
		expect(headingsOf(find(['Deal', 'Stage', 'How big', 'Knocked', 'Rang off', 'Looked at'], grid))).toEqual({
			name: 'Deal',
			stage: 'Stage',
			closed: 'Rang off',
		});
	});
});

it('takes no column of names for the stage, whatever words they hold', () => {
	const rows = Array.from({ length: 20 }, (_, i) => [
		`T${i}`,
		`Firma ${i}`,
		['Tarjous', 'Voitettu', 'Hävitty'][i % 3] ?? '',
		`2025-0${(i % 9) + 1}-11`,
		i % 3 === 0 ? '' : `2025-1${i % 3}-02`,
	]);
	const { columns, headings } = detectTable([['Tunnus', 'Kauppa', 'Vaihe', 'Luotu', 'Suljettu'], ...rows]);
	expect(headings[columns.get('stage')?.column ?? -1] ?? 'Vaihe').toBe('Vaihe');
});
