/** Runs a hot loop in blocks, so that the engine compiles it after the first one instead of in the middle of a long call. */
const BLOCK = 512;

export function inBlocks(count: number, loop: (from: number, to: number) => void): void {
	for (let from = 0; from < count; from += BLOCK) loop(from, Math.min(from + BLOCK, count));
}
