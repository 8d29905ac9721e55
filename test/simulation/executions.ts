/**
 * Executions that can stop at any service call and go on later, in any order: a true interleaving of synchronous code.
 * To go on, the function runs again from its start; the service calls and clock readings that it had made already are answered
 * from its journal, so that it arrives where it stood without touching the document. This needs code whose only inputs are
 * services and clock, which holds for the bundle (a run that would differ breaks "same seed, same bytes").
 * Belongs here: stopping, resuming, waiting for the lock, unflushed writes, faults. Not here: who runs when (world.ts).
 */
import type { Execution, ExecutionKind } from '../../workbench/host/execution.ts';
import { USUAL_MODE } from '../../workbench/host/execution.ts';
import {
	type CallHooks,
	Fault,
	type FaultPlan,
	faultHooks,
	Kill,
	type ServiceCall,
} from '../../workbench/host/fault.ts';
import { Host } from '../../workbench/host/host.ts';
import type { WatchedStore, Writer } from './watched-store.ts';

type Entry = { readonly value: unknown } | { readonly thrown: unknown };

/** Thrown at the service call where an execution is to stop; every later call of that run throws it again. */
class Stop extends Error {}

/** A failure at a call of the execution, or at its first flush. */
export type TaskPlan = FaultPlan & { readonly isAtFlush?: boolean };

/** @param onFailure a flush that fails has taken long: the others go on first */
function hooksOf(plan: TaskPlan, onFailure: () => void): CallHooks {
	if (plan.isAtFlush !== true) return faultHooks(plan);
	let first = 0;
	const failing = ({ name, index }: ServiceCall): boolean => {
		if (first === 0 && name.endsWith('.flush')) first = index;
		const isFailing = first > 0 && (index === first || plan.mode === 'from');
		if (isFailing) onFailure();
		return isFailing;
	};
	return {
		before(call) {
			if (failing(call) && plan.mode !== 'after')
				throw plan.mode === 'kill' ? new Kill(plan.text) : new Fault(plan.text);
		},
		after(call) {
			if (failing(call) && plan.mode === 'after') throw new Fault(plan.text);
		},
	};
}

export interface TaskOptions {
	readonly plan?: TaskPlan | null;
	readonly isExplicit?: boolean;
	readonly isReader?: boolean;
	readonly onDone?: (task: Task) => void;
}

export class Task implements Writer {
	state: 'ready' | 'waiting' | 'done' = 'ready';
	readonly journal: Entry[] = [];
	readonly unflushed: (() => void)[] = [];
	readonly execution: Execution;
	position = 0;
	quota = 0;
	isStopped = false;
	/** The lock was waited for long enough: the next attempt may fail. */
	isTimedOut = false;
	result: unknown = null;
	thrown: unknown = null;
	readonly label: string;
	readonly isExplicit: boolean;
	readonly isReader: boolean;
	readonly isFaulty: boolean;
	readonly hooks: CallHooks;
	/** When its first call could be made; NaN before. */
	beganAt = Number.NaN;
	readonly run: () => unknown;
	readonly onDone: (task: Task) => void;

	constructor(number: number, kind: ExecutionKind, label: string, run: () => unknown, options: TaskOptions = {}) {
		this.execution = {
			number,
			kind,
			authMode: USUAL_MODE[kind],
			userEmail: '',
			calls: 0,
			cellsRead: 0,
			isKilled: false,
		};
		this.label = `${label} #${number}`;
		this.run = run;
		this.hooks = options.plan
			? hooksOf(options.plan, () => {
					this.quota = 0;
				})
			: {};
		this.isFaulty = Boolean(options.plan);
		this.isExplicit = options.isExplicit ?? false;
		this.isReader = options.isReader ?? false;
		this.onDone = options.onDone ?? (() => {});
	}
}

export class Executions {
	readonly tasks: Task[] = [];
	private readonly host: Host;
	private readonly store: WatchedStore;
	private readonly tick: () => void;
	private readonly now: () => number;
	private current: Task | null = null;
	private isInService = false;
	/** After each part of an execution. */
	onStep: () => void = () => {};
	private number = 0;

