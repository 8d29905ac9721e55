/** The day on which each deal is expected to close, as the log keeps it beside a change. */
import type { Grid } from '../../core/cells/cell.ts';
import type { Opportunities } from '../../core/model/opportunity.ts';
import { dayText } from '../../core/time/calendar-day.ts';
import type { TimeZone } from '../../core/time/time-zone.ts';
import { dayOfCell } from '../pipeline-source.ts';

/** Where the cell leaves no choice, else '': in an edit it is not known how the file orders day and month. */
export function closeDays(opportunities: Opportunities, timeZone: TimeZone, grid: Grid): (deal: number) => string {
	const column = opportunities.columns.expectedClose;
	return (deal) => {
		const cell = column === undefined ? '' : grid[opportunities.gridRows[deal] ?? -1]?.[column];
		const day = cell === undefined ? Number.NaN : dayOfCell(cell, timeZone);
		return Number.isNaN(day) ? '' : dayText(day);
	};
}
