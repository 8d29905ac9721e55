/** What the figures must be: the goals table of the design. Not here: how they are measured. */

/** A ratio of two contestants in the same rounds. */
export interface Goal {
	readonly top: string;
	readonly bottom: string;
	readonly rows: number;
	readonly atLeast?: number;
	readonly atMost?: number;
}

/** A figure that is measured once, outside the rounds. */
export interface FigureGoal {
	readonly name: string;
	readonly unit: string;
	readonly atLeast?: number;
	readonly atMost?: number;
}

const BIG = [100_000, 1_000_000];

export const GOALS: readonly Goal[] = [
	...BIG.map((rows) => ({ top: 'report', bottom: 'limit A', rows, atMost: 3.5 })),
	{ top: 'report', bottom: 'limit B', rows: 10_000, atMost: 2.5 },
	...BIG.map((rows) => ({ top: 'report', bottom: 'limit B', rows, atMost: 1.6 })),
	...BIG.map((rows) => ({ top: 'one metric', bottom: 'limit A, one column', rows, atMost: 1.5 })),
	{ top: 'report with history', bottom: 'limit A with history', rows: 100_000, atMost: 6 },
	...[10_000, ...BIG].map((rows) => ({ top: 'arquero', bottom: 'report', rows, atLeast: 10 })),
	{ top: 'DuckDB', bottom: 'report', rows: 10_000, atLeast: 25 },
	{ top: 'DuckDB', bottom: 'report', rows: 100_000, atLeast: 12 },
	{ top: 'idiomatic', bottom: 'report', rows: 100_000, atLeast: 50 },
	{ top: 'LibreOffice', bottom: 'report', rows: 10_000, atLeast: 100 },
	{ top: 'HyperFormula', bottom: 'report', rows: 1_500, atLeast: 1_000 },
	{ top: 'R survival', bottom: 'resolved rates', rows: 10_000, atLeast: 100 },
];

/**
 * Contestants whose time must not grow faster than this exponent of the rows, from 10,000 to the largest size that they
 * were run at.
 */
export const GROWTH = { names: ['report', 'report with history'], from: 10_000, atMost: 1.05 } as const;

export const FIGURES = {
	bytes: { name: 'allocated by a report', unit: 'bytes a row', atMost: 60 },
	cold: { name: 'arquero ÷ ours, cold, 10,000 rows', unit: '', atLeast: 6 },
	init: { name: 'Code.js, compile and init', unit: 'ms', atMost: 3 },
	code: { name: 'Code.js', unit: 'KB', atMost: 100 },
	page: { name: 'sidebar.html', unit: 'KB', atMost: 60 },
	packedPage: { name: 'sidebar.html, packed', unit: 'KB', atMost: 20 },
} as const satisfies Record<string, FigureGoal>;

/** An A/A pair further apart than this makes a run void. */
export const MOST_NOISE = 0.08;

export function isMet({ atLeast, atMost }: Pick<Goal, 'atLeast' | 'atMost'>, value: number): boolean {
	return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}
