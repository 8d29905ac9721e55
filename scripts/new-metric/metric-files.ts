/**
 * The files of a new metric: its definition, its line in the registry, its test. The texts are left blank, and the
 * tests fail until they are filled in.
 */
import { fileName, functionName } from '../../src/core/metrics/metric.ts';

/** `LossRate` or `lossRate` → `lossRate`; null for what is not a name of a metric. */
export function metricId(name: string): string | null {
	return /^[A-Za-z][a-z]+([A-Z][a-z]+)*$/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : null;
}

/** `lossRate` → `Loss rate`. */
const labelOf = (id: string): string => {
	const spaced = id.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
	return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
};

export function definitionFile(id: string): string {
	return `/** ${labelOf(id)}: . */
import { defineMetric, words } from './metric.ts';
import { type KindParts, partByKind, shareByKind } from './shared/share-by-kind.ts';

/** What the deals of each kind are to the share: \`numerator\` counts in both parts, null is of no concern. */
const PARTS: KindParts = {
	won: 'denominator',
	lost: 'denominator',
	open: 'denominator',
	parked: 'denominator',
	unknown: 'denominator',
	noStage: 'denominator',
};

export const ${id} = defineMetric({
	id: '${id}',
	unit: 'ratio',
	better: 0,
	label: words('${labelOf(id)}', ''),
	summary: words('', ''),
	formula: words('', ''),
	denominator: words('', ''),
	source: '',
	partOf: (_, deals) => partByKind(PARTS, deals),
	compute: ({ statistics }) => shareByKind(PARTS, statistics().stages(), 'noDeals'),
});
`;
}

export function testFile(id: string): string {
	return `import { describe, expect, test } from 'vitest';
import { measure } from './ask.ts';
import { pipelineOf, worked } from './worked-case.ts';

describe('${functionName(id)}', () => {
	test('is the share counted by hand in the worked case', () => {
		expect(measure(worked(), '${id}')).toMatchObject({ value: Number.NaN, n: 10, numerator: Number.NaN });
	});

	test('has no value and says why when no deal is selected', () => {
		expect(measure(worked(), '${id}', 'Owner', 'Zoe')).toMatchObject({ value: null, n: 0, reason: 'noDeals' });
	});

	test('counts a deal without a usable stage in the denominator alone', () => {
		expect(measure(pipelineOf([{ Stage: 'Wonn' }]), '${id}')).toMatchObject({ value: 0, n: 1 });
	});
});
`;
}

/**
 * The registry with the metric as its last one; the explanation of all others stays behind it.
 * @throws Error when the registry does not look as expected
 */
export function registryWith(registry: string, id: string): string {
	const importLine = `import { ${id} } from './${fileName(id)}';\n`;
	const imports = registry.match(/^import .*\n/gmu) ?? [];
	// Biome sorts without the ending: funnel before funnel-explain.
	const key = (line: string): string => /'\.\/(.*)\.ts'/u.exec(line)?.[1] ?? '';
	const after = imports.filter((line) => key(line) < key(importLine)).at(-1);
	const end = /\tfunnelExplain,\n\];/u;
	if (!end.test(registry)) throw new Error('src/core/metrics/index.ts: the list does not end with funnelExplain');
	const listed = registry.replace(end, `\t${id},\n\tfunnelExplain,\n];`);
	return after === undefined
		? listed.replace(imports[0] ?? '', (first) => importLine + first)
		: listed.replace(after, after + importLine);
}
