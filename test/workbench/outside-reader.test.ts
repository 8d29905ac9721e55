/** What comes back when the thread that reads files fails: an error, never silence. */
import { afterEach, expect, it, vi } from 'vitest';
import { ReaderStopped, readOutside } from '../../workbench/page/outside-reader.ts';

type Handlers = 'onmessage' | 'onerror' | 'onmessageerror';

/** A thread that answers the first question in one way and the others in another. */
function threads(...answers: readonly (readonly [Handlers, object])[]): { ended: number } {
	const seen = { ended: 0 };
	class Thread {
		private asked = 0;
		postMessage(): void {
			const [handler, event] = answers[this.asked++] ?? [];
			queueMicrotask(
				() => handler && (this as unknown as Record<Handlers, (told: object) => void>)[handler](event ?? {}),
			);
		}
		terminate(): void {
			seen.ended++;
		}
	}
	vi.stubGlobal('Worker', Thread);
	return seen;
}

const READ = ['onmessage', { data: { kind: 'read', name: 'Deals', rows: 1 } }] as const;
const FAILURES = [
	['an error', ['onerror', { message: 'Out of memory' }], 'Out of memory'],
	['an error without a message', ['onerror', {}], ''],
	['an answer that cannot be taken over', ['onmessageerror', {}], 'messageerror'],
] as const;

/** What a question comes to, or `silence` once the thread has answered and nothing followed. */
const outcome = (asked: Promise<unknown>): Promise<unknown> =>
	Promise.race([
		asked.then(
			() => 'success',
			(error: unknown) => error,
		),
		new Promise((resolve) => setTimeout(resolve, 0, 'silence')),
	]);

afterEach(() => vi.unstubAllGlobals());

it.each(FAILURES)('tells %s while reading, and ends the thread', async (_, answer, reason) => {
	const seen = threads(answer);
	expect(await outcome(readOutside('deals.csv', new Uint8Array(1)))).toEqual(new ReaderStopped(reason));
	expect(seen.ended).toBe(1);
});

it.each(FAILURES)('tells %s while storing, and ends the thread', async (_, answer, reason) => {
	const seen = threads(READ, answer);
	const read = await readOutside('deals.csv', new Uint8Array(1));
	expect(await outcome(read.save('page'))).toEqual(new ReaderStopped(reason));
	expect(seen.ended).toBe(1);
});
