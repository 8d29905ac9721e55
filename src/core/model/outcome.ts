/**
 * How columns beside the stage say that a deal has ended: which column is read as what.
 * Belongs here: the shapes. Not here: what a cell says (table/outcome.ts), finding the columns
 * (detection/outcome-columns.ts).
 */

/**
 * Columns of yes and no (won, lost, closed, active, archived), dates of an end, a reason for the loss, the probability.
 */
export const OUTCOME_EVIDENCE = [
	'won',
	'lost',
	'closed',
	'active',
	'archived',
	'wonDate',
	'lostDate',
	'reason',
	'probability',
] as const;
export type OutcomeEvidence = (typeof OUTCOME_EVIDENCE)[number];

export interface OutcomeColumn {
	readonly evidence: OutcomeEvidence;
	/** 0-based grid column. */
	readonly column: number;
	/** It ends deals whose stage is an open one; else such deals stay open and are listed. */
	readonly isDeciding: boolean;
}

/** The same, found again by its heading. */
export interface StoredOutcome {
	readonly evidence: OutcomeEvidence;
	readonly heading: string;
	readonly isDeciding: boolean;
}

/** `ended`: won or lost, but the columns do not say which. */
export const OUTCOME_ENDS = ['won', 'lost', 'ended'] as const;
export type OutcomeEnd = (typeof OUTCOME_ENDS)[number];

/** The stage that takes the deals of each end; an end without one goes to the first stage of its kind. */
export type OutcomeStages = Readonly<Partial<Record<OutcomeEnd, string>>>;
