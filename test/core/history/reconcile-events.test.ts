// Each field of the events that bring the log up to the table, and of those that an import brings.
import { describe, expect, it } from 'vitest';
import { identify, importEvents, type Look, reconcile } from '../../../src/core/history/reconcile.ts';
import {
	BACK,
	eventRow,
	foldLog,
	GONE,
	LOG_HEADINGS,
	NO_STAGE_TEXT,
	type StageEvent,
} from '../../../src/core/history/stage-log.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { FOUR_STAGES, historyOf, tinyOpportunities } from '../funnel/tiny-pipeline.ts';

const UTC = timeZone('UTC');
const BERLIN = timeZone('Europe/Berlin');
const NOON = Date.UTC(2026, 2, 2, 12);
const HOUR = 3_600_000;

const logOf = (events: readonly StageEvent[]) =>
	foldLog([[...LOG_HEADINGS.en], ...events.map((event) => eventRow(event, UTC))], UTC);
const tableOf = (...rows: [string, string][]) => {
	const now = rows.map(([, text]) =>
		text === '' ? -1 : FOUR_STAGES.positionOf(text) < 0 ? -2 : FOUR_STAGES.positionOf(text),
	);
	return {
		grid: [['Id', 'Stage'], ...rows],
		opportunities: tinyOpportunities({ stages: FOUR_STAGES, now, ids: rows.map(([id]) => id) }),
	};
};
const look = (hours: number, extra: Partial<Look> = {}): Look => ({
	observedAt: NOON + hours * HOUR,
	lastLookAt: Number.NaN,
	by: 'ann',
	source: 'reconcile',
	table: 'Deals (1)',
	expectedClose: (deal) => `2026-12-0${deal + 1}`,
	...extra,
});
const events = (log: readonly StageEvent[], rows: [string, string][], seen: Look): readonly StageEvent[] => {
	const { grid, opportunities } = tableOf(...rows);
	return reconcile(logOf(log), opportunities, FOUR_STAGES, grid, seen).events;
};
const event = (extra: Partial<StageEvent>): StageEvent => ({
	dealId: 'a',
	sequence: 1,
	from: '',
	to: '1',
	fromId: '',
	toId: 'id-1',
	notBefore: Number.NaN,
	observedAt: NOON,
	by: 'ann',
	source: 'assumed',
	table: 'Deals (1)',
	expectedClose: '2026-12-01',
	...extra,
});
const first = [event({})];

describe('an event of the table', () => {
	it('of the first look is assumed, and comes from nowhere', () =>
		expect(events([], [['a', '1']], look(0))).toEqual(first));
	it('later says from what to what, not before the last look at it, by whom and how it was seen', () => {
		expect(events(first, [['a', '2']], look(5, { source: 'edit', by: 'ben', lastLookAt: NOON + 2 * HOUR }))).toEqual([
			event({
				sequence: 2,
				from: '1',
				fromId: 'id-1',
				to: '2',
				toId: 'id-2',
				notBefore: NOON + 2 * HOUR,
				observedAt: NOON + 5 * HOUR,
				by: 'ben',
				source: 'edit',
			}),
		]);
	});
	it('is not before the time at which the deal was seen last, where that was later than the last look or no look is known', () => {
		for (const lastLookAt of [Number.NaN, NOON - HOUR, NOON])
			expect(events(first, [['a', '2']], look(5, { lastLookAt }))[0]?.notBefore).toBe(NOON);
		expect(events(first, [['a', '2']], look(-3))[0]?.notBefore).toBe(NOON - 3 * HOUR);
		expect(
			events(
				first,
				[
					['b', '2'],
					['a', '1'],
				],
				look(5, { lastLookAt: NOON + HOUR }),
			)[0],
		).toMatchObject({ dealId: 'b', notBefore: NOON + HOUR, source: 'reconcile' });
	});
	it('names a stage that is not in the list by its own text without an id, no stage by its mark, and quotes a text that reads like a mark', () => {
		expect(
			events(
				[],
				[
					['a', 'Elsewhere'],
					['b', ''],
					['c', GONE],
					['d', NO_STAGE_TEXT],
				],
				look(0),
			).map(({ to, toId }) => [to, toId]),
		).toEqual([
			['Elsewhere', ''],
			[NO_STAGE_TEXT, ''],
			[`"${GONE}"`, ''],
			[`"${NO_STAGE_TEXT}"`, ''],
		]);
	});
	it('of a deal that is gone, is back, and came back elsewhere', () => {
		const gone = events(first, [['b', '1']], look(1)).filter(({ dealId }) => dealId === 'a');
		expect(gone).toEqual([
			event({
				sequence: 2,
				from: '1',
				fromId: 'id-1',
				to: GONE,
				toId: '',
				expectedClose: '',
				notBefore: NOON,
				observedAt: NOON + HOUR,
				source: 'reconcile',
			}),
		]);
		const log = [...first, ...gone];
		const [back, moved, ...rest] = events(log, [['a', '3']], look(2));
		expect([back?.from, back?.fromId, back?.to, back?.toId, back?.sequence]).toEqual([GONE, '', BACK, '', 3]);
		expect([moved?.from, moved?.fromId, moved?.to, moved?.toId, moved?.sequence]).toEqual([BACK, '', '3', 'id-3', 4]);
		expect(rest).toEqual([]);
		expect(events(log, [], look(2))).toEqual([]);
	});
	it('is none for the same stage by id or, where the log has no id, by name', () => {
		const noId = [event({ toId: '' })];
		expect(events(noId, [['a', '1']], look(1))).toEqual([]);
		expect(events(noId, [['a', '2']], look(1))).toHaveLength(1);
		const elsewhere = [event({ to: 'Elsewhere', toId: '' })];
		expect(events(elsewhere, [['a', ' elsewhere ']], look(1))).toEqual([]);
		expect(events(elsewhere, [['a', 'Nowhere']], look(1))).toHaveLength(1);
	});
});

