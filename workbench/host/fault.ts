/** Failures to inject: which service call, before or after it took effect, with which text, or killed. */

export interface ServiceCall {
	/** `Range.setValues` */
	readonly name: string;
	/** 1 for the first round trip of its execution. */
	readonly index: number;
	/** Round trips of the host so far, over all executions. */
	readonly total: number;
	readonly execution: number;
}

/** Called around each round trip; a thrown Fault fails the call, a thrown Kill ends the execution. */
export interface CallHooks {
	before?(call: ServiceCall): void;
	after?(call: ServiceCall): void;
}

/** The call fails with this text, as an exception that the bundle can catch. */
export class Fault extends Error {}

/** The execution ends: no catch block of the bundle gets another service call through. */
export class Kill extends Error {}

export interface FaultPlan {
	/** Fail the n-th round trip of an execution (1-based). */
	readonly nth: number;
	/**
	 * `before`: nothing happened · `after`: it was applied · `from`: this one and all later ones · `kill`: between two
	 * calls.
	 */
	readonly mode: 'before' | 'after' | 'from' | 'kill';
	readonly text: string;
}

/** Hooks that carry out one plan. */
export function faultHooks(plan: FaultPlan): CallHooks {
	return {
		before(call) {
			if (plan.mode === 'kill' && call.index === plan.nth) throw new Kill(plan.text);
			if (plan.mode === 'before' && call.index === plan.nth) throw new Fault(plan.text);
			if (plan.mode === 'from' && call.index >= plan.nth) throw new Fault(plan.text);
		},
		after(call) {
			if (plan.mode === 'after' && call.index === plan.nth) throw new Fault(plan.text);
		},
	};
}
