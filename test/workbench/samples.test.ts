import { describe, expect, it } from 'vitest';
import { SAMPLE_IDS, sampleBook } from '../../workbench/samples/index.ts';

const column = (id: string, heading: string) => {
	const cells = sampleBook(id).sheets[0]?.cells ?? [];
	const header = cells.findIndex((row) => row.some((cell) => cell.value === heading));
	const at = cells[header]?.findIndex((cell) => cell.value === heading) ?? -1;
	return cells.slice(header + 1).map((row) => row[at]?.value);
};
const share = (values: readonly unknown[], wanted: unknown) =>
	values.filter((value) => value === wanted).length / values.length;

describe('sample books', () => {
	it.each(SAMPLE_IDS)('%s is the same for the same seed and another one for another seed', (id) => {
		expect(sampleBook(id)).toEqual(sampleBook(id));
		expect(sampleBook(id, '2026-11-23', 1)).not.toEqual(sampleBook(id, '2026-11-23', 2));
	});

	it('b2b has 1,500 deals with ids of their own, a win rate between 10 and 30 % and its history beside it', () => {
		const ids = column('b2b', 'Deal ID');
		expect(new Set(ids).size).toBe(1500);
		const won = share(column('b2b', 'Stage'), 'Won');
		expect(won).toBeGreaterThan(0.1);
		expect(won).toBeLessThan(0.3);
		const [, changes] = sampleBook('b2b').sheets;
		expect(new Set(changes?.cells.slice(1).map((row) => row[0]?.value))).toEqual(new Set(ids));
	});

	it('b2b has no date after its as-of date but an expected close', () => {
		const asOf = Date.UTC(2026, 10, 23) / 86_400_000 + 25_569;
		for (const heading of ['Created', 'Closed']) {
			expect(Math.max(...column('b2b', heading).map((value) => Number(value ?? 0)))).toBeLessThanOrEqual(asOf);
		}
	});

	it('dirty keeps every hostile text as text', () => {
		expect(
			sampleBook('dirty')
				.sheets.flatMap((sheet) => sheet.cells.flat())
				.every((cell) => cell.formula === undefined),
		).toBe(true);
		expect(column('dirty', 'Stage')).toEqual(
			expect.arrayContaining(['=1+1', '__proto__', '<img src=x onerror=alert(1)>', '#REF!']),
		);
	});

	it('names the samples that there are when an id is unknown', () => {
		expect(() => sampleBook('nope')).toThrow('There is no sample "nope"; there are b2b, b2c, dirty, chinese.');
	});
});
