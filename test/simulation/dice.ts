/** A seeded source of chance: the same seed throws the same numbers on every machine. */

export class Dice {
	private state: number;

	constructor(seed: number) {
		this.state = (seed ^ 0x9e37_79b9) | 0;
		for (let i = 0; i < 3; i++) this.next();
	}

	/** 0 ≤ x < 1; mulberry32. */
	next(): number {
		this.state = (this.state + 0x6d2b_79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	isLucky(share: number): boolean {
		return this.next() < share;
	}

	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.next() * list.length)] as T;
	}

	/** One of the names, each as often as its weight says. */
	weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
		const entries = Object.entries(weights) as [T, number][];
		let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [name, weight] of entries) {
			left -= weight;
			if (left < 0) return name;
		}
		return (entries[entries.length - 1] as [T, number])[0];
	}
}
