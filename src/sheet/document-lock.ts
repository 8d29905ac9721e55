/** The document's lock around a read-compare-write, so that two executions never do it at once. */
import { Failure } from './failure.ts';

const WAIT_MS = 5000;

/**
 * Runs `work` alone in this document. What it wrote is flushed before the lock is released, also when it failed.
 * When that flush fails, nobody knows what is written yet: the lock stays ours until the execution ends, because Google
 * first applies what is pending and only then gives the lock away. The next holder reads and compares before it writes.
 * @throws Failure `lockTimeout` when another execution holds the lock for too long; nothing was done then.
 */
export function withDocumentLock<T>(work: () => T): T {
	const ofDocument: GoogleAppsScript.Lock.Lock | null = LockService.getDocumentLock();
	// A script that is not part of the file may get none. The lock of the script keeps more executions apart than needed,
	// never fewer.
	const lock = ofDocument ?? LockService.getScriptLock();
	if (!lock.tryLock(WAIT_MS)) throw new Failure('lockTimeout');
	try {
		return work();
	} finally {
		SpreadsheetApp.flush();
		lock.releaseLock();
	}
}
