/** Packed rows of an engine as rows of the statistics by group. */

import { readRow } from '../src/core/statistics-table/read-table.ts';
import type { StatisticsRow } from '../src/core/statistics-table/row.ts';
import { marked } from '../src/core/statistics-table/write-table.ts';
import type { EngineCell } from './engines/engine.ts';

/** @param cells group value, then the columns of the contract from `layer` on. @throws Error for a row that is none */
export function rowsByGroup(cells: readonly (readonly EngineCell[])[]): Map<string, StatisticsRow[]> {
	const groups = new Map<string, StatisticsRow[]>();
	for (const [group, layer, k1, k2, k3, label, ...measures] of cells) {
		const row = [layer, k1, k2, k3, marked(String(label ?? '')), ...measures].map((cell) => cell ?? '');
		const read = readRow(['', '', ...row]);
		if (read === null) throw new Error(`The engine gave a row that is none of the statistics: ${JSON.stringify(row)}.`);
		const value = String(group ?? '');
		const own = groups.get(value);
		if (own === undefined) groups.set(value, [...read]);
		else own.push(...read);
	}
	return groups;
}
