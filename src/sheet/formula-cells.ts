/** Cells of the document whose formula uses one of our functions. */
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface FormulaCell {
	readonly range: Range;
	readonly formula: string;
}

/** One search over all sheets. @param names function names, letters and underscores only */
export function findFormulas(spreadsheet: Spreadsheet, names: readonly string[]): FormulaCell[] {
	const ranges = spreadsheet
		.createTextFinder(`(${names.join('|')})\\(`)
		.useRegularExpression(true)
		.matchFormulaText(true)
		.findAll();
	return ranges.map((range) => ({ range, formula: range.getFormula() })).filter((cell) => cell.formula !== '');
}
