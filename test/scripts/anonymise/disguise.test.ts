import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Disguise } from '../../../scripts/anonymise/disguise.ts';
import { Dice } from '../../simulation/dice.ts';

const disguise = (seed = 1): Disguise => {
	const random = new Dice(seed);
	return new Disguise(() => random.next());
};

describe('a disguised text', () => {
	it('keeps length, case, digits and what stands between words', () => {
		const text = disguise().text("D-0500 O'Neill & Söhne GmbH (42)");
		expect(text).toMatch(/^[A-Z]-0\d{3} [A-Z]'[A-Z][a-z]{4} & [A-Z][a-z]{4} [A-Z][a-z][a-z][A-Z] \([1-9]\d\)$/u);
		expect(text).not.toContain('Neill');
	});
	it.each(['北京科技有限公司', 'Ромашка', 'トヨタ', '삼성전자', 'ירושלים', 'ΑΘΗΝΑ'])(
		'keeps the script of %s',
		(text) => {
			const other = disguise().text(text);
			expect(other).not.toBe(text);
			const script = /\p{Script=Han}/u.test(text) ? /^\p{Script=Han}+$/u : /^\p{L}+$/u;
			expect(other).toMatch(script);
			expect([...other]).toHaveLength([...text].length);
		},
	);
	it('gives equal words equal disguises, whatever their case, and other words others', () => {
		const same = disguise();
		expect(same.text('ANN').toLowerCase()).toBe(same.text('ann'));
		const ids = Array.from({ length: 900 }, (_, at) => same.text(`X-${at + 100}`));
		expect(new Set(ids).size).toBe(900);
	});
	it('never shows a word of five letters or more', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[a-z]{5,12}$/u),
				fc.integer(),
				(word, seed) => disguise(seed).text(word) !== word,
			),
			{ seed: 20_261_129 },
		);
	});
});

describe('a disguised number', () => {
	it('keeps sign, digits and decimals, and 0', () => {
		const same = disguise();
		expect(String(same.number(-12_345.67))).toMatch(/^-[1-9]\d{4}\.\d{1,2}$/u);
		expect(same.number(0)).toBe(0);
		expect(same.number(500)).toBe(same.number(500));
	});
});
