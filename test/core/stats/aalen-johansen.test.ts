import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, incidenceAt } from '../../../src/core/stats/aalen-johansen.ts';
import { CAUSE, CENSORED, COMPETING, countEvents } from '../../../src/core/stats/event-table.ts';
import { kaplanMeier, medianDuration } from '../../../src/core/stats/kaplan-meier.ts';
import { wilson } from '../../../src/core/stats/wilson.ts';
import { linearNumbers } from '../../support/linear-numbers.ts';
import { sharedData } from '../../support/shared-data.ts';
import { csvRows } from '../plain-csv.ts';
import { bruteForceIncidence, bruteForceVariance, type Case } from './brute-force-incidence.ts';

const CODES = { still: CENSORED, cause: CAUSE, competing: COMPETING };

function curveOf(cases: readonly Case[]) {
	return aalenJohansen(tableOf(cases));
}

function tableOf(cases: readonly Case[]) {
	return countEvents(
		Float64Array.from(cases, (one) => one.duration),
		Uint8Array.from(cases, (one) => CODES[one.ending]),
	);
}

describe('Aalen–Johansen', () => {
	it('puts events before censorings on ties', () => {
		const curve = curveOf([
			{ duration: 3, ending: 'cause' },
			{ duration: 3, ending: 'still' },
		]);
		expect(incidenceAt(curve, 3)).toMatchObject({ cause: 0.5, competing: 0, unresolved: 0.5, atRisk: 2 });
	});

	it('knows nothing before the first ending, and the end of the curve at infinity', () => {
		const curve = curveOf([
			{ duration: 2, ending: 'cause' },
			{ duration: 5, ending: 'competing' },
		]);
		expect(incidenceAt(curve, 1)).toEqual({
			cause: 0,
			competing: 0,
			unresolved: 1,
			low: 0,
			high: 0,
			causeVariance: 0,
			atRisk: 2,
		});
		expect(incidenceAt(curve, 3)).toMatchObject({ cause: 0.5, atRisk: 1 });
		expect(incidenceAt(curve, Number.POSITIVE_INFINITY)).toMatchObject({ cause: 0.5, competing: 0.5, unresolved: 0 });
	});

	it('of no durations is unresolved', () => {
		expect(incidenceAt(curveOf([]), 10)).toMatchObject({ cause: 0, unresolved: 1, atRisk: 0 });
		expect(curveOf([]).supportedUntil).toBeNull();
	});

	it('leaves negative and missing durations out and counts them', () => {
		const curve = curveOf([
			{ duration: -1, ending: 'cause' },
			{ duration: Number.NaN, ending: 'cause' },
			{ duration: 1, ending: 'cause' },
		]);
		expect([curve.n, curve.excluded, incidenceAt(curve, 1).cause]).toEqual([1, 2, 1]);
	});

	it('is supported until the last time with five at risk', () => {
		const cases = [1, 2, 3, 4, 5, 6].map((duration): Case => ({ duration, ending: 'cause' }));
		expect(curveOf(cases).supportedUntil).toBe(2);
	});

	it('the interval is Wilson’s at the size that the variance stands for', () => {
		const durations = Float64Array.from({ length: 100 }, (_, i) => i);
		const endings = Uint8Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? CAUSE : COMPETING));
		// Without censoring the size is that of the deals, so that the interval is that of the plain share: 16 of 100.
		const { cause, low, high } = incidenceAt(aalenJohansen(countEvents(durations, endings)), 60);
		expect(cause).toBeCloseTo(0.16, 12);
		expect({ low, high }).toEqual({
			low: expect.closeTo(wilson(16, 100).low, 12),
			high: expect.closeTo(wilson(16, 100).high, 12),
		});
		// Half of them leave unfinished half-way: fewer are behind the rest.
		const censored = Uint8Array.from({ length: 100 }, (_, i) => (i > 30 && i % 2 === 1 ? CENSORED : CAUSE));
		const curve = aalenJohansen(countEvents(durations, censored));
		const at = incidenceAt(curve, 60);
		const size = (at.cause * (1 - at.cause)) / at.causeVariance;
		expect(size).toBeLessThan(100);
		expect(at.low).toBeCloseTo(wilson(at.cause * size, size).low, 12);
	});

	it('the interval has a width where all or none ended by the cause', () => {
		const all = aalenJohansen(countEvents(Float64Array.of(1, 2, 3), Uint8Array.of(CAUSE, CAUSE, CAUSE)));
		expect(incidenceAt(all, 3)).toMatchObject({ cause: 1, high: 1, low: wilson(3, 3).low });
		const none = aalenJohansen(countEvents(Float64Array.of(1, 2, 3), Uint8Array.of(COMPETING, COMPETING, COMPETING)));
		expect(incidenceAt(none, 3)).toMatchObject({ cause: 0, low: 0, high: wilson(0, 3).high });
	});

	it('has the binomial variance without censoring', () => {
		const cases = [1, 1, 2, 3, 3, 4, 5, 6].map(
			(duration, i): Case => ({ duration, ending: i % 3 === 0 ? 'competing' : 'cause' }),
		);
		for (const time of [1, 2, 3, 4, 5, 6]) {
			const { cause, causeVariance } = incidenceAt(curveOf(cases), time);
			expect(causeVariance).toBeCloseTo((cause * (1 - cause)) / 8, 14);
		}
	});

	it('equals the brute force on 3,000 seeded cases of whole, fractional and very long durations', () => {
		const random = linearNumbers(20261123);
		let worst = 0;
		for (let round = 0; round < 3000; round++) {
			const size = 1 + Math.floor(random() * 14);
			const scale = [6, 40, 100_000][round % 3] as number;
			const isFractional = round % 2 === 0;
			const cases = Array.from({ length: size }, (): Case => {
				const days = random() * scale;
				return {
					duration: isFractional ? Math.round(days * 4) / 4 : Math.floor(days),
					ending: (['still', 'cause', 'competing'] as const)[Math.floor(random() * 3)] as Case['ending'],
				};
			});
			const curve = curveOf(cases);
			for (const time of [0, scale / 3, scale / 2, scale]) {
				const expected = bruteForceIncidence(cases, time);
				const actual = incidenceAt(curve, time);
				worst = Math.max(
					worst,
					Math.abs(actual.cause - expected.cause),
					Math.abs(actual.competing - expected.competing),
					Math.abs(actual.causeVariance - bruteForceVariance(cases, time)),
				);
			}
		}
		expect(worst).toBeLessThan(1e-12);
	});

	it('both incidences rise, and with the unresolved share they make one', () => {
		const one = fc.record({
			duration: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0, max: 30, noNaN: true })),
			ending: fc.constantFrom<Case['ending']>('still', 'cause', 'competing'),
		});
		fc.assert(
			fc.property(fc.array(one, { minLength: 1, maxLength: 80 }), (cases) => {
				const table = tableOf(cases);
				const curve = aalenJohansen(table);
				const survival = kaplanMeier(table);
				for (let i = 0; i < curve.times.length; i++) {
					const sum = (curve.cause[i] as number) + (curve.competing[i] as number);
					expect(sum).toBeLessThanOrEqual(1 + 1e-12);
					expect(sum + (survival[i] as number)).toBeCloseTo(1, 12);
					if (i > 0) expect(curve.cause[i]).toBeGreaterThanOrEqual(curve.cause[i - 1] as number);
				}
			}),
			{ seed: 7 },
		);
	});
});

