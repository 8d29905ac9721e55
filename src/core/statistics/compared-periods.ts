/**
 * A period beside those before it, as steps and reasons are compared on. Not here: how a former period is seen
 * (former-period.ts), what is compared (report/report-bottleneck.ts, findings.ts).
 */
import type { Pipeline } from '../model/pipeline.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { formerPeriods, type PeriodFilter, type SeenPeriod, seenPeriod } from './former-period.ts';
import { lastQuarter, type Period, readPeriod } from './period.ts';
import { type StepChange, stepChanges } from './step-changes.ts';

/** Periods that the reference of a comparison is pooled from. */
const REFERENCES = 4;

export interface ComparedPeriods {
	readonly current: SeenPeriod;
	/** The latest first. */
	readonly former: readonly SeenPeriod[];
	/** The steps of both, for the bottleneck and for the findings. */
	readonly steps: () => readonly StepChange[];
}

/**
 * What steps and reasons are compared on. Null for a period that cannot be read.
 * @param period null: all time, of which the last whole quarter is held against the quarters before
 */
export function comparedPeriods(
	pipeline: Pipeline,
	filter: PeriodFilter,
	period: Period | null,
): ComparedPeriods | null {
	const asked = period ?? readPeriod(lastQuarter(pipeline.asOfDay), pipeline.asOfDay);
	if (asked === null) return null;
	const current = seenPeriod(pipeline, filter, asked);
	const former = formerPeriods(pipeline, filter, asked, REFERENCES);
	return { current, former, steps: onFirstUse(() => stepChanges(current, former)) };
}
