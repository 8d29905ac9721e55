/**
 * Builds dist/ once before the tests, so that every test that loads the bundle loads the sources as they are now.
 * Not here: what must hold for the bundle (test/build/).
 */
import { rmSync } from 'node:fs';
import { buildAll, DIST_FOLDER } from '../../scripts/build.ts';

export default async function setup(): Promise<void> {
	try {
		await buildAll();
	} catch (error) {
		// An old bundle would let tests pass that should fail; without one, tests of the pure core still run.
		rmSync(DIST_FOLDER, { recursive: true, force: true });
		console.error(
			`dist/ could not be built, tests that load it will fail:\n${error instanceof Error ? error.message : String(error)}`,
		);
	}
}
