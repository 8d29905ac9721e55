/** Selecting whole rows. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More separate blocks than this make a selection that nobody can use and that takes long. */
const MOST_BLOCKS = 200;

/**
 * Selects the rows; adjacent ones form one block.
 * @param rows 1-based, ascending
 * @returns whether they were selected: all of them, or none when they are in too many places
 */
export function selectRows(sheet: Sheet, rows: readonly number[]): boolean {
	const blocks: { first: number; last: number }[] = [];
	for (const row of rows) {
		const block = blocks[blocks.length - 1];
		if (block !== undefined && block.last === row - 1) block.last = row;
		else if (blocks.length === MOST_BLOCKS) return false;
		else blocks.push({ first: row, last: row });
	}
	if (blocks.length > 0) sheet.getRangeList(blocks.map(({ first, last }) => `${first}:${last}`)).activate();
	return true;
}
