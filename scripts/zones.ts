/**
 * `npm run zones`: every zone, each day of 2010 to 2035, a skipped midnight taken either way: the day in the sheet is the day in the product.
 * The last line has the totals. Exit code 1 when a day is read as another one.
 */
import { EVERY_DAY, NAMED_ZONES, OFFSET_ZONES, wrongDays } from '../test/support/zone-days.ts';

let checked = 0;
let wrong = 0;
for (const zone of [...NAMED_ZONES, ...OFFSET_ZONES]) {
	for (const skipped of ['later', 'earlier'] as const) {
		const found = wrongDays(zone, EVERY_DAY, skipped);
		checked += EVERY_DAY.length;
		wrong += found.length;
		for (const line of found) console.log(`midnight ${skipped}: ${line}`);
	}
}
console.log(
	`${NAMED_ZONES.length} zones of the IANA list and ${OFFSET_ZONES.length} offsets: ${checked} days, ${wrong} read wrongly`,
);
process.exitCode = wrong === 0 ? 0 : 1;
