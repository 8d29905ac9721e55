import { expect, it } from 'vitest';
import { joinTexts, splitTexts } from '../../../src/core/stage-list/listed-texts.ts';

it.each([
	['Quote; Offer', ['Quote', 'Offer']],
	['报价；方案\n合同', ['报价', '方案', '合同']],
	[' ; ;', []],
	['"Call; then write"; Visit', ['Call; then write', 'Visit']],
	['"say ""yes; no"""', ['say "yes; no"']],
	// Typed by hand before texts were quoted: quotes that nothing asks for stay.
	['"Hot"; Cold', ['"Hot"', 'Cold']],
	['5" screen; 7" screen', ['5" screen', '7" screen']],
	['"open; Offer', ['"open', 'Offer']],
	['"a" b; c', ['"a" b', 'c']],
])('a cell %s holds the texts %j', (cell, texts) => {
	expect(splitTexts(cell)).toEqual(texts);
	expect(splitTexts(joinTexts(texts))).toEqual(texts);
});
