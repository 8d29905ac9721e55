/** A seeded source of chance: the same seed throws the same numbers on every machine. */
import { randomNumbers } from '../../src/core/samples/random-numbers.ts';

export class Dice {
	/** 0 ≤ x < 1. */
	readonly next: () => number;

	constructor(seed: number) {
		this.next = randomNumbers(seed ^ 0x9e37_79b9);
		for (let i = 0; i < 3; i++) this.next();
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
