/**
 * A block of cells read as opportunities: which rows are deals now, each column when it is first asked for.
 * Belongs here: putting the readers of the columns together. Not here: how a column is read, what is wrong across
 * columns (validation/).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText, issueAt, trimmedText } from '../cells/cell-text.ts';
import type { Issue } from '../cells/issue.ts';
import { readProbabilities } from '../cells/probability-text.ts';
import { textKey } from '../cells/text-key.ts';
import type { Codes, ColumnMap, DateColumn, Dimension, Field, Opportunities } from '../model/opportunity.ts';
import type { OutcomeColumn, OutcomeStages } from '../model/outcome.ts';
import type { DealLines } from '../model/settings.ts';
import { isEnded, type StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { DAY_MS } from '../time/calendar-day.ts';
import type { TimeZone } from '../time/time-zone.ts';
import { amountReader } from './amount-column.ts';
import { columnNames } from './column-names.ts';
import type { ColumnReader, ReadRows } from './column-reader.ts';
import { dateReader } from './date-column.ts';
import { LineSearch, lineIssues, summedAmounts } from './deal-lines.ts';
import { dealRows } from './deal-rows.ts';
import { statusFacts } from './effective-stage.ts';
import { headingsAt } from './headings-at.ts';
import { dimensionReader, valueReader, valuesOf } from './name-column.ts';
import { outcomeSources } from './outcome.ts';
import { StageReader, stageColumn } from './stage-column.ts';
import { LazyColumn, TableWalk } from './table-walk.ts';

export interface TableOptions {
	/** 0-based. */
	readonly headerRow: number;
	readonly columns: ColumnMap;
	readonly stageDates?: readonly { readonly stage: string; readonly column: number }[];
	/**
	 * Columns that tell ends of deals beside the stage and the status, and the ids of the stages that take those deals.
	 */
	readonly outcomes?: readonly OutcomeColumn[];
	readonly outcomeStages?: OutcomeStages;
	readonly stages: StageList;
	readonly timeZone: TimeZone;
	/** Of amounts where neither cell nor heading names one; '' none. */
	readonly currency?: string;
	/** The sheet's locale, `en_US` or `de-DE`: decides on dates and separators only where no value does. */
	readonly locale: string;
	/** How rows with the same id are read; each one is a deal unless it is said. */
	readonly dealLines?: DealLines;
	readonly asOfDay: number;
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

/** Columns by grid column; `make` is asked once for each. */
function byColumn<T>(make: (column: number) => T): (column: number) => T {
	const made = new Map<number, T>();
	return (column) => {
		const known = made.get(column) ?? make(column);
		made.set(column, known);
		return known;
	};
}

