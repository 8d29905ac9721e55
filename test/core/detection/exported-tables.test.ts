// Tables as programs write them into files: internal names, yes-and-no columns, logs, two date styles. All must read right without a word from the user, or say why they cannot.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { detectStages } from '../../../src/core/detection/stage-detection.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { cells, misuse } from '../metrics/ask.ts';
import { countByKind, dayTexts, headingsOf, pipelineOf, stageNames } from '../pipeline-of.ts';

type Table = readonly (readonly Cell[])[];

const columnsOf = (grid: Table) => headingsOf(detectTable(grid));
const kindsOf = (grid: Table) =>
	detectStages(grid, detectTable(grid)).stages.map(({ name, kind }) => `${name}: ${kind}`);
const codesOf = (grid: Table) => checkTable(pipelineOf(grid)).map(({ code, row }) => `${code}@${row}`);
/** One column of stages. */
const stagesOf = (...names: string[]) =>
	kindsOf([['Deal', 'Stage'], ...names.map((name, i): Cell[] => [`d${i}`, name])]);

describe('internal names of programs', () => {
	it('without spaces are the headings and stages that they stand for', () => {
		const grid: Table = [
			[
				'hs_object_id',
				'dealname',
				'amount',
				'dealstage',
				'createdate',
				'closedate',
				'hubspot_owner_id',
				'closed_lost_reason',
			],
			[1, 'A', 10, 'qualifiedtobuy', '2026-01-05', '2026-09-01', 7, ''],
			[2, 'B', 20, 'appointmentscheduled', '2026-02-05', '2026-09-01', 8, ''],
			[3, 'C', 30, 'closedwon', '2026-01-05', '2026-03-01', 7, ''],
			[4, 'D', 40, 'closedlost', '2026-01-15', '2026-03-01', 7, 'price'],
		];
		expect(columnsOf(grid)).toEqual({
			id: 'hs_object_id',
			name: 'dealname',
			amount: 'amount',
			stage: 'dealstage',
			created: 'createdate',
			closed: 'closedate',
			expectedClose: 'closedate',
			owner: 'hubspot_owner_id',
			reason: 'closed_lost_reason',
		});
		expect(kindsOf(grid)).toEqual([
			'appointmentscheduled: open',
			'qualifiedtobuy: open',
			'closedwon: won',
			'closedlost: lost',
		]);
	});

	it('with the name of their table in front, or with a unit behind', () => {
		expect(
			columnsOf([
				[
					'loan_application_id',
					'applicant_name',
					'application_status',
					'loan_amount_usd',
					'date_submitted',
					'assigned_sales_rep',
					'win_probability_pct',
				],
				[1, 'Ann', 'Underwriting', 1000, '2026-01-01', 'Bo', 40],
				[2, 'Cy', 'Funded', 2000, '2026-01-02', 'Bo', 100],
			]),
		).toEqual({
			id: 'loan_application_id',
			name: 'applicant_name',
			stage: 'application_status',
			amount: 'loan_amount_usd',
			created: 'date_submitted',
			owner: 'assigned_sales_rep',
			probability: 'win_probability_pct',
		});
	});

	it('of Dynamics: the hidden id is no name, shortened words are read, and its four stages are in order', () => {
		const grid: Table = [
			[
				'(Do Not Modify) Opportunity',
				'Topic',
				'Est. Close Date',
				'Actual Revenue',
				'Est. Revenue',
				'Status',
				'Actual Close Date',
				'Owned By',
				'Sales Stage',
			],
			['g1', 'Desks', '2026-05-01', '', 10, 'Open', '', 'Ann', 'Develop'],
			['g2', 'Lamps', '2026-03-01', 19, 20, 'Won', '2026-03-03', 'Ann', 'Close'],
			['g3', 'Rugs', '2026-03-01', 0, 30, 'Out-Sold', '2026-03-04', 'Bo', 'Qualify'],
		];
		expect(columnsOf(grid)).toEqual({
			id: '(Do Not Modify) Opportunity',
			name: 'Topic',
			stage: 'Sales Stage',
			status: 'Status',
			amount: 'Est. Revenue',
			closed: 'Actual Close Date',
			expectedClose: 'Est. Close Date',
			owner: 'Owned By',
		});
		expect(kindsOf(grid)).toEqual(['Qualify: open', 'Develop: open', 'Close: open', 'Won: won', 'Out-Sold: lost']);
	});
	it('an amount in the base currency is no currency, and a name beside an id is the one that tells deals apart', () => {
		expect(
			columnsOf([
				[
					'Gift ID',
					'Donor Name',
					'Team Name',
					'Stage',
					'Deal value',
					'Deal value in Base Currency ($)',
					'value_currency',
				],
				[1, 'Al', 'North', 'Lead', 10, 11, 'EUR'],
				[2, 'Bo', 'North', 'Won', 20, 22, 'EUR'],
				[3, 'Cy', 'North', 'Lost', 30, 33, 'EUR'],
			]),
		).toEqual({ id: 'Gift ID', name: 'Donor Name', stage: 'Stage', amount: 'Deal value', currency: 'value_currency' });
	});

	it('a number of something else is no amount, and a date of something else neither beginning nor end', () => {
		expect(
			columnsOf([
				['Deal', 'Stage', 'Company annual revenue', 'List price', 'Final price', 'Last activity date', 'Renewal date'],
				['A', 'Lead', 5e6, 120, 100, '2026-01-01', '2027-01-01'],
				['B', 'Won', 7e6, 130, 90, '2026-01-02', '2027-01-02'],
				['C', 'Lost', 9e6, 140, 80, '2026-01-03', '2027-01-03'],
			]),
		).toEqual({ name: 'Deal', stage: 'Stage', amount: 'Final price' });
		expect(
			columnsOf([
				['Deal', 'Stage', 'Last activity date'],
				['A', 'Lead', '2026-01-01'],
				['B', 'Won', '2026-01-02'],
				['C', 'Lost', '2026-01-03'],
			]),
		).toEqual({
			name: 'Deal',
			stage: 'Stage',
		});
	});
});

