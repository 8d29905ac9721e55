/**
 * What a door does with a failure: a cell throws a text, the sidebar gets a coded answer, a menu item or trigger shows a toast.
 * Not here: the reading of Google's texts (sheet/failure.ts), the wording (messages/).
 */
import { asFailure, type Failure, type FailureCode } from '../sheet/failure.ts';
import type { Answer } from './rpc-contract.ts';
import { Visit } from './visit.ts';

type Action = Extract<Answer<null>, { ok: false }>['action'];

const ACTIONS: Partial<Record<FailureCode, Action>> = {
	dealSheetGone: 'choose-columns',
	stageColumnGone: 'choose-columns',
	stagesSheetGone: 'set-up',
	badStages: 'set-up',
	notSetUp: 'set-up',
	settingsDamaged: 'reset',
	timedOut: 'retry',
	busy: 'retry',
	lockTimeout: 'retry',
	sheetChanged: 'retry',
	sheetGone: 'retry',
	unknown: 'retry',
};

function textOf(visit: Visit | null, failure: Failure): string {
	return visit === null ? failure.message : visit.say(`failure.${failure.code}`, failure.params);
}

/** The sidebar's door: never throws. */
export function answer<T>(work: (visit: Visit) => T): Answer<T> {
	let visit: Visit | null = null;
	try {
		visit = new Visit(true);
		return { ok: true, data: work(visit) };
	} catch (thrown) {
		const failure = asFailure(thrown);
		console.error(failure.message);
		return { ok: false, code: failure.code, text: textOf(visit, failure), action: ACTIONS[failure.code] ?? null };
	}
}

/** The door of menu items and triggers: a failure becomes a toast. */
export function act(work: (visit: Visit) => void): void {
	let visit: Visit | null = null;
	try {
		visit = new Visit(true);
		work(visit);
	} catch (thrown) {
		const failure = asFailure(thrown);
		console.error(failure.message);
		SpreadsheetApp.getActiveSpreadsheet().toast(textOf(visit, failure), 'Stagekeeper', 15);
	}
}

/** The cell's door. @throws Error whose text starts with the function's name */
export function inCell<T>(name: string, work: (visit: Visit) => T): T {
	let visit: Visit | null = null;
	try {
		visit = new Visit(false);
		return work(visit);
	} catch (thrown) {
		if (thrown instanceof CellError) throw new Error(`${name}: ${thrown.message}`);
		const failure = asFailure(thrown);
		throw new Error(`${name}: ${failure.code === 'notSetUp' && visit !== null ? visit.say('misuse.notSetUp') : textOf(visit, failure)}`);
	}
}

/** A worded misuse of a formula. */
export class CellError extends Error {}
