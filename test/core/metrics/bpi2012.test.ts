// A real loan funnel with its history, 13,087 cases and 56,357 changes to the millisecond, against answers of two independent programs.
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { countMoves } from '../../support/moves.ts';
import { sharedData } from '../../support/shared-data.ts';
import { measure, table } from './ask.ts';
import {
	type Answers,
	expectGroups,
	expectMonths,
	expectNear,
	expectOverall,
	labelled,
	readAnswers,
} from './known-answers.ts';
import { csvGrid, readPipeline } from './read-deals.ts';
import { stage } from './worked-case.ts';

interface HistoryAnswers {
	readonly rows: number;
	readonly entered_ever: Readonly<Record<string, number>>;
	readonly reached_at_least: Readonly<Record<string, number>>;
	readonly lost_from_last_open_stage: Readonly<Record<string, number>>;
	readonly now_open_in: Readonly<Record<string, number>>;
	readonly transitions: Readonly<Record<string, number>>;
	readonly completed_visit_days: Readonly<
		Record<string, { readonly n: number; readonly mean: number; readonly median: number }>
	>;
	readonly win_rate_given_reached: Readonly<
		Record<string, { readonly n: number; readonly won: number; readonly all_: number; readonly closed_: number }>
	>;
	readonly km_visit_median_days: Readonly<Record<string, number>>;
}

const folder = sharedData('data/bpi2012');
const OPEN = ['A_SUBMITTED', 'A_PARTLYSUBMITTED', 'A_PREACCEPTED', 'A_ACCEPTED', 'A_FINALIZED'];
const STAGES = new StageList([
	...OPEN.map((name) => stage(name, 'open', 0.5)),
	stage('A_APPROVED', 'won', 1),
	stage('A_DECLINED', 'lost', 0),
	stage('A_CANCELLED', 'lost', 0),
]);
const ENDS = new Set(['A_APPROVED', 'A_DECLINED', 'A_CANCELLED']);
const AT_THE_INSTANT_OF_THE_WIN = new Set(['A_REGISTERED', 'A_ACTIVATED']);
/** 2012-03-15T00:00+01:00; quarters and months of the answers are UTC. */
const AS_OF = 15_413 + 23 / 24;

function load(): { pipeline: Pipeline; answers: Answers & { readonly stage_history: HistoryAnswers } } {
	const [heading, ...events] = csvGrid(`${folder}/events_A.csv`) as [string[], ...string[][]];
	const changes = events.filter(([, , name]) => !AT_THE_INSTANT_OF_THE_WIN.has(name as string));
	const last = new Map<string, { stage: string; closed: string; begun: string }>();
	for (const [id, , name, at] of changes as [string, string, string, string][]) {
		const closed = last.get(id)?.closed || (ENDS.has(name) ? at : '');
		last.set(id, { stage: name, closed, begun: last.get(id)?.begun ?? at });
	}
	const [caseHeading, ...cases] = csvGrid(`${folder}/cases.csv`) as [string[], ...string[][]];
	const deals = cases.map((row) => {
		const {
			stage: name,
			closed,
			begun,
		} = last.get(row[0] as string) as { stage: string; closed: string; begun: string };
		// The answers count from the first event, which is some milliseconds from the registration in a few cases.
		const fields = row.map((field, column) => (caseHeading[column] === 'registered_at' ? begun : field));
		return [...fields, name, closed, name === 'A_DECLINED' || name === 'A_CANCELLED' ? name : ''];
	});
	const grid = [[...caseHeading, 'Stage', 'Closed at', 'Loss reason'], ...deals];
	return {
		pipeline: { ...readPipeline(grid, STAGES, 15_413, [heading, ...changes]), asOf: AS_OF },
		answers: readAnswers(folder as string),
	};
}

