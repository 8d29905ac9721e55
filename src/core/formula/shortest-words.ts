/**
 * The words of a call as a person would type them: a prefix stays only where the text without it would mean something
 * else.
 */

import type { Cell } from '../cells/cell.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { prefixed } from './spelling.ts';
import { type Call, readCall } from './words.ts';

/** @returns words that are read as the same call; the given ones where they are misused */
export function shortestWords<Word extends Cell>(
	definition: MetricDefinition,
	pipeline: Pipeline,
	words: readonly Word[],
): readonly Word[] {
	const read = readCall(definition, pipeline, words);
	if (!read.ok) return words;
	let shortest = words;
	words.forEach((word, at) => {
		const bare = typeof word === 'string' ? prefixed(word)?.name : undefined;
		if (bare === undefined) return;
		const shorter = shortest.map((other, position) => (position === at ? (bare as Word) : other));
		const again = readCall(definition, pipeline, shorter);
		if (again.ok && isSame(again.call, read.call)) shortest = shorter;
	});
	return shortest;
}

/** Columns are compared as objects: each is read once. */
function isSame(a: Call, b: Call): boolean {
	const { by: byA, filters: filtersA, modes: modesA, ...restA } = a;
	const { by: byB, filters: filtersB, modes: modesB, ...restB } = b;
	const column = (by: Call['by']): unknown => (by !== null && 'dimension' in by ? by.dimension : by?.unit);
	return (
		column(byA) === column(byB) &&
		filtersA.length === filtersB.length &&
		filtersA.every(
			({ dimension, value }, at) => dimension === filtersB[at]?.dimension && value === filtersB[at]?.value,
		) &&
		JSON.stringify([...modesA]) === JSON.stringify([...modesB]) &&
		JSON.stringify(restA) === JSON.stringify(restB)
	);
}
