import { describe, expect, it } from 'vitest';
import { CAUSE, CENSORED, COMPETING, countEvents } from '../../../src/core/stats/event-table.ts';
import { kaplanMeier, medianDuration } from '../../../src/core/stats/kaplan-meier.ts';

const table = (durations: number[], endings: number[]) =>
	countEvents(Float64Array.from(durations), Uint8Array.from(endings));
const ended = (durations: number[]) =>
	table(
		durations,
		durations.map(() => CAUSE),
	);

describe('Kaplan–Meier', () => {
	it('the remission times of Gehan 1965 (6-MP): .8571 at 6, .4482 at 23, median 23', () => {
		const times = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
		const remission = table(
			times,
			times.map((_, i) => (i < 9 ? CAUSE : CENSORED)),
		);
		const survival = kaplanMeier(remission);
		expect(survival[remission.times.indexOf(6)]).toBeCloseTo(0.8571, 4);
		expect(survival[remission.times.indexOf(23)]).toBeCloseTo(0.4482, 4);
		expect(medianDuration(remission)).toBe(23);
	});

	it('without censoring the median is the ordinary one, even and odd, whole and fractional', () => {
		expect(medianDuration(ended([1, 2, 3, 10]))).toBe(2.5);
		expect(medianDuration(ended([1, 2, 3]))).toBe(2);
		expect(medianDuration(ended([0.25, 0.5, 1.5, 3.5]))).toBe(1);
	});

	it('has no median while less than half have ended', () => {
		expect(medianDuration(table([1, 5, 5], [CAUSE, CENSORED, CENSORED]))).toBeNull();
		expect(medianDuration(ended([]))).toBeNull();
	});

	it('exactly half and nothing after it gives that time', () => {
		expect(medianDuration(table([1, 5], [COMPETING, CENSORED]))).toBe(1);
	});
});
