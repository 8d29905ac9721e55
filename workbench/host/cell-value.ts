/** Between a stored cell and the value that `getValues` gives and `setValues` takes. */
import { enteredValue } from './entered-value.ts';
import { storedFormula } from './formula-separators.ts';
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { isDateFormat, serialOf, wallClockOfSerial } from './serial-date.ts';
import type { CellWrite, StoredCell } from './store.ts';
import { instantOf, wallClockOf } from './zone.ts';

export type CellValue = string | number | boolean | Date;

/**
 * Blank is ''; a number with a date format is a date of the bundle's realm: that wall-clock time in the spreadsheet's
 * zone.
 */
export function cellValueOf(host: Host, cell: StoredCell): CellValue {
	const { value, format } = cell;
	if (value === null) return '';
	if (typeof value === 'number' && format !== '' && isDateFormat(format)) {
		const wallClock = wallClockOfSerial(value);
		return new host.realm.Date(instantOf(wallClock, host.options.timeZone, host.doubts.skippedMidnight));
	}
	return value;
}

/** What a written value becomes in a cell that has this format. Throws Google's text for a value that no cell takes. */
export function writeOf(host: Host, value: unknown, format: string): CellWrite {
	if (value === null || value === undefined || value === '') return { value: null };
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) return { value: '#NUM!' };
		return { value };
	}
	if (typeof value === 'boolean') return { value };
	if (typeof value === 'string') {
		if (value.length > 50_000) throw host.exception(GOOGLE_TEXT.textLimit);
		return writtenText(host, value, format);
	}
	if (typeof value === 'object' && typeof (value as Date).getTime === 'function') {
		const serial = serialOf(wallClockOf((value as Date).getTime(), host.options.timeZone));
		if (isDateFormat(format)) return { value: serial };
		return { value: serial, format: Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
	}
	return enteredValue(String(value), format, host.options.locale);
}

/** A script's text: in cells of plain text Google may treat it otherwise than what a person types. */
function writtenText(host: Host, text: string, format: string): CellWrite {
	if (format === '@') {
		if (host.doubts.formulaInTextCell === 'formula' && text.startsWith('=') && text.length > 1)
			return { formula: text };
		if (host.doubts.apostropheInTextCell === 'consumed' && text.startsWith("'")) return { value: text.slice(1) };
	}
	const entered = enteredValue(text, format, host.options.locale);
	return entered.formula === undefined ? entered : { formula: storedFormula(host, entered.formula) };
}

// The page's name for it.
export { cellValueOf as valueOf };
