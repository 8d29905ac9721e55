/** The report sheet, made or renewed on the user's request. */
import { withDocumentLock } from '../../sheet/document-lock.ts';
import { writeReport } from '../../sheet/report-tab.ts';
import { reportCells } from '../answers/report-blocks.ts';
import type { RpcDeals } from '../contract/deals.ts';
import { requireShape } from '../contract/request-shape.ts';
import { answer } from '../doors.ts';
import { configuredPipeline, nowOf } from '../pipeline-source.ts';

export const sidebarReportSheet: RpcDeals['sidebarReportSheet'] = (request) =>
	answer((execution) => {
		requireShape('reportSheet', request);
		const { document } = execution;
		const cells = reportCells(
			execution,
			configuredPipeline(document, nowOf(execution)),
			request.filter,
			request.isLive,
		);
		return {
			sheetName: withDocumentLock(() => writeReport(document, execution.say('sheet.report'), cells)).getSheetName(),
		};
	});
