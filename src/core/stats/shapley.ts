/**
 * What each factor of a product contributes to its change (Shapley 1953): the mean over all orders in which the factors
 * can change.
 */
import { existing } from '../speed/existing.ts';

/** Product of the factors, those of `now` where the bit of the factor is set, else those of `before`. */
function mixedProduct(before: readonly number[], now: readonly number[], isNow: number): number {
	return before.reduce((product, value, i) => product * ((isNow >> i) & 1 ? existing(now[i]) : value), 1);
}

function setBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1;
	return count;
}

/** Effects by factor; they add up to the change of the product. @param before factors, as many as in `now` */
export function shapleyEffects(before: readonly number[], now: readonly number[]): number[] {
	const factors = before.length;
	const factorial = [1];
	for (let i = 1; i <= factors; i++) factorial.push(existing(factorial[i - 1]) * i);
	const effects = new Array<number>(factors).fill(0);
	for (let others = 0; others < 1 << factors; others++) {
		const changed = setBits(others);
		for (let factor = 0; factor < factors; factor++) {
			if ((others >> factor) & 1) continue;
			// Share of the orders in which exactly these others change before the factor.
			const share =
				(existing(factorial[changed]) * existing(factorial[factors - changed - 1])) / existing(factorial[factors]);
			const gain = mixedProduct(before, now, others | (1 << factor)) - mixedProduct(before, now, others);
			effects[factor] = existing(effects[factor]) + share * gain;
		}
	}
	return effects;
}
