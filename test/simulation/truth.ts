/** What truly stood in the deal table at each instant, recorded beside the product and without its code. */
import type { StoredCell } from '../../workbench/host/store.ts';

/** The texts that rows with this id held from an instant on; none: the id was nowhere. */
interface Moment {
	readonly at: number;
	readonly texts: readonly string[];
	/** The same without rows that may wait for a deal. */
	readonly told: readonly string[];
}

export interface TrueDeal {
	readonly row: number;
	readonly id: string;
	readonly stage: string;
	/** The row holds a stage, and at most a number as id: the table may list it as one that waits for a deal. */
	readonly isWaiting: boolean;
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

const textsOf = (deals: readonly TrueDeal[]): string[] => deals.map(({ stage }) => stage);
const isSameList = (some: readonly string[], others: readonly string[]): boolean =>
	some.length === others.length && some.every((text, i) => text === others[i]);

/** A row that holds a stage, and at most a number as id: the table may list it as one that waits for a deal. */
export function mayWait(line: readonly StoredCell[], id: number, stage: number): boolean {
	return (
		(line[stage]?.value ?? null) !== null &&
		line.every(({ value }, at) => value === null || at === stage || (at === id && typeof value === 'number'))
	);
}

const isFigure = (value: unknown): boolean => typeof value === 'string' && /^\d+$/u.test(value);

/** A row that holds a stage, and at most numbers beside it: above deals it may be the name of a group of them. */
export function mayHead(line: readonly StoredCell[], stage: number): boolean {
	return (
		(line[stage]?.value ?? null) !== null &&
		line.every(({ value }, at) => value === null || at === stage || typeof value === 'number' || isFigure(value))
	);
}

export class Truth {
	private readonly moments = new Map<string, Moment[]>();
	/** Changes of the stage of a deal that was there before and after with an id of its own. */
	changes = 0;

	/** To be called after each change of the sheet. */
	look(at: number, deals: readonly TrueDeal[]): void {
		const now = new Map<string, TrueDeal[]>();
		for (const deal of deals) {
			if (deal.id === '') continue;
			const sharing = now.get(deal.id);
			if (sharing === undefined) now.set(deal.id, [deal]);
			else sharing.push(deal);
		}
		for (const [id, sharing] of now) {
			const told = sharing.filter(({ isWaiting }) => !isWaiting);
			this.note(at, id, textsOf(sharing), told.length === sharing.length ? null : textsOf(told));
		}
		for (const id of this.moments.keys()) if (!now.has(id)) this.note(at, id, []);
	}

	/** @param told null: no row of these may wait for a deal */
	private note(at: number, id: string, texts: readonly string[], told: readonly string[] | null = null): void {
		let moments = this.moments.get(id);
		if (moments === undefined) {
			moments = [];
			this.moments.set(id, moments);
		}
		const last = moments[moments.length - 1];
		if (last !== undefined && isSameList(last.texts, texts) && isSameList(last.told, told ?? texts)) return;
		if (
			last?.texts.length === 1 &&
			texts.length === 1 &&
			sameKey(last.texts[0] as string) !== sameKey(texts[0] as string)
		)
			this.changes++;
		moments.push({ at, texts, told: told ?? texts });
	}

	/** True when at some instant of the span the rows with this id were as `isSo` says. NaN: since ever. */
	wasEver(id: string, from: number, to: number, isSo: (texts: readonly string[]) => boolean): boolean {
		const moments = this.moments.get(id) ?? [];
		if (moments.length === 0) return isSo([]);
		return moments.some(({ at, texts, told }, i) => {
			const until = moments[i + 1]?.at ?? Number.POSITIVE_INFINITY;
			return at <= to && !(until <= from) && (isSo(texts) || isSo(told));
		});
	}
}
