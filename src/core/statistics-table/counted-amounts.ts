/** Amounts of forecast rows as groups: those that are listed with their deals, and sums of the others. */

import type { AmountGroups } from '../statistics/path-counts.ts';
import type { StatisticsRow } from './row.ts';

interface Group {
	readonly deals: number;
	readonly amount: number;
	readonly sum: number;
	readonly squares: number;
	readonly isSummed: boolean;
}

/** Deals of a row without and with an amount. */
function listedGroups({ deals, valued, amount }: StatisticsRow): Group[] {
	const groups: Group[] = [];
	if (valued > 0) {
		const own = (amount ?? 0) / valued;
		groups.push({ deals: valued, amount: own, sum: amount ?? 0, squares: valued * own * own, isSummed: false });
	}
	if (deals > valued) groups.push({ deals: deals - valued, amount: Number.NaN, sum: 0, squares: 0, isSummed: false });
	return groups;
}

export interface CountedRow {
	readonly row: StatisticsRow;
	readonly group: Group;
}

/**
 * @param listed rows of deals with one amount each, or none
 * @param rest rows of deals with smaller amounts, and their sum
 * @param squares the same rows with the sum of the squares
 * @param isCount every deal counts as 1
 */
export function countedRows(
	listed: readonly StatisticsRow[],
	rest: readonly StatisticsRow[],
	squares: readonly StatisticsRow[],
	isCount: boolean,
): CountedRow[] {
	const one = (row: StatisticsRow): CountedRow => ({
		row,
		group: { deals: row.deals, amount: 1, sum: row.deals, squares: row.deals, isSummed: false },
	});
	if (isCount) return [...listed, ...rest].map(one);
	const rows = listed.flatMap((row) => listedGroups(row).map((group): CountedRow => ({ row, group })));
	// What is not listed is at most as large as the least that is.
	const least = rows.reduce(
		(least, { group }) => (Number.isNaN(group.amount) ? least : Math.min(least, group.amount)),
		Number.POSITIVE_INFINITY,
	);
	const squareOf = new Map(squares.map((row) => [keyOf(row), row.amount ?? 0]));
	for (const row of rest) {
		const group = {
			deals: row.deals,
			amount: least,
			sum: row.amount ?? 0,
			squares: squareOf.get(keyOf(row)) ?? 0,
			isSummed: true,
		};
		rows.push({ row, group });
	}
	return rows;
}

function keyOf({ k1, k2, k3, duration }: StatisticsRow): string {
	return `${k1} ${k2} ${k3} ${duration}`;
}

export function amountGroups(rows: readonly CountedRow[]): AmountGroups {
	return {
		deals: rows.map(({ group }) => group.deals),
		amount: rows.map(({ group }) => group.amount),
		sum: rows.map(({ group }) => group.sum),
		squares: rows.map(({ group }) => group.squares),
		isSummed: rows.map(({ group }) => (group.isSummed ? 1 : 0)),
	};
}
