/** How a sort orders cells. */
import { displayValue } from './display-value.ts';
import type { StoredCell } from './store.ts';

/** Google's order: numbers, then text, then booleans; blanks always last. */
export function compareCells(a: StoredCell['value'], b: StoredCell['value'], isAscending: boolean): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	const rank = (value: string | number | boolean): number =>
		typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
	const text = (value: string | number | boolean): string =>
		displayValue({ value, formula: null, format: '' }).toLowerCase();
	const order =
		rank(a) - rank(b) ||
		(typeof a === 'number' && typeof b === 'number' ? a - b : text(a) < text(b) ? -1 : Number(text(a) > text(b)));
	return isAscending ? order : -order;
}
