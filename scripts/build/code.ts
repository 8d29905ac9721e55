/** Builds the text of Code.js: the add-on as one closed bundle, then the stubs that Google sees. */
import { type BuildOptions, build } from 'esbuild';
import { loadRegistry } from './registry.ts';
import { BUNDLE_NAME, stubs } from './stubs.ts';

const ENTRY = 'src/addon/main.ts';

const SHARED = {
	entryPoints: [ENTRY],
	bundle: true,
	write: false,
	target: 'es2019',
	charset: 'utf8',
	legalComments: 'none',
	treeShaking: true,
	logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Every cell with a formula loads the file again, so that blanks and long forms cost time; names stay, for stack
 * traces.
 */
const DENSE = {
	minifyWhitespace: true,
	minifySyntax: true,
	lineLimit: 200,
	define: { CHECK_ACCESS: 'undefined' },
} as const satisfies BuildOptions;

/** Names that main.ts exports, sorted. Taken from an ESM build, because the closed bundle does not list them. */
async function exportNames(): Promise<string[]> {
	const { metafile } = await build({ ...SHARED, format: 'esm', metafile: true, outfile: 'Code.js' });
	return Object.values(metafile.outputs)
		.flatMap((output) => output.exports)
		.sort();
}

/** For a debugger: lines as they are written, and the map to the sources at the end. */
const READABLE = { sourcemap: 'inline', define: { CHECK_ACCESS: 'true' } } as const satisfies BuildOptions;

/** Text of Code.js. Throws when the sources do not compile or their syntax is newer than Google takes. */
export async function buildCode(isForDebugging = false): Promise<string> {
	const [bundle, names, metrics] = await Promise.all([
		build({
			...SHARED,
			...(isForDebugging ? READABLE : DENSE),
			format: 'iife',
			globalName: BUNDLE_NAME,
			outfile: 'Code.js',
		}),
		exportNames(),
		loadRegistry(),
	]);
	const text = bundle.outputFiles[0]?.text ?? '';
	return `${text}\n${stubs(names, metrics)}\n`;
}
