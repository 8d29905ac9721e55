// Probabilities that are audited, in simulated sheets whose truth is known. The answers of two other programs: known-answers.test.ts.
import { describe, expect, it } from 'vitest';
import { isSetAtClosing } from '../../../src/core/forecast/probability-check.ts';
import { stageCalibration } from '../../../src/core/forecast/stage-calibration.ts';
import { wholeSelection } from '../../../src/core/statistics/selection.ts';
import { nonDecreasing } from '../../../src/core/stats/isotonic.ts';
import { FIRST_DAY, type Kind, sheetOn, simulated } from '../../forecast/simulated-sheet.ts';
import { cells } from '../metrics/ask.ts';
import { pipelineOf as pipeline } from '../metrics/worked-case.ts';

describe('own probabilities', () => {
	const closed = (n: number, stage: string, probability: number) =>
		Array.from({ length: n }, (_, i) => ({ Id: `${stage}${probability}${i}`, Stage: stage, Probability: probability }));

	it('that were set at closing are refused with the sentence', () => {
		const sheet = pipeline([...closed(19, 'Won', 1), ...closed(1, 'Won', 0.6), ...closed(30, 'Lost', 0)]);
		const shown = cells(sheet, 'stageCalibration', 'own') as unknown[][];
		expect(shown.flat()).toContain('The probabilities were set at closing and can not be judged');
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
	// Two kinds of sheets, two sizes, four stages in all: what is won in the end is known from how they are made.
	const passes = {
		easy: [0.6, 0.7, 0.5],
		hard: [0.25, 0.4, 0.3],
		long: [0.5, 0.5, 0.6],
		few: [0.7, 0.8, 0.9],
	} satisfies Record<string, Kind['passes']>;
	const SHEETS = 60;
	const cellsOfKind = (name: keyof typeof passes, arrivals: number): number[] => {
		const kind: Kind = {
			name,
			days: 500,
			arrivals: () => arrivals,
			stay: name === 'long' ? [60, 50, 40] : [15, 20, 25],
			passes: passes[name],
			amount: [1000, 0.5],
		};
		const truth = passes[name].map((_, i) => passes[name].slice(i).reduce((product, share) => product * share, 1));
		const covered = truth.map(() => 0);
		const told = truth.map(() => 0);
		for (let seed = 1; seed <= SHEETS; seed++) {
			const sheet = sheetOn(simulated(kind, seed), FIRST_DAY + 450, []);
			for (const [i, row] of stageCalibration(sheet, wholeSelection(sheet.opportunities)).entries()) {
				if (row.low === null || row.high === null) continue;
				told[i] = (told[i] ?? 0) + 1;
				if (row.low <= (truth[i] ?? 0) && (truth[i] ?? 0) <= row.high) covered[i] = (covered[i] ?? 0) + 1;
			}
		}
		return covered.map((count, i) => count / (told[i] ?? 0));
	};

	it('holds the truth in at least .92 of the sheets, in cells of kinds, sizes and stages', () => {
		const shares = (Object.keys(passes) as (keyof typeof passes)[]).flatMap((name) =>
			[0.4, 1.2].flatMap((arrivals) => cellsOfKind(name, arrivals)),
		);
		expect(shares.length).toBe(24);
		// In each cell 60 sheets: .92 on the whole, and no cell further below than 60 draws of .95 may fall by chance.
		expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(0.92);
		expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.88);
	});
});
