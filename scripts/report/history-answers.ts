/**
 * Answers with the table of --history as the history of the deals: it is read once and recorded nowhere, by the sources
 * that the bundle is built from.
 */

import { checkAnswer } from '../../src/addon/answers/problems.ts';
import type { CheckAnswer } from '../../src/addon/contract/sheet-and-settings.ts';
import { inCell } from '../../src/addon/doors.ts';
import { Execution } from '../../src/addon/execution.ts';
import { metricCells } from '../../src/addon/formulas/custom-functions.ts';
import { type Configured, configuredPipeline, instantOf, withHistory } from '../../src/addon/pipeline-source.ts';
import type { Cell, Grid } from '../../src/core/cells/cell.ts';
import { textKey } from '../../src/core/cells/text-key.ts';
import { historyColumns } from '../../src/core/detection/history-columns.ts';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { buildReport } from '../../src/core/report/build-report.ts';
import type { FunnelReport } from '../../src/core/report/report.ts';
import { readValues } from '../../src/sheet/deal-sheet.ts';
import type { A1Reference } from '../../workbench/host/a1.ts';
import {
	cellResult,
	type FormulaCall,
	type FormulaResult,
	parseFormulaCall,
} from '../../workbench/host/formula-call.ts';
import type { Host } from '../../workbench/host/index.ts';
import { HISTORY_SHEET } from './opened-book.ts';

/** Z: what the report itself asks for is `History!A:Z`. */
const LAST_COLUMN = 25;

export interface HistoryAnswers {
	readonly report: FunnelReport;
	readonly check: CheckAnswer;
	/** Null for a formula that reads other cells than those of the history. */
	evaluate(formula: string): FormulaResult | null;
}

/** Null when no deal has an id, or the table holds no stage changes. */
export function historyAnswers(host: Host): HistoryAnswers | null {
	const configured = inHost(host, () => configuredWithHistory(host));
	if (configured === null) return null;
	const { pipeline, settings } = configured;
	return {
		report: buildReport(pipeline, { period: null, cohort: 'created', columns: {} }, settings),
		check: inHost(host, () => checkAnswer(new Execution(true), configured)),
		evaluate(formula) {
			const call = parseFormulaCall(formula);
			const definition = METRICS.find(({ id }) => functionName(id) === call?.name);
			if (call === null || definition === undefined) return null;
			const words = wordsOf(call, definition.reserved.includes('history'));
			if (words === null) return null;
			const cells = (): FormulaResult => {
				const found = inCell(functionName(definition.id), (execution) =>
					metricCells(execution, definition, words, pipeline),
				);
				return { value: cellResult(found.cells) };
			};
			try {
				return inHost(host, cells);
			} catch (error) {
				return { error: (error as Error).message };
			}
		},
	};
}

function configuredWithHistory(host: Host): Configured | null {
	const { document } = new Execution(true);
	const at = instantOf(document, host.options.now());
	const read = configuredPipeline(document, () => at);
	const sheet = document.sheets.find((one) => one.getSheetName() === HISTORY_SHEET);
	if (sheet === undefined || read.pipeline.opportunities.columns.id === undefined) return null;
	const grid: Grid = readValues(sheet);
	if (historyColumns(grid) === null) return null;
	const pipeline = withHistory(read.pipeline, at, { grid, table: null }, document.locale);
	return { ...read, pipeline };
}

/** What the call says beside the history; null when it names other cells. */
function wordsOf({ arguments: all }: FormulaCall, takesHistory: boolean): Cell[] | null {
	const words: Cell[] = [];
	let isNamed = false;
	for (let i = 0; i < all.length; i++) {
		const argument = all[i];
		const range = all[i + 1];
		if (argument?.kind === 'value' && range?.kind === 'range') {
			const isHistory = textKey(String(argument.value)) === 'history' && isWholeHistory(range.reference);
			if (!isHistory || !takesHistory || isNamed) return null;
			isNamed = true;
			i++;
		} else if (argument?.kind === 'value') words.push(argument.value);
		else if (argument?.kind === 'range') return null;
	}
	return words;
}

function isWholeHistory({ sheet, startRow, startColumn, endRow, endColumn }: A1Reference): boolean {
	const isNamed = sheet?.toLowerCase() === HISTORY_SHEET.toLowerCase();
	return isNamed && startRow === null && endRow === null && startColumn === 0 && endColumn === LAST_COLUMN;
}

/** Does work that asks Google for its services, with those of the host in their place. */
function inHost<T>(host: Host, work: () => T): T {
	const { console: _kept, ...services } = host.globals;
	Object.assign(globalThis, services);
	try {
		return host.execute('rpc', work);
	} finally {
		for (const name of Object.keys(services)) Reflect.deleteProperty(globalThis, name);
	}
}
