/** Command line of the static checks: `npm run check` runs all of them side by side, `npm run types` one. */
import { CHECK_NAMES, passesCheck } from './checks/index.ts';

const names = process.argv.length > 2 ? process.argv.slice(2) : CHECK_NAMES;
const passed = await Promise.all(names.map((name) => passesCheck(name)));
if (passed.includes(false)) process.exitCode = 1;
