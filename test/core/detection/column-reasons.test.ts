// What made a column a field, and which other one came into question.
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';

const rows = Array.from({ length: 6 }, (_, i): Cell[] => [`d${i}`, i > 3 ? 'Won' : 'Lead', 100 * i, 90 * i]);
const reasonsOf = (headings: Cell[], choice = {}) => {
	const grid: Grid = [headings, ...rows];
	return Object.fromEntries(detectTable(grid, choice).reasons);
};

describe('the reason of a column', () => {
	it.each([
		['Deal ID', 'Stage', 'Amount', 'Deal value'],
		['Deal-ID', 'Phase', 'Betrag', 'Auftragswert'],
		['商机编号', '阶段', '金额', '预计金额'],
	])('is its heading, with the next one that names the same: %s', (...headings) => {
		const found = reasonsOf(headings);
		expect(found.stage).toEqual({ by: 'heading', runnerUp: null });
		expect(found.amount?.by).toBe('heading');
		expect([2, 3]).toContain(found.amount?.runnerUp);
	});
	it('is the choice of the user', () => {
		expect(reasonsOf(['Deal ID', 'Foo', 'Amount', 'Bar'], { stageColumn: 1 }).stage?.by).toBe('choice');
	});
	it('is what stands in its cells where no heading says it', () => {
		expect(reasonsOf(['Deal ID', 'Foo', 'Amount', 'Bar']).stage?.by).toBe('cells');
	});
});
