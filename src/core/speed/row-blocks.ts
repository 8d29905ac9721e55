/**
 * Runs a hot loop in blocks of rows, so that the engine compiles it after the first one instead of in the middle of a
 * long call, and so that several loops over the same rows find them still in the processor's cache.
 */
const BLOCK = 512;

/** Calls `loop` for each block from `first` to `end` (exclusive). @param size rows of a block */
export function inBlocks(first: number, end: number, loop: (from: number, to: number) => void, size = BLOCK): void {
	for (let from = first; from < end; from += size) loop(from, Math.min(from + size, end));
}
