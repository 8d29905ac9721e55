/** The funnel against a second program: objects and sorting instead of typed arrays, and a brute-force Aalen–Johansen. It shares no code with the product. */
import { describe, expect, it } from 'vitest';
import { journeysOf } from '../../../src/core/funnel/journeys.ts';
import { reachedStages } from '../../../src/core/funnel/reached.ts';
import { randomNumbers } from '../../../src/core/samples/random-numbers.ts';
import { incidenceAt } from '../../../src/core/stats/aalen-johansen.ts';
import { bruteForceIncidence, type Case } from '../stats/brute-force-incidence.ts';
import { passIncidence } from './pass-incidence.ts';
import { FOUR_STAGES, historyOf, tinyPipeline } from './tiny-pipeline.ts';

const AS_OF = 100;
const WON = 4;
const LOST = 5;

interface Event {
	readonly day: number;
	readonly to: number;
}

/** Skips, moves back, returns, wins and losses taken back, many changes on one day. */
function randomJourney(random: () => number): Event[] {
	const events: Event[] = [];
	let day = Math.floor(random() * 60);
	let stage = random() < 0.8 ? 0 : Math.floor(random() * 6);
	for (let left = 1 + Math.floor(random() * 7); left > 0 && day <= AS_OF; left--) {
		events.push({ day, to: stage });
		const next = Math.floor(random() * 6);
		if (next === stage) break;
		stage = next;
		day += Math.floor(random() * random() * 30);
	}
	return events;
}

const stays = (events: readonly Event[]) => events.map((event, i) => ({ ...event, until: events[i + 1]?.day ?? null }));
const last = (events: readonly Event[]): Event => events[events.length - 1] as Event;

function furthestOf(events: readonly Event[]): number {
	if (last(events).to === WON) return WON;
	return Math.min(3, Math.max(0, ...events.filter((event) => event.to < LOST).map((event) => event.to)));
}

/** From the first day in `rank` or beyond to the first one in `target` or beyond. */
function caseOf(events: readonly Event[], rank: number, target: number): Case | null {
	const inFunnel = events.filter((event) => event.to < LOST);
	const entry = inFunnel.find((event) => event.to >= rank);
	if (entry === undefined) return null;
	if (furthestOf(events) >= target)
		return { duration: (inFunnel.find((event) => event.to >= target) as Event).day - entry.day, ending: 'cause' };
	if (last(events).to === LOST) return { duration: last(events).day - entry.day, ending: 'competing' };
	return { duration: AS_OF - entry.day, ending: 'still' };
}

describe('600 random tables with histories', () => {
	const random = randomNumbers(20261123);
	const tables = Array.from({ length: 600 }, () =>
		Array.from({ length: 1 + Math.floor(random() * 12) }, () => randomJourney(random)),
	);
	const pipelineOf = (table: Event[][]) =>
		tinyPipeline(
			{ stages: FOUR_STAGES, now: table.map((events) => last(events).to) },
			historyOf(table.map((events) => events.map(({ day, to }) => [day, to] as const))),
			AS_OF,
		);

	it('furthest stage, lost-from and touched stages', () => {
		for (const table of tables) {
			const { furthest, lostFrom, touched } = reachedStages(pipelineOf(table));
			table.forEach((events, deal) => {
				const inFunnel = events.filter((event) => event.to < LOST);
				expect(furthest[deal]).toBe(furthestOf(events));
				expect(lostFrom[deal]).toBe(last(events).to === LOST && inFunnel.length > 0 ? last(inFunnel).to : -1);
				expect(touched[deal]).toBe(
					[...new Set(inFunnel.map((event) => event.to))].reduce((bits, to) => bits + 2 ** to, 0),
				);
			});
		}
	});

	it('days in each stage and ages', () => {
		for (const table of tables) {
			const journeys = journeysOf(pipelineOf(table));
			if (journeys === null) throw new Error('there is a history');
			table.forEach((events, deal) => {
				for (let rank = 0; rank < WON; rank++) {
					const own = stays(events).filter((stay) => stay.to === rank);
					const days = own.reduce((sum, stay) => sum + (stay.until ?? AS_OF) - stay.day, 0);
					expect(journeys.daysIn[deal * 5 + rank]).toBe(own.length === 0 ? Number.NaN : days);
				}
				expect(journeys.age[deal]).toBe(last(events).to < WON ? AS_OF - last(events).day : Number.NaN);
			});
		}
	});

	it('resolved rates of every step and of winning, to 1e-12', () => {
		let worst = 0;
		for (const table of tables) {
			const pipeline = pipelineOf(table);
			for (const [rank, target] of [
				[0, 1],
				[1, 2],
				[2, 3],
				[3, 4],
				[0, 4],
				[2, 4],
			] as const) {
				const cases = table.map((events) => caseOf(events, rank, target)).filter((one): one is Case => one !== null);
				const curve = passIncidence(pipeline, rank, target, null);
				if (curve === null) throw new Error('there is a history');
				expect(curve.n).toBe(cases.length);
				for (const time of [0, 7, 30, 1000]) {
					const expected = bruteForceIncidence(cases, time);
					const actual = incidenceAt(curve, time);
					worst = Math.max(
						worst,
						Math.abs(actual.cause - expected.cause),
						Math.abs(actual.competing - expected.competing),
					);
				}
			}
		}
		expect(worst).toBeLessThan(1e-12);
	});
});
