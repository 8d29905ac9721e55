/** The registry: every metric, in the order in which help and documentation list them. A new metric is one file and one line here. */
import type { MetricDefinition } from './metric.ts';
import { stageCount } from './stage-count.ts';
import { winRate } from './win-rate.ts';

export const METRICS: readonly MetricDefinition[] = [winRate, stageCount];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

export function metricById(id: string): MetricDefinition | undefined {
	return byId.get(id);
}
