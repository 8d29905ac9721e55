/** What every contestant must answer, and the comparison that comes before any timing. */

export interface ReportAnswer {
	/** By stage, in list order. */
	readonly counts: readonly number[];
	readonly amounts: readonly number[];
	/** Deals that reached each open stage, then won. */
	readonly reached: readonly number[];
	readonly winRateAll: number;
	readonly winRateClosed: number;
	readonly averageWon: number;
	readonly cycleMean: number;
	readonly cycleMedian: number;
	readonly velocity: number;
	/** `[owner, deals, won, lost]`, by owner. */
	readonly owners: readonly (readonly [string, number, number, number])[];
	/** `[2024-01, won, lost, won amount]`, by month of closing. */
	readonly months: readonly (readonly [string, number, number, number])[];
	/** `[reason, lost deals]`, by reason. */
	readonly reasons: readonly (readonly [string, number])[];
}

function isSame(left: unknown, right: unknown): boolean {
	if (Array.isArray(left) && Array.isArray(right))
		return left.length === right.length && left.every((item, i) => isSame(item, right[i]));
	if (typeof left === 'number' && typeof right === 'number')
		return left === right || Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
	return left === right;
}

/** Names of the parts in which two answers differ; counts exactly, the rest to 1e-9. */
export function differences(expected: ReportAnswer, actual: Partial<ReportAnswer>): string[] {
	return Object.entries(actual)
		.filter(([part, value]) => !isSame(expected[part as keyof ReportAnswer], value))
		.map(
			([part, value]) =>
				`${part}: ${JSON.stringify(value).slice(0, 160)} instead of ${JSON.stringify(expected[part as keyof ReportAnswer]).slice(0, 160)}`,
		);
}
