/** Random deals of a kind: as the core reads them and as rows of tables that an engine reads. */

import type { Cell } from '../../src/core/cells/cell.ts';
import { readHistory } from '../../src/core/history/history-table.ts';
import type { Pipeline } from '../../src/core/model/pipeline.ts';
import { pastPipeline } from '../../src/core/statistics/past-pipeline.ts';
import { readTable } from '../../src/core/table/table.ts';
import { DAY_MS, dayText } from '../../src/core/time/calendar-day.ts';
import { timeZone } from '../../src/core/time/time-zone.ts';
import { STAGES } from '../differential/ours.ts';
import {
	AS_OF,
	FIRST_DAY,
	FUNNEL,
	LOST,
	PARKED,
	type RandomTable,
	randomTables,
} from '../differential/random-table.ts';
import { linearNumbers } from '../support/linear-numbers.ts';
import {
	drawEndings,
	ENDING_COLUMNS,
	ENDING_HEADINGS,
	type EndingCells,
	OUTCOME_STAGES,
	STAGE_DATES,
} from './ending-columns.ts';
import type { Kind } from './kinds.ts';

type Value = string | number | null;

/** DATE as days, TIMESTAMP as milliseconds. */
export interface EngineTable {
	readonly columns: readonly (readonly [name: string, type: 'INT64' | 'FLOAT64' | 'STRING' | 'DATE' | 'TIMESTAMP'])[];
	readonly rows: readonly (readonly Value[])[];
}

export interface KindOfTables {
	readonly kind: Kind;
	readonly asOfDay: number;
	/** Last instant of that day. */
	readonly asOf: number;
	readonly pipelines: readonly Pipeline[];
	/** All tables in one, distinguished by the column `t`; ids begin with it. */
	readonly deals: EngineTable;
	readonly changes: EngineTable;
}

const HEADINGS = [
	'Deal ID',
	'Deal',
	'Stage',
	'Amount',
	'Created',
	'Closed',
	'Owner',
	'Loss reason',
	'Probability',
	'Expected close',
	'Lost from',
	'Currency',
];
const COLUMNS = {
	id: 0,
	name: 1,
	stage: 2,
	amount: 3,
	created: 4,
	closed: 5,
	owner: 6,
	reason: 7,
	probability: 8,
	expectedClose: 9,
};
const ORIGINS = [...FUNNEL, LOST, PARKED, '', 'Wonn'];

const NO_ENDINGS: EndingCells = { status: '', isLost: '', demo: null, proposal: null, wonTime: null };

/** An earlier look by so many days. */
const EARLIER = 40;
/** Tables that become one where a column of times would else often be empty. */
const MERGED = 6;
/** Tables that become one of two years. */
const MERGED_FOR_LONG = 40;

/** An id twice is refused by the warehouse, so it is not among these. */
function withoutDoubleIds({ deals, changes }: RandomTable): RandomTable {
	const seen = new Set<string>();
	const isFirst = (id: string): boolean => id === '' || (!seen.has(id) && seen.add(id).size > 0);
	return { deals: deals.filter(({ id }) => isFirst(id)), changes };
}

function merged(tables: readonly RandomTable[], size: number): RandomTable[] {
	if (size === 1) return [...tables];
	return Array.from({ length: Math.floor(tables.length / size) }, (_, group) => {
		const part = tables.slice(group * size, (group + 1) * size);
		return {
			deals: part.flatMap(({ deals }, p) =>
				deals.map((deal) => ({ ...deal, id: deal.id === '' ? '' : `${p}.${deal.id}` })),
			),
			changes: part.flatMap(({ changes }, p) => changes.map((change) => ({ ...change, id: `${p}.${change.id}` }))),
		};
	});
}

