/**
 * One simulated document: a book with deals, several people with the add-on open, a clock, a queue of edit events.
 * Belongs here: the state, and the reading of it without the product's code. Not here: what people do (acts.ts), what must hold (invariants.ts).
 */
import { Host } from '../../workbench/host/host.ts';
import type { StoredCell } from '../../workbench/host/store.ts';
import { UserActions } from '../../workbench/host/user-actions.ts';
import type { BundleSource, Functions } from './bundle-copy.ts';
import { Dice } from './dice.ts';
import { Executions } from './executions.ts';
import { cellWords, sameKey, type TrueDeal, Truth } from './truth.ts';
import { WatchedStore } from './watched-store.ts';

export interface Editor {
	readonly call: Functions;
	/** Replaced when another person's insertion makes the remembered places stale. */
	user: UserActions;
	/** What the last fix handed back for its undo. */
	undo: unknown;
}

export interface TrueStage {
	readonly id: string;
	readonly names: readonly string[];
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
const STAGES = ['Qualify', 'Needs', 'Quote', 'Won', 'Lost'];
const HEADINGS = ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Owner'];
const NOTES = { edits: 0, dropped: 0 };

export class World {
	readonly store = new WatchedStore();
	readonly host: Host;
	readonly executions: Executions;
	readonly editors: readonly Editor[];
	readonly truth = new Truth();
	readonly queue: Record<string, unknown>[] = [];
	readonly breaks: string[] = [];
	readonly counts = { ...NOTES };
	/** Deals whose rows in the log a person has touched. */
	readonly tampered = new Set<string>();
	readonly deals: number;
	/** A CRM's export of older changes: sheet, and what it says by deal. */
	readonly crm: number;
	readonly exported = new Map<string, { readonly stage: string; readonly at: number }[]>();
	/** Functions of an earlier version of the add-on, for a person who has not got the new one yet; null: everybody has it. */
	readonly older: Functions | null;
	/** How many logs were begun and lost for good. */
	lostLogs = 0;
	private lost: { readonly id: number; readonly tampered: ReadonlySet<string> } | null = null;
	/** 0-based. */
	headerRow = 0;
	/** What each column of the deal sheet is. */
	readonly columns = ['id', 'name', 'stage', 'amount', 'created', 'owner'];
	now: number;
	/** Service calls take no time: for two looks that must show the same. */
	isClockStopped = false;
	/** Number of the newest deal. */
	newest = 0;
	private ids: { text: string; ids: { stages?: number; history?: number } } = { text: '{}', ids: {} };
	private stagesKey = '';
	private knownStages: readonly TrueStage[] = [];
	/** Every name that a stage ever had, by its id. */
	readonly everNames = new Map<string, Set<string>>();

	constructor(source: BundleSource, seed: number, older: BundleSource | null = null) {
		const dice = new Dice(seed);
		this.now = Date.parse(dice.pick(STARTS)) + dice.whole(0, 3_600_000);
		const rows = dice.whole(14, 32);
		this.deals = this.store.insertSheet('Deals', 0, { rows: 60, columns: 10 }).id;
		this.store.dealsId = this.deals;
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
		const headings = HEADINGS.map((value) => ({ value }));
		this.store.write(this.deals, { row: 0, column: 0, rows: 1, columns: headings.length }, [headings]);
		const cells = Array.from({ length: rows }, () =>
			this.freshRow(dice, dice.pick(STAGES)).map((value) => ({ value })),
		);
		this.store.write(this.deals, { row: 1, column: 0, rows, columns: headings.length }, cells);
		this.crm = this.exportOfCrm(dice);
		this.older = older === null ? null : older.open(this.host);
		const deliver = (event: Record<string, unknown>): void => {
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
		this.look();
	}

	/** One to three changes of every second deal, in the days before the start. */
	private exportOfCrm(dice: Dice): number {
		const { id } = this.store.insertSheet('CRM export', 1, { rows: 80, columns: 4 });
		const rows = [['Deal id', 'Stage', 'Changed at']];
		for (let deal = 1; deal <= this.newest; deal += 2) {
			const changes = Array.from({ length: dice.whole(1, 3) }, () => ({
				stage: dice.pick(STAGES),
				at: Math.floor(this.now / 60_000) * 60_000 - dice.whole(1, 60) * 86_400_000,
			}));
			this.exported.set(`D-${deal}`, changes);
			for (const { stage, at } of changes) rows.push([`D-${deal}`, stage, new Date(at).toISOString()]);
		}
		const cells = rows.map((row) => row.map((value) => ({ value })));
		this.store.write(id, { row: 0, column: 0, rows: rows.length, columns: 3 }, cells);
		return id;
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

	freshRow(dice: Dice, stage: string): (string | number)[] {
		this.newest++;
		const row: Record<string, string | number> = {
			id: `D-${this.newest}`,
			name: `Deal ${this.newest}`,
			stage,
			amount: dice.whole(1, 900) * 10,
			created: 46_000 + dice.whole(0, 60),
			owner: dice.pick(['Ann', 'Bob', '王芳']),
		};
		return this.columns.map((column) => row[column] ?? '');
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

	trueDeals(): TrueDeal[] {
		const [id, stage] = [this.column('id'), this.column('stage')];
		return this.cells(this.deals, this.headerRow + 1).map((line, row) => ({
			row: row + this.headerRow + 1,
			id: cellWords(line[id]).trim(),
			stage: cellWords(line[stage]),
		}));
	}

	look(): void {
		this.truth.look(this.now, this.trueDeals());
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
			this.knownStages = this.cells(id, 1)
				.filter((line) => cellWords(line[0]) !== '')
				.map((line) => ({
					id: cellWords(line[7]),
					names: [cellWords(line[0]), ...cellWords(line[6]).split(';')].map(sameKey).filter((name) => name !== ''),
				}));
			for (const { id: stageId, names } of this.knownStages) {
				const ever = this.everNames.get(stageId) ?? new Set();
				for (const name of names) ever.add(name);
				this.everNames.set(stageId, ever);
			}
		}
		return this.knownStages;
	}

	/** Position of the stage in the list; -1: none. */
	stageOf(text: string): number {
		const key = sameKey(text);
		const stages = this.stages();
		const byName = stages.findIndex(({ names }) => names[0] === key);
		return byName >= 0 ? byName : stages.findIndex(({ names }) => names.includes(key));
	}
}

export const STAGE_NAMES: readonly string[] = STAGES;
