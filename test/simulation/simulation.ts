/**
 * Runs one simulated document from a seed or from a script of acts, and takes a failing script apart until only what is needed is left.
 * A script is a list of acts with a seed each; the same world seed and script give the same bytes.
 */
import type { Answer } from '../../src/addon/contract/answer.ts';
import type { CheckAnswer, OpenAnswer, ReadyState } from '../../src/addon/contract/sheet-and-settings.ts';
import { editEvent } from '../../workbench/host/edit-event.ts';
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import { EDIT_WEIGHTS, edit } from './acts.ts';
import { BundleSource } from './bundle-copy.ts';
import { Dice } from './dice.ts';
import { Checks } from './invariants.ts';
import { START_WEIGHTS, start } from './starts.ts';
import { olderVersion, putBackToVersion1 } from './versions.ts';
import { World } from './world.ts';

export interface Step {
	readonly kind: string;
	readonly dice: number;
}

export interface Outcome {
	readonly edits: number;
	/** What broke first, '' when all invariants held. */
	readonly broken: string;
	/** The steps up to the break. */
	readonly script: readonly Step[];
	/** True changes of stage, and those that the log has one by one. */
	readonly changes: number;
	readonly recorded: number;
	readonly executions: number;
	/** All bytes that are kept, for "same seed, same bytes". */
	readonly state: string;
}

const EDITS_PER_REST = 30;
const MANY = 100;
const STAGE_KINDS = ['open', 'open', 'open', 'won', 'lost'];
const STAGE_LIST = ['Qualify', 'Needs', 'Quote', 'Won', 'Lost'].map((name, i) => ({
	id: '',
	name,
	kind: STAGE_KINDS[i],
	probability: [0.1, 0.4, 0.7, 1, 0][i],
	aliases: [],
	usualDays: null,
	exitRule: '',
	tasks: [],
	deals: 0,
}));
const COLUMNS = { id: 0, name: 1, stage: 2, amount: 3, created: 4, owner: 5 };

/** The acts of a seed: `edits` people's edits with executions, time and rests between them. */
export function scriptOf(seed: number, edits: number): Step[] {
	const dice = new Dice(seed ^ 0x51ed_270b);
	const steps: Step[] = [];
	for (let done = 0; done < edits; ) {
		const kind = dice.weighted({ edit: 52, start: 22, advance: 26 });
		const next = (name: string): number => steps.push({ kind: name, dice: Math.floor(dice.next() * 4_294_967_296) });
		if (kind === 'edit') {
			next(`edit ${dice.weighted(EDIT_WEIGHTS)}`);
			done++;
			if (done % EDITS_PER_REST === 0 || done === edits) next('rest');
		} else if (kind === 'start') next(`start ${dice.weighted(START_WEIGHTS)}`);
		else next('advance');
	}
	return steps;
}

export class Simulation {
	private readonly source: BundleSource;
	private readonly older: BundleSource;

	constructor(code: string) {
		this.source = new BundleSource(code);
		this.older = new BundleSource(olderVersion(code));
	}

	run(seed: number, edits: number): Outcome {
		return this.play(seed, scriptOf(seed, edits));
	}

	play(seed: number, script: readonly Step[]): Outcome {
		const world = new World(this.source, seed, this.older);
		const checks = new Checks();
		let executions = 0;
		setUp(world);
		if (seed % 4 === 0) putBackToVersion1(world);
		let done = 0;
		for (; done < script.length && world.breaks.length === 0; done++) {
			const { kind, dice: seedOfStep } = script[done] as Step;
			const dice = new Dice(seedOfStep);
			const [act, name] = kind.split(' ') as [string, string];
			if (act === 'edit') edit(world, name, dice);
			else if (act === 'start') {
				start(world, name, dice);
				executions++;
			} else if (act === 'advance') advance(world, dice);
			else rest(world, checks, dice);
		}
		return {
			edits: world.counts.edits,
			broken: world.breaks[0] ?? '',
			script: script.slice(0, done),
			changes: world.truth.changes,
			recorded: checks.recorded,
			executions,
			state: everything(world),
		};
	}

	/** The failing script without the acts that the failure does not need. */
	shrink(seed: number, failing: readonly Step[], tries = 400): Outcome {
		const invariant = (outcome: Outcome): string => outcome.broken.split(' ')[0] as string;
		let best = this.play(seed, failing);
		const wanted = invariant(best);
		let size = Math.ceil(best.script.length / 2);
		for (let left = tries; size >= 1 && left > 0; ) {
			let hasShrunk = false;
			for (let from = 0; from < best.script.length && left > 0; left--) {
				const rest = [...best.script.slice(0, from), ...best.script.slice(from + size)];
				const outcome = this.play(seed, rest);
				if (invariant(outcome) === wanted) {
					best = outcome;
					hasShrunk = true;
				} else from += size;
			}
			if (size === 1 && !hasShrunk) break;
			size = hasShrunk ? Math.min(size, Math.ceil(best.script.length / 2)) : Math.floor(size / 2);
		}
		return best;
	}
}

/** A failure in words: what broke, and what replays it. */
export function failureText(seed: number, edits: number, { broken, script }: Outcome): string {
	return `seed ${seed} (${edits} edits): ${broken}\nshrunk to ${script.length} acts: ${JSON.stringify(script.map(({ kind, dice }) => [kind, dice]))}`;
}

function advance(world: World, dice: Dice): void {
	const { executions } = world;
	if (executions.tasks.length === 0) return;
	const task = dice.pick(executions.tasks);
	if (task.state === 'waiting' && !executions.isLockFree()) {
		if (!dice.isLucky(0.3)) return;
		task.isTimedOut = true;
		world.now += 5000;
	}
	executions.advance(task, dice.isLucky(0.4) ? Number.POSITIVE_INFINITY : dice.whole(1, 9));
}

