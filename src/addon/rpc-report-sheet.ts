/** The report sheet, made or renewed on the user's request. */
import { withDocumentLock } from '../sheet/document-lock.ts';
import { writeReport } from '../sheet/report-tab.ts';
import { answer } from './errors.ts';
import { configuredPipeline, nowOf } from './pipeline-source.ts';
import { reportCells } from './report-blocks.ts';
import { requireShape } from './request-shape.ts';
import type { RpcDeals } from './rpc-contract-deals.ts';

export const sidebarReportSheet: RpcDeals['sidebarReportSheet'] = (request) =>
	answer((visit) => {
		requireShape('reportSheet', request);
		const { document } = visit;
		const cells = reportCells(visit, configuredPipeline(document, nowOf(visit)), request.filter, request.isLive);
		return { sheetName: withDocumentLock(() => writeReport(document, visit.say('sheet.report'), cells)).getSheetName() };
	});
