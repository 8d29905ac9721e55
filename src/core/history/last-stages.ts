/**
 * The stage that each deal came to last, by a table of stage changes: the stage now of a deal table that has no column
 * for it.
 * Not here: finding such a table (addon/answers/history-beside.ts), the whole way of a deal (history-table.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import { historyColumns } from '../detection/history-columns.ts';
import { daysOf, direction } from '../detection/stage-paths.ts';
import { existing } from '../speed/existing.ts';
import { isStageField } from '../vocabulary/headings.ts';
import { isMarker } from './stage-log.ts';

interface Change {
	readonly deal: string;
	readonly stage: string;
	readonly at: number;
	readonly sequence: number;
	/** Position in the table. */
	readonly place: number;
}

/** Later in time; of one moment by its number in the sequence, then by its place in the table. */
const isLater = (one: Change, other: Change, sign: number): boolean =>
	(one.at - other.at || one.sequence - other.sequence || sign * (one.place - other.place)) > 0;

/**
 * @param ids of the deals, as their cells say
 * @returns by deal the name of its last stage, '' where the table has no change of it; null where the table is none of
 * stage changes
 */
export function lastStages(history: Grid, ids: readonly Cell[]): string[] | null {
	const found = historyColumns(history);
	if (found === null) return null;
	const column = (role: 'deal' | 'to' | 'at' | 'sequence' | 'field'): number => found.column.get(role) ?? -1;
	const [deal, to, at, sequence, field] = (['deal', 'to', 'at', 'sequence', 'field'] as const).map(column) as [
		number,
		number,
		number,
		number,
		number,
	];
	const keyOf = (cell: Cell | undefined): string => (isBlank(cell) ? '' : textKey(cellText(cell)));
	const wanted = new Set(ids.map(keyOf));
	const isChange = (row: number): boolean => {
		const cells = existing(history[row]);
		if (row <= found.headerRow || isBlank(cells[to]) || isMarker(cellText(cells[to]))) return false;
		// A history of all fields has rows of other ones.
		if (field >= 0 && !isStageField(cellText(cells[field]))) return false;
		return wanted.has(keyOf(cells[deal]));
	};
	const rows = Int32Array.from(history.keys()).filter(isChange);
	const days = daysOf(history, at, rows);
	const changes = Array.from(rows, (row, place): Change => {
		const cells = existing(history[row]);
		const number = Number(cells[sequence]);
		return {
			deal: keyOf(cells[deal]),
			stage: cellText(cells[to]).trim(),
			at: existing(days[place]),
			sequence: sequence < 0 || Number.isNaN(number) ? 0 : number,
			place,
		};
	});
	const sign = direction(changes);
	const last = new Map<string, Change>();
	for (const change of changes) {
		const known = last.get(change.deal);
		if (!Number.isNaN(change.at) && (known === undefined || isLater(change, known, sign)))
			last.set(change.deal, change);
	}
	return ids.map((id) => last.get(keyOf(id))?.stage ?? '');
}
