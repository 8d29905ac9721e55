/**
 * `npm run situations [-- NUMBER]`: brings the fault behind each of the manager's 25 situations back into a copy of the
 * project (test/planted/situations.ts) and runs the test that must fail then, after it has passed. Exit code 1 when one
 * is not noticed.
 */
import { SITUATIONS } from '../test/planted/situations.ts';
import { plantAll } from './planted/plant.ts';

const [number = ''] = process.argv.slice(2);
const chosen = SITUATIONS.filter(({ situation }) => number === '' || situation === Number(number));
process.exitCode = plantAll('situations', chosen, ({ situation, name }) => `${situation} ${name}`) ? 0 : 1;
