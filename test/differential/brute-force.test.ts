import { describe, expect, it } from 'vitest';
import { bruteForceFigures } from './brute-force.ts';
import { differences } from './figures.ts';
import { ourFigures } from './ours.ts';
import { randomTables } from './random-table.ts';

const TABLES = 500;

describe('random tables with histories', () => {
	it.each([20_261_124, 1, 2, 3])(
		`a second program that shares no code finds the same figures in ${TABLES} of seed %d: counts exactly, the rest to 1e-12`,
		(seed) => {
			let compared = 0;
			randomTables(seed, TABLES).forEach((table, t) => {
				const ours = ourFigures(table);
				const different = differences(ours, bruteForceFigures(table));
				if (different.length > 0) expect(different, `table ${t}: ${JSON.stringify(table)}`).toEqual([]);
				compared += ours.size;
			});
			expect(compared).toBeGreaterThan(TABLES * 90);
		},
	);
});
