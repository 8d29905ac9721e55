/** The same report by arquero: build a table of columns, then group and roll up. */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { ReportAnswer } from '../answer.ts';
import { benchPackage } from '../package-of.ts';
import { COLUMN, DAY_MS, OPEN_COUNT, STAGES } from '../table.ts';

interface Rolled {
	groupby(...keys: unknown[]): Rolled;
	rollup(values: Record<string, unknown>): Rolled;
	filter(expression: unknown): Rolled;
	orderby(...keys: unknown[]): Rolled;
	objects(): Record<string, never>[];
}

interface Arquero {
	table(columns: Record<string, unknown>): Rolled;
	op: Record<'count' | 'sum' | 'mean' | 'median', (column?: string) => unknown>;
	escape(compute: (row: Record<string, never>) => unknown): unknown;
}

/** Null when arquero is not installed. */
export async function arqueroReport(): Promise<((grid: readonly (readonly Cell[])[]) => ReportAnswer) | null> {
	const aq = await benchPackage<Arquero>('arquero');
	if (aq === null) return null;
	const { op } = aq;
	return (grid) => {
		const rows = grid.length - 1;
		const stage = new Array<number>(rows);
		const amount = new Array<number | null>(rows);
		const days = new Array<number | null>(rows);
		const month = new Array<string | null>(rows);
		const owner = new Array<Cell>(rows);
		const reason = new Array<Cell>(rows);
		const position = new Map<Cell, number>(STAGES.map((name, i) => [name, i]));
		for (let i = 0; i < rows; i++) {
			const row = grid[i + 1] as readonly Cell[];
			const closed = row[COLUMN.closed] as Date | '';
			stage[i] = position.get(row[COLUMN.stage] as Cell) as number;
			amount[i] = row[COLUMN.amount] === '' ? null : (row[COLUMN.amount] as number);
			days[i] = closed === '' ? null : (closed.getTime() - (row[COLUMN.created] as Date).getTime()) / DAY_MS;
			month[i] = closed === '' ? null : closed.toISOString().slice(0, 7);
			owner[i] = row[COLUMN.owner] as Cell;
			reason[i] = row[COLUMN.reason] as Cell;
		}
		const deals = aq.table({
			stage,
			amount,
			days,
			month,
			owner,
			reason,
			won: stage.map((s) => (s === 4 ? 1 : 0)),
			lost: stage.map((s) => (s === 5 ? 1 : 0)),
			wonAmount: amount.map((value, i) => (stage[i] === 4 ? value : null)),
			wonDays: days.map((value, i) => (stage[i] === 4 ? value : null)),
		});
		const byStage = deals
			.groupby('stage')
			.rollup({ n: op.count(), amount: op.sum('amount') })
			.orderby('stage')
			.objects() as unknown as { stage: number; n: number; amount: number }[];
		const counts = STAGES.map((_, s) => byStage.find((row) => row.stage === s)?.n ?? 0);
		const amounts = STAGES.map((_, s) => byStage.find((row) => row.stage === s)?.amount ?? 0);
		const won = counts[4] as number;
		const lost = counts[5] as number;
		const reached = Array.from(
			{ length: OPEN_COUNT + 1 },
			(_, rank) => counts.slice(rank, 5).reduce((a, b) => a + b, 0) + (rank === 0 ? lost : 0),
		);
		const [all] = deals
			.rollup({ averageWon: op.mean('wonAmount'), cycleMean: op.mean('wonDays'), cycleMedian: op.median('wonDays') })
			.objects() as unknown as { averageWon: number; cycleMean: number; cycleMedian: number }[];
		const { averageWon, cycleMean, cycleMedian } = all as {
			averageWon: number;
			cycleMean: number;
			cycleMedian: number;
		};
		const winRateClosed = won / (won + lost);
		const owners = deals
			.groupby('owner')
			.rollup({ n: op.count(), won: op.sum('won'), lost: op.sum('lost') })
			.orderby('owner')
			.objects() as unknown as { owner: string; n: number; won: number; lost: number }[];
		const months = deals
			.filter(aq.escape((row) => row.month !== null))
			.groupby('month')
			.rollup({ won: op.sum('won'), lost: op.sum('lost'), amount: op.sum('wonAmount') })
			.orderby('month')
			.objects() as unknown as { month: string; won: number; lost: number; amount: number }[];
		const reasons = deals
			.filter(aq.escape((row) => row.lost === 1))
			.groupby('reason')
			.rollup({ n: op.count() })
			.orderby('reason')
			.objects() as unknown as { reason: string; n: number }[];
		return {
			counts,
			amounts,
			reached,
			winRateAll: won / rows,
			winRateClosed,
			averageWon,
			cycleMean,
			cycleMedian,
			velocity: ((rows - won - lost) * winRateClosed * averageWon) / cycleMean,
			owners: owners.map((row) => [row.owner, row.n, row.won, row.lost]),
			months: months.map((row) => [row.month, row.won, row.lost, row.amount ?? 0]),
			reasons: reasons.map((row) => [row.reason, row.n]),
		};
	};
}
