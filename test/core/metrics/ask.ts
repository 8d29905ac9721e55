/** Asks a metric as a cell would: through its words, and as the numbers behind the answer. */
import type { Cell } from '../../../src/core/cells/cell.ts';
import { evaluate } from '../../../src/core/formula/evaluate.ts';
import type { Misuse } from '../../../src/core/formula/misuse.ts';
import { resultGrid } from '../../../src/core/formula/result-grid.ts';
import { METRICS } from '../../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../../src/core/metrics/metric.ts';
import type { Measure, MeasureTable } from '../../../src/core/model/metric-result.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';

export function metric(id: string): MetricDefinition {
	const found = METRICS.find((candidate) => candidate.id === id);
	if (found === undefined) throw new Error(`no metric ${id}`);
	return found;
}

/** The number with what it is based on. */
export function measure(pipeline: Pipeline, id: string, ...words: Cell[]): Measure {
	const answer = evaluate(metric(id), pipeline, words);
	if (!answer.ok || answer.result.kind !== 'measure')
		throw new Error(`${id} ${words.join(' ')}: ${JSON.stringify(answer)}`);
	return answer.result;
}

export function table(pipeline: Pipeline, id: string, ...words: Cell[]): MeasureTable {
	const answer = evaluate(metric(id), pipeline, words);
	if (!answer.ok || answer.result.kind !== 'table')
		throw new Error(`${id} ${words.join(' ')}: ${JSON.stringify(answer)}`);
	return answer.result;
}

/** What the cell shows, in English. */
export function cells(pipeline: Pipeline, id: string, ...words: Cell[]): Cell | Cell[][] {
	const answer = evaluate(metric(id), pipeline, words);
	if (!answer.ok) throw new Error(`${id} ${words.join(' ')}: ${JSON.stringify(answer)}`);
	return resultGrid(metric(id), answer.result, 'en');
}

export function misuse(pipeline: Pipeline, id: string, ...words: Cell[]): Misuse {
	const answer = evaluate(metric(id), pipeline, words);
	if (answer.ok) throw new Error(`${id} ${words.join(' ')} was understood`);
	return answer.misuse;
}
