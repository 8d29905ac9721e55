/**
 * The add-on as it runs on the page: the built bundle in its realm, over the host and the grid's store. Everything that
 * starts one of its functions (menu, sidebar, formula, edit) goes through here and is metered into the log.
 */
import type { FormulaArgument, FormulaOutcome } from '../grid/formula-functions.ts';
import { Bundle, type BundleGlobal, type RpcOutcome } from '../host/bundle.ts';
import { valuesOf } from '../host/cell-access.ts';
import { cellValueOf } from '../host/cell-value.ts';
import { type Edit, editEvent } from '../host/edit-event.ts';
import { createHost, type Host, type HostOptions } from '../host/host.ts';
import type { Store, StoredCell } from '../host/store.ts';
import type { LogDrawer } from './log-drawer.ts';
import { createRealm, loadScript, type Realm } from './realm.ts';

export class AddOn {
	readonly host: Host;
	private readonly realm: Realm;
	private readonly bundle: Bundle;
	/** Results of formulas without a range: no change in the sheet recalculates them, here as in Google Sheets. */
	private readonly answers = new Map<string, FormulaOutcome>();

	constructor(
		store: Store,
		options: HostOptions,
		private readonly log: LogDrawer,
	) {
		this.realm = createRealm();
		this.host = createHost(store, options);
		this.host.realm = this.realm;
		this.bundle = new Bundle(this.host, this.realm as unknown as BundleGlobal);
		this.host.onLog = ({ level, text }) => {
			// Calls are logged with their cost below.
			if (level !== 'call' && level !== 'failure') {
				log.line(text, level === 'error');
			}
		};
	}

	/** Loads the bundle; a service call while it loads fails, as in Apps Script. */
	load(code: string): void {
		this.metered('Code.js', () => this.host.execute('load', () => loadScript(this.realm, code, this.host.globals)));
	}

	/** Names of the functions that a page may call. */
	publicNames(): string[] {
		return Object.keys(this.realm).filter((name) => !name.endsWith('_') && this.bundle.has(name));
	}

	/** Runs `onInstall` for a new book and `onOpen` for any other. */
	opened(isNew: boolean): void {
		const name = isNew && this.bundle.has('onInstall') ? 'onInstall' : 'onOpen';
		this.metered(name, () =>
			this.bundle.runTrigger(name, { authMode: this.host.options.authMode === 'NONE' ? 'NONE' : 'LIMITED' }),
		);
	}

	/** Runs a menu item and throws what it throws. */
	runMenuItem(name: string): void {
		this.metered(name, () => this.bundle.runMenuItem(name));
	}

	/** Runs a function that the sidebar calls. Never throws. */
	runFunction(name: string, args: readonly unknown[]): RpcOutcome {
		return this.metered(
			name,
			() => this.bundle.runFunction(name, args),
			(outcome) => (outcome.isOk ? null : outcome.message),
		);
	}

	/** Runs the edit trigger, if the add-on has one and may run it. */
	edited(edit: Edit): void {
		if (this.bundle.has('onEdit') && this.host.options.authMode !== 'NONE') {
			this.metered('onEdit', () => this.bundle.runTrigger('onEdit', editEvent(this.host, edit)));
		}
	}

	/** Runs a custom function for a cell; an error is returned, not thrown. */
	formula(name: string, args: readonly FormulaArgument[]): FormulaOutcome {
		const hasRange = args.some((arg) => Array.isArray(arg));
		const key = hasRange ? '' : JSON.stringify([name, ...args]);
		const known = this.answers.get(key);
		if (known) {
			return known;
		}
		try {
			const values = args.map((arg) => this.argument(arg));
			const outcome = { value: this.metered(`=${name}`, () => this.bundle.runCustomFunction(name, values)) };
			if (!hasRange) {
				this.answers.set(key, outcome);
			}
			return outcome;
		} catch (error) {
			return { error: messageOf(error) };
		}
	}

	private argument(arg: FormulaArgument): unknown {
		if (arg === undefined) {
			return undefined;
		}
		return Array.isArray(arg) ? valuesOf(this.host, arg as StoredCell[][]) : cellValueOf(this.host, arg as StoredCell);
	}

	private metered<T>(label: string, action: () => T, failureOf: (result: T) => string | null = () => null): T {
		const { meter } = this.host;
		const before = { at: performance.now(), services: meter.calls, cells: cellsRead(this.host) };
		let failure: string | null = null;
		try {
			const result = action();
			failure = failureOf(result);
			return result;
		} catch (error) {
			failure = messageOf(error);
			throw error;
		} finally {
			const milliseconds = performance.now() - before.at;
			this.log.call(
				label,
				{ milliseconds, services: meter.calls - before.services, cells: cellsRead(this.host) - before.cells },
				failure,
			);
		}
	}
}

/** Errors of the script's realm are not `instanceof` this realm's Error, so the property is checked instead. */
export function messageOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

function cellsRead(host: Host): number {
	let cells = 0;
	for (const count of host.meter.cellsRead.values()) {
		cells += count;
	}
	return cells;
}
