/**
 * What the cells of a column are, by its type and, where it holds text, by all of its texts: nothing is taken for a
 * date or a number that is not one in every row.
 */

import type { Engine, EngineColumn } from './engines/engine.ts';
import { WarehouseError } from './options.ts';
import type { Column, TimeColumn } from './question.ts';
import type { Source } from './source.ts';
import type { TimeType } from './sql/dialect.ts';

const DAY = String.raw`^\d{4}-\d{2}-\d{2}$`;
const CLOCK = String.raw`^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?`;
const ZONE = String.raw`(Z|[+-]\d{2}(:?\d{2})?)$`;
/** What programs write where there is no value. */
const NO_VALUE = ['', 'NA', 'N/A', 'NULL', 'NONE', 'NAN', '-'];

/** A text without blanks around it; NULL where it says that there is none. */
function presentText(engine: Engine, name: string): string {
	const text = `TRIM(${engine.dialect.name(name)})`;
	const list = NO_VALUE.map((word) => engine.dialect.text(word)).join(', ');
	return `CASE WHEN UPPER(${text}) IN (${list}) THEN NULL ELSE ${text} END`;
}

/** @throws WarehouseError when its texts are not ISO dates, or not all alike */
export async function timeColumn(engine: Engine, source: Source, { name, type }: EngineColumn): Promise<TimeColumn> {
	const { dialect } = engine;
	const known = dialect.timeType(type);
	if (known !== 'text') {
		if (known === null) throw new WarehouseError(`${source.name}: "${name}" is of type ${type}, no date.`);
		return { sql: dialect.name(name), type: known };
	}
	const text = presentText(engine, name);
	const count = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
	const days = dialect.matches('x', DAY);
	const walls = dialect.matches('x', `${CLOCK}$`);
	const zoned = dialect.matches('x', CLOCK + ZONE);
	const isRead = `${dialect.tryCast('x', 'date')} IS NOT NULL AND ${days} OR ${dialect.tryCast('x', 'wall')} IS NOT NULL AND ${walls} OR ${dialect.tryCast('x', 'instant')} IS NOT NULL AND ${zoned}`;
	const [counts = []] = await engine.rows(
		`SELECT COUNT(x), ${count(days)}, ${count(walls)}, ${count(zoned)}, MIN(CASE WHEN ${isRead} THEN NULL ELSE x END) FROM (SELECT ${text} AS x FROM ${source.from}) AS t`,
	);
	const [all, day, wall, instant] = counts.slice(0, 4).map((value) => Number(value ?? 0)) as [
		number,
		number,
		number,
		number,
	];
	const unread = counts[4];
	if (unread !== null && unread !== undefined)
		throw new WarehouseError(
			`${source.name}: "${unread}" in "${name}" is not an ISO date like 2026-03-31 or 2026-03-31T10:00:00Z; text dates must be that in every row.`,
		);
	if (instant > 0 && instant < all)
		throw new WarehouseError(
			`${source.name}: some dates in "${name}" have a time zone and some have none; give all of them one.`,
		);
	const found: TimeType = instant > 0 ? 'instant' : wall > 0 ? 'wall' : 'date';
	return { sql: dialect.tryCast(text, day === all ? 'date' : found), type: found };
}

/** @throws WarehouseError when its texts are not plain numbers */
export async function numberColumn(engine: Engine, source: Source, { name, type }: EngineColumn): Promise<Column> {
	const { dialect } = engine;
	if (dialect.timeType(type) !== 'text') return { sql: dialect.name(name) };
	const text = presentText(engine, name);
	const number = dialect.tryCast('x', 'float');
	const [counts = []] = await engine.rows(
		`SELECT MIN(CASE WHEN ${number} IS NULL THEN x END) FROM (SELECT ${text} AS x FROM ${source.from}) AS t`,
	);
	const unread = counts[0];
	if (unread !== null && unread !== undefined)
		throw new WarehouseError(
			`${source.name}: "${unread}" in "${name}" is not a plain number like 1234.5; amounts as text have to be converted first.`,
		);
	return { sql: dialect.tryCast(text, 'float') };
}

/**
 * Probabilities as shares: 35 and 0.35 are the same where a number above 1 shows that percent are meant; what is
 * outside 0 to 100 is none.
 */
export async function probabilityColumn(engine: Engine, source: Source, column: EngineColumn): Promise<Column> {
	const { sql } = await numberColumn(engine, source, column);
	const [row] = await engine.rows(
		`SELECT MAX(CASE WHEN x >= 0 AND x <= 100 THEN x END) AS highest FROM (SELECT ${sql} AS x FROM ${source.from}) AS t`,
	);
	const share = Number(row?.[0] ?? 0) > 1 ? `CASE WHEN ${sql} >= 1 THEN ${sql} / 100 ELSE ${sql} END` : sql;
	return { sql: `CASE WHEN ${sql} >= 0 AND ${sql} <= 100 THEN ${share} END` };
}
