/**
 * The entry points ("doors") and how each reports a failure: a cell throws a text, the sidebar gets a coded answer, a
 * menu item or trigger shows a toast.
 * Not here: reading Google's messages (sheet/failure.ts), the wording (messages/).
 */
import { asFailure, type Failure, type FailureCode } from '../sheet/failure.ts';
import type { Answer } from './contract/answer.ts';
import { Execution } from './execution.ts';
import { say } from './texts.ts';

type Action = Extract<Answer<null>, { ok: false }>['action'];

const ACTIONS: Partial<Record<FailureCode, Action>> = {
	dealSheetGone: 'choose-columns',
	stageColumnGone: 'choose-columns',
	stagesSheetGone: 'set-up',
	badStages: 'set-up',
	notSetUp: 'set-up',
	settingsDamaged: 'reset',
	stagesChanged: 'reload',
	settingsChanged: 'reload',
	setUpChanged: 'choose-columns',
	timedOut: 'retry',
	busy: 'retry',
	lockTimeout: 'retry',
	sheetChanged: 'retry',
	sheetGone: 'retry',
	unknown: 'retry',
};

/** Long enough for each of our sentences; a message with a cell's 50,000 characters would help no one. */
const LONGEST_TEXT = 600;

function clipped(text: string): string {
	return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}

function textOf(execution: Execution | null, failure: Failure): string {
	const key = `failure.${failure.code}` as const;
	// Without the document nobody knows the language.
	return clipped(execution === null ? say('en', key, failure.params) : execution.say(key, failure.params));
}

/** The sidebar's door: never throws. */
export function answer<T>(work: (execution: Execution) => T): Answer<T> {
	let execution: Execution | null = null;
	try {
		execution = new Execution(true);
		return { ok: true, data: work(execution) };
	} catch (thrown) {
		const failure = asFailure(thrown);
		console.error(failure.code);
		return { ok: false, code: failure.code, text: textOf(execution, failure), action: ACTIONS[failure.code] ?? null };
	}
}

/** The door of menu items and triggers: a failure becomes a toast. */
export function act(work: (execution: Execution) => void): void {
	let execution: Execution | null = null;
	try {
		execution = new Execution(true);
		work(execution);
	} catch (thrown) {
		const failure = asFailure(thrown);
		console.error(failure.code);
		tell(textOf(execution, failure));
	}
}

/** Shows a toast. When that fails, throws the sentence, which Google shows or logs as it is. */
function tell(text: string): void {
	try {
		SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Stagekeeper', 15);
	} catch {
		throw new Error(`Stagekeeper: ${text}`);
	}
}

/** The door of opening a file, where nothing but the menu may be touched: a failure is thrown in our own words. */
export function atOpening(work: () => void): void {
	try {
		work();
	} catch (thrown) {
		throw new Error(`Stagekeeper: ${textOf(null, asFailure(thrown))}`);
	}
}

/** The cell's door. @throws Error whose text starts with the function's name */
export function inCell<T>(name: string, work: (execution: Execution) => T): T {
	let execution: Execution | null = null;
	try {
		execution = new Execution(false);
		return work(execution);
	} catch (thrown) {
		if (thrown instanceof CellError) throw new Error(clipped(`${name}: ${thrown.message}`));
		const failure = asFailure(thrown);
		throw new Error(
			`${name}: ${failure.code === 'notSetUp' && execution !== null ? execution.say('misuse.notSetUp') : textOf(execution, failure)}`,
		);
	}
}

/** A worded misuse of a formula. */
export class CellError extends Error {}
