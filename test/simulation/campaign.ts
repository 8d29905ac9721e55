/** Many simulated documents one after the other, and what they showed. */
import { failureText, Simulation } from './simulation.ts';

export interface Tally {
	edits: number;
	breaks: number;
	/** True changes of stage, and those that the log has one by one; the others were merged with the next one or undone before a look. */
	changes: number;
	recorded: number;
	executions: number;
	/** Each break with its seed and its shrunk script. */
	readonly failures: string[];
}

export const EDITS_PER_DOCUMENT = 300;
const MOST_SHRUNK = 2;

/** @param seeds one document each */
export function campaign(code: string, seeds: Iterable<number>): Tally {
	const simulation = new Simulation(code);
	// Nobody reads the stack of an injected fault.
	Error.stackTraceLimit = 0;
	const tally: Tally = { edits: 0, breaks: 0, changes: 0, recorded: 0, executions: 0, failures: [] };
	for (const seed of seeds) {
		const outcome = simulation.run(seed, EDITS_PER_DOCUMENT);
		tally.edits += outcome.edits;
		tally.changes += outcome.changes;
		tally.recorded += outcome.recorded;
		tally.executions += outcome.executions;
		if (outcome.broken === '') continue;
		tally.breaks++;
		const found = tally.failures.length < MOST_SHRUNK ? simulation.shrink(seed, outcome.script) : outcome;
		tally.failures.push(failureText(seed, EDITS_PER_DOCUMENT, found));
	}
	return tally;
}

export function* seedsFrom(first: number, count: number): Generator<number> {
	for (let seed = first; seed < first + count; seed++) yield seed;
}

/** `100200 edits, 0 breaks, 72.9% of 61000 true changes recorded, the others merged` */
export function tallyText({ edits, breaks, changes, recorded, executions }: Tally): string {
	const share = changes === 0 ? 0 : (recorded / changes) * 100;
	return `${executions} executions; ${edits} edits, ${breaks} breaks, ${share.toFixed(1)}% of ${changes} true stage changes recorded, ${(100 - share).toFixed(1)}% merged`;
}
