/**
 * `npm run zones`: every zone, each day of 2010 to 2035: the day in the sheet is the day in the product. A skipped
 * midnight is taken either way.
 * The last line has the totals. Exit code 1 when a day is read as another one.
 */
import { daysBesideChanges, EVERY_DAY, NAMED_ZONES, OFFSET_ZONES, wrongDays } from '../test/support/zone-days.ts';

let checked = 0;
let wrong = 0;
for (const zone of [...NAMED_ZONES, ...OFFSET_ZONES]) {
	// The two ways differ beside a change of the clock alone.
	for (const [skipped, days] of [
		['later', EVERY_DAY],
		['earlier', daysBesideChanges(zone)],
	] as const) {
		const found = wrongDays(zone, days, skipped);
		checked += days.length;
		wrong += found.length;
		for (const line of found) console.log(`skipped midnight ${skipped}: ${line}`);
	}
}
console.log(
	`${NAMED_ZONES.length} zones of the IANA list and ${OFFSET_ZONES.length} offsets: ${checked} days, ${wrong} read wrongly`,
);
process.exitCode = wrong === 0 ? 0 : 1;
