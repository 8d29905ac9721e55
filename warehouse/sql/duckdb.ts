/** DuckDB's words. */
import type { Dialect } from './dialect.ts';

const TYPES = { date: 'DATE', instant: 'TIMESTAMPTZ', wall: 'TIMESTAMP', float: 'DOUBLE' } as const;
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export const duckdb: Dialect = {
	name: (identifier) => `"${identifier.replaceAll('"', '""')}"`,
	text: quoted,
	float: 'DOUBLE',
	integer: 'BIGINT',
	tryCast: (expression, type) => `TRY_CAST(${expression} AS ${TYPES[type]})`,
	day: (date) => `date_diff('day', DATE '1970-01-01', ${date})`,
	month: (date) => `strftime(${date}, '%Y-%m')`,
	milliseconds: (time, type, zone) =>
		type === 'instant' ? `epoch_ms(${time})` : `epoch_ms(timezone(${quoted(zone)}, ${time}))`,
	dateIn: (time, type, zone) =>
		type === 'instant' ? `CAST(timezone(${quoted(zone)}, ${time}) AS DATE)` : `CAST(${time} AS DATE)`,
	instant: (time, type, zone) => (type === 'instant' ? time : `timezone(${quoted(zone)}, CAST(${time} AS TIMESTAMP))`),
	startOf: (date, zone) => `epoch_ms(timezone(${quoted(zone)}, CAST(${date} AS TIMESTAMP)))`,
	dayOfInstant: (milliseconds, zone) =>
		`date_diff('day', DATE '1970-01-01', CAST(timezone(${quoted(zone)}, timezone('UTC', epoch_ms(${milliseconds}))) AS DATE))`,
	now: 'now()',
	timeType(type) {
		if (type === 'DATE') return 'date';
		if (type === 'TIMESTAMP WITH TIME ZONE') return 'instant';
		if (type.startsWith('TIMESTAMP')) return 'wall';
		return type === 'VARCHAR' ? 'text' : null;
	},
	matches: (expression, pattern) => `regexp_matches(${expression}, ${quoted(pattern)})`,
	isInPart: (id, part, parts) => `hash(CAST(${id} AS VARCHAR)) % ${parts} = ${part}`,
};
