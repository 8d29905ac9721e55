/** The answers that two independent programs computed from a public deal list, and how close a figure must come. For tests only. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { measure, table } from './ask.ts';

export interface Answer {
	readonly n: number;
	readonly won: number;
	readonly lost: number;
	readonly open_: number;
	readonly win_rate_all: number | null;
	readonly win_rate_closed: number | null;
	readonly won_amount: number | null;
	readonly avg_won: number | null;
	readonly median_won: number | null;
	readonly cycle_won_mean: number | null;
	readonly cycle_won_median: number | null;
	readonly cycle_won_p90: number | null;
	readonly cycle_lost_mean: number | null;
	readonly cycle_lost_median: number | null;
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
	readonly overall: Answer & {
		readonly won_amount_blank: number;
		readonly negative_cycle: number;
		readonly open_amount: number | null;
	};
	readonly by_stage: Readonly<Record<string, { readonly n: number; readonly amount: number | null }>>;
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
		Object.entries(answers).map(([label, answer]) => [
			label === '(blank)' ? '' : label.replace(/^(\d{4})Q/u, '$1-Q'),
			answer,
		]),
	);
}

type Row = (string | number | null)[];

export function rowsByLabel(pipeline: Pipeline, id: string, ...words: string[]): Map<unknown, Row> {
	return new Map(table(pipeline, id, ...words).rows.map((row) => [row[0], row as Row]));
}

/** How each figure of an answer is asked for. */
const FIGURES = [
	['winRate', ['all'], 'win_rate_all'],
	['winRate', ['closed'], 'win_rate_closed'],
	['averageDealSize', ['won'], 'avg_won'],
	['averageDealSize', ['median'], 'median_won'],
	['salesCycle', ['mean'], 'cycle_won_mean'],
	['salesCycle', ['median'], 'cycle_won_median'],
	['salesCycle', ['p90'], 'cycle_won_p90'],
	['salesCycle', ['mean', 'closed'], 'cycle_closed_mean'],
	['salesCycle', ['median', 'closed'], 'cycle_closed_median'],
] as const;
const LOST_FIGURES = [
	['salesCycle', ['mean', 'closed'], 'cycle_lost_mean'],
	['salesCycle', ['median', 'closed'], 'cycle_lost_median'],
] as const;
const COUNTS = ['n', 'won', 'lost', 'open_', 'won_amount'] as const;
const ANSWERED: ReadonlySet<string> = new Set([...COUNTS, ...[...FIGURES, ...LOST_FIGURES].map(([, , key]) => key)]);
/** Counts of flaws that these lists do not have, and a sum that the stages have. */
const BESIDE = new Set(['won_amount_blank', 'negative_cycle', 'open_amount']);

/** Fails when the answers know a figure that is compared with nothing. */
export function expectAllAnswered(answer: Answer): void {
	expect(Object.keys(answer).filter((key) => !ANSWERED.has(key) && !BESIDE.has(key))).toEqual([]);
}

/**
 * Every figure of a breakdown, by the group's label.
 * @param lost heading and value that leave the lost deals; null when no one filter does
 */
export function expectGroups(
	pipeline: Pipeline,
	words: string[],
	expected: Map<string, Answer>,
	lost: readonly [string, string] | null,
): void {
	for (const answer of expected.values()) expectAllAnswered(answer);
	for (const [id, modes, key] of FIGURES) {
		const rows = rowsByLabel(pipeline, id, ...modes, ...words);
		expect([...rows.keys()].sort()).toEqual([...expected.keys()].sort());
		for (const [group, answer] of expected)
			expectNear(rows.get(group)?.[1], answer[key], `${id} ${modes.join(' ')} ${group}`);
	}
	for (const [id, modes, key] of lost === null ? [] : LOST_FIGURES) {
		const rows = rowsByLabel(pipeline, id, ...modes, ...words, ...(lost ?? []));
		// A group without a lost deal has no row.
		for (const [group, answer] of expected)
			expectNear(rows.get(group)?.[1] ?? null, answer[key], `lost ${modes.join(' ')} ${group}`);
	}
	const all = rowsByLabel(pipeline, 'winRate', ...words, 'detail');
	const closed = rowsByLabel(pipeline, 'winRate', 'closed', ...words, 'detail');
	const amounts = rowsByLabel(pipeline, 'averageDealSize', ...words, 'detail');
	for (const [group, answer] of expected) {
		// Value, low, high, n, numerator, denominator.
		expect([all.get(group)?.[4], all.get(group)?.[5], closed.get(group)?.[6], amounts.get(group)?.[5]], group).toEqual([
			answer.n,
			answer.won,
			answer.won + answer.lost,
			answer.won_amount,
		]);
		expect(answer.n - answer.won - answer.lost, group).toBe(answer.open_);
	}
}

/** Figures of the whole list, with what the groups cannot tell: deals and amount by stage. */
export function expectOverall(
	pipeline: Pipeline,
	{ overall, by_stage }: Answers,
	lost: readonly [string, string] | null,
): void {
	expectAllAnswered(overall);
	const ask = (id: string, ...words: string[]) => measure(pipeline, id, ...words);
	expect(ask('winRate')).toMatchObject({ value: overall.win_rate_all, n: overall.n, numerator: overall.won });
	expect(ask('winRate', 'closed')).toMatchObject({ value: overall.win_rate_closed, n: overall.won + overall.lost });
	expect(ask('averageDealSize')).toMatchObject({ numerator: overall.won_amount, excluded: overall.won_amount_blank });
	expect(ask('averageDealSize', 'open')).toMatchObject({ numerator: overall.open_amount });
	expect(ask('salesCycle', 'closed').excluded).toBe(overall.negative_cycle);
	for (const [id, modes, key] of FIGURES) expectNear(ask(id, ...modes).value, overall[key], key);
	for (const [id, modes, key] of lost === null ? [] : LOST_FIGURES)
		expectNear(ask(id, ...modes, ...(lost ?? [])).value, overall[key], key);
	for (const [name, { n, amount }] of Object.entries(by_stage)) {
		expect(ask('stageCount', name).value, name).toBe(n);
		expect(ask('stageAmount', name), name).toMatchObject(
			amount === null ? { value: null, reason: 'noAmounts' } : { value: amount },
		);
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