describe.skipIf(folder === null)('13,087 loan applications with history', () => {
	const { pipeline, answers } = folder === null ? ({} as ReturnType<typeof load>) : load();
	const history = answers?.stage_history;
	const column = (id: string, key: number, ...words: string[]): unknown[] =>
		table(pipeline, id, ...words).rows.map((row) => row[key]);

	test('overall figures and velocity', () => {
		const { velocity } = answers;
		expectOverall(pipeline, answers, null);
		expectNear(measure(pipeline, 'salesVelocity').value, velocity.open_count_x_closedrate, 'velocity');
		expectNear(measure(pipeline, 'salesVelocity', 'all').value, velocity.all_count_x_allrate, 'velocity of all');
	});

	test('quarters of start and of end, months of end', () => {
		expectGroups(pipeline, ['by', 'quarter'], labelled(answers.by_start_quarter), null);
		expectGroups(pipeline, ['by', 'quarter', 'cohort', 'closed'], labelled(answers.by_close_quarter), null);
		expectMonths(pipeline, answers.by_close_month);
	});

	test('by the reason of the loss', () => {
		const reasons = answers.by.reason ?? {};
		const none = Object.entries(reasons).map(([reason, answer]): [string, typeof answer] => [
			reason === '(none)' ? '' : reason,
			answer,
		]);
		expect(none).toHaveLength(3);
		expectGroups(pipeline, ['by', 'Loss reason'], new Map(none), null);
		for (const [reason, answer] of none) {
			if (reason === '') continue;
			expectNear(
				measure(pipeline, 'salesCycle', 'closed', 'Loss reason', reason).value,
				answer.cycle_lost_mean,
				`${reason} mean`,
			);
			expectNear(
				measure(pipeline, 'salesCycle', 'closed', 'median', 'Loss reason', reason).value,
				answer.cycle_lost_median,
				`${reason} median`,
			);
		}
	});

	test('stages entered, reached, open now, and every transition', () => {
		expect(pipeline.history?.to.length).toBe(history.rows);
		expect(column('stageCount', 1, 'reached')).toEqual(Object.values(history.reached_at_least));
		expect(Object.keys(history.reached_at_least)).toEqual([...OPEN, 'A_APPROVED']);
		OPEN.forEach((name, rank) => {
			expect(measure(pipeline, 'stageCount', name).value).toBe(history.now_open_in[name] ?? 0);
			expect(measure(pipeline, 'stageConversion', 'touched', name)).toMatchObject({
				denominator: history.entered_ever[name],
				numerator: Object.values(history.entered_ever)[rank + 1],
			});
		});
		const moves = countMoves(pipeline, null);
		const counted = STAGES.all.flatMap((from, f) =>
			STAGES.all.flatMap((to, t): [string, number][] => {
				const deals = moves?.counts[f * STAGES.all.length + t] as number;
				return deals === 0 ? [] : [[`${from.name} > ${to.name}`, deals]];
			}),
		);
		expect(Object.fromEntries(counted)).toEqual(history.transitions);
		expect([moves?.backward, moves?.skips]).toEqual([0, 0]);
	});

	test('step conversions 1.0000 .5629 .6940 .9808 .4479 in every definition that a funnel without skips shares', () => {
		const expected = [1, 7367 / 13_087, 5113 / 7367, 5015 / 5113, 2246 / 5015];
		expect(expected.map((rate) => rate.toFixed(4))).toEqual(['1.0000', '0.5629', '0.6940', '0.9808', '0.4479']);
		for (const mode of ['reached', 'touched', 'strict', 'direct'])
			expect(column('stageConversion', 2, mode), mode).toEqual(expected);
	});

	test('win rate of those that reached a stage', () => {
		for (const name of OPEN) {
			const expected = history.win_rate_given_reached[name];
			expect(measure(pipeline, 'stageConversion', name, 'A_APPROVED')).toMatchObject({
				value: expected?.all_,
				n: expected?.n,
				numerator: expected?.won,
			});
			expect(measure(pipeline, 'stageConversion', 'closed', name, 'A_APPROVED').value).toBe(expected?.closed_);
		}
	});

	test('where deals were lost', () => {
		const lost = new Map<unknown, number>();
		for (const row of table(pipeline, 'lossReasons', 'by stage').rows)
			lost.set(row[0], (lost.get(row[0]) ?? 0) + (row[2] as number));
		expect(Object.fromEntries(lost)).toEqual(history.lost_from_last_open_stage);
		expect(column('lossReasons', 1)).toEqual([7635, 2807, 0]);
	});

	test('days in each stage: mean and median of those that left, Kaplan–Meier median with those still there', () => {
		for (const name of OPEN) {
			const expected = history.completed_visit_days[name];
			expect(measure(pipeline, 'timeInStage', 'mean', name).n, name).toBe(expected?.n);
			expectNear(measure(pipeline, 'timeInStage', 'mean', name).value, expected?.mean, `mean ${name}`);
			expectNear(measure(pipeline, 'timeInStage', 'completed', name).value, expected?.median, `median ${name}`);
			expectNear(
				measure(pipeline, 'timeInStage', name).value,
				history.km_visit_median_days[name],
				`Kaplan–Meier ${name}`,
			);
		}
	});

	test('the resolved win rate is .180 and not the naive .894, at every listed day', () => {
		const curve = answers.aalen_johansen;
		const resolved = measure(pipeline, 'winRate', 'resolved');
		expect(resolved).toMatchObject({ n: curve.n_used, excluded: curve.n_excluded_no_start });
		expect(Math.abs((resolved.value as number) - curve.final.p_won)).toBeLessThan(1e-7);
		expect(resolved.value).toBeCloseTo(0.18, 3);
		expect(curve.naive_1_minus_km_won.at(-1)).toBeCloseTo(0.894, 2);
		curve.times.forEach((time, i) => {
			const at = measure(pipeline, 'winRate', 'within', time);
			expect(Math.abs((at.value as number) - (curve.p_won[i] as number)), `day ${time}`).toBeLessThan(1e-7);
			// The naive curve is above ours wherever a deal was lost before.
			expect(at.value).toBeLessThan(curve.naive_1_minus_km_won[i] as number);
		});
	});
});
