/**
 * Sheet ids: numbers for Apps Script, text for the grid engine.
 * A sheet that the script made has the same digits as its text id; one that the user made gets the next free number.
 */
export class SheetIds {
	private readonly numbers = new Map<string, number>();
	private next: number;

	constructor(next = 0) {
		this.next = next;
	}

	/** The first number that no sheet ever had: store it with the book, ids are never used again. */
	get nextId(): number {
		return this.next;
	}

	/** A fresh id for a sheet that is about to be made. */
	allocate(): number {
		return this.next++;
	}

	numberOf(key: string): number {
		const known = this.numbers.get(key);
		if (known !== undefined) {
			return known;
		}
		const id = /^\d{1,9}$/u.test(key) ? Number(key) : this.next++;
		this.next = Math.max(this.next, id + 1);
		this.numbers.set(key, id);
		return id;
	}

	keyOf(id: number): string {
		for (const [key, number] of this.numbers) {
			if (number === id) {
				return key;
			}
		}
		return String(id);
	}
}
