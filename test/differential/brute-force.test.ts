import { describe, expect, it } from 'vitest';
import { bruteForceFigures } from './brute-force.ts';
import { differences } from './figures.ts';
import { ourFigures } from './ours.ts';
import { randomTables } from './random-table.ts';

const TABLES = 2000;

describe(`${TABLES} random tables with histories`, () => {
	it('a second program that shares no code finds the same figures: counts exactly, the rest to 1e-12', () => {
		let compared = 0;
		randomTables(20_261_124, TABLES).forEach((table, t) => {
			const ours = ourFigures(table);
			const different = differences(ours, bruteForceFigures(table));
			expect(different, `table ${t}: ${different.length === 0 ? '' : JSON.stringify(table)}`).toEqual([]);
			compared += ours.size;
		});
		expect(compared).toBeGreaterThan(TABLES * 90);
	});
});
