import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import { readHistory } from '../../../src/core/history/history-table.ts';
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
import { StageList } from '../../../src/core/model/stage.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { sharedData } from '../../support/shared-data.ts';
import { FOUR_STAGES, stage, tinyOpportunities } from '../funnel/tiny-pipeline.ts';
import { csvGrid } from '../plain-csv.ts';

const BERLIN = timeZone('Europe/Berlin');
const START = Date.UTC(2026, 2, 28, 12);
const HOUR = 3_600_000;

type Row = readonly [id: string, stage: string];

function tableOf(rows: readonly Row[], stages = FOUR_STAGES) {
	const grid: Grid = [['Id', 'Stage'], ...rows.map(([id, text]) => [id, text])];
	const now = rows.map(([, text]) => (text === '' ? -1 : stages.positionOf(text) < 0 ? -2 : stages.positionOf(text)));
	return { grid, opportunities: tinyOpportunities({ stages, now, ids: rows.map(([id]) => id) }) };
}

function look(hours: number, extra: Partial<Look> = {}): Look {
	return {
		observedAt: START + hours * HOUR,
		lastLookAt: Number.NaN,
		by: '',
		source: 'reconcile',
		table: '',
		expectedClose: () => '',
		...extra,
	};
}

/** The history sheet as it stands, with what the product does to it. */
class Log {
	rows: Cell[][] = [];

	get grid(): Cell[][] {
		return [[...LOG_HEADINGS.en], ...this.rows];
	}

	fold() {
		return foldLog(this.grid, BERLIN);
	}

	reconcile(rows: readonly Row[], hours: number, stages = FOUR_STAGES, extra: Partial<Look> = {}) {
		const { grid, opportunities } = tableOf(rows, stages);
		const result = reconcile(this.fold(), opportunities, stages, grid, look(hours, extra));
		this.append(result.events);
		return result;
	}

	append(events: readonly StageEvent[]): void {
		for (const event of events) this.rows.push(eventRow(event, BERLIN));
	}
}

const told = (events: readonly StageEvent[]): string[] =>
	events.map(({ dealId, sequence, from, to, source }) => `${dealId}#${sequence} ${from}>${to} ${source}`);

describe('reconcile', () => {
	it('starts with where each deal is, assumed, and then says what changed', () => {
		const log = new Log();
		expect(
			told(
				log.reconcile(
					[
						['a', '1'],
						['b', 'W'],
					],
					0,
				).events,
			),
		).toEqual(['a#1 >1 assumed', 'b#1 >W assumed']);
		expect(
			told(
				log.reconcile(
					[
						['a', '3'],
						['b', 'W'],
						['c', '1'],
					],
					1,
					FOUR_STAGES,
					{ source: 'edit', by: 'ann@example.com' },
				).events,
			),
		).toEqual(['a#2 1>3 edit', 'c#1 >1 edit']);
		expect(log.rows[2]).toEqual([
			'a',
			2,
			'1',
			'3',
			'2026-03-28 13:00:00+01:00',
			'2026-03-28 14:00:00+01:00',
			'edit',
			'ann@example.com',
			'id-1',
			'id-3',
			'',
			'',
		]);
	});

	it('a second look at the same table adds nothing', () => {
		const log = new Log();
		const rows: Row[] = [
			['a', '1'],
			['b', ''],
			['c', 'Wonn'],
			['d', '(gone)'],
		];
		expect(log.reconcile(rows, 0).events).toHaveLength(4);
		expect(log.reconcile(rows, 1).events).toEqual([]);
		expect(log.fold().byDeal.get('d')).toMatchObject({ stage: '"(gone)"', isGone: false });
	});

	it('a spelling of the same stage is no change, an unlisted text is one', () => {
		const log = new Log();
		log.reconcile([['a', 'W']], 0);
		expect(log.reconcile([['a', ' w ']], 1).events).toEqual([]);
		expect(told(log.reconcile([['a', 'Wonn']], 2).events)).toEqual(['a#2 W>Wonn reconcile']);
		expect(told(log.reconcile([['a', '']], 3).events)).toEqual([`a#3 Wonn>${NO_STAGE_TEXT} reconcile`]);
	});

	it('a vanished deal is gone, a returned one back, and a change in between is told after it', () => {
		const log = new Log();
		log.reconcile(
			[
				['a', '1'],
				['b', '2'],
			],
			0,
		);
		expect(told(log.reconcile([['b', '2']], 1).events)).toEqual([`a#2 1>${GONE} reconcile`]);
		expect(log.reconcile([['b', '2']], 2).events).toEqual([]);
		expect(log.fold().byDeal.get('a')).toMatchObject({ stage: '1', isGone: true });
		expect(
			told(
				log.reconcile(
					[
						['a', '3'],
						['b', '2'],
					],
					3,
				).events,
			),
		).toEqual([`a#3 ${GONE}>${BACK} reconcile`, `a#4 ${BACK}>3 reconcile`]);
		expect(log.fold().damaged).toEqual([]);
	});

	it('deals with one id, or none, are listed and left out; they are not gone', () => {
		const log = new Log();
		log.reconcile(
			[
				['a', '1'],
				['b', '1'],
			],
			0,
		);
		const result = log.reconcile(
			[
				['a', '2'],
				['a', '3'],
				['', '2'],
				['b', '1'],
			],
			1,
		);
		expect(result.events).toEqual([]);
		expect([...result.duplicates]).toEqual([['a', [0, 1]]]);
		expect(result.missing).toEqual([2]);
	});

	it('a table without an id column says nothing about any deal', () => {
		const log = new Log();
		log.reconcile([['a', '1']], 0);
		const opportunities = tinyOpportunities({ stages: FOUR_STAGES, now: [0, 1] });
		const result = reconcile(log.fold(), opportunities, FOUR_STAGES, [], look(1));
		expect([result.events, result.missing]).toEqual([[], [0, 1]]);
	});

	it('the look before bounds the time from below', () => {
		const log = new Log();
		log.reconcile([['a', '1']], 0);
		const [event] = log.reconcile([['a', '2']], 5, FOUR_STAGES, { lastLookAt: START + 4 * HOUR }).events;
		expect(event?.notBefore).toBe(START + 4 * HOUR);
		const [late] = log.reconcile([['a', '3']], 3).events;
		expect(late?.notBefore).toBe(late?.observedAt);
	});
});

