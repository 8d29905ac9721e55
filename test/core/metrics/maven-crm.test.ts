// The public list of 8,800 deals against answers that two independent programs computed from the raw file.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/pipeline.ts';
import { StageList } from '../../../src/core/stage.ts';
import { sharedData } from '../../support/shared-data.ts';
import { measure, table } from './ask.ts';
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

interface Answer {
	readonly n: number;
	readonly won: number;
	readonly lost: number;
	readonly open_: number;
	readonly win_rate_all: number | null;
	readonly win_rate_closed: number | null;
	readonly avg_won: number | null;
	readonly median_won: number | null;
	readonly cycle_won_mean: number | null;
	readonly cycle_won_median: number | null;
	readonly cycle_closed_mean: number | null;
	readonly cycle_closed_median: number | null;
}

function load(): { pipeline: Pipeline; answers: Record<string, never> & { overall: Answer } } {
	const grid = csvGrid(`${folder}/sales_pipeline.csv`);
	const teams = new Map(
		csvGrid(`${folder}/sales_teams.csv`).map(([agent, manager, region]) => [agent, [manager as string, region as string]]),
	);
	const withTeams = grid.map((row, r) => [...row, ...(r === 0 ? ['manager', 'region'] : (teams.get(row[1] as string) as string[]))]);
	return { pipeline: readPipeline(withTeams, STAGES, AS_OF_DAY), answers: JSON.parse(readFileSync(`${folder}/answers.json`, 'utf8')) };
}

function expectNear(actual: unknown, expected: number | null, what: string): void {
	if (expected === null) expect(actual, what).toBeNull();
	else
		expect(Math.abs((actual as number) - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(
			1e-9 * Math.max(1, Math.abs(expected)),
		);
}

/** Every figure of a breakdown, by the group's label. */
function expectGroups(pipeline: Pipeline, words: string[], expected: Map<string, Answer>): void {
	const ask = (id: string, ...modes: string[]): Map<unknown, (string | number | null)[]> =>
		new Map(table(pipeline, id, ...modes, ...words).rows.map((row) => [row[0], row as (string | number | null)[]]));
	const figures = [
		['winRate', 'all', 'win_rate_all', 'n'],
		['winRate', 'closed', 'win_rate_closed', null],
		['averageDealSize', 'won', 'avg_won', null],
		['averageDealSize', 'median', 'median_won', null],
		['salesCycle', 'mean', 'cycle_won_mean', null],
		['salesCycle', 'median', 'cycle_won_median', null],
	] as const;
	for (const [id, mode, key, count] of figures) {
		const rows = ask(id, mode);
		expect([...rows.keys()].sort()).toEqual([...expected.keys()].sort());
		for (const [group, answer] of expected) {
			const row = rows.get(group) as (string | number | null)[];
			expectNear(row[1], answer[key], `${id} ${mode} ${group}`);
			if (count !== null) expect(row[4]).toBe(answer[count]);
		}
	}
	const won = ask('stageCount', 'Won');
	for (const [group, answer] of expected) expect((won.get(group) as (string | number | null)[])[1], group).toBe(answer.won);
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
		expect(measure(pipeline, 'winRate')).toMatchObject({ value: overall.win_rate_all, n: 8800 });
		expect(measure(pipeline, 'winRate', 'closed').value).toBe(overall.win_rate_closed);
		expectNear(measure(pipeline, 'averageDealSize').value, overall.avg_won, 'average');
		expectNear(measure(pipeline, 'averageDealSize', 'median').value, overall.median_won, 'median');
		expectNear(measure(pipeline, 'salesCycle').value, overall.cycle_won_mean, 'cycle');
		expectNear(measure(pipeline, 'salesCycle', 'median').value, overall.cycle_won_median, 'cycle median');
		expectNear(measure(pipeline, 'salesCycle', 'closed').value, overall.cycle_closed_mean, 'closed cycle');
		expectNear(measure(pipeline, 'salesCycle', 'closed', 'median').value, overall.cycle_closed_median, 'closed cycle median');
	});

	test('velocity in both published forms', () => {
		const velocity = answers.velocity as unknown as Record<string, number>;
		expectNear(measure(pipeline, 'salesVelocity').value, velocity.open_count_x_closedrate as number, 'open');
		expectNear(measure(pipeline, 'salesVelocity', 'all').value, velocity.all_count_x_allrate as number, 'all');
	});

	test.each([
		['owner', 'sales_agent'],
		['product', 'product'],
		['region', 'region'],
		['manager', 'manager'],
		['account', 'account'],
	])('by %s', (key, heading) => {
		const groups = Object.entries((answers.by as unknown as Record<string, Record<string, Answer>>)[key] as Record<string, Answer>);
		expectGroups(pipeline, ['by', heading], new Map(groups.map(([label, answer]) => [label === '(blank)' ? '' : label, answer])));
	});

	test.each([
		['by_start_quarter', 'created'],
		['by_close_quarter', 'closed'],
	])('%s', (key, cohort) => {
		const groups = Object.entries(answers[key] as unknown as Record<string, Answer>);
		const named = groups.map(([label, answer]): [string, Answer] => [label === '(blank)' ? '' : label.replace('Q', '-Q'), answer]);
		expectGroups(pipeline, ['by', 'quarter', 'cohort', cohort], new Map(named));
	});

	test('resolved win rate is the cumulative incidence, not the naive 1 − Kaplan–Meier', () => {
		const curve = answers.aalen_johansen as unknown as {
			n_used: number;
			n_excluded_no_start: number;
			times: number[];
			p_won: number[];
			final: { p_won: number };
			naive_1_minus_km_won: number[];
		};
		const resolved = measure(pipeline, 'winRate', 'resolved');
		expect(resolved).toMatchObject({ n: curve.n_used, excluded: curve.n_excluded_no_start });
		expect(resolved.value).toBeCloseTo(curve.final.p_won, 7);
		expect(resolved.value).not.toBeCloseTo(curve.naive_1_minus_km_won.at(-1) as number, 1);
		curve.times.forEach((time, i) => {
			expect(measure(pipeline, 'winRate', 'within', time).value).toBeCloseTo(curve.p_won[i] as number, 7);
		});
	});
});
