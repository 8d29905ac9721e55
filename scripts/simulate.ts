/**
 * `npm run simulate [-- edits [first seed]]`: the simulation of the stage history at length, 1,000,000 edits by
 * default, on two threads. Every break is printed with its seed and shrunk script; the last line has the totals. Exit
 * code 1 after a break.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { campaign, EDITS_PER_DOCUMENT, type Tally, tallyText } from '../test/simulation/campaign.ts';
import { buildCode } from './build/code.ts';

const THREADS = 2;
/** Documents between two signs of life. */
const ROUND = 50;

interface Share {
	readonly code: string;
	readonly first: number;
	readonly end: number;
	readonly thread: number;
}

/** The documents of one thread, from `first + thread` on, reported in rounds. */
function work({ code, first, end, thread }: Share): void {
	for (let from = first; from < end; from += ROUND * THREADS) {
		const seeds: number[] = [];
		for (let seed = from + thread; seed < Math.min(end, from + ROUND * THREADS); seed += THREADS) seeds.push(seed);
		parentPort?.postMessage(campaign(code, seeds));
	}
}

async function simulate(edits: number, first: number): Promise<Tally> {
	const code = await buildCode();
	const total: Tally = { edits: 0, breaks: 0, changes: 0, recorded: 0, executions: 0, failures: [] };
	const end = first + Math.ceil(edits / EDITS_PER_DOCUMENT);
	const add = (part: Tally): void => {
		for (const key of ['edits', 'breaks', 'changes', 'recorded', 'executions'] as const) total[key] += part[key];
		for (const failure of part.failures) console.log(failure);
		total.failures.push(...part.failures);
		console.log(`… ${total.edits} edits, ${total.breaks} breaks`);
	};
	const threads = Array.from({ length: THREADS }, async (_, thread) => {
		const share: Share = { code, first, end, thread };
		const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
		worker.on('message', add);
		await new Promise<void>((resolve, reject) => {
			worker.once('error', reject);
			worker.once('exit', () => resolve());
		});
	});
	await Promise.all(threads);
	return total;
}

if (isMainThread) {
	const begun = Date.now();
	const total = await simulate(Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 1));
	console.log(`${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
	console.log(tallyText(total));
	process.exitCode = total.breaks === 0 ? 0 : 1;
} else work(workerData as Share);
