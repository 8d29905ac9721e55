/**
 * `google.script.run` for the sidebar's frame, as strict as Google's: plain data only, copied both ways, asynchronous,
 * ten at once, answers possibly out of order. What runs and what can be carried is the host's.
 */
import type { RpcOutcome } from '../host/bundle.ts';
import { inRealm } from '../host/realm.ts';
import { copyForRpc } from '../host/rpc-copy.ts';

type Success = (value: unknown, user?: unknown) => void;
type Failure = (error: Error, user?: unknown) => void;

const AT_ONCE = 10;

/**
 * @param frame the page's window: what it gets is made with its constructors
 * @param names the functions that a page may call
 * @param run runs one call after its way to the server
 */
export function scriptRun(
	frame: Window,
	names: readonly string[],
	run: (name: string, args: readonly unknown[]) => Promise<RpcOutcome>,
): object {
	const realm = frame as Window & typeof globalThis;
	const queue: (() => Promise<void>)[] = [];
	let running = 0;
	const next = (): void => {
		while (running < AT_ONCE && queue.length > 0) {
			running++;
			void queue
				.shift()?.()
				.finally(() => {
					running--;
					next();
				});
		}
	};
	const runner = (onSuccess?: Success, onFailure?: Failure, user?: unknown): object => {
		const calls = names.map((name) => [
			name,
			(...args: unknown[]): void => {
				const sent = args.map((argument, at) => copyForRpc(null, argument, `argument ${at}`));
				queue.push(async () => {
					const outcome = await run(name, sent);
					if (outcome.isOk) {
						onSuccess?.(inRealm(realm, outcome.value), user);
					} else if (onFailure) {
						onFailure(new realm.Error(outcome.message), user);
					} else {
						realm.console.error(outcome.message);
					}
				});
				next();
			},
		]);
		return {
			...Object.fromEntries(calls),
			withSuccessHandler: (handler: Success) => runner(handler, onFailure, user),
			withFailureHandler: (handler: Failure) => runner(onSuccess, handler, user),
			withUserObject: (object: unknown) => runner(onSuccess, onFailure, object),
		};
	};
	return runner();
}
