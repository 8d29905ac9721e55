// Runs a TypeScript script on a Node that cannot: bundles it with esbuild (packages stay outside) and imports the result.
// Use: node scripts/run.mjs scripts/build.ts [arguments]
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = process.argv[2];
if (!entry) {
	console.error('scripts/run.mjs: name a script, such as scripts/build.ts');
	process.exit(2);
}
const outfile = join(
	root,
	'node_modules',
	'.cache',
	'stagekeeper',
	`${entry.replace(/[^\w]+/gu, '-')}-${process.pid}.mjs`,
);
await mkdir(dirname(outfile), { recursive: true });
process.on('exit', () => rmSync(outfile, { force: true }));
process.setSourceMapsEnabled(true);
await build({
	entryPoints: [resolve(root, entry)],
	outfile,
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'esm',
	packages: 'external',
	sourcemap: 'inline',
	logLevel: 'warning',
	// As in the build, so that the core runs here as it ships, without the tests' check of each access.
	minifySyntax: true,
	define: { 'import.meta.dirname': JSON.stringify(dirname(resolve(root, entry))), CHECK_ACCESS: 'undefined' },
});
process.argv.splice(1, 2, resolve(root, entry));
await import(pathToFileURL(outfile).href);
