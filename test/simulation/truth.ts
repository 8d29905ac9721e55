/** What truly stood in the deal table at each instant, recorded beside the product and without its code. */
import type { StoredCell } from '../../workbench/host/store.ts';

/** The texts that rows with this id held from an instant on; none: the id was nowhere. */
interface Moment {
	readonly at: number;
	readonly texts: readonly string[];
}

export interface TrueDeal {
	readonly row: number;
	readonly id: string;
	readonly stage: string;
}

/** The text of a cell as the log keeps it. */
export function cellWords(cell: StoredCell | undefined): string {
	const value = cell?.value ?? null;
	if (value === null) return '';
	return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** By which two names are the same stage. */
export function sameKey(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u200b-\u200f\ufeff]/gu, '')
		.split(/\s+/u)
		.filter((word) => word !== '')
		.join(' ')
		.toLowerCase();
}

export class Truth {
	private readonly moments = new Map<string, Moment[]>();
	/** Changes of the stage of a deal that was there before and after with an id of its own. */
	changes = 0;

	/** To be called after each change of the sheet. */
	look(at: number, deals: readonly TrueDeal[]): void {
		const now = new Map<string, string[]>();
		for (const { id, stage } of deals) {
			if (id === '') continue;
			const texts = now.get(id);
			if (texts === undefined) now.set(id, [stage]);
			else texts.push(stage);
		}
		for (const [id, texts] of now) this.note(at, id, texts);
		for (const id of this.moments.keys()) if (!now.has(id)) this.note(at, id, []);
	}

	private note(at: number, id: string, texts: readonly string[]): void {
		let moments = this.moments.get(id);
		if (moments === undefined) {
			moments = [];
			this.moments.set(id, moments);
		}
		const last = moments[moments.length - 1];
		if (last !== undefined && last.texts.length === texts.length && last.texts.every((text, i) => text === texts[i]))
			return;
		if (
			last?.texts.length === 1 &&
			texts.length === 1 &&
			sameKey(last.texts[0] as string) !== sameKey(texts[0] as string)
		)
			this.changes++;
		moments.push({ at, texts });
	}

	/** True when at some instant of the span the rows with this id were as `isSo` says. NaN: since ever. */
	wasEver(id: string, from: number, to: number, isSo: (texts: readonly string[]) => boolean): boolean {
		const moments = this.moments.get(id) ?? [];
		if (moments.length === 0) return isSo([]);
		return moments.some(({ at, texts }, i) => {
			const until = moments[i + 1]?.at ?? Number.POSITIVE_INFINITY;
			return at <= to && !(until <= from) && isSo(texts);
		});
	}
}
