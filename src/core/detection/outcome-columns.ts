/**
 * Which columns beside the stage and the status may tell that a deal has ended: columns of yes and no, dates of a win
 * or a loss, the reason, the probability. Found by heading and content; whether they decide is for outcome-rule.ts to
 * say.
 */
import type { Field } from '../model/opportunity.ts';
import { OUTCOME_EVIDENCE, type OutcomeEvidence } from '../model/outcome.ts';
import { stageOfDateHeading } from '../vocabulary/headings.ts';
import { flagValue, outcomeFlagOf } from '../vocabulary/outcome-flag.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { FoundColumn } from './found-column.ts';

export interface OutcomeCandidate {
	readonly evidence: OutcomeEvidence;
	readonly column: number;
}

const ENDS: ReadonlyMap<string, string> = new Map([
	['won', 'won'],
	['lost', 'lost'],
]);

/** Every filled cell answers yes or no. */
export const areAnswers = ({ filled, distinct }: ColumnProfile): boolean =>
	filled > 0 && [...distinct.keys()].every((key) => flagValue(key) !== null);

/** Of several columns for one kind of evidence the leftmost counts. */
export function outcomeCandidates(
	headings: readonly string[],
	found: ReadonlyMap<Field, FoundColumn>,
	stageDates: readonly { readonly stage: string; readonly column: number }[],
	profileOf: (column: number) => ColumnProfile,
): readonly OutcomeCandidate[] {
	const columns = new Map<OutcomeEvidence, number>();
	const give = (evidence: OutcomeEvidence | null, column: number | undefined): void => {
		if (evidence !== null && column !== undefined && !columns.has(evidence)) columns.set(evidence, column);
	};
	const [stage, status] = [found.get('stage')?.column, found.get('status')?.column];
	headings.forEach((heading, column) => {
		if (heading === '' || column === stage || column === status) return;
		const flag = outcomeFlagOf(heading);
		if (flag !== null && areAnswers(profileOf(column))) give(flag, column);
	});
	const ofDate = { won: 'wonDate', lost: 'lostDate' } as const;
	for (const { stage: name, column } of stageDates) {
		const meaning = stageMeaning(name);
		if (meaning === 'won' || meaning === 'lost') give(ofDate[meaning], column);
	}
	const closed = found.get('closed')?.column;
	const end = closed === undefined ? null : stageOfDateHeading(headings[closed] ?? '', ENDS);
	if (end === 'won' || end === 'lost') give(ofDate[end], closed);
	give('reason', found.get('reason')?.column);
	if (found.has('closed')) give('probability', found.get('probability')?.column);
	return OUTCOME_EVIDENCE.flatMap((evidence) => {
		const column = columns.get(evidence);
		return column === undefined ? [] : [{ evidence, column }];
	});
}