describe('stages that change while the log keeps what was', () => {
	const renamed = new StageList([{ ...stage('Start', 'open'), id: 'id-1' }, ...FOUR_STAGES.all.slice(1)]);
	const merged = new StageList([{ ...stage('2', 'open'), aliases: ['1'] }, ...FOUR_STAGES.all.slice(2)]);

	it('a renamed stage is the same stage, with the cells rewritten or not', () => {
		const log = new Log();
		log.reconcile(
			[
				['a', '1'],
				['b', '1'],
			],
			0,
		);
		expect(
			log.reconcile(
				[
					['a', 'Start'],
					['b', '1'],
				],
				1,
				renamed,
			).events,
		).toEqual([]);
	});

	it('a stage merged into another by alias is no change', () => {
		const log = new Log();
		log.reconcile([['a', '1']], 0);
		expect(log.reconcile([['a', '2']], 1, merged).events).toEqual([]);
		expect(log.reconcile([['a', '1']], 1, merged).events).toEqual([]);
	});

	it('a removed stage stays in the log under its name', () => {
		const log = new Log();
		log.reconcile([['a', '1']], 0);
		const without = new StageList(FOUR_STAGES.all.slice(1));
		expect(log.reconcile([['a', '1']], 1, without).events).toEqual([]);
		expect(told(log.reconcile([['a', '2']], 2, without).events)).toEqual(['a#2 1>2 reconcile']);
	});
});

