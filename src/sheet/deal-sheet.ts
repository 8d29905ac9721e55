/**
 * The user's deal sheet, read once. Belongs here: finding it, its columns by heading or mark, its values.
 * Not here: what the values mean (core/table/table.ts), any change of it (cell-changes.ts, drop-down.ts).
 */

import { type Cell, type Grid, isBlank } from '../core/cells/cell.ts';
import { columnLetters } from '../core/cells/cell-name.ts';
import { textKey } from '../core/cells/text-key.ts';
import type { Field } from '../core/model/opportunity.ts';
import type { OutcomeColumn, OutcomeStages } from '../core/model/outcome.ts';
import type { Settings } from '../core/model/settings.ts';
import { markedColumns } from './column-anchors.ts';
import { Failure } from './failure.ts';
import type { OpenDocument } from './open-document.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface FoundColumns {
	readonly columns: Readonly<Partial<Record<Field, number>>>;
	readonly stageDates: readonly { readonly stageId: string; readonly column: number }[];
	readonly outcomes: readonly OutcomeColumn[];
	/** Ids. */
	readonly outcomeStages: OutcomeStages;
}

export interface DealTable extends FoundColumns {
	readonly sheet: Sheet;
	/** From the sheet's first row on, so that a grid row is a sheet row. */
	readonly grid: Grid;
	/** 0-based. */
	readonly headerRow: number;
	/**
	 * The heading of the stages or of the ids was changed, or another column has it too: the column is known by its mark
	 * only.
	 */
	readonly isByMark: boolean;
	/** False: rows at the end may be missing. */
	readonly isWhole: boolean;
}

/** @throws Failure `dealSheetGone` */
export function dealSheet(document: OpenDocument, settings: Settings): Sheet {
	const sheet = document.findSheet(settings.dealSheetId, [settings.dealSheetName]);
	if (sheet === null) throw new Failure('dealSheetGone', { sheet: settings.dealSheetName });
	return sheet;
}

/** The first rows of a sheet, in all its columns. */
export function readTop(sheet: Sheet, rows: number): Grid {
	return sheet.getRange(`1:${Math.min(rows, sheet.getMaxRows())}`).getValues() as Cell[][];
}

/** Everything that is in the sheet: one read. */
export function readValues(sheet: Sheet): Grid {
	return sheet.getDataRange().getValues() as Cell[][];
}

/**
 * From this many cells on, asking for the headings first costs less than reading notes to the right of the table.
 */
const MANY_CELLS = 20_000;

/** Up to the last heading; all where the headings are not where they were. */
function columnsToRead(sheet: Sheet, extent: Range, settings: Settings): number {
	const all = extent.getNumColumns();
	if (extent.getNumRows() * all < MANY_CELLS) return all;
	const { headerRow } = settings;
	const headings = (sheet.getRange(`${headerRow}:${headerRow}`).getValues() as Cell[][])[0] ?? [];
	if (unsureFields(headings, settings).length > 0) return all;
	let last = Math.min(all, headings.length);
	while (last > 0 && isBlank(headings[last - 1])) last--;
	return last;
}

/**
 * Google returns a sheet's extent and its values in separate calls: rows that others insert in between push the last
 * ones out of what is read. So one row more is read, which is blank unless that happened. One read.
 */
function readWhole(sheet: Sheet, settings: Settings): { readonly grid: Grid; readonly isWhole: boolean } {
	const extent = sheet.getDataRange();
	const columns = columnsToRead(sheet, extent, settings);
	let read: Grid;
	try {
		read = extent.offset(0, 0, extent.getNumRows() + 1, columns).getValues() as Cell[][];
	} catch {
		// Most likely there is no row below the last one with content. Google words its exceptions in the user's language,
		// so whatever the reason, the extent itself is read and counts as possibly torn; a failing service fails there
		// again.
		const known = extent.offset(0, 0, extent.getNumRows(), columns);
		return { grid: known.getValues() as Cell[][], isWhole: false };
	}
	const last = read.length - 1;
	return { grid: read.slice(0, last), isWhole: (read[last] as readonly Cell[]).every(isBlank) };
}

/**
 * The configured table. @throws Failure `dealSheetGone`, `stageColumnGone`
 */
export function readDealTable(document: OpenDocument, settings: Settings): DealTable {
	const sheet = dealSheet(document, settings);
	const { grid, isWhole } = readWhole(sheet, settings);
	const headerRow = headerRowOf(grid, settings);
	const headings = grid[headerRow] ?? [];
	let found = columnsByHeading(headings, settings);
	const unsure = unsureFields(headings, settings);
	const isByMark = unsure.includes('id') || unsure.includes('stage');
	if (unsure.length > 0) {
		const marks = marksFor(document, sheet);
		const columns = { ...found.columns };
		for (const field of unsure) {
			const column = marks?.get(field);
			// No one can say which of two columns with this heading is meant, so the field is reported as missing.
			if (marks === null) delete columns[field];
			if (column !== undefined && (columns[field] === undefined || isHeading(headings[column], settings, field)))
				columns[field] = column;
		}
		found = { ...found, columns };
	}
	if (found.columns.stage === undefined)
		throw new Failure('stageColumnGone', { heading: settings.columns.stage ?? '', sheet: sheet.getSheetName() });
	return { sheet, grid, headerRow, isByMark, isWhole, ...found };
}

