/**
 * Finds the number of a text again, for columns in which few texts repeat.
 * Every text of a sheet is a fresh one, which a Map must hash before it can look; here its length and four of its characters
 * choose a place, and one comparison decides. Texts that fight for a place are found by a Map.
 */
import { existing } from './existing.ts';

/** The code of a text that was not added. */
export const NO_CODE = -1;

const PLACES = 1024;

function placeOf(text: string): number {
	const { length } = text;
	if (length < 2) return length;
	return (length * 131 + text.charCodeAt(length - 2) * 31 + text.charCodeAt(length - 1)) & (PLACES - 1);
}

export class TextCodes {
	/** Entry by place, 0 for none; a second text finds room in the place after it. */
	private readonly places = new Int32Array(PLACES + 1);
	private readonly texts: string[] = [''];
	private readonly codes: number[] = [NO_CODE];
	private readonly others = new Map<string, number>();

	/** @returns the code that was added with this text, NO_CODE for none */
	codeOf(text: string): number {
		const place = placeOf(text);
		const entry = existing(this.places[place]);
		if (entry !== 0 && this.texts[entry] === text) return existing(this.codes[entry]);
		return entry === 0 ? NO_CODE : this.elsewhere(text, place + 1);
	}

	private elsewhere(text: string, place: number): number {
		const entry = existing(this.places[place]);
		if (this.texts[entry] === text && entry !== 0) return existing(this.codes[entry]);
		return this.others.get(text) ?? NO_CODE;
	}

	/** @param text one that has no code yet. @param code 0 or more */
	add(text: string, code: number): void {
		const first = placeOf(text);
		const place = [first, first + 1].find((at) => this.places[at] === 0);
		if (place === undefined) this.others.set(text, code);
		else {
			this.places[place] = this.texts.length;
			this.texts.push(text);
			this.codes.push(code);
		}
	}
}
