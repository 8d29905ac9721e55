/** The menu Extensions → Stagekeeper and what its items do. */
import { METRICS, metricById } from '../core/metrics/index.ts';
import { functionName } from '../core/metrics/metric.ts';
import { nearest } from '../core/nearest.ts';
import { userLocale } from '../sheet/session-facts.ts';
import { saveRevision } from '../sheet/settings-store.ts';
import { act } from './errors.ts';
import { completeAll, FUNCTION_NAMES, liveRange } from './formula-completion.ts';
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

function showSidebar(visit: Visit): void {
	SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle(visit.say('sidebar.title')));
}

function toast(visit: Visit, text: string): void {
	visit.document.spreadsheet.toast(text, 'Stagekeeper', 8);
}

export function openFunnel(): void {
	act(showSidebar);
}

/** The sidebar opens with set-up where there is none yet, and leads to the settings where there is. */
export function openSetUp(): void {
	act(showSidebar);
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
		showSidebar(visit);
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
		startRecording(visit);
		saveRevision(visit.stamp);
		const { open, rows } = problemsOf(visit, recordedPipeline(visit, 'reconcile'));
		toast(visit, visit.say('toast.refreshed', { problems: open.length, rows }));
	});
}

/** Asks for a function and puts its live formula into the active cell; what is there is replaced only after a question. */
export function insertFormula(): void {
	act((visit) => {
		const range = liveRange(visit);
		const ui = SpreadsheetApp.getUi();
		const names = FUNCTION_NAMES.join(', ');
		const response = ui.prompt('Stagekeeper', visit.say('insert.prompt', { names }), ui.ButtonSet.OK_CANCEL);
		const typed = response.getResponseText().trim().toUpperCase().replace(/^=/u, '').replace(/\(.*$/u, '');
		if (response.getSelectedButton() !== ui.Button.OK || typed === '') return;
		const metric = metricById(METRICS.find(({ id }) => functionName(id) === typed)?.id ?? '');
		if (metric === undefined) {
			const near = nearest(typed, FUNCTION_NAMES);
			return toast(visit, visit.say(near === null ? 'insert.unknownPlain' : 'insert.unknown', { name: typed, names, nearest: near ?? '' }));
		}
		const cell = visit.document.spreadsheet.getCurrentCell();
		if (cell === null) return;
		const place = cell.getA1Notation();
		if (range.contains(cell)) return toast(visit, visit.say('toast.insideTable', { name: typed, range: range.text }));
		const words = metric.number === null ? [] : metric.exampleArguments.filter((word) => typeof word === 'number');
		const formula = `=${typed}(${[range.text, ...words].join(', ')})`;
		const content = cell.getFormula() || String(cell.getValue());
		const question = (): boolean =>
			ui.alert(
				'Stagekeeper',
				visit.say('insert.replace', { cell: place, content: content.slice(0, 200), formula }),
				ui.ButtonSet.YES_NO,
			) === ui.Button.YES;
		if (content !== '' && !question()) return;
		cell.setFormula(formula);
		toast(visit, visit.say('toast.inserted', { name: typed, cell: place }));
	});
}
