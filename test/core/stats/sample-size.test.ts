import { expect, it } from 'vitest';
import { sampleSizePerGroup } from '../../../src/core/stats/sample-size.ts';

it('75 → 55 % needs 89 deals, 60 → 50 % needs 388, the other way round the same', () => {
	expect(sampleSizePerGroup(0.75, 0.55)).toBe(89);
	expect(sampleSizePerGroup(0.6, 0.5)).toBe(388);
	expect(sampleSizePerGroup(0.5, 0.6)).toBe(388);
	expect(sampleSizePerGroup(0.5, 0.5)).toBeNull();
});
