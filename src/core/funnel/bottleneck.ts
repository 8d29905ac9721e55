/**
 * Which step of the funnel holds the most money back, and whether any step changed beyond chance since the period
 * before. The largest drop alone fires in every other period in which nothing changed; so the hint goes by money, and
 * the verdict by a test.
 * Not here: which deals make a period (metrics/), words.
 */
import { existing } from '../speed/existing.ts';
import { adjustedPValues } from '../stats/benjamini-hochberg.ts';
import { quantileOf } from '../stats/quantile.ts';
import { sampleSizePerGroup } from '../stats/sample-size.ts';
import { compareProportions } from '../stats/two-proportion.ts';

/** Deals of one selection at one step: from the stage of a rank to the next. */
export interface StepCounts {
	readonly reached: number;
	readonly passed: number;
	/** Passed, or lost before passing; deals still open in the stage are not decided. */
	readonly decided: number;
}

/** Counts by rank: who came at least this far, and who came exactly this far and is lost now. */
export interface FunnelCounts {
	readonly reached: ArrayLike<number>;
	readonly lost: ArrayLike<number>;
}

/**
 * Counts of the steps between stages of these ranks, one after the other. Who stopped between two of them stopped in
 * the first, and who stopped before all of them in the first of all.
 */
export function stepCounts({ reached, lost }: FunnelCounts, ranks: readonly number[]): StepCounts[] {
	return ranks.slice(1).map((next, i): StepCounts => {
		const from = i === 0 ? 0 : existing(ranks[i]);
		const passed = existing(reached[next]);
		let decided = passed;
		for (let rank = from; rank < next; rank++) decided += existing(lost[rank]);
		return { reached: existing(reached[from]), passed, decided };
	});
}

export interface BottleneckStep {
	/** Place among the steps. */
	readonly rank: number;
	readonly reached: number;
	/** Reached conversion; null without deals. */
	readonly conversion: number | null;
	readonly previous: number | null;
	/** Conversion that it could have: its best earlier period, else the median of the groups; never below its own. */
	readonly attainable: number | null;
	/**
	 * Expected revenue gained at the attainable conversion, the later steps as they are; null without amounts or anything
	 * to compare with.
	 */
	readonly moneyAtStake: number | null;
	/**
	 * Of the change since the period before, on decided deals: p value over all steps together, and the change itself.
	 */
	readonly adjustedP: number | null;
	readonly change: number | null;
	/** Deals a period that it takes to see a change of this size. */
	readonly dealsNeeded: number | null;
}

export interface Bottleneck {
	readonly steps: readonly BottleneckStep[];
	/**
	 * Index of the step with the most money at stake, without amounts the one furthest below what it could be; null: none
	 * is.
	 */
	readonly hint: number | null;
	/** Index of the step that changed beyond chance (the surest one); null: none did, or there is no period before. */
	readonly verdict: number | null;
}

export interface BottleneckInput {
	readonly current: readonly StepCounts[];
	/** The period before; null without one. */
	readonly previous: readonly StepCounts[] | null;
	/** Earlier periods, the one before included. */
	readonly earlier: readonly (readonly StepCounts[])[];
	/** Groups of the current period (owners) for where there are no earlier periods. */
	readonly groups: readonly (readonly StepCounts[])[];
	/** Mean amount of won deals; null without amounts. */
	readonly averageWon: number | null;
}

/** False alarms allowed among the steps said to have changed. */
export const VERDICT_RATE = 0.1;
/** Conversions of fewer deals are not held up as an example. */
const FEWEST_DEALS = 20;

export function bottleneckOf({ current, previous, earlier, groups, averageWon }: BottleneckInput): Bottleneck {
	const tests = current.map((step, rank) => {
		const before = previous?.[rank];
		return before === undefined ? null : compareProportions(before.passed, before.decided, step.passed, step.decided);
	});
	const tested = tests.flatMap((test, rank) => (test === null ? [] : [rank]));
	const adjusted = adjustedPValues(tested.map((rank) => tests[rank]?.pValue as number));
	const adjustedOf = new Map(tested.map((rank, i) => [rank, existing(adjusted[i])]));
	const steps = current.map((step, rank): BottleneckStep => {
		const before = previous?.[rank];
		const conversion = conversionOf(step);
		const attainable = conversion === null ? null : attainableOf(conversion, rank, earlier, groups);
		const onward = current.slice(rank + 1).reduce((share, next) => share * (conversionOf(next) ?? 0), 1);
		const moneyAtStake =
			conversion === null || attainable === null || averageWon === null
				? null
				: step.reached * (attainable - conversion) * onward * averageWon;
		const needed =
			before === undefined || before.decided === 0 || step.decided === 0
				? null
				: sampleSizePerGroup(before.passed / before.decided, step.passed / step.decided);
		return {
			rank,
			reached: step.reached,
			conversion,
			previous: before === undefined ? null : conversionOf(before),
			attainable,
			moneyAtStake,
			adjustedP: adjustedOf.get(rank) ?? null,
			change: tests[rank]?.difference ?? null,
			dealsNeeded: needed,
		};
	});
	const gap = ({ conversion, attainable }: BottleneckStep): number => (attainable ?? 0) - (conversion ?? 0);
	const hint = best(steps, (step) => (averageWon === null ? gap(step) : (step.moneyAtStake ?? 0)), 0);
	const verdict = best(steps, (step) => -(step.adjustedP ?? 1), -VERDICT_RATE - 1e-12);
	return { steps, hint, verdict };
}

function conversionOf({ passed, reached }: StepCounts): number | null {
	return reached === 0 ? null : passed / reached;
}

function attainableOf(
	own: number,
	rank: number,
	earlier: BottleneckInput['earlier'],
	groups: BottleneckInput['groups'],
): number | null {
	const solid = (selections: BottleneckInput['groups']): number[] =>
		selections.flatMap((selection) => {
			const step = selection[rank];
			return step === undefined || step.reached < FEWEST_DEALS ? [] : [step.passed / step.reached];
		});
	const periods = solid(earlier);
	const example = periods.length > 0 ? Math.max(...periods) : quantileOf(solid(groups), 0.5);
	return example === null ? null : Math.max(own, example);
}

/** Index of the largest value above the limit, the first one of equals. */
function best(
	steps: readonly BottleneckStep[],
	scoreOf: (step: BottleneckStep) => number,
	limit: number,
): number | null {
	let found: number | null = null;
	let highest = limit;
	steps.forEach((step, i) => {
		if (scoreOf(step) <= highest) return;
		highest = scoreOf(step);
		found = i;
	});
	return found;
}
