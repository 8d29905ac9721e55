/** BigQuery's words. */
import type { Dialect, TimeType } from './dialect.ts';

const TYPES = { date: 'DATE', instant: 'TIMESTAMP', wall: 'DATETIME', float: 'FLOAT64' } as const;
const TIMES: ReadonlyMap<string, TimeType | 'text'> = new Map([
	['DATE', 'date'],
	['TIMESTAMP', 'instant'],
	['DATETIME', 'wall'],
	['STRING', 'text'],
]);
const ESCAPES: readonly (readonly [string, string])[] = [
	['\\', '\\\\'],
	["'", "\\'"],
	['`', '\\`'],
	['\n', '\\n'],
	['\r', '\\r'],
];
const escaped = (text: string): string =>
	ESCAPES.reduce((rest, [found, written]) => rest.replaceAll(found, written), text);
const quoted = (value: string): string => `'${escaped(value)}'`;

export const bigquery: Dialect = {
	name: (identifier) => `\`${escaped(identifier)}\``,
	text: quoted,
	float: 'FLOAT64',
	integer: 'INT64',
	tryCast: (expression, type) => `SAFE_CAST(${expression} AS ${TYPES[type]})`,
	day: (date) => `UNIX_DATE(${date})`,
	month: (date) => `FORMAT_DATE('%Y-%m', ${date})`,
	milliseconds: (time, type, zone) =>
		type === 'instant' ? `UNIX_MILLIS(${time})` : `UNIX_MILLIS(TIMESTAMP(${time}, ${quoted(zone)}))`,
	dateIn: (time, type, zone) => (type === 'instant' ? `DATE(${time}, ${quoted(zone)})` : `DATE(${time})`),
	instant: (time, type, zone) => (type === 'instant' ? time : `TIMESTAMP(${time}, ${quoted(zone)})`),
	startOf: (date, zone) => `UNIX_MILLIS(TIMESTAMP(${date}, ${quoted(zone)}))`,
	dayOfInstant: (milliseconds, zone) => `UNIX_DATE(DATE(TIMESTAMP_MILLIS(${milliseconds}), ${quoted(zone)}))`,
	now: 'CURRENT_TIMESTAMP()',
	timeType: (type) => TIMES.get(type) ?? null,
	matches: (expression, pattern) => `REGEXP_CONTAINS(${expression}, ${quoted(pattern)})`,
	isInPart: (id, part, parts) => `MOD(ABS(FARM_FINGERPRINT(CAST(${id} AS STRING))), ${parts}) = ${part}`,
};
