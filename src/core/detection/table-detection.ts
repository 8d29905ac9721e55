/**
 * Finds the deal table in a sheet: its heading row, its columns and what stands in the way of a funnel.
 * Nothing is decided for good here: every find carries a confidence and the user confirms it.
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import type { Field } from '../model/opportunity.ts';
import { headingsAt } from '../table/headings-at.ts';
import { ownHeadings } from '../vocabulary/heading-key.ts';
import { fieldsOf } from '../vocabulary/headings.ts';
import { type ColumnProfile, profileColumn, sampleRows } from './column-profile.ts';
import { findColumns } from './column-search.ts';
import { columnsBeside } from './columns-beside.ts';
import type { ColumnReason, FoundColumn } from './found-column.ts';
import { findHeaderRow } from './header-row.ts';
import { historyColumns } from './history-columns.ts';
import { type OutcomeCandidate, outcomeCandidates } from './outcome-columns.ts';
import { areStageChanges, areStageTotals, isPivot } from './stage-change-rows.ts';
import { findStageDates } from './stage-date-columns.ts';
import { isTransposed } from './transposed-table.ts';

export interface TableDetection {
	/** 0-based. */
	readonly headerRow: number;
	readonly headings: readonly string[];
	readonly columns: ReadonlyMap<Field, FoundColumn>;
	readonly reasons: ReadonlyMap<Field, ColumnReason>;
	readonly stageDates: readonly { readonly stage: string; readonly column: number }[];
	/** Columns that may tell the ends of deals beside the stage and the status. */
	readonly outcomes: readonly OutcomeCandidate[];
	/** Why no funnel can be made of this sheet as it is. */
	readonly obstacle: {
		readonly code: 'empty' | 'onlyHeader' | 'noStageColumn' | 'stageChanges' | 'stageTotals' | 'pivot' | 'transposed';
		readonly params: Readonly<Record<string, string | number>>;
	} | null;
}

export interface DetectionChoice {
	/** 0-based row and column that the user chose instead. */
	readonly headerRow?: number | null;
	readonly stageColumn?: number | null;
}

/**
 * Finds heading row, columns and per-stage date columns of the deal table in a sheet.
 * @param grid the sheet's values from its first row on
 * @param choice what the user fixed by hand; wins over what is found
 */
export function detectTable(grid: Grid, choice: DetectionChoice = {}): TableDetection {
	const headerRow = choice.headerRow ?? findHeaderRow(grid);
	if (headerRow < 0 || headerRow >= grid.length) return EMPTY;
	const written = headingsAt(grid, headerRow);
	const headings = ownHeadings(written, (heading) =>
		fieldsOf(heading).some(([field, strength]) => field === 'stage' && strength === 3),
	);
	const rows = sampleRows(grid, headerRow);
	const width = rows.reduce((widest, row) => Math.max(widest, (grid[row] as readonly Cell[]).length), headings.length);
	const profiles: ColumnProfile[] = [];
	const profileOf = (column: number): ColumnProfile => {
		profiles[column] ??= profileColumn(grid, rows, column);
		return profiles[column] as ColumnProfile;
	};
	const otherTables = [
		...headings.flatMap((heading, column) => (heading === '' && written[column] !== '' ? [column] : [])),
		...columnsBeside(grid, headerRow, width),
	];
	const chosen = choice.stageColumn ?? null;
	const { found: columns, reasons } = findColumns({ grid, rows, headings, width, profileOf }, otherTables, chosen);
	const stageDates = findStageDates(headings, columns, profileOf);
	const outcomes = outcomeCandidates(headings, columns, stageDates, profileOf);
	const hasRows = rows.some((row) => (grid[row] as readonly Cell[]).some((cell) => !isBlank(cell)));
	const obstacle = obstacleOf(grid, headerRow, written, columns, hasRows, chosen !== null);
	return { headerRow, headings: written, columns, reasons, stageDates, outcomes, obstacle };
}

const EMPTY: TableDetection = {
	headerRow: 0,
	headings: [],
	columns: new Map(),
	reasons: new Map(),
	stageDates: [],
	outcomes: [],
	obstacle: { code: 'empty', params: {} },
};

/** Why no funnel can be made of the table; null where one can. A stage column that the user chose is not doubted. */
function obstacleOf(
	grid: Grid,
	headerRow: number,
	headings: readonly string[],
	columns: ReadonlyMap<Field, FoundColumn>,
	hasRows: boolean,
	isChosen: boolean,
): TableDetection['obstacle'] {
	if (!hasRows) return { code: 'onlyHeader', params: { headerRow: headerRow + 1 } };
	if (isChosen) return null;
	if (isTransposed(grid)) return { code: 'transposed', params: {} };
	const rowsAre = obstacleOfRows(grid, headerRow, headings, columns);
	if (rowsAre !== null || columns.has('stage')) return rowsAre;
	return { code: 'noStageColumn', params: { headerRow: headerRow + 1, headings: listOf(headings) } };
}

/** Rows that are something else than deals. */
function obstacleOfRows(
	grid: Grid,
	headerRow: number,
	headings: readonly string[],
	found: ReadonlyMap<Field, FoundColumn>,
): TableDetection['obstacle'] {
	const stage = found.get('stage')?.column;
	const changes = historyColumns(grid)?.column;
	const pairs = [
		[found.get('id')?.column, stage],
		[changes?.get('deal'), changes?.get('to')],
	] as const;
	for (const [at, [id, to]] of pairs.entries()) {
		// A name may be that of several deals.
		const isLookedAt = at > 0 && ((id === pairs[0][0] && to === stage) || id === found.get('name')?.column);
		if (id !== undefined && to !== undefined && !isLookedAt && areStageChanges(grid, headerRow, id, to))
			return { code: 'stageChanges', params: { id: headings[id] as string } };
	}
	const isOfDeals = (['id', 'name', 'created', 'closed'] as const).some(
		(field) => found.get(field)?.confidence === 'sure' || found.get(field)?.confidence === 'likely',
	);
	if (!isOfDeals && isPivot(grid, headerRow)) return { code: 'pivot', params: {} };
	if (stage === undefined) return null;
	const isNamed = (['id', 'name', 'owner', 'created', 'closed', 'expectedClose'] as const).some((field) =>
		found.has(field),
	);
	return !isNamed && areStageTotals(grid, headerRow, headings, stage)
		? { code: 'stageTotals', params: { stage: headings[stage] as string } }
		: null;
}

/** The first headings, so that the user sees which row was taken for them. */
function listOf(headings: readonly string[]): string {
	const named = headings.filter((heading) => heading !== '').map((heading) => heading.slice(0, 30));
	return named.length > 8 ? `${named.slice(0, 8).join(', ')}, …` : named.join(', ');
}
