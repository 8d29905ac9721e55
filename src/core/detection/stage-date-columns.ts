/** Columns that hold the day on which a deal entered a stage: `Proposal date`, `Date entered Demo`, `Won time`. */

import type { Field } from '../model/opportunity.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { stageOfDateHeading } from '../vocabulary/headings.ts';
import { stageMeaning, stageWords } from '../vocabulary/stage-words.ts';
import type { ColumnProfile } from './column-profile.ts';
import { contentFit, MOST_STAGES } from './field-by-content.ts';
import type { FoundColumn } from './found-column.ts';

export function findStageDates(
	headings: readonly string[],
	found: ReadonlyMap<Field, FoundColumn>,
	profileOf: (column: number) => ColumnProfile,
): { stage: string; column: number }[] {
	const names = new Map<string, string>();
	for (const field of ['stage', 'status'] as const) {
		const column = found.get(field)?.column;
		if (column === undefined || profileOf(column).distinct.size > MOST_STAGES) continue;
		for (const spelling of profileOf(column).spellings.values()) {
			names.set(plainHeading(spelling), spelling);
			names.set(stageWords(spelling), spelling);
		}
	}
	for (const word of ['won', 'lost'])
		if (!names.has(word)) names.set(word, [...names.values()].find((name) => stageMeaning(name) === word) ?? word);
	const firm = new Set(
		[...found]
			.filter(([field, { confidence }]) => (field === 'closed' ? confidence === 'sure' : confidence !== 'unsure'))
			.map(([, { column }]) => column),
	);
	const stageDates: { stage: string; column: number }[] = [];
	headings.forEach((heading, column) => {
		if (firm.has(column) || heading === '') return;
		const stage = stageOfDateHeading(heading, names);
		if (stage === null || contentFit('created', profileOf(column)) === 0) return;
		if (!stageDates.some((other) => other.stage === stage)) stageDates.push({ stage, column });
	});
	return stageDates;
}
