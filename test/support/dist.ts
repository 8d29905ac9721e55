/** The built files as they would be pushed, and the server bundle loaded as Google would load it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import gas from 'gas-local';
import { DIST_FOLDER } from '../../scripts/build.ts';

/** Text of a built file. Throws with the likely cause when it is not there. */
export function distFile(name: 'Code.js' | 'sidebar.html' | 'appsscript.json'): string {
	const path = join(DIST_FOLDER, name);
	if (!existsSync(path))
		throw new Error(`dist/${name} is missing: the build before the tests failed, see the first lines of the output`);
	return readFileSync(path, 'utf8');
}

/** Runs Code.js in a fresh realm with these globals and returns the realm's global object. */
export function loadCode(globals: Record<string, unknown>): Record<string, unknown> {
	distFile('Code.js');
	return gas.require(DIST_FOLDER, globals, { filter: (path: string) => path.endsWith('Code.js') });
}

/** A service that cannot be touched: every access is recorded as `name.member` and throws. */
export function untouchable(name: string, touched: string[]): object {
	const refuse = (_target: object, member: string | symbol): never => {
		touched.push(`${name}.${String(member)}`);
		throw new Error(`${name}.${String(member)} is not allowed here`);
	};
	return new Proxy(() => undefined, {
		get: refuse,
		set: refuse,
		has: refuse,
		apply: () => refuse({}, '()'),
		construct: () => refuse({}, 'new'),
	});
}

/** Every service of Google that the add-on could reach for. */
export const SERVICES: readonly string[] = [
	'SpreadsheetApp',
	'PropertiesService',
	'LockService',
	'CacheService',
	'HtmlService',
	'Session',
	'Utilities',
	'ScriptApp',
	'UrlFetchApp',
	'DriveApp',
	'MailApp',
	'Logger',
];
