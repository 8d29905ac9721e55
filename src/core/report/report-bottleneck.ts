/** The one bottleneck that the report names: the step with the most money at stake, and the verdict on the steps' changes. */

import { bottleneckIn } from '../metrics/bottleneck.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import type { Selection } from '../statistics/selection.ts';
import type { ReportBottleneck } from './report.ts';

/** @returns null when no step is held back and none changed. */
export function reportBottleneck(
	pipeline: Pipeline,
	selection: Selection,
	earlier: readonly Selection[],
): ReportBottleneck | null {
	const { steps, hint, verdict } = bottleneckIn(pipeline, selection, earlier);
	const step = steps[hint ?? verdict ?? -1];
	if (step === undefined || step.conversion === null) return null;
	const position = (rank: number): number => existing(pipeline.stages.open[rank]);
	return {
		stage: position(step.rank),
		conversion: step.conversion,
		previous: step.previous,
		moneyAtStake: step.moneyAtStake,
		verdict:
			verdict === null
				? null
				: { stage: position(existing(steps[verdict]).rank), pValue: steps[verdict]?.adjustedP as number },
		dealsNeeded: step.dealsNeeded,
	};
}
