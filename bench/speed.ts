/**
 * `npm run bench:speed [-- SIZES [ROUNDS]]`: puts structures of src/core/speed on trial. The report with its history is
 * measured as it ships and with a plain Map or loop in the place of each structure: cold, as every execution at Google
 * is, warm, and in memory.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const PLAIN = {
	'as it ships': [],
	'one loop': ['row-blocks'],
} as const;
type Variant = keyof typeof PLAIN;
const VARIANTS = Object.keys(PLAIN) as Variant[];

interface Sample {
	readonly cold: number;
	readonly warm: number;
	readonly bytes: number;
}

const sizes = (process.argv[2] ?? '1500,10000,100000,1000000').split(',').map(Number);
const rounds = Number(process.argv[3] ?? 7);

const replacing = (names: readonly string[]): Plugin => ({
	name: 'plain',
	setup({ onResolve }) {
		onResolve({ filter: /speed.(row-blocks)[.]ts$/ }, ({ path }) => {
			const name = /([\w-]+)\.ts$/u.exec(path)?.[1] ?? '';
			return names.includes(name) ? { path: resolve('bench/plain', `${name}.ts`) } : undefined;
		});
	},
});

const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-speed-'));
const bundleOf = (variant: Variant): string => join(folder, `${variant.replace(/ /gu, '-')}.mjs`);
await Promise.all(
	VARIANTS.map((variant) =>
		build({
			entryPoints: ['bench/speed-run.ts'],
			bundle: true,
			platform: 'node',
			format: 'esm',
			packages: 'external',
			minifySyntax: true,
			define: { CHECK_ACCESS: 'undefined' },
			plugins: [replacing(PLAIN[variant])],
			outfile: bundleOf(variant),
		}),
	),
);

function sample(variant: Variant, rows: number): Sample {
	const warmRuns = rows >= 1_000_000 ? 1 : rows >= 100_000 ? 3 : 15;
	const flags = ['--expose-gc', '--max-semi-space-size=256', '--max-old-space-size=8192'];
	const output = execFileSync(process.execPath, [...flags, bundleOf(variant), String(rows), String(warmRuns)], {
		encoding: 'utf8',
	});
	return JSON.parse(output) as Sample;
}

/** The least of several: other processes only ever add. */
const least = (samples: readonly Sample[], figure: keyof Sample): number =>
	Math.min(...samples.map((one) => one[figure]));
const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

const lines = [`| Rows | | ${VARIANTS.join(' | ')} |`, `|---:|---|${VARIANTS.map(() => '---:|').join('')}`];
for (const rows of sizes) {
	const samples = new Map<Variant, Sample[]>(VARIANTS.map((variant) => [variant, []]));
	// In turn, so that a busy minute meets all of them.
	for (let round = 0; round < rounds; round++)
		for (const variant of VARIANTS) samples.get(variant)?.push(sample(variant, rows));
	for (const [figure, name] of [
		['cold', 'first report, ms'],
		['warm', 'later report, ms'],
		['bytes', 'bytes a row'],
	] as const) {
		const cells = VARIANTS.map((variant) => shown(least(samples.get(variant) ?? [], figure)));
		lines.push(`| ${rows.toLocaleString('en')} | ${name} | ${cells.join(' | ')} |`);
	}
	console.error(lines.slice(-3).join('\n'));
}
rmSync(folder, { recursive: true });
console.log(lines.join('\n'));
