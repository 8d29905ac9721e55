/** Why the user may not do an edit: a protected cell, or a value that a rejecting drop-down does not list. */
import { allowedValues } from '../host/cell-access.ts';
import type { Host } from '../host/host.ts';
import { overlap } from '../host/rect.ts';
import type { Rect, Store } from '../host/store.ts';
import type { PageWords } from './words.ts';

type Written = Readonly<
	Record<number, Readonly<Record<number, { readonly v?: unknown; readonly f?: unknown } | null>>>
>;

export function refusalOf(
	host: Host,
	store: Store,
	words: PageWords,
	sheetId: number,
	rect: Rect,
	matrix: Written,
): string | null {
	if (store.protectedRects(sheetId).some((held) => overlap(held, rect) !== null)) {
		return words.protectedCell;
	}
	for (const { rect: covered, rule } of store.validations(sheetId, rect)) {
		if (!rule.isStrict || rule.type === 'checkbox') {
			continue;
		}
		const allowed = allowedValues(host, rule);
		for (const [row, line] of Object.entries(matrix)) {
			for (const [column, cell] of Object.entries(line ?? {})) {
				const place = { row: Number(row), column: Number(column), rows: 1, columns: 1 };
				const value = cell?.v;
				const isBlank = value === undefined || value === null || value === '';
				if (!isBlank && overlap(covered, place) !== null && !allowed.has(String(value))) {
					return rule.helpText || words.rejected;
				}
			}
		}
	}
	return null;
}
