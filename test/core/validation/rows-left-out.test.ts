// More rows left out than read: asked as one problem of the table.
import { expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { pipelineOf } from '../pipeline-of.ts';

const HEADINGS = ['Deal ID', 'Deal', 'Stage', 'Amount', 'Created'];
const deals = (count: number): Cell[][] =>
	Array.from({ length: count }, (_, i) => [`D${i}`, `Firm ${i}`, 'Lead', 100, '2025-01-02']);
const summary = (count: number): Cell[][] => [
	['', '', '', '', ''],
	['Region', 'Quota', '', '', ''],
	...Array.from({ length: count }, (_, i): Cell[] => [`Region ${'ABCDEFGHI'[i]}`, 50 + i, '', '', '']),
];
const asked = (grid: readonly (readonly Cell[])[]) =>
	checkTable(pipelineOf(grid)).flatMap(({ code, params }) => (code === 'mostRowsLeftOut' ? [params] : []));

it('is said where another table has more rows than the deals', () => {
	expect(asked([HEADINGS, ...deals(6), ...summary(9)])).toEqual([{ rows: 10, deals: 6 }]);
});
it('is not said where most rows are deals', () => {
	expect(asked([HEADINGS, ...deals(12), ...summary(5)])).toEqual([]);
});
