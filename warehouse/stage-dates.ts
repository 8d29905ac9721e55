/** Columns with the dates on which deals reached their stages. */

import type { TableDetection } from '../src/core/detection/table-detection.ts';
import { isEnded, type StageList } from '../src/core/model/stage.ts';
import { timeColumn } from './column-types.ts';
import type { Engine } from './engines/engine.ts';
import type { Codes, DealColumns, TimeColumn } from './question.ts';
import type { Source } from './source.ts';
import { closedWithStageDates } from './sql/endings.ts';
import { codeOf } from './sql/expressions.ts';

/** What the survey knows of the table. */
interface ReadTable {
	readonly stages: StageList;
	readonly stageCodes: Codes;
	readonly detection: Pick<TableDetection, 'stageDates'>;
	readonly closedHeading: string | undefined;
	readonly zone: string;
}

/** The dates of stages show how far a deal got; those of won and lost stages also show when it closed. */
export async function withStageDates(
	engine: Engine,
	deals: Source,
	{ stages, stageCodes, detection, closedHeading, zone }: ReadTable,
	columns: DealColumns,
): Promise<DealColumns> {
	const dates: [position: number, date: TimeColumn, heading: string][] = [];
	for (const { stage, column } of detection.stageDates) {
		const named = deals.columns[column];
		const position = stages.positionOf(stage);
		if (position >= 0 && named !== undefined)
			dates.push([position, await timeColumn(engine, deals, named), named.name]);
	}
	if (dates.length === 0) return columns;
	const ranked = dates.flatMap(([position, date]) => {
		const rank = stages.rankOf[position] ?? -1;
		return rank < 0 ? [] : [[rank, date] as const];
	});
	const ends = dates.flatMap(([position, date, heading]) =>
		isEnded(stages.all[position]?.kind) && heading !== closedHeading ? [[position, date] as const] : [],
	);
	const code = columns.code?.sql ?? codeOf(engine.dialect, columns.stage, stageCodes);
	const closed = closedWithStageDates(engine.dialect, columns.closed, ends, code, zone);
	return { ...columns, stageDates: ranked, ...(closed === undefined ? {} : { closed }) };
}