	/**
	 * @param tick called at each service call: time passes
	 * @param clock the time now, for the bundle too
	 */
	constructor(host: Host, store: WatchedStore, tick: () => void, clock: () => number) {
		this.host = host;
		this.store = store;
		this.tick = tick;
		this.now = clock;
		const idle = host.execution;
		Object.defineProperty(host, 'execution', { get: () => this.current?.execution ?? idle });
		host.gate = (owner, member, isFree, run) => this.gate(owner, member, isFree, run);
		host.options = { ...host.options, now: () => this.clock(clock) };
	}

	start(kind: ExecutionKind, label: string, run: () => unknown, options: TaskOptions = {}): Task {
		const task = new Task(++this.number, kind, label, run, options);
		this.tasks.push(task);
		return task;
	}

	/** Lets a task make up to `quota` service calls; it may end before. */
	advance(task: Task, quota: number): void {
		task.position = 0;
		task.quota = quota;
		task.isStopped = false;
		task.state = 'ready';
		this.current = task;
		this.store.writer = task;
		if (Number.isNaN(task.beganAt)) task.beganAt = this.now();
		this.host.hooks = task.hooks;
		let thrown: unknown = null;
		let result: unknown = null;
		try {
			result = task.run();
		} catch (error) {
			thrown = error;
		}
		this.current = null;
		this.store.writer = null;
		this.host.hooks = {};
		if (task.isStopped) {
			this.onStep();
			return;
		}
		task.state = 'done';
		task.result = result;
		task.thrown = task.execution.isKilled ? new Error('Exceeded maximum execution time') : thrown;
		this.store.flush(task);
		this.host.locks.releaseAll(task.execution.number);
		this.tasks.splice(this.tasks.indexOf(task), 1);
		this.onStep();
		task.onDone(task);
	}

	/** Runs until nothing is left; those that wait for the lock come after its holder. */
	drain(): void {
		for (let round = 0; this.tasks.length > 0; round++) {
			if (round > 1000) throw new Error(`never ends: ${this.tasks.map(({ label }) => label).join(', ')}`);
			const next =
				this.tasks.find((task) => this.holds(task)) ??
				this.tasks.find(({ state }) => state === 'ready') ??
				this.tasks[0];
			this.advance(next as Task, Number.POSITIVE_INFINITY);
		}
	}

	holds(task: Task): boolean {
		return this.host.locks.isHeldBy('document', task.execution.number);
	}

	isLockFree(): boolean {
		return this.host.locks.held.length === 0;
	}

	private clock(now: () => number): number {
		const task = this.current;
		if (task === null || task.isStopped || this.isInService) return now();
		return this.remembered(task, now);
	}

	private remembered<T>(task: Task, live: () => T): T {
		const known = task.journal[task.position];
		if (known === undefined) {
			try {
				const value = live();
				task.journal.push({ value });
				task.position++;
				return value;
			} catch (thrown) {
				if (!(thrown instanceof Stop)) {
					task.journal.push({ thrown });
					task.position++;
				}
				throw thrown;
			}
		}
		task.position++;
		if ('thrown' in known) throw known.thrown;
		return known.value as T;
	}

	private gate<T>(owner: string, member: string, isFree: boolean, run: () => T): T {
		const task = this.current;
		if (task === null) return run();
		if (task.isStopped) throw new Stop();
		// A service that asks another one is one call: only its own answer is in the journal.
		if (this.isInService) return run();
		return this.remembered(task, () => {
			if (!isFree && !task.execution.isKilled) this.pass(task, owner, member);
			this.isInService = true;
			try {
				return Host.prototype.gate.call(this.host, owner, member, isFree, () => {
					if (member === 'flush') this.store.flush(task);
					return run();
				}) as T;
			} finally {
				this.isInService = false;
			}
		});
	}

	private pass(task: Task, owner: string, member: string): void {
		const isWaiting =
			owner === 'Lock' &&
			(member === 'tryLock' || member === 'waitLock') &&
			!task.isTimedOut &&
			!this.isLockFree() &&
			!this.holds(task);
		if (task.quota <= 0 || isWaiting) {
			task.isStopped = true;
			if (isWaiting) task.state = 'waiting';
			throw new Stop();
		}
		if (task.isReader && /^(?:set|delete)/u.test(member))
			this.store.onBreak(`I13 ${task.label} called ${owner}.${member}`);
		task.quota--;
		this.tick();
	}
}
