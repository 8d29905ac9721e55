/** The stage column's drop-down, fed from the Stages sheet. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** `refused`: Google takes no rule there (a typed or protected column); the rest of the work goes on. */
export type DropDownOutcome = 'applied' | 'refused';

/**
 * Sets the rule on every cell under the heading. Values that are not in the list stay allowed unless `isStrict`.
 * @param names the cells of the stages' names @param column 0-based @param headerRow 0-based
 * @returns the cells that carry the rule now, 0 when it was refused
 */
export function applyDropDown(
	deals: Sheet,
	names: Range,
	column: number,
	headerRow: number,
	isStrict: boolean,
	helpText: string,
): { outcome: DropDownOutcome; cells: number } {
	const cells = deals.getMaxRows() - headerRow - 1;
	if (cells < 1) return { outcome: 'applied', cells: 0 };
	const rule = SpreadsheetApp.newDataValidation()
		.requireValueInRange(names, true)
		.setAllowInvalid(!isStrict)
		.setHelpText(helpText)
		.build();
	try {
		deals.getRange(headerRow + 2, column + 1, cells, 1).setDataValidation(rule);
		return { outcome: 'applied', cells };
	} catch {
		// The sheet was just read, so the refusal is about the rule. Google words its reason in the user's language, so no
		// text decides.
		return { outcome: 'refused', cells: 0 };
	}
}

/** Takes the rule away for a write that a strict one would refuse. @param column 0-based @param headerRow 0-based */
export function liftDropDown(deals: Sheet, column: number, headerRow: number): void {
	try {
		deals
			.getRange(headerRow + 2, column + 1, Math.max(1, deals.getMaxRows() - headerRow - 1), 1)
			.clearDataValidations();
	} catch {
		// A typed column may refuse this, and then it has none of our rules. Any other rule that is still there refuses the
		// write, which is reported.
	}
}

/** The rules of a whole column as they are now, to be put back when the work around a new rule fails. */
export function columnRules(deals: Sheet, column: number): { restore(): void } {
	const range = deals.getRange(1, column + 1, deals.getMaxRows(), 1);
	const rules = range.getDataValidations();
	return { restore: () => void range.setDataValidations(rules) };
}
