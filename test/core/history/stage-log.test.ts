import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import {
	BACK,
	foldLog,
	GONE,
	idText,
	isMarker,
	LOG_HEADINGS,
	logText,
	NO_STAGE_TEXT,
	sequenceOf,
} from '../../../src/core/history/stage-log.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';

const BERLIN = timeZone('Europe/Berlin');
const at = (day: number): number => Date.UTC(2026, 0, day, 12);
/** A row as the log has it: the hour is the same in every row, Berlin is one hour ahead. */
const row = (
	deal: string,
	sequence: Cell,
	from: string,
	to: string,
	day: number | null,
	source = 'edit',
	more: readonly Cell[] = [],
): Cell[] => [
	deal,
	sequence,
	from,
	to,
	'',
	day === null ? '' : `2026-01-${String(day).padStart(2, '0')} 13:00:00+01:00`,
	source,
	...more,
];
const fold = (...rows: Cell[][]) => foldLog([[...LOG_HEADINGS.en], ...rows], BERLIN);
const order = (...rows: Cell[][]): string[] => fold(...rows).events.map(({ to }) => to);
const damage = (...rows: Cell[][]): string[] => fold(...rows).damaged.map(({ row: at, problem }) => `${at} ${problem}`);

describe('the cells of an event', () => {
	it('a sequence is a whole number above 0, as a number or as text', () => {
		expect([7, '7', ' 12 ', '  3'].map(sequenceOf)).toEqual([7, 7, 12, 3]);
		expect([0, -1, 1.5, '', 'x7', '7x', '1234567890', '-1', true, undefined, Number.NaN].map(sequenceOf)).toEqual(
			new Array(11).fill(0),
		);
	});

	it('an id is its text without white space at the ends', () => {
		expect([' d1 ', 7, '007', undefined].map(idText)).toEqual(['d1', '7', '007', '']);
	});

	it('three texts are marks and no stages', () => {
		expect([GONE, BACK, NO_STAGE_TEXT, '', 'gone', '(Gone)'].map(isMarker)).toEqual([
			true,
			true,
			true,
			false,
			false,
			false,
		]);
	});

	it('a text is one line of at most 200 characters', () => {
		expect(logText('  a \n\t b ')).toBe('a b');
		expect(logText('x'.repeat(300))).toHaveLength(200);
	});
});

describe('the order of events', () => {
	it('what was seen goes by its sequence, whatever the order of the rows and their times', () => {
		expect(order(row('a', 2, 'A', 'B', 1), row('a', 1, '', 'A', 9), row('a', 3, 'B', 'C', 5))).toEqual(['A', 'B', 'C']);
	});

	it('what was imported comes first and goes by its time', () => {
		const rows = [
			row('a', 1, '', 'D', 20),
			row('a', 2, '', 'B', 8, 'import'),
			row('a', 3, '', 'A', 3, 'import'),
			row('a', 4, 'D', 'E', 21),
		];
		expect(order(...rows)).toEqual(['A', 'B', 'D', 'E']);
		expect(order(...[...rows].reverse())).toEqual(['A', 'B', 'D', 'E']);
	});

	it('imports of one time go by their sequence, rows without a sequence by their time, then by their row', () => {
		expect(order(row('a', 2, '', 'B', 3, 'import'), row('a', 1, '', 'A', 3, 'import'))).toEqual(['A', 'B']);
		expect(order(row('a', '', '', 'B', 8), row('a', '', '', 'A', 3))).toEqual(['A', 'B']);
		expect(order(row('a', '', '', 'A', 3), row('a', '', '', 'B', 3))).toEqual(['A', 'B']);
	});
});

describe('the fold', () => {
	it('keeps the last stage through marks, and the instants of the first and last look', () => {
		const log = fold(
			row('a', 1, '', 'A', 5, 'assumed', ['', '', 'id-A']),
			row('a', 2, 'A', GONE, 7),
			row('a', 3, '', 'Z', 2, 'import'),
			row('a', 4, GONE, BACK, 6),
		);
		expect(log.byDeal.get('a')).toEqual({
			stage: 'A',
			stageId: 'id-A',
			last: BACK,
			lastId: '',
			isGone: false,
			nextSequence: 5,
			lastSeenAt: at(7),
			firstSeenAt: at(5),
		});
	});

	it('of imports alone nothing was seen; a row without a time changes no instant', () => {
		const log = fold(row('a', 1, '', 'A', 5, 'import'), row('b', 1, '', 'A', null), row('b', 2, 'A', GONE, 4));
		expect(log.byDeal.get('a')).toMatchObject({
			firstSeenAt: Number.POSITIVE_INFINITY,
			lastSeenAt: at(5),
			isGone: false,
		});
		expect(log.byDeal.get('b')).toMatchObject({ firstSeenAt: at(4), lastSeenAt: at(4), isGone: true, last: GONE });
	});

	it('reads who, both ids and the lower instant; a source that it does not know is an edit', () => {
		const cells = row('a', 1, 'A', 'B', 5, 'telepathy', [' ann@example.com ', 'id-A', 'id-B']);
		cells[4] = '2026-01-04 13:00:00+01:00';
		const [event] = fold(cells).events;
		expect(event).toMatchObject({
			by: 'ann@example.com',
			fromId: 'id-A',
			toId: 'id-B',
			source: 'edit',
			notBefore: at(4),
			observedAt: at(5),
		});
	});

	it('a stage that only its id names still counts', () => {
		const log = fold(row('a', 1, '', '', 5, 'edit', ['', '', 'id-A']));
		expect(log.damaged).toEqual([]);
		expect(log.byDeal.get('a')?.stageId).toBe('id-A');
	});
});

describe('damaged rows', () => {
	it('are listed by row with what is wrong', () => {
		expect(
			damage(row('', 1, '', 'A', 1), row('a', 1, '', '', 1), row('b', 'x', '', 'A', 1), row('c', 1, '', 'A', null), [
				'',
				'',
				'',
				'',
			]),
		).toEqual(['1 noDeal', '2 noStage', '3 noSequence', '4 noTime']);
	});

	it('a number twice, a gap, a broken chain; imports belong to no chain', () => {
		expect(damage(row('a', 1, '', 'A', 1), row('a', 1, '', 'B', 2), row('a', 3, 'B', 'C', 3))).toEqual([
			'2 sequenceTwice',
			'3 sequenceGap',
		]);
		expect(damage(row('a', 1, '', 'A', 1), row('a', 2, 'X', 'B', 2))).toEqual(['2 brokenChain']);
		expect(damage(row('a', 1, '', 'A', 1, 'import'), row('a', 2, '', 'B', 2))).toEqual([]);
		expect(damage(row('a', 1, '', 'A', 1), row('a', 2, '', 'Z', 1, 'import'))).toEqual([]);
	});

	it('of several deals stand in the order of the sheet', () => {
		expect(damage(row('b', 2, '', 'A', 1), row('a', 2, '', 'A', 1), row('b', 9, 'A', 'B', 2))).toEqual([
			'1 sequenceGap',
			'2 sequenceGap',
			'3 sequenceGap',
		]);
	});
});
