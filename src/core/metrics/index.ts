/**
 * The registry: every metric, in the order in which help and documentation list them. A new metric is one file and one
 * line here.
 */
import { averageDealSize } from './average-deal-size.ts';
import { bottleneck } from './bottleneck.ts';
import { distanceToWin } from './distance-to-win.ts';
import { funnel } from './funnel.ts';
import { funnelExplain } from './funnel-explain.ts';
import { funnelFindings } from './funnel-findings.ts';
import { leadsNeeded } from './leads-needed.ts';
import { lossReasons } from './loss-reasons.ts';
import type { MetricDefinition } from './metric.ts';
import { pipeline } from './pipeline.ts';
import { salesChange } from './sales-change.ts';
import { salesCycle } from './sales-cycle.ts';
import { salesForecast } from './sales-forecast.ts';
import { salesSummary } from './sales-summary.ts';
import { salesVelocity } from './sales-velocity.ts';
import { stageAmount } from './stage-amount.ts';
import { stageCalibration } from './stage-calibration.ts';
import { stageCheck } from './stage-check.ts';
import { stageConversion } from './stage-conversion.ts';
import { stageCount } from './stage-count.ts';
import { stageTasks } from './stage-tasks.ts';
import { timeInStage } from './time-in-stage.ts';
import { weightedPipeline } from './weighted-pipeline.ts';
import { winRate } from './win-rate.ts';
import { winReasons } from './win-reasons.ts';

export const METRICS: readonly MetricDefinition[] = [
	winRate,
	stageConversion,
	stageCount,
	stageAmount,
	averageDealSize,
	salesCycle,
	salesVelocity,
	salesSummary,
	funnel,
	pipeline,
	stageCheck,
	stageTasks,
	weightedPipeline,
	timeInStage,
	lossReasons,
	winReasons,
	leadsNeeded,
	bottleneck,
	funnelFindings,
	salesForecast,
	salesChange,
	stageCalibration,
	distanceToWin,
	funnelExplain,
];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

export function metricById(id: string): MetricDefinition | undefined {
	return byId.get(id);
}
