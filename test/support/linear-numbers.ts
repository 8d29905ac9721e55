/** Numbers from 0 up to 1 from a seed (a linear congruence): the cases of some tests were drawn by it. New tests take core/samples/random-numbers.ts. */
export function linearNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
