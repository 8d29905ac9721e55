/**
 * `npm run test:zones [-- PATH …]`: runs the tests in Node (of the add-on and the core unless paths are given) on a
 * machine whose own clock is behind UTC and off by half an hour, far ahead of it, and off by half an hour the other
 * way. Exit code 1 when a test fails in one of them.
 */
import { runVisibly } from './checks/program.ts';

const ZONES = ['America/St_Johns', 'Pacific/Auckland', 'Asia/Kolkata'];

const chosen = process.argv.slice(2);
const paths = chosen.length === 0 ? ['test/addon', 'test/core'] : chosen;
const failed: string[] = [];
for (const zone of ZONES) {
	console.log(`In ${zone}:`);
	process.env.TZ = zone;
	const code = await runVisibly('node_modules/vitest/vitest.mjs', ['run', '--project', 'node', ...paths]);
	if (code !== 0) failed.push(zone);
}
console.log(
	`test:zones: ${ZONES.length} zones, ${failed.length === 0 ? 'all good' : `failures in ${failed.join(', ')}`}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
