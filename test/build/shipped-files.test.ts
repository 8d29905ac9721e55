import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildFiles } from '../../scripts/build.ts';
import { distFile } from '../support/dist.ts';

const KILOBYTE = 1024;

describe('what is pushed', () => {
	it('has the recorded sizes, give or take a tenth', () => {
		const recorded = JSON.parse(readFileSync('test/build/golden/sizes.json', 'utf8')) as Record<string, number>;
		for (const [name, kilobytes] of Object.entries(recorded)) {
			const today = Buffer.byteLength(distFile(name as 'Code.js' | 'sidebar.html')) / KILOBYTE;
			console.log(`${name} ${today.toFixed(0)} KB, recorded ${kilobytes} KB`);
			expect(
				today,
				`${name}: record its new size in test/build/golden/sizes.json when the growth is wanted`,
			).toBeLessThanOrEqual(kilobytes * 1.1);
		}
	});

	it('has the same bytes when it is built again', async () => {
		const [first, second] = [await buildFiles(), await buildFiles()];
		expect([...first.keys()]).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
		expect(second).toEqual(first);
		for (const name of ['Code.js', 'sidebar.html', 'appsscript.json'] as const)
			expect(first.get(name), name).toBe(distFile(name));
	});

	it('asks for the open file and the sidebar, and for nothing else', () => {
		const manifest = JSON.parse(distFile('appsscript.json')) as Record<string, unknown>;
		expect(manifest).toEqual({
			timeZone: 'Etc/UTC',
			dependencies: {},
			exceptionLogging: 'NONE',
			runtimeVersion: 'V8',
			oauthScopes: [
				'https://www.googleapis.com/auth/spreadsheets.currentonly',
				'https://www.googleapis.com/auth/script.container.ui',
			],
		});
	});

	it('holds our own code: the project has no runtime dependency, and exact versions of its tools', () => {
		const project = JSON.parse(readFileSync('package.json', 'utf8')) as {
			dependencies?: object;
			devDependencies: Record<string, string>;
		};
		expect(project.dependencies).toBeUndefined();
		for (const [name, version] of Object.entries(project.devDependencies))
			expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/u);
	});

	it('is built from packages that a lock file names without the address of any server', () => {
		const lock = readFileSync('package-lock.json', 'utf8');
		expect(lock).toContain('"integrity"');
		expect(lock).not.toContain('"resolved"');
	});
});
