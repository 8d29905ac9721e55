/** One deal for the sidebar: its way through the stages, what its stage asks for, how far it is from the sale. */

import { type Cell, isBlank, isDate } from '../../core/cells/cell.ts';
import { dealDistances } from '../../core/forecast/deal-distances.ts';
import { paceOf } from '../../core/funnel/pace.ts';
import { timelineOf } from '../../core/funnel/timeline.ts';
import { isThin } from '../../core/metrics/distance-to-win.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import type { DealDetail } from '../contract/deals.ts';
import type { Execution } from '../execution.ts';
import type { Configured } from '../pipeline-source.ts';
import { daysOverdue, moneyOf } from './deal-lines.ts';

const MOST_CELLS = 60;
const TEXT_CUT = 500;

/** @param row 0-based row of the sheet; null when no deal stands there */
export function dealDetail(execution: Execution, { pipeline, table }: Configured, row: number): DealDetail | null {
	const { opportunities, stages } = pipeline;
	const deal = opportunities.gridRows.indexOf(row);
	if (deal < 0) return null;
	const cells = table.grid[row] ?? [];
	const stage = stages.all[opportunities.stages().codes[deal] as number];
	const pace = paceOf(pipeline);
	const visits = timelineOf(pipeline, deal);
	// What was found at set-up began at an unknown time before it.
	const timeline = visits.map(({ stage: position, days, isAssumed }, i) => ({
		stage: stages.all[position]?.name ?? execution.say('deal.unknownStage'),
		days: isAssumed || days === null || Number.isNaN(days) ? null : days,
		isNow: i === visits.length - 1,
		usualDays: pace.usual[position] ?? null,
		isAssumed,
	}));
	const own = opportunities.probabilities()?.values[deal] ?? Number.NaN;
	const [distance] = dealDistances(pipeline, [deal]);
	const isKnown = distance != null && !isThin(distance);
	const textOf = (cell: Cell): string =>
		(isDate(cell) ? dayText(execution.document.timeZone.dayOf(cell.getTime())) : String(cell)).slice(0, TEXT_CUT);
	return {
		row: row + 1,
		name: opportunities.label(deal),
		stage: stage?.name ?? textOf(cells[table.columns.stage as number] ?? ''),
		probability: Number.isNaN(own) ? (stage?.probability ?? null) : own,
		...moneyOf(pipeline, deal),
		createdDays: (timeline[timeline.length - 1]?.days ?? null) === null ? pace.age(deal) : null,
		overdueDays: daysOverdue(pipeline)(deal),
		timeline,
		exitRule: stage?.exitRule ?? '',
		tasks: [...(stage?.tasks ?? [])],
		distance:
			distance == null
				? null
				: {
						stagesLeft: distance.stagesLeft,
						chance: isKnown ? distance.chance : null,
						medianDaysLeft: isKnown ? distance.medianDays : null,
					},
		cells: opportunities.headings
			.map((heading, column) => ({ heading, text: isBlank(cells[column]) ? '' : textOf(cells[column] as Cell) }))
			.filter(({ text }) => text !== '')
			.slice(0, MOST_CELLS),
	};
}
