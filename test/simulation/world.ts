/**
 * One simulated document: a book with deals, several people with the add-on open, a clock, a queue of edit events.
 * Belongs here: the state, and the reading of it without the product's code. Not here: what people do (acts.ts), what must hold (invariants.ts).
 */
import { Host } from '../../workbench/host/host.ts';
import type { CellWrite, StoredCell } from '../../workbench/host/store.ts';
import { UserActions } from '../../workbench/host/user-actions.ts';
import type { BundleSource, Functions } from './bundle-copy.ts';
import { type Exported, exportOfCrm } from './crm-export.ts';
import { DealTable } from './deal-table.ts';
import { Dice } from './dice.ts';
import { Executions, type Task } from './executions.ts';
import { KeptSettings } from './kept-settings.ts';
import { KnownStages, stageColumns, type TrueStage } from './known-stages.ts';
import { logRowReader } from './log-rows.ts';
import { cellWords, mayWait, type TrueDeal } from './truth.ts';
import { WatchedStore } from './watched-store.ts';
import { PLAIN, type WorldKind } from './world-kind.ts';

export interface Editor {
	readonly call: Functions;
	/** Replaced when another person's insertion makes the remembered places stale. */
	user: UserActions;
	/** What the last fix handed back for its undo. */
	undo: unknown;
}

export const EDITORS = 3;
/** Google keeps two events and loses the rest. */
const LONGEST_QUEUE = 2;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe', 'UTC'];
/** Noons before the nights in which clocks change, and one ordinary day. */
const STARTS = [
	'2026-10-24T20:00Z',
	'2026-03-28T22:00Z',
	'2026-11-01T03:00Z',
	'2026-06-15T08:00Z',
	'2026-04-04T13:00Z',
];
const SETTINGS = 'stagekeeper.settings';
/** Who edits, where Google tells. */
const EDITING = { getEmail: () => 'ann@example.com' };
const NOTES = { edits: 0, dropped: 0 };

export class World {
	readonly store = new WatchedStore();
	readonly host: Host;
	readonly executions: Executions;
	readonly editors: readonly Editor[];
	readonly kept = new KeptSettings();
	readonly known = new KnownStages();
	readonly kind: WorldKind;
	readonly queue: Record<string, unknown>[] = [];
	readonly breaks: string[] = [];
	readonly counts = { ...NOTES };
	/** Deals whose rows in the log a person has touched. */
	readonly tampered = new Set<string>();
	/** Ids of deals that ever stood below a blank row: what stands there may be listed as another table. */
	readonly aside = new Set<string>();
	/** Deal sheets; the first one is set up at the beginning. */
	readonly tables: readonly DealTable[];
	/** The one that people work on: mostly the one that is set up. */
	table: DealTable;
	/** Nobody is told of what happens to the sheet. */
	isSilent = false;
	readonly crm: Exported;
	/** Functions of an earlier version of the add-on, for a person who has not got the new one yet; null: everybody has it. */
	readonly older: Functions | null;
	/** How many logs were begun and lost for good. */
	lostLogs = 0;
	private lost: { readonly id: number; readonly tampered: ReadonlySet<string> } | null = null;
	now: number;
	/** Service calls take no time: for two looks that must show the same. */
	isClockStopped = false;
	private ids: { text: string; ids: { stages?: number; history?: number } } = { text: '{}', ids: {} };
	private stagesKey = '';

