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
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(args);
	} catch (error) {
		throw new ReportError(`${(error as Error).message.split('\n')[0]} Use: ${USAGE}`);
	}
	const { values, positionals } = parsed;
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new ReportError(`Name one file. Use: ${USAGE}`);
	const asOf = values['as-of'] ?? null;
	if (asOf !== null && !isDay(asOf)) throw new ReportError(`"${asOf}" is not a date; write --as-of like 2026-03-31.`);
	const timeZone = values['time-zone'] ?? 'UTC';
	if (!isTimeZone(timeZone))
		throw new ReportError(`"${timeZone}" is not a time zone; write --time-zone like Europe/Berlin.`);
	const dealLines = DEAL_LINES.find((way) => way === (values['deal-lines'] ?? 'each'));
	if (dealLines === undefined)
		throw new ReportError(
			`"${values['deal-lines']}" is no way to read rows with one id; write --deal-lines sum (amounts added) or once (first amount).`,
		);
	const locale = (values.locale ?? 'en_US').replace('-', '_');
	const order = values['date-order'];
	const orderLocale = order === undefined ? locale : LOCALE_OF_ORDER.get(order);
	if (orderLocale === undefined)
		throw new ReportError(`"${order}" is no order of dates; write --date-order dmy, mdy or ymd (day, month, year).`);
	const path = (given: string | undefined): string | null => (given === undefined ? null : resolve(folder, given));
	return {
		file: resolve(folder, file),
		stages: path(values.stages),
		history: path(values.history),
		asOf,
		timeZone,
		locale: orderLocale,
		dealLines,
		corrections: readCorrections(values.column ?? [], values['header-row'], values.outcome),
		formulas: values.formula ?? [],
		isJson: values.json ?? false,
	};
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

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
