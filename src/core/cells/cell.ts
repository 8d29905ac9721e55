/**
 * One spreadsheet cell as `Range.getValues()` gives it, and tables of them.
 * Belongs here: what a cell is and how to tell its sorts apart. Not here: what a cell means in a column.
 */

/** Text, number, boolean, date; a blank cell is the empty string. */
export type Cell = string | number | boolean | Date;

/** Row-major block of cells; rows may be ragged, a missing cell reads as blank. */
export type Grid = readonly (readonly Cell[])[];

/** A date cell. Not `instanceof`: cells come from another realm in tests and in the workbench. */
export function isDate(cell: Cell | undefined | null): cell is Date {
	return typeof cell === 'object' && cell !== null && typeof (cell as Date).getTime === 'function';
}

/** Blank: missing, empty or white space only (NBSP and zero-width marks included). */
export function isBlank(cell: Cell | undefined | null): boolean {
	if (cell === '' || cell === undefined || cell === null) return true;
	if (typeof cell !== 'string') return false;
	// The common case without a regular expression: the text starts with a visible ASCII character.
	const first = cell.charCodeAt(0);
	return !(first > 0x20 && first < 0x7f) && /^[\s\u00a0\u200b-\u200f\u2060\ufeff]*$/u.test(cell);
}

const FORMULA_ERROR = /^#(REF|N\/A|DIV\/0|VALUE|NAME|NUM|NULL|ERROR|SPILL|CALC)[!?]?$/u;
/** What a formula shows while it works, in the languages of the interface. */
const LOADING =
	/^(Loading|Wird geladen|Chargement|Chargement en cours|Cargando|Carregando|A carregar|Caricamento|Caricamento in corso|Bezig met laden|正在加载|加载中|載入中|正在載入|読み込み中|読み込んでいます)\s?(\.\.\.|…)$/u;

/** The text that a cell shows when its formula failed or has not finished. */
export function isFormulaError(cell: Cell | undefined | null): boolean {
	if (typeof cell !== 'string') return false;
	if (cell.startsWith('#')) return FORMULA_ERROR.test(cell.trim());
	return (cell.endsWith('...') || cell.endsWith('…')) && LOADING.test(cell);
}