describe('a log that people touched', () => {
	const filled = (): Log => {
		const log = new Log();
		log.reconcile(
			[
				['a', '1'],
				['b', '1'],
			],
			0,
		);
		log.reconcile(
			[
				['a', '2'],
				['b', '1'],
			],
			1,
		);
		log.reconcile(
			[
				['a', '3'],
				['b', '1'],
			],
			2,
		);
		return log;
	};

	it('sorted rows change nothing', () => {
		const log = filled();
		const before = log.fold().byDeal;
		log.rows.reverse();
		expect(log.fold().byDeal).toEqual(before);
		expect(log.fold().damaged).toEqual([]);
	});

	it('a deleted row in the middle is listed, a deleted last row is written again', () => {
		const log = filled();
		log.rows.splice(2, 1);
		expect(log.fold().damaged).toEqual([{ row: 3, problem: 'sequenceGap' }]);
		const cut = filled();
		cut.rows.pop();
		expect(
			told(
				cut.reconcile(
					[
						['a', '3'],
						['b', '1'],
					],
					3,
				).events,
			),
		).toEqual(['a#3 2>3 reconcile']);
	});

	it('edited cells are listed by what is wrong, and nothing breaks', () => {
		const log = filled();
		(log.rows[0] as Cell[])[0] = '';
		(log.rows[1] as Cell[])[1] = 'first';
		(log.rows[2] as Cell[])[5] = 'yesterday';
		(log.rows[3] as Cell[])[2] = 'elsewhere';
		log.rows.push(
			['a', 3, '', '', '', '', '', '', '', ''],
			['a', 3, '2', '3', '', '2026-03-28 15:00:00+01:00', '', '', '', ''],
			['note to self'],
		);
		expect(log.fold().damaged).toEqual([
			{ row: 1, problem: 'noDeal' },
			{ row: 2, problem: 'noSequence' },
			{ row: 3, problem: 'noTime' },
			{ row: 3, problem: 'sequenceGap' },
			{ row: 4, problem: 'brokenChain' },
			{ row: 5, problem: 'noStage' },
			{ row: 6, problem: 'sequenceTwice' },
			{ row: 7, problem: 'noStage' },
		]);
		expect(log.fold().byDeal.get('a')).toMatchObject({ stage: '3', nextSequence: 4 });
	});

	it('is read by name where the id columns were deleted, and a grid that is no log is empty', () => {
		const log = filled();
		const cut = log.grid.map((row) => row.slice(0, 7));
		expect(foldLog(cut, BERLIN).byDeal.get('a')).toMatchObject({ stage: '3', stageId: '', nextSequence: 4 });
		const { grid, opportunities } = tableOf([
			['a', '3'],
			['b', '1'],
		]);
		expect(reconcile(foldLog(cut, BERLIN), opportunities, FOUR_STAGES, grid, look(3)).events).toEqual([]);
		expect(
			foldLog(
				[
					['what', 'ever'],
					['x', 'y'],
				],
				BERLIN,
			),
		).toEqual({ byDeal: new Map(), events: [], damaged: [] });
	});

	it('the Chinese headings are read as the English ones', () => {
		const log = filled();
		const chinese = [[...LOG_HEADINGS['zh-CN']], ...log.rows];
		expect(foldLog(chinese, BERLIN).byDeal).toEqual(log.fold().byDeal);
	});

	it('times keep their instant through the hour that summer time repeats', () => {
		const log = new Log();
		const observedAt = Date.UTC(2026, 9, 25, 0, 30);
		log.append(
			[observedAt, observedAt + HOUR].map(
				(at, i): StageEvent => ({
					dealId: 'a',
					sequence: i + 1,
					from: '',
					to: String(i + 1),
					fromId: '',
					toId: '',
					notBefore: Number.NaN,
					observedAt: at,
					by: '',
					source: 'edit',
					table: '',
					expectedClose: '',
				}),
			),
		);
		expect(log.rows.map((row) => row[5])).toEqual(['2026-10-25 02:30:00+02:00', '2026-10-25 02:30:00+01:00']);
		expect(log.fold().events.map((event) => event.observedAt)).toEqual([observedAt, observedAt + HOUR]);
	});
});

describe('the log against a table that anything happens to', () => {
	const id = fc.constantFrom('a', 'b', 'c', 'd', '7', '007', '');
	const text = fc.constantFrom('1', '2', '3', '4', 'W', 'L', '', 'Wonn', '__proto__', '(back)');
	const table = fc.array(fc.tuple(id, text), { maxLength: 8 });

	it('twice is once, the fold is the table, and sequences run 1..n with each from the to before', () => {
		fc.assert(
			fc.property(fc.array(table, { minLength: 1, maxLength: 8 }), fc.nat(), (tables, seed) => {
				const log = new Log();
				tables.forEach((rows, hours) => {
					log.reconcile(rows, hours);
					expect(log.reconcile(rows, hours).events).toEqual([]);
					// People sort: the order of the rows must not matter.
					log.rows.sort((a, b) => String(a[(seed % 3) + 3]).localeCompare(String(b[(seed % 3) + 3])));
					const { byDeal, damaged, events } = log.fold();
					expect(damaged).toEqual([]);
					const { grid, opportunities } = tableOf(rows);
					const { unique } = identify(opportunities);
					for (const [dealId, deal] of unique) {
						const code = opportunities.stages().codes[deal] as number;
						const expected =
							code >= 0
								? FOUR_STAGES.all[code]?.name
								: code === -1
									? NO_STAGE_TEXT
									: grid[deal + 1]?.[1] === '(back)'
										? '"(back)"'
										: grid[deal + 1]?.[1];
						expect(byDeal.get(dealId)).toMatchObject({ stage: expected, isGone: false });
					}
					for (const dealId of byDeal.keys()) {
						const own = events.filter((event) => event.dealId === dealId);
						expect(own.map((event) => event.sequence)).toEqual(own.map((_, i) => i + 1));
						own.forEach((event, i) => {
							expect(event.from).toBe(i === 0 ? '' : own[i - 1]?.to);
						});
					}
				});
			}),
			{ seed: 7, numRuns: 150 },
		);
	});
});

