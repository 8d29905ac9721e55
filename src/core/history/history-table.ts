/**
 * Reads a table of stage changes, our own log or a foreign one, in any order, into transitions by deal.
 * Belongs here: which rows count and how they are ordered. Not here: the meaning of headings (history-columns.ts),
 * comparing with the deals (reconcile.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText, trimmedText } from '../cells/cell-text.ts';
import { type HistoryColumns, historyColumns } from '../detection/history-columns.ts';
import { dayOn } from '../funnel/as-of.ts';
import { type DateColumn, type Opportunities, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageList } from '../model/stage.ts';
import type { StageHistory } from '../model/stage-history.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { BLOCK, type Block, type ColumnReader, type ReadRows } from '../table/column-reader.ts';
import { dateReader } from '../table/date-column.ts';
import type { TimeZone } from '../time/time-zone.ts';
import { isStageField } from '../vocabulary/headings.ts';
import type { HistoryRole } from '../vocabulary/languages/language.ts';
import { type Changes, emptyChanges, historyInOrder, NO_CHANGE, NO_DEAL } from './change-order.ts';
import { type LogTable, rowsOfTable } from './log-table.ts';
import { isMarker, sequenceOf } from './stage-log.ts';

/**
 * Rows that are ignored and counted: another table's deals, no time, no stage change (the same stage again, another
 * field, in a foreign table a stage that is not in the list). Rows of equal time keep the order of a sequence column,
 * else go forward with the loss last. Of deals that share an id the first one has the history of a foreign table; our
 * own log leaves all of them out until the ids are mended, because nothing tells which row an event is about.
 * @param locale decides ambiguous dates only
 * @param table of our own log the rows of this table count; null: all of them
 * @param now rows of a later time are left out and listed: a change that has not happened says nothing about today.
 * Null for a table that is not compared with a clock.
 */
export function readHistory(
	grid: Grid,
	opportunities: Opportunities,
	stages: StageList,
	timeZone: TimeZone,
	locale = '',
	now: Pick<Pipeline, 'asOf' | 'asOfDay'> | null = null,
	table: LogTable | null = null,
): StageHistory {
	const columns = historyColumns(grid);
	const rows = new Int32Array(grid.length);
	let count = 0;
	const fill = (from: number, to: number, block: Block): void => {
		count = fillBlock(grid, from, to, rows, count, block);
	};
	if (columns === null) {
		fill(0, grid.length, []);
		return historyInOrder(emptyChanges(0), opportunities.count, stages, count, false);
	}
	const changes = emptyChanges(grid.length);
	const source: ReadRows = { grid, most: grid.length, rows: () => rows.subarray(0, count) };
	const dates = (role: HistoryRole): ColumnReader<DateColumn> | null => {
		const column = columns.column.get(role);
		return column === undefined ? null : dateReader(source, column, timeZone, locale);
	};
	const [at, notBefore] = [dates('at') as ColumnReader<DateColumn>, dates('notBefore')];
	const readChanges = changeReader(changes, columns, opportunities, stages, timeZone, rowsOfTable(columns, table));
	const block: Block = [];
	inBlocks(
		columns.headerRow + 1,
		grid.length,
		(from, to) => {
			const first = count;
			fill(from, to, block);
			at.read(block, first, count - first);
			notBefore?.read(block, first, count - first);
			readChanges(block, first, count - first);
		},
		BLOCK,
	);
	setTimes(changes, at.finish(count), notBefore?.finish(count) ?? null, timeZone);
	const limit = now === null ? Number.POSITIVE_INFINITY : changes.hasTime ? now.asOf : now.asOfDay;
	const laterRows = leaveOutLater(changes, changes.hasTime ? limit + CLOCK_DIFFERENCE : limit, rows);
	const history = historyInOrder(changes, opportunities.count, stages, count, columns.isOwnLog);
	return { ...history, at: history.at.map((time) => Math.min(time, limit)), laterRows };
}

/** Days by which another clock may be ahead of ours: what it writes counts as now. */
const CLOCK_DIFFERENCE = 1 / 1440;

/** @returns the grid rows of the changes that are later than the limit, which belong to no deal from now on */
function leaveOutLater(changes: Changes, limit: number, rows: Int32Array): number[] {
	const later: number[] = [];
	for (let n = 0; n < changes.count; n++) {
		if (!(existing(changes.at[n]) > limit)) continue;
		changes.deal[n] = NO_DEAL;
		later.push(existing(rows[existing(changes.row[n])]));
	}
	return later;
}

/**
 * Adds the rows that are not blank, and puts their cells into the block from its beginning.
 * @returns how many rows are filled now
 */
function fillBlock(grid: Grid, from: number, to: number, rows: Int32Array, before: number, block: Block): number {
	let count = before;
	for (let row = from; row < to; row++) {
		const cells = existing(grid[row]);
		if (isBlank(cells[0]) && cells.every(isBlank)) continue;
		block[count - before] = cells;
		rows[count++] = row;
	}
	return count;
}

