/** Holds what was measured against the goals. Not here: measuring (main.ts), printing (result-table.ts). */
import { type FigureGoal, GOALS, GROWTH, isMet } from './goals.ts';
import { medianTime, ratio, type Sample } from './harness.ts';

/** The samples of one table size. */
export interface SizeResult {
	readonly rows: number;
	readonly samples: readonly Sample[];
	/** How far the A/A pair was apart, as a share. */
	readonly noise: number;
}

export interface Judged {
	readonly what: string;
	/** Table size, or the range of them; '' where there is none. */
	readonly rows: string;
	readonly value: number;
	readonly goal: string;
	/** Null for a figure without a bound. */
	readonly isMet: boolean | null;
}

const number = (value: number): string => value.toLocaleString('en');

export function judgedFigure(goal: FigureGoal, value: number, rows = ''): Judged {
	const { name, unit, atLeast, atMost } = goal;
	const bound = atMost !== undefined ? `≤ ${number(atMost)} ` : atLeast !== undefined ? `≥ ${number(atLeast)} ` : '';
	return { what: name, rows, value, goal: `${bound}${unit}`.trim(), isMet: bound === '' ? null : isMet(goal, value) };
}

/** Every ratio whose two contestants took part, then the growth. */
export function judgedRatios(results: readonly SizeResult[]): Judged[] {
	const ratios = GOALS.flatMap((goal): Judged[] => {
		const samples = results.find(({ rows }) => rows === goal.rows)?.samples ?? [];
		const value = ratio(samples, goal.top, goal.bottom);
		const { top, bottom, rows, ...bounds } = goal;
		return Number.isNaN(value)
			? []
			: [judgedFigure({ name: `${top} ÷ ${bottom}`, unit: '', ...bounds }, value, number(rows))];
	});
	return [...ratios, ...GROWTH.names.flatMap((name) => judgedGrowth(results, name))];
}

/** None when the contestant ran at fewer than two sizes. */
function judgedGrowth(results: readonly SizeResult[], name: string): Judged[] {
	const times = results.flatMap(({ rows, samples }) => {
		const sample = samples.find((other) => other.name === name);
		return rows < GROWTH.from || sample === undefined ? [] : [{ rows, time: medianTime(sample) }];
	});
	const [first, last] = [times[0], times[times.length - 1]];
	if (first === undefined || last === undefined || first === last) return [];
	const exponent = Math.log(last.time / first.time) / Math.log(last.rows / first.rows);
	const goal = { name: `growth of the ${name}, exponent`, unit: '', atMost: GROWTH.atMost };
	return [judgedFigure(goal, exponent, `${number(first.rows)} to ${number(last.rows)}`)];
}
