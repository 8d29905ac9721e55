/**
 * The filter by stage on the deal sheet. What the user filters by stays: criteria of other columns are never touched,
 * and one on the stage column that is not ours is reported as an obstacle, not replaced.
 */
import { type Properties, writeProperties } from './document-properties.ts';
import { Failure } from './failure.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** What we hid last, as JSON: by it our own criterion is distinguished from the user's. '' when none of ours is set. */
const OURS = 'stagekeeper.filter';

/**
 * @param place headings (0-based row) and deals @param column 1-based in the sheet
 * @param hidden texts of the stage column that are hidden; null takes our criterion away
 * @throws Failure `filterElsewhere`, `filterInUse`, `filterRefused`
 */
export function filterStages(
	sheet: Sheet,
	place: { readonly headerRow: number; readonly rows: number; readonly columns: number },
	column: number,
	hidden: readonly string[] | null,
	properties: Properties,
): void {
	const filter = sheet.getFilter();
	const table = sheet.getRange(place.headerRow + 1, 1, place.rows, place.columns);
	if (filter === null && hidden === null) return;
	const range = filter?.getRange() ?? table;
	const position = column - range.getColumn() + 1;
	if (position < 1 || position > range.getNumColumns())
		throw new Failure('filterElsewhere', { range: range.getA1Notation() });
	const there = filter?.getColumnFilterCriteria(position) ?? null;
	const ours = properties.get(OURS) ?? '';
	const isOurs = there === null || (ours !== '' && JSON.stringify([...there.getHiddenValues()].sort()) === ours);
	if (!isOurs) {
		if (hidden === null) return;
		throw new Failure('filterInUse', { range: range.getA1Notation() });
	}
	if (hidden === null) {
		filter?.removeColumnFilterCriteria(position);
		return;
	}
	// The mark first: a criterion of ours without its mark would look like the user's.
	writeProperties(new Map([[OURS, JSON.stringify([...hidden].sort())]]));
	const criteria = SpreadsheetApp.newFilterCriteria()
		.setHiddenValues([...hidden])
		.build();
	(filter ?? newFilter(table)).setColumnFilterCriteria(position, criteria);
}

/**
 * @throws Failure `filterRefused`, whatever the reason: Google words it in the user's language, and nothing was changed
 */
function newFilter(table: Range): GoogleAppsScript.Spreadsheet.Filter {
	try {
		return table.createFilter();
	} catch {
		throw new Failure('filterRefused');
	}
}
