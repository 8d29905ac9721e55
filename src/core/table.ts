/**
 * A block of cells read as opportunities: which rows are deals now, each column when it is first asked for.
 * Belongs here: putting the readers of the columns together. Not here: how a column is read, what is wrong across columns (validation/).
 */
import { readAmounts } from './amount-column.ts';
import { DAY_MS } from './calendar-day.ts';
import { type Cell, type Grid, isBlank } from './cell.ts';
import { cellText, issueAt } from './cell-text.ts';
import { readDates } from './date-column.ts';
import { dealRows } from './deal-rows.ts';
import { readDimension } from './dimension.ts';
import { headingsAt } from './header-row.ts';
import type { Issue } from './issue.ts';
import type { AmountColumn, ColumnMap, DateColumn, Dimension, Opportunities } from './opportunity.ts';
import { readProbabilities } from './probability-text.ts';
import type { StageKind, StageList } from './stage.ts';
import { readStages } from './stage-column.ts';
import { textKey } from './text-key.ts';
import type { TimeZone } from './time-zone.ts';

export interface TableOptions {
	/** 0-based. */
	readonly headerRow: number;
	readonly columns: ColumnMap;
	readonly stageDates?: readonly { readonly stage: string; readonly column: number }[];
	readonly stages: StageList;
	readonly timeZone: TimeZone;
	/** The sheet's locale, `en_US` or `de-DE`: decides on dates and separators only where no value does. */
	readonly locale: string;
	readonly asOfDay: number;
}

/** The value that `make` gives, made once. */
function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

function duplicateHeadings(headings: readonly string[], headerRow: number): Issue[] {
	const first = new Map<string, number>();
	const issues: Issue[] = [];
	headings.forEach((heading, column) => {
		const key = textKey(heading);
		const other = first.get(key);
		if (key === '') return;
		if (other === undefined) first.set(key, column);
		else issues.push(issueAt('duplicateHeading', headerRow, column, heading, null, { first: other }));
	});
	return issues;
}

/** Reads a table. Nothing but the rows is decoded before it is asked for. */
export function readTable(grid: Grid, options: TableOptions): Opportunities {
	const { headerRow, columns, stages, timeZone, locale } = options;
	const stageDateColumns = options.stageDates ?? [];
	const headings = headingsAt(grid, headerRow);
	const known = new Set([...Object.values(columns), ...stageDateColumns.map(({ column }) => column)]);
	const { rows, issues } = dealRows(grid, headerRow, columns, known);
	const cellAt = (deal: number, column: number): Cell => (grid[rows[deal] as number] as readonly Cell[])[column] ?? '';
	const positions = new Map<string, number>();
	headings.forEach((heading, column) => {
		const key = textKey(heading);
		if (key !== '' && !positions.has(key)) positions.set(key, column);
	});

	const dateColumns = new Map<number, DateColumn>();
	const readDateColumn = (column: number): DateColumn => {
		const read = dateColumns.get(column) ?? readDates(grid, rows, column, timeZone, locale);
		dateColumns.set(column, read);
		return read;
	};
	const readStageColumn = once(() => readStages(grid, rows, columns, stages));
	const readStageDates = once(() => {
		const byStage = new Map<number, DateColumn>();
		for (const { stage, column } of stageDateColumns) {
			const position = stages.positionOf(stage);
			if (position >= 0) byStage.set(position, readDateColumn(column));
		}
		return byStage as ReadonlyMap<number, DateColumn>;
	});
	const readClosed = once(() => {
		const closed = columns.closed === undefined ? null : readDateColumn(columns.closed);
		const ends = [...readStageDates()].filter(([position, column]) => column !== closed && isEnd(stages.all[position]?.kind));
		return ends.length === 0 ? closed : withStageDates(closed, new Map(ends), readStageColumn().codes, timeZone);
	});
	const readAmountColumn = once((): AmountColumn | null =>
		columns.amount === undefined ? null : readAmounts(grid, rows, columns.amount, columns.currency, headings[columns.amount] ?? '', locale),
	);
	const readIds = once(() => {
		const column = columns.id;
		if (column === undefined) return null;
		const ids: string[] = [];
		for (let deal = 0; deal < rows.length; deal++) {
			const cell = cellAt(deal, column);
			ids.push(isBlank(cell) ? '' : cellText(cell).trim());
		}
		return ids;
	});
	const readProbabilityColumn = once(() => {
		const column = columns.probability;
		if (column === undefined) return null;
		const reading = readProbabilities(Array.from(rows, (_, deal) => cellAt(deal, column)));
		const list = (code: Issue['code'], deal: number): Issue => issueAt(code, rows[deal] as number, column, cellAt(deal, column));
		const listed = reading.refused.map((deal) => list('probabilityOutOfRange', deal));
		if (reading.unclear >= 0) listed.push(list('probabilityUnitUnclear', reading.unclear));
		return { values: reading.values, issues: listed };
	});
	const dimensions = new Map<number, Dimension>();

	return {
		count: rows.length,
		gridRows: rows,
		headings,
		columns,
		tableIssues: [...duplicateHeadings(headings, headerRow), ...issues],
		stages: readStageColumn,
		amounts: readAmountColumn,
		date: (field) => {
			if (field === 'closed') return readClosed();
			const column = columns[field];
			return column === undefined ? null : readDateColumn(column);
		},
		stageDates: readStageDates,
		ids: readIds,
		probabilities: readProbabilityColumn,
		dimension: (headingOrColumn, most = Number.POSITIVE_INFINITY) => {
			const column = typeof headingOrColumn === 'number' ? headingOrColumn : positions.get(textKey(headingOrColumn));
			if (column === undefined || column < 0) return null;
			const read = dimensions.get(column) ?? readDimension(grid, rows, column, headings[column] ?? '', most);
			if (read === null || read.labels.length > most) return null;
			dimensions.set(column, read);
			return read;
		},
		label: (deal) => {
			for (const column of [columns.name, columns.id]) {
				if (column !== undefined && !isBlank(cellAt(deal, column))) return cellText(cellAt(deal, column)).trim();
			}
			return '';
		},
	};
}

const isEnd = (kind: StageKind | undefined): boolean => kind === 'won' || kind === 'lost';

/** Close dates, filled where they are missing from the date on which the deal entered its won or lost stage ("Won time", "Lost time"). */
function withStageDates(
	closed: DateColumn | null,
	ends: ReadonlyMap<number, DateColumn>,
	codes: Int32Array,
	timeZone: TimeZone,
): DateColumn {
	const hasTime = closed?.hasTime === true || [...ends.values()].some((column) => column.hasTime);
	const days = new Float64Array(codes.length).fill(Number.NaN);
	for (let deal = 0; deal < codes.length; deal++) {
		const source = closed !== null && !Number.isNaN(closed.days[deal] as number) ? closed : ends.get(codes[deal] as number);
		const day = source?.days[deal] ?? Number.NaN;
		days[deal] = hasTime && source?.hasTime === false && !Number.isNaN(day) ? timeZone.instantOf(day * DAY_MS) / DAY_MS : day;
	}
	return { days, hasTime, issues: closed?.issues ?? [] };
}
