/** Keeps the deals whose columns hold given values, compared by text key. Not here: periods (cohort.ts). */

import { textKey } from '../cells/text-key.ts';
import type { Dimension } from '../model/opportunity.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { type Selection, wholeSelection, withCodes } from './selection.ts';

function withValue(selection: Selection, dimension: Dimension, value: string): Selection {
	const key = textKey(value);
	return withCodes(
		selection,
		dimension.codes,
		Uint8Array.from(dimension.labels, (label) => (textKey(label) === key ? 1 : 0)),
	);
}

/**
 * @param filters column (or its heading) and value; '' is the blank value. A heading that the table does not have
 * leaves no deal.
 */
export function filteredBy(
	{ opportunities }: Pipeline,
	filters: readonly (readonly [Dimension | string, string])[],
): Selection {
	return filters.reduce((rest, [column, value]) => {
		const dimension = typeof column === 'string' ? opportunities.dimension(column) : column;
		return dimension === null
			? withCodes(rest, new Int32Array(opportunities.count), new Uint8Array(1))
			: withValue(rest, dimension, value);
	}, wholeSelection(opportunities));
}
