/** The formulas in HyperFormula: a full calculation of table and report. */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { ReportAnswer } from '../answer.ts';
import { benchPackage } from '../package-of.ts';
import { cycleFormula, reportFormulas, storedRow } from './formulas.ts';

interface Engine {
	getSheetValues(sheet: number): unknown[][];
	getSheetId(name: string): number;
	destroy(): void;
}

interface HyperFormulaPackage {
	HyperFormula: { buildFromSheets(sheets: Record<string, unknown[][]>, options: Record<string, unknown>): Engine };
}

/** Null when HyperFormula is not installed. */
export async function hyperFormulaReport(): Promise<
	((grid: readonly (readonly Cell[])[], owners: readonly string[]) => Partial<ReportAnswer>) | null
> {
	const found = await benchPackage<HyperFormulaPackage & { default?: unknown }>('hyperformula');
	if (found === null) return null;
	return (grid, owners) => {
		const report = reportFormulas(grid.length - 1, owners);
		const deals = grid.map((row, i) => [...storedRow(row), i === 0 ? 'Days' : cycleFormula(i + 1)]);
		const engine = found.HyperFormula.buildFromSheets(
			{ Deals: deals, Report: report.formulas.map((formula) => [formula]) },
			{ licenseKey: 'gpl-v3' },
		);
		const values = engine.getSheetValues(engine.getSheetId('Report')).map((row) => row[0] as number);
		engine.destroy();
		return report.answerOf(values);
	};
}
