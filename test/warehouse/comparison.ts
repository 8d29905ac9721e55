/** All answers of the core about tables of a kind against those that are finished from what an engine counted. */

import type { MetricResult } from '../../src/core/model/metric-result.ts';
import { earlierPeriods, inPeriod, ofCohort } from '../../src/core/statistics/cohort.ts';
import { filteredBy } from '../../src/core/statistics/filter.ts';
import { NotCounted } from '../../src/core/statistics/not-counted.ts';
import { type Period, periodBefore, readPeriod } from '../../src/core/statistics/period.ts';
import type { StageCounts } from '../../src/core/statistics/stage-counts.ts';
import { type Statistics, statisticsOf } from '../../src/core/statistics/statistics.ts';
import type { StatisticsHead, StatisticsRow } from '../../src/core/statistics-table/row.ts';
import { statisticsOfRows } from '../../src/core/statistics-table/statistics-of-rows.ts';
import { checkTable } from '../../src/core/validation/check-table.ts';
import { firstDaySeen, forecastRowsOf, pathRowsOf, type WalkRows } from '../../warehouse/counted-forecast.ts';
import type { Engine } from '../../warehouse/engines/engine.ts';
import { doubtsOfDeals } from '../../warehouse/quality.ts';
import type { Codes, Question, TimeColumn } from '../../warehouse/question.ts';
import type { Dialect } from '../../warehouse/sql/dialect.ts';
import {
	type Question as Asked,
	askDeals,
	askStatistics,
	type Comparison,
	compareAnswers,
	everyQuestion,
} from '../core/statistics-table/every-question.ts';
import { headOf } from '../core/statistics-table/rows-of-pipeline.ts';
import { STAGES } from '../differential/ours.ts';
import { withEndings } from './ending-columns.ts';
import type { KindOfTables } from './random-deals.ts';

/** An engine over tables named `deals` and `changes`. */
export interface Count {
	/** Rows by group. */
	rows(question: Question, group: string): Promise<ReadonlyMap<string, readonly StatisticsRow[]>>;
	/** Asks the tables. */
	readonly engine: Pick<Engine, 'dialect' | 'rows'>;
	/** The walks of the deals, kept. */
	walks(question: Question): Promise<WalkRows>;
}

export interface Outcome {
	readonly tables: number;
	readonly numbers: number;
	readonly rows: number;
	/** Tables with a difference. */
	readonly wrong: number;
	/** The first differences. */
	readonly first: readonly string[];
}

const TABLE = 't';
const OWNER = "CONCAT(CAST(t AS STRING), '|', owner)";
const SHOWN = 5;

function codesOf(rows: KindOfTables['deals']['rows'], ...columns: readonly number[]): Codes {
	const texts = new Set(columns.flatMap((column) => rows.map((row) => String(row[column]))));
	return new Map(
		[...texts].map((text) => {
			const position = STAGES.positionOf(text);
			return [text, text.trim() === '' ? -1 : position < 0 ? -2 : position];
		}),
	);
}

/** In our own log a blank stage is not a change. */
const ownCodes = (codes: Codes): Codes => new Map([...codes].map(([text, code]) => [text, code === -1 ? -3 : code]));

function questionOf(dialect: Dialect, { kind, asOf, asOfDay, deals, changes }: KindOfTables): Question {
	const instant = { ms: asOf, day: asOfDay };
	const [stage, stageCodes] = [{ sql: 'stage' }, codesOf(deals.rows, 2)];
	const closed: TimeColumn = { sql: 'closed', type: kind.closed };
	const ended = withEndings(dialect, kind, stage, stageCodes, closed);
	return {
		stages: STAGES,
		deals: ended.deals,
		columns: {
			id: { sql: 'id' },
			stage,
			amount: { sql: 'amount' },
			created: { sql: 'created', type: kind.created },
			closed,
			expectedClose: { sql: 'expected', type: kind.expected },
			reason: { sql: 'reason' },
			probability: { sql: 'chance' },
			...(kind.hasLostFrom ? { lostFrom: { sql: 'lost_from' } } : {}),
			...(kind.currencies.length > 1 ? { currency: { sql: 'currency' } } : {}),
			...ended.columns,
		},
		stageCodes,
		lostFromCodes: codesOf(deals.rows, 9),
		changes: kind.hasHistory
			? {
					from: 'changes',
					deal: { sql: 'id' },
					stage: { sql: 'stage' },
					at: { sql: 'moment', type: kind.at },
					...(kind.hasOrigin ? { origin: { sql: 'origin' } } : {}),
					...(kind.hasOwnLog
						? {
								sequence: { sql: 'sequence_no' },
								own: { isAssumed: "source = 'assumed'", isImport: "source = 'import'" },
							}
						: {}),
					codes: kind.hasOwnLog ? ownCodes(codesOf(changes.rows, 1, 3)) : codesOf(changes.rows, 1, 3),
				}
			: null,
		timeZone: kind.zone,
		asOf: instant,
		clock: kind.hasClock ? instant : null,
		isPast: kind.isPast,
		where: kind.filter?.[2] ?? '',
		period: null,
		cohort: kind.cohort,
		groups: [TABLE, OWNER],
		resolution: kind.resolution,
		part: null,
	};
}

