/**
 * Two operations at once: one stops at a service call, the other one runs as far as it can, then the first goes on.
 * Whatever both say is done must be as if one had come after the other, and what people type meanwhile stays.
 * Belongs here: one pair, and what must hold. Not here: failing calls alone (every-call.test.ts), many editors
 * (simulation.ts).
 */
import type { BundleSource } from './bundle-copy.ts';
import { documentState } from './document-state.ts';
import type { Task } from './executions.ts';
import { BACK, GONE, isStage } from './invariants.ts';
import { logRows } from './log-rows.ts';
import { CELL_BY_CELL, OPERATIONS, type Operation, prepared, startOperation, titleOf } from './operations.ts';
import { call } from './rest.ts';
import type { World } from './world.ts';

export interface Tried {
	/** Places at which the first operation was stopped. */
	readonly places: number;
	readonly findings: readonly string[];
}

type Requests = readonly (readonly unknown[])[];

/** The pages are open, and what they will ask for is known, before anything happens. */
const requestsOf = (world: World, pair: readonly Operation[]): Requests => pair.map(({ args }) => args(world));

const isDone = ({ thrown, result }: Task): boolean =>
	thrown === null && (result as { ok?: boolean } | null | undefined)?.ok !== false;

function answerOf({ thrown, result }: Task): string {
	const answer = result as { ok?: boolean; code?: string; text?: string } | null | undefined;
	if (thrown !== null) return `threw ${String(thrown)}`;
	return answer?.ok === false ? `${answer.code}: ${answer.text?.slice(0, 100)}` : 'done';
}

/** One more look, by which the log knows all that the deals say. */
function looked(world: World, pair: readonly Operation[]): string {
	call(world, 'sidebarOpen', [{ filter: null }]);
	if (!pair.some(({ name }) => CELL_BY_CELL.has(name))) return documentState(world);
	const own = new Set([world.deals, world.sheetIds().stages]);
	return documentState(world, ({ id }) => own.has(id));
}

/** Every stage in the log stood in a cell of its deal at some time, and no event says what the one before it said. */
function falseEvents(world: World): string[] {
	const log = world.historyId();
	const last = new Map<string, string>();
	return (log === null ? [] : logRows(world.cells(log, 0))).flatMap(({ deal, sequence, to, toId, source }) => {
		if (source === 'import') return [];
		const isRepeated = last.get(deal) === to;
		last.set(deal, to);
		const isSo = (texts: readonly string[]): boolean => {
			if (to === GONE) return texts.length === 0;
			return to === BACK ? texts.length > 0 : texts.some((text) => isStage(world, text, to, toId));
		};
		const isTrue = world.table.truth.wasEver(deal, Number.NaN, Number.POSITIVE_INFINITY, isSo);
		return isTrue && !isRepeated ? [] : [`${deal} event ${sequence} says ${to}, which never was so`];
	});
}

/** How the document ends when one comes after the other. */
function serial(source: BundleSource, pair: readonly Operation[], order: readonly number[]): string {
	const world = prepared(source, ...pair);
	const requests = requestsOf(world, pair);
	for (const at of order) {
		startOperation(world, pair[at] as Operation, requests[at] ?? [], { editor: at });
		world.executions.drain();
	}
	return looked(world, pair);
}

/** @param step each how many calls the first one is stopped */
export function interleaved(source: BundleSource, first: Operation, second: Operation, step = 1): Tried {
	const pair = [first, second];
	const both = [serial(source, pair, [0, 1]), serial(source, pair, [1, 0])];
	let alone: readonly string[] | null = null;
	const findings: string[] = [];
	let places = 0;
	for (let calls = 0; ; calls += step) {
		const world = prepared(source, ...pair);
		const requests = requestsOf(world, pair);
		const tasks = pair.map((operation, at) => startOperation(world, operation, requests[at] ?? [], { editor: at }));
		const [one, other] = tasks as [Task, Task];
		world.executions.advance(one, calls);
		if (one.state === 'done') break;
		places++;
		world.executions.advance(other, Number.POSITIVE_INFINITY);
		world.executions.drain();
		const where = `${titleOf(first)} stopped after ${calls} calls, ${titleOf(second)}`;
		findings.push(...world.breaks.splice(0).map((text) => `${where}: ${text}`));
		for (const task of tasks)
			if (task.thrown !== null || answerOf(task).startsWith('unknown'))
				findings.push(`${where}: ${task.label} ${answerOf(task)}`);
		findings.push(...falseEvents(world).map((text) => `${where}: ${text}`));
		const state = looked(world, pair);
		const accepted = [...both];
		if (!accepted.includes(state)) {
			// One that answers that nothing was done has done nothing.
			alone ??= [serial(source, pair, [1]), serial(source, pair, [0])];
			accepted.push(...alone.filter((_, at) => !isDone(tasks[at] as Task)));
		}
		if (!accepted.includes(state))
			findings.push(
				`${where}: as neither order (${tasks.map(answerOf).join('; ')}) ${difference(state, accepted[0] ?? '')}`,
			);
	}
	return { places, findings };
}

/** Where two states begin to differ. */
function difference(some: string, other: string): string {
	let at = 0;
	while (at < some.length && some[at] === other[at]) at++;
	const from = Math.max(0, at - 60);
	return `… ${some.slice(from, at + 120)} … instead of … ${other.slice(from, at + 120)}`;
}

/** Every operation with every other one of the same document, set up or not, in both orders; itself in another window among them. */
export function* pairsOf(): Generator<readonly [Operation, Operation]> {
	for (const one of OPERATIONS)
		for (const other of OPERATIONS) if ((one.isFirst ?? false) === (other.isFirst ?? false)) yield [one, other];
}