export function tablesOfKind(kind: Kind, seed: number, count: number): KindOfTables {
	const random = linearNumbers(seed * 7919 + 13);
	const isTimed = [kind.created, kind.closed, kind.at, kind.staged].includes('instant');
	const size = kind.stretch > 1 ? MERGED_FOR_LONG : isTimed ? MERGED : 1;
	const tables = merged(randomTables(seed, count * size).map(withoutDoubleIds), size);
	const zone = timeZone(kind.zone);
	const end = FIRST_DAY + kind.stretch * (AS_OF - FIRST_DAY);
	const asOfDay = kind.isPast ? end - EARLIER : end;
	const stretched = (day: number | null): number | null =>
		day === null ? null : FIRST_DAY + kind.stretch * (day - FIRST_DAY);
	const asOf = zone.instantOf((asOfDay + 1) * DAY_MS) - 1;
	const on = (day: number | null, type: 'date' | 'instant'): number | null =>
		day === null ? null : type === 'date' ? day : day * DAY_MS + Math.floor(random() * DAY_MS);
	const drawn = tables.map(({ deals, changes }) => ({
		deals: deals.map((deal, d) => ({
			...deal,
			created: on(stretched(deal.created), kind.created),
			closed: on(stretched(deal.closed), kind.closed),
			expected: random() < 0.3 ? null : on(end - EARLIER + Math.floor(random() * 2 * EARLIER), kind.expected),
			reason: deal.reason === 'price' ? ' Price ' : deal.reason,
			// The first amount of each table has the last currency, so that a second one is seen.
			currency: kind.currencies[
				d <= deals.findIndex(({ amount }) => amount !== null)
					? kind.currencies.length - 1
					: Math.floor(random() * kind.currencies.length)
			] as string,
			chance: random() < 0.2 ? null : Math.floor(Math.min(1, random() * (kind.hasEndings ? 1.2 : 1)) * 100) / 100,
			...(kind.hasEndings ? drawEndings(random, (day) => on(day, kind.staged) as number, FIRST_DAY) : NO_ENDINGS),
		})),
		changes: numbered(
			changes.map((change) => ({
				...change,
				at: on(stretched(change.day), kind.at),
				origin: kind.hasOrigin ? (ORIGINS[Math.floor(random() * ORIGINS.length)] as string) : '',
			})),
		),
	}));
	// Origins of equal times must not depend on the order of rows.
	const originOf = (change: (typeof drawn)[number]['changes'][number]): string =>
		kind.hasOrigin
			? (ORIGINS[hashOf(`${change.id} ${change.at} ${change.stage.trim().toLowerCase()}`) % ORIGINS.length] as string)
			: '';
	const cell = (value: number | null, type: 'date' | 'instant'): Cell =>
		value === null ? '' : type === 'date' ? dayText(value) : new Date(value).toISOString();
	const pipelines = drawn.map(({ deals, changes }): Pipeline => {
		const grid = [
			[...HEADINGS, ...ENDING_HEADINGS],
			...deals.map((deal, d): Cell[] => [
				deal.id,
				`Deal ${d}`,
				deal.stage,
				deal.amount ?? '',
				cell(deal.created, kind.created),
				cell(deal.closed, kind.closed),
				deal.owner,
				deal.reason,
				deal.chance ?? '',
				cell(deal.expected, kind.expected),
				deal.lostFrom,
				deal.currency,
				deal.status,
				deal.isLost,
				...[deal.demo, deal.proposal, deal.wonTime].map((date) => cell(date, kind.staged)),
			]),
		];
		const columns = {
			...COLUMNS,
			...(kind.hasLostFrom ? { lostFrom: 10 } : {}),
			...(kind.currencies.length > 1 ? { currency: 11 } : {}),
			...(kind.hasEndings ? { status: ENDING_COLUMNS.status } : {}),
		};
		const opportunities = readTable(grid, {
			headerRow: 0,
			columns,
			stageDates: kind.hasEndings ? STAGE_DATES : [],
			outcomes: kind.hasEndings ? ENDING_COLUMNS.outcomes : [],
			outcomeStages: OUTCOME_STAGES,
			stages: STAGES,
			timeZone: zone,
			locale: 'en_US',
			asOfDay,
		});
		const isOwn = kind.hasOwnLog;
		const headings = [
			'Deal ID',
			...(kind.hasOrigin ? ['From'] : []),
			...(isOwn ? ['To'] : ['Stage']),
			...(isOwn ? ['Sequence', 'Not before', 'Source', 'Observed at'] : ['Changed at']),
		];
		const log = [
			headings,
			...changes.map((change): Cell[] => [
				change.id,
				...(kind.hasOrigin ? [originOf(change)] : []),
				change.stage,
				...(isOwn ? [change.sequence, '', change.source] : []),
				cell(change.at, kind.at),
			]),
		];
		const at = { asOf: asOf / DAY_MS, asOfDay };
		const history = kind.hasHistory
			? readHistory(log, opportunities, STAGES, zone, 'en_US', kind.hasClock ? at : null)
			: null;
		const pipeline = { stages: STAGES, opportunities, history, ...at, timeZone: zone };
		return kind.isPast ? pastPipeline(pipeline) : pipeline;
	});
	const type = (cellType: 'date' | 'instant') => (cellType === 'date' ? 'DATE' : 'TIMESTAMP');
	return {
		kind,
		asOfDay,
		asOf,
		pipelines,
		deals: {
			columns: [
				['t', 'INT64'],
				['id', 'STRING'],
				['stage', 'STRING'],
				['amount', 'FLOAT64'],
				['created', type(kind.created)],
				['closed', type(kind.closed)],
				['expected', type(kind.expected)],
				['owner', 'STRING'],
				['reason', 'STRING'],
				['lost_from', 'STRING'],
				['currency', 'STRING'],
				['chance', 'FLOAT64'],
				['status', 'STRING'],
				['is_lost', 'STRING'],
				['demo', type(kind.staged)],
				['proposal', type(kind.staged)],
				['won_time', type(kind.staged)],
			],
			rows: drawn.flatMap(({ deals }, t) =>
				deals.map((deal) => [
					t,
					deal.id === '' ? '' : `${t}:${deal.id}`,
					deal.stage,
					deal.amount,
					deal.created,
					deal.closed,
					deal.expected,
					deal.owner,
					deal.reason,
					deal.lostFrom,
					deal.currency,
					deal.chance,
					deal.status,
					deal.isLost,
					deal.demo,
					deal.proposal,
					deal.wonTime,
				]),
			),
		},
		changes: {
			columns: [
				['id', 'STRING'],
				['stage', 'STRING'],
				['moment', type(kind.at)],
				['origin', 'STRING'],
				['sequence_no', 'INT64'],
				['source', 'STRING'],
			],
			rows: drawn.flatMap(({ changes }, t) =>
				changes.map((change) => [
					`${t}:${change.id}`,
					change.stage,
					change.at,
					originOf(change),
					change.sequence,
					change.source,
				]),
			),
		},
	};
}

/** As our own log has them: numbered in time within a deal, the first one often found, some imported. */
function numbered<T extends { readonly id: string; readonly at: number | null }>(changes: readonly T[]) {
	const count = new Map<string, number>();
	const inTime = [...changes].sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
	const numbers = new Map(
		inTime.map((change) => {
			const sequence = (count.get(change.id) ?? 0) + 1;
			count.set(change.id, sequence);
			return [change, sequence] as const;
		}),
	);
	return changes.map((change) => {
		const sequence = numbers.get(change) ?? 0;
		const isFound = hashOf(change.id) % 3 === 0 && sequence === 1 + (hashOf(`${change.id}!`) % 2);
		const isImport = hashOf(`${change.id} ${sequence}`) % 6 === 0;
		return { ...change, sequence, source: isFound ? 'assumed' : isImport ? 'import' : 'edit' };
	});
}

function hashOf(text: string): number {
	let hash = 0;
	for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
	return hash;
}
