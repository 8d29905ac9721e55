/** The menu Extensions → Stagekeeper and what its items do. */
import { userLocale } from '../sheet/session-facts.ts';
import { saveRevision, settingsOf } from '../sheet/settings-store.ts';
import { isStatisticsSheet } from '../sheet/statistics-sheet.ts';
import { problemsOf, reapplyDropDown } from './answers/problems.ts';
import { act } from './doors.ts';
import type { Execution } from './execution.ts';
import { completeAll } from './formulas/formula-completion.ts';
import { recordedPipeline, startRecording } from './recording/history-recording.ts';
import { languageFor, say } from './texts.ts';

/** Touches nothing but the menu, so that it works before the add-on was ever used in this file. */
export function addMenu(): void {
	const language = languageFor('auto', userLocale());
	SpreadsheetApp.getUi()
		.createAddonMenu()
		.addItem(say(language, 'menu.open'), 'openFunnel')
		.addItem(say(language, 'menu.check'), 'checkStages')
		.addSeparator()
		.addItem(say(language, 'menu.insert'), 'insertFormula')
		.addItem(say(language, 'menu.live'), 'makeFormulasLive')
		.addItem(say(language, 'menu.refresh'), 'refreshFunnel')
		.addSeparator()
		.addItem(say(language, 'menu.setUp'), 'openSetUp')
		.addItem(say(language, 'menu.help'), 'showHelp')
		.addToUi();
}

/** @param view what the page opens on: it reads it from its root element */
function showSidebar(execution: Execution, view = ''): void {
	const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(execution.say('sidebar.title'));
	if (view !== '') page.setContent(page.getContent().replace('id="app"', `id="app" data-view="${view}"`));
	SpreadsheetApp.getUi().showSidebar(page);
}

function toast(execution: Execution, text: string): void {
	execution.document.spreadsheet.toast(text, 'Stagekeeper', 8);
}

export function openFunnel(): void {
	act((execution) => {
		const sheet = execution.document.spreadsheet.getActiveSheet();
		showSidebar(execution, isStatisticsSheet(sheet) ? 'statistics' : '');
	});
}

/** The sidebar opens with setup where there is none yet, and on the settings where there is. */
export function openSetUp(): void {
	act((execution) => showSidebar(execution, 'settings'));
}

export function showHelp(): void {
	act((execution) => {
		const ui = SpreadsheetApp.getUi();
		ui.alert('Stagekeeper', execution.say('help.text'), ui.ButtonSet.OK);
	});
}

/** Sets the drop-down where pasting wiped it and says how many problems there are. */
export function checkStages(): void {
	act((execution) => {
		if (execution.document.stored.state === 'none') return showSidebar(execution);
		const { outcome } = reapplyDropDown(execution);
		const { open, rows } = problemsOf(execution);
		showSidebar(execution, 'check');
		if (outcome === 'refused') return toast(execution, execution.say('toast.dropDownRefused'));
		toast(
			execution,
			execution.say(open.length === 0 ? 'toast.checkedNone' : 'toast.checked', { problems: open.length, rows }),
		);
	});
}

export function makeFormulasLive(): void {
	act((execution) => {
		const count = completeAll(execution, false);
		toast(execution, execution.say(count === 0 ? 'toast.liveNone' : 'toast.liveCount', { count }));
	});
}

export function refreshFunnel(): void {
	act((execution) => {
		completeAll(execution, true);
		if (settingsOf(execution.document.stored).columns.id !== undefined && execution.document.stored.state === 'good')
			startRecording(execution);
		saveRevision(execution.stamp);
		const { open, rows } = problemsOf(execution, recordedPipeline(execution));
		toast(execution, execution.say('toast.refreshed', { problems: open.length, rows }));
	});
}

/** The sidebar opens on its list of formulas. */
export function insertFormula(): void {
	act((execution) => showSidebar(execution, 'insert'));
}
