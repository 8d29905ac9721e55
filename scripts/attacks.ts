/**
 * `npm run attacks [-- NUMBER]`: takes each fix of what broke under attack (test/planted/attacks.ts) out of a copy of
 * the project and runs the one test that must fail then, after it has passed. NUMBER is that of a kind in
 * test/attacks.md. Exit code 1 when one is not noticed.
 */
import { ATTACKS } from '../test/planted/attacks.ts';
import { plantAll } from './planted/plant.ts';

const [number = ''] = process.argv.slice(2);
const chosen = ATTACKS.filter((attack) => number === '' || attack.number === Number(number));
process.exitCode = plantAll('attacks', chosen, ({ number: kind, name }) => `${kind} ${name}`) ? 0 : 1;