/** Reads a table. Nothing is decoded, not even the rows, before it is asked for. */
export function readTable(grid: Grid, options: TableOptions): Opportunities {
	const { headerRow, columns, stages, timeZone, locale } = options;
	const stageDateColumns = options.stageDates ?? [];
	const headings = headingsAt(grid, headerRow);
	const names = columnNames(headings);
	const known = new Set([...Object.values(columns), ...stageDateColumns.map(({ column }) => column)]);
	const stageReader = new StageReader(stages, headings[columns.stage ?? -1] ?? '');
	const mode = options.dealLines ?? 'each';
	const search = mode === 'each' || columns.id === undefined ? null : new LineSearch(columns.id);
	const found = dealRows(grid, headerRow, columns, known, headings, stages.all.length, stageReader.read, search);
	const source: ReadRows = {
		grid,
		most: found.stageCodes.length,
		rows: () => walk.deals().rows(),
	};
	const walk = new TableWalk(found, source, headerRow + 1);
	const cellAt = (deal: number, column: number): Cell => existing(grid[existing(source.rows()[deal])])[column] ?? '';
	const positions = new Map(names.map((name, column) => [textKey(name), column]));
	positions.delete('');

	const dateColumns = [
		columns.created,
		columns.closed,
		columns.expectedClose,
		...stageDateColumns.map(({ column }) => column),
	].filter((column) => column !== undefined);
	const dates = byColumn((column) => {
		const others = dateColumns.filter((other) => other !== column);
		return new LazyColumn(() => dateReader(source, column, timeZone, locale, others));
	});
	const amounts = byColumn((column) => {
		const readerOf = (rows: ReadRows) =>
			amountReader(rows, column, columns.currency, headings[column] ?? '', locale, options.currency);
		return new LazyColumn(() =>
			search === null || mode !== 'sum'
				? readerOf(source)
				: summedAmounts(source, column, () => search.lines, readerOf),
		);
	});
	const dimensions = byColumn(
		(column) => new LazyColumn(() => dimensionReader(source.most, column, names[column] ?? '', timeZone)),
	);
	const values = byColumn((column) => new LazyColumn(() => valueReader(column, timeZone)));
	const readDateColumn = (column: number): DateColumn => walk.of(dates(column));
	const readStageColumn = onFirstUse(() => {
		const deals = walk.deals();
		const ofStatus = (cell: Cell | undefined): number => statusFacts(cell, stages);
		const sources = outcomeSources(grid, headerRow, headings, columns, options.outcomes ?? [], ofStatus);
		return stageColumn(source, columns.stage, stages, deals, stageReader, sources, options.outcomeStages ?? {});
	});
	const readStageDates = onFirstUse(() => {
		const byStage = new Map<number, DateColumn>();
		for (const { stage, column } of stageDateColumns) {
			const position = stages.positionOf(stage);
			if (position >= 0) byStage.set(position, readDateColumn(column));
		}
		return byStage as ReadonlyMap<number, DateColumn>;
	});
	const readClosed = onFirstUse(() => {
		const closed = columns.closed === undefined ? null : readDateColumn(columns.closed);
		const ends = [...readStageDates()].filter(
			([position, column]) => column !== closed && isEnded(stages.all[position]?.kind),
		);
		return ends.length === 0 ? closed : withStageDates(closed, new Map(ends), readStageColumn().codes, timeZone);
	});
	const readTableIssues = onFirstUse((): readonly Issue[] => [
		...duplicateHeadings(headings, headerRow),
		...walk.deals().issues,
		...(search === null ? [] : lineIssues(grid, search.lines, columns, existing(columns.id), mode)),
	]);
	const ids = byColumn((column) => new LazyColumn(() => idReader(column, timeZone)));
	const readProbabilityColumn = onFirstUse(() => {
		const column = columns.probability;
		if (column === undefined) return null;
		const rows = source.rows();
		const reading = readProbabilities(Array.from(rows, (_, deal) => cellAt(deal, column)));
		const list = (code: Issue['code'], deal: number): Issue =>
			issueAt(code, existing(rows[deal]), column, cellAt(deal, column));
		const listed = reading.refused.map((deal) => list('probabilityOutOfRange', deal));
		if (reading.unclear >= 0) listed.push(list('probabilityUnitUnclear', reading.unclear));
		return { values: reading.values, issues: listed };
	});

	return {
		get count() {
			return walk.deals().count;
		},
		get gridRows() {
			return source.rows();
		},
		headings: names,
		columns,
		get tableIssues() {
			return readTableIssues();
		},
		stages: readStageColumn,
		amounts: () => (columns.amount === undefined ? null : walk.of(amounts(columns.amount))),
		date: (field) => {
			if (field === 'closed') return readClosed();
			const column = columns[field];
			return column === undefined ? null : readDateColumn(column);
		},
		stageDates: readStageDates,
		ids: () => (columns.id === undefined ? null : walk.of(ids(columns.id))),
		probabilities: readProbabilityColumn,
		dimension: (headingOrColumn): Dimension | null => {
			const column = typeof headingOrColumn === 'number' ? headingOrColumn : positions.get(textKey(headingOrColumn));
			return column === undefined || column < 0 ? null : walk.of(dimensions(column));
		},
		values: (column) => {
			const read = dimensions(column).column;
			return read === null ? walk.of(values(column)) : valuesOf(read.column);
		},
		readTogether: (fields, others) => {
			const own = fields.flatMap((field): LazyColumn<unknown>[] => {
				const column = columns[field];
				if (column === undefined) return [];
				if (DATES.includes(field)) return [dates(column)];
				return [field === 'amount' ? amounts(column) : field === 'id' ? ids(column) : dimensions(column)];
			});
			const taken = new Set(fields.map((field) => columns[field]));
			walk.read([...own, ...others.filter((column) => !taken.has(column)).map(values)]);
		},
		label: (deal) => {
			for (const column of [columns.name, columns.id]) {
				if (column !== undefined && !isBlank(cellAt(deal, column)))
					return cellText(cellAt(deal, column), timeZone).trim();
			}
			return '';
		},
	};
}

/** Ids as text, '' for a blank one. */
function idReader(column: number, zone: TimeZone): ColumnReader<readonly string[]> {
	const ids: string[] = [];
	return {
		read(block, _, count) {
			for (let i = 0; i < count; i++) {
				const cell = existing(block[i])[column];
				ids.push(isBlank(cell) ? '' : trimmedText(cell, zone));
			}
		},
		finish: () => ids,
	};
}

const DATES: readonly Field[] = ['created', 'closed', 'expectedClose'];

/**
 * Close dates, filled where they are missing from the date on which the deal entered its won or lost stage ("Won time",
 * "Lost time").
 */
function withStageDates(
	closed: DateColumn | null,
	ends: ReadonlyMap<number, DateColumn>,
	codes: Codes,
	timeZone: TimeZone,
): DateColumn {
	const hasTime = closed?.hasTime === true || [...ends.values()].some((column) => column.hasTime);
	const days = new Float64Array(codes.length).fill(Number.NaN);
	for (let deal = 0; deal < codes.length; deal++) {
		const source =
			closed !== null && !Number.isNaN(existing(closed.days[deal])) ? closed : ends.get(existing(codes[deal]));
		const day = source?.days[deal] ?? Number.NaN;
		days[deal] =
			hasTime && source?.hasTime === false && !Number.isNaN(day) ? timeZone.instantOf(day * DAY_MS) / DAY_MS : day;
	}
	return { days, hasTime, issues: closed?.issues ?? [] };
}
