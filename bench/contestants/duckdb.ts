/** The same report by DuckDB in process: ingestion of the cells by its appender, then one query a part. */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { ReportAnswer } from '../answer.ts';
import { benchPackage } from '../package-of.ts';
import { COLUMN, DAY_MS, OPEN_COUNT, STAGES } from '../table.ts';

interface Appender {
	appendVarchar(text: string): void;
	appendDouble(value: number): void;
	appendInteger(value: number): void;
	appendNull(): void;
	endRow(): void;
	closeSync(): void;
}

interface Connection {
	run(sql: string): Promise<unknown>;
	runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
	createAppender(table: string): Promise<Appender>;
	closeSync(): void;
}

interface DuckDb {
	DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> };
}

export interface DuckDbContestant {
	ingest(grid: readonly (readonly Cell[])[]): Promise<void>;
	query(): Promise<ReportAnswer>;
	close(): void;
}

/** Null when DuckDB is not installed. */
export async function duckDbContestant(): Promise<DuckDbContestant | null> {
	const duckdb = await benchPackage<DuckDb>('@duckdb/node-api');
	if (duckdb === null) return null;
	const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
	const rowsOf = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRows();
	const number = (value: unknown): number => Number(value ?? 0);
	return {
		async ingest(grid) {
			await connection.run(
				'CREATE OR REPLACE TABLE deal (stage VARCHAR, amount DOUBLE, created INTEGER, closed INTEGER, owner VARCHAR, reason VARCHAR)',
			);
			const appender = await connection.createAppender('deal');
			for (let i = 1; i < grid.length; i++) {
				const row = grid[i] as readonly Cell[];
				appender.appendVarchar(row[COLUMN.stage] as string);
				if (row[COLUMN.amount] === '') appender.appendNull();
				else appender.appendDouble(row[COLUMN.amount] as number);
				appender.appendInteger((row[COLUMN.created] as Date).getTime() / DAY_MS);
				if (row[COLUMN.closed] === '') appender.appendNull();
				else appender.appendInteger((row[COLUMN.closed] as Date).getTime() / DAY_MS);
				appender.appendVarchar(row[COLUMN.owner] as string);
				appender.appendVarchar(row[COLUMN.reason] as string);
				appender.endRow();
			}
			appender.closeSync();
		},
		async query() {
			const byStage = new Map(
				(await rowsOf('SELECT stage, count(*), sum(amount) FROM deal GROUP BY stage')).map(
					(row) => [row[0], row] as const,
				),
			);
			const counts = STAGES.map((stage) => number(byStage.get(stage)?.[1]));
			const amounts = STAGES.map((stage) => number(byStage.get(stage)?.[2]));
			const won = counts[4] as number;
			const lost = counts[5] as number;
			const rows = counts.reduce((a, b) => a + b, 0);
			const [figures] = await rowsOf(
				"SELECT avg(amount), avg(closed - created), quantile_cont(closed - created, 0.5) FROM deal WHERE stage = 'Won'",
			);
			const [averageWon, cycleMean, cycleMedian] = (figures as unknown[]).map(number) as [number, number, number];
			const owners = await rowsOf(
				"SELECT owner, count(*), count(*) FILTER (stage = 'Won'), count(*) FILTER (stage = 'Lost') FROM deal GROUP BY owner ORDER BY owner",
			);
			const months = await rowsOf(
				"SELECT strftime(DATE '1970-01-01' + closed, '%Y-%m') AS month, count(*) FILTER (stage = 'Won'), count(*) FILTER (stage = 'Lost'), sum(amount) FILTER (stage = 'Won') FROM deal WHERE closed IS NOT NULL GROUP BY month ORDER BY month",
			);
			const reasons = await rowsOf(
				"SELECT reason, count(*) FROM deal WHERE stage = 'Lost' GROUP BY reason ORDER BY reason",
			);
			const winRateClosed = won / (won + lost);
			return {
				counts,
				amounts,
				reached: Array.from(
					{ length: OPEN_COUNT + 1 },
					(_, rank) => counts.slice(rank, 5).reduce((a, b) => a + b, 0) + (rank === 0 ? lost : 0),
				),
				winRateAll: won / rows,
				winRateClosed,
				averageWon,
				cycleMean,
				cycleMedian,
				velocity: ((rows - won - lost) * winRateClosed * averageWon) / cycleMean,
				owners: owners.map((row) => [String(row[0]), number(row[1]), number(row[2]), number(row[3])]),
				months: months.map((row) => [String(row[0]), number(row[1]), number(row[2]), number(row[3])]),
				reasons: reasons.map((row) => [String(row[0]), number(row[1])]),
			};
		},
		close: () => connection.closeSync(),
	};
}
