/** The menu Extensions → Stagekeeper and what its items do. */
import { userLocale } from '../sheet/session-facts.ts';
import { saveRevision, settingsOf } from '../sheet/settings-store.ts';
import { act } from './errors.ts';
import { completeAll } from './formula-completion.ts';
import { recordedPipeline, startRecording } from './history-recording.ts';
import { problemsOf, reapplyDropDown } from './problems.ts';
import type { Visit } from './visit.ts';
import { languageFor, say } from './words.ts';

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
function showSidebar(visit: Visit, view = ''): void {
	const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(visit.say('sidebar.title'));
	if (view !== '') page.setContent(page.getContent().replace('<html', `<html data-view="${view}"`));
	SpreadsheetApp.getUi().showSidebar(page);
}

function toast(visit: Visit, text: string): void {
	visit.document.spreadsheet.toast(text, 'Stagekeeper', 8);
}

export function openFunnel(): void {
	act((visit) => showSidebar(visit));
}

/** The sidebar opens with set-up where there is none yet, and on the settings where there is. */
export function openSetUp(): void {
	act((visit) => showSidebar(visit, 'settings'));
}

export function showHelp(): void {
	act((visit) => {
		const ui = SpreadsheetApp.getUi();
		ui.alert('Stagekeeper', visit.say('help.text'), ui.ButtonSet.OK);
	});
}

/** Sets the drop-down where pasting wiped it and says how many problems there are. */
export function checkStages(): void {
	act((visit) => {
		if (visit.document.stored.state === 'none') return showSidebar(visit);
		const { outcome } = reapplyDropDown(visit);
		const { open, rows } = problemsOf(visit);
		showSidebar(visit, 'check');
		if (outcome === 'typedColumn') return toast(visit, visit.say('toast.typedColumn'));
		if (outcome === 'protectedCells') return toast(visit, visit.say('toast.protectedColumn'));
		toast(visit, visit.say(open.length === 0 ? 'toast.checkedNone' : 'toast.checked', { problems: open.length, rows }));
	});
}

export function makeFormulasLive(): void {
	act((visit) => {
		const count = completeAll(visit, false);
		toast(visit, visit.say(count === 0 ? 'toast.liveNone' : 'toast.liveCount', { count }));
	});
}

export function refreshFunnel(): void {
	act((visit) => {
		completeAll(visit, true);
		if (settingsOf(visit.document.stored).columns.id !== undefined && visit.document.stored.state === 'good') startRecording(visit);
		saveRevision(visit.stamp);
		const { open, rows } = problemsOf(visit, recordedPipeline(visit));
		toast(visit, visit.say('toast.refreshed', { problems: open.length, rows }));
	});
}

/** The sidebar opens on its list of formulas. */
export function insertFormula(): void {
	act((visit) => showSidebar(visit, 'insert'));
}
