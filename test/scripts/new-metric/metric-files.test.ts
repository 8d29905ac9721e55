import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitionFile, metricId, registryWith, testFile } from '../../../scripts/new-metric/metric-files.ts';

const REGISTRY = readFileSync('src/core/metrics/index.ts', 'utf8');

describe('a new metric', () => {
	it.each([
		['LossRate', 'lossRate'],
		['averageAge', 'averageAge'],
		['loss-rate', null],
		['Loss Rate', null],
		['', null],
		['LossRate2', null],
	])('takes “%s” as the id %s', (name, id) => expect(metricId(name)).toBe(id));

	it.each(['abandonRate', 'middlingRate', 'zebraRate'])(
		'puts %s into the registry once, with its import in order',
		(id) => {
			const lines = registryWith(REGISTRY, id).split('\n');
			expect(lines).toHaveLength(REGISTRY.split('\n').length + 2);
			expect(lines.filter((line) => line === `\t${id},`)).toHaveLength(1);
			const paths = lines.flatMap((line) => /^import .*'(\..*)\.ts'/u.exec(line)?.[1] ?? []);
			expect(paths).toContain(`./${id.replace('Rate', '-rate')}`);
			expect([...paths].sort()).toEqual(paths);
		},
	);

	it('refuses a registry that it does not understand', () => {
		expect(() => registryWith('export const METRICS = [];', 'lossRate')).toThrow('funnelExplain');
	});

	it('has texts that fail the tests of all metrics until they are filled in, and an expectation that no value meets', () => {
		expect(definitionFile('lossRate')).toContain("summary: words('', '')");
		expect(testFile('lossRate')).toContain('value: Number.NaN');
	});
});
