/** A part of the deals: what filters, periods and groups leave. */

export interface Selection {
	/** Deal indices in ascending order; null means every deal, so that the common case needs no list. */
	readonly deals: Int32Array | null;
	readonly count: number;
}
