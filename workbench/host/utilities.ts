/** Utilities: date formats, ids from a seeded source, sleep that only counts. */
import type { Host } from './host.ts';
import { wallClockOf } from './zone.ts';

export class UtilitiesImplementation
	implements Pick<GoogleAppsScript.Utilities.Utilities, 'formatDate' | 'getUuid' | 'sleep'>
{
	#host: Host;
	#state: number;

	constructor(host: Host) {
		this.#host = host;
		this.#state = host.options.seed ?? 1;
	}

	sleep(milliseconds: number): void {
		this.#host.meter.slept += milliseconds;
	}

	/** SimpleDateFormat letters y M d H h m s S a and quoted text; another letter throws. */
	formatDate(date: GoogleAppsScript.Base.Date | Date, timeZone: string, format: string): string {
		const wall = new Date(wallClockOf((date as Date).getTime(), timeZone));
		const parts: Readonly<Record<string, number>> = {
			y: wall.getUTCFullYear(),
			M: wall.getUTCMonth() + 1,
			d: wall.getUTCDate(),
			H: wall.getUTCHours(),
			h: ((wall.getUTCHours() + 11) % 12) + 1,
			m: wall.getUTCMinutes(),
			s: wall.getUTCSeconds(),
			S: wall.getUTCMilliseconds(),
		};
		return format.replace(/'([^']*)'|([A-Za-z])\2*/gu, (run, quoted: string | undefined, letter: string) => {
			if (quoted !== undefined) return quoted === '' ? "'" : quoted;
			if (letter === 'a') return wall.getUTCHours() < 12 ? 'AM' : 'PM';
			const value = parts[letter];
			if (value === undefined || (letter === 'M' && run.length > 2))
				throw this.#host.exception(`Utilities.formatDate "${run}" is not in the workbench yet`);
			return letter === 'y' && run.length === 2
				? String(value % 100).padStart(2, '0')
				: String(value).padStart(run.length, '0');
		});
	}

	/** Version 4 in form; the same seed gives the same ids. */
	getUuid(): string {
		return 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/gu, () => Math.floor(this.#next() * 16).toString(16));
	}

	/** mulberry32: one 32-bit state, good enough for ids that only have to differ. */
	#next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
}
