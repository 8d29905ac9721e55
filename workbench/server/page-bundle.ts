/** Builds the workbench's own page in memory as served files: two scripts, one style sheet, the HTML. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = join(process.cwd(), 'workbench', 'page');

/** @param isWatched readable, with maps to the sources, and the page follows their changes */
export async function buildWorkbenchPage(isWatched = false): Promise<Map<string, Uint8Array>> {
	const [html, bundle] = await Promise.all([
		readFile(join(FOLDER, 'index.html')),
		build({
			entryPoints: { page: join(FOLDER, 'main.ts'), 'file-worker': join(FOLDER, 'file-worker.ts') },
			bundle: true,
			write: false,
			outdir: FOLDER,
			format: 'esm',
			target: 'es2022',
			minify: !isWatched,
			sourcemap: isWatched ? 'inline' : false,
			platform: 'browser',
			// papaparse names Node's streams but uses them only in Node.
			external: ['stream'],
			define: { 'process.env.NODE_ENV': '"production"', IS_WATCHED: String(isWatched) },
			logLevel: 'error',
		}),
	]);
	return new Map([
		['/', html],
		...bundle.outputFiles.map((file) => [`/${basename(file.path)}`, file.contents] as const),
	]);
}