/** @param mostForecasts tables of which what a forecast stands on is counted too, in statements of their own */
export async function compareKind(
	tables: KindOfTables,
	count: Count,
	dialect: Dialect,
	mostForecasts = Number.POSITIVE_INFINITY,
): Promise<Outcome> {
	const { kind, asOfDay, pipelines } = tables;
	const base = questionOf(dialect, tables);
	const period = kind.period === null ? null : readPeriod(kind.period, asOfDay);
	const ask = (own: Period | null): Question => ({ ...base, period: own });
	const [whole, owners] = [await count.rows(ask(period), 'group_0'), await count.rows(ask(period), 'group_1')];
	const isAll = period === null && kind.filter === null && kind.cohort === 'created';
	const everyone = isAll ? whole : await count.rows({ ...base, where: '', cohort: 'created' }, 'group_0');
	const before: ReadonlyMap<string, readonly StatisticsRow[]>[] = [];
	for (let i = 0, own = period; i < 4 && own !== null; i++) {
		own = periodBefore(own);
		before.push(await count.rows(ask(own), 'group_0'));
	}
	const questions = everyQuestion(STAGES);
	const forecasts = await forecastsOf(tables, count, ask(period), base, mostForecasts);
	let [numbers, wrong] = [0, 0];
	const first: string[] = [];
	pipelines.forEach((pipeline, t) => {
		const filtered = filteredBy(pipeline, kind.filter === null ? [] : [[kind.filter[0], kind.filter[1]]]);
		const cohort = ofCohort(pipeline, filtered, kind.cohort);
		const selection = period === null ? cohort : inPeriod(pipeline, cohort, kind.cohort, period);
		const earlier = period === null ? [] : earlierPeriods(pipeline, cohort, kind.cohort, period);
		const head: StatisticsHead = headOf(pipeline, kind.resolution);
		const rowsOf = (groups: ReadonlyMap<string, readonly StatisticsRow[]> | undefined) => groups?.get(String(t)) ?? [];
		const all = statisticsOfRows(rowsOf(everyone), head);
		const own = statisticsOfRows([...rowsOf(whole), ...(forecasts[t] ?? [])], head, {
			whole: () => all,
			owners: () => ownersOf(owners, t),
		});
		const theirs: Statistics[] = earlier.map((_, i) => statisticsOfRows(rowsOf(before[i]), head));
		const different = questions.flatMap((question) => {
			if (question.definition.id === 'salesForecast' && forecasts[t] === undefined) return [];
			const answer = answerOf(question, own, theirs);
			if (answer === null) return [`${question.name} · not counted`];
			const found = compareAnswers(askDeals(question, pipeline, selection, earlier), answer, 1e-9);
			numbers += found.numbers;
			return found.different.map((text) => `${question.name} · ${text}`);
		});
		const kinds = compareKinds(statisticsOf(pipeline, selection), own);
		numbers += kinds.numbers;
		different.push(...kinds.different);
		const closings = compareClosings(statisticsOf(pipeline, selection), own, asOfDay);
		numbers += closings.numbers;
		different.push(...closings.different);
		if (different.length > 0 && wrong++ < SHOWN) first.push(`table ${t}: ${different.slice(0, SHOWN).join(' ‖ ')}`);
	});
	const doubts = await compareDoubts(tables, count, base);
	numbers += doubts.numbers;
	if (doubts.different.length > 0 && wrong++ < SHOWN) first.push(`quality: ${doubts.different.join(' ‖ ')}`);
	const rows = [...whole.values()].reduce((sum, list) => sum + list.length, 0);
	return { tables: pipelines.length, numbers, rows, wrong, first };
}

