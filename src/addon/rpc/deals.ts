/** What the sidebar asks about single deals and the forecast: list, one deal, select, filter, copy. */
import type { Cell, Grid } from '../../core/cells/cell.ts';
import { textKey } from '../../core/cells/text-key.ts';
import type { StageList } from '../../core/model/stage.ts';
import { rectangle } from '../../sheet/cell-writing.ts';
import { dealSheet, readDealTable } from '../../sheet/deal-sheet.ts';
import { Failure } from '../../sheet/failure.ts';
import { copyColumnFormat, filledSheet, fitColumns, writeTable } from '../../sheet/new-sheet.ts';
import { selectRows } from '../../sheet/row-selection.ts';
import { settingsOf } from '../../sheet/settings-store.ts';
import { filterStages } from '../../sheet/stage-filter.ts';
import { dealDetail } from '../answers/deal-detail.ts';
import { dealLines, dealsOf, ordered, worthOf } from '../answers/deal-lines.ts';
import { forecastAnswer } from '../answers/forecast-answer.ts';
import type { DealListRequest, RpcDeals } from '../contract/deals.ts';
import { requireShape } from '../contract/request-shape.ts';
import { answer } from '../doors.ts';
import type { Execution } from '../execution.ts';
import { type Configured, configuredPipeline, configuredStages, nowOf } from '../pipeline-source.ts';

const PAGE = 100;

const read = (execution: Execution): Configured => configuredPipeline(execution.document, nowOf(execution));

function sortedLines(
	execution: Execution,
	{ pipeline }: Configured,
	request: DealListRequest,
): ReturnType<typeof ordered> {
	return ordered(dealsOf(pipeline, request).map(dealLines(pipeline)), request.order, execution.locale);
}

export const sidebarDeals: RpcDeals['sidebarDeals'] = (request) =>
	answer((execution) => {
		requireShape('deals', request);
		const lines = sortedLines(execution, read(execution), request);
		return { total: lines.length, ...worthOf(lines), deals: lines.slice(request.offset, request.offset + PAGE) };
	});

export const sidebarDeal: RpcDeals['sidebarDeal'] = (request) =>
	answer((execution) => {
		requireShape('deal', request);
		const row = request.row ?? activeDealRow(execution);
		return row === null ? null : dealDetail(execution, read(execution), row - 1);
	});

/** 1-based row of the active cell; null on another sheet. */
function activeDealRow({ document }: Execution): number | null {
	const cell = document.spreadsheet.getCurrentCell();
	const deals = dealSheet(document, settingsOf(document.stored));
	return cell !== null && cell.getSheet().getSheetId() === deals.getSheetId() ? cell.getRow() : null;
}

export const sidebarSelectRows: RpcDeals['sidebarSelectRows'] = (request) =>
	answer((execution) => {
		requireShape('deals', request);
		const { pipeline, table } = read(execution);
		const rows = dealsOf(pipeline, request).map((deal) => (pipeline.opportunities.gridRows[deal] as number) + 1);
		execution.document.spreadsheet.setActiveSheet(table.sheet);
		return { rows: rows.length, isSelected: selectRows(table.sheet, rows) };
	});

export const sidebarFilterSheet: RpcDeals['sidebarFilterSheet'] = (request) =>
	answer((execution) => {
		requireShape('filterSheet', request);
		const { document } = execution;
		const { sheet, grid, headerRow, columns } = readDealTable(document, settingsOf(document.stored));
		const column = columns.stage as number;
		const table = { headerRow, rows: Math.max(2, grid.length - headerRow), columns: grid[headerRow]?.length ?? 1 };
		const hidden =
			request.stageId === null
				? null
				: otherStages(configuredStages(document), grid, column, headerRow, request.stageId);
		filterStages(sheet, table, column + 1, hidden, document.stored.properties);
		return null;
	});

/** The texts of the stage column that do not mean this stage. @throws Failure `stageGone` */
function otherStages(stages: StageList, grid: Grid, column: number, headerRow: number, stageId: string): string[] {
	const stage = stages.all[stages.positionOfId(stageId)];
	if (stage === undefined) throw new Failure('stageGone');
	const names = new Set([stage.name, ...stage.aliases].map(textKey));
	const texts = new Set(grid.slice(headerRow + 1).map((row) => String(row[column] ?? '')));
	return [...texts].filter((text) => !names.has(textKey(text)));
}

export const sidebarCopyDeals: RpcDeals['sidebarCopyDeals'] = (request) =>
	answer((execution) => {
		requireShape('deals', request);
		const configured = read(execution);
		const { sheet: from, grid, headerRow, columns } = configured.table;
		const lines = sortedLines(execution, configured, request);
		const rows = [headerRow, ...lines.map(({ row }) => row - 1)].map((row) => grid[row] as readonly Cell[]);
		const cells = rectangle(rows);
		const stage = configured.pipeline.stages.all[configured.pipeline.stages.positionOfId(request.stageId)]?.name ?? '';
		const sheet = filledSheet(
			execution.document,
			execution.say('sheet.copy', { stage: stage.slice(0, 60) }),
			cells,
			(made) => {
				const [first = []] = cells;
				writeTable(made, cells, null);
				// Dates bring their format along, amounts do not.
				const [deal] = lines;
				if (deal !== undefined && columns.amount !== undefined)
					copyColumnFormat(from, deal.row, columns.amount, made, lines.length);
				fitColumns(made, first.length);
			},
		);
		return { sheetName: sheet.getSheetName(), rows: lines.length };
	});

export const sidebarForecast: RpcDeals['sidebarForecast'] = (request) =>
	answer((execution) => {
		requireShape('forecast', request);
		return forecastAnswer(read(execution), request, execution.language);
	});
