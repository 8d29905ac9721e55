/** The configured table as a range that formulas name. */
import { openRange } from '../../sheet/deal-sheet.ts';
import type { Configured } from '../pipeline-source.ts';
import { type LiveRange, liveRangeIn } from './formula-completion.ts';

/** The configured table as formulas name it, from what was read already. */
export function liveRangeOf({ table }: Configured): LiveRange {
	const { sheet, grid, headerRow, columns } = table;
	return liveRangeIn(sheet, headerRow + 1, openRange(grid[headerRow] ?? [], headerRow + 1, columns));
}
