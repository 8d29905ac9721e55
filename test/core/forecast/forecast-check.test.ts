// A part of `npm run forecast-check`, small enough for every run of the tests: the whole table is in docs/forecast.md.
import { expect, it } from 'vitest';
import { checkKind, KINDS, type KindResult } from '../../forecast/forecast-check.ts';

function resultOf(name: string, sheets: number): KindResult {
	const kind = KINDS.find((candidate) => candidate.name === name);
	if (kind === undefined) throw new Error(name);
	return checkKind(kind, sheets);
}

it('covers at least twelve kinds of pipelines, each of its own name', () => {
	expect(new Set(KINDS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(12);
});

it.each(['steady', 'seasonal', 'no creation dates'])(
	'holds what came in most of the spans of a pipeline that is %s, and its middle is nearer than repeating the last four',
	(name) => {
		const { n, coverage, loss, runRateLoss } = resultOf(name, 12);
		expect(n).toBe(36);
		// 36 draws of .8 lie in this span in all but 1 of 200 cases.
		expect(coverage).toBeGreaterThanOrEqual(0.61);
		expect(coverage).toBeLessThanOrEqual(0.97);
		expect(loss).toBeLessThan(runRateLoss);
	},
);
