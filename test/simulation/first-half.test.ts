/** The first 25,000 simulated edits of the normal test run; two files, so that two workers share them. */
import { describe, expect, it } from 'vitest';
import { distFile } from '../support/dist.ts';
import { campaign, seedsFrom, tallyText } from './campaign.ts';

const DOCUMENTS = 84;

describe('the stage history under simulated editors, faults and lost events, first half', () => {
	it('keeps every invariant', { timeout: 3_600_000 }, () => {
		const tally = campaign(distFile('Code.js'), seedsFrom(1, DOCUMENTS));
		console.log(tallyText(tally));
		expect(tally.failures).toEqual([]);
		expect(tally.edits).toBeGreaterThanOrEqual(25_000);
		// A log that records nothing would break no invariant but the fold; what is seen at all must be most of it.
		expect(tally.recorded / tally.changes).toBeGreaterThan(0.5);
	});
});
