/**
 * Reads a table of stage changes, our own log or a foreign one, in any order, into transitions by deal.
 * Belongs here: which rows count and how they are ordered. Not here: the meaning of headings (history-columns.ts), comparing with the deals (reconcile.ts).
 */
import { type Cell, type Grid, isBlank } from './cell.ts';
import { cellText } from './cell-text.ts';
import { type Changes, emptyChanges, historyInOrder, NO_CHANGE } from './change-order.ts';
import { readDates } from './date-column.ts';
import { dayOn } from './funnel/as-of.ts';
import { type HistoryColumns, type HistoryRole, historyColumns } from './history-columns.ts';
import { type Opportunities, UNKNOWN_STAGE } from './opportunity.ts';
import type { StageList } from './stage.ts';
import type { StageHistory } from './stage-history.ts';
import { idText, isMarker, sequenceOf } from './stage-log.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * Rows that are ignored and counted: another table's deals, no time, no stage change (the same stage again, another field, in a foreign table a stage that is not in the list).
 * Rows of equal time keep the order of a sequence column, else go forward with the loss last. Of deals that share an id the first one has the history
 * of a foreign table; our own log leaves all of them out until the ids are mended, because nothing tells which row an event is about.
 * @param locale decides ambiguous dates only
 */
export function readHistory(grid: Grid, opportunities: Opportunities, stages: StageList, timeZone: TimeZone, locale = ''): StageHistory {
	const columns = historyColumns(grid);
	const rows = filledRows(grid, columns === null ? 0 : columns.headerRow + 1);
	const changes = emptyChanges(columns === null ? 0 : rows.length);
	if (columns !== null) readChanges(changes, grid, rows, columns, opportunities, stages, timeZone, locale);
	return historyInOrder(changes, opportunities.count, stages, rows.length, columns?.isOwnLog ?? false);
}

function filledRows(grid: Grid, first: number): Int32Array {
	const rows = new Int32Array(Math.max(0, grid.length - first));
	let count = 0;
	for (let row = first; row < grid.length; row++) {
		const cells = grid[row] as readonly Cell[];
		if (typeof cells[0] === 'number' || !cells.every(isBlank)) rows[count++] = row;
	}
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
	const dealOf = dealsById(opportunities, columns.isOwnLog);
	const stageOf = stageReader(stages);
	changes.hasTime = at.hasTime;
	for (let i = 0; i < rows.length; i++) {
		const row = grid[rows[i] as number] as readonly Cell[];
		const found = dealOf(row[deal]);
		const time = at.days[i] as number;
		if (found < 0 || Number.isNaN(time) || (field >= 0 && !STAGE_FIELD.test(cellText(row[field])))) continue;
		const position = stageOf(cellOf(row, toId), row[to]);
		if (position === NO_CHANGE || (position === UNKNOWN_STAGE && !columns.isOwnLog)) continue;
		const n = changes.count++;
		changes.deal[n] = found;
		changes.to[n] = position;
		changes.from[n] = from < 0 ? -1 : Math.max(-1, stageOf(cellOf(row, fromId), row[from]));
		changes.at[n] = time;
		changes.notBefore[n] = notBefore === null ? Number.NaN : dayOn(notBefore, i, at.hasTime, timeZone);
		changes.sequence[n] = sequenceOf(cellOf(row, sequence));
		const origin = cellOf(row, source);
		if (origin === 'assumed') changes.assumed[n] = 1;
		else if (origin === 'import') changes.isImport[n] = 1;
	}
}

/** A look-up at -1 would be one by name, ten times as slow. */
function cellOf(row: readonly Cell[], column: number): Cell | undefined {
	return column < 0 ? undefined : row[column];
}

const STAGE_FIELD = /stage|phase|阶段|階段/iu;

function dealsById(opportunities: Opportunities, isEachItsOwn: boolean): (cell: Cell | undefined) => number {
	const byId = new Map<string, number>();
	(opportunities.ids() ?? []).forEach((id, deal) => {
		if (id === '') return;
		if (!byId.has(id)) byId.set(id, deal);
		else if (isEachItsOwn) byId.set(id, -1);
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
