import { describe, expect, it } from 'vitest';
import { timeZone } from '../../src/core/time/time-zone.ts';
import { daysBesideChanges, NAMED_ZONES, OFFSET_ZONES, wrongDays } from '../support/zone-days.ts';

const besideChanges = new Map(NAMED_ZONES.map((zone) => [zone, daysBesideChanges(zone)]));

// Every day of every zone takes a minute or two: `npm run zones`. Here are the days on which anything can go wrong.
describe.each(['later', 'earlier'] as const)('where Google takes a skipped midnight for the %s hour', (skipped) => {
	it('a day in the sheet is the same day in the product, beside every clock change of 2010 to 2035 in every zone', () => {
		expect([...besideChanges].flatMap(([zone, days]) => wrongDays(zone, days, skipped))).toEqual([]);
		expect([...besideChanges.values()].flat().length).toBeGreaterThan(10_000);
	});

	it('a day stays itself in zones that are named by their offset', () => {
		const days = [0, 14_700, 20_500, 24_000];
		expect(OFFSET_ZONES.flatMap((zone) => wrongDays(zone, days, skipped))).toEqual([]);
	});
});

describe('a zone that a file names by its offset', () => {
	it('holds that offset in each way of writing it', () => {
		const offsets = ['GMT-03:30', 'GMT+5:30', 'UTC-7', 'GMT+1400', '-08:00', 'UTC'].map(
			(name) => timeZone(name).offsetAt(0) / 60_000,
		);
		expect(offsets).toEqual([-210, 330, -420, 840, -480, 0]);
	});
});