	/** @param seed of everything but the kind: the same seed gives the same deals in every kind */
	constructor(source: BundleSource, seed: number, older: BundleSource | null = null, kind: WorldKind = PLAIN) {
		this.kind = kind;
		const dice = new Dice(seed);
		this.now = Date.parse(dice.pick(STARTS)) + dice.whole(0, 3_600_000);
		const rows = dice.whole(14, 32);
		const newTable = (name: string, columns: readonly string[]): DealTable =>
			new DealTable(this.store.insertDeals(name, kind.isFed), columns);
		this.table = newTable('Deals', ['id', 'name', 'stage', 'amount', 'created', 'owner']);
		this.host = new Host(this.store, {
			timeZone: dice.pick(ZONES),
			locale: 'en_US',
			now: () => this.now,
			htmlFile: () => '<p></p>',
		});
		this.executions = new Executions(
			this.host,
			this.store,
			() => {
				if (!this.isClockStopped) this.now += 1 + (this.now % 97);
			},
			() => this.now,
		);
		this.fill(this.table, dice, rows);
		this.crm = exportOfCrm(this.store, dice, this.table.newest, this.now);
		this.tables = [this.table];
		if (kind.hasTwoTables) {
			const second = newTable('Last year', ['name', 'id', 'owner', 'stage', 'created', 'amount']);
			this.fill(second, dice, rows - dice.whole(0, 4));
			this.tables = [this.table, second];
		}
		this.older = older === null ? null : older.open(this.host);
		const deliver = (event: Record<string, unknown>): void => {
			if (this.isSilent) return;
			if (kind.isSwitched) event.user = EDITING;
			if (this.queue.length < LONGEST_QUEUE) this.queue.push(event);
			else this.counts.dropped++;
		};
		this.editors = Array.from({ length: EDITORS }, () => ({
			call: source.open(this.host),
			user: new UserActions(this.host, deliver),
			undo: null,
		}));
		this.store.historyId = () => this.historyId() ?? -1;
		this.store.onBreak = (text) => void this.breaks.push(text);
		this.store.onExplicitWrite = () => this.look();
		this.store.onAppend = (writer, cells) => this.checkEditor(writer as Task, cells);
		this.executions.onStep = () => this.step();
		this.look();
	}

	private fill(table: DealTable, dice: Dice, count: number): void {
		const cells = table.firstCells(dice, count, this.kind.isFed);
		const rect = { row: 0, column: 0, rows: cells.length, columns: table.columns.length };
		this.store.write(table.id, rect, cells);
	}

	/** To be called after everything that may have changed settings or the stage list: what was so between two looks is known as well. */
	step(): void {
		this.kept.look(this.now, this.host.properties.document.get(SETTINGS) ?? '');
		this.stages();
	}

	/** I17, of rows that are to be appended to the log. */
	private checkEditor(writer: Task, cells: readonly (readonly CellWrite[])[]): void {
		const id = this.historyId();
		if (id === null || !this.kind.isSwitched) return;
		const read = logRowReader(this.cells(id, 0)[0]);
		const events = cells.flatMap((line) => read(line as readonly StoredCell[], 0) ?? []);
		this.breaks.push(...this.kept.editorBreaks(writer, events));
	}

	get deals(): number {
		return this.table.id;
	}

	get headerRow(): number {
		return this.table.headerRow;
	}

	get columns(): string[] {
		return this.table.columns;
	}

	/** True changes of stage, over all sheets. */
	get changes(): number {
		return this.tables.reduce((sum, { truth }) => sum + truth.changes, 0);
	}

	/** People turn to the sheet that is set up. */
	turnToSetUp(): void {
		this.table = this.tables.find(({ id }) => id === this.kept.get('dealSheetId')) ?? (this.tables[0] as DealTable);
	}

	/** The log was deleted. */
	loseLog(id: number): void {
		this.lostLogs++;
		this.lost = { id, tampered: new Set(this.tampered) };
		this.tampered.clear();
	}

	/** The log that was deleted last is there again, if no new one was begun. */
	bringLogBack(): void {
		if (this.lost === null || this.historyId() !== null || !this.executions.isLockFree()) return;
		this.store.restoreSheet(this.lost.id);
		this.lostLogs--;
		for (const deal of this.lost.tampered) this.tampered.add(deal);
		this.lost = null;
	}

	/** A person's changes so far cannot be undone any more: places have moved under them. */
	forgetUndo(except: Editor | null): void {
		for (const editor of this.editors)
			if (editor !== except) editor.user = new UserActions(this.host, editor.user.deliver);
	}

	/** 0-based column of the deal sheet. */
	column(name: string): number {
		return this.columns.indexOf(name);
	}

	/** Rows below the heading row. */
	dataRows(): number {
		return Math.max(0, this.store.used(this.deals).rows - this.headerRow - 1);
	}

	cells(sheetId: number, fromRow: number): readonly (readonly StoredCell[])[] {
		const { rows, columns } = this.store.used(sheetId);
		return rows <= fromRow ? [] : this.store.read(sheetId, { row: fromRow, column: 0, rows: rows - fromRow, columns });
	}

