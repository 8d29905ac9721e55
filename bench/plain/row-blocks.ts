/** `src/core/speed/row-blocks.ts` as one loop over all rows, for the trial in bench/speed.ts. */
export function inBlocks(first: number, end: number, loop: (from: number, to: number) => void): void {
	if (first < end) loop(first, end);
}
