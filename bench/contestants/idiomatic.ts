/** The code that one would write first: objects, then filter, map and reduce for each figure. */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { ReportAnswer } from '../answer.ts';
import { COLUMN, DAY_MS, OPEN_COUNT, STAGES } from '../table.ts';

interface Deal {
	readonly stage: string;
	readonly amount: number | null;
	readonly created: Date;
	readonly closed: Date | null;
	readonly owner: string;
	readonly reason: string;
}

function total(values: readonly (number | null)[]): number {
	return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

export function idiomaticReport(grid: readonly (readonly Cell[])[]): ReportAnswer {
	const deals: Deal[] = grid.slice(1).map((row) => ({
		stage: row[COLUMN.stage] as string,
		amount: row[COLUMN.amount] === '' ? null : (row[COLUMN.amount] as number),
		created: row[COLUMN.created] as Date,
		closed: row[COLUMN.closed] === '' ? null : (row[COLUMN.closed] as Date),
		owner: row[COLUMN.owner] as string,
		reason: row[COLUMN.reason] as string,
	}));
	const counts = STAGES.map((stage) => deals.filter((deal) => deal.stage === stage).length);
	const amounts = STAGES.map((stage) => total(deals.filter((deal) => deal.stage === stage).map((deal) => deal.amount)));
	const won = deals.filter((deal) => deal.stage === 'Won');
	const lost = deals.filter((deal) => deal.stage === 'Lost');
	const open = deals.filter((deal) => deal.stage !== 'Won' && deal.stage !== 'Lost');
	const furthest = deals.map((deal) => (deal.stage === 'Lost' ? 0 : STAGES.indexOf(deal.stage as 'Won')));
	const reached = Array.from({ length: OPEN_COUNT + 1 }, (_, rank) => furthest.filter((other) => other >= rank).length);
	const paid = won.filter((deal) => deal.amount !== null);
	const cycles = won
		.filter((deal) => deal.closed !== null)
		.map((deal) => ((deal.closed as Date).getTime() - deal.created.getTime()) / DAY_MS);
	const averageWon = total(paid.map((deal) => deal.amount)) / paid.length;
	const cycleMean = total(cycles) / cycles.length;
	const winRateClosed = won.length / (won.length + lost.length);
	const owners = [...new Set(deals.map((deal) => deal.owner))].sort();
	const monthOf = (deal: Deal): string => (deal.closed as Date).toISOString().slice(0, 7);
	const closed = [...won, ...lost];
	const months = [...new Set(closed.map(monthOf))].sort();
	const reasons = [...new Set(lost.map((deal) => deal.reason))].sort();
	return {
		counts,
		amounts,
		reached,
		winRateAll: won.length / deals.length,
		winRateClosed,
		averageWon,
		cycleMean,
		cycleMedian: median(cycles),
		velocity: (open.length * winRateClosed * averageWon) / cycleMean,
		owners: owners.map((owner) => {
			const own = deals.filter((deal) => deal.owner === owner);
			return [
				owner,
				own.length,
				own.filter((deal) => deal.stage === 'Won').length,
				own.filter((deal) => deal.stage === 'Lost').length,
			];
		}),
		months: months.map((month) => {
			const inMonth = closed.filter((deal) => monthOf(deal) === month);
			const wonThen = inMonth.filter((deal) => deal.stage === 'Won');
			return [month, wonThen.length, inMonth.length - wonThen.length, total(wonThen.map((deal) => deal.amount))];
		}),
		reasons: reasons.map((reason) => [reason, lost.filter((deal) => deal.reason === reason).length]),
	};
}
