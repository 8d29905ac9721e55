/** The question that a column of yes and no asks about a deal. */
import { expect, it } from 'vitest';
import { flagValue, outcomeFlagOf } from '../../../src/core/vocabulary/outcome-flag.ts';

it.each([
	['Is Won', 'won'],
	['Won?', 'won'],
	['IsClosed', 'closed'],
	['Lost?', 'lost'],
	['Active', 'active'],
	['Is archived', 'archived'],
	['Gewonnen?', 'won'],
	['Ist archiviert', 'archived'],
	['是否成交', 'won'],
	['已归档', 'archived'],
	['Stage', null],
	['Won amount', null],
])('the heading %s asks whether the deal is %s', (heading, flag) => expect(outcomeFlagOf(heading)).toBe(flag));

it('is answered in many languages', () => {
	expect(['Yes', 'ja', 'Sí', 'да', '是', 'はい'].map(flagValue)).toEqual(Array(6).fill(true));
	expect(['No', 'nein', 'Não', 'нет', '否', 'いいえ'].map(flagValue)).toEqual(Array(6).fill(false));
	expect(['maybe', ''].map(flagValue)).toEqual([null, null]);
});
