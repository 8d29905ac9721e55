/** Pipelines of real grids, read as the product reads them: detection, table, history. */
import { readFileSync } from 'node:fs';
import type { Grid } from '../../../src/core/cells/cell.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';
import { readHistory } from '../../../src/core/history/history-table.ts';
import type { Field } from '../../../src/core/model/opportunity.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import type { StageList } from '../../../src/core/model/stage.ts';
import { readTable } from '../../../src/core/table/table.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';

/** A file whose values hold neither quotes nor commas, as the shared ones do. */
export function csvGrid(path: string): string[][] {
	return readFileSync(path, 'utf8')
		.trim()
		.split(/\r?\n/u)
		.map((line) => line.split(','));
}

export function readPipeline(
	grid: Grid,
	stages: StageList,
	asOfDay: number,
	history: Grid | null = null,
	zoneName = 'UTC',
): Pipeline {
	const detection = detectTable(grid);
	const columns: Partial<Record<Field, number>> = {};
	for (const [field, { column }] of detection.columns) columns[field] = column;
	const zone = timeZone(zoneName);
	const opportunities = readTable(grid, {
		headerRow: detection.headerRow,
		columns,
		stageDates: detection.stageDates,
		stages,
		timeZone: zone,
		locale: 'en_US',
		asOfDay,
	});
	return {
		stages,
		opportunities,
		history: history === null ? null : readHistory(history, opportunities, stages, zone),
		asOf: asOfDay + 1,
		asOfDay,
		timeZone: zone,
	};
}
