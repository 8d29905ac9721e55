/**
 * `npm run test:busy [-- N]`: runs `npm test` while N other processes (4 unless told otherwise) keep the cores busy.
 * No test may hang on the speed of the machine: what passes alone passes here.
 */
import { spawn } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { runVisibly } from './checks/program.ts';

/** Counts until it is stopped, and ends by itself when this process is gone. */
const KEEP_BUSY = `const parent = process.ppid;
for (;;) {
	for (let i = 0; i < 1e9; i++);
	if (process.ppid !== parent) process.exit();
}`;

const many = Number(process.argv[2] ?? 4);
if (!Number.isInteger(many) || many < 1) {
	console.error(`test:busy: how many processes? Not "${process.argv[2]}"`);
	process.exit(2);
}
const others = Array.from({ length: many }, () => spawn(process.execPath, ['-e', KEEP_BUSY], { stdio: 'ignore' }));
console.log(`${many} processes keep ${availableParallelism()} cores busy.`);
try {
	process.exitCode = await runVisibly('scripts/run.mjs', ['scripts/test.ts']);
} finally {
	for (const other of others) other.kill('SIGKILL');
}
console.log(
	`Load at the end: ${loadavg()
		.map((load) => load.toFixed(1))
		.join(', ')}`,
);
