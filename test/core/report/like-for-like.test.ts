// A period against the one before at the same age, over public deals: every number against a plain program that shares no code.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { pipelineOn } from '../../../src/core/statistics/former-period.ts';
import { sharedData } from '../../support/shared-data.ts';
import { cells } from '../metrics/ask.ts';
import { csvGrid, readPipeline } from '../metrics/read-deals.ts';
import { stage } from '../metrics/worked-case.ts';
import { type Counted, countedOn, type PlainDeal, spanBefore } from './plain-comparison.ts';

const DAY = 86_400_000;
const maven = sharedData('data/maven_crm');
const bpi = sharedData('data/bpi2012');

const linesOf = (path: string): string[][] =>
	readFileSync(path, 'utf8')
		.trim()
		.split(/\r?\n/u)
		.slice(1)
		.map((line) => line.split(','));
const dayOf = (text: string): number => (text === '' ? Number.NaN : Math.round(Date.parse(`${text}T00:00:00Z`) / DAY));

/** The period's row, the former one's, as the function gives them: value and deals. */
function asked(
	pipeline: Pipeline,
	id: string,
	period: string,
	cohort: string,
	...words: Cell[]
): (Cell | undefined)[][] {
	const rows = cells(pipeline, id, ...words, 'period', period, 'cohort', cohort, 'against', 'previous') as Cell[][];
	return [1, 2].map((row) => [rows[row]?.[1], rows[row]?.[4]]);
}

function expectRows(rows: (Cell | undefined)[][], wanted: readonly (readonly [number, number])[], what: string): void {
	wanted.forEach(([value, deals], at) => {
		const [shown, n] = rows[at] ?? [];
		expect(n, `${what}: deals`).toBe(deals);
		if (deals === 0) expect(shown, what).toBe('');
		else
			expect(Math.abs(Number(shown) - value), `${what}: ${String(shown)} against ${value}`).toBeLessThan(
				1e-9 * Math.max(1, value),
			);
	});
}

const closedRate = ({ won, lost }: Counted) => [won / (won + lost), won + lost] as const;
const allRate = ({ won, deals }: Counted) => [won / deals, deals] as const;
const size = ({ won, wonAmount }: Counted) => [wonAmount / won, won] as const;
const cycle = ({ won, wonDays }: Counted) => [wonDays / won, won] as const;

describe.skipIf(maven === null)('8,800 public deals', () => {
	const path = `${maven}/sales_pipeline.csv`;
	const stages = new StageList([
		stage('Prospecting', 'open', 0.1),
		stage('Engaging', 'open', 0.4),
		stage('Won', 'won', 1),
		stage('Lost', 'lost', 0),
	]);
	const whole = maven === null ? null : readPipeline(csvGrid(path), stages, 17_531);
	const deals = (maven === null ? [] : linesOf(path)).map(
		([, , , , name, created = '', closed = '', amount = '']): PlainDeal => ({
			created: dayOf(created),
			closed: dayOf(closed),
			isWon: name === 'Won',
			amount: Number(amount),
			entries: [],
		}),
	);
	/** Days from which is looked: in the middle of a quarter, at a month's first and last day, when all is over. */
	const days = ['2017-08-15', '2017-10-01', '2017-11-30', '2017-12-31'].map(dayOf);
	const periods = [
		['2017-Q3', 2017, 7, 3],
		['2017-Q2', 2017, 4, 3],
		['2017-08', 2017, 8, 1],
		['2017', 2017, 1, 12],
	] as const;

	test.each(['created', 'closed'] as const)('by the day %s: win rates, average deal and cycle', (cohort) => {
		let compared = 0;
		for (const day of days) {
			const pipeline = pipelineOn(whole as Pipeline, day);
			for (const [period, year, month, months] of periods) {
				const { now, before } = spanBefore(year, month, months);
				const count = (on: number, span: typeof now) => countedOn(deals, on, cohort, span, 0, 1);
				const both = [count(day, now), count(day - (now.first - before.first), before)];
				const what = `${period} on day ${day}`;
				expectRows(asked(pipeline, 'winRate', period, cohort, 'closed'), both.map(closedRate), `closed, ${what}`);
				expectRows(asked(pipeline, 'winRate', period, cohort, 'all'), both.map(allRate), `all, ${what}`);
				expectRows(asked(pipeline, 'averageDealSize', period, cohort), both.map(size), `size, ${what}`);
				expectRows(asked(pipeline, 'salesCycle', period, cohort), both.map(cycle), `cycle, ${what}`);
				compared += both.filter(({ won }) => won > 0).length;
			}
		}
		expect(compared).toBeGreaterThan(16);
	});
});

