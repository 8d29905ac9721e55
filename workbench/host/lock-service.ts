/** LockService: one holder per lock, across executions; a lock ends with its execution. */
import { GOOGLE_TEXT } from './google-text.ts';
import type { Host } from './host.ts';
import { service } from './service.ts';

export class LockTable {
	private readonly holders = new Map<string, number>();
	/** Called for a waiting execution; a simulator may let the holder run on and finish meanwhile. */
	onWait: (lock: string, milliseconds: number) => void = () => {};

	take(lock: string, execution: number): boolean {
		const holder = this.holders.get(lock);
		if (holder !== undefined && holder !== execution) return false;
		this.holders.set(lock, execution);
		return true;
	}

	isHeldBy(lock: string, execution: number): boolean {
		return this.holders.get(lock) === execution;
	}

	release(lock: string, execution: number): void {
		if (this.holders.get(lock) === execution) this.holders.delete(lock);
	}

	releaseAll(execution: number): void {
		for (const [lock, holder] of this.holders) if (holder === execution) this.holders.delete(lock);
	}

	/** Locks held now, for the check that none is held at rest. */
	get held(): readonly string[] {
		return [...this.holders.keys()];
	}
}

type LockMembers = Pick<GoogleAppsScript.Lock.Lock, 'hasLock' | 'releaseLock' | 'tryLock' | 'waitLock'>;

class LockImplementation implements LockMembers {
	#host: Host;
	#name: string;

	constructor(host: Host, name: string) {
		this.#host = host;
		this.#name = name;
	}

	hasLock(): boolean {
		return this.#host.locks.isHeldBy(this.#name, this.#host.execution.number);
	}

	releaseLock(): void {
		this.#host.locks.release(this.#name, this.#host.execution.number);
	}

	tryLock(timeoutInMillis: number): boolean {
		const { locks, execution } = this.#host;
		if (locks.take(this.#name, execution.number)) return true;
		locks.onWait(this.#name, timeoutInMillis);
		return locks.take(this.#name, execution.number);
	}

	waitLock(timeoutInMillis: number): void {
		if (!this.tryLock(timeoutInMillis)) throw this.#host.exception(GOOGLE_TEXT.lockTimeout);
	}
}

type LockServiceMembers = Pick<GoogleAppsScript.Lock.LockService, 'getDocumentLock' | 'getScriptLock' | 'getUserLock'>;

export class LockServiceImplementation implements LockServiceMembers {
	#host: Host;

	constructor(host: Host) {
		this.#host = host;
	}

	getDocumentLock(): GoogleAppsScript.Lock.Lock {
		// Google's types know no null.
		if (this.#host.doubts.documentLock === 'null') return null as unknown as GoogleAppsScript.Lock.Lock;
		return this.#lock('document');
	}

	getScriptLock(): GoogleAppsScript.Lock.Lock {
		return this.#lock('script');
	}

	getUserLock(): GoogleAppsScript.Lock.Lock {
		return this.#lock(`user ${this.#host.execution.userEmail}`);
	}

	#lock(name: string): GoogleAppsScript.Lock.Lock {
		return service(this.#host, 'Lock', new LockImplementation(this.#host, name));
	}
}