/** Null: a formula may not ask for them. The list of what a formula may do does not name them. */
function marksFor({ isInCell }: OpenDocument, sheet: Sheet): ReadonlyMap<Field, number> | null {
	try {
		return markedColumns(sheet);
	} catch (thrown) {
		if (isInCell) return null;
		throw thrown;
	}
}

function isHeading(heading: Cell | undefined, { columns }: Settings, field: Field): boolean {
	const key = textKey(columns[field] ?? '');
	return key !== '' && textKey(String(heading ?? '')) === key;
}

/** Fields whose heading is in no column, or in several: somebody has added a column of the same name. */
export function unsureFields(headings: readonly Cell[], settings: Settings): Field[] {
	return (Object.keys(settings.columns) as Field[]).filter(
		(field) => headings.filter((heading) => isHeading(heading, settings, field)).length !== 1,
	);
}

/**
 * Whether this edit may have changed a deal's stage, its id, or the columns of these. One read of the headings.
 */
export function mayTouchStages(edited: Range, settings: Settings): boolean {
	const { headerRow } = settings;
	if (edited.getRow() <= headerRow) return true;
	const headings = (edited.getSheet().getRange(`${headerRow}:${headerRow}`).getValues() as Cell[][])[0] ?? [];
	const unsure = unsureFields(headings, settings);
	if (TELLING.some((field) => unsure.includes(field))) return true;
	const { columns, outcomes } = columnsByHeading(headings, settings);
	const [first, last] = [edited.getColumn() - 1, edited.getLastColumn() - 1];
	const telling = [...TELLING.map((field) => columns[field]), ...outcomes.map(({ column }) => column)];
	return telling.some((column) => column !== undefined && column >= first && column <= last);
}

/** Fields that decide which deal a row is and its stage, together with the columns that show how deals ended. */
const TELLING: readonly Field[] = ['id', 'stage', 'status', 'closed'];

const TOP_ROWS = 50;

/**
 * The row of the headings: where the settings say, else the first of the top rows that holds the stage's heading (rows
 * were inserted above), else the top row that holds most of the other headings (the stage's heading was changed as
 * well).
 */
export function headerRowOf(grid: Grid, settings: Settings): number {
	const stage = textKey(settings.columns.stage ?? '');
	const keysOf = (row: readonly Cell[] | undefined): string[] => row?.map((cell) => textKey(String(cell))) ?? [];
	const configured = settings.headerRow - 1;
	if (keysOf(grid[configured]).includes(stage)) return configured;
	const top = grid.slice(0, TOP_ROWS).map(keysOf);
	const moved = stage === '' ? -1 : top.findIndex((keys) => keys.includes(stage));
	if (moved !== -1) return moved;
	const headings = Object.values(settings.columns)
		.map(textKey)
		.filter((key) => key !== '');
	const found = top.map((keys) => headings.filter((heading) => keys.includes(heading)).length);
	const most = Math.max(0, ...found);
	return (found[configured] ?? 0) === most ? configured : found.indexOf(most);
}

/** Columns whose heading the settings name; a heading that is there twice is its first column. */
export function columnsByHeading(headings: readonly Cell[], settings: Settings): FoundColumns {
	const byKey = new Map<string, number>();
	headings.forEach((heading, column) => {
		const key = textKey(String(heading));
		if (key !== '' && !byKey.has(key)) byKey.set(key, column);
	});
	const columns: Partial<Record<Field, number>> = {};
	for (const [field, heading] of Object.entries(settings.columns) as [Field, string][]) {
		const column = byKey.get(textKey(heading));
		if (column !== undefined) columns[field] = column;
	}
	const stageDates = Object.entries(settings.stageDateColumns).flatMap(([stageId, heading]) => {
		const column = byKey.get(textKey(heading));
		return column === undefined ? [] : [{ stageId, column }];
	});
	const outcomes = settings.outcomes.flatMap(({ evidence, heading, isDeciding }) => {
		const column = byKey.get(textKey(heading));
		return column === undefined ? [] : [{ evidence, column, isDeciding }];
	});
	return { columns, stageDates, outcomes, outcomeStages: settings.outcomeStages };
}

/** The table as a range of a formula, and how far it reaches. */
export interface OpenRange {
	/** `A1:L`, from the headings to the sheet's end, so that new deals are inside. */
	readonly text: string;
	/** 0-based. */
	readonly lastColumn: number;
}

/** One read. @returns as openRange */
export function openTableRange(sheet: Sheet, settings: Settings): OpenRange {
	const headings = (sheet.getRange(`${settings.headerRow}:${settings.headerRow}`).getValues() as Cell[][])[0] ?? [];
	return openRange(headings, settings.headerRow, columnsByHeading(headings, settings).columns);
}

/**
 * Its last column is the last of the unbroken run of headings that holds the configured columns.
 * @param headerRow 1-based
 */
export function openRange(headings: readonly Cell[], headerRow: number, columns: FoundColumns['columns']): OpenRange {
	let last = Math.max(0, ...Object.values(columns));
	while (last + 1 < headings.length && !isBlank(headings[last + 1])) last++;
	return { text: `A${headerRow}:${columnLetters(last)}`, lastColumn: last };
}
