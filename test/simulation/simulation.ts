/**
 * Runs one simulated document from a seed or from a script of acts, and takes a failing script apart until only what is needed is left.
 * A script is a list of acts with a seed each; the same world seed and script give the same bytes.
 */
import { edit, editWeights } from './acts.ts';
import { BundleSource } from './bundle-copy.ts';
import { Dice } from './dice.ts';
import { Checks } from './invariants.ts';
import { narrow } from './log-edits.ts';
import { answered, call, rest } from './rest.ts';
import { start, startWeights } from './starts.ts';
import { olderVersion, putBackToVersion1 } from './versions.ts';
import { World } from './world.ts';
import { kindOfWorld } from './world-kind.ts';

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
	const world = kindOfWorld(seed);
	const [ofEdits, ofStarts] = [editWeights(world), startWeights(world)];
	const steps: Step[] = [];
	for (let done = 0; done < edits; ) {
		const kind = dice.weighted({ edit: 52, start: 22, advance: 26 });
		const next = (name: string): number => steps.push({ kind: name, dice: Math.floor(dice.next() * 4_294_967_296) });
		if (kind === 'edit') {
			next(`edit ${dice.weighted(ofEdits)}`);
			done++;
			if (done % EDITS_PER_REST === 0 || done === edits) next('rest');
		} else if (kind === 'start') next(`start ${dice.weighted(ofStarts)}`);
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
		const world = new World(this.source, seed, this.older, kindOfWorld(seed));
		const checks = new Checks();
		let executions = 0;
		setUp(world);
		if (seed % 4 === 0) putBackToVersion1(world);
		if (world.kind.isNarrow) narrowAtFirst(world, new Dice(seed));
		world.step();
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
			changes: world.changes,
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

/** Somebody has tidied up: fewer columns than our sheets were made with. */
function narrowAtFirst(world: World, dice: Dice): void {
	const user = world.editors[0]?.user;
	const { stages, history } = world.sheetIds();
	if (user === undefined || stages === undefined || history === undefined) return;
	narrow(world, user, stages, dice.pick([2, 3, 6, 7, 8]));
	narrow(world, user, history, dice.pick(world.kind.hasTwoTables ? [12] : [8, 10, 11, 12]));
}

function everything(world: World): string {
	const sheets = world.store.sheets().map((sheet) => [sheet, world.cells(sheet.id, 0)]);
	return JSON.stringify([sheets, [...world.host.properties.document].sort()]);
}
