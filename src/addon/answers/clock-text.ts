/** The time of day at which an answer was made. */
import type { Execution } from '../execution.ts';

/** `14:05` on the clock of the spreadsheet's zone. */
export function clockText({ now, document }: Execution): string {
	const minutes = Math.floor((now + document.timeZone.offsetAt(now)) / 60_000) % 1440;
	const twoDigits = (value: number): string => String(value).padStart(2, '0');
	return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
