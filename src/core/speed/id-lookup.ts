/**
 * Finds a deal by its id. Ids are nearly all different and their texts fresh, which is where a Map is slow: it hashes each text by a call
 * out of the compiled code and moves its entries as it grows. Here positions stand in one table of the final size.
 */
import { existing } from './existing.ts';

/** Multipliers that spread neighbouring ids over the table. */
const STEP = 31;
const MIX = 0x2c1b3c6d;

function hashOf(text: string): number {
	let hash = text.length;
	for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, STEP) + text.charCodeAt(i)) | 0;
	return Math.imul(hash ^ (hash >>> 15), MIX) >>> 7;
}

export class IdIndex {
	/** Position + 1 by place, 0 for none. */
	private readonly places: Int32Array;
	/** 1 for a first position whose id occurs again. */
	private readonly isRepeated: Uint8Array;

	/** @param ids by position; '' is none */
	constructor(private readonly ids: readonly string[]) {
		let size = 16;
		while (size < 2 * ids.length) size *= 2;
		this.places = new Int32Array(size);
		this.isRepeated = new Uint8Array(ids.length);
		for (let position = 0; position < ids.length; position++) {
			const id = existing(ids[position]);
			if (id === '') continue;
			const place = this.placeOf(id);
			const first = existing(this.places[place]);
			if (first === 0) this.places[place] = position + 1;
			else this.isRepeated[first - 1] = 1;
		}
	}

	/** Where the id stands, or the free place at which it would. */
	private placeOf(id: string): number {
		const last = this.places.length - 1;
		let place = hashOf(id) & last;
		for (;;) {
			const entry = existing(this.places[place]);
			if (entry === 0 || this.ids[entry - 1] === id) return place;
			place = (place + 1) & last;
		}
	}

	/** The first position with this id; -1 for none. */
	first(id: string): number {
		return existing(this.places[this.placeOf(id)]) - 1;
	}

	/** The only position with this id; -1 for none and for several. */
	only(id: string): number {
		const position = this.first(id);
		return position >= 0 && this.isRepeated[position] === 1 ? -1 : position;
	}
}
