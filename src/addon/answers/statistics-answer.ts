/**
 * The funnel from statistics that were counted elsewhere, when their sheet is the one that is open. Not here: the same
 * from deals (open-answer.ts).
 */

import type { ReportFilter } from '../../core/report/report.ts';
import { statisticsChoices, statisticsReport } from '../../core/report/statistics-report.ts';
import { readStatisticsTable } from '../../core/statistics-table/read-table.ts';
import type { StatisticsTable } from '../../core/statistics-table/row.ts';
import { Lacking } from '../../core/statistics-table/selected-rows.ts';
import { Failure } from '../../sheet/failure.ts';
import { readStatisticsCells } from '../../sheet/statistics-sheet.ts';
import type { ReadyState } from '../contract/sheet-and-settings.ts';
import type { Execution } from '../execution.ts';
import { clockText } from './clock-text.ts';

/** Null when the sheet that is open holds none. @throws Failure `badStatistics` */
export function openStatistics({ document }: Execution): StatisticsTable | null {
	const sheet = document.spreadsheet.getActiveSheet();
	const cells = readStatisticsCells(sheet);
	if (cells === null) return null;
	const read = readStatisticsTable(cells);
	if (!read.ok) throw new Failure('badStatistics', { sheet: sheet.getSheetName(), row: read.row });
	return read.table;
}

/** @throws Failure `notCounted` for a filter that the statistics do not hold */
export function statisticsState(execution: Execution, table: StatisticsTable, filter: ReportFilter | null): ReadyState {
	const { stored } = execution.document;
	const { cohort } = table.head;
	try {
		return {
			report: statisticsReport(table, filter ?? { period: null, cohort, columns: {} }, {
				winRateMode: stored.settings?.winRateMode ?? 'all',
			}),
			choices: statisticsChoices(table),
			groups: [],
			problemCount: 0,
			updatedAt: clockText(execution),
			revision: stored.revision,
			recording: { state: 'on', leftOut: 0 },
			isCounted: true,
		};
	} catch (error) {
		if (error instanceof Lacking) throw new Failure('notCounted', { word: error.word });
		throw error;
	}
}
