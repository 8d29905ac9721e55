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
