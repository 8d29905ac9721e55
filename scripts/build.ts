/**
 * Builds what is pushed to Google: dist/Code.js, dist/sidebar.html, dist/appsscript.json. The same sources give the
 * same bytes.
 * Not here: the bundle of the server (build/code.ts), the page (build/page.ts), the workbench's own page.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCode } from './build/code.ts';
import { buildPage } from './build/page.ts';

export const DIST_FOLDER = join(process.cwd(), 'dist');

/**
 * Text by file name; nothing is written. Throws with the compiler's text when a source is wrong.
 * @param isForDebugging readable, with maps to the sources; never pushed
 */
export async function buildFiles(isForDebugging = false): Promise<ReadonlyMap<string, string>> {
	const [code, page, manifest] = await Promise.all([
		buildCode(isForDebugging),
		buildPage(isForDebugging),
		readFile(join(process.cwd(), 'appsscript.json'), 'utf8'),
	]);
	return new Map([
		['Code.js', code],
		['appsscript.json', manifest],
		['sidebar.html', page],
	]);
}

/**
 * Builds and writes dist/; a file appears complete or not at all, and what does not belong there goes. Returns the
 * texts.
 */
export async function buildAll(): Promise<ReadonlyMap<string, string>> {
	const files = await buildFiles();
	await mkdir(DIST_FOLDER, { recursive: true });
	for (const [name, text] of files) {
		const unfinished = join(DIST_FOLDER, '..', 'node_modules', '.cache', `${name}-${process.pid}`);
		await mkdir(join(unfinished, '..'), { recursive: true });
		await writeFile(unfinished, text);
		await rename(unfinished, join(DIST_FOLDER, name));
	}
	for (const name of await readdir(DIST_FOLDER)) {
		if (!files.has(name)) await rm(join(DIST_FOLDER, name), { recursive: true });
	}
	return files;
}

/** True when this file is the command and not imported by one. */
const isCommand = /[\\/]scripts[\\/]build\.ts$/u.test(process.argv[1] ?? '');
if (isCommand) {
	const files = await buildAll();
	for (const [name, text] of files) console.log(`dist/${name} ${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`);
}
