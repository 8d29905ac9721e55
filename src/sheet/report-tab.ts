/**
 * The report sheet: one rectangle of cells that is ours, found again by a named range, and charts found again by their
 * ids. Everything outside of the rectangle is the user's and is never written. Not here: what the cells say
 * (addon/answers/report-blocks.ts).
 */
import { type Content, writeBlock } from './cell-writing.ts';
import { filledSheet } from './new-sheet.ts';
import type { OpenDocument } from './open-document.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Rows and columns are 0-based in the rectangle. */
export interface ReportChart {
	/** First row of the free place for it. */
	readonly row: number;
	readonly kind: 'bars' | 'columns';
	readonly title: string;
	/** Of its series, in their order. */
	readonly colors: readonly string[];
	/** Row of the headings of its data, and rows with them. */
	readonly first: number;
	readonly rows: number;
	/** First column and number of columns of each range. */
	readonly columns: readonly (readonly [number, number])[];
}

export interface ReportCells {
	readonly values: readonly (readonly Content[])[];
	readonly formats: readonly (readonly string[])[];
	readonly bold: readonly number[];
	/** Rows of column names. */
	readonly heads: readonly number[];
	/** Rows of large figures, which have their names above and what they count below. */
	readonly large: readonly number[];
	/** First column and number of columns of each large figure. */
	readonly figures: readonly (readonly [number, number])[];
	/** Rows of small print. */
	readonly notes: readonly number[];
	/** Figures on too few deals: first row, column, number of rows. */
	readonly thin: readonly (readonly [number, number, number])[];
	readonly charts: readonly ReportChart[];
}

const RANGE = 'Stagekeeper_report';
const MARK = 'stagekeeper.report';
const HEAD = '#e8f0fe';
const INK = '#202124';
const GRAY = '#80868b';
/** The sheet's width on paper: A4 across, with the margins that Google gives. */
const FIRST_WIDTH = 150;
const PAGE_WIDTH = 978;
const CHART_HEIGHT = 320;
/** In pixels: the title, large figures, names of columns in two lines. */
const HEIGHTS = { title: 36, large: 32, head: 36 };

/**
 * Makes the sheet, or renews the rectangle of the one that is there.
 * @returns the sheet, which becomes the active one
 */
export function writeReport(document: OpenDocument, name: string, report: ReportCells): Sheet {
	const own = ownRange(document);
	if (own !== null) {
		renew(document, own, report);
		return own.getSheet();
	}
	return filledSheet(document, name, report.values, (sheet) => {
		const width = (report.values[0] as readonly Content[]).length;
		const { length } = report.values;
		if (length > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), length - sheet.getMaxRows());
		const range = sheet.getRange(1, 1, length, width);
		writeBlock(range, report.values, null);

		sheet.setColumnWidth(1, FIRST_WIDTH);
		sheet.setColumnWidths(2, width - 1, Math.floor((PAGE_WIDTH - FIRST_WIDTH) / (width - 1)));
		sheet.setHiddenGridlines(true);
		dress(range, report);
		document.spreadsheet.setNamedRange(RANGE, range);
	});
}

function ownRange(document: OpenDocument): Range | null {
	try {
		const range = document.spreadsheet.getRangeByName(RANGE);
		const id = range?.getSheet().getSheetId();
		return document.sheets.some((sheet) => sheet.getSheetId() === id) ? range : null;
	} catch {
		// The name is there, its cells are not: a new sheet is made.
		return null;
	}
}

/**
 * All cells with one write; rows that are needed beyond the rectangle are inserted below it, so that notes there move
 * down.
 */
function renew({ spreadsheet }: OpenDocument, own: Range, report: ReportCells): void {
	const sheet = own.getSheet();
	const width = (report.values[0] as readonly Content[]).length;
	const rows = Math.max(own.getNumRows(), report.values.length);
	const columns = Math.max(own.getNumColumns(), width);
	if (rows > own.getNumRows()) sheet.insertRowsAfter(own.getLastRow(), rows - own.getNumRows());
	if (columns > own.getNumColumns()) sheet.insertColumnsAfter(own.getLastColumn(), columns - own.getNumColumns());
	const range = sheet.getRange(own.getRow(), own.getColumn(), rows, columns);
	// Before the write: rows that were just inserted belong to the report even when the write fails.
	if (rows > own.getNumRows() || columns > own.getNumColumns()) spreadsheet.setNamedRange(RANGE, range);
	const filled = <T>(grid: readonly (readonly T[])[], blank: T): T[][] =>
		Array.from({ length: rows }, (_, row) =>
			Array.from({ length: columns }, (_cell, column) => grid[row]?.[column] ?? blank),
		);
	writeBlock(range, filled<Content>(report.values, ''), null);
	const mark = markOf(sheet);
	if (mark.layout !== layoutOf(range, report)) dress(range, { ...report, formats: filled(report.formats, 'General') });
	spreadsheet.setActiveSheet(sheet);
}

interface Mark {
	readonly layout: string;
	readonly charts: readonly (number | null)[];
}

