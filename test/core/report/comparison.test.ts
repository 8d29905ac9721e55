import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { buildReport } from '../../../src/core/report/build-report.ts';
import type { FunnelReport, ReportFilter } from '../../../src/core/report/report.ts';
import { randomNumbers } from '../../../src/core/samples/random-numbers.ts';
import { calendarDay } from '../../../src/core/time/calendar-day.ts';
import { type Deal, pipelineOf } from '../metrics/worked-case.ts';

const TODAY = calendarDay(2026, 8, 15);
const Q3: ReportFilter = { period: '2026-Q3', cohort: 'created', columns: {} };
const ALL_TIME: ReportFilter = { ...Q3, period: null };

const asOf = (deals: readonly Deal[], day = TODAY): Pipeline => pipelineOf(deals, { asOfDay: day, asOf: day + 1 });
const report = (pipeline: Pipeline, filter = Q3, winRateMode: 'all' | 'closed' = 'all'): FunnelReport =>
	buildReport(pipeline, filter, { winRateMode });

/** Deals of a span of days: each decided some time after its creation; what is later than today is still open. */
function world(random: () => number, first: number, days: number, size: number, chances: readonly number[]): Deal[] {
	const stages = ['Contact', 'Needs', 'Proposal'];
	return Array.from({ length: size }, (_, i) => {
		const created = first + Math.floor((i * days) / size);
		const closed = created + 5 + Math.floor(random() * 80);
		const lostAt = chances.findIndex((chance) => random() >= chance);
		const amount = Math.round(Math.exp(9 + random() + random()));
		const deal = { Created: created, Amount: amount, Reason: '' };
		if (closed > TODAY) return { ...deal, Stage: 'Contact', 'Lost from': '' };
		if (lostAt < 0) return { ...deal, Stage: 'Won', Closed: closed, 'Lost from': '' };
		return { ...deal, Stage: 'Lost', Closed: closed, 'Lost from': stages[lostAt] };
	});
}

const Q2_DAYS = 91;
const steady = [0.8, 0.7, 0.75];
/** Five quarters, the last one running; `lately` holds from the first day of the running one. */
function quarters(random: () => number, size: number, lately: readonly number[]): Deal[] {
	const start = calendarDay(2026, 7, 1);
	const running = TODAY - start + 1;
	return [
		...[4, 3, 2, 1].flatMap((back) => world(random, start - back * Q2_DAYS, Q2_DAYS, size, steady)),
		...world(random, start, running, Math.round((size * running) / Q2_DAYS), lately),
	];
}

describe('a period against the one before', () => {
	/** 60 deals in each quarter, all won 60 days after they were created. */
	const slow = [calendarDay(2026, 4, 1), calendarDay(2026, 7, 1)].flatMap((start) =>
		Array.from({ length: 60 }, (_, i): Deal => {
			const closed = start + (i % 40) + (i % 2 === 0 ? 3 : 60);
			return closed > TODAY
				? { Stage: 'Contact', Created: start + (i % 40), Amount: 10 }
				: { Stage: 'Won', Created: start + (i % 40), Closed: closed, Amount: 10 };
		}),
	);

	test('is seen at the age that this one has today: what was won later is not counted', () => {
		const [rate] = report(asOf(slow)).figures;
		// July 1 to August 15 is 45 days old; on May 16 April's quarter had half of its deals won, today all.
		expect(rate?.value).toBe(0.5);
		expect(rate?.previous).toBe(0.5);
		expect(rate?.isClear).toBe(false);
	});

	test('shows no change with fewer than 20 deals on a side', () => {
		const few = slow.filter(({ Created }) => Number(Created) >= calendarDay(2026, 7, 1) || Number(Created) % 5 === 0);
		expect(report(asOf(few)).figures.map(({ previous }) => previous)).toEqual([null, null, null, null]);
	});

	test('a change that chance does not explain is clear, a smaller one is not', () => {
		const closed = (start: number, won: number): Deal[] =>
			Array.from({ length: 100 }, (_, i) => ({
				Stage: i < won ? 'Won' : 'Lost',
				'Lost from': i < won ? '' : 'Needs',
				Created: start + (i % 20),
				Closed: start + (i % 20) + 5,
			}));
		const change = (before: number, now: number) => {
			const deals = [...closed(calendarDay(2026, 4, 1), before), ...closed(calendarDay(2026, 7, 1), now)];
			return report(asOf(deals)).figures[0];
		};
		expect(change(60, 30)).toMatchObject({ value: 0.3, previous: 0.6, isClear: true });
		expect(change(60, 55)).toMatchObject({ value: 0.55, previous: 0.6, isClear: false });
	});

	test('velocity of a past period counts the deals that were open at its end, not those that are open now', () => {
		const start = calendarDay(2026, 4, 1);
		const won: Deal[] = Array.from({ length: 30 }, (_, i) => ({
			Stage: i < 15 ? 'Won' : 'Lost',
			'Lost from': i < 15 ? '' : 'Contact',
			Created: start + i,
			Closed: start + i + 10,
			Amount: 100,
		}));
		const openAtTheEnd: Deal[] = Array.from({ length: 7 }, () => ({
			Stage: 'Won',
			Created: start + 80,
			Closed: TODAY,
			Amount: 100,
		}));
		const openNow: Deal[] = Array.from({ length: 50 }, () => ({ Stage: 'Needs', Created: TODAY - 1, Amount: 100 }));
		const [, velocity] = report(asOf([...won, ...openAtTheEnd, ...openNow]), { ...Q3, period: '2026-Q2' }).figures;
		expect(velocity).toMatchObject({ id: 'salesVelocity', value: (7 * 0.5 * 100) / 10, n: 7 });
	});
});

