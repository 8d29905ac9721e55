/** What a static check answers. Not here: the checks, one file each. */

export interface CheckResult {
	/** How much it looked at; a check that looked at nothing has failed. */
	readonly seen: number;
	/** What was counted, in the plural: `files`. */
	readonly unit: string;
	/** One line per finding, empty when all is well. */
	readonly findings: readonly string[];
}
