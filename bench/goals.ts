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

const LARGE = 100_000;

export const GOALS: readonly Goal[] = [
	{ top: 'report', bottom: 'limit A', rows: LARGE, atMost: 3.5 },
	{ top: 'report', bottom: 'limit B', rows: LARGE, atMost: 1.3 },
	{ top: 'one metric', bottom: 'limit A, one column', rows: LARGE, atMost: 1.5 },
	{ top: 'report with history', bottom: 'limit A with history', rows: LARGE, atMost: 6 },
	...[10_000, LARGE].map((rows) => ({ top: 'arquero', bottom: 'report', rows, atLeast: 10 })),
	{ top: 'DuckDB', bottom: 'report', rows: LARGE, atLeast: 12 },
	{ top: 'idiomatic', bottom: 'report', rows: LARGE, atLeast: 60 },
	{ top: 'LibreOffice', bottom: 'report', rows: 10_000, atLeast: 100 },
	{ top: 'HyperFormula', bottom: 'report', rows: 1_500, atLeast: 1_000 },
	{ top: 'R survival', bottom: 'resolved rates', rows: 10_000, atLeast: 100 },
];

/**
 * Contestants whose time must not grow faster than this exponent of the rows, from 10,000 to the largest size that they
 * were run at.
 */
export const GROWTH = { names: ['report', 'report with history'], from: 10_000, atMost: 1.05 } as const;

/** Load and first answer ÷ load and a bare pass over the cells, each in a fresh process. */
export const COLD_GOALS = [1_500, 10_000].flatMap((rows) => [
	{ kind: 'cell', name: 'cold: a formula ÷ a bare pass', rows, atMost: 2 } as const,
	{ kind: 'opening', name: 'cold: opening ÷ a bare pass', rows, atMost: 2.5 } as const,
]);

/** Cells that an action reads ÷ cells that its answer needs. */
export const CELLS_GOAL = { atMost: 1.1 } as const;

/** What a person waits for; those without a bound are told and not judged, because they are the machine's. */
export const FELT = {
	script: { name: 'script of the page, opened to figures', unit: 'ms CPU', atMost: 60 },
	paint: { name: 'first paint of the page', unit: 'ms' },
	drawn: { name: 'workbench: book drawn', unit: 'ms' },
	figures: { name: 'workbench: menu to figures', unit: 'ms' },
} as const satisfies Record<string, FigureGoal>;

export const FIGURES = {
	bytes: { name: 'allocated by a report', unit: 'bytes a row', atMost: 60 },
	cold: { name: 'arquero ÷ ours, cold, 10,000 rows', unit: '', atLeast: 6 },
	init: { name: 'Code.js, compile and init', unit: 'ms' },
	code: { name: 'Code.js', unit: 'KB' },
	page: { name: 'sidebar.html', unit: 'KB' },
	packedPage: { name: 'sidebar.html, packed', unit: 'KB' },
} as const satisfies Record<string, FigureGoal>;

/** An A/A pair further apart than this makes a run void. */
export const MOST_NOISE = 0.08;

export function isMet({ atLeast, atMost }: Pick<Goal, 'atLeast' | 'atMost'>, value: number): boolean {
	return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}
