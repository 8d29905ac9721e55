import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/core/nearest.ts';

describe('editDistance', () => {
	it('counts a swap of neighbours once', () => {
		expect(editDistance('porposal', 'proposal', 2)).toBe(1);
		expect(editDistance('kitten', 'sitting', 3)).toBe(3);
	});
	it('stops beyond its limit', () => {
		expect(editDistance('kitten', 'sitting', 2)).toBe(3);
		expect(editDistance('a', 'abcdef', 2)).toBe(3);
	});
});

describe('nearest', () => {
	const stages = ['Qualified', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost', 'Won'];
	it.each([
		['Wonn', 'Won'],
		['porposal', 'Proposal'],
		['NEGOTIATON', 'Negotiation'],
		['Closed  lots', 'Closed Lost'],
	])('%s is %s', (typed, meant) => expect(nearest(typed, stages)).toBe(meant));
	it.each(['closed', 'Unqualified', 'Disqualified', 'banana', '', 'Wo', 'x'.repeat(5000), '__proto__', 'constructor'])(
		'%s is nothing that is listed',
		(typed) => expect(nearest(typed, stages)).toBeNull(),
	);
	it('keeps quiet when two are equally near', () => expect(nearest('Stage', ['Stagy', 'Stago'])).toBeNull());
	it('never takes one number for another', () => expect(nearest('Stage 5', ['Stage 4'])).toBeNull());
	it('never takes a short Chinese ending for its opposite', () => expect(nearest('输单', ['赢单'])).toBeNull());
});
