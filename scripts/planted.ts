/**
 * `npm run planted [-- PART OF A NAME]`: plants each small fault of test/planted/faults.ts in a copy of the project and
 * runs the tests that must notice it, after they have passed without it. Exit code 1 when one is not noticed.
 */
import { FAULTS } from '../test/planted/faults.ts';
import { plantAll } from './planted/plant.ts';

const [part = ''] = process.argv.slice(2);
const chosen = FAULTS.filter(({ name }) => name.includes(part));
process.exitCode = plantAll('planted', chosen, ({ name }) => name) ? 0 : 1;