describe('columns of yes and no', () => {
	const grid: Table = [
		['Prospect ID', 'Lead Source', 'Converted', 'State', 'TotalVisits'],
		['p1', 'Ads', 0, 'Ohio', 3],
		['p2', 'Ads', 1, 'Utah', 4],
		['p3', 'Mail', 1, 'Iowa', 5],
		['p4', 'Mail', 0, 'Ohio', 6],
	];
	it('are the stage where nothing else is: yes is won, what no means is asked', () => {
		expect(columnsOf(grid)).toEqual({ id: 'Prospect ID', source: 'Lead Source', stage: 'Converted' });
		expect(kindsOf(grid)).toEqual(['0: null', '1: won']);
		expect(countByKind(pipelineOf(grid))).toEqual({ unknown: 2, won: 2 });
		expect(codesOf(grid)).toEqual(['unclassifiedStage@1', 'unclassifiedStage@4']);
	});
	it('are read as ticked boxes, as words and in other languages', () => {
		for (const [yes, no] of [
			[true, false],
			['Yes', 'No'],
			['TRUE', 'FALSE'],
			['Ja', 'Nein'],
		] as const)
			expect(
				countByKind(
					pipelineOf([
						['Deal', 'Is Won'],
						['A', yes],
						['B', no],
						['C', yes],
					]),
				),
				String(yes),
			).toEqual({ won: 2, unknown: 1 });
	});
	it('close a deal beside a stage: yes wins it, no says nothing, and what contradicts the stage is listed', () => {
		const pair: Table = [
			['Deal', 'Stage', 'IsWon'],
			['A', 'Proposal', true],
			['B', 'Proposal', false],
			['C', 'Lost', true],
			['D', 'Lost', false],
		];
		expect(columnsOf(pair)).toMatchObject({ stage: 'Stage', status: 'IsWon' });
		expect(kindsOf(pair)).toEqual(['Proposal: open', 'Won: won', 'Lost: lost']);
		expect(stageNames(pipelineOf(pair))).toEqual(['Won', 'Proposal', 'Lost', 'Lost']);
		expect(codesOf(pair)).toEqual(['stageAgainstOutcome@3']);
		expect(
			codesOf([
				['Deal', 'Stage', 'IsWon'],
				['A', 'Won', false],
				['B', 'Won', true],
			]),
		).toEqual(['stageAgainstOutcome@1']);
	});
	it('as a pair of closed and won say what a stage is whose name does not', () => {
		const flags = (...rows: Cell[][]): Table => [['Deal', 'Stage', 'IsClosed', 'IsWon'], ...rows];
		expect(
			kindsOf(
				flags(
					['A', 'Proposal', false, false],
					['B', 'Executed', true, true],
					['C', 'Executed', true, true],
					['D', 'Archived', true, false],
					['E', 'Archived', true, false],
					['F', 'Passed', true, false],
				),
			),
		).toEqual(['Proposal: open', 'Executed: won', 'Archived: lost', 'Passed: lost']);
	});
	it('as a pair of closed and won end each deal by itself where deals of one stage end differently', () => {
		const flags = (...rows: Cell[][]): Table => [['Deal', 'Stage', 'IsClosed', 'IsWon'], ...rows];
		const both = flags(['A', 'Executed', true, true], ['B', 'Executed', true, false]);
		expect(kindsOf(both)).toEqual(['Executed: open', 'Won: won', 'Lost: lost']);
		expect(stageNames(pipelineOf(both))).toEqual(['Won', 'Lost']);
		const against = flags(['A', 'Executed', true, true], ['B', 'Executed', false, true]);
		expect(kindsOf(against)).toEqual(['Executed: open', 'Won: won']);
		expect(codesOf(against)).toEqual(['outcomesDisagree@2']);
	});
	it('a place called State, and a question that is not answered with yes or no, are no stages', () => {
		expect(
			columnsOf([
				['Deal', 'State'],
				['A', 'Ohio'],
				['B', 'Utah'],
			]),
		).toEqual({ name: 'Deal' });
		expect(
			columnsOf([
				['Deal', 'Converted'],
				['A', 'maybe'],
				['B', 'Yes'],
			]),
		).toEqual({ name: 'Deal' });
	});
});

