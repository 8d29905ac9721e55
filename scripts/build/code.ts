/** Builds the text of Code.js: the add-on as one closed bundle, then the stubs that Google sees. */
import { parse } from 'acorn';
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

/** Names that main.ts exports, sorted. Taken from an ESM build, because the closed bundle does not list them. */
async function exportNames(): Promise<string[]> {
	const { metafile } = await build({ ...SHARED, format: 'esm', metafile: true, outfile: 'Code.js' });
	return Object.values(metafile.outputs)
		.flatMap((output) => output.exports)
		.sort();
}

/** Drops comments (the compiler leaves one a source file) and the lines that they leave empty. */
function withoutComments(code: string): string {
	const ranges: [number, number][] = [];
	parse(code, { ecmaVersion: 2019, onComment: (_isBlock, _text, start, end) => ranges.push([start, end]) });
	let text = '';
	let from = 0;
	for (const [start, end] of ranges) {
		const lineStart = code.lastIndexOf('\n', start - 1) + 1;
		const isWholeLine = code.slice(lineStart, start).trim() === '' && code[end] === '\n';
		text += code.slice(from, isWholeLine ? lineStart : start);
		from = isWholeLine ? end + 1 : end;
	}
	return text + code.slice(from);
}

/** Text of Code.js. Throws when the sources do not compile or their syntax is newer than Google takes. */
export async function buildCode(): Promise<string> {
	const [bundle, names, metrics] = await Promise.all([
		build({ ...SHARED, format: 'iife', globalName: BUNDLE_NAME }),
		exportNames(),
		loadRegistry(),
	]);
	const text = bundle.outputFiles[0]?.text ?? '';
	return `${withoutComments(text)}\n${stubs(names, metrics)}\n`;
}
