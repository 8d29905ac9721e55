/**
 * How long many deals took, for their mean and quantiles: counted by whole days, so that nothing is kept of each and
 * nothing is sorted, or listed where one of them has a time of day or is very long. Not here: which deals
 * (statistics/cycle-days.ts), censored ones (event-table.ts).
 */
import { existing } from '../speed/existing.ts';
import { compensatedSum } from './compensated-sum.ts';
import { type Mean, meanOf } from './mean-difference.ts';
import { quantileOf, quantileOfCounts } from './quantile.ts';

export class Durations {
	readonly count: number;
	readonly sum: number;

	private constructor(
		/** Entry d counts the durations of d days. */
		private readonly byDay: Int32Array,
		/** One by one, in any order; there are none where they are counted. */
		private readonly listed: Float64Array,
		/** What they add up to where they were rounded; null: what they say. */
		private readonly exactSum: number | null = null,
	) {
		let count = listed.length;
		let sum = compensatedSum(listed);
		for (let day = 0; day < byDay.length; day++) {
			count += existing(byDay[day]);
			sum += day * existing(byDay[day]);
		}
		this.count = count;
		this.sum = exactSum ?? sum;
	}

	/** @param exactSum what they add up to, where they were rounded to days */
	static counted(byDay: Int32Array, exactSum: number | null = null): Durations {
		return new Durations(byDay, new Float64Array(0), exactSum);
	}

	/** @param exactSum what they add up to, where they were rounded */
	static listed(days: Float64Array, exactSum: number | null = null): Durations {
		return new Durations(new Int32Array(0), days, exactSum);
	}

	/** Null without durations. */
	get mean(): number | null {
		return this.count === 0 ? null : this.sum / this.count;
	}

	/** Mean and variance; null for fewer than two durations. */
	spread(): Mean | null {
		return meanOf(this.each());
	}

	/** Null without durations. @param p 0..1 */
	quantile(p: number): number | null {
		return this.listed.length === 0 ? quantileOfCounts(this.byDay, p) : quantileOf(this.listed, p);
	}

	/** The durations of both. */
	with(other: Durations): Durations {
		const exactSum = this.exactSum === null && other.exactSum === null ? null : this.sum + other.sum;
		if (this.listed.length + other.listed.length > 0) {
			const all = new Float64Array(this.count + other.count);
			all.set(this.each());
			all.set(other.each(), this.count);
			return Durations.listed(all, exactSum);
		}
		const byDay = new Int32Array(Math.max(this.byDay.length, other.byDay.length));
		byDay.set(this.byDay);
		other.byDay.forEach((deals, day) => {
			byDay[day] = existing(byDay[day]) + deals;
		});
		return Durations.counted(byDay, exactSum);
	}

	private each(): Float64Array {
		if (this.listed.length > 0) return this.listed;
		const all = new Float64Array(this.count);
		let next = 0;
		this.byDay.forEach((deals, day) => {
			all.fill(day, next, next + deals);
			next += deals;
		});
		return all;
	}
}
