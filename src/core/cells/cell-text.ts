/** What a cell says when it is taken as a name, and texts that stand for "nothing". Not here: dates and amounts. */
import { DAY_MS, dayText } from '../time/calendar-day.ts';
import type { TimeZone } from '../time/time-zone.ts';
import { type Cell, isDate } from './cell.ts';
import type { Issue, IssueCode, IssueSeverity } from './issue.ts';
import { textKey } from './text-key.ts';

const LONGEST_VALUE = 200;
const PLACEHOLDERS = new Set([
	'null',
	'nil',
	'none',
	'nan',
	'na',
	'n/a',
	'n.a.',
	'undefined',
	'(blank)',
	'(empty)',
	'(none)',
	'-',
	'--',
	'—',
	'–',
	'?',
	'无',
	'無',
	'空',
]);

/**
 * Name, number, TRUE/FALSE or a date cell's day: in the zone of the spreadsheet, as the user sees it, or without a zone
 * its UTC day.
 */
export function cellText(cell: Cell | undefined | null, zone: TimeZone | null = null): string {
	if (typeof cell === 'string') return cell;
	if (cell === undefined || cell === null) return '';
	if (isDate(cell)) {
		const time = cell.getTime();
		return dayText(zone === null || Number.isNaN(time) ? time / DAY_MS : zone.dayOf(time));
	}
	return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

const isVisibleAscii = (code: number): boolean => code > 0x20 && code < 0x7f;

/** What a cell says without space around it. */
export function trimmedText(cell: Cell | undefined | null, zone: TimeZone | null = null): string {
	const text = cellText(cell, zone);
	// The common case has nothing to trim, and a call of `trim` would cost more than to see it.
	return isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

/** `null`, `N/A`, a dash: typed for "nothing" where a value is missing. */
export function isPlaceholder(cell: Cell | undefined | null): boolean {
	return typeof cell === 'string' && cell.length < 12 && PLACEHOLDERS.has(textKey(cell));
}

const SEVERITIES: Readonly<Record<IssueSeverity, string>> = {
	error:
		' unknownStage notADate notAnAmount formulaError probabilityOutOfRange duplicateId dealLines duplicateHeading stageKindUnknown ',
	info: ' stageSpelling placeholderText zeroOnOpenDeal totalsRow noteRow prefilledRows otherTable repeatedHeadings dealLinesRead endedByOutcome probabilityUnitUnclear inexactAmount mixedCurrencies severalPipelines ',
	warning: '',
};
function severityOf(code: IssueCode): IssueSeverity {
	if (SEVERITIES.error.includes(` ${code} `)) return 'error';
	return SEVERITIES.info.includes(` ${code} `) ? 'info' : 'warning';
}

/** One problem with the cell's text as its value, cut at 200 characters. */
export function issueAt(
	code: IssueCode,
	row: number | null,
	column: number | null,
	cell: Cell | undefined | null,
	suggestion: string | null = null,
	params: Issue['params'] = {},
): Issue {
	const text = cellText(cell);
	const value = text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE) : text;
	return { code, severity: severityOf(code), row, column, value, suggestion, params };
}