describe('stages by their words', () => {
	it.each([
		['Out-Sold', 'lost'],
		['Closed - Not Converted', 'lost'],
		['Closed - Converted', 'won'],
		['No bid', 'lost'],
		['Awarded', 'won'],
		['Suspended', 'parked'],
	])('%s is %s', (name, kind) => expect(stagesOf('Lead', name)).toContain(`${name}: ${kind}`));

	it('Closed is won where deals are lost elsewhere, and asked where there is a second ending, another won stage or none that is lost', () => {
		expect(stagesOf('Lead', 'Closed', 'Lost')).toContain('Closed: won');
		expect(stagesOf('Submitted', 'Accepted', 'Rejected')).toContain('Accepted: won');
		expect(stagesOf('Lead', 'Closed', 'Done', 'Lost')).toEqual(expect.arrayContaining(['Closed: null', 'Done: null']));
		expect(stagesOf('Lead', 'Closed', 'Won', 'Lost')).toContain('Closed: null');
		expect(stagesOf('Lead', 'Closed')).toContain('Closed: null');
		expect(stagesOf('Lead', 'Passed', 'Lost')).toContain('Passed: null');
	});
	it('Close is the last open step of the pipeline that has it, and an ending elsewhere', () => {
		expect(stagesOf('4-Close', '1-Qualify', '3-Propose', 'Won')).toEqual([
			'1-Qualify: open',
			'3-Propose: open',
			'4-Close: open',
			'Won: won',
		]);
		expect(stagesOf('Lead', 'Close')).toEqual(['Lead: open', 'Close: null']);
	});
	it('stand in the order of letters before them, of a first contact that is still to come, of what was tried', () => {
		expect(stagesOf('C. Quote', 'A. Review', 'B. Demo')).toEqual([
			'A. Review: open',
			'B. Demo: open',
			'C. Quote: open',
		]);
		expect(stagesOf('Contacted', 'Attempted to contact', 'Not contacted', 'Pre-qualified', 'Qualified')).toEqual([
			'Not contacted: open',
			'Attempted to contact: open',
			'Contacted: open',
			'Pre-qualified: open',
			'Qualified: open',
		]);
		expect(stagesOf('Working', 'New', 'Qualified')).toEqual(['New: open', 'Working: open', 'Qualified: open']);
	});
	it('stand in their usual order before that of probabilities which may be the deals’ own', () => {
		const rows: Cell[][] = [
			['A', 'Proposal', 30],
			['B', 'Prospecting', 60],
		];
		const grid = (...more: Cell[][]): Table => [['Deal', 'Stage', 'Probability'], ...rows, ...more];
		expect(kindsOf(grid())).toEqual(['Prospecting: open', 'Proposal: open']);
		expect(kindsOf(grid(...rows))).toEqual(['Proposal: open', 'Prospecting: open']);
	});
});

