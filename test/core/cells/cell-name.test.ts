import { expect, it } from 'vitest';
import { cellName, columnLetters } from '../../../src/core/cells/cell-name.ts';

it('names cells as the grid shows them', () => {
	expect(cellName(16, 3)).toBe('D17');
	expect([25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
