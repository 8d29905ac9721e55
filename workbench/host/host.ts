/**
 * The stand-in for Google: one document, its services, its executions.
 * Belongs here: the state that all services share and the gate through which each service call goes.
 */
import { DocumentRecords } from './document-records.ts';
import { type Doubts, USUAL_DOUBTS } from './doubts.ts';
import { type AuthMode, type Execution, type ExecutionKind, mostCellsRead, USUAL_MODE } from './execution.ts';
import { type CallHooks, Fault, Kill } from './fault.ts';
import { type FrontEnd, SILENT_FRONT_END } from './front-end.ts';
import { createGlobals } from './globals.ts';
import { type ExceptionLanguage, GOOGLE_TEXT, inLanguage } from './google-text.ts';
import { LockTable } from './lock-service.ts';
import { Meter } from './meter.ts';
import { refusal, SHEETS_SCOPE, UI_SCOPE } from './permission.ts';
import { PropertyStores } from './properties-service.ts';
import { OWN_REALM, type Realm } from './realm.ts';
import type { Store } from './store.ts';

export interface HostOptions {
	/** The spreadsheet's zone (IANA name). */
	readonly timeZone: string;
	/** The script's own zone; the spreadsheet's when absent. */
	readonly scriptTimeZone?: string;
	/** The spreadsheet's locale as Google writes it: `en_US`, `de_DE`, `zh_CN`. */
	readonly locale: string;
	/** The user's language: `en`, `zh-CN`; from the locale when absent. */
	readonly userLocale?: string;
	readonly userEmail?: string;
	/** Rights of menu items, sidebar calls and triggers; NONE: installed, not yet used in this file. */
	readonly authMode?: AuthMode;
	readonly scopes?: readonly string[];
	/** Milliseconds since 1970; the bundle's own clock follows it too (loadBundle). */
	now(): number;
	readonly name?: string;
	readonly id?: string;
	/** Text of an HTML file of the project: `sidebar` → dist/sidebar.html. */
	htmlFile?(name: string): string;
	readonly frontEnd?: Partial<FrontEnd>;
	/** First number of the source of Utilities.getUuid. */
	readonly seed?: number;
	/** How Google behaves where nobody knows; the usual settings where absent. */
	readonly doubts?: Partial<Doubts>;
	/** One that the table of doubts does not play goes before the one that it says. */
	readonly exceptionLanguage?: ExceptionLanguage;
}

export interface LogEntry {
	readonly level: 'log' | 'info' | 'warn' | 'error' | 'call' | 'failure';
	readonly text: string;
	readonly execution: number;
	/** Round trips, for `call` and `failure`. */
	readonly calls: number;
}

export class Host {
	readonly store: Store;
	options: HostOptions;
	realm: Realm = OWN_REALM;
	hooks: CallHooks = {};
	/** The cell whose formula is computed: a custom function sees it as the active one. */
	formulaCell: { readonly sheetId: number; readonly row: number; readonly column: number } | null = null;
	frontEnd: FrontEnd;
	readonly doubts: Doubts;
	readonly meter = new Meter();
	readonly records = new DocumentRecords();
	readonly properties = new PropertyStores();
	readonly locks = new LockTable();
	/** What was logged; `onLog` is called with each entry as it is made. */
	readonly log: LogEntry[] = [];
	onLog: (entry: LogEntry) => void = () => {};
	/** A cell may have changed by a script's write. */
	onWrite: (sheetId: number) => void = () => {};
	/** The service objects to place in the bundle's global, by name. */
	readonly globals: Readonly<Record<string, object>>;
	private readonly stack: Execution[] = [];
	private executions = 0;
	private readonly idle: Execution = {
		number: 0,
		kind: 'menu',
		authMode: 'FULL',
		userEmail: '',
		calls: 0,
		cellsRead: 0,
		isKilled: false,
	};

