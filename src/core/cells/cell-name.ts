/** Cell names as people read them. Not here: names of sheets. */

/** `columnLetters(0)` is `A`, `columnLetters(26)` is `AA`. */
export function columnLetters(column0: number): string {
	let letters = '';
	for (let rest = column0 + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}

/** `cellName(16, 3)` is `D17`; row and column are 0-based. */
export function cellName(row0: number, column0: number): string {
	return `${columnLetters(column0)}${row0 + 1}`;
}
