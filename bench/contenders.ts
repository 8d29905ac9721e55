/**
 * Who takes part at a table size: equal answers first, then the runs that the rounds time. Whoever is not installed is
 * named and left out.
 */
import type { Cell } from '../src/core/cells/cell.ts';
import { differences, type ReportAnswer } from './answer.ts';
import { arqueroReport } from './contestants/arquero.ts';
import { duckDbContestant } from './contestants/duckdb.ts';
import { hyperFormulaReport } from './contestants/hyperformula.ts';
import { idiomaticReport } from './contestants/idiomatic.ts';
import { lookUpCells, REPORT_COLUMNS, touchCells } from './contestants/limits.ts';
import { answerOf, ourCurve, ourHistoryReport, ourReport, ourSidebarAnswer, ourWinRate } from './contestants/ours.ts';
import type { Contestant } from './harness.ts';
import { COLUMN, type historyTable } from './table.ts';

export interface Tables {
	readonly deals: Cell[][];
	readonly history: ReturnType<typeof historyTable>;
}

export interface Field {
	readonly contestants: readonly Contestant<Tables>[];
	readonly skipped: readonly string[];
	/** What an answer differs in; a run with one is not a benchmark. */
	readonly wrong: readonly string[];
	readonly expected: ReportAnswer;
}

/** Sizes up to which the slow ones take part. */
export const MOST_ROWS = {
	HyperFormula: 1_500,
	idiomatic: 100_000,
	history: 100_000,
	DuckDB: 100_000,
	curve: 100_000,
	/** Above it only what growth is judged by: a million fresh rows take seconds to make. */
	most: 100_000,
} as const;

const OF_GROWTH = new Set(['limit A', 'report', 'report again']);

/** The sidebar's trend has twelve months; all other parts are compared whole. */
function lastMonths(answer: ReportAnswer): ReportAnswer {
	return { ...answer, months: answer.months.slice(-12) };
}

export async function fieldOf({ deals, history }: Tables): Promise<Field> {
	const rows = deals.length - 1;
	const expected = idiomaticReport(deals);
	const skipped: string[] = [];
	const wrong: string[] = [];
	const contestants: Contestant<Tables>[] = [
		{ name: 'limit A', run: (tables) => touchCells(tables.deals, REPORT_COLUMNS) },
		{ name: 'limit B', run: (tables) => lookUpCells(tables.deals, REPORT_COLUMNS) },
		{ name: 'limit A, one column', run: (tables) => touchCells(tables.deals, [COLUMN.stage]) },
		{ name: 'one metric', run: (tables) => ourWinRate(tables.deals) },
		{ name: 'report', run: (tables) => ourReport(tables.deals) },
		{ name: 'report again', run: (tables) => ourReport(tables.deals) },
		{ name: 'report with choices', run: (tables) => ourSidebarAnswer(tables.deals) },
	];
	if (rows <= MOST_ROWS.curve) contestants.push({ name: 'resolved rates', run: (tables) => ourCurve(tables.deals) });
	const check = (name: string, wanted: ReportAnswer, answer: Partial<ReportAnswer>): void => {
		wrong.push(...differences(wanted, answer).map((difference) => `${name} at ${rows} rows: ${difference}`));
	};
	check('report', lastMonths(expected), answerOf(ourReport(deals)));
	if (Math.abs((ourWinRate(deals) ?? -1) - expected.winRateAll) > 1e-12) wrong.push(`one metric at ${rows} rows`);
	if (rows <= MOST_ROWS.history) {
		contestants.push(
			{
				name: 'limit A with history',
				run: (tables) => touchCells(tables.deals, REPORT_COLUMNS) + touchCells(tables.history, [0, 1, 2]),
			},
			{ name: 'report with history', run: (tables) => ourHistoryReport(tables.deals, tables.history) },
		);
		const { report } = ourHistoryReport(deals, history);
		if (report.stages.some(({ now }, position) => now !== expected.counts[position]))
			wrong.push(`report with history at ${rows} rows: counts`);
	}
	if (rows <= MOST_ROWS.idiomatic)
		contestants.push({ name: 'idiomatic', run: (tables) => idiomaticReport(tables.deals) });
	const arquero = await arqueroReport();
	if (arquero === null) skipped.push('arquero (not installed)');
	else {
		check('arquero', expected, arquero(deals));
		contestants.push({ name: 'arquero', run: (tables) => arquero(tables.deals) });
	}
	const duckDb = await duckDbContestant();
	if (duckDb === null) skipped.push('DuckDB (not installed)');
	else if (rows <= MOST_ROWS.DuckDB) {
		const run = async (tables: Tables): Promise<ReportAnswer> => {
			await duckDb.ingest(tables.deals);
			return duckDb.query();
		};
		check('DuckDB', expected, await run({ deals, history }));
		contestants.push({ name: 'DuckDB', run });
	}
	const hyperFormula = await hyperFormulaReport();
	if (hyperFormula === null) skipped.push('HyperFormula (not installed)');
	else if (rows <= MOST_ROWS.HyperFormula) {
		const owners = expected.owners.map(([owner]) => owner);
		check('HyperFormula', expected, hyperFormula(deals, owners));
		contestants.push({ name: 'HyperFormula', run: (tables) => hyperFormula(tables.deals, owners) });
	}
	const isLarge = rows > MOST_ROWS.most;
	return {
		contestants: contestants.filter(({ name }) => !isLarge || OF_GROWTH.has(name)),
		skipped,
		wrong,
		expected,
	};
}
