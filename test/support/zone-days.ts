/** Whether a day that a sheet shows is the day that the product reads, zone by zone: the host makes the date, the core reads it. */
import type { DateColumn } from '../../src/core/model/opportunity.ts';
import { readDates } from '../../src/core/table/date-column.ts';
import { type TimeZone, timeZone } from '../../src/core/time/time-zone.ts';
import { instantOf, type SkippedTime, wallClockOf } from '../../workbench/host/zone.ts';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2010, 0, 1) / DAY_MS;
const END = Date.UTC(2036, 0, 1) / DAY_MS;
const PROBE_DAYS = 7;

/** Days that no clock of the zone ever showed: the island crossed the date line. A date in such a cell is the next day's. */
const SKIPPED_DAYS = new Set(['Pacific/Apia 2011-12-30', 'Pacific/Fakaofo 2011-12-30']);

const quarters = Array.from({ length: 26 * 4 + 1 }, (_, at) => at * 15 - 12 * 60);

/** Zones that a file names by their offset: `GMT-12:00` to `GMT+14:00` in quarters of an hour. */
export const OFFSET_ZONES: readonly string[] = quarters.map((minutes) => {
	const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
	return `GMT${minutes < 0 ? '-' : '+'}${part(Math.abs(minutes) / 60)}:${part(Math.abs(minutes) % 60)}`;
});

/** Every zone of the IANA list that this engine knows, those of the sea included. */
export const NAMED_ZONES: readonly string[] = [
	...Intl.supportedValuesOf('timeZone'),
	...Array.from({ length: 27 }, (_, at) => `Etc/GMT${at < 14 ? '-' : '+'}${at < 14 ? at + 1 : at - 14}`).filter(
		(name) => name !== 'Etc/GMT+0',
	),
];

/** 2010 to 2035. */
export const EVERY_DAY: readonly number[] = Array.from({ length: END - FIRST_DAY }, (_, at) => FIRST_DAY + at);

/** Of those, the days beside a change of the zone's offset: three for each. */
export function daysBesideChanges(zone: string): readonly number[] {
	const offsetOn = (day: number): number => wallClockOf(day * DAY_MS, zone) - day * DAY_MS;
	const days: number[] = [];
	for (let from = FIRST_DAY; from < END; from += PROBE_DAYS) {
		let [low, high] = [from, from + PROBE_DAYS];
		if (offsetOn(low) === offsetOn(high)) continue;
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (offsetOn(middle) === offsetOn(low)) low = middle;
			else high = middle;
		}
		days.push(low - 1, low, high);
	}
	return days;
}

/** Days that are read as another day, or as a day with a time; what is wrong is told in one line each. */
export function wrongDays(zone: string, days: readonly number[], skipped: SkippedTime): string[] {
	const core = timeZone(zone);
	const cells = days.map((day) => new Date(instantOf(day * DAY_MS, zone, skipped)));
	const column = readColumn(cells, core);
	return days.flatMap((day, at) => {
		const cell = cells[at] as Date;
		const name = `${zone} ${told(day)}`;
		if (SKIPPED_DAYS.has(name)) return [];
		const alone = core.dayOf(cell.getTime());
		const written = Math.floor(wallClockOf(core.instantOf(day * DAY_MS), zone) / DAY_MS);
		// One cell that is read with a time makes all of its column times: which one it is, is asked cell by cell.
		const { hasTime, days: read } = column.hasTime ? readColumn([cell], core) : column;
		const shown = read[column.hasTime ? 0 : at] ?? Number.NaN;
		if (!hasTime && shown === day && alone === day && written === day) return [];
		return [
			`${name}: read as ${hasTime ? 'a day with a time' : told(shown)}, alone as ${told(alone)}, written as ${told(written)}`,
		];
	});
}

function told(day: number): string {
	return Number.isNaN(day) ? 'no day' : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function readColumn(cells: readonly Date[], zone: TimeZone): DateColumn {
	const grid = cells.map((cell) => [cell]);
	return readDates(grid, Int32Array.from(cells.keys()), 0, zone, 'en');
}