/** What the table check lists, and what is counted instead of it. */
const CHECKED = {
	blankId: 'missingId',
	closedBeforeCreated: 'closedBeforeCreated',
	createdAfterAsOf: 'createdInFuture',
	closedAfterAsOf: 'closedInFuture',
} as const;

/** Doubts about the deals of all tables together. An earlier day hides the later ones from the check. */
async function compareDoubts({ kind, pipelines }: KindOfTables, count: Count, base: Question): Promise<Comparison> {
	if (kind.isPast) return { numbers: 0, different: [] };
	const listed = pipelines.flatMap((pipeline) => checkTable(pipeline).map(({ code }) => code));
	const doubts = await doubtsOfDeals(count.engine, { ...base, where: '', period: null, cohort: 'created' });
	const different = Object.entries(CHECKED).flatMap(([code, checked]) => {
		const ours = listed.filter((one) => one === checked).length;
		const theirs = doubts.find((doubt) => doubt.code === code)?.count;
		return ours === theirs ? [] : [`${code}: ${ours} for ${theirs}`];
	});
	return { numbers: Object.keys(CHECKED).length, different };
}

/** What a forecast stands on, by table. */
async function forecastsOf(
	{ pipelines }: KindOfTables,
	count: Count,
	question: Question,
	base: Question,
	most: number,
): Promise<StatisticsRow[][]> {
	const walks = await count.walks({ ...base, where: '', cohort: 'created' });
	const everyone = await pathRowsOf(walks, base, 'group_0');
	const own = await count.walks(question);
	const told = await pathRowsOf(own, question, 'group_0');
	const found: StatisticsRow[][] = [];
	for (const t of pipelines.slice(0, most).keys()) {
		const seenFrom = firstDaySeen(everyone.get(String(t)) ?? []);
		found.push(await forecastRowsOf(own, question, told.get(String(t)) ?? [], `group_0 = '${t}'`, seenFrom));
	}
	return found;
}

/** Null where the statistics say that they do not hold it, which those of all layers never should. */
function answerOf(question: Asked, own: Statistics, earlier: readonly Statistics[]): MetricResult | null {
	try {
		return askStatistics(question, STAGES, own, earlier);
	} catch (error) {
		if (error instanceof NotCounted) return null;
		throw error;
	}
}

/** Deals by kind of their stage, those without one and of one that is not listed among them. */
function compareKinds(ours: Statistics, theirs: Statistics): Comparison {
	const told = ({ open, won, lost, parked, unknown, noStage }: StageCounts): number[] => [
		...[open, won, lost, parked, unknown, noStage],
	];
	const [one, other] = [told(ours.stages()), told(theirs.stages())];
	const isSame = JSON.stringify(one) === JSON.stringify(other);
	return { numbers: one.length, different: isSame ? [] : [`kinds: ${one.join()} for ${other.join()}`] };
}

/** Won and lost deals by spans of 30 days before the as-of day, which no function shows but the trend does. */
function compareClosings(ours: Statistics, theirs: Statistics, asOfDay: number): Comparison {
	const starts = [-90, -60, -30, 1].map((day) => asOfDay + day);
	const [one, other] = [ours.closings(starts), theirs.closings(starts)];
	const numbers = [...Array.from(one?.won ?? []), ...Array.from(one?.lost ?? []), ours.lastClosing(asOfDay)];
	const found = [...Array.from(other?.won ?? []), ...Array.from(other?.lost ?? []), theirs.lastClosing(asOfDay)];
	const isSame = JSON.stringify(numbers) === JSON.stringify(found);
	return { numbers: numbers.length, different: isSame ? [] : [`closings: ${numbers.join()} for ${found.join()}`] };
}

/** Spellings of one name meet in the core: their rows are added. */
function ownersOf(owners: ReadonlyMap<string, readonly StatisticsRow[]>, t: number): (readonly StatisticsRow[])[] {
	const byKey = new Map<string, StatisticsRow[]>();
	for (const [name, rows] of owners) {
		if (!name.startsWith(`${t}|`)) continue;
		const key = name.toLowerCase();
		byKey.set(key, [...(byKey.get(key) ?? []), ...rows]);
	}
	return [...byKey.values()];
}
