/**
 * Reads a table of stage changes, our own log or a foreign one, in any order, into transitions by deal.
 * Belongs here: which rows count and how they are ordered. Not here: the meaning of headings (history-columns.ts), comparing with the deals (reconcile.ts).
 */
import { type Cell, type Grid, isBlank } from './cell.ts';
import { cellText } from './cell-text.ts';
import { readDates } from './date-column.ts';
import { dayOn } from './funnel/as-of.ts';
import { type HistoryColumns, type HistoryRole, historyColumns } from './history-columns.ts';
import { type Opportunities, UNKNOWN_STAGE } from './opportunity.ts';
import type { StageList } from './stage.ts';
import type { StageHistory } from './stage-history.ts';
import { idText, isMarker, sequenceOf } from './stage-log.ts';
import type { TimeZone } from './time-zone.ts';

/** One entry a usable row, not yet in order. */
interface Changes {
	count: number;
	readonly deal: Int32Array;
	readonly to: Int32Array;
	readonly from: Int32Array;
	readonly at: Float64Array;
	readonly notBefore: Float64Array;
	readonly sequence: Float64Array;
	readonly assumed: Uint8Array;
	readonly isImport: Uint8Array;
	hasTime: boolean;
}

/**
 * Rows that are ignored and counted: another table's deals, no time, no stage change (the same stage again, another field, in a foreign table a stage that is not in the list).
 * Rows of equal time keep the order of a sequence column, else go forward with the loss last. Of deals that share an id the first one has the history.
 * @param locale decides ambiguous dates only
 */
export function readHistory(grid: Grid, opportunities: Opportunities, stages: StageList, timeZone: TimeZone, locale = ''): StageHistory {
	const columns = historyColumns(grid);
	const rows = filledRows(grid, columns === null ? 0 : columns.headerRow + 1);
	const changes = emptyChanges(columns === null ? 0 : rows.length);
	if (columns !== null) readChanges(changes, grid, rows, columns, opportunities, stages, timeZone, locale);
	return inOrder(changes, opportunities.count, stages, rows.length, columns?.isOwnLog ?? false);
}

function emptyChanges(size: number): Changes {
	return {
		count: 0,
		deal: new Int32Array(size),
		to: new Int32Array(size),
		from: new Int32Array(size),
		at: new Float64Array(size),
		notBefore: new Float64Array(size),
		sequence: new Float64Array(size),
		assumed: new Uint8Array(size),
		isImport: new Uint8Array(size),
		hasTime: false,
	};
}

function filledRows(grid: Grid, first: number): Int32Array {
	const rows = new Int32Array(Math.max(0, grid.length - first));
	let count = 0;
	for (let row = first; row < grid.length; row++) if (!(grid[row] as readonly Cell[]).every(isBlank)) rows[count++] = row;
	return rows.subarray(0, count);
}

function readChanges(
	changes: Changes,
	grid: Grid,
	rows: Int32Array,
	columns: HistoryColumns,
	opportunities: Opportunities,
	stages: StageList,
	timeZone: TimeZone,
	locale: string,
): void {
	const column = (role: HistoryRole): number => columns.column.get(role) ?? -1;
	const [deal, to, from, toId, fromId, sequence, source, field] = (
		['deal', 'to', 'from', 'toId', 'fromId', 'sequence', 'source', 'field'] as const
	).map(column) as [number, number, number, number, number, number, number, number];
	const at = readDates(grid, rows, column('at'), timeZone, locale);
	const notBefore = column('notBefore') < 0 ? null : readDates(grid, rows, column('notBefore'), timeZone, locale);
	const dealOf = dealsById(opportunities);
	const stageOf = stageReader(stages);
	changes.hasTime = at.hasTime;
	for (let i = 0; i < rows.length; i++) {
		const row = grid[rows[i] as number] as readonly Cell[];
		const found = dealOf(row[deal]);
		const time = at.days[i] as number;
		if (found < 0 || Number.isNaN(time) || (field >= 0 && !STAGE_FIELD.test(cellText(row[field])))) continue;
		const position = stageOf(row[toId], row[to]);
		if (position === NO_CHANGE || (position === UNKNOWN_STAGE && !columns.isOwnLog)) continue;
		const n = changes.count++;
		changes.deal[n] = found;
		changes.to[n] = position;
		changes.from[n] = Math.max(-1, stageOf(row[fromId], row[from]));
		changes.at[n] = time;
		changes.notBefore[n] = notBefore === null ? Number.NaN : dayOn(notBefore, i, at.hasTime, timeZone);
		changes.sequence[n] = sequence < 0 ? 0 : sequenceOf(row[sequence]);
		if (source < 0) continue;
		if (row[source] === 'assumed') changes.assumed[n] = 1;
		else if (row[source] === 'import') changes.isImport[n] = 1;
	}
}

