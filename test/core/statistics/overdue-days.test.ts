import { expect, it } from 'vitest';
import { overdueDays } from '../../../src/core/statistics/open-pipeline.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { PLAIN_STAGES, pipelineOf } from '../pipeline-of.ts';

const HEADINGS = ['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Expected close'];

/** Days overdue of open deals that are expected then. */
function daysOf(expected: readonly string[], zone: string, asOfDay: number): number[] {
	const rows = expected.map((day, i) => [`D-${i}`, `Deal ${i}`, 'Lead', 5, '2026-01-05', day]);
	const overdueBy = overdueDays(pipelineOf([HEADINGS, ...rows], { zone, asOfDay, stages: PLAIN_STAGES }));
	return rows.map((_, deal) => overdueBy?.(deal) ?? -1);
}

it.each([
	['Europe/Berlin', 'with times', '2026-10-23 10:15'],
	['Europe/Berlin', 'without times', '2026-10-23'],
	['America/New_York', 'with times', '2026-10-23 10:15'],
	['Asia/Kolkata', 'with times', '2026-10-23 23:59'],
])('are days of the calendar, also over a night of 25 hours (%s, %s)', (zone, _what, other) => {
	const days = daysOf(
		['2026-10-22', '2026-10-25', other, '2026-10-26', '2026-10-27', ''],
		zone,
		calendarDay(2026, 10, 27),
	);
	expect(days).toEqual([5, 2, 4, 1, 0, 0]);
});

it.each([
	['America/New_York', 2026, 11, 3, ['2026-11-01', '2026-10-30 18:00', '2026-11-03 00:00']],
	['Pacific/Auckland', 2026, 4, 7, ['2026-04-05', '2026-04-03 18:00', '2026-04-07 00:00']],
	['Europe/Berlin', 2026, 3, 31, ['2026-03-29', '2026-03-27 18:00', '2026-03-31 00:00']],
] as const)('are days of the calendar in each direction of the clock (%s)', (zone, year, month, day, expected) => {
	expect(daysOf(expected, zone, calendarDay(year, month, day))).toEqual([2, 4, 0]);
});
