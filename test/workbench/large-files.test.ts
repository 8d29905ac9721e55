/** Files with more rows than a call can have arguments: opened in the page's way as on the command line, with the same limits. */
import { describe, expect, it } from 'vitest';
import { bookSnapshot } from '../../workbench/grid/snapshot.ts';
import { readCsv } from '../../workbench/io/read-csv.ts';

describe('a large file', () => {
	it('of 200,000 rows becomes a grid without a stack overflow', () => {
		const cells = Array.from({ length: 200_000 }, (_, at) =>
			at === 7 ? [{ value: 1 }, { value: 2 }] : [{ value: at }],
		);
		const { sheets } = bookSnapshot('Large', [{ name: 'Deals', cells }]);
		expect(Object.values(sheets)[0]?.rowCount).toBeGreaterThanOrEqual(200_000);
	});

	it('beyond the limit is refused with the sentence of the command line, before it is read', () => {
		expect(() => readCsv(new Uint8Array(51 * 1024 * 1024), 'Deals')).toThrow(
			'The file has 51 MB; at most 50 MB can be opened.',
		);
	});
});
