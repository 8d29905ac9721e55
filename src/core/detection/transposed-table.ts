/** A table with a deal in each column: its headings stand one below the other in the first column. */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { fieldsOf } from '../vocabulary/headings.ts';
import { stageMeaning, stagePlace } from '../vocabulary/stage-words.ts';

/** More rows than this are rows of deals. */
const MOST_ROWS = 40;
/** Fields that the first column must name, and stages that the row of the stages must have. */
const FEWEST = 2;

const isText = (cell: Cell | undefined): cell is string => typeof cell === 'string' && !isBlank(cell);
const isStage = (cell: Cell): boolean => isText(cell) && (stageMeaning(cell) !== 'open' || stagePlace(cell) >= 0);
const sureField = (cell: string): string | undefined => fieldsOf(cell).find(([, strength]) => strength === 3)?.[0];

export function isTransposed(grid: Grid): boolean {
	const rows: (readonly Cell[])[] = [];
	for (const row of grid) {
		if (row.every(isBlank)) continue;
		rows.push(row);
		if (rows.length > MOST_ROWS) return false;
	}
	const fields = rows.map(([first]) => (isText(first) ? sureField(first) : undefined));
	const stages = rows.filter((_, row) => fields[row] === 'stage').flatMap((row) => row.slice(1).filter(isText));
	const named = new Set(fields.filter((field) => field !== undefined));
	return (
		named.size >= FEWEST &&
		fields.filter((field) => field !== undefined).length * 2 >= rows.length &&
		stages.length >= FEWEST &&
		stages.filter(isStage).length * 2 >= stages.length
	);
}
