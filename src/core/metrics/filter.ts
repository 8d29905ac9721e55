/** Keeps the deals whose columns hold given values, compared by text key. Not here: periods (cohort.ts). */
import type { Dimension } from '../opportunity.ts';
import type { Pipeline } from '../pipeline.ts';
import { textKey } from '../text-key.ts';
import { narrowed, type Selection, wholeSelection } from './selection.ts';

function withValue(selection: Selection, dimension: Dimension, value: string): Selection {
	const key = textKey(value);
	const code = dimension.labels.findIndex((label) => textKey(label) === key);
	return narrowed(selection, (deal) => code >= 0 && dimension.codes[deal] === code);
}

/** @param filters column (or its heading) and value; '' is the blank value. A heading that the table does not have leaves no deal. */
export function filteredBy({ opportunities }: Pipeline, filters: readonly (readonly [Dimension | string, string])[]): Selection {
	return filters.reduce((rest, [column, value]) => {
		const dimension = typeof column === 'string' ? opportunities.dimension(column) : column;
		return dimension === null ? narrowed(rest, () => false) : withValue(rest, dimension, value);
	}, wholeSelection(opportunities));
}