describe.skipIf(bpi === null)('13,087 public applications with their history', () => {
	const OPEN = ['A_SUBMITTED', 'A_PARTLYSUBMITTED', 'A_PREACCEPTED', 'A_ACCEPTED', 'A_FINALIZED'];
	const ENDS = ['A_APPROVED', 'A_DECLINED', 'A_CANCELLED'];
	const stages = new StageList([
		...OPEN.map((name) => stage(name, 'open', 0.5)),
		stage('A_APPROVED', 'won', 1),
		stage('A_DECLINED', 'lost', 0),
		stage('A_CANCELLED', 'lost', 0),
	]);

	function load(): { whole: Pipeline; deals: PlainDeal[] } {
		const changes = linesOf(`${bpi}/events_A.csv`).filter(([, , name = '']) => [...OPEN, ...ENDS].includes(name));
		const byCase = new Map<string, { name: string; at: number; text: string }[]>();
		for (const [id = '', , name = '', text = ''] of changes)
			byCase.set(id, [...(byCase.get(id) ?? []), { name, at: Date.parse(text), text }]);
		const rows = [...byCase].map(([id, events]) => {
			const end = events.find(({ name }) => ENDS.includes(name));
			return [id, events[events.length - 1]?.name ?? '', events[0]?.text ?? '', end?.text ?? ''];
		});
		const deals = [...byCase.values()].map((events): PlainDeal => {
			const end = events.find(({ name }) => ENDS.includes(name));
			return {
				created: events[0]?.at ?? Number.NaN,
				closed: end?.at ?? Number.NaN,
				isWon: end?.name === 'A_APPROVED',
				amount: Number.NaN,
				entries: events.flatMap(({ name, at }) => {
					const rank = [...OPEN, 'A_APPROVED'].indexOf(name);
					return rank < 0 ? [] : [{ at, rank }];
				}),
			};
		});
		const grid = [['case_id', 'Stage', 'Created at', 'Closed at'], ...rows];
		const history = [['case_id', 'seq', 'stage', 'entered_at'], ...changes.map((row) => row.slice(0, 4))];
		// The day after the last event.
		return { whole: readPipeline(grid, stages, dayOf('2012-03-15'), history), deals };
	}

	test('win rate, cycle and each step of the funnel', () => {
		const { whole, deals } = load();
		let compared = 0;
		for (const [on, period, year, month, months] of [
			['2012-02-10', '2012-01', 2012, 1, 1],
			['2012-01-20', '2012-01', 2012, 1, 1],
			['2011-12-20', '2011-12', 2011, 12, 1],
			['2012-03-15', '2012-Q1', 2012, 1, 3],
		] as const) {
			const day = dayOf(on);
			const pipeline = pipelineOn(whole, day);
			const { now, before } = spanBefore(year, month, months);
			const count = (then: number, span: typeof now) => countedOn(deals, then, 'created', span, 6, DAY);
			const both = [count(day, now), count(day - (now.first - before.first), before)];
			expectRows(
				asked(pipeline, 'winRate', period, 'created', 'closed'),
				both.map(closedRate),
				`closed, ${period} on ${on}`,
			);
			expectRows(asked(pipeline, 'winRate', period, 'created', 'all'), both.map(allRate), `all, ${period} on ${on}`);
			expectRows(asked(pipeline, 'salesCycle', period, 'created'), both.map(cycle), `cycle, ${period} on ${on}`);
			OPEN.forEach((name, rank) => {
				const step = ({ reached }: Counted) =>
					[(reached[rank + 1] ?? 0) / (reached[rank] ?? 0), reached[rank] ?? 0] as const;
				expectRows(
					asked(pipeline, 'stageConversion', period, 'created', name),
					both.map(step),
					`${name}, ${period} on ${on}`,
				);
			});
			compared += both.filter(({ won }) => won > 20).length;
		}
		expect(compared).toBeGreaterThan(3);
	});
});
