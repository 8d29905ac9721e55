/** The answers that two independent programs computed from a public deal list, and how close a figure must come. For tests only. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Pipeline } from '../../../src/core/pipeline.ts';
import { table } from './ask.ts';

export interface Answer {
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

export interface MonthAnswer {
	readonly won: number;
	readonly lost: number;
	readonly won_amount: number;
}

export interface Curve {
	readonly n_used: number;
	readonly n_excluded_no_start: number;
	readonly times: readonly number[];
	readonly p_won: readonly number[];
	readonly se_won: readonly number[];
	readonly final: { readonly p_won: number };
	readonly naive_1_minus_km_won: readonly number[];
}

export interface Answers {
	readonly overall: Answer;
	readonly velocity: Readonly<Record<string, number>>;
	readonly by: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
	readonly by_start_quarter: Readonly<Record<string, Answer>>;
	readonly by_close_quarter: Readonly<Record<string, Answer>>;
	readonly by_close_month: Readonly<Record<string, MonthAnswer>>;
	readonly aalen_johansen: Curve;
}

export function readAnswers<T = Answers>(folder: string): T {
	return JSON.parse(readFileSync(`${folder}/answers.json`, 'utf8'));
}

/** Within 1e-9 of the size; no value where there is none. */
export function expectNear(actual: unknown, expected: number | null | undefined, what: string): void {
	if (expected === null || expected === undefined) expect(actual, what).toBeNull();
	else
		expect(Math.abs((actual as number) - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(
			1e-9 * Math.max(1, Math.abs(expected)),
		);
}

/** Label in the answers → label in our tables. */
export function labelled<T>(answers: Readonly<Record<string, T>>): Map<string, T> {
	return new Map(
		Object.entries(answers).map(([label, answer]) => [label === '(blank)' ? '' : label.replace(/^(\d{4})Q/u, '$1-Q'), answer]),
	);
}

type Row = (string | number | null)[];

export function rowsByLabel(pipeline: Pipeline, id: string, ...words: string[]): Map<unknown, Row> {
	return new Map(table(pipeline, id, ...words).rows.map((row) => [row[0], row as Row]));
}

/** Every figure of a breakdown, by the group's label. */
export function expectGroups(pipeline: Pipeline, words: string[], expected: Map<string, Answer>): void {
	const figures = [
		['winRate', ['all'], 'win_rate_all'],
		['winRate', ['closed'], 'win_rate_closed'],
		['averageDealSize', ['won'], 'avg_won'],
		['averageDealSize', ['median'], 'median_won'],
		['salesCycle', ['mean'], 'cycle_won_mean'],
		['salesCycle', ['median'], 'cycle_won_median'],
		['salesCycle', ['mean', 'closed'], 'cycle_closed_mean'],
		['salesCycle', ['median', 'closed'], 'cycle_closed_median'],
	] as const;
	for (const [id, modes, key] of figures) {
		const rows = rowsByLabel(pipeline, id, ...modes, ...words);
		expect([...rows.keys()].sort()).toEqual([...expected.keys()].sort());
		for (const [group, answer] of expected) expectNear(rows.get(group)?.[1], answer[key], `${id} ${modes.join(' ')} ${group}`);
	}
	const all = rowsByLabel(pipeline, 'winRate', ...words, 'detail');
	const closed = rowsByLabel(pipeline, 'winRate', 'closed', ...words, 'detail');
	for (const [group, answer] of expected) {
		// Value, low, high, n, numerator, denominator.
		expect([all.get(group)?.[4], all.get(group)?.[5], closed.get(group)?.[6]], group).toEqual([
			answer.n,
			answer.won,
			answer.won + answer.lost,
		]);
	}
}

/** Won, lost and won amount by the month of closing. */
export function expectMonths(pipeline: Pipeline, expected: Readonly<Record<string, MonthAnswer>>): void {
	const rates = rowsByLabel(pipeline, 'winRate', 'closed', 'by', 'month', 'cohort', 'closed', 'detail');
	const sizes = rowsByLabel(pipeline, 'averageDealSize', 'by', 'month', 'cohort', 'closed', 'detail');
	expect([...rates.keys()]).toEqual(Object.keys(expected).sort());
	for (const [month, { won, lost, won_amount }] of Object.entries(expected)) {
		expect([rates.get(month)?.[5], rates.get(month)?.[6]], month).toEqual([won, won + lost]);
		expect(sizes.get(month)?.[5], month).toBe(won_amount);
	}
}
