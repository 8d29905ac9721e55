/** The command line of the report. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEAL_LINES, type DealLines } from '../../src/core/model/settings.ts';
import { type Corrections, readCorrections } from './corrections.ts';
import { ReportError } from './options-error.ts';

export interface ReportOptions {
	readonly file: string;
	readonly stages: string | null;
	readonly history: string | null;
	/** yyyy-mm-dd; null: today. */
	readonly asOf: string | null;
	readonly timeZone: string;
	/** As Google writes it: `en_US`. */
	readonly locale: string;
	/** How rows with the same id are read. */
	readonly dealLines: DealLines;
	readonly corrections: Corrections;
	readonly formulas: readonly string[];
	readonly isJson: boolean;
}

export const USAGE =
	'npm run -s report -- FILE [--stages FILE] [--history FILE] [--as-of YYYY-MM-DD] [--time-zone ZONE] [--locale LOCALE] [--date-order dmy|mdy|ymd] [--header-row N] [--column FIELD=HEADING]… [--outcome SIGN=HEADING]…|none [--deal-lines sum|once] [--formula \'=WIN_RATE("closed")\']… [--json]';

/** The locale of a spreadsheet whose dates are written so; it decides where the dates of the table leave a choice. */
const LOCALE_OF_ORDER: ReadonlyMap<string, string> = new Map([
	['dmy', 'en_GB'],
	['mdy', 'en_US'],
	['ymd', 'en_CA'],
]);

/** Paths are relative to the folder where npm was started. */
export function readOptions(args: readonly string[], folder: string): ReportOptions {
	const { values, positionals } = parsed(args);
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new ReportError(`Name one file. Use: ${USAGE}`);
	const path = (given: string | undefined): string | null => (given === undefined ? null : resolve(folder, given));
	return {
		file: resolve(folder, file),
		stages: path(values.stages),
		history: path(values.history),
		asOf: dayOf(values['as-of']),
		timeZone: timeZoneOf(values['time-zone']),
		locale: localeOf(values.locale, values['date-order']),
		dealLines: dealLinesOf(values['deal-lines']),
		corrections: readCorrections(values.column ?? [], values['header-row'], values.outcome),
		formulas: values.formula ?? [],
		isJson: values.json ?? false,
	};
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
	try {
		return parse(args);
	} catch (error) {
		throw new ReportError(`${(error as Error).message.split('\n')[0]} Use: ${USAGE}`);
	}
}

function dayOf(given: string | undefined): string | null {
	if (given !== undefined && !isDay(given))
		throw new ReportError(`"${given}" is not a date; write --as-of like 2026-03-31.`);
	return given ?? null;
}

function timeZoneOf(given = 'UTC'): string {
	if (!isTimeZone(given)) throw new ReportError(`"${given}" is not a time zone; write --time-zone like Europe/Berlin.`);
	return given;
}

function dealLinesOf(given = 'each'): DealLines {
	const dealLines = DEAL_LINES.find((way) => way === given);
	if (dealLines === undefined)
		throw new ReportError(
			`"${given}" is no way to read rows with one id; write --deal-lines sum (amounts added) or once (first amount).`,
		);
	return dealLines;
}

function localeOf(given = 'en_US', order?: string): string {
	const locale = order === undefined ? given.replace('-', '_') : LOCALE_OF_ORDER.get(order);
	if (locale === undefined)
		throw new ReportError(`"${order}" is no order of dates; write --date-order dmy, mdy or ymd (day, month, year).`);
	if (!isLocale(locale)) throw new ReportError(`"${given}" is not a locale; write --locale like en_GB.`);
	return locale;
}

function parse(args: readonly string[]) {
	return parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			stages: { type: 'string' },
			history: { type: 'string' },
			'as-of': { type: 'string' },
			'time-zone': { type: 'string' },
			locale: { type: 'string' },
			'date-order': { type: 'string' },
			'header-row': { type: 'string' },
			column: { type: 'string', multiple: true },
			outcome: { type: 'string', multiple: true },
			'deal-lines': { type: 'string' },
			formula: { type: 'string', multiple: true },
			json: { type: 'boolean' },
		},
	});
}

function isDay(text: string): boolean {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
	if (parts === null) return false;
	const instant = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
	return new Date(instant).toISOString().startsWith(text);
}

function isLocale(name: string): boolean {
	try {
		return Intl.getCanonicalLocales(name.replace('_', '-')).length === 1;
	} catch {
		return false;
	}
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
