/** The different texts of a column, which the core reads so that statements only look them up. */

import type { Engine } from './engines/engine.ts';
import { WarehouseError } from './options.ts';
import type { Source } from './source.ts';

/** A text and the number of rows that hold it. */
export interface TextCount {
	readonly text: string;
	readonly rows: number;
}

const MOST_TEXTS = 10_000;

/** The most frequent first; '' for NULL. @throws WarehouseError when there are too many */
export async function textsOf(engine: Engine, source: Source, name: string): Promise<TextCount[]> {
	const text = `COALESCE(CAST(${engine.dialect.name(name)} AS STRING), '')`;
	const rows = await engine.rows(
		`SELECT ${text} AS text_value, COUNT(*) AS row_count FROM ${source.from} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_TEXTS + 1}`,
	);
	if (rows.length > MOST_TEXTS)
		throw new WarehouseError(
			`${source.name}: "${name}" has more than ${MOST_TEXTS} different texts, so it tells neither stages nor ends of deals.`,
		);
	return rows.map(([value, count]) => ({ text: String(value), rows: Number(count) }));
}
