import { describe, expect, it } from 'vitest';
import { stepIncidence, winCurve, winIncidence } from '../../../src/core/funnel/resolved.ts';
import { incidenceAt } from '../../../src/core/stats/aalen-johansen.ts';
import { FOUR_STAGES, tinyPipeline, workedCase } from './tiny-pipeline.ts';

const pipeline = workedCase();
const atEnd = (curve: ReturnType<typeof stepIncidence>) => {
	if (curve === null) throw new Error('the worked case has a history');
	return incidenceAt(curve, Number.POSITIVE_INFINITY);
};

describe('resolved rates of the worked case', () => {
	it.each([
		[0, 0.7, 0.1],
		[1, 5 / 7, 1 / 7],
		[2, 1, 0],
		[3, 0.75, 0.25],
	])('step %d passes %d with %d unresolved', (rank, passed, unresolved) => {
		const end = atEnd(stepIncidence(pipeline, rank, null));
		expect(end.cause).toBeCloseTo(passed, 12);
		expect(end.unresolved).toBeCloseTo(unresolved, 12);
	});

	it('.68 win from stage 1, with one at risk in the tail', () => {
		const curve = winIncidence(pipeline, 0, null);
		expect(atEnd(curve).cause).toBeCloseTo(0.68, 12);
		expect(atEnd(curve).atRisk).toBe(1);
		expect(curve?.supportedUntil).toBe(60);
	});

	it('the win curve from creation is the same here, also without the history', () => {
		expect(atEnd(winCurve(pipeline, null)).cause).toBeCloseTo(0.68, 12);
		expect(atEnd(winCurve({ ...pipeline, history: null }, null)).cause).toBeCloseTo(0.68, 12);
	});

	it('takes the selected deals only, and needs a history for a step', () => {
		expect(stepIncidence(pipeline, 0, Int32Array.of(0, 2))?.n).toBe(2);
		expect(atEnd(stepIncidence(pipeline, 0, Int32Array.of(0, 2))).cause).toBe(0.5);
		expect(stepIncidence({ ...pipeline, history: null }, 0, null)).toBeNull();
	});
});

describe('win curve without a history', () => {
	const WON = 4;
	it('leaves out deals without a start or of an unknown stage, and takes a later close as open', () => {
		const deals = {
			stages: FOUR_STAGES,
			now: [WON, WON, WON, -2, 0],
			created: [0, Number.NaN, 0, 0, 50],
			closed: [10, 20, 130, Number.NaN, Number.NaN],
		};
		const curve = winCurve(tinyPipeline(deals, null, 100), null);
		expect([curve.n, curve.excluded]).toEqual([3, 2]);
		expect(atEnd(curve).cause).toBeCloseTo(1 / 3, 12);
	});
});
