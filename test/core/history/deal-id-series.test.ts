import { describe, expect, it } from 'vitest';
import { nextIds } from '../../../src/core/history/deal-id-series.ts';

describe('new deal ids', () => {
	it.each<[string, string[], string[]]>([
		['begin a series of their own where there is none', [], ['D-0001', 'D-0002', 'D-0003']],
		['begin one also beside ids without a number', ['Acme', 'Bolt', ''], ['D-0001', 'D-0002', 'D-0003']],
		['go on after the largest, wherever it stands', ['SO9', 'SO12', 'SO3'], ['SO13', 'SO14', 'SO15']],
		['keep the zeros in front', ['A-007', 'A-0098', 'A-9'], ['A-0099', 'A-0100', 'A-0101']],
		['have no zeros in front where none had', ['2026/8', '2026/10'], ['2026/11', '2026/12', '2026/13']],
		[
			'follow the most frequent series, the first of equals',
			['X-5', 'Y-1', 'Y-2', 'X-6', 'Z-1'],
			['X-7', 'X-8', 'X-9'],
		],
		['may be plain numbers', ['98', '99'], ['100', '101', '102']],
		['count the last digits only', ['A1-B2', 'A1-B3'], ['A1-B4', 'A1-B5', 'A1-B6']],
	])('%s', (_, taken, expected) => expect(nextIds(taken, 3)).toEqual(expected));

	it('leave out what is taken in another spelling of the series', () => {
		expect(nextIds(['D-1', 'D-2', 'D-0003', 'D-0005'], 2)).toEqual(['D-0006', 'D-0007']);
		expect(nextIds(['A09', 'A8', 'A10', 'A010'], 1)).toEqual(['A011']);
	});
	it('are as many as are asked for', () => expect([nextIds(['D-1'], 0), nextIds(['D-1'], 1)]).toEqual([[], ['D-2']]));
});
