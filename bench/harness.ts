/**
 * Interleaved timing: every round runs each contestant twice, in a newly shuffled order and then backwards, each time
 * on cells of its own in a heap without anything young. What counts is the median of the per-round ratios; an A/A pair
 * in the same rounds shows what the machine adds.
 */
import { seeded } from './table.ts';

export interface Contestant<Input> {
	readonly name: string;
	run(input: Input): unknown;
}

export interface Sample {
	readonly name: string;
	/** Milliseconds by round; none where the contestant had used up its time before others. */
	readonly times: readonly (number | undefined)[];
}

/** Rounds of a table size. */
export interface Schedule {
	/** Every contestant takes part in so many rounds, but for those that take SLOW or longer. */
	readonly least: number;
	readonly most: number;
	/** Milliseconds, shared by the contestants: whoever has used up its part sits out after its least rounds. */
	readonly budget: number;
	/** Runs in one sample, for contestants that take microseconds; one for those that take QUICK or longer. */
	readonly repeats: number;
	/** Rounds before those that count. */
	readonly warmUps: number;
}

/** Milliseconds of a sample that make a contestant slow: what others do meanwhile matters less to it. */
const SLOW = 300;
const LEAST_OF_SLOW = 5;
const QUICK = 30;

/** Upper or lower middle mean; NaN for none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The median of a contestant's rounds. */
export function medianTime({ times }: Sample): number {
	return median(times.filter((time) => time !== undefined));
}

/** Bytes in use from which the heap is emptied between two rounds; Node is told to leave it alone until 3 GB. */
const MOST_HEAP = 2 ** 31;

/** Node leaves the collector away unless it is asked for. */
function collector(): (options?: { type: 'minor' }) => void {
	const { gc } = globalThis as { gc?: () => void };
	if (gc === undefined) throw new Error('start the benchmark by npm run bench: it needs the collector (--expose-gc)');
	return gc;
}

/**
 * Twice, so that what lives is no longer young. The collection of everything would throw away compiled code, which
 * holds the objects that it was compiled for weakly: reports take twice as long after it.
 */
function collectYoung(): void {
	const gc = collector();
	gc({ type: 'minor' });
	gc({ type: 'minor' });
}

/**
 * A sample is the wall time or the CPU time of the process, whichever is less: on a busy machine the wall counts what
 * others do, and the CPU time of a contestant with threads counts them all, so that neither makes anyone slower than it
 * is. What is young is collected first: else one contestant pays for what the making of its input and the contestants
 * before it have left behind, which was several times the time of a report.
 */
async function sample<Input>({ name, run }: Contestant<Input>, fresh: (name: string) => Input, repeats: number) {
	const inputs = Array.from({ length: repeats }, () => fresh(name));
	collectYoung();
	const cpu = process.cpuUsage();
	const start = performance.now();
	for (const input of inputs) {
		const result = run(input);
		if (result instanceof Promise) await result;
	}
	const wall = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	return Math.min(wall, (user + system) / 1000) / repeats;
}

/** @param fresh makes the input of one run of the contestant of this name; its time does not count */
export async function rounds<Input>(
	contestants: readonly Contestant<Input>[],
	fresh: (name: string) => Input,
	{ least, most, budget, repeats, warmUps }: Schedule,
): Promise<Sample[]> {
	const random = seeded(least * 31 + contestants.length);
	const players = contestants.map((contestant) => ({
		contestant,
		times: [] as (number | undefined)[],
		spent: 0,
		least,
		repeats,
		warmUps,
	}));
	const part = budget / players.length;
	for (let round = -warmUps; round < most; round++) {
		const playing = players.filter(
			(player) => round >= -player.warmUps && (round < player.least || player.spent < part),
		);
		if (playing.length === 0 && round >= 0) break;
		const key = new Map(playing.map((player) => [player, random()]));
		const order = [...playing].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
		if (process.memoryUsage().heapUsed > MOST_HEAP) {
			collector()();
			// Compiled anew before it counts.
			for (let again = 0; again < 2; again++) for (const { contestant } of order) await sample(contestant, fresh, 1);
		}
		const sums = new Map<(typeof players)[number], number>();
		for (const player of [...order, ...[...order].reverse()]) {
			const start = performance.now();
			const time = await sample(player.contestant, fresh, player.repeats);
			if (round >= 0) player.spent += performance.now() - start;
			if (time > QUICK) player.repeats = 1;
			if (time > SLOW) {
				player.warmUps = 1;
				if (round >= 0) player.least = LEAST_OF_SLOW;
			}
			sums.set(player, (sums.get(player) ?? 0) + time / 2);
		}
		if (round >= 0) for (const player of players) player.times.push(sums.get(player));
	}
	return players.map(({ contestant: { name }, times }) => ({ name, times }));
}

/** Median over the rounds of `top / bottom`, measured in the same round. */
export function ratio(samples: readonly Sample[], top: string, bottom: string): number {
	const over = samples.find(({ name }) => name === top);
	const under = samples.find(({ name }) => name === bottom);
	if (over === undefined || under === undefined) return Number.NaN;
	return median(
		over.times.flatMap((time, i) => {
			const other = under.times[i];
			return time === undefined || other === undefined ? [] : [time / other];
		}),
	);
}
