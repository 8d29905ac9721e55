/**
 * Public deal lists with known answers, kept beside the project and not part of it.
 * Tests that need them skip with a printed reason where they are absent.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.cwd(), '..', 'shared');
const reported = new Set<string>();

/**
 * Absolute path of a file or folder under `../shared`, for example `data/maven_crm/answers.json`.
 * Null when it is not there; the reason is printed once for each path.
 */
export function sharedData(relative: string): string | null {
	const path = join(folder, relative);
	if (existsSync(path)) return path;
	if (!reported.has(relative)) {
		reported.add(relative);
		console.warn(`skipped: ../shared/${relative} is not on this machine`);
	}
	return null;
}
