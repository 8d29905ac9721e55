/**
 * Two periods at the same age, counted slowly from the lines of a file: nothing of the product is used here.
 * A date is a whole number of days since 1970-01-01, or of milliseconds where the file tells the time.
 */

export interface PlainDeal {
	/** First moment; NaN unknown. */
	readonly created: number;
	/** Moment of its end; NaN while it is open. */
	readonly closed: number;
	readonly isWon: boolean;
	readonly amount: number;
	/** Moments at which it entered stages, with their rank in the funnel. */
	readonly entries: readonly { readonly at: number; readonly rank: number }[];
}

/** Both days included. */
export interface Span {
	readonly first: number;
	readonly last: number;
}

export interface Counted {
	readonly deals: number;
	readonly won: number;
	readonly lost: number;
	readonly wonAmount: number;
	readonly wonDays: number;
	/** Deals that came at least so far, by rank. */
	readonly reached: readonly number[];
}

export const dayNumber = (year: number, month: number, day: number): number =>
	Math.round(Date.UTC(year, month - 1, day) / 86_400_000);

/** The months before, as many as the span has. */
export function spanBefore(year: number, month: number, months: number): { now: Span; before: Span } {
	const start = (offset: number) => dayNumber(year, month + offset, 1);
	return {
		now: { first: start(0), last: start(months) - 1 },
		before: { first: start(-months), last: start(0) - 1 },
	};
}

/**
 * What somebody would have counted at the end of a day who knows nothing later.
 * @param unit one day in the unit of the moments: 1, or 86,400,000
 */
export function countedOn(
	deals: readonly PlainDeal[],
	day: number,
	by: 'created' | 'closed',
	span: Span,
	ranks: number,
	unit: number,
): Counted {
	const end = (day + 1) * unit;
	const total = {
		deals: 0,
		won: 0,
		lost: 0,
		wonAmount: 0,
		wonDays: 0,
		reached: Array.from({ length: ranks }, () => 0),
	};
	for (const deal of deals) {
		if (deal.created >= end) continue;
		const isClosed = deal.closed < end;
		if (by === 'closed' && !isClosed) continue;
		const date = Math.floor((by === 'created' ? deal.created : deal.closed) / unit);
		if (!(date >= span.first && date <= span.last)) continue;
		total.deals += 1;
		if (isClosed && deal.isWon) {
			total.won += 1;
			total.wonAmount += deal.amount;
			total.wonDays += (deal.closed - deal.created) / unit;
		} else if (isClosed) total.lost += 1;
		let far = 0;
		for (const { at, rank } of deal.entries) if (at < end && rank > far) far = rank;
		for (let rank = 0; rank <= far; rank++) total.reached[rank] = (total.reached[rank] ?? 0) + 1;
	}
	return total;
}
