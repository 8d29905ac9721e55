/** Every metric in every mode, asked of deals or of statistics alone, and the comparison of two answers. */

import { METRICS } from '../../../src/core/metrics/index.ts';
import type { MetricDefinition } from '../../../src/core/metrics/metric.ts';
import { compute, requestFrom } from '../../../src/core/metrics/shared/request.ts';
import type { MetricResult } from '../../../src/core/model/metric-result.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import type { StageList } from '../../../src/core/model/stage.ts';
import type { Selection } from '../../../src/core/statistics/selection.ts';
import type { Statistics } from '../../../src/core/statistics/statistics.ts';

/** What lists single deals, or looks at each of them. */
export const OF_DEALS: ReadonlySet<string> = new Set(['stageCheck', 'funnelFindings', 'funnelExplain', 'salesChange']);

export interface Question {
	readonly name: string;
	readonly definition: MetricDefinition;
	readonly modes: readonly string[];
	readonly stages: readonly number[];
	readonly number: number | null;
	readonly withinDays: number | null;
}

/** Every combination of modes, but for those about single deals: their chances, and those given on earlier days. */
export function modesOf({ modes }: MetricDefinition): string[][] {
	return modes
		.reduce<string[][]>((lists, group) => lists.flatMap((list) => group.map(({ word }) => [...list, word])), [[]])
		.filter((words) => !words.includes('forecast') && !words.includes('deals'));
}

/** Every combination of modes, and of stages where stages can be named. */
export function everyQuestion(stages: StageList): Question[] {
	return METRICS.filter(({ id }) => !OF_DEALS.has(id)).flatMap((definition) =>
		modesOf(definition).flatMap((modes) =>
			stagesToName(definition, stages).flatMap((named): Question[] => {
				const base = { definition, modes, stages: named, number: definition.number === null ? null : 250_000 };
				const name = `${definition.id} ${modes.join(' ')} ${named.join('-')}`.trim();
				const within = definition.id === 'winRate' && modes.includes('resolved') ? [0, 7, 30, 90] : [];
				return [
					{ ...base, name, withinDays: null },
					...within.map((days) => ({ ...base, name: `${name} within ${days}`, withinDays: days })),
				];
			}),
		),
	);
}

function stagesToName({ id, stageNames, isFunnelOrdered }: MetricDefinition, stages: StageList): number[][] {
	// Without a stage it lists deals.
	const named: number[][] = id === 'distanceToWin' ? [] : [[]];
	if (stageNames >= 1) for (const position of isFunnelOrdered ? stages.open : stages.all.keys()) named.push([position]);
	const funnel = [...stages.open, stages.all.findIndex(({ kind }) => kind === 'won')];
	if (stageNames === 2)
		funnel.forEach((first, i) => {
			for (const second of funnel.slice(i + 1)) named.push([first, second]);
		});
	return named;
}

export function askDeals(
	{ definition, ...words }: Question,
	pipeline: Pipeline,
	selection?: Selection,
	earlier: readonly Selection[] = [],
): MetricResult {
	return compute(definition, pipeline, { ...words, ...(selection === undefined ? {} : { selection }), earlier });
}

export function askStatistics(
	{ definition, ...words }: Question,
	stages: StageList,
	statistics: Statistics,
	earlier: readonly Statistics[] = [],
): MetricResult {
	return definition.compute(requestFrom(definition, stages, () => statistics, words, earlier));
}

export interface Comparison {
	readonly numbers: number;
	readonly different: readonly string[];
}

/** @param tolerance relative; whole numbers below a million are compared exactly */
export function compareAnswers(ours: MetricResult, theirs: MetricResult, tolerance: number): Comparison {
	const different: string[] = [];
	let numbers = 0;
	const put = (name: string, a: unknown, b: unknown): void => {
		if (typeof a === 'number') numbers++;
		if (!isSame(a, b, tolerance)) different.push(`${name}: ${JSON.stringify(a)} for ${JSON.stringify(b)}`);
	};
	if (ours.kind === 'table' && theirs.kind === 'table') {
		put('rows', ours.rows.length, theirs.rows.length);
		put('columns', ours.columns.map(({ key }) => key).join(), theirs.columns.map(({ key }) => key).join());
		ours.rows.forEach((row, r) => {
			for (const [c, cell] of row.entries()) put(`${r}.${ours.columns[c]?.key}`, cell, theirs.rows[r]?.[c]);
		});
	} else if (ours.kind === 'measure' && theirs.kind === 'measure') {
		const other = new Map<string, unknown>(Object.entries(theirs));
		for (const [key, value] of Object.entries(ours)) put(key, value, other.get(key));
	} else different.push('another kind');
	return { numbers, different };
}

function isSame(a: unknown, b: unknown, tolerance: number): boolean {
	if (typeof a === 'number' && typeof b === 'number') {
		if (Number.isInteger(a) && Number.isInteger(b) && Math.abs(a) < 1e6) return a === b;
		return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
	}
	if (a === null || b === null || a === undefined || b === undefined) return a === b;
	// Of spellings that are one name another one may be shown.
	return JSON.stringify(a).toLowerCase() === JSON.stringify(b).toLowerCase();
}
