/**
 * The one way from the page to the sheet: `google.script.run` as typed promises.
 * Belongs here: time limits, late answers, failures of the transport. Not here: what is asked for and what is done with
 * it (state.ts).
 */
import type { Answer } from '../src/addon/contract/answer.ts';
import type { Calls } from './state.ts';

type Runner = {
	withSuccessHandler(done: (answer: unknown) => void): Runner;
	withFailureHandler(failed: (error: unknown) => void): Runner;
} & Record<string, (argument?: unknown) => void>;

declare const google: { readonly script: { readonly run: Runner } } | undefined;

type Request<Name extends keyof Calls> = Parameters<Calls[Name]>[0];

/** The longest that the platform lets a call run is six minutes; nobody waits that long for an answer. */
const LIMIT_MS = 120_000;

/** English only: the words of `noAnswer` name the accounts as well. */
const REFUSED = /PERMISSION_DENIED|Authorization is required/u;

const failure = (code: string, action: 'retry' | null): Answer<never> => ({ ok: false, code, text: '', action });

export interface Server {
	/**
	 * Resolves with the server's answer, with a failure whose `text` is empty (the page words `code`: permissionDenied,
	 * timeout, noAnswer, noServer), or with null when a later call of the same lane has been made meanwhile: that answer
	 * must not be shown. Never rejects.
	 */
	call<Name extends keyof Calls>(
		name: Name,
		request?: Request<Name>,
		lane?: string,
	): Promise<ReturnType<Calls[Name]> | null>;
}

/** @param limitMs how long to wait for an answer before it is called lost */
export function createServer(limitMs = LIMIT_MS): Server {
	const latest = new Map<string, number>();
	return {
		call: (name, request, lane) =>
			new Promise((resolve) => {
				const sequence = lane === undefined ? 0 : (latest.get(lane) ?? 0) + 1;
				if (lane !== undefined) latest.set(lane, sequence);
				const timer = setTimeout(() => settle(failure('timeout', 'retry')), limitMs);
				const settle = (answer: unknown) => {
					clearTimeout(timer);
					const isLate = lane !== undefined && latest.get(lane) !== sequence;
					const isAnswer = typeof answer === 'object' && answer !== null && 'ok' in answer;
					resolve(
						isLate ? null : ((isAnswer ? answer : failure('noAnswer', 'retry')) as ReturnType<Calls[typeof name]>),
					);
				};
				if (typeof google === 'undefined') return settle(failure('noServer', null));
				const runner = google.script.run.withSuccessHandler(settle).withFailureHandler((error) => {
					const text = error instanceof Error ? error.message : String(error);
					settle(failure(REFUSED.test(text) ? 'permissionDenied' : 'noAnswer', 'retry'));
				});
				// A call that takes nothing is made without an argument: `undefined` is not carried.
				const run = runner[name] as (argument?: unknown) => void;
				if (request === undefined) run.call(runner);
				else run.call(runner, request);
			}),
	};
}
