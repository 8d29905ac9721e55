import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CODE, TextCodes } from '../../../src/core/speed/text-lookup.ts';

describe('codes of texts', () => {
	it('are found again for as many texts as there are, whichever of them look alike', () => {
		const text = fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', '1', '中') });
		fc.assert(
			fc.property(fc.uniqueArray(text, { maxLength: 300 }), text, (texts, other) => {
				const codes = new TextCodes();
				for (const [code, added] of texts.entries()) codes.add(added, code);
				// A text of its own in every cell: equal ones are not the same object.
				const copies = texts.map((added) => Buffer.from(added).toString());
				expect(copies.map((copy) => codes.codeOf(copy))).toEqual([...texts.keys()]);
				expect(codes.codeOf(other)).toBe(texts.includes(other) ? texts.indexOf(other) : NO_CODE);
			}),
			{ seed: 20261124, numRuns: 200 },
		);
	});

	it('texts that all fight for the same place are told apart', () => {
		const codes = new TextCodes();
		const names = Array.from({ length: 500 }, (_, i) => `${String(i).padStart(4, '0')} same end`);
		for (const [code, name] of names.entries()) codes.add(name, code);
		expect(names.map((name) => codes.codeOf(name))).toEqual([...names.keys()]);
		expect(codes.codeOf('0500 same end')).toBe(NO_CODE);
	});
});
