/** A server whose answers a test gives itself, in whatever order. Not here: the page around a session (../page.ts). */
import type { Server } from '../../../sidebar/server.ts';
import { Session } from '../../../sidebar/session.ts';
import type { Calls, State } from '../../../sidebar/state.ts';

interface Waiting {
	readonly name: keyof Calls;
	readonly request: unknown;
	answer(answer: unknown): Promise<void>;
}

export interface Asked {
	readonly session: Session;
	/** All calls so far, answered ones too. */
	readonly calls: Waiting[];
	/** States that the page was shown, oldest first. */
	readonly shown: State[];
}

export const ok = (data: unknown) => ({ ok: true, data });
export const failed = { ok: false, code: 'busy', text: 'Busy.', action: 'retry' };

/** Lets everything that waits for an answer go on. */
const turns = async (): Promise<void> => {
	for (let i = 0; i < 10; i++) await Promise.resolve();
};

/** @param state what the page shows already */
export function asked(state: Partial<State> = {}): Asked {
	const calls: Waiting[] = [];
	const shown: State[] = [];
	const server: Server = {
		call: (name, request) =>
			new Promise((resolve) => {
				calls.push({
					name,
					request,
					answer: (answer) => {
						resolve(answer as never);
						return turns();
					},
				});
			}),
	};
	const session = new Session(server, () => shown.push(session.state));
	session.state = { ...session.state, isLoading: false, ...state };
	return { session, calls, shown };
}