describe('ids', () => {
	it('are told apart without the spaces around them; three of one are all listed', () => {
		const { unique, duplicates, missing } = identify(
			tinyOpportunities({ stages: FOUR_STAGES, now: [0, 0, 0, 0, 0, 0], ids: [' a', 'b', 'a ', ' ', 'a', 'c '] }),
		);
		expect([[...unique], [...duplicates], missing]).toEqual([
			[
				['b', 1],
				['c', 5],
			],
			[['a', [0, 2, 4]]],
			[3],
		]);
	});
});

describe('an imported event', () => {
	const { opportunities } = tableOf(['a', '2']);
	const history = historyOf([
		[
			[20_512, 0],
			[20_513, 1],
		],
	]);
	it('has the day’s first instant in the time zone of the sheet, no author, and its stage before', () => {
		const { events, known } = importEvents(logOf([]), history, opportunities, FOUR_STAGES, BERLIN, 'Deals (1)');
		const at = (day: number) => day * 24 * HOUR - HOUR;
		expect([events, known]).toEqual([
			[
				event({ observedAt: at(20_512), by: '', source: 'import', expectedClose: '' }),
				event({
					sequence: 2,
					from: '1',
					fromId: 'id-1',
					to: '2',
					toId: 'id-2',
					observedAt: at(20_513),
					by: '',
					source: 'import',
					expectedClose: '',
				}),
			],
			0,
		]);
	});
	it('of times has its instant; nothing at or after the first own look is imported, nor a stage that is not in the list', () => {
		const timed = historyOf(
			[
				[
					[20_512.25, 0],
					[20_512.5, -2],
					[20_513.5, 1],
					[20_514.5, 2],
				],
			],
			true,
		);
		const own = [event({ observedAt: 20_513.5 * 24 * HOUR })];
		const { events, known } = importEvents(logOf(own), timed, opportunities, FOUR_STAGES, BERLIN, 'Deals (1)');
		expect([events.map(({ observedAt, to, sequence }) => [observedAt, to, sequence]), known]).toEqual([
			[[20_512.25 * 24 * HOUR, '1', 2]],
			2,
		]);
	});
	it('is known again when the sheet gives its time back some milliseconds off', () => {
		const timed = historyOf([[[20_512.25, 0]]], true);
		for (const off of [-4, 0, 4]) {
			const log = [event({ observedAt: 20_512.25 * 24 * HOUR + off, source: 'import' })];
			expect(importEvents(logOf(log), timed, opportunities, FOUR_STAGES, UTC, 'Deals (1)')).toMatchObject({
				events: [],
				known: 1,
			});
		}
		const other = [event({ observedAt: 20_512.25 * 24 * HOUR, to: '2', toId: 'id-2', source: 'import' })];
		expect(importEvents(logOf(other), timed, opportunities, FOUR_STAGES, UTC, 'Deals (1)').known).toBe(0);
	});
});
