/**
 * Our own stage log: what one event is, how it stands in a row of the history sheet, and the fold that gives each
 * deal's last known stage. A row carries the stages' names, for people, and their ids in two columns at its end that
 * may be hidden: a renamed stage keeps its history, and rows whose id column was deleted are still read by name and
 * alias. Events are ordered by their sequence, never by the rows' order.
 * Not here: which events are missing (reconcile.ts), transitions for metrics (history-table.ts), whose table a row is
 * about (log-table.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { historyColumns } from '../detection/history-columns.ts';
import type { TransitionSource } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import type { TimeZone } from '../time/time-zone.ts';
import type { HistoryRole } from '../vocabulary/languages/language.ts';
import { type LogTable, rowsOfTable } from './log-table.ts';
import { logTime, readLogTimes } from './log-time.ts';

/** Stands in `to` when a deal has vanished from the table, and when it is there again. */
export const GONE = '(gone)';
export const BACK = '(back)';
/** Stands in `from` and `to` for a deal without a stage. */
export const NO_STAGE_TEXT = '(none)';

export interface StageEvent {
	readonly dealId: string;
	/** 1, 2, 3 … within the deal. */
	readonly sequence: number;
	/** Name of the stage before, '' for the first event of a deal. */
	readonly from: string;
	/** Name, the cell's own text when it is not a listed stage, NO_STAGE_TEXT, GONE or BACK. */
	readonly to: string;
	/** Ids of the two stages; '' when the text is not a listed stage. */
	readonly fromId: string;
	readonly toId: string;
	/**
	 * Instants in milliseconds since 1970-01-01 UTC between which the change happened; NaN when the lower one is not
	 * known.
	 */
	readonly notBefore: number;
	readonly observedAt: number;
	/** Who, when the user has switched that on, else ''. */
	readonly by: string;
	readonly source: TransitionSource;
	/** The table of the deal, as it stands in the log; '' in a log that knows one table only. */
	readonly table: string;
	/** YYYY-MM-DD on which the deal was expected to close when the event was seen; '' without such a date. */
	readonly expectedClose: string;
}

/** Columns of the history sheet in order. */
export const LOG_ROLES = [
	'deal',
	'sequence',
	'from',
	'to',
	'notBefore',
	'observedAt',
	'source',
	'by',
	'fromId',
	'toId',
	'table',
	'expectedClose',
] as const;

/** Headings of a new history sheet; both languages are read whatever the interface's language is. */
export const LOG_HEADINGS: Readonly<Record<'en' | 'zh-CN', readonly string[]>> = {
	en: [
		...['Deal ID', 'Sequence', 'From', 'To', 'Not before', 'Observed at', 'Source', 'By', 'From ID', 'To ID'],
		...['Table', 'Expected close'],
	],
	'zh-CN': [
		...['商机编号', '序号', '原阶段', '新阶段', '不早于', '记录时间', '来源', '操作人', '原阶段编号', '新阶段编号'],
		...['数据表', '预计成交日期'],
	],
};

/** An id as it is compared: the number 7 and the text "007" stay apart. */
export function idText(cell: Cell | undefined): string {
	return cellText(cell).trim();
}

/** The number of an event; 0 when the cell has none, so that the row counts before the numbered ones. */
export function sequenceOf(cell: Cell | undefined): number {
	const number = typeof cell === 'string' && /^\s*\d{1,9}\s*$/u.test(cell) ? Number(cell) : cell;
	return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : 0;
}

/** A mark of the log that is not a stage. */
export function isMarker(text: string): boolean {
	return text === GONE || text === BACK || text === NO_STAGE_TEXT;
}

const TEXT_CUT = 200;

/** A text as the log keeps it: one line, at most 200 characters. */
export function logText(text: string): string {
	return text.replace(/\s+/gu, ' ').trim().slice(0, TEXT_CUT);
}

/** Cells of one event in the order of LOG_ROLES. */
export function eventRow(event: StageEvent, timeZone: TimeZone): Cell[] {
	const { dealId, sequence, from, to, notBefore, observedAt, source, by, fromId, toId, table, expectedClose } = event;
	return [
		dealId,
		sequence,
		from,
		to,
		logTime(notBefore, timeZone),
		logTime(observedAt, timeZone),
		source,
		by,
		fromId,
		toId,
		table,
		expectedClose,
	];
}

/** The last known state of one deal. */
export interface FoldedDeal {
	/**
	 * Id and name of the last known stage; the id is '' when the text was not a listed stage; NO_STAGE_TEXT without a
	 * stage.
	 */
	readonly stageId: string;
	readonly stage: string;
	/** What the next event's `from` says: the last `to`, be it a stage or a mark. */
	readonly last: string;
	readonly lastId: string;
	readonly isGone: boolean;
	readonly nextSequence: number;
	/** Instant of the last event; the next change cannot be older. NaN unknown. */
	readonly lastSeenAt: number;
	/** Instant of the first event that was seen rather than imported; Infinity when all are imports. */
	readonly firstSeenAt: number;
}

/** A row of the log that cannot be used as it is. */
export interface DamagedRow {
	/** 0-based row of the grid. */
	readonly row: number;
	readonly problem: 'noDeal' | 'noSequence' | 'noStage' | 'noTime' | 'sequenceTwice' | 'sequenceGap' | 'brokenChain';
}

export interface StageLog {
	readonly byDeal: ReadonlyMap<string, FoldedDeal>;
	/** In order within a deal: what was imported (by time), then what was seen (by sequence). */
	readonly events: readonly StageEvent[];
	readonly damaged: readonly DamagedRow[];
}

