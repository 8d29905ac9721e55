/**
 * Every write of cell contents, in one file: a text arrives as that very text in every cell, and only a formula of ours
 * becomes a formula.
 * Not here: which cells are written, and with what.
 */
import type { Cell, Grid } from '../core/cells/cell.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** One of our own formulas, the only content that may become a formula. */
export class OwnFormula {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

export type Content = Cell | OwnFormula;

/** Google's format for plain text, and the automatic one. */
export const PLAIN_TEXT = '@';
const AUTOMATIC = 'General';
/** The most characters that Google Sheets allows in a cell. */
const FULL = 50_000;

/**
 * What a write may read as a formula even in a cell of plain text, or what may lose its first character there. Nothing
 * documented says that the format protects from it, so such a text gets an automatic cell and an apostrophe, which is
 * documented to make any text a text.
 */
const RISKY = /^[\s=+\-@'＝＋－＠]/u;

/** Would Google take this text for a formula, or for less than it is? */
export function mayBeFormula(text: string): boolean {
	return RISKY.test(text);
}

function isRisky(content: Content): content is string {
	return typeof content === 'string' && RISKY.test(content);
}

/** The format in which this content is written where the cell has, or shall have, `format`. */
function formatFor(content: Content, format: string): string {
	if (format === PLAIN_TEXT) return isRisky(content) || content instanceof OwnFormula ? AUTOMATIC : format;
	// A cell that is full has no room for the apostrophe: plain text needs none.
	return typeof content === 'string' && content.length >= FULL && !isRisky(content) ? PLAIN_TEXT : format;
}

/** What is handed to Google for a cell of this format. An apostrophe in a cell of plain text might stay there. */
function written(content: Content, format: string): Cell {
	if (content instanceof OwnFormula) return content.text;
	// Of a full cell that would be a formula the last character gives way.
	return typeof content === 'string' && content !== '' && format !== PLAIN_TEXT
		? `'${content}`.slice(0, FULL)
		: content;
}

/** Whether the cell holds this text, with or without an apostrophe that we added and that stayed. */
export function holdsText(cell: Cell | undefined, text: string): boolean {
	return cell === text || (isRisky(text) && cell === `'${text}`);
}

/**
 * One write into cells whose format is automatic, as in a new sheet, or that are given their formats here.
 * @param formats null: they have no format of plain text
 */
export function writeBlock(
	range: Range,
	contents: readonly (readonly Content[])[],
	formats: readonly (readonly string[])[] | null,
): void {
	const formatAt = (row: number, column: number): string => formats?.[row]?.[column] ?? AUTOMATIC;
	if (formats !== null)
		range.setNumberFormats(
			contents.map((line, row) => line.map((content, column) => formatFor(content, formatAt(row, column)))),
		);
	range.setValues(
		contents.map((line, row) =>
			line.map((content, column) => written(content, formatFor(content, formatAt(row, column)))),
		),
	);
}

/** A rectangle, short rows filled up with blanks. */
export function rectangle(grid: Grid): Cell[][] {
	const width = Math.max(1, ...grid.map((row) => row.length));
	return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

/**
 * One text into all these cells of the user's.
 * @param a1 ranges
 * @param format of the cells, unless they may have got another one by now (`isSure` false)
 */
export function writeText(sheet: Sheet, a1: string[], text: string, format: string, isSure = true): void {
	const cells = sheet.getRangeList(a1);
	const needed = formatFor(text, format);
	if (needed !== format || (!isSure && format === PLAIN_TEXT)) cells.setNumberFormat(needed);
	cells.setValue(written(text, needed));
}

/** Texts into cells of one column of the user's. @param formats what the cells have */
export function writeColumn(range: Range, texts: readonly string[], formats: readonly string[]): void {
	const needed = texts.map((text, i) => formatFor(text, formats[i] ?? AUTOMATIC));
	if (needed.some((format, i) => format !== formats[i])) range.setNumberFormats(needed.map((format) => [format]));
	range.setValues(texts.map((text, i) => [written(text, needed[i] ?? AUTOMATIC)]));
}

/** Writes one of our formulas into one cell and replaces its content. */
export function writeFormula(cell: Range, { text }: OwnFormula): void {
	cell.setFormula(text);
}
