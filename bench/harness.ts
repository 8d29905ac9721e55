/**
 * Interleaved timing: every round runs each contestant once, in an order shuffled anew, on cells of its own.
 * What counts is the median of the per-round ratios; an A/A pair in the same rounds shows what the machine adds.
 */
import { seeded } from './table.ts';

export interface Contestant<Input> {
	readonly name: string;
	run(input: Input): unknown;
}

export interface Sample {
	readonly name: string;
	/** Milliseconds by round. */
	readonly times: readonly number[];
}

/** Upper or lower middle mean; NaN for none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/**
 * A sample is the wall time or the CPU time of the process, whichever is less: on a busy machine the wall counts what
 * others do, and the CPU time of a contestant with threads counts them all, so that neither makes anyone slower than it
 * is.
 * @param fresh makes the input of one run of the contestant of this name; its time does not count
 * @param repeats runs in one sample, for contestants that take microseconds
 * @param warmUps rounds before those that count
 */
export async function rounds<Input>(
	contestants: readonly Contestant<Input>[],
	fresh: (name: string) => Input,
	count: number,
	repeats = 1,
	warmUps = 2,
): Promise<Sample[]> {
	const random = seeded(count * 31 + contestants.length);
	const times = contestants.map((): number[] => []);
	for (let round = -warmUps; round < count; round++) {
		const order = contestants.map((_, i) => i).sort(() => random() - 0.5);
		for (const i of order) {
			const inputs = Array.from({ length: repeats }, () => fresh((contestants[i] as Contestant<Input>).name));
			const cpu = process.cpuUsage();
			const start = performance.now();
			for (const input of inputs) {
				const result = (contestants[i] as Contestant<Input>).run(input);
				if (result instanceof Promise) await result;
			}
			if (round >= 0) {
				const wall = performance.now() - start;
				const { user, system } = process.cpuUsage(cpu);
				(times[i] as number[]).push(Math.min(wall, (user + system) / 1000) / repeats);
			}
		}
	}
	return contestants.map(({ name }, i) => ({ name, times: times[i] as number[] }));
}

/** Median over the rounds of `top / bottom`, measured in the same round. */
export function ratio(samples: readonly Sample[], top: string, bottom: string): number {
	const over = samples.find(({ name }) => name === top);
	const under = samples.find(({ name }) => name === bottom);
	if (over === undefined || under === undefined) return Number.NaN;
	return median(over.times.map((time, i) => time / (under.times[i] as number)));
}
