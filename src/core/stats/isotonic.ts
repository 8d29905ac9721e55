/** Non-decreasing values closest to given ones in weighted squares: pool adjacent violators (Ayer et al. 1955). */
import { existing } from '../speed/existing.ts';

/** @param weights one for each value, above 0 */
export function nonDecreasing(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
	const means = new Float64Array(values.length);
	const sums = new Float64Array(values.length);
	const sizes = new Int32Array(values.length);
	let pools = 0;
	for (let i = 0; i < values.length; i++) {
		means[pools] = existing(values[i]);
		sums[pools] = existing(weights[i]);
		sizes[pools] = 1;
		pools++;
		while (pools > 1 && existing(means[pools - 2]) >= existing(means[pools - 1])) {
			const [a, b] = [pools - 2, pools - 1];
			const weight = existing(sums[a]) + existing(sums[b]);
			means[a] = (existing(means[a]) * existing(sums[a]) + existing(means[b]) * existing(sums[b])) / weight;
			sums[a] = weight;
			sizes[a] = existing(sizes[a]) + existing(sizes[b]);
			pools--;
		}
	}
	const fitted = new Float64Array(values.length);
	for (let pool = 0, i = 0; pool < pools; pool++)
		for (const end = i + existing(sizes[pool]); i < end; i++) fitted[i] = existing(means[pool]);
	return fitted;
}
