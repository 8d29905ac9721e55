/**
 * The table as it was on an earlier day, as far as its dates tell: deals that came later are not there, and one that
 * was closed later was open, in a stage that the table does not tell. What the stage history knows of that day goes
 * before (funnel/reached.ts).
 */

import { asOfOn } from '../funnel/as-of.ts';
import { type StageColumn, slotOf, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { isEnded } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { inBlocks } from '../speed/row-blocks.ts';
import { narrowed, onlySelection, wholeSelection } from './selection.ts';

/** @param pipeline as of a day before today */
export function pastPipeline(pipeline: Pipeline): Pipeline {
	const column = stagesThen(pipeline);
	const past = {
		...pipeline,
		opportunities: { ...pipeline.opportunities, stages: () => column },
		isPast: true,
		isNow: false,
	};
	onlySelection(past.opportunities, narrowed(wholeSelection(pipeline.opportunities), isThere(past)));
	return past;
}

function stagesThen(pipeline: Pipeline): StageColumn {
	const { stages, opportunities } = pipeline;
	const column = opportunities.stages();
	const closed = opportunities.date('closed');
	if (closed === null) return column;
	const limit = asOfOn(pipeline, closed.hasTime);
	const isEnd = stages.all.map(({ kind }) => isEnded(kind));
	const wasOpen = (code: number, deal: number): boolean => isEnd[code] === true && existing(closed.days[deal]) > limit;
	const codes = Int16Array.from(column.codes);
	const counts = column.counts.slice();
	const lastOpen = column.lastOpen === null ? new Int16Array(codes.length).fill(-1) : Int16Array.from(column.lastOpen);
	inBlocks(0, codes.length, (from, to) => {
		for (let deal = from; deal < to; deal++) {
			const code = existing(codes[deal]);
			if (!wasOpen(code, deal)) continue;
			codes[deal] = UNKNOWN_STAGE;
			counts[slotOf(code)] = existing(counts[slotOf(code)]) - 1;
			counts[slotOf(UNKNOWN_STAGE)] = existing(counts[slotOf(UNKNOWN_STAGE)]) + 1;
			// It was in the funnel, which begins with its first stage.
			lastOpen[deal] = existing(stages.open[0]);
		}
	});
	return { ...column, codes, counts, lastOpen };
}

/** Created by then; without that date, seen by then. */
function isThere(pipeline: Pipeline): (deal: number) => boolean {
	const { opportunities, history } = pipeline;
	const created = opportunities.date('created');
	const createdLimit = asOfOn(pipeline, created?.hasTime ?? false);
	const seenLimit = asOfOn(pipeline, history?.hasTime ?? false);
	return (deal) => {
		const since = created?.days[deal] ?? Number.NaN;
		if (!Number.isNaN(since) || history === null) return !(since > createdLimit);
		const first = existing(history.start[deal]);
		const isSeen = first < existing(history.start[deal + 1]);
		return !isSeen || history.assumed[first] === 1 || existing(history.at[first]) <= seenLimit;
	};
}