describe('rows', () => {
	it('that repeat the headings are no deals, and their texts no stages', () => {
		const grid: Table = [
			['Deal', 'Stage', 'Amount'],
			['A', 'Lead', 1],
			['Deal', 'Stage', 'Amount'],
			['B', 'Won', 2],
			['March', 'Stage', ''],
		];
		expect(kindsOf(grid)).toEqual(['Lead: open', 'Won: won']);
		expect(codesOf(grid)).toEqual(['repeatedHeadings@2', 'unknownStage@4']);
		expect(countByKind(pipelineOf(grid))).toEqual({ open: 1, won: 1, unknown: 1 });
	});
	it('of changes, several for one deal, are no table of deals; products of one deal and slips are', () => {
		const log: Table = [
			['Deal ID', 'Stage', 'Changed'],
			[1, 'Lead', '2026-01-01'],
			[2, 'Lead', '2026-01-02'],
			[1, 'Won', '2026-01-03'],
			[2, 'Lost', '2026-01-04'],
			[3, 'Lead', '2026-01-05'],
		];
		expect(detectTable(log).obstacle).toEqual({ code: 'stageChanges', params: { id: 'Deal ID' } });
		expect(detectTable(log, { stageColumn: 1 }).obstacle).toBeNull();
		const products = log.map((row) =>
			row[0] === 1 ? [1, 'Won', row[2] as string] : row[0] === 2 ? [2, 'Lead', row[2] as string] : row,
		);
		expect(detectTable(products).obstacle).toBeNull();
		expect(detectTable([...log.slice(0, 4), [4, 'Lead', ''], [5, 'Lead', ''], [6, 'Lead', '']]).obstacle).toBeNull();
	});
	it('of changes are found also where each has an id of its own, as in logs of processes', () => {
		const log: Table = [
			['case:concept:name', 'concept:name', 'EventID', 'time:timestamp'],
			['c1', 'A_Submitted', 1, '2026-01-01'],
			['c1', 'A_Accepted', 2, '2026-01-02'],
			['c2', 'A_Submitted', 3, '2026-01-03'],
			['c2', 'A_Denied', 4, '2026-01-04'],
		];
		expect(detectTable(log).obstacle).toEqual({ code: 'stageChanges', params: { id: 'case:concept:name' } });
	});
	it('of counts, one for each stage, are no deals; deals in different stages are, also without names', () => {
		const counts = (heading: string): Table => [
			['Stage', heading],
			['Leads', 100],
			['Proposal', 40],
			['Won', 10],
		];
		expect(detectTable(counts('Count')).obstacle).toEqual({ code: 'stageTotals', params: { stage: 'Stage' } });
		expect(detectTable(counts('Conversion rate')).obstacle?.code).toBe('stageTotals');
		expect(detectTable(counts('Amount')).obstacle).toBeNull();
		expect(detectTable(counts('Count').slice(0, 3)).obstacle).toBeNull();
		expect(detectTable([...counts('Count'), ['Won', 5]]).obstacle).toBeNull();
		expect(detectTable(counts('Count').map((row, i) => [...row, i === 0 ? 'Deal' : `d${i}`])).obstacle).toBeNull();
	});
	it('between lists one below the other, titles and sums, are no deals; nor are sentences below the last', () => {
		const head = ['Deal', 'Stage', 'Amount'];
		const grid: Table = [
			head,
			['A', 'Lead', 1],
			['', '', 1],
			['', '', ''],
			['Closed deals', '', ''],
			head,
			['B', 'Won', 2],
			['', '', 2],
			['Confidential: not to be passed on', '', ''],
		];
		expect(codesOf(grid)).toEqual(['totalsRow@2', 'noteRow@4', 'repeatedHeadings@5', 'totalsRow@7', 'noteRow@8']);
		expect(countByKind(pipelineOf(grid))).toEqual({ open: 1, won: 1 });
		// A name that somebody typed is a deal that has no stage yet.
		expect(codesOf([head, ['A', 'Lead', 1], ['New customer', '', '']])).toEqual(['missingStage@2']);
		expect(codesOf([head, ['A', 'Lead', 1], ['The second customer of this year', '', 5]])).toEqual(['missingStage@2']);
		// Too far above the headings to belong to them.
		const far = [...Array.from({ length: 6 }, () => ['', '', '']), head, ['B', 'Won', 2]];
		expect(codesOf([head, ['A', 'Lead', 1], ['Somebody', '', ''], ...far])).toEqual([
			'missingStage@2',
			'repeatedHeadings@9',
		]);
	});
	it('of deals that share a lead, an account or a name are deals', () => {
		const grid: Table = [
			['Lead ID', 'Opportunity ID', 'Deal Name', 'Stage', 'Created'],
			['l1', 'o1', 'Renewal', 'Lead', '2026-01-01'],
			['l1', 'o2', 'Renewal', 'Won', '2026-01-02'],
			['l2', 'o3', 'Upsell', 'Lead', '2026-01-03'],
			['l2', 'o4', 'Upsell', 'Lost', '2026-01-04'],
		];
		expect(columnsOf(grid)).toMatchObject({ id: 'Opportunity ID', name: 'Deal Name' });
		expect(detectTable(grid).obstacle).toBeNull();
		expect(detectTable(grid.map((row) => row.slice(2))).obstacle).toBeNull();
	});
	it('without a stage are named by their headings', () => {
		const headings = ['Mail', 'Phone', 'City', 'Zip', 'Fax', 'Web', 'Age', 'Size', 'Hat'];
		expect(
			detectTable([
				['Mail', '', 'Phone'],
				['a', 'b', 'c'],
			]).obstacle,
		).toEqual({
			code: 'noStageColumn',
			params: { headerRow: 1, headings: 'Mail, Phone' },
		});
		expect(detectTable([headings, headings.map((_, i) => i)]).obstacle?.params.headings).toBe(
			'Mail, Phone, City, Zip, Fax, Web, Age, Size, …',
		);
	});
});

