// Every number of the known answers, which two programs that share no code agree on, from the functions of the built bundle.
import { describe, expect, it, test } from 'vitest';
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
import { checkChange, checkForecastCalibration, checkStageCalibration } from './known-audit.ts';
import {
	KNOWN_TABLES,
	type KnownAnswers,
	type KnownForecast,
	knownPipeline,
	recordedAnswers,
} from './known-forecast.ts';
import { checkChances, checkDrivers, checkOrigins, checkPeriods, checkRates } from './known-period.ts';
import { shipped } from './shipped-forecast.ts';

const METHODS = { age: 'age', tilt: 'age', stage: 'stages', rate: 'ends' } as const;

function forecastFor(name: string, answers: KnownAnswers, known: KnownForecast): Forecast {
	const pipeline = knownPipeline(name, answers, known.asOf, known.mode === 'stage');
	const basis = shipped.forecastBasis(pipeline, shipped.wholeSelection(pipeline.opportunities), {
		method: METHODS[known.mode],
		ignoresStages: known.mode === 'age',
	});
	const span = { periods: known.n, months: known.unit };
	const forecast = basis === null ? null : shipped.forecastOf(basis, span, known.force ? 1 : undefined);
	if (forecast === null) throw new Error('no forecast');
	return forecast;
}

/** What the answers say of themselves is not an answer. */
const IS_HEAD = /^(?:dataset$|tolerance\.)/u;

for (const name of KNOWN_TABLES) {
	const known = recordedAnswers(name);
	describe.skipIf(known === null)(`the shipped forecast of ${name} agrees with two independent programs`, () => {
		if (known === null) return;
		const answers = known.value;
		for (const wanted of answers.forecast)
			it(`as of ${wanted.asOf}, ${wanted.n} × ${wanted.unit} months, ${wanted.mode}`, () => {
				const forecast = forecastFor(name, answers, wanted);
				const ids = knownPipeline(name, answers, wanted.asOf, false).opportunities.ids() ?? [];
				checkRates(forecast, wanted, answers.stages.open);
				checkChances(forecast, ids, wanted);
				checkPeriods(forecast, wanted);
				checkDrivers(forecast, ids, wanted);
				checkOrigins(forecast, wanted);
			});

		// A table that names no probabilities has none that could be audited.
		const ofStages = answers.stageCalibration === null ? [] : [answers.stageCalibration];
		test.for(ofStages)('on the probabilities of its stage list', (rows) => {
			checkStageCalibration(knownPipeline(name, answers, answers.forecast[0]?.asOf ?? '', true), rows);
		});

		test.for(answers.forecastCalibration as KnownForecast[])('on chances that the forecast gave, $mode', (wanted) => {
			// The answers of this table look one month ahead, the others three.
			const periods = name === 'bpi2012' ? 1 : 3;
			checkForecastCalibration(knownPipeline(name, answers, wanted.asOf, wanted.mode === 'stage'), periods, wanted);
		});

		test.for(answers.change as KnownAnswers['change'][])('on what changed from one period to the next', (wanted) => {
			const asOf = name === 'tiny' ? '2026-04-11' : '2026-12-31';
			checkChange(knownPipeline(name, answers, asOf, false), wanted);
		});

		it('in every number', () => {
			// None of the tables has a column of either.
			expect([answers.ownProbability, answers.expectedClose]).toEqual([null, null]);
			expect(known.unread().filter((path) => !IS_HEAD.test(path))).toEqual([]);
		});
	});
}
