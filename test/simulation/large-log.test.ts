/** Edits recorded without looking at the other deals, as in a large file: the same invariants as everywhere. */
import { describe, expect, it } from 'vitest';
import { campaign, seedsFrom, tallyText } from './campaign.ts';
import { replaced } from './planted-bugs.ts';
import { readableBundle } from './readable-bundle.ts';
import { Simulation } from './simulation.ts';

/** The documents of the simulator are small: here every log counts as a large one. */
const large = async (): Promise<string> => replaced(await readableBundle(), /LARGE_LOG = \d+/u, 'LARGE_LOG = 0');

describe('the stage history of a large file', () => {
	it('keeps every invariant', { timeout: 600_000 }, async () => {
		const tally = campaign(await large(), seedsFrom(1, 3));
		console.log(tallyText(tally));
		expect(tally.failures).toEqual([]);
		expect(tally.recorded / tally.changes).toBeGreaterThan(0.5);
	});

	it('would break without the look at all ids', { timeout: 600_000 }, async () => {
		const planted = replaced(await large(), /isOnly = ids\.filter\([^;]+;/u, 'isOnly = true;');
		const simulation = new Simulation(planted);
		const broken = [1, 2, 3, 4, 5, 6, 7, 8].some((seed) => simulation.run(seed, 300).broken !== '');
		expect(broken).toBe(true);
	});
});
