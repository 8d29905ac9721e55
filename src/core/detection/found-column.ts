/** A column that detection chose for a field, and how sure it is. */
export type Confidence = 'sure' | 'likely' | 'unsure' | 'none';

export interface FoundColumn {
	/** 0-based grid column. */
	readonly column: number;
	readonly confidence: Confidence;
}

/**
 * What made a column the field: its whole heading, a part of it, or the cells below; and the column that would be next.
 */
export interface ColumnReason {
	readonly by: 'heading' | 'part' | 'cells' | 'choice';
	/** Grid column; null where no other came into question. */
	readonly runnerUp: number | null;
}
