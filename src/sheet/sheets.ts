/** Finding a sheet by its id, which survives a rename, then by its name, which survives a copy. */
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** @returns null when neither the id nor one of the names is there. */
export function findSheet(spreadsheet: Spreadsheet, id: number | undefined, names: readonly string[]): Sheet | null {
	const byId = id === undefined ? null : spreadsheet.getSheetById(id);
	if (byId !== null) return byId;
	for (const name of names) {
		const byName = spreadsheet.getSheetByName(name);
		if (byName !== null) return byName;
	}
	return null;
}
