/**
 * One process of the trial in speed.ts: a first report of these rows, then warm ones. Bundled once as it ships and once
 * for each structure with a plain one in its place. Use: node BUNDLE ROWS WARM_RUNS. Prints a JSON of CPU milliseconds
 * and bytes a row.
 */
import { ourHistoryReport, ourReport } from './contestants/ours.ts';
import { dealTable, freshCells, historyTable } from './table.ts';

const [rows, warmRuns] = [Number(process.argv[2]), Number(process.argv[3])];

function milliseconds(run: () => unknown): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
/** A history is measured up to the size that a sheet's log has room for. */
const MOST_WITH_HISTORY = 100_000;

const table = dealTable(rows);
const history = rows <= MOST_WITH_HISTORY ? historyTable(table) : null;
const report = (): (() => unknown) => {
	// Every text of a sheet is a fresh one.
	const [deals, log] = [freshCells(table), history === null ? null : freshCells(history)];
	return () => (log === null ? ourReport(deals) : ourHistoryReport(deals, log));
};
const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
const first = report();
(globalThis as { gc?: () => void }).gc?.();
const before = used();
const cold = milliseconds(first);
const bytes = (used() - before) / rows;
const warm = median(Array.from({ length: warmRuns }, () => milliseconds(report())));
console.log(JSON.stringify({ cold, warm, bytes }));
