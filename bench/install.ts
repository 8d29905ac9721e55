/** Fetches the packages of bench/package.json when they are missing: nothing else needs them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Contestants whose packages cannot be fetched are skipped, so a failure is told and no error. */
export function installBenchPackages(): void {
	if (existsSync(join(process.cwd(), 'bench', 'node_modules', 'arquero'))) return;
	console.log('fetching the packages of the contestants (npm ci --prefix bench)');
	const { status } = spawnSync('npm', ['ci', '--prefix', 'bench'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) console.log('they could not be fetched: their contestants are skipped');
}
