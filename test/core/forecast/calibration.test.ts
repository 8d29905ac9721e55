// Probabilities that are audited, in simulated sheets whose truth is known. The answers of two other programs: known-answers.test.ts.
import { describe, expect, it } from 'vitest';
import { isSetAtClosing } from '../../../src/core/forecast/probability-check.ts';
import { nonDecreasing } from '../../../src/core/stats/isotonic.ts';
import { calibrationCells, HELD } from '../../forecast/calibration-cells.ts';
import { cells } from '../metrics/ask.ts';
import { pipelineOf as pipeline } from '../metrics/worked-case.ts';

describe('own probabilities', () => {
	const closed = (n: number, stage: string, probability: number) =>
		Array.from({ length: n }, (_, i) => ({ Id: `${stage}${probability}${i}`, Stage: stage, Probability: probability }));

	it('that were set at closing are refused with the sentence', () => {
		const sheet = pipeline([...closed(19, 'Won', 1), ...closed(1, 'Won', 0.6), ...closed(30, 'Lost', 0)]);
		const shown = cells(sheet, 'stageCalibration', 'own') as unknown[][];
		expect(shown.flat()).toContain('The probabilities were set at closing and cannot be judged');
		expect(shown).toHaveLength(2);
		// One side alone gives the answer away as well.
		expect(isSetAtClosing({ chances: [1, 1, 0.4, 0.6], came: [1, 1, 0, 0] })).toBe(true);
		expect(isSetAtClosing({ chances: [0.9, 0.7, 0.4, 0], came: [1, 1, 0, 0] })).toBe(false);
		expect(isSetAtClosing({ chances: [], came: [] })).toBe(false);
	});

	it('are judged value by value when they are few, with scores below', () => {
		const sheet = pipeline([
			...closed(8, 'Won', 0.8),
			...closed(2, 'Lost', 0.8),
			...closed(6, 'Won', 0.2),
			...closed(14, 'Lost', 0.2),
		]);
		const shown = cells(sheet, 'stageCalibration', 'own') as unknown[][];
		expect(shown[1]?.slice(0, 5)).toEqual(['20%', 0.2, 20, 6, 0.3]);
		expect(shown[2]?.slice(0, 5)).toEqual(['80%', 0.8, 10, 8, 0.8]);
		// Brier by hand: (6·.64 + 14·.04 + 8·.04 + 2·.64) / 30 = 0.2; base 14/30.
		const scores = shown.slice(3).map((row) => row[1] as number);
		expect(scores[0]).toBeCloseTo(0.2, 12);
		expect((scores[1] ?? 0) - (scores[2] ?? 0) + (scores[3] ?? 0)).toBeCloseTo(0.2, 12);
		expect(scores[3]).toBeCloseTo((14 / 30) * (16 / 30), 12);
	});

	it('pool into a curve that never falls', () => {
		expect([...nonDecreasing([0.1, 0.4, 0.2, 0.9], [1, 1, 3, 1])]).toEqual([0.1, 0.25, 0.25, 0.9]);
		expect([...nonDecreasing([3, 2, 1], [1, 1, 1])]).toEqual([2, 2, 2]);
		expect([...nonDecreasing([], [])]).toEqual([]);
	});
});

describe('the interval of what was seen', () => {
	/** Chance that so few or fewer of n draws succeed, each with the share p. */
	const atMost = (k: number, n: number, p: number): number => {
		let term = (1 - p) ** n;
		let sum = term;
		for (let i = 1; i <= k; i++) {
			term *= ((n - i + 1) / i) * (p / (1 - p));
			sum += term;
		}
		return sum;
	};

	// `npm run forecast-check` demands .92 of each cell in 1,000 sheets; so few sheets can only tell a cell that is far below.
	it('holds the truth in .92 of the sheets, and in no cell so seldom that its share must be less', () => {
		const found = calibrationCells(60);
		expect(found.length).toBeGreaterThanOrEqual(16);
		const sum = (key: 'held' | 'sheets'): number => found.reduce((all, cell) => all + cell[key], 0);
		expect(sum('held') / sum('sheets')).toBeGreaterThanOrEqual(HELD);
		for (const { kind, dealsADay, stage, held, sheets } of found)
			expect(atMost(held, sheets, HELD), `${kind} ${dealsADay} ${stage}: ${held} of ${sheets}`).toBeGreaterThan(0.02);
	});
});
