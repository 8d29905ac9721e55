// A figure of which at least half could not be used says so in its detail and in its row of a table by group.
import { expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { evaluate } from '../../../src/core/formula/evaluate.ts';
import { resultGrid } from '../../../src/core/formula/result-grid.ts';
import { cells, metric } from '../metrics/ask.ts';
import { pipelineOf } from '../pipeline-of.ts';

const NOTE = 'at least half could not be used';
/** Won deals of two owners; an amount of null cannot be used. */
const table = (anns: readonly Cell[], bos: readonly Cell[] = []) =>
	pipelineOf([
		['ID', 'Stage', 'Amount', 'Owner', 'Created', 'Closed'],
		['L', 'Lead', 5, 'Ann', '2026-01-01', ''],
		...[...anns.map((amount) => [amount, 'Ann']), ...bos.map((amount) => [amount, 'Bo'])].map(([amount, owner], i) => [
			`D-${i}`,
			'Won',
			amount as Cell,
			owner as Cell,
			'2026-01-01',
			'2026-02-01',
		]),
	]);
const last = (rows: Cell | Cell[][]): Cell[] => (rows as Cell[][]).at(-1) as Cell[];

it.each([
	['half', [100, 200, 300, '', '', '']],
	['most', [100, 'TBD', 'n/a', '']],
] as readonly (readonly [string, Cell[]])[])('is said in the detail where %s is left out', (_, amounts) => {
	expect(last(cells(table(amounts), 'averageDealSize', 'detail'))).toContain(NOTE);
	const answer = evaluate(metric('averageDealSize'), table(amounts), ['detail']);
	if (!answer.ok) throw new Error('not understood');
	expect(last(resultGrid(metric('averageDealSize'), answer.result, 'zh-CN') as Cell[][])).toContain('至少一半无法计入');
});

it('is not said where less is left out', () => {
	expect(JSON.stringify(cells(table([100, 200, 300, '']), 'averageDealSize', 'detail'))).not.toContain(NOTE);
});

it('is said of the group alone whose deals cannot be used', () => {
	const rows = cells(table([100, '', ''], [200, 300]), 'averageDealSize', 'by', 'Owner') as Cell[][];
	expect(rows.filter((row) => row.includes(NOTE)).map(([owner]) => owner)).toEqual(['Ann']);
});