describe('moments counted since 1970', () => {
	const read = (...values: Cell[]) => {
		const { opportunities } = pipelineOf([
			['Deal', 'Stage', 'createdate'],
			...values.map((value, i): Cell[] => [`d${i}`, 'Lead', value]),
		]);
		const column = opportunities.date('created');
		return column === null ? null : [dayTexts(column.days), column.issues.map(({ code, row }) => `${code}@${row}`)];
	};
	it('are read in milliseconds and in seconds, beside dates too', () => {
		const expected = [
			['2026-01-05T09:00:00.000Z', '2026-02-03T00:00:00.000Z'].map((text) => text.replace('T00:00:00.000Z', '')),
			[],
		];
		expect(read(1_767_603_600_000, 1_770_076_800_000)).toEqual(expected);
		expect(read(1_767_603_600, 1_770_076_800)).toEqual(expected);
		expect(read(1_767_603_600_000, '2026-02-03')).toEqual(expected);
		expect(read(1_770_076_800, '', 1_770_163_200)).toEqual([['2026-02-03', '', '2026-02-04'], []]);
	});
	it('are told from serial numbers and from counts of something else', () => {
		expect(read(46_027, 46_056)).toEqual([['2026-01-05', '2026-02-03'], []]);
		expect(read(1_767_603_600, 12)).toBeNull();
		expect(read('2026-01-05', '2026-01-06', 1_767_603_600, 12)).toEqual([
			['2026-01-05', '2026-01-06', '', ''],
			['serialOutOfRange@3', 'serialOutOfRange@4'],
		]);
	});
});

describe('dates of two programs in one column', () => {
	const created = (...texts: string[]) => {
		const pipeline = pipelineOf([
			['Deal', 'Stage', 'Created'],
			...texts.map((text, i): Cell[] => [`d${i}`, 'Lead', text]),
		]);
		const column = pipeline.opportunities.date('created');
		return [dayTexts(column?.days), column?.issues.map(({ code, row }) => `${code}@${row}`)];
	};
	it('are told apart by the sign between their numbers', () => {
		expect(created('31/12/2025', '01/02/2026', '12-31-2025', '01-02-2026', '2026-03-01')).toEqual([
			['2025-12-31', '2026-02-01', '2025-12-31', '2026-01-02', '2026-03-01'],
			[],
		]);
	});
	it('stay open where a sign does not tell, and where one sign contradicts itself', () => {
		expect(created('31/12/2025', '12/31/2025', '01/02/2026', '01-02-2026')).toEqual([
			['2025-12-31', '2025-12-31', '', ''],
			['ambiguousDate@3', 'ambiguousDate@4'],
		]);
	});
});

describe('groups of a formula', () => {
	const grid: Table = [
		['Deal', 'Stage', 'Sales_Rep', 'Lead Source', 'Sales  rep ', 'Deal-Type'],
		['A', 'Won', 'Ann', 'Web', 'x', 'New'],
		['B', 'Lost', 'Bo', 'Ads', 'x', 'Old'],
	];
	const groupsBy = (name: string) =>
		(cells(pipelineOf(grid), 'winRate', 'by', name) as Cell[][]).slice(1).map(([group]) => group);
	const refused = (name: string) => misuse(pipelineOf(grid), 'winRate', 'by', name).code;
	it('are named by a heading in another spelling, or by the field whose column it is', () => {
		expect(groupsBy('deal type')).toEqual(['New', 'Old']);
		expect(groupsBy('owner')).toEqual(['Ann', 'Bo']);
		expect(groupsBy('Source')).toEqual(['Ads', 'Web']);
	});
	it('are not guessed where two headings read alike, where no column is the field, or where a name is none', () => {
		expect(refused('sales-rep')).toBe('unknownColumn');
		expect(refused('reason')).toBe('unknownColumn');
		expect(refused('constructor')).toBe('unknownColumn');
	});
});
