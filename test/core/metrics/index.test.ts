import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { METRICS, metricById } from '../../../src/core/metrics/index.ts';
import { fileName, functionName } from '../../../src/core/metrics/metric.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../../src/core/samples/example-deals.ts';
import { cells } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { worked } from './worked-case.ts';

const example = readPipeline(EXAMPLE_DEALS, EXAMPLE_STAGES, EXAMPLE_AS_OF_DAY, EXAMPLE_HISTORY);

describe.each(METRICS)('$id', (definition) => {
	test('stands in the file that bears its name, and is found by its id', () => {
		expect(existsSync(`src/core/metrics/${fileName(definition.id)}`)).toBe(true);
		expect(metricById(definition.id)).toBe(definition);
		expect(functionName(definition.id)).toMatch(/^[A-Z]+(_[A-Z]+)*$/u);
	});

	test('says what it means in both languages, in one sentence for the autocomplete', () => {
		for (const text of [definition.label, definition.summary, definition.formula, definition.denominator]) {
			expect(text.en).not.toBe('');
			expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
		}
		expect(definition.summary.en).toMatch(/^[A-Z][^.]*\.$/u);
	});

	test('answers its documented example over the worked table', () => {
		const answer = cells(example, definition.id, ...definition.exampleArguments);
		expect(answer).not.toBe('');
		expect(JSON.stringify(answer)).not.toMatch(/null|NaN|Infinity/u);
	});
});

test('the worked table of the documentation is the worked case', () => {
	expect(cells(example, 'stageCount', 'reached')).toEqual(cells(worked(), 'stageCount', 'reached'));
	expect(cells(example, 'salesVelocity')).toBe(cells(worked(), 'salesVelocity'));
	expect(cells(example, 'weightedPipeline')).toBe(41.2);
	expect(cells(example, 'leadsNeeded', 100)).toBe(23);
	// Object.is: a zero with a sign would show as -0.
	expect(cells(example, 'leadsNeeded', 0)).toBe(0);
});