	constructor(store: Store, options: HostOptions) {
		this.store = store;
		this.options = options;
		this.doubts = { ...USUAL_DOUBTS, ...options.doubts };
		this.frontEnd = { ...SILENT_FRONT_END, ...options.frontEnd };
		this.globals = createGlobals(this);
	}

	/** The execution that runs now; outside of any, a menu item with all rights. */
	get execution(): Execution {
		return this.stack[this.stack.length - 1] ?? this.idle;
	}

	get isRunning(): boolean {
		return this.stack.length > 0;
	}

	/**
	 * Runs as one execution. Executions may nest (one starts while another waits in a service call): each has its own
	 * locks. Throws what `run` throws; a killed execution ends with Google's time-limit text whatever `run` did.
	 */
	execute<T>(kind: ExecutionKind, run: () => T, as: { authMode?: AuthMode; userEmail?: string } = {}): T {
		const given =
			as.authMode ?? (kind === 'menu' || kind === 'rpc' || kind === 'trigger' ? this.options.authMode : undefined);
		const usual = USUAL_MODE[kind];
		const execution: Execution = {
			number: ++this.executions,
			kind,
			authMode: given === 'NONE' || as.authMode !== undefined ? (given as AuthMode) : usual,
			userEmail: as.userEmail ?? this.options.userEmail ?? '',
			calls: 0,
			cellsRead: 0,
			isKilled: false,
		};
		this.stack.push(execution);
		try {
			const result = run();
			if (execution.isKilled) throw this.exception(GOOGLE_TEXT.executionTime);
			return result;
		} catch (error) {
			throw execution.isKilled ? this.exception(GOOGLE_TEXT.executionTime) : error;
		} finally {
			this.stack.splice(this.stack.indexOf(execution), 1);
			this.locks.releaseAll(execution.number);
		}
	}

	/** One service call: rights, fault hooks, meter, then the implementation. */
	gate<T>(owner: string, member: string, isFree: boolean, run: () => T): T {
		const { execution } = this;
		const name = `${owner}.${member}`;
		if (execution.isKilled) throw this.exception(GOOGLE_TEXT.executionTime);
		const refused = refusal(execution, this.options.scopes ?? [SHEETS_SCOPE, UI_SCOPE], owner, member);
		if (refused !== null) throw this.exception(refused);
		this.meter.call(name, isFree);
		if (isFree) return run();
		execution.calls++;
		const call = { name, index: execution.calls, total: this.meter.calls, execution: execution.number };
		this.hook(execution, () => this.hooks.before?.(call));
		const result = run();
		this.hook(execution, () => this.hooks.after?.(call));
		return result;
	}

	/** Ends an execution that has read for longer than Google lets it run. */
	chargeReading(cells: number): void {
		const { execution } = this;
		execution.cellsRead += cells;
		if (this.doubts.cellReadTime !== 'charged' || execution.cellsRead <= mostCellsRead(execution.kind)) return;
		execution.isKilled = true;
		throw this.exception(GOOGLE_TEXT.executionTime);
	}

	private hook(execution: Execution, run: () => void): void {
		try {
			run();
		} catch (error) {
			if (error instanceof Kill) {
				execution.isKilled = true;
				throw this.exception(GOOGLE_TEXT.executionTime);
			}
			throw error instanceof Fault ? this.exception(error.message) : error;
		}
	}

	/** An exception as Google throws it, in the user's language, made in the bundle's realm. @param text in English */
	exception(text: string): Error {
		const error = new this.realm.Error(
			inLanguage(text, this.options.exceptionLanguage ?? this.doubts.exceptionLanguage),
		);
		error.name = 'Exception';
		return error;
	}

	note(level: LogEntry['level'], text: string): void {
		const { number, calls } = this.execution;
		const entry = { level, text, execution: number, calls };
		this.log.push(entry);
		this.onLog(entry);
	}
}

export function createHost(store: Store, options: HostOptions): Host {
	return new Host(store, options);
}
