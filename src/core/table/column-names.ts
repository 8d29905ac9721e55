/** Names the columns of a table so that each name means one column. Not here: reading the headings (headings-at.ts). */

import { columnLetters } from '../cells/cell-name.ts';
import { textKey } from '../cells/text-key.ts';

/**
 * The heading of each column; one that an earlier column has already carries its own column: `Region (column D)`.
 * A heading without a visible character is ''.
 */
export function columnNames(headings: readonly string[]): string[] {
	const seen = new Set<string>();
	const taken = new Set(headings.map(textKey));
	return headings.map((heading, column) => {
		const key = textKey(heading);
		if (key === '') return '';
		if (!seen.has(key)) {
			seen.add(key);
			return heading;
		}
		let name = heading;
		while (taken.has(textKey(name))) name += ` (column ${columnLetters(column)})`;
		taken.add(textKey(name));
		return name;
	});
}