const STAGE_FIELD = /stage|phase|阶段|階段/iu;
const NO_CHANGE = -3;

function dealsById(opportunities: Opportunities): (cell: Cell | undefined) => number {
	const byId = new Map<string, number>();
	(opportunities.ids() ?? []).forEach((id, deal) => {
		if (id !== '' && !byId.has(id)) byId.set(id, deal);
	});
	// Histories list a deal's changes one after the other: the same cell again needs no look-up.
	let lastCell: Cell | undefined;
	let lastDeal = -1;
	return (cell) => {
		if (cell !== lastCell || cell === undefined) {
			lastCell = cell;
			lastDeal = byId.get(idText(cell)) ?? -1;
		}
		return lastDeal;
	};
}

/** Stage position by id, else by name or alias; NO_CHANGE for a blank and for the log's own marks. */
function stageReader(stages: StageList): (id: Cell | undefined, name: Cell | undefined) => number {
	const known = new Map<string, number>();
	return (id, name) => {
		const byId = id === undefined || id === '' ? -1 : stages.positionOfId(cellText(id));
		if (byId >= 0) return byId;
		const text = cellText(name);
		let position = known.get(text);
		if (position === undefined) {
			position = isBlank(text) || isMarker(text) ? NO_CHANGE : stages.positionOf(text);
			if (position === -1) position = UNKNOWN_STAGE;
			known.set(text, position);
		}
		return position;
	};
}

/** Forward before lost: open stages in order, won, parked and unknown, lost. */
function placeInTies(stages: StageList): (position: number) => number {
	const places = stages.all.map(({ kind }, position) =>
		kind === 'lost' ? 1e6 : kind === 'parked' ? 1e5 : (stages.rankOf[position] as number),
	);
	return (position) => places[position] ?? 1e5;
}

function inOrder(changes: Changes, dealCount: number, stages: StageList, rowCount: number, isOwnLog: boolean): StageHistory {
	const { count, deal, to, from, at, sequence, isImport } = changes;
	const placeOf = placeInTies(stages);
	const compare = (a: number, b: number): number => {
		const bySequence = (sequence[a] as number) - (sequence[b] as number);
		if (isOwnLog) {
			const byOrigin = (isImport[b] as number) - (isImport[a] as number);
			if (byOrigin !== 0) return byOrigin;
			if (isImport[a] === 0 && bySequence !== 0) return bySequence;
		}
		return (at[a] as number) - (at[b] as number) || bySequence || placeOf(to[a] as number) - placeOf(to[b] as number) || a - b;
	};
	const begin = new Int32Array(dealCount + 1);
	for (let i = 0; i < count; i++) begin[(deal[i] as number) + 1] = (begin[(deal[i] as number) + 1] as number) + 1;
	for (let d = 0; d < dealCount; d++) begin[d + 1] = (begin[d + 1] as number) + (begin[d] as number);
	const next = begin.slice();
	const order = new Int32Array(count);
	for (let i = 0; i < count; i++) {
		const d = deal[i] as number;
		order[next[d] as number] = i;
		next[d] = (next[d] as number) + 1;
	}
	const start = new Int32Array(dealCount + 1);
	const kept = new Int32Array(count);
	let used = 0;
	for (let d = 0; d < dealCount; d++) {
		const first = begin[d] as number;
		const end = begin[d + 1] as number;
		for (let k = first + 1; k < end; k++) {
			if (compare(order[k - 1] as number, order[k] as number) <= 0) continue;
			order.subarray(first, end).sort(compare);
			break;
		}
		let last = NO_CHANGE;
		for (let k = first; k < end; k++) {
			const i = order[k] as number;
			const position = to[i] as number;
			if (position === last && position !== UNKNOWN_STAGE) continue;
			from[i] = k === first ? (from[i] as number) : last;
			last = position;
			kept[used++] = i;
		}
		start[d + 1] = used;
	}
	const pick = kept.subarray(0, used);
	const floats = (values: Float64Array): Float64Array => Float64Array.from(pick, (i) => values[i] as number);
	return {
		start,
		from: Int32Array.from(pick, (i) => from[i] as number),
		to: Int32Array.from(pick, (i) => to[i] as number),
		at: floats(at),
		notBefore: floats(changes.notBefore),
		assumed: Uint8Array.from(pick, (i) => changes.assumed[i] as number),
		hasTime: changes.hasTime,
		ignoredRows: rowCount - used,
	};
}
