/**
 * Addition that keeps what floating point drops (Neumaier 1974): a sum of a million amounts is right to the last digit.
 */
import { existing } from '../speed/existing.ts';

/** Sum of the values that are not NaN; 0 for none. */
export function compensatedSum(values: ArrayLike<number>): number {
	let sum = 0;
	let lost = 0;
	for (let i = 0; i < values.length; i++) {
		const value = existing(values[i]);
		if (Number.isNaN(value)) continue;
		const next = sum + value;
		lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
		sum = next;
	}
	return sum + lost;
}
