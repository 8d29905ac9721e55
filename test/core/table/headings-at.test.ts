import { describe, expect, it } from 'vitest';
import { headingsAt } from '../../../src/core/table/headings-at.ts';

describe('the headings', () => {
	it('are texts without needless space', () =>
		expect(headingsAt([[' Deal \n  name ', 5, '', 'Stage']], 0)).toEqual(['Deal name', '5', '', 'Stage']));
	it('take the text of a group row above where they are blank', () => {
		expect(
			headingsAt(
				[
					['Deal', 'Money', '', 'Note'],
					['', 'Amount', 'Currency'],
				],
				1,
			),
		).toEqual(['Deal', 'Amount', 'Currency', 'Note']);
		expect(
			headingsAt(
				[
					['Deal', 'Money'],
					['', 'Amount', ''],
				],
				1,
			),
		).toEqual(['Deal', 'Amount', '']);
	});
	it('take nothing from a title, which is a single text', () => {
		expect(
			headingsAt(
				[
					['Sales of 2026', '', '', ''],
					['', 'Amount'],
				],
				1,
			),
		).toEqual(['', 'Amount']);
		expect(headingsAt([['a', 'b'], [], ['', 'Amount']], 2)).toEqual(['', 'Amount']);
		expect(headingsAt([['', 'Amount']], 0)).toEqual(['', 'Amount']);
	});
});
