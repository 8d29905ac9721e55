/** The one bottleneck that the report names: the step with the most money at stake, and the verdict on the steps' changes. */

import { bottleneckIn } from '../metrics/bottleneck.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { ReportBottleneck } from './report.ts';

/** @returns null when no step is held back and none changed. */
export function reportBottleneck(
	stageList: StageList,
	statistics: Statistics,
	earlier: readonly Statistics[],
): ReportBottleneck | null {
	const { steps, hint, verdict } = bottleneckIn(stageList, statistics, earlier);
	const step = steps[hint ?? verdict ?? -1];
	if (step === undefined || step.conversion === null) return null;
	const position = (rank: number): number => existing(stageList.open[rank]);
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
