/**
 * Cells that the formula of another cell fills. Google does not mark them: they have a value and no formula, and a
 * value written into one breaks the formula and empties its whole column. So they are recognized by the formulas above
 * them and to the left of them.
 */
import { cellName } from '../core/cells/cell-name.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Functions whose answer covers columns as well as rows. */
const WIDE =
	'IMPORTRANGE|IMPORTDATA|IMPORTHTML|IMPORTXML|IMPORTFEED|GOOGLEFINANCE|QUERY|FILTER|SORTN?|UNIQUE|SPLIT|TRANSPOSE|HSTACK|VSTACK|CHOOSECOLS|CHOOSEROWS|WRAPROWS|WRAPCOLS|TOROW|TAKE|DROP|EXPAND|BYROW|MAKEARRAY|SEQUENCE|RANDARRAY|ARRAY_CONSTRAIN|REDUCE|LAMBDA|OFFSET';
/** A formula that is known to fill more than its own cell. */
const FILLS_DOWN = new RegExp(`^=\\s*\\{|\\b(?:ARRAYFORMULA|FLATTEN|TOCOL|MAP|SCAN|${WIDE})\\s*\\(`, 'iu');
/** A formula that may fill cells at its right: an array, one of those functions … */
const FILLS_RIGHT = new RegExp(`\\{|\\b(?:${WIDE})\\s*\\(`, 'iu');
/** … or a block of cells taken as it is. */
const BLOCK = /^=\s*ARRAYFORMULA\s*\(\s*(?:'[^']*'!|[^'!()]*!)?\$?([A-Z]+)\$?\d*:\$?([A-Z]+)/iu;
/** Functions that give one value; a formula of these alone fills its own cell only. */
const ONE_VALUE = new Set(
	'IF IFS IFERROR IFNA SWITCH CHOOSE AND OR NOT XOR ISBLANK ISNUMBER ISTEXT ISERROR ISNA ISDATE N T SUM SUMIF SUMIFS COUNT COUNTA COUNTIF COUNTIFS COUNTBLANK AVERAGE AVERAGEIF AVERAGEIFS MIN MAX MINIFS MAXIFS MEDIAN ROUND ROUNDUP ROUNDDOWN INT MOD ABS DATE DATEVALUE TODAY NOW YEAR MONTH DAY WEEKDAY EDATE EOMONTH DATEDIF DAYS NETWORKDAYS TEXT VALUE LEFT RIGHT MID LEN TRIM CLEAN UPPER LOWER PROPER SUBSTITUTE REPLACE FIND SEARCH CONCAT CONCATENATE JOIN TEXTJOIN REGEXMATCH REGEXREPLACE HYPERLINK ROW COLUMN VLOOKUP HLOOKUP MATCH XMATCH RANK EXACT TRUE FALSE'.split(
		' ',
	),
);

/**
 * @param column 0-based @param rows 0-based, of cells without a formula
 * @returns for each row whose cell another cell's formula fills, or may fill, the name of that cell
 */
export function spillSources(sheet: Sheet, column: number, rows: readonly number[]): ReadonlyMap<number, string> {
	const found = new Map<number, string>();
	if (rows.length === 0) return found;
	const last = Math.max(...rows);
	const own = (sheet.getRange(1, column + 1, last + 1, 1).getFormulas() as [string][]).map(([formula]) => formula);
	const wide = wideFormulas(sheet, column, last);
	for (const row of rows) {
		const above = lastFormula(own, row);
		if (above >= 0 && fillsDown(own, above)) found.set(row, cellName(above, column));
		else {
			// A cell with a formula of its own between the two would block the spill.
			const source = wide.find((cell) => cell.row <= row && cell.row > above);
			if (source !== undefined) found.set(row, cellName(source.row, source.column));
		}
	}
	return found;
}

/** Formulas to the left of the column that may reach into it, 0-based. */
function wideFormulas(sheet: Sheet, column: number, last: number): { readonly row: number; readonly column: number }[] {
	if (column === 0) return [];
	const search = sheet.createTextFinder(`${FILLS_RIGHT.source}|ARRAYFORMULA`).useRegularExpression(true);
	if (search.matchFormulaText(true).findNext() === null) return [];
	const formulas = sheet.getRange(1, 1, last + 1, column).getFormulas();
	return formulas.flatMap((line, row) =>
		line.flatMap((formula, at) => (fillsRight(formula) ? [{ row, column: at }] : [])),
	);
}

function fillsRight(formula: string): boolean {
	if (FILLS_RIGHT.test(formula)) return true;
	const block = BLOCK.exec(formula);
	return block !== null && block[1]?.toUpperCase() !== block[2]?.toUpperCase();
}

function lastFormula(formulas: readonly string[], row: number): number {
	let at = row;
	while (at >= 0 && (formulas[at] ?? '') === '') at--;
	return at;
}

/** Whether a formula fills cells below. With another one right above or below, only one that is made to fill does. */
function fillsDown(formulas: readonly string[], row: number): boolean {
	const formula = formulas[row] ?? '';
	if (FILLS_DOWN.test(formula)) return true;
	const isOneOfMany = (formulas[row - 1] ?? '') !== '' || (formulas[row + 1] ?? '') !== '';
	if (isOneOfMany) return false;
	const functions = formula.replace(/"[^"]*"|'[^']*'/gu, '').match(/[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu) ?? [];
	return functions.some((name) => !ONE_VALUE.has(name.toUpperCase()));
}
