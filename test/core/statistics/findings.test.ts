// Where to look, against simulated truth: silent while nothing has changed, and found when something has.
import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../../../src/core/samples/random-numbers.ts';
import { type Finding, findings, segmentColumns } from '../../../src/core/statistics/findings.ts';
import { readPeriod } from '../../../src/core/statistics/period.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { type Deal, pipelineOf } from '../metrics/worked-case.ts';

const TODAY = calendarDay(2026, 8, 15);
const START = calendarDay(2026, 7, 1);
const QUARTER = 91;
const Q3 = { cohort: 'created', columns: {} } as const;
const STEADY = [0.8, 0.7, 0.75];
const SOURCES = ['Fair', 'Web', 'Partner', 'Call'];
const REASONS = ['Price', 'Timing', 'Feature', 'No decision'];

interface Change {
	/** Chance of each step in the last period. */
	readonly steps?: readonly number[];
	/** The first source wins this share of what the others win, in all periods. */
	readonly weakSource?: number;
	/** Share of the first reason among the losses of the last period. */
	readonly firstReason?: number;
}

/** Deals of a span of days that have all ended by today. */
function world(random: () => number, first: number, days: number, size: number, change: Change): Deal[] {
	const { steps = STEADY, weakSource = 1, firstReason = 0.25 } = change;
	const stages = ['Contact', 'Needs', 'Proposal'];
	return Array.from({ length: size }, (_, i) => {
		const Created = first + Math.floor((i * days) / size);
		const Closed = Math.min(TODAY, Created + 1 + Math.floor(random() * 12));
		const Source = SOURCES[i % SOURCES.length] as string;
		const isWeak = Source === SOURCES[0];
		const chances = steps.map((chance, at) => (isWeak && at === 0 ? chance * weakSource : chance));
		const lostAt = chances.findIndex((chance) => random() >= chance);
		const Amount = Math.round(Math.exp(9 + random()));
		const isFirst = random() < firstReason;
		const other = REASONS[1 + Math.floor(random() * 3)] as string;
		const deal = { Created, Closed, Source, Amount };
		return lostAt < 0
			? { ...deal, Stage: 'Won', 'Lost from': '', Reason: '' }
			: { ...deal, Stage: 'Lost', 'Lost from': stages[lostAt], Reason: isFirst ? REASONS[0] : other };
	});
}

/** @param size deals of the last period, as many as each before it has */
function found(seed: number, size: number, change: Change, always: Change = {}): readonly Finding[] {
	const random = randomNumbers(seed);
	const deals = [4, 3, 2, 1].flatMap((back) => world(random, START - back * QUARTER, 46, size, always));
	deals.push(...world(random, START, 46, size, { ...always, ...change }));
	const pipeline = pipelineOf(deals, { asOfDay: TODAY, asOf: TODAY + 1 });
	return findings(pipeline, { ...Q3, period: readPeriod('2026-Q3', TODAY) }, segmentColumns(pipeline));
}

const share = (runs: number, is: (seed: number) => boolean): number =>
	Array.from({ length: runs }, (_, at) => is(at + 1)).filter(Boolean).length / runs;

describe('simulated truth', () => {
	test('with nothing changed, at most one period in ten has a finding', () => {
		const rates = [300, 600].map((size) => share(200, (seed) => found(seed, size, {}).length > 0));
		console.log(
			`nothing changed: findings in ${rates.map((rate) => (100 * rate).toFixed(1)).join(' and ')} % of 200 periods`,
		);
		for (const rate of rates) expect(rate).toBeLessThanOrEqual(0.1);
	});

	test('a source at half the win rate with 150 deals is found in at least 85 of 100 periods', () => {
		const rate = share(100, (seed) =>
			found(seed, 600, { weakSource: 0.5 }).some(
				({ kind, subject, heading }) => kind === 'start' && subject === 'Fair' && heading === 'Source',
			),
		);
		console.log(`a source at half the win rate, 150 deals: found in ${100 * rate} % of 100 periods`);
		expect(rate).toBeGreaterThanOrEqual(0.85);
	});

	test('a step that falls by 20 points at 300 deals is found in at least 85 of 100 periods', () => {
		const rate = share(100, (seed) =>
			found(seed, 300, { steps: [0.8, 0.5, 0.75] }).some(({ kind, stage }) => kind === 'process' && stage === 1),
		);
		console.log(`a step 20 points lower at 300 deals: found in ${100 * rate} % of 100 periods`);
		expect(rate).toBeGreaterThanOrEqual(0.85);
	});

	test('a loss reason that has doubled is found in at least 85 of 100 periods', () => {
		const rate = share(100, (seed) =>
			found(seed, 300, { firstReason: 0.5 }).some(({ kind, subject }) => kind === 'result' && subject === 'Price'),
		);
		console.log(`a loss reason doubled, 300 deals: found in ${100 * rate} % of 100 periods`);
		expect(rate).toBeGreaterThanOrEqual(0.85);
	});
});

describe('a finding', () => {
	test('names deals, both shares and the money that was lost', () => {
		const [source] = found(7, 600, { weakSource: 0.4 });
		expect(source).toMatchObject({ kind: 'start', subject: 'Fair', heading: 'Source', stage: -1, deals: 150 });
		expect(source?.value).toBeLessThan(source?.reference ?? 0);
		expect(source?.amount).toBeGreaterThan(0);
	});
	test('is one of each kind at most, in the order start, process, result', () => {
		const all = found(8, 900, { weakSource: 0.4, steps: [0.8, 0.4, 0.75], firstReason: 0.6 });
		expect(all.map(({ kind }) => kind)).toEqual(['start', 'process', 'result']);
	});
	test('is none where a side has fewer than 20 deals', () => {
		expect(
			found(9, 24, { weakSource: 0, steps: [0.2, 0.2, 0.2], firstReason: 1 }).filter(({ kind }) => kind === 'start'),
		).toEqual([]);
	});
});
