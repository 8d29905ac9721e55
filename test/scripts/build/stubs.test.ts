import { describe, expect, it } from 'vitest';
import { stubs } from '../../../scripts/build/stubs.ts';
import { defineMetric, type MetricDefinition, mode, words } from '../../../src/core/metrics/metric.ts';

function metric(parts: Partial<MetricDefinition>): MetricDefinition {
	return defineMetric({
		id: 'dealCount',
		unit: 'count',
		label: words('Deals', '商机数'),
		summary: words('Number of deals.', '商机数量。'),
		formula: words('deals', '商机'),
		denominator: words('all', '全部'),
		source: 'test',
		compute: () => {
			throw new Error('a stub does not compute');
		},
		...parts,
	});
}

describe('stubs', () => {
	it('make one function of each export, and keep the door of the metrics to themselves', () => {
		expect(stubs(['callMetric', 'onOpen'], [])).toBe(
			'function onOpen(argument) {\n  return Addon_.onOpen.apply(null, arguments);\n}',
		);
	});

	it('name the parameters in the order in which they are worth typing, each marked as optional', () => {
		const text = stubs(
			[],
			[metric({ stageNames: 2, modes: [[mode('all', 'all', '全部'), mode('open', 'open', '进行中')]] })],
		);
		expect(text).toContain('function DEAL_COUNT(deals, stage, toStage, mode, words) {');
		expect(text).toContain('@param {string} mode One of "all", "open" (optional).');
		expect(text.match(/\(optional\)\.$/gmu)).toHaveLength(5);
	});

	it('say that a plain number is needed', () => {
		const text = stubs([], [metric({ number: words('the amount to reach', '目标金额') })]);
		expect(text).toContain('@param {number} number The amount to reach.');
	});

	it('cannot be ended by the words of a metric', () => {
		const text = stubs([], [metric({ summary: words('Ends */ here @customfunction.', '。') })]);
		expect(text.match(/\*\//gu)).toHaveLength(1);
		expect(text.match(/@customfunction/gu)).toHaveLength(1);
	});

	it('refuse two globals of one name, because the later would silently win', () => {
		expect(() => stubs(['DEAL_COUNT'], [metric({})])).toThrow('two globals are called DEAL_COUNT');
		expect(() => stubs(['Addon_'], [])).toThrow('two globals are called Addon_');
	});
});
