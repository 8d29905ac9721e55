/** The document's lock around a read-compare-write, so that two executions never do it at once. */
import { Failure } from './failure.ts';

const WAIT_MS = 5000;

/**
 * Runs `work` alone in this document. What it wrote is flushed before the lock is released, also when it failed.
 * @throws Failure `lockTimeout` when another execution holds the lock for too long; nothing was done then.
 */
export function withDocumentLock<T>(work: () => T): T {
	const lock = LockService.getDocumentLock();
	if (!lock.tryLock(WAIT_MS)) throw new Failure('lockTimeout');
	try {
		return work();
	} finally {
		try {
			SpreadsheetApp.flush();
		} finally {
			lock.releaseLock();
		}
	}
}
