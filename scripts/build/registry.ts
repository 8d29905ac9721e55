/** The metric registry as the sources have it now, for what is generated from it: stubs, reference, lists. */
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import type { MetricDefinition } from '../../src/core/metrics/metric.ts';

/** Bundles src/core/metrics/index.ts and returns its METRICS, in their order. */
export async function loadRegistry(): Promise<readonly MetricDefinition[]> {
	const { outputFiles } = await build({
		entryPoints: ['src/core/metrics/index.ts'],
		bundle: true,
		write: false,
		format: 'iife',
		globalName: 'registry',
		target: 'node20',
		logLevel: 'silent',
	});
	const registry = compileFunction(`${outputFiles[0]?.text}\nreturn registry;`)() as {
		readonly METRICS: readonly MetricDefinition[];
	};
	return registry.METRICS;
}
