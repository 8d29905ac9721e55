/** The event object of onEdit: `value` and `oldValue` for a single cell only, as Google gives them (as text). */
import type { Host } from './host.ts';
import { RangeImplementation } from './range.ts';
import { SpreadsheetImplementation } from './spreadsheet.ts';
import type { Rect, StoredCell } from './store.ts';

export interface Edit {
	readonly sheetId: number;
	readonly rect: Rect;
	/** The single cell before; ignored for more cells. */
	readonly before: StoredCell | null;
	/** The single cell after. */
	readonly after: StoredCell | null;
}

function eventValue(host: Host, after: StoredCell | null): StoredCell['value'] {
	if (after === null || after.formula === null) return after?.value ?? null;
	if (host.doubts.typedFormulaValue === 'formula') return after.formula;
	// One of our formulas that lacks its range has an error until it is completed.
	return host.doubts.typedFormulaValue === 'result' ? (after.value ?? '#ERROR!') : null;
}

export function editEvent(host: Host, edit: Edit): Record<string, unknown> {
	const event = new host.realm.Object() as Record<string, unknown>;
	const isSingle = edit.rect.rows === 1 && edit.rect.columns === 1;
	event.authMode = host.options.authMode === 'NONE' ? 'NONE' : 'LIMITED';
	event.source = SpreadsheetImplementation.of(host);
	event.range = RangeImplementation.of(host, edit.sheetId, edit.rect);
	const value = isSingle ? eventValue(host, edit.after) : null;
	if (value !== null) event.value = String(value);
	if (isSingle && edit.before !== null && edit.before.value !== null) event.oldValue = String(edit.before.value);
	return event;
}
