import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import type { DealLines } from '../../../src/core/model/settings.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { pipelineOf, type Setting, stageNames } from '../pipeline-of.ts';

const day = (month: number, date = 5): Date => new Date(Date.UTC(2025, month, date));

/** Rows `[id, stage, amount, product]`, each deal created and closed in months of its own. */
function table(headings: readonly string[], lines: readonly (readonly [string | number, string, Cell, string])[]) {
	const closing = new Set(['Won', 'Lost', 'Gewonnen', '赢单', 'Ganada']);
	return [
		headings,
		...lines.map(([id, stage, amount, product]) => {
			const month = Number(String(id).replace(/\D/gu, '')) % 5;
			return [id, stage, amount, day(month), closing.has(stage) ? day(month + 2) : '', product];
		}),
	];
}
const HEADINGS = ['Deal ID', 'Stage', 'Amount', 'Created', 'Closed', 'Product'];
const LINES = [
	['D-1', 'Lead', 100, 'Desk'],
	['D-1', 'Lead', 30, 'Lamp'],
	['D-2', 'Won', 200, 'Desk'],
	['D-2', 'Won', 50, 'Chair'],
	['D-2', 'Won', 5.1, 'Cable'],
	['D-3', 'Lost', 70, 'Desk'],
	['D-4', 'Lead', 10, 'Desk'],
] as const;

function reading(grid: readonly (readonly Cell[])[], dealLines?: DealLines, setting: Setting = {}) {
	const pipeline = pipelineOf(grid, { ...setting, ...(dealLines && { dealLines }) });
	return {
		ids: pipeline.opportunities.ids(),
		stages: stageNames(pipeline),
		amounts: [...(pipeline.opportunities.amounts()?.values ?? [])],
		problems: checkTable(pipeline).map(({ code, row, column }) => `${code} ${row},${column}`),
	};
}

describe('a deal with a row for each product', () => {
	it('counts each row until it is told otherwise, and says so', () => {
		const { ids, problems } = reading(table(HEADINGS, LINES));
		expect(ids).toHaveLength(7);
		expect(problems).toEqual(['dealLines 2,0']);
	});

	it('is one deal with the sum of its amounts', () => {
		expect(reading(table(HEADINGS, LINES), 'sum')).toEqual({
			ids: ['D-1', 'D-2', 'D-3', 'D-4'],
			stages: ['Lead', 'Won', 'Lost', 'Lead'],
			amounts: [130, 255.1, 70, 10],
			problems: ['dealLinesRead 2,0'],
		});
	});

	it('is one deal with the amount of its first row, and each row with another amount is listed', () => {
		const { amounts, problems } = reading(table(HEADINGS, LINES), 'once');
		expect(amounts).toEqual([100, 200, 70, 10]);
		expect(problems).toEqual([
			'dealLinesRead 2,0',
			'dealLineDiffers 2,2',
			'dealLineDiffers 4,2',
			'dealLineDiffers 5,2',
		]);
	});

	it('has the amount once where all its rows say the same', () => {
		const same = LINES.map(([id, stage, , product]) => [id, stage, 40, product] as const);
		const pipeline = pipelineOf(table(HEADINGS, same));
		const said = checkTable(pipeline).find(({ code }) => code === 'dealLines');
		expect(said?.params).toEqual({ rows: 5, deals: 2, same: 1 });
		expect(reading(table(HEADINGS, same), 'once').amounts).toEqual([40, 40, 40, 40]);
	});

	it.each([
		['German', ['Vorgangsnummer', 'Phase', 'Betrag', 'Erstellt am', 'Abgeschlossen am', 'Artikel'], 'Gewonnen'],
		['Chinese', ['商机编号', '阶段', '金额', '创建时间', '关闭时间', '产品'], '赢单'],
		['Spanish', ['ID', 'Etapa', 'Importe', 'Fecha de creación', 'Fecha de cierre', 'Producto'], 'Ganada'],
	])('is said of a table in %s', (_, headings, won) => {
		const lines = LINES.map(([id, stage, ...rest]) => [id, stage === 'Won' ? won : stage, ...rest] as const);
		const { ids, problems } = reading(table(headings, lines));
		expect(ids?.[1]).toBe('D-1');
		expect(problems).toContain('dealLines 2,0');
	});

	it('is found where its rows do not follow one another, and with numbers as ids', () => {
		const numbered = LINES.map(([id, ...rest]) => [Number(id.slice(2)), ...rest] as const);
		const mixed = [0, 2, 5, 6, 3, 1, 4].map((i) => numbered[i] as (typeof numbered)[number]);
		expect(reading(table(HEADINGS, mixed), 'sum')).toMatchObject({
			ids: ['1', '2', '3', '4'],
			amounts: [130, 255.1, 70, 10],
		});
	});

	it('counts in the stage of its first row, and a row in another stage is listed', () => {
		const moved = LINES.map(([id, stage, amount, product]) =>
			product === 'Lamp' ? ([id, 'Won', amount, product] as const) : ([id, stage, amount, product] as const),
		);
		const { stages, problems } = reading(table(HEADINGS, moved), 'sum');
		expect(stages).toEqual(['Lead', 'Won', 'Lost', 'Lead']);
		expect(problems).toContain('dealLineDiffers 2,1');
	});

	it('has no amount where that of one row cannot be read, or where its rows are in two currencies', () => {
		const broken = LINES.map(([id, stage, amount, product]) => {
			const cell: Cell = product === 'Lamp' ? 'ask Bo' : product === 'Chair' ? '€50' : `$${amount}`;
			return [id, stage, cell, product] as const;
		});
		const { amounts, problems } = reading(table(HEADINGS, broken), 'sum');
		expect(amounts).toEqual([Number.NaN, Number.NaN, 70, 10]);
		expect(problems).toEqual(
			expect.arrayContaining(['notAnAmount 2,2', 'dealLineDiffers 4,2', 'mixedCurrencies null,2']),
		);
	});

	it('keeps rows without an id as deals of their own', () => {
		const { ids } = reading(table(HEADINGS, [...LINES, ['', 'Lead', 1, 'Desk'], ['', 'Lead', 2, 'Lamp']]), 'sum');
		expect(ids).toEqual(['D-1', 'D-2', 'D-3', 'D-4', '', '']);
	});
});

describe('ids that repeat otherwise', () => {
	it('are listed one by one where a few were typed twice', () => {
		const lines = Array.from({ length: 40 }, (_, i) => [`D-${i}`, i % 3 === 0 ? 'Won' : 'Lead', 10, 'Desk'] as const);
		const { problems } = reading(table(HEADINGS, [...lines, ['D-7', 'Lead', 20, 'Lamp']]));
		expect(problems).toEqual(['duplicateId 8,0', 'duplicateId 41,0']);
	});

	it('are listed one by one where their rows are different deals', () => {
		const stages = ['Lead', 'Won', 'Lost'];
		const lines = LINES.map(([id, , amount, product], i) => [id, stages[i % 3] as string, amount, product] as const);
		const { problems } = reading(table(HEADINGS, lines), undefined, { choice: { stageColumn: 1 } });
		expect(problems.filter((problem) => problem.startsWith('duplicateId'))).toHaveLength(5);
	});

	it('do not make an id of a column with a handful of values', () => {
		const lines = Array.from(
			{ length: 60 },
			(_, i) => [`T${i % 2}`, i % 3 === 0 ? 'Won' : 'Lead', 10, 'Desk'] as const,
		);
		expect(reading(table(HEADINGS, lines)).ids).toBeNull();
	});
});
