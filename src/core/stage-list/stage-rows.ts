/**
 * The stage list's cells after a change of the list: what changed is written, every other cell stays as the user has
 * it. Rows that could not be read keep their cells and their place behind the stage above them.
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import type { Stage } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import {
	type FormerNames,
	readStageTable,
	STAGE_COLUMNS,
	STAGE_HEADINGS,
	type StageColumn,
	type StageTable,
	stageCell,
	stageTableRows,
} from './stage-table.ts';

type Language = 'en' | 'zh-CN';

export interface StageRows {
	/** The whole grid as it shall be, columns of the user's included. */
	readonly cells: Grid;
	readonly columns: ReadonlyMap<StageColumn, number>;
}

/** One row to be written: a stage, with its row of before when it had one, or an unread row as it was. */
interface Item {
	readonly stage: Stage | null;
	readonly from: number | null;
}

/** @param former the sheet as it is, from its first row on @param language of new headings and of kinds that changed */
export function changedStageRows(
	former: Grid,
	stages: readonly Stage[],
	language: Language,
	formerNames?: FormerNames,
): StageRows {
	const table = readStageTable(former, formerNames);
	const isEmpty = table.rows.length === 0 && table.unread.length === 0;
	const standard = new Map(STAGE_COLUMNS.map((column, i) => [column, i]));
	if (isEmpty && table.layout.headerRow < 0) return { cells: stageTableRows(stages, language), columns: standard };
	const columns = neededColumns(former, table, stages, language);
	const cells = former.map((row) => [...row]);
	const put = (row: number, column: number, cell: Cell): void => {
		while (cells.length <= row) cells.push([]);
		const line = existing(cells[row]);
		while (line.length <= column) line.push('');
		line[column] = cell;
	};
	// A list without headings gets them, in the row that its first stage leaves for them.
	const shift = table.layout.headerRow < 0 ? 1 : 0;
	const headings = Math.max(0, table.layout.headerRow);
	for (const [role, column] of columns)
		if (shift === 1 || table.layout.columns.get(role) === undefined)
			put(headings, column, existing(STAGE_HEADINGS[language][STAGE_COLUMNS.indexOf(role)]));
	const slots = [...table.rows, ...table.unread].sort((a, b) => a - b).map((row) => row + shift);
	const items = itemsOf(table, stages);
	for (let free = (slots[slots.length - 1] ?? headings) + 1; slots.length < items.length; free++) {
		const isTaken = [...columns.values()].some((column) => !isBlank(cells[free]?.[column]));
		if (!isTaken) slots.push(free);
	}
	for (const [i, row] of slots.entries()) {
		for (const [role, column] of columns) put(row, column, cellOf(former, table, items[i], role, language));
	}
	return { cells, columns };
}

/** The table's columns, and after the last column of the sheet those that it lacks and now needs. */
function neededColumns(
	former: Grid,
	{ stages: before, layout }: StageTable,
	stages: readonly Stage[],
	language: Language,
): Map<StageColumn, number> {
	const columns = new Map(layout.columns);
	let end = Math.max(0, ...former.map((row) => row.length));
	while (end > 0 && former.every((row) => (row[end - 1] ?? '') === '')) end--;
	end = Math.max(end, ...[...columns.values()].map((column) => column + 1));
	const byId = new Map(before.map((stage) => [stage.id, stage]));
	for (const role of STAGE_COLUMNS) {
		if (columns.has(role)) continue;
		const isNeeded = stages.some((stage) => {
			const old = role === 'id' ? undefined : byId.get(stage.id);
			return old === undefined ? stageCell(stage, role, language) !== '' : !isSame(old, stage, role);
		});
		if (isNeeded) columns.set(role, end++);
	}
	return columns;
}

function isSame(a: Stage, b: Stage, role: StageColumn): boolean {
	return JSON.stringify(a[role]) === JSON.stringify(b[role]);
}

/** The stages in their order; each unread row behind the nearest stage above it that is still there. */
function itemsOf({ stages: before, rows, unread }: StageTable, stages: readonly Stage[]): Item[] {
	const rowOf = new Map(before.map((stage, i) => [stage.id, existing(rows[i])]));
	const kept = new Set(stages.map(({ id }) => rowOf.get(id)));
	const behind = new Map<number, number[]>();
	for (const row of unread) {
		const anchor = Math.max(-1, ...rows.filter((other) => other < row && kept.has(other)));
		behind.set(anchor, [...(behind.get(anchor) ?? []), row]);
	}
	const unreadItems = (anchor: number): Item[] => (behind.get(anchor) ?? []).map((from) => ({ stage: null, from }));
	return [
		...unreadItems(-1),
		...stages.flatMap((stage) => {
			const from = rowOf.get(stage.id) ?? null;
			return [{ stage, from }, ...(from === null ? [] : unreadItems(from))];
		}),
	];
}

/** A cell whose meaning did not change stays as it is, however it says it. */
function cellOf(
	former: Grid,
	{ stages: before, rows, layout }: StageTable,
	item: Item | undefined,
	role: StageColumn,
	language: Language,
): Cell {
	if (item === undefined) return '';
	const column = layout.columns.get(role);
	const old = item.from === null || column === undefined ? undefined : existing(former[item.from])[column];
	if (item.stage === null) return old ?? '';
	const written = stageCell(item.stage, role, language);
	if (old === undefined) return written;
	if (role === 'id') return cellText(old).trim() === item.stage.id ? old : written;
	const stage = before[rows.indexOf(item.from ?? -1)];
	return stage !== undefined && isSame(stage, item.stage, role) ? old : written;
}