interface Answers {
	readonly n_used: number;
	readonly n_excluded_no_start: number;
	readonly times: number[];
	readonly p_won: number[];
	readonly p_lost: number[];
	readonly se_won: number[];
	readonly n_risk: number[];
	readonly final: { readonly t: number; readonly p_won: number; readonly p_lost: number };
	readonly naive_1_minus_km_won: number[];
	readonly median_days_to_any_close_km: number;
}

const DAY_MS = 86_400_000;

function mavenCases(path: string): Case[] {
	const rows = csvRows(path);
	const day = (text: string): number => (text === '' ? Number.NaN : Date.parse(`${text}T00:00:00Z`) / DAY_MS);
	return rows.map((row) => {
		const ending = row.deal_stage === 'Won' ? 'cause' : row.deal_stage === 'Lost' ? 'competing' : 'still';
		return {
			duration: day(ending === 'still' ? '2017-12-31' : (row.close_date as string)) - day(row.engage_date as string),
			ending,
		};
	});
}

function bpiCases(path: string): Case[] {
	const rows = csvRows(path);
	const byCase = new Map<string, { start: number; end: number; ending: Case['ending'] }>();
	for (const row of rows) {
		const at = Date.parse(row.entered_at as string);
		const one = byCase.get(row.case_id as string) ?? {
			start: at,
			end: Date.parse('2012-03-15T00:00:00+01:00'),
			ending: 'still',
		};
		one.start = Math.min(one.start, at);
		const ending =
			row.stage === 'A_APPROVED'
				? 'cause'
				: row.stage === 'A_DECLINED' || row.stage === 'A_CANCELLED'
					? 'competing'
					: null;
		if (ending !== null) Object.assign(one, { end: at, ending });
		byCase.set(row.case_id as string, one);
	}
	return [...byCase.values()].map(({ start, end, ending }) => ({ duration: (end - start) / DAY_MS, ending }));
}

