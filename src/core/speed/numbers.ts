/**
 * Reading and adding to arrays of numbers by index, typed: what lies outside of the array reads as 0 and is not
 * written.
 */

/** The value at an index; 0 outside of the array. */
export function at(values: ArrayLike<number>, index: number): number {
	return values[index] ?? 0;
}

/** The sum of all values. */
export function sumOf(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += at(values, i);
	return sum;
}

/** Adds to the value at an index. */
export function add(values: Float64Array | Int32Array, index: number, amount: number): void {
	values[index] = (values[index] ?? 0) + amount;
}
