/** Selecting whole rows. */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More separate blocks than this make a selection that nobody can use and that takes long. */
const MOST_BLOCKS = 200;

/** Selects the rows, neighbours as one block. @param rows 1-based, ascending @returns how many were selected: the first blocks only when there are too many */
export function selectRows(sheet: Sheet, rows: readonly number[]): number {
	const blocks: { first: number; last: number }[] = [];
	for (const row of rows) {
		const block = blocks[blocks.length - 1];
		if (block !== undefined && block.last === row - 1) block.last = row;
		else if (blocks.length === MOST_BLOCKS) break;
		else blocks.push({ first: row, last: row });
	}
	if (blocks.length === 0) return 0;
	sheet.getRangeList(blocks.map(({ first, last }) => `${first}:${last}`)).activate();
	return blocks.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