describe.each([
	['maven_crm', 'sales_pipeline.csv', mavenCases, 0.519, 0.678],
	['bpi2012', 'events_A.csv', bpiCases, 0.18, 0.894],
] as const)('Aalen–Johansen of %s, against R survival', (name, file, read, ours, naive) => {
	const data = sharedData(`data/${name}/${file}`);
	const answersPath = sharedData(`data/${name}/answers.json`);

	it.skipIf(data === null || answersPath === null)(
		'agrees at all listed times, and the naive answer is another',
		() => {
			const answers: Answers = JSON.parse(readFileSync(answersPath as string, 'utf8')).aalen_johansen;
			const cases = read(data as string);
			const table = tableOf(cases);
			const curve = aalenJohansen(table);
			expect([curve.n, curve.excluded]).toEqual([answers.n_used, answers.n_excluded_no_start]);
			const naiveCurve = kaplanMeier(
				tableOf(cases.map((one) => (one.ending === 'competing' ? { ...one, ending: 'still' } : one))),
			);
			answers.times.forEach((time, i) => {
				const at = incidenceAt(curve, time);
				expect(Math.abs(at.cause - (answers.p_won[i] as number))).toBeLessThan(1e-12);
				expect(Math.abs(at.competing - (answers.p_lost[i] as number))).toBeLessThan(1e-12);
				expect(at.atRisk).toBe(answers.n_risk[i]);
				// R reports the infinitesimal jackknife: another variance estimator, equal without censoring and close with it.
				expect(Math.sqrt(at.causeVariance) / (answers.se_won[i] as number)).toBeCloseTo(1, 2);
				const naiveAt = 1 - (naiveCurve[curve.times.filter((t) => t <= time).length - 1] as number);
				expect(naiveAt).toBeCloseTo(answers.naive_1_minus_km_won[i] as number, 9);
			});
			const end = incidenceAt(curve, Number.POSITIVE_INFINITY);
			expect(end.cause).toBeCloseTo(answers.final.p_won, 12);
			expect(end.competing).toBeCloseTo(answers.final.p_lost, 12);
			expect(end.cause).toBeCloseTo(ours, 3);
			expect(answers.naive_1_minus_km_won[answers.times.length - 1]).toBeCloseTo(naive, 3);
			expect(medianDuration(table)).toBeCloseTo(answers.median_days_to_any_close_km, 7);
		},
	);
});
