import { describe, expect, it } from 'vitest';
import { cellText, markdownTable } from '../../../scripts/docs/markdown.ts';

describe('markdownTable', () => {
	it('keeps a cell in its cell', () => {
		expect(
			markdownTable([
				['a|b', 'c'],
				['two\nlines', 1 / 3],
			]),
		).toBe('| a\\|b | c |\n| --- | --- |\n| two lines | 0.3333 |');
	});

	it('shows at most four decimals and nothing for a blank', () => {
		expect([cellText(0.5), cellText(60_146.849_9), cellText('')]).toEqual(['0.5', '60146.8499', '']);
	});
});
