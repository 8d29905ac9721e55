/** Every global of the add-on by name; the build makes one top-level function of each. Nothing else is defined here. */
export { callMetric } from './formulas/custom-functions.ts';
export {
	checkStages,
	insertFormula,
	makeFormulasLive,
	openFunnel,
	openSetUp,
	refreshFunnel,
	showHelp,
} from './menu.ts';
export {
	sidebarCopyDeals,
	sidebarDeal,
	sidebarDeals,
	sidebarFilterSheet,
	sidebarForecast,
	sidebarSelectRows,
} from './rpc/deals.ts';
export { sidebarInsertFormula, sidebarPreviewFormula } from './rpc/formulas.ts';
export {
	sidebarExportSettings,
	sidebarFillIds,
	sidebarFormerNames,
	sidebarHistory,
	sidebarHistorySources,
	sidebarImportHistory,
	sidebarImportSettings,
	sidebarPreviewStages,
	sidebarStartHistory,
} from './rpc/history.ts';
export { sidebarReportSheet } from './rpc/report-sheet.ts';
export { sidebarRemoveSample, sidebarTrySample } from './rpc/sample.ts';
export {
	sidebarAddStages,
	sidebarCheck,
	sidebarFix,
	sidebarGoTo,
	sidebarIgnore,
	sidebarOpen,
	sidebarPropose,
	sidebarReapply,
	sidebarReport,
	sidebarReset,
	sidebarRevision,
	sidebarSaveSettings,
	sidebarSaveStages,
	sidebarSetUp,
	sidebarStartTemplate,
	sidebarUndo,
} from './rpc/sheet-and-settings.ts';
export { onEdit, onInstall, onOpen } from './triggers.ts';
