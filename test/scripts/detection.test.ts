// What "sure" and "likely" promise, over made-up tables in every language.
import { describe, expect, it } from 'vitest';
import { calibration, QUESTIONS, shareOf } from '../../scripts/detection/calibration.ts';

describe('detection over labelled tables', () => {
	const judgments = calibration(8, 20_260);
	it('answers each question in each of fifteen languages', () => {
		const asked = new Set(judgments.map(({ question, language }) => `${question} ${language}`));
		expect(asked.size).toBe(QUESTIONS.length * 15);
	});
	it.each([
		['sure', 0.995],
		['likely', 0.95],
	])('is right where it says %s, as often as that promises', (sureness, promised) => {
		const { right, all } = shareOf(judgments, (judgment) => judgment.sureness === sureness);
		expect(all).toBeGreaterThan(100);
		expect(right / all).toBeGreaterThanOrEqual(promised);
	});
	it('reads no column, kind or order wrongly without a question', () => {
		const wrong = judgments.filter(({ isRight, sureness }) => !isRight && sureness !== 'asked');
		expect(wrong.map(({ language, note }) => `${language}: ${note}`)).toEqual([]);
	});
});
