/** A deal that was won, opened again and won again later: every mode of the win rate takes the win that held at the as-of day. */
import { describe, expect, it } from 'vitest';
import { dayText } from '../../../src/core/time/calendar-day.ts';
import { measure } from './ask.ts';
import { readPipeline } from './read-deals.ts';
import { STAGES } from './worked-case.ts';

const START = 20_454;
const [first, second] = STAGES.all.map(({ name }) => name) as [string, string];
const day = (offset: number): string => dayText(START + offset);

/** @param closed day of the second ending @param end the stages at the two endings */
function seenAt(asOf: number, closed: number | null, end: readonly [string, string], mode: string): number | null {
	const deals = [
		['Deal ID', 'Stage', 'Amount', 'Created', 'Closed'],
		['d1', end[1], 100, day(0), closed === null ? '' : day(closed)],
		['d2', first, 100, day(0), ''],
	];
	const history = [
		['Deal ID', 'Stage', 'Changed at'],
		['d1', first, day(0)],
		['d1', end[0], day(10)],
		['d1', second, day(30)],
		['d1', end[1], day(60)],
		['d2', first, day(0)],
	];
	return measure(readPipeline(deals, STAGES, START + asOf, history), 'winRate', mode).value;
}

describe('a win that was opened again', () => {
	it.each([
		['before it', 5, 0, 0],
		['while it held', 20, 0.5, 1],
		['after it was opened again', 40, 0, 0],
		['after the second win', 70, 0.5, 1],
	])('counts alike in every mode %s', (_when, asOf, all, resolved) => {
		expect(seenAt(asOf, 60, ['Won', 'Won'], 'all')).toBe(all);
		// Of the deal that is open still nothing is known after its last day: the curve ends with the other one.
		expect((seenAt(asOf, 60, ['Won', 'Won'], 'resolved') ?? 0) > 0).toBe(resolved > 0);
	});

	it('is a loss for as long as the loss held', () => {
		expect(seenAt(20, 60, ['Lost', 'Won'], 'closed')).toBe(0);
		expect(seenAt(20, 60, ['Lost', 'Won'], 'resolved')).toBe(0);
		expect(seenAt(20, 60, ['Won', 'Lost'], 'closed')).toBe(1);
		expect(seenAt(20, 60, ['Won', 'Lost'], 'resolved')).toBeGreaterThan(0);
		expect(seenAt(70, 60, ['Won', 'Lost'], 'resolved')).toBe(0);
	});

	it('needs no closing date', () => {
		expect(seenAt(20, null, ['Won', first], 'resolved')).toBeGreaterThan(0);
		expect(seenAt(70, null, ['Won', first], 'resolved') ?? 0).toBe(0);
	});
});
