/** A figure that statistics cannot give. Not here: telling it (formula/evaluate-statistics.ts). */

export class NotCounted extends Error {
	/** @param what is not known: parts of amounts have no common middle, sums of amounts no single ones */
	constructor(readonly what: 'median' | 'forecast' | 'amounts') {
		super(what);
	}
}