/** Reads which deal came to which stage, block by block; the times are known only when all blocks were read. */
function changeReader(
	changes: Changes,
	columns: HistoryColumns,
	opportunities: Opportunities,
	stages: StageList,
	timeZone: TimeZone,
	isOwn: (row: readonly Cell[]) => boolean,
): (block: Block, first: number, count: number) => void {
	const column = (role: HistoryRole): number => columns.column.get(role) ?? -1;
	const [deal, to, from, toId, fromId, sequence, source, field] = (
		['deal', 'to', 'from', 'toId', 'fromId', 'sequence', 'source', 'field'] as const
	).map(column) as [number, number, number, number, number, number, number, number];
	const dealOf = dealsById(opportunities, columns.isOwnLog, timeZone);
	const stageOf = stageReader(stages);
	const isStageField = stageFields();
	return (block, first, count) => {
		for (let i = 0; i < count; i++) {
			const row = existing(block[i]);
			const found = dealOf(row[deal]);
			if (found < 0 || !isOwn(row) || (field >= 0 && !isStageField(cellText(row[field])))) continue;
			const position = stageOf(cellOf(row, toId), row[to]);
			if (position === NO_CHANGE || (position === UNKNOWN_STAGE && !columns.isOwnLog)) continue;
			const n = changes.count++;
			changes.deal[n] = found;
			changes.to[n] = position;
			changes.from[n] = from < 0 ? -1 : Math.max(-1, stageOf(cellOf(row, fromId), row[from]));
			changes.row[n] = first + i;
			if (sequence >= 0) changes.sequence[n] = sequenceOf(row[sequence]);
			const origin = cellOf(row, source);
			if (origin === 'assumed') changes.assumed[n] = 1;
			else if (origin === 'import') changes.isImport[n] = 1;
		}
	};
}

/** Sets the times; a change without one belongs to no deal. */
function setTimes(changes: Changes, at: DateColumn, notBefore: DateColumn | null, timeZone: TimeZone): void {
	changes.hasTime = at.hasTime;
	for (let n = 0; n < changes.count; n++) {
		const i = existing(changes.row[n]);
		const time = existing(at.days[i]);
		changes.at[n] = time;
		changes.notBefore[n] = notBefore === null ? Number.NaN : dayOn(notBefore, i, at.hasTime, timeZone);
		if (Number.isNaN(time)) changes.deal[n] = NO_DEAL;
	}
}

/** A look-up at -1 would be one by name, ten times as slow. */
function cellOf(row: readonly Cell[], column: number): Cell | undefined {
	return column < 0 ? undefined : row[column];
}

/**
 * Tells the rows of a history of several fields that are about the stage; a table names few fields, and each is looked
 * up once.
 */
function stageFields(): (field: string) => boolean {
	const known = new Map<string, boolean>();
	return (field) => {
		let isStage = known.get(field);
		if (isStage === undefined) {
			isStage = isStageField(field);
			known.set(field, isStage);
		}
		return isStage;
	};
}

/** Position of the first deal with each id; -1 for an id of several deals where each has its own. */
function positionsById(ids: readonly string[], isEachItsOwn: boolean): ReadonlyMap<string, number> {
	const positions = new Map<string, number>();
	ids.forEach((id, position) => {
		if (id === '') return;
		if (!positions.has(id)) positions.set(id, position);
		else if (isEachItsOwn) positions.set(id, -1);
	});
	return positions;
}

function dealsById(
	opportunities: Opportunities,
	isEachItsOwn: boolean,
	zone: TimeZone,
): (cell: Cell | undefined) => number {
	const positions = positionsById(opportunities.ids() ?? [], isEachItsOwn);
	// Histories list a deal's changes one after the other: the same cell again needs no look-up.
	let lastCell: Cell | undefined;
	let lastDeal = -1;
	return (cell) => {
		if (cell !== lastCell || cell === undefined) {
			lastCell = cell;
			lastDeal = positions.get(trimmedText(cell, zone)) ?? -1;
		}
		return lastDeal;
	};
}

/** Stage position by id, else by name or alias; NO_CHANGE for a blank and for the log's own marks. */
function stageReader(stages: StageList): (id: Cell | undefined, name: Cell | undefined) => number {
	const known = new Map<string, number>();
	const readName = (text: string): number => {
		const listed = isBlank(text) || isMarker(text) ? NO_CHANGE : stages.positionOf(text);
		const place = listed === -1 ? UNKNOWN_STAGE : listed;
		known.set(text, place);
		return place;
	};
	return (id, name) => {
		const text = typeof name === 'string' ? name : cellText(name);
		const byName = (): number => known.get(text) ?? readName(text);
		return stages.positionOfLogged(id === undefined || id === '' ? '' : cellText(id), byName);
	};
}
