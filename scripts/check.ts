/** Command line of the static checks: `node scripts/run.mjs scripts/check.ts types lint`. */
import { CHECK_NAMES, passesCheck } from './checks/index.ts';

const names = process.argv.length > 2 ? process.argv.slice(2) : CHECK_NAMES;
for (const name of names) {
	if (!(await passesCheck(name))) process.exitCode = 1;
}
