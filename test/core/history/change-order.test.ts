// The order of stage changes: by time, by the log's own sequence, and what decides where these say nothing.
import { describe, expect, it } from 'vitest';
import { emptyChanges, historyInOrder } from '../../../src/core/history/change-order.ts';
import { UNKNOWN_STAGE } from '../../../src/core/model/opportunity.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { stage } from '../pipeline-of.ts';

const STAGES = new StageList([
	stage('A', 'open'),
	stage('B', 'open'),
	stage('Hold', 'parked'),
	stage('Won', 'won'),
	stage('Lost', 'lost'),
]);
const [A, B, HOLD, WON, LOST] = [0, 1, 2, 3, 4] as const;

interface Change {
	readonly to: number;
	readonly at?: number;
	readonly sequence?: number;
	readonly isImport?: boolean;
}

function ordered(list: readonly Change[], isOwnLog: boolean): number[] {
	const changes = emptyChanges(list.length);
	changes.count = list.length;
	list.forEach(({ to, at = 5, sequence = 0, isImport = false }, i) => {
		changes.to[i] = to;
		changes.from[i] = -1;
		changes.at[i] = at;
		changes.sequence[i] = sequence;
		changes.isImport[i] = isImport ? 1 : 0;
	});
	return [...historyInOrder(changes, 1, STAGES, list.length, isOwnLog).to];
}

describe('changes of one time', () => {
	const sameTime = (...to: number[]) =>
		ordered(
			to.map((position) => ({ to: position })),
			false,
		);
	it('go forward, then to parked and unlisted stages, the loss last', () => {
		expect(sameTime(LOST, HOLD, WON, B, A)).toEqual([A, B, WON, HOLD, LOST]);
		expect(sameTime(LOST, UNKNOWN_STAGE, WON)).toEqual([WON, UNKNOWN_STAGE, LOST]);
	});
	it('keep the order of the table where they are of one sort', () => {
		expect(sameTime(HOLD, UNKNOWN_STAGE, LOST)).toEqual([HOLD, UNKNOWN_STAGE, LOST]);
		expect(sameTime(UNKNOWN_STAGE, HOLD, A)).toEqual([A, UNKNOWN_STAGE, HOLD]);
	});
});

describe('changes of different times', () => {
	it('of a foreign table go by time, whatever their numbers', () =>
		expect(
			ordered(
				[
					{ to: B, at: 9, sequence: 1 },
					{ to: A, at: 5, sequence: 2 },
				],
				false,
			),
		).toEqual([A, B]));
	it('of our log go by its numbers, whatever the times', () => {
		expect(
			ordered(
				[
					{ to: A, at: 5, sequence: 2 },
					{ to: B, at: 9, sequence: 1 },
				],
				true,
			),
		).toEqual([B, A]);
	});
	it('of our log go by time where they have one number, and what was imported comes first, by time', () => {
		expect(
			ordered(
				[
					{ to: B, at: 9 },
					{ to: A, at: 5 },
				],
				true,
			),
		).toEqual([A, B]);
		expect(
			ordered(
				[
					{ to: WON, at: 5, sequence: 1 },
					{ to: B, at: 20, sequence: 2, isImport: true },
					{ to: A, at: 10, sequence: 3, isImport: true },
				],
				true,
			),
		).toEqual([A, B, WON]);
	});
});

it('the same stage again is left out, but not one that is not listed: it may be another', () => {
	expect(ordered([{ to: A }, { to: A, at: 6 }, { to: B, at: 7 }, { to: A, at: 8 }], false)).toEqual([A, B, A]);
	expect(ordered([{ to: UNKNOWN_STAGE }, { to: UNKNOWN_STAGE, at: 6 }], true)).toEqual([UNKNOWN_STAGE, UNKNOWN_STAGE]);
});

it('no changes are a history without times of day', () =>
	expect(historyInOrder(emptyChanges(0), 2, STAGES, 3, false)).toMatchObject({
		hasTime: false,
		ignoredRows: 3,
		start: Int32Array.of(0, 0, 0),
	}));
