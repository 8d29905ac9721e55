/** Loads a package of bench/node_modules; scripts are bundled elsewhere, so a plain import would not find it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.cwd(), 'bench', 'package.json'));

/** Null when `npm run bench` has not installed it. */
export async function benchPackage<T>(name: string): Promise<T | null> {
	try {
		return (await import(pathToFileURL(require.resolve(name)).href)) as T;
	} catch {
		return null;
	}
}
