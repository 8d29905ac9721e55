import { describe, expect, it } from 'vitest';
import { stageListChanges } from '../../../src/core/stage-list/stage-list-changes.ts';
import { stage } from '../pipeline-of.ts';

const A = stage('A', 'open');
const B = stage('B', 'open');
const C = stage('C', 'open');
const D = stage('D', 'open');
const W = stage('W', 'won');

const changes = (before: (typeof A)[], after: (typeof A)[], merges: [string, string][] = []) =>
	stageListChanges(before, after, new Map(merges)).map(
		({ kind, stage, to, place }) => `${kind} ${stage.name}>${to?.name ?? ''} ${place}`,
	);

describe('a changed stage list', () => {
	it('the same list is no change', () => expect(changes([A, B, W], [A, B, W])).toEqual([]));

	it('new, renamed and reclassified stages in the order of the new list, then those that are gone', () => {
		const renamed = { ...B, name: 'Bee' };
		const parked = { ...C, kind: 'parked' as const };
		expect(changes([A, B, C, W], [D, renamed, parked, W])).toEqual([
			'added D>D 0',
			'renamed B>Bee 1',
			'reclassified C>C 2',
			'removed A> -1',
		]);
	});

	it('one stage can be renamed, moved and reclassified at once', () => {
		expect(changes([A, B, C], [{ ...C, name: 'Sea', kind: 'lost' }, A, B])).toEqual([
			'renamed C>Sea 0',
			'moved C>Sea 0',
			'reclassified C>Sea 0',
		]);
	});

	it('a stage that is left out is merged into the one that takes it over, where that stays', () => {
		expect(changes([A, B, C], [A, C], [['B', 'C']])).toEqual(['merged B>C -1']);
		expect(changes([A, B, C], [A], [['B', 'C']])).toEqual(['removed B> -1', 'removed C> -1']);
	});

	it.each([
		['ABCD', 'BCDA', ['moved A>A 3']],
		['ABCD', 'DABC', ['moved D>D 0']],
		['ABCD', 'ACBD', ['moved C>C 1']],
		['ABCD', 'DCBA', ['moved D>D 0', 'moved C>C 1', 'moved B>B 2']],
		['ABCD', 'BADC', ['moved B>B 0', 'moved D>D 2']],
		['ABCD', 'CDAB', ['moved C>C 0', 'moved D>D 1']],
	])('%s to %s: as few as possible are moved', (before, after, expected) => {
		const list = (names: string) => [...names].map((name) => ({ A, B, C, D })[name as 'A']);
		expect(changes(list(before), list(after))).toHaveLength(expected.length);
		expect(changes(list(before), list(after)).every((change) => change.startsWith('moved'))).toBe(true);
	});

	it('stages that are new or gone do not move the others', () => {
		expect(changes([A, B, C], [D, A, C])).toEqual(['added D>D 0', 'removed B> -1']);
		expect(changes([A, B, C, D], [W, D, A, B])).toEqual(['added W>W 0', 'moved D>D 1', 'removed C> -1']);
	});
});
