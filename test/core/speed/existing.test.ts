/** The check on element access is on in the tests; the build leaves nothing of it. */
import { expect, test } from 'vitest';
import { existing } from '../../../src/core/speed/existing.ts';

test('an index out of range throws in the tests', () => {
	const counts = new Int32Array(2);
	expect(existing(counts[1])).toBe(0);
	expect(() => existing(counts[2])).toThrow(RangeError);
});