function markOf(sheet: Sheet): Mark {
	try {
		return JSON.parse(sheet.createDeveloperMetadataFinder().withKey(MARK).find()[0]?.getValue() ?? '') as Mark;
	} catch {
		return { layout: '', charts: [] };
	}
}

/**
 * The positions of everything. While they stay the same, formats and charts stay as they are, including what the user
 * changed in them.
 */
function layoutOf(range: Range, { charts, bold, notes, thin }: ReportCells): string {
	return JSON.stringify([
		range.getA1Notation(),
		...[bold, notes, thin],
		charts.map(({ first, rows, row, columns }) => [first, rows, row, columns]),
	]);
}

/** Formats and charts. New charts first, then the old ones go: a failure between leaves one too many, never none. */
function dress(range: Range, report: ReportCells): void {
	const sheet = range.getSheet();
	const columns = range.getNumColumns();
	range.setNumberFormats(report.formats as string[][]);
	const byRow = <T>(look: (row: number) => T): T[][] =>
		Array.from({ length: range.getNumRows() }, (_, row) => Array.from({ length: columns }, () => look(row)));
	range.setFontWeights(byRow((row) => (report.bold.includes(row) ? 'bold' : 'normal')));
	range.setBackgrounds(byRow((row) => (report.heads.includes(row) ? HEAD : null)));
	range.setFontSize(10).setFontColor(INK).setVerticalAlignment('bottom');
	range.offset(0, 0, 1, 1).setFontSize(20);
	const setHeight = (row: number, pixels: number): Sheet => sheet.setRowHeight(range.getRow() + row, pixels);
	setHeight(0, HEIGHTS.title);
	for (const row of report.large) {
		setHeight(row, HEIGHTS.large);
		range.offset(row - 1, 0, 3, columns).breakApart();
		range.offset(row, 0, 1, columns).setFontSize(18).setFontWeight('bold').setHorizontalAlignment('left');
		// A number does not flow into the next cell as a text does.
		for (const [column, count] of report.figures) range.offset(row - 1, column, 3, count).mergeAcross();
	}
	range
		.offset(0, columns - 1, range.getNumRows(), 1)
		.setWrap(true)
		.setFontSize(8);
	// Column headings are aligned with their numbers and wrap when they are longer than these; notes wrap too.
	for (const row of report.heads) setHeight(row, HEIGHTS.head);
	const inRows = (rows: readonly number[], column: number, count: number): Place[] =>
		rows.map((row) => [row, column, 1, count]);
	together(range, inRows(report.heads, 0, columns), (cells) => cells.setWrap(true).setFontSize(9));
	together(range, inRows(report.heads, 1, columns - 1), (cells) => cells.setHorizontalAlignment('right'));
	together(range, inRows(report.heads, columns - 1, 1), (cells) => cells.setHorizontalAlignment('left'));
	together(range, inRows(report.notes, 0, columns), (cells) => cells.setFontSize(9).setFontColor(GRAY));
	const thin = report.thin.map(([row, column, rows]): Place => [row, column, rows, 1]);
	together(range, thin, (cells) => cells.setFontColor(GRAY));
	const before = sheet.getCharts();
	const old = new Set(markOf(sheet).charts);
	for (const chart of report.charts) insertChart(range, chart);
	const known = new Set(before.map((chart) => chart.getChartId()));
	const charts = sheet
		.getCharts()
		.map((chart) => chart.getChartId())
		.filter((id) => !known.has(id));
	for (const chart of before) if (old.has(chart.getChartId())) sheet.removeChart(chart);
	for (const mark of sheet.createDeveloperMetadataFinder().withKey(MARK).find()) mark.remove();
	const mark: Mark = { layout: layoutOf(range, report), charts };
	sheet.addDeveloperMetadata(MARK, JSON.stringify(mark), SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** Row and column in the rectangle, rows, columns. */
type Place = readonly [number, number, number, number];

/** Changes many cells with one call each. Google has no list of no ranges. */
function together(range: Range, places: readonly Place[], change: (cells: RangeList) => void): void {
	if (places.length === 0) return;
	const names = places.map((place) => range.offset(...place).getA1Notation());
	change(range.getSheet().getRangeList(names));
}

function insertChart(range: Range, { row, kind, title, colors, first, rows, columns }: ReportChart): void {
	const sheet = range.getSheet();
	const builder = sheet
		.newChart()
		.setChartType(kind === 'bars' ? Charts.ChartType.BAR : Charts.ChartType.COLUMN)
		.setNumHeaders(1)
		.setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS)
		.setPosition(range.getRow() + row, range.getColumn(), 0, 8)
		.setOption('title', title)
		.setOption('width', PAGE_WIDTH)
		.setOption('height', CHART_HEIGHT)
		.setOption('colors', colors)
		// Each bar has one part of another color, or one color: what is blank takes no room.
		.setOption('isStacked', true)
		.setOption('legend.position', 'bottom');
	for (const [column, count] of columns) builder.addRange(range.offset(first, column, rows, count));
	// The first stage at the top, in the documented way: the option for it is not listed for charts of a sheet.
	const chart = kind === 'bars' ? builder.asBarChart().reverseCategories() : builder;
	sheet.insertChart(chart.build());
}
