import { expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { METRICS } from '../../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../../src/core/metrics/metric.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { cells } from '../metrics/ask.ts';
import { pipelineOf } from '../pipeline-of.ts';

const HEAD = ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Close date'];
const table = (amounts: readonly Cell[], stages: readonly string[] = ['Lead', 'Won', 'Lost']): Cell[][] => [
	HEAD,
	...amounts.map((amount, i) => [
		`D-${i}`,
		`Deal ${i}`,
		stages[i % stages.length] as string,
		amount,
		'2026-01-02',
		'2026-02-03',
	]),
];

const isAsked = ({ stageNames, number, isExplanation, needs }: MetricDefinition): boolean =>
	stageNames === 0 &&
	number === null &&
	!isExplanation &&
	needs.every((field) => ['stage', 'amount', 'created', 'closed'].includes(field));

it.each([
	[1e308, 1e308, 1e308, 1e308, 1e308, 1e308],
	[-1e308, 1e308, 1e200, -1e200, 1e61, 1e308],
	['1e308', '9'.repeat(300), `$${'9'.repeat(80)}`, 5, 6, 7],
])('amounts beyond all money are listed, and every figure stays a number (%#)', (...amounts) => {
	const pipeline = pipelineOf(table(amounts));
	for (const { id } of METRICS.filter(isAsked))
		for (const value of [cells(pipeline, id)].flat(2))
			if (typeof value === 'number') expect(value, id).toSatisfy(Number.isFinite);
	const listed = checkTable(pipeline).filter(({ code }) => code === 'notAnAmount');
	expect(listed.length).toBeGreaterThanOrEqual(2);
});

it.each([
	['Currency', ['USD', 'EUR', 'GBP', 'EUR', 'USD', 'GBP']],
	['Amount', ['$1', '€2', '£3', '€4', '$5', '£6']],
])('the order of rows decides no order of currencies (%s)', (heading, values) => {
	const grid = (order: readonly number[]): Cell[][] => [
		['Deal id', 'Stage', 'Amount', ...(heading === 'Currency' ? [heading] : [])],
		...order.map((i) => [
			`D-${i}`,
			['Lead', 'Won'][i % 2] as string,
			...(heading === 'Currency' ? [i + 1, values[i] as string] : [values[i] as string]),
		]),
	];
	const [forth, back] = [
		[0, 1, 2, 3, 4, 5],
		[5, 4, 3, 2, 1, 0],
	].map((order) => cells(pipelineOf(grid(order)), 'stageAmount'));
	expect(back).toEqual(forth);
	expect((forth as Cell[][]).length).toBeGreaterThan(3);
});

it.each(['Total', 'Sum', '合计', 'Gesamt'])('a deal in a stage called %s is one wherever its row stands', (stage) => {
	const rows: Cell[][] = [
		['D-1', 'Acme', 'Lead', 5],
		['D-2', 'Beta', stage, 6],
		['D-3', 'Ceta', 'Won', 7],
		['', stage, '', 18],
	];
	const counts = [
		[0, 1, 2, 3],
		[1, 0, 2, 3],
		[0, 2, 1, 3],
		[3, 2, 0, 1],
	].map(
		(order) =>
			pipelineOf([['Deal id', 'Deal', 'Stage', 'Amount'], ...order.map((i) => rows[i] as Cell[])]).opportunities.count,
	);
	expect(counts).toEqual([3, 3, 3, 3]);
});
