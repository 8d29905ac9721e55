/** Slow and failing services, as Google's can be: what the Workbench menu can switch on. */
import type { CallHooks } from '../host/fault.ts';
import { Fault } from '../host/fault.ts';
import type { Switches } from './switches.ts';

const SLOW_CALL_MS = 150;
const FAILS_EACH = 7;
const FAILURE = 'Service Spreadsheets failed while accessing document with id workbench.';

/** Every seventh service call fails before it takes effect; a slow call holds the page as it holds a script. */
export function serviceHooks(switches: Switches): CallHooks {
	return {
		before(call) {
			if (switches.isSlow) {
				const end = performance.now() + SLOW_CALL_MS;
				while (performance.now() < end);
			}
			if (switches.isFailing && call.total % FAILS_EACH === 0) {
				throw new Fault(FAILURE);
			}
		},
	};
}

/** How long a sidebar call takes to arrive; answers may overtake each other. */
export function travelTime(switches: Switches): number {
	return switches.isSlow ? 1200 + Math.random() * 1500 : 10 + Math.random() * 40;
}
