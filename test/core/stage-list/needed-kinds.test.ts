import { describe, expect, it } from 'vitest';
import type { StageKind } from '../../../src/core/model/stage.ts';
import { withNeededKinds } from '../../../src/core/stage-list/needed-kinds.ts';

const completed = (...kinds: (StageKind | null)[]) =>
	withNeededKinds(
		kinds.map((kind) => ({ kind, text: 'found' })),
		(kind, probability) => ({ kind, text: `${kind} at ${probability}` }),
	).map(({ kind, text }) => (text === 'found' ? kind : text));

describe('the kinds that a funnel needs', () => {
	it('are added where no deal is in one: the open one first, the won one before the lost', () => {
		expect(completed('won', 'lost')).toEqual(['open at 0.5', 'won', 'lost']);
		expect(completed('open', 'lost', 'lost')).toEqual(['open', 'won at 1', 'lost', 'lost']);
		expect(completed('open', 'parked')).toEqual(['open', 'parked', 'won at 1']);
		expect(completed(null)).toEqual(['open at 0.5', null, 'won at 1']);
	});

	it('leave a list alone that has them, and an empty one', () => {
		expect(completed('won', 'open')).toEqual(['won', 'open']);
		expect(completed()).toEqual([]);
	});
});
