import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/build.ts';
import { runNode } from '../../scripts/checks/program.ts';
import { distFile } from '../support/dist.ts';

const KILOBYTE = 1024;

describe('what is pushed', () => {
	it('is the manifest, Code.js and sidebar.html', async () => {
		distFile('Code.js');
		const { output } = await runNode('node_modules/@google/clasp/build/src/index.js', ['show-file-status', '--json']);
		const status = JSON.parse(output) as { filesToPush: string[]; untrackedFiles: string[] };
		expect(status.filesToPush.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([
			'dist/Code.js',
			'dist/appsscript.json',
			'dist/sidebar.html',
		]);
		expect(status.untrackedFiles).toEqual([]);
	});

	it('is small: every cell that holds one of our formulas loads Code.js anew', () => {
		expect(Buffer.byteLength(distFile('Code.js'))).toBeLessThanOrEqual(416 * KILOBYTE);
		expect(Buffer.byteLength(distFile('sidebar.html'))).toBeLessThanOrEqual(115 * KILOBYTE);
		expect(gzipSync(distFile('sidebar.html')).byteLength).toBeLessThanOrEqual(42 * KILOBYTE);
	});

	it('has the same bytes when it is built again', async () => {
		const [first, second] = [await buildFiles(), await buildFiles()];
		expect([...first.keys()]).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
		expect(second).toEqual(first);
		for (const name of ['Code.js', 'sidebar.html', 'appsscript.json'] as const) expect(first.get(name), name).toBe(distFile(name));
	});

	it('asks for the open file and the sidebar, and for nothing else', () => {
		const manifest = JSON.parse(distFile('appsscript.json')) as Record<string, unknown>;
		expect(manifest).toEqual({
			timeZone: 'Etc/UTC',
			dependencies: {},
			exceptionLogging: 'STACKDRIVER',
			runtimeVersion: 'V8',
			oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly', 'https://www.googleapis.com/auth/script.container.ui'],
		});
	});

	it('holds our own code: the project has no runtime dependency, and exact versions of its tools', () => {
		const project = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies?: object; devDependencies: Record<string, string> };
		expect(project.dependencies).toBeUndefined();
		for (const [name, version] of Object.entries(project.devDependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/u);
	});

	it('is built from packages that a lock file names without the address of any server', () => {
		const lock = readFileSync('package-lock.json', 'utf8');
		expect(lock).toContain('"integrity"');
		expect(lock).not.toContain('"resolved"');
	});
});
