// Tables whose rows are sums of deals, and dates that do not begin a deal.
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';
import { headingsOf } from '../pipeline-of.ts';

describe('sums of deals are refused', () => {
	it.each([
		['English', 'Stage', ['Lead', 'Demo', 'Won'], 'Grand Total'],
		['German', 'Phase', ['Neu', 'Angebot', 'Gewonnen'], 'Gesamtergebnis'],
		['Spanish', 'Etapa', ['Nuevo', 'Propuesta', 'Ganado'], 'Total general'],
		['Chinese', '阶段', ['线索', '报价', '赢单'], '总计'],
	])('by stage and owner: %s', (_, stage, names, total) => {
		const rows = names.map((name, i): Cell[] => [name, i + 1, 2, i + 3]);
		const grid: Grid = [[stage, 'Ada', 'Bo', total], ...rows, [total, 6, 6, 12]];
		expect(detectTable(grid).obstacle?.code).toBe('stageTotals');
	});
	it.each([
		['English', 'Count of deal_id', 'Grand Total'],
		['Google Sheets', 'COUNTA of Deal', 'Grand Total'],
		['German', 'Anzahl von Deal', 'Gesamtergebnis'],
		['French', 'Somme de Montant', 'Total général'],
		['Portuguese', 'Soma de Valor', 'Total Geral'],
		['Chinese', '求和项:金额', '总计'],
	])('below the filter of a pivot table: %s', (_, sum, total) => {
		const grid: Grid = [
			['deal_stage', 'Won', '', ''],
			['', '', '', ''],
			[sum, 'quarter', '', ''],
			['owner', 'Q1', 'Q2', total],
			['Ada', 1, '', 1],
			['Bo', '', 2, 2],
			[total, 1, 2, 3],
		];
		expect(detectTable(grid).obstacle?.code).toBe('pivot');
	});
	it('a table of deals with a total below and one deal in each stage is none', () => {
		const grid: Grid = [
			['Deal', 'Stage', 'Amount'],
			['A', 'Lead', 1],
			['B', 'Demo', 2],
			['C', 'Won', 3],
			['Total', '', 6],
		];
		expect(detectTable(grid).obstacle).toBeNull();
	});
});

describe('a date after most deals have ended is no beginning', () => {
	const day = (month: number, at: number): string => `2025-${String(month).padStart(2, '0')}-${10 + at}`;
	const table = (closed: string, start: string, begins: number): Grid => [
		['ID', 'Stage', closed, start],
		...Array.from({ length: 8 }, (_, i): Cell[] => [`d${i}`, i % 2 === 0 ? 'Won' : 'Lost', day(5, i), day(begins, i)]),
	];
	it.each([
		['Close date', 'Start date'],
		['Abschlussdatum', 'Startdatum'],
		['关闭日期', '开始日期'],
		['Close date', 'Beginn'],
	])('%s and %s', (closed, start) => {
		expect(headingsOf(detectTable(table(closed, start, 7)))).toEqual({ id: 'ID', stage: 'Stage', closed });
	});
	it('another date begins the deals then', () => {
		const grid = table('Close date', 'Start date', 7).map((row, i): Cell[] => [
			...row,
			i === 0 ? 'Entered on' : day(2, i),
		]);
		expect(headingsOf(detectTable(grid)).created).toBe('Entered on');
	});
	it('a date before them does', () => {
		expect(headingsOf(detectTable(table('Close date', 'Start date', 3))).created).toBe('Start date');
	});
});

describe('a table with a deal in each column', () => {
	const turned = (table: readonly (readonly Cell[])[]): Cell[][] =>
		(table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? ''));
	it.each([
		['English', ['Deal', 'Stage', 'Amount'], ['Lead', 'Proposal', 'Won', 'Lost']],
		['German', ['Kunde', 'Phase', 'Betrag'], ['Erstkontakt', 'Angebot', 'Gewonnen', 'Verloren']],
		['Chinese', ['商机名称', '销售阶段', '金额'], ['线索', '报价', '赢单', '输单']],
	])('is told, and not read as one deal (%s)', (_, headings, stages) => {
		const table = [headings, ...stages.map((stage, i): Cell[] => [`D${i}`, stage, 100 + i])];
		expect(detectTable(table).obstacle).toBeNull();
		expect(detectTable(turned(table)).obstacle?.code).toBe('transposed');
		expect(detectTable([['Pipeline 2026', '', '', '', ''], ...turned(table)]).obstacle?.code).toBe('transposed');
	});
});

describe('a list beside the deals', () => {
	const deals = ['Lead', 'Proposal', 'Won', 'Lost', 'Lead', 'Won', 'Lost', 'Lead'].map((stage, i): Cell[] => [
		`D${i}`,
		stage,
		100,
		'',
		i < 3 ? (['Ann', 'Bo', 'Cy'][i] ?? '') : '',
		i < 3 ? 1000 * i : '',
	]);
	const owner = (grid: readonly (readonly Cell[])[]) => detectTable(grid).columns.get('owner')?.column;
	it('gives the deals no owners', () => {
		expect(owner([['Deal', 'Stage', 'Amount', '', 'Owner', 'Target'], ...deals])).toBeUndefined();
	});
	it('is none where nearly all deals have it, or only some here and there', () => {
		const headings = ['Deal', 'Stage', 'Amount', '', 'Owner', 'Target'];
		expect(owner([headings, ...deals.map((row, i) => [...row.slice(0, 4), i < 7 ? 'Ann' : '', 1])])).toBe(4);
		expect(owner([headings, ...deals.map((row, i) => [...row.slice(0, 4), i % 3 === 1 ? 'Ann' : '', 1])])).toBe(4);
		expect(owner([['Deal', 'Stage', 'Amount', 'Notes', 'Owner', 'Target'], ...deals])).toBe(4);
	});
});
