import { describe, expect, it } from 'vitest';
import { timeZone } from '../../../src/core/time/time-zone.ts';

const HOUR = 3_600_000;

describe('offsets of a time zone', () => {
	it('change at the very minute of the clock change, asked in any order', () => {
		const berlin = timeZone('Europe/Berlin');
		const spring = Date.UTC(2026, 2, 29, 1);
		expect([spring + 1, spring, spring - 1, spring - 12 * HOUR].map((at) => berlin.offsetAt(at) / HOUR)).toEqual([
			2, 2, 1, 1,
		]);
	});

	it('know changes at odd minutes and by half an hour', () => {
		const newfoundland = timeZone('America/St_Johns');
		const spring = Date.UTC(1995, 3, 2, 3, 31);
		expect([newfoundland.offsetAt(spring - 1) / HOUR, newfoundland.offsetAt(spring) / HOUR]).toEqual([-3.5, -2.5]);
		const lordHowe = timeZone('Australia/Lord_Howe');
		expect([
			lordHowe.offsetAt(Date.UTC(2026, 3, 4, 14, 59)) / HOUR,
			lordHowe.offsetAt(Date.UTC(2026, 3, 4, 15)) / HOUR,
		]).toEqual([11, 10.5]);
	});

	it('give days and instants of the wall clock, a skipped hour moved forward', () => {
		const berlin = timeZone('Europe/Berlin');
		expect(berlin.dayOf(Date.UTC(2026, 0, 1, 23))).toBe(Date.UTC(2026, 0, 2) / 86_400_000);
		expect(berlin.instantOf(Date.UTC(2026, 6, 1, 0))).toBe(Date.UTC(2026, 5, 30, 22));
		expect(berlin.instantOf(Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 29, 1, 30));
	});

	it('of UTC are none, under each of its names, also where no calendar reaches', () => {
		for (const name of ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT']) expect(timeZone(name).offsetAt(1e18)).toBe(0);
		expect(() => timeZone('Europe/Berlin').offsetAt(1e18)).toThrow(RangeError);
	});

	it('refuse a name that the engine does not know', () => {
		expect(() => timeZone('Mars/Olympus')).toThrow(RangeError);
	});
});

describe('a moment that is not known', () => {
	it.each(['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata'])(
		'has no day and no instant in %s',
		(name) => {
			const zone = timeZone(name);
			expect([zone.dayOf(Number.NaN), zone.instantOf(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
		},
	);
});
