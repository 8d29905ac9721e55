/** What a rule is: a pure look at a pipeline that lists problems. One rule per file; the list is rules.ts. */

import type { Issue } from '../cells/issue.ts';
import type { DateColumn } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { StageKind } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { DAY_MS } from '../time/calendar-day.ts';

export type Rule = (pipeline: Pipeline) => readonly Issue[];

/** Kind of each deal's stage; null without a listed stage. */
export function kindsOf(pipeline: Pipeline): readonly (StageKind | null)[] {
	const kinds = pipeline.stages.all.map(({ kind }) => kind);
	const { codes } = pipeline.opportunities.stages();
	const found: (StageKind | null)[] = [];
	for (let deal = 0; deal < codes.length; deal++) found.push(kinds[existing(codes[deal])] ?? null);
	return found;
}

/** Calendar day of one entry in the spreadsheet's zone, NaN without a date. */
export function dayAt(column: DateColumn | null, deal: number, { timeZone }: Pipeline): number {
	const days = column?.days[deal] ?? Number.NaN;
	return column?.hasTime === true && !Number.isNaN(days) ? timeZone.dayOf(Math.round(days * DAY_MS)) : days;
}