const SOURCES = new Set<string>(['edit', 'reconcile', 'import', 'assumed']);

interface LoggedEvent extends StageEvent {
	readonly row: number;
}

/**
 * Folds the history sheet. Rows may be sorted, edited or missing: a damaged row is listed; a row with a deal and a
 * stage still counts for the fold.
 * @param grid the whole sheet with its headings
 * @param table whose events count; null: all of them
 */
export function foldLog(grid: Grid, timeZone: TimeZone, table: LogTable | null = null): StageLog {
	const damaged: DamagedRow[] = [];
	const byDeal = new Map<string, LoggedEvent[]>();
	for (const event of readEvents(grid, timeZone, table, damaged)) {
		const own = byDeal.get(event.dealId);
		if (own === undefined) byDeal.set(event.dealId, [event]);
		else own.push(event);
	}
	const folded = new Map<string, FoldedDeal>();
	const events: StageEvent[] = [];
	for (const [dealId, own] of byDeal) {
		checkSequence(own, damaged);
		own.sort(eventOrder);
		events.push(...own);
		folded.set(dealId, foldDeal(own));
	}
	damaged.sort((a, b) => a.row - b.row);
	return { byDeal: folded, events, damaged };
}

/** Imports tell what was before the first look, whenever they were made. */
function eventOrder(a: LoggedEvent, b: LoggedEvent): number {
	const isImport = a.source === 'import';
	if (isImport !== (b.source === 'import')) return isImport ? -1 : 1;
	return (
		(isImport ? a.observedAt - b.observedAt || 0 : 0) ||
		a.sequence - b.sequence ||
		a.observedAt - b.observedAt ||
		a.row - b.row
	);
}

function checkSequence(own: LoggedEvent[], damaged: DamagedRow[]): void {
	own.sort((a, b) => a.sequence - b.sequence || a.row - b.row);
	let expected = 1;
	let last: LoggedEvent | null = null;
	for (const event of own) {
		if (event.sequence === 0) continue;
		if (event.sequence < expected) damaged.push({ row: event.row, problem: 'sequenceTwice' });
		else if (event.sequence > expected) damaged.push({ row: event.row, problem: 'sequenceGap' });
		else if (last !== null && event.source !== 'import' && last.source !== 'import' && event.from !== last.to)
			damaged.push({ row: event.row, problem: 'brokenChain' });
		expected = event.sequence + 1;
		last = event;
	}
}

function foldDeal(own: readonly LoggedEvent[]): FoldedDeal {
	let stage = NO_STAGE_TEXT;
	let stageId = '';
	let nextSequence = 1;
	let lastSeenAt = Number.NaN;
	let firstSeenAt = Number.POSITIVE_INFINITY;
	for (const { sequence, observedAt, source, to, toId } of own) {
		nextSequence = Math.max(nextSequence, sequence + 1);
		if (!Number.isNaN(observedAt) && !(lastSeenAt > observedAt)) lastSeenAt = observedAt;
		if (source !== 'import' && observedAt < firstSeenAt) firstSeenAt = observedAt;
		if (to === GONE || to === BACK) continue;
		stage = to;
		stageId = toId;
	}
	const { to: last, toId: lastId } = existing(own[own.length - 1]);
	return { stage, stageId, last, lastId, isGone: last === GONE, nextSequence, lastSeenAt, firstSeenAt };
}

function readEvents(grid: Grid, timeZone: TimeZone, table: LogTable | null, damaged: DamagedRow[]): LoggedEvent[] {
	const columns = historyColumns(grid);
	if (columns === null) return [];
	const rows: number[] = [];
	const isOwn = rowsOfTable(columns, table);
	for (let row = columns.headerRow + 1; row < grid.length; row++) {
		const cells = existing(grid[row]);
		if (!cells.every(isBlank) && isOwn(cells)) rows.push(row);
	}
	const column = (role: HistoryRole): number => columns.column.get(role) ?? -1;
	const gridRows = Int32Array.from(rows);
	const observed = readLogTimes(grid, gridRows, column('at'), timeZone);
	const earliest = column('notBefore') < 0 ? null : readLogTimes(grid, gridRows, column('notBefore'), timeZone);
	const events: LoggedEvent[] = [];
	rows.forEach((row, i) => {
		const cells = existing(grid[row]);
		const text = (role: HistoryRole): string => (column(role) < 0 ? '' : idText(cells[column(role)]));
		const dealId = idText(cells[column('deal')]);
		const to = text('to');
		const sequence = sequenceOf(cells[column('sequence')]);
		const observedAt = existing(observed[i]);
		if (dealId === '') damaged.push({ row, problem: 'noDeal' });
		else if (to === '' && text('toId') === '') damaged.push({ row, problem: 'noStage' });
		else {
			if (sequence === 0) damaged.push({ row, problem: 'noSequence' });
			if (Number.isNaN(observedAt)) damaged.push({ row, problem: 'noTime' });
			const source = text('source');
			events.push({
				row,
				dealId,
				sequence,
				from: text('from'),
				to,
				fromId: text('fromId'),
				toId: text('toId'),
				notBefore: earliest === null ? Number.NaN : existing(earliest[i]),
				observedAt,
				by: text('by'),
				source: SOURCES.has(source) ? (source as TransitionSource) : 'edit',
				table: text('table'),
				expectedClose: text('expectedClose'),
			});
		}
	});
	return events;
}
