/**
 * The day on which the closing of a deal was recorded: what its close date can be where that is missing. Apart from the
 * rules, because the log is read for it, which a formula that lists problems is spared.
 */
import type { Issue } from '../cells/issue.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS, dayText } from '../time/calendar-day.ts';

/** The problems with that day as their suggestion, where a deal that has ended lacks its date. */
export function withRecordedClosings(pipeline: Pipeline, issues: readonly Issue[]): readonly Issue[] {
	if (!issues.some(isUndated)) return issues;
	const dealAt = new Map<number, number>();
	pipeline.opportunities.gridRows.forEach((row, deal) => {
		dealAt.set(row, deal);
	});
	return issues.map((issue) => {
		const deal = isUndated(issue) && issue.row !== null ? dealAt.get(issue.row) : undefined;
		return deal === undefined ? issue : { ...issue, suggestion: recordedDay(pipeline, deal) };
	});
}

const isUndated = ({ code }: Issue): boolean => code === 'closedWithoutDate';

/** The day on which the deal was seen coming to the stage in which it is; null where that was not recorded. */
function recordedDay({ history, opportunities, timeZone }: Pipeline, deal: number): string | null {
	if (history === null) return null;
	const last = existing(history.start[deal + 1]) - 1;
	// Its only entry tells where the deal was when the recording began.
	if (last <= existing(history.start[deal]) || history.assumed[last] !== 0) return null;
	if (history.to[last] !== opportunities.stages().codes[deal]) return null;
	const at = existing(history.at[last]);
	return dayText(history.hasTime ? timeZone.dayOf(Math.round(at * DAY_MS)) : at);
}
