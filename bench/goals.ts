/** What the ratios must be: name, sizes and bound. Not here: how they are measured (main.ts). */

export interface Goal {
	readonly top: string;
	readonly bottom: string;
	readonly rows: number;
	/** The ratio `top ÷ bottom` of one round. */
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

/** Largest exponent of the growth of time over rows. */
export const MOST_EXPONENT = 1.05;
/** An A/A pair further apart than this makes a run void. */
export const MOST_NOISE = 0.08;

export function isMet({ atLeast, atMost }: Goal, ratio: number): boolean {
	return ratio >= (atLeast ?? Number.NEGATIVE_INFINITY) && ratio <= (atMost ?? Number.POSITIVE_INFINITY);
}
