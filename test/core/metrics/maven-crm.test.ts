// The public list of 8,800 deals against answers that two independent programs computed from the raw file.
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
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

const folder = sharedData('data/maven_crm');
const AS_OF_DAY = 17_531; // 2017-12-31
const STAGES = new StageList([
	stage('Prospecting', 'open', 0.1),
	stage('Engaging', 'open', 0.4),
	stage('Won', 'won', 1),
	stage('Lost', 'lost', 0),
]);

/** Leaves the lost deals. */
const LOST = ['deal_stage', 'Lost'] as const;

interface MavenAnswers extends Answers {
	readonly avg_close_value_closed_incl_lost_zero: number;
}

function load(): { pipeline: Pipeline; answers: MavenAnswers } {
	const grid = csvGrid(`${folder}/sales_pipeline.csv`);
	const teams = new Map(
		csvGrid(`${folder}/sales_teams.csv`).map(([agent, manager, region]) => [
			agent,
			[manager as string, region as string],
		]),
	);
	const withTeams = grid.map((row, r) => [
		...row,
		...(r === 0 ? ['manager', 'region'] : (teams.get(row[1] as string) as string[])),
	]);
	return { pipeline: readPipeline(withTeams, STAGES, AS_OF_DAY), answers: readAnswers(folder as string) };
}

describe.skipIf(folder === null)('8,800 public deals', () => {
	const { pipeline, answers } = folder === null ? ({} as ReturnType<typeof load>) : load();

	test('overall figures', () => {
		const { overall } = answers;
		expect(table(pipeline, 'stageCount').rows).toEqual([
			['Prospecting', 500],
			['Engaging', 1589],
			['Won', overall.won],
			['Lost', overall.lost],
		]);
		expectOverall(pipeline, answers, LOST);
		// With lost deals at 0 among them, the mean of all is what is often taken for the deal size.
		expectNear(
			measure(pipeline, 'averageDealSize', 'all').value,
			answers.avg_close_value_closed_incl_lost_zero,
			'closed deals, lost ones at 0',
		);
	});

	test('velocity in both published forms', () => {
		const { velocity } = answers;
		expectNear(measure(pipeline, 'salesVelocity').value, velocity.open_count_x_closedrate, 'open');
		expectNear(measure(pipeline, 'salesVelocity', 'all').value, velocity.all_count_x_allrate, 'all');
	});

	test.each([
		['owner', 'sales_agent'],
		['product', 'product'],
		['region', 'region'],
		['manager', 'manager'],
		['account', 'account'],
	])('by %s', (key, heading) => {
		expectGroups(pipeline, ['by', heading], labelled(answers.by[key] ?? {}), LOST);
	});

	test('by quarter of start and of end, by month of end', () => {
		expectGroups(pipeline, ['by', 'quarter'], labelled(answers.by_start_quarter), LOST);
		expectGroups(pipeline, ['by', 'quarter', 'cohort', 'closed'], labelled(answers.by_close_quarter), LOST);
		expectMonths(pipeline, answers.by_close_month);
	});

	test('resolved win rate is the cumulative incidence .519 at every listed day, not the naive .678', () => {
		const curve = answers.aalen_johansen;
		const resolved = measure(pipeline, 'winRate', 'resolved');
		expect(resolved).toMatchObject({ n: curve.n_used, excluded: curve.n_excluded_no_start });
		expect(Math.abs((resolved.value as number) - curve.final.p_won)).toBeLessThan(1e-7);
		expect(resolved.value).toBeCloseTo(0.519, 3);
		expect(curve.naive_1_minus_km_won.at(-1)).toBeCloseTo(0.678, 2);
		expect(curve.times.length).toBeGreaterThan(5);
		curve.times.forEach((time, i) => {
			const at = measure(pipeline, 'winRate', 'within', time);
			expect(Math.abs((at.value as number) - (curve.p_won[i] as number)), `day ${time}`).toBeLessThan(1e-7);
		});
	});
});