describe('importing another history', () => {
	const foreign: Cell[][] = [
		['Deal', 'Stage', 'Date'],
		['a', '1', '2026-01-05'],
		['a', '2', '2026-01-09'],
		['b', '1', '2026-04-05'],
		['c', '1', '2026-01-05'],
	];
	const importInto = (log: Log, grid: Grid, rows: readonly Row[]) => {
		const { opportunities } = tableOf(rows);
		const result = importEvents(
			log.fold(),
			readHistory(grid, opportunities, FOUR_STAGES, BERLIN),
			opportunities,
			FOUR_STAGES,
			BERLIN,
			'',
		);
		log.append(result.events);
		return result;
	};

	it('adds what was before the first look, once, and keeps the last known stage', () => {
		const log = new Log();
		const rows: Row[] = [
			['a', '3'],
			['b', '1'],
			['c', '1'],
			['c', '2'],
		];
		log.reconcile(rows, 0);
		const first = importInto(log, foreign, rows);
		expect(told(first.events)).toEqual(['a#2 >1 import', 'a#3 1>2 import']);
		expect([first.known, [...first.duplicates.keys()]]).toEqual([1, ['c']]);
		expect(importInto(log, foreign, rows).events).toEqual([]);
		expect(log.reconcile(rows, 1).events).toEqual([]);
		expect(log.fold().byDeal.get('a')).toMatchObject({ stage: '3', nextSequence: 4 });
		expect(log.fold().damaged).toEqual([]);
	});

	it('reads back as one history: what was imported, then what was seen', () => {
		const log = new Log();
		const rows: Row[] = [['a', '3']];
		log.reconcile(rows, 0);
		importInto(log, foreign, rows);
		log.reconcile([['a', 'W']], 1);
		const history = readHistory(log.grid, tableOf(rows).opportunities, FOUR_STAGES, BERLIN);
		expect([...history.to]).toEqual([0, 1, 2, 4]);
		expect([...history.assumed]).toEqual([0, 0, 1, 0]);
		expect(history.hasTime).toBe(true);
	});

	it('a longer export later adds only its new rows, in order of time', () => {
		const log = new Log();
		const rows: Row[] = [['a', '3']];
		importInto(log, [foreign[0] as Cell[], foreign[2] as Cell[]], rows);
		expect(told(importInto(log, foreign, rows).events)).toEqual(['a#2 >1 import']);
		const history = readHistory(log.grid, tableOf(rows).opportunities, FOUR_STAGES, BERLIN);
		expect([...history.to]).toEqual([0, 1]);
	});

	const path = sharedData('data/bpi2012/events_A.csv');

	it.skipIf(path === null)(
		'56,357 changes of 13,087 loan applications go into the log and come back the same; again adds nothing',
		() => {
			const names = ['A_SUBMITTED', 'A_PARTLYSUBMITTED', 'A_PREACCEPTED', 'A_ACCEPTED', 'A_FINALIZED'];
			const stages = new StageList([
				...names.map((name) => stage(name, 'open')),
				stage('A_APPROVED', 'won'),
				stage('A_DECLINED', 'lost'),
				stage('A_CANCELLED', 'lost'),
			]);
			const grid = csvGrid(path as string);
			const ids = [...new Set(grid.slice(1).map((row) => row[0] as string))];
			const opportunities = tinyOpportunities({ stages, ids, now: ids.map(() => 0) });
			const zone = timeZone('Europe/Amsterdam');
			const history = readHistory(grid, opportunities, stages, zone);
			const answers = JSON.parse(readFileSync((path as string).replace('events_A.csv', 'answers.json'), 'utf8'));
			const { events } = importEvents(foldLog([], zone), history, opportunities, stages, zone, '');
			expect(events.length).toBe(answers.stage_history.rows);
			const log = [[...LOG_HEADINGS.en], ...events.map((event) => eventRow(event, zone))];
			const again = readHistory(log, opportunities, stages, zone);
			for (const part of ['to', 'from', 'at'] as const) {
				expect(again[part].length).toBe(history[part].length);
				expect(again[part].findIndex((value, i) => value !== history[part][i])).toBe(-1);
			}
			expect(again.ignoredRows).toBe(0);
			const fold = foldLog(log, zone);
			expect(fold.damaged).toEqual([]);
			expect(importEvents(fold, history, opportunities, stages, zone, '')).toMatchObject({
				events: [],
				known: events.length,
			});
		},
	);
});
