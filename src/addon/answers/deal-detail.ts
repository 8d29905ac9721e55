/** One deal for the sidebar: its stage history, what its stage asks for, and its outlook. */

import { type Cell, isBlank, isDate } from '../../core/cells/cell.ts';
import { dealDistances } from '../../core/forecast/deal-distances.ts';
import { type Pace, paceOf } from '../../core/funnel/pace.ts';
import { timelineOf } from '../../core/funnel/timeline.ts';
import { isThin } from '../../core/metrics/distance-to-win.ts';
import type { Pipeline } from '../../core/model/pipeline.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import type { DealDetail } from '../contract/deals.ts';
import type { Execution } from '../execution.ts';
import type { Configured } from '../pipeline-source.ts';
import { daysOverdue, moneyOf } from './deal-lines.ts';

const MOST_CELLS = 60;
const TEXT_CUT = 500;

/** @param row 0-based row of the sheet; null when there is no deal in it */
export function dealDetail(execution: Execution, { pipeline, table }: Configured, row: number): DealDetail | null {
	const { opportunities, stages } = pipeline;
	const deal = opportunities.gridRows.indexOf(row);
	if (deal < 0) return null;
	const cells = table.grid[row] ?? [];
	const stage = stages.all[opportunities.stages().codes[deal] as number];
	const pace = paceOf(pipeline);
	const timeline = timelineLines(execution, pipeline, pace, deal);
	const own = opportunities.probabilities()?.values[deal] ?? Number.NaN;
	const textOf = (cell: Cell | undefined): string => cellTextOf(execution, cell);
	return {
		row: row + 1,
		name: opportunities.label(deal),
		stage: stage?.name ?? textOf(cells[table.columns.stage as number]),
		probability: Number.isNaN(own) ? (stage?.probability ?? null) : own,
		...moneyOf(pipeline, deal),
		createdDays: (timeline[timeline.length - 1]?.days ?? null) === null ? pace.age(deal) : null,
		overdueDays: daysOverdue(pipeline)(deal),
		timeline,
		exitRule: stage?.exitRule ?? '',
		tasks: [...(stage?.tasks ?? [])],
		distance: distanceOf(pipeline, deal),
		cells: opportunities.headings
			.map((heading, column) => ({ heading, text: textOf(cells[column]) }))
			.filter(({ text }) => text !== '')
			.slice(0, MOST_CELLS),
	};
}

function timelineLines(execution: Execution, pipeline: Pipeline, pace: Pace, deal: number): DealDetail['timeline'] {
	const visits = timelineOf(pipeline, deal);
	return visits.map(({ stage: position, days, isAssumed }, i) => ({
		stage: pipeline.stages.all[position]?.name ?? execution.say('deal.unknownStage'),
		// What was found at setup began at an unknown time before it.
		days: isAssumed || days === null || Number.isNaN(days) ? null : days,
		isNow: i === visits.length - 1,
		usualDays: pace.usual[position] ?? null,
		isAssumed,
	}));
}

function distanceOf(pipeline: Pipeline, deal: number): DealDetail['distance'] {
	const [distance] = dealDistances(pipeline, [deal]);
	if (distance == null) return null;
	const { stagesLeft, chance, medianDays } = distance;
	return isThin(distance)
		? { stagesLeft, chance: null, medianDaysLeft: null }
		: { stagesLeft, chance, medianDaysLeft: medianDays };
}

function cellTextOf({ document }: Execution, cell: Cell | undefined): string {
	if (cell === undefined || isBlank(cell)) return '';
	return (isDate(cell) ? dayText(document.timeZone.dayOf(cell.getTime())) : String(cell)).slice(0, TEXT_CUT);
}
