import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/core/cells/closest-word.ts';

describe('editDistance', () => {
	it('counts a swap of neighbours once', () => {
		expect(editDistance('porposal', 'proposal', 2)).toBe(1);
		expect(editDistance('kitten', 'sitting', 3)).toBe(3);
	});
	it.each([
		['ab', 'ba', 1],
		['abc', 'bca', 2],
		['ca', 'abc', 3],
		['xab', 'xba', 1],
		['aab', 'bb', 2],
		['ba', 'cab', 2],
		['', '', 0],
		['abc', '', 3],
	])('from %s to %s', (a, b, edits) => expect([editDistance(a, b, 5), editDistance(b, a, 5)]).toEqual([edits, edits]));
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
	it('reaches one edit from four characters on and two from six', () => {
		expect(nearest('abd', ['abc'])).toBeNull();
		expect(nearest('abcx', ['abcd'])).toBe('abcd');
		expect(nearest('abxyz', ['abcdz'])).toBeNull();
		expect(nearest('abxyef', ['abcdef'])).toBe('abcdef');
		expect(nearest('abxyzf', ['abcdef'])).toBeNull();
	});
	it('takes the nearer of two, whichever comes first, and one that is spelt the same before all', () => {
		expect(nearest('proposak', ['proposxx', 'proposal'])).toBe('proposal');
		expect(nearest('proposak', ['proposal', 'proposxx'])).toBe('proposal');
		expect(nearest('PROPOSAL', ['Proposar', 'Proposal', 'Proposat'])).toBe('Proposal');
		expect(nearest('won', ['Won', 'won'])).toBe('Won');
		expect(nearest('stage', ['Stagy', 'Stago', 'Stagé'])).toBeNull();
	});
	it('takes the same numbers in another place of the word, and no word of more than sixty characters', () => {
		expect(nearest('Stage 4 – demoo', ['Stage 4 – demo'])).toBe('Stage 4 – demo');
		expect(nearest('4. Proposl', ['4 Proposal'])).toBe('4 Proposal');
		expect(nearest('Stag 1 2', ['Stage 12'])).toBeNull();
		expect(nearest(`${'x'.repeat(59)}y`, ['x'.repeat(60)])).toBe('x'.repeat(60));
		expect(nearest(`${'x'.repeat(60)}y`, ['x'.repeat(61)])).toBeNull();
		expect(nearest('', ['', 'a'])).toBeNull();
		expect(nearest('abcd', [''])).toBeNull();
	});
	it('takes the same numbers whatever stands before, between and after them', () => {
		expect(nearest('a4bcdefg', ['4bcdefg'])).toBe('4bcdefg');
		expect(nearest('4ab5xyz', ['4a5xyz'])).toBe('4a5xyz');
	});
	it('takes a word that only begins like a negation', () => expect(nearest('renewed', ['renew'])).toBe('renew'));
	it('takes no word for its negation, but a longer word that only ends alike', () => {
		expect(nearest('qualified', ['unqualified'])).toBeNull();
		expect(nearest('active', ['inactive'])).toBeNull();
		expect(nearest('qualified', ['xqualified'])).toBe('xqualified');
		expect(nearest('unqualifed', ['unqualified'])).toBe('unqualified');
	});
	it('keeps quiet when two are equally near', () => expect(nearest('Stage', ['Stagy', 'Stago'])).toBeNull());
	it('never takes one number for another', () => expect(nearest('Stage 5', ['Stage 4'])).toBeNull());
	it('never takes a short Chinese ending for its opposite', () => expect(nearest('输单', ['赢单'])).toBeNull());
});