/** One execution without faults, from its start to its end. @returns what it answered */
function call(world: World, name: string, args: readonly unknown[], how: ExecutionKind = 'rpc'): unknown {
	const { executions } = world;
	const task = executions.start(how, name, () => world.editors[0]?.call[name]?.(...args));
	executions.advance(task, Number.POSITIVE_INFINITY);
	if (task.thrown !== null) world.breaks.push(`I16 ${name} threw without a fault: ${String(task.thrown)}`);
	return task.result;
}

function answered<T>(world: World, name: string, args: readonly unknown[]): T | null {
	const answer = call(world, name, args) as Answer<T> | undefined;
	if (answer?.ok === true) return answer.data;
	if (answer !== undefined) world.breaks.push(`I16 ${name} failed without a fault: ${answer.code} ${answer.text}`);
	return null;
}

/** The event of an edit that changes nothing. */
function editOf(world: World): unknown {
	const rect = { row: world.headerRow + 1, column: world.column('name'), rows: 2, columns: 1 };
	return editEvent(world.host, { sheetId: world.deals, rect, before: null, after: null });
}

/** What the person who sets a document up chooses. */
export function setUpChoice(world: World): { readonly stages: readonly object[]; readonly [part: string]: unknown } {
	return { sheetId: world.deals, headerRow: 1, columns: COLUMNS, stageDates: [], stages: STAGE_LIST };
}

/** The book as it is used: set up, its history begun. */
export function setUp(world: World): void {
	answered(world, 'sidebarSetUp', [setUpChoice(world)]);
	call(world, 'refreshFunnel', [], 'menu');
	world.stages();
}

function rest(world: World, checks: Checks, dice: Dice): void {
	world.executions.drain();
	world.queue.length = 0;
	world.host.log.length = 0;
	for (const { id } of world.store.sheets()) world.store.protect(id, []);
	if (world.host.locks.held.length > 0) world.breaks.push(`I11 ${world.host.locks.held.join(', ')} is held at rest`);
	const deals = world.store.version(world.deals);
	if (world.historyId() === null) call(world, 'refreshFunnel', [], 'menu');
	let open: OpenAnswer | null = null;
	let before = Number.NaN;
	for (let look = 0; look <= 3; look++) {
		// The first look is the sidebar's, whose funnel is checked; whether the log is complete, the cheaper look of an edit says as well.
		if (look === 0) open = answered<OpenAnswer>(world, 'sidebarOpen', [{ filter: null }]);
		else call(world, 'onEdit', [editOf(world)], 'trigger');
		const after = world.store.version(world.historyId() ?? world.deals);
		if (after === before) break;
		if (look === 3) world.breaks.push('I8 the log still changes after three looks at an unchanged table');
		before = after;
	}
	checks.log(world);
	const report = open?.ready?.report;
	if (report !== undefined && dice.isLucky(0.5)) {
		const listed = answered<CheckAnswer>(world, 'sidebarCheck', []);
		const noDeals = listed?.counts
			.filter(({ code }) => code === 'totalsRow' || code === 'noteRow')
			.reduce((sum, { count }) => sum + count, 0);
		const arePrefilledListed = listed?.counts.some(({ code }) => code === 'prefilledRows') ?? false;
		checks.funnel(world, report, noDeals ?? 0, arePrefilledListed);
		for (const { row, cell, code } of listed?.problems ?? [])
			if (row !== null && cell === '') world.breaks.push(`I7 ${code} names no cell`);
	}
	if (world.store.version(world.deals) !== deals) world.breaks.push('I4 looking changed the deals');
	if (open !== null) checks.migrated(world, open);
	checks.readable(world);
	if (report !== undefined && dice.isLucky(0.15)) sameInAnyOrder(world, dice);
	takeManyAway(world);
}

/** What was pasted by the thousand goes again, and its deals are gone at the next rest. */
function takeManyAway(world: World): void {
	const rows = world.dataRows();
	if (rows <= MANY) return;
	world.editors[0]?.user.deleteRows(world.deals, world.headerRow + 1 + MANY, rows - MANY);
	world.forgetUndo(null);
	world.look();
}

/** I9: sorted by a column, every figure stays. */
function sameInAnyOrder(world: World, dice: Dice): void {
	const figures = (): string => {
		const ready = answered<ReadyState>(world, 'sidebarReport', [
			{ filter: { period: null, cohort: 'created', columns: {} } },
		]);
		const { stages, figures: all, kinds, rows, assumed } = ready?.report ?? {};
		return JSON.stringify([stages, all, kinds, rows, assumed]);
	};
	world.isClockStopped = true;
	const cells = JSON.stringify(world.cells(world.deals, 0));
	const before = figures();
	const rows = world.dataRows();
	const rect = { row: world.headerRow + 1, column: 0, rows, columns: world.columns.length };
	world.editors[0]?.user.sort(world.deals, rect, dice.whole(0, world.columns.length - 1), dice.isLucky(0.5));
	world.look();
	if (figures() !== before) world.breaks.push('I9 sorting the rows changed a figure');
	world.isClockStopped = false;
	world.editors[0]?.user.undo();
	world.look();
	if (JSON.stringify(world.cells(world.deals, 0)) !== cells)
		world.breaks.push('I4 the deals are not as they were after sorting, reporting and undoing');
}

function everything(world: World): string {
	const sheets = world.store.sheets().map((sheet) => [sheet, world.cells(sheet.id, 0)]);
	return JSON.stringify([sheets, [...world.host.properties.document].sort()]);
}
