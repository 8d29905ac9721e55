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
 * @param fresh makes the input of one run; its time does not count
 * @param repeats runs in one sample, for contestants that take microseconds
 */
export async function rounds<Input>(
	contestants: readonly Contestant<Input>[],
	fresh: () => Input,
	count: number,
	repeats = 1,
): Promise<Sample[]> {
	const random = seeded(count * 31 + contestants.length);
	const times = contestants.map((): number[] => []);
	const warmUps = 2;
	for (let round = -warmUps; round < count; round++) {
		const order = contestants.map((_, i) => i).sort(() => random() - 0.5);
		for (const i of order) {
			const inputs = Array.from({ length: repeats }, fresh);
			const start = performance.now();
			for (const input of inputs) {
				const result = (contestants[i] as Contestant<Input>).run(input);
				if (result instanceof Promise) await result;
			}
			if (round >= 0) (times[i] as number[]).push((performance.now() - start) / repeats);
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
