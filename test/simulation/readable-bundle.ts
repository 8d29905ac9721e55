/** The bundle from the same entry point as the shipped one, in the compiler's plain form: names and statements stay where a planted bug looks for them. */
import { type BuildOptions, build } from 'esbuild';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';

const SHARED = {
	entryPoints: ['src/addon/main.ts'] as string[],
	bundle: true,
	write: false,
	target: 'es2019',
	charset: 'utf8',
	logLevel: 'silent',
} as const satisfies BuildOptions;

export async function readableBundle(): Promise<string> {
	const [code, names] = await Promise.all([
		build({ ...SHARED, format: 'iife', globalName: 'Addon_' }),
		build({ ...SHARED, format: 'esm', metafile: true, outfile: 'Code.js' }),
	]);
	const exported = Object.values(names.metafile.outputs).flatMap((output) => output.exports);
	const functions = exported.map((name) => `function ${name}(...given) { return Addon_.${name}(...given); }`);
	const cells = METRICS.map(
		({ id }) => `function ${functionName(id)}(...given) { return Addon_.callMetric("${id}", given); }`,
	);
	return `${code.outputFiles[0]?.text ?? ''}\n${[...functions, ...cells].join('\n')}\n`;
}
