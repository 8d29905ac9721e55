/** A column that detection chose for a field, and how sure it is. */
export type Confidence = 'sure' | 'likely' | 'unsure' | 'none';

export interface FoundColumn {
	/** 0-based grid column. */
	readonly column: number;
	readonly confidence: Confidence;
}
