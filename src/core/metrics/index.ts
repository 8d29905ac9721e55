/** The registry: every metric, in the order in which help and documentation list them. A new metric is one file and one line here. */
import { averageDealSize } from './average-deal-size.ts';
import { funnel } from './funnel.ts';
import type { MetricDefinition } from './metric.ts';
import { salesCycle } from './sales-cycle.ts';
import { salesVelocity } from './sales-velocity.ts';
import { stageAmount } from './stage-amount.ts';
import { stageConversion } from './stage-conversion.ts';
import { stageCount } from './stage-count.ts';
import { winRate } from './win-rate.ts';

export const METRICS: readonly MetricDefinition[] = [
	winRate,
	stageConversion,
	stageCount,
	stageAmount,
	averageDealSize,
	salesCycle,
	salesVelocity,
	funnel,
];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

export function metricById(id: string): MetricDefinition | undefined {
	return byId.get(id);
}
