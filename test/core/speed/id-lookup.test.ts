import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdIndex } from '../../../src/core/speed/id-lookup.ts';

describe('ids', () => {
	it('are found at their first position, and at their only one', () => {
		const index = new IdIndex(['a', 'b', '', 'a', '7', '007', '']);
		expect(['a', 'b', '7', '007', 'c', ''].map((id) => index.first(id))).toEqual([0, 1, 4, 5, -1, -1]);
		expect(['a', 'b', '7', '007', 'c', ''].map((id) => index.only(id))).toEqual([-1, 1, 4, 5, -1, -1]);
	});

	it('of any kind and number agree with a search from the front', () => {
		const id = fc.oneof(fc.nat(40).map(String), fc.string({ maxLength: 3 }));
		fc.assert(
			fc.property(fc.array(id, { maxLength: 200 }), id, (ids, other) => {
				const index = new IdIndex(ids);
				for (const asked of [...ids, other]) {
					const first = asked === '' ? -1 : ids.indexOf(asked);
					expect(index.first(asked)).toBe(first);
					expect(index.only(asked)).toBe(ids.lastIndexOf(asked) === first ? first : -1);
				}
			}),
			{ seed: 20261124, numRuns: 200 },
		);
	});

	it('of an empty table are none', () => {
		expect(new IdIndex([]).first('a')).toBe(-1);
	});
});
