/** A small seeded source of chance for samples: the same seed gives the same book, byte for byte. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** 0 ≤ x < 1 (mulberry32). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** Whole number, both ends included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)] as T;
	}

	/** An entry by its weight. */
	weighted<T>(list: readonly (readonly [T, number])[]): T {
		let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [value, weight] of list) {
			left -= weight;
			if (left < 0) return value;
		}
		return (list[list.length - 1] as readonly [T, number])[0];
	}

	/** About normal around 0 with deviation 1: the sum of twelve even draws. */
	normal(): number {
		let sum = -6;
		for (let at = 0; at < 12; at++) sum += this.next();
		return sum;
	}
}
