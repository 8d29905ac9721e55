/**
 * Packages of warehouse/package.json, which nothing else needs: found where they are installed, and fetched when they
 * are missing.
 */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WarehouseError } from './options.ts';

const folder = join(process.cwd(), 'warehouse');
const require = createRequire(join(folder, 'package.json'));

/** Null when it is not installed. */
export async function warehousePackage<T>(name: string): Promise<T | null> {
	try {
		return (await import(pathToFileURL(require.resolve(name)).href)) as T;
	} catch {
		return null;
	}
}

/**
 * Fetches the packages where this one is missing.
 * @param tell receives what is being done, as one line.
 * @throws WarehouseError with one sentence
 */
export async function fetchedPackage<T>(name: string, tell: (line: string) => void): Promise<T> {
	const known = await warehousePackage<T>(name);
	if (known !== null) return known;
	tell(`Fetching the packages of the warehouse, once (npm ci --prefix warehouse).`);
	const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
	const found = status === 0 ? await warehousePackage<T>(name) : null;
	if (found === null)
		throw new WarehouseError(`${name} could not be fetched; run npm ci --prefix warehouse where there is a network.`);
	return found;
}
