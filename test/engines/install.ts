/** Finds the programs and packages that drive the engines, and installs them where that is possible. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWithApt } from '../support/browser.ts';

const FOLDER = join(process.cwd(), 'test', 'engines');

/** A package of test/engines/package.json, fetched when it is missing; null when it cannot be had. */
export async function enginePackage<T>(name: string): Promise<T | null> {
	const find = (): string => createRequire(join(FOLDER, 'package.json')).resolve(name);
	if (!existsSync(join(FOLDER, 'node_modules', name))) {
		console.log('fetching what drives Firefox and WebKit (npm ci --prefix test/engines)');
		spawnSync('npm', ['ci', '--prefix', FOLDER, '--ignore-scripts'], {
			stdio: 'inherit',
			shell: process.platform === 'win32',
		});
	}
	try {
		return (await import(pathToFileURL(find()).href)) as T;
	} catch {
		return null;
	}
}

/** The first of these files that exists, after an installation with apt where that is possible; null when there is none. */
export function program(places: readonly string[], debianPackages: readonly string[]): string | null {
	const find = (): string | undefined => places.find((place) => existsSync(place));
	if (find() === undefined) installWithApt(debianPackages);
	return find() ?? null;
}
