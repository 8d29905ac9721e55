/**
 * `npm run hostile`: every state of the sidebar in both languages among a host's styles: nothing overflows, nothing is
 * cut off, axe finds nothing, the picture stays. `npm test` does the same, but leaves axe in Chinese to the picture.
 */
import { runVisibly } from './checks/program.ts';

process.env.EVERY_FLAW = '1';
process.exitCode = await runVisibly('node_modules/vitest/vitest.mjs', [
	'run',
	'--project',
	'browser',
	'test/sidebar/states',
]);