	trueDeals(table = this.table): TrueDeal[] {
		const [id, stage] = [table.columns.indexOf('id'), table.columns.indexOf('stage')];
		return this.cells(table.id, table.headerRow + 1).map((line, row) => ({
			row: row + table.headerRow + 1,
			id: cellWords(line[id]).trim(),
			stage: cellWords(line[stage]),
			isWaiting: mayWait(line, id, stage),
		}));
	}

	/** Row of the first blank line after the last whole deal, counted from the first deal; Infinity without one. */
	gapRow({ id: sheet, headerRow, columns } = this.table): number {
		const lines = this.cells(sheet, headerRow + 1);
		const has = (line: readonly StoredCell[], field: string): boolean =>
			(line[columns.indexOf(field)]?.value ?? null) !== null;
		const isWhole = (line: readonly StoredCell[]): boolean =>
			has(line, 'stage') && (has(line, 'id') || has(line, 'name')) && (has(line, 'created') || has(line, 'owner'));
		const first = lines.map(isWhole).lastIndexOf(true) + 1;
		const gap = lines.slice(first).findIndex((line) => line.every(({ value }) => value === null));
		return gap < 0 ? Number.POSITIVE_INFINITY : first + gap;
	}

	/** Rows below that, several with several cells: they may be listed as another table. */
	private rowsAside(table: DealTable): readonly (readonly StoredCell[])[] {
		const gap = this.gapRow(table);
		if (gap === Number.POSITIVE_INFINITY) return [];
		const filled = (line: readonly StoredCell[]): number => line.filter(({ value }) => value !== null).length;
		const rows = this.cells(table.id, table.headerRow + 1 + gap).filter((line) => filled(line) > 1);
		return rows.length > 1 ? rows : [];
	}

	get hasGap(): boolean {
		return this.rowsAside(this.table).length > 0;
	}

	look(): void {
		for (const table of this.tables) {
			table.truth.look(this.now, this.trueDeals(table));
			const id = table.columns.indexOf('id');
			for (const line of this.rowsAside(table)) this.aside.add(cellWords(line[id]).trim());
		}
	}

	/** Ids of the add-on's own sheets, as it keeps them. */
	sheetIds(): { stages?: number; history?: number } {
		const text = this.host.properties.document.get('stagekeeper.sheets') || '{}';
		if (text !== this.ids.text) this.ids = { text, ids: JSON.parse(text) as { stages?: number; history?: number } };
		return this.ids.ids;
	}

	/** By its id, or by its name where another sheet took its place. */
	historyId(): number | null {
		const { history } = this.sheetIds();
		if (history === undefined) return null;
		const sheets = this.store.sheets();
		const found = sheets.find(({ id }) => id === history) ?? sheets.find(({ name }) => name === 'Stage history');
		return found?.id ?? null;
	}

	/** The stage list as it stands in its sheet. */
	stages(): readonly TrueStage[] {
		const id = this.sheetIds().stages;
		if (id === undefined) return [];
		const key = `${id} ${this.store.version(id)}`;
		if (key !== this.stagesKey) {
			this.stagesKey = key;
			this.known.look(this.cells(id, 0));
		}
		return this.known.list;
	}

	/** What stands in the list as the rule of each stage that has an id of its own. */
	rules(): { readonly id: string; readonly row: number; readonly rule: string }[] {
		const lines = this.cells(this.sheetIds().stages as number, 0);
		const columns = stageColumns(lines[0]);
		const word = (row: number, heading: string): string => cellWords(lines[row]?.[columns.get(heading) ?? -1]).trim();
		const rows = [...lines.keys()].filter((row) => row > 0 && word(row, 'Name') !== '' && word(row, 'ID') !== '');
		const read = rows.map((row) => ({ id: word(row, 'ID'), row, rule: word(row, 'Exit rule') }));
		return read.filter(({ id }) => read.filter((other) => other.id === id).length === 1);
	}

	/** Position of the stage in the list; -1: none. */
	stageOf(text: string): number {
		this.stages();
		return this.known.positionOf(text);
	}
}
