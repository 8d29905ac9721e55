/** Every global of the add-on by name; the build makes one top-level function of each. Nothing else is defined here. */
export { callMetric } from './custom-functions.ts';
export { checkStages, insertFormula, makeFormulasLive, openFunnel, openSetUp, refreshFunnel, showHelp } from './menu.ts';
export {
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
	sidebarUndo,
} from './rpc.ts';
export { onEdit, onInstall, onOpen } from './triggers.ts';