describe('the bottleneck', () => {
	test('is named only against a reference: one quarter alone has none', () => {
		const random = randomNumbers(1);
		const alone = world(random, calendarDay(2026, 7, 1), 45, 300, [0.9, 0.3, 0.9]);
		expect(report(asOf(alone)).bottleneck).toBeNull();
		expect(report(asOf(alone), ALL_TIME).bottleneck).toBeNull();
		expect(report(asOf(alone)).mostLost).toMatchObject({ stage: 1 });
	});

	test('is never named where the stage of the losses is not known, and those are counted apart', () => {
		const random = randomNumbers(2);
		const start = calendarDay(2026, 4, 1);
		const known = [4, 3, 2, 1].flatMap((back) => world(random, start - back * 91, 91, 300, steady));
		known.push(...world(random, start, 91, 300, [0.4, 0.7, 0.75]));
		expect(report(asOf(known), ALL_TIME).bottleneck).toMatchObject({ stage: 0 });
		const found = report(asOf(known.map(({ 'Lost from': _, ...deal }) => deal)), ALL_TIME);
		expect(found.bottleneck).toBeNull();
		expect(found.mostLost).toBeNull();
		expect(found.lost.unknown).toBe(found.lost.deals);
		expect(found.lost.unknown).toBeGreaterThan(0);
	});

	test('all time holds the last whole quarter against those before', () => {
		const random = randomNumbers(3);
		const start = calendarDay(2026, 4, 1);
		const deals = [4, 3, 2, 1].flatMap((back) => world(random, start - back * 91, 91, 300, steady));
		deals.push(...world(random, start, 91, 300, [0.8, 0.4, 0.75]));
		expect(report(asOf(deals), ALL_TIME).bottleneck).toMatchObject({ stage: 1, period: '2026-Q2' });
	});
});

describe('simulated truth', () => {
	const share = (runs: number, test: (seed: number) => boolean): number =>
		Array.from({ length: runs }, (_, seed) => test(seed + 1)).filter(Boolean).length / runs;

	test('with nothing changed, at most one period in ten has a clear change or a bottleneck', () => {
		let compared = 0;
		const clear = share(200, (seed) => {
			const { figures } = report(asOf(quarters(randomNumbers(seed), 900, steady)), Q3, 'closed');
			compared += figures.filter(({ previous }) => previous !== null).length;
			return figures.some(({ isClear }) => isClear);
		});
		// A test that never compares would raise no alarm either.
		expect(compared).toBeGreaterThan(600);
		const badges = share(200, (seed) => report(asOf(quarters(randomNumbers(seed), 300, steady))).bottleneck !== null);
		console.log(`nothing changed: clear changes in ${100 * clear} %, a bottleneck in ${100 * badges} % of 200 periods`);
		expect(clear).toBeLessThanOrEqual(0.1);
		expect(badges).toBeLessThanOrEqual(0.1);
	});

	test('a step that falls by 20 points among 300 deals that ended is named in at least 85 of 100 periods', () => {
		const found = share(100, (seed) => {
			const random = randomNumbers(1000 + seed);
			const start = calendarDay(2026, 4, 1);
			const deals = [4, 3, 2, 1].flatMap((back) => world(random, start - back * 91, 91, 300, steady));
			deals.push(...world(random, start, 91, 300, [0.8, 0.5, 0.75]));
			return report(asOf(deals), ALL_TIME).bottleneck?.stage === 1;
		});
		console.log(`a step 20 points lower at 300 deals: named in ${100 * found} % of 100 periods`);
		expect(found).toBeGreaterThanOrEqual(0.85);
	});
});
