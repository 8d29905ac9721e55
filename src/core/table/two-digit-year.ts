/**
 * On which end of `24-03-15` the year stands: years are few, days are many. Not here: what else tells an order
 * (date-order.ts).
 */
import type { DateOrder } from '../cells/date-text.ts';
import { existing } from '../speed/existing.ts';

const DAYS = 30;
/** Below this chance numbers are so much alike that they are no days. */
const IMPROBABLE = 0.01;
/** How much less probable one end must be than the other. */
const CLEARLY = 0.01;

/** The chance that so many days of a month, drawn at random, are at most `distinct` different ones. */
export function chanceOfFew(draws: number, distinct: number): number {
	let chances: readonly number[] = [1];
	for (let draw = 0; draw < draws; draw++) {
		const next = new Array<number>(Math.min(chances.length + 1, distinct + 1)).fill(0);
		chances.forEach((chance, known) => {
			if (known <= distinct) next[known] = existing(next[known]) + (chance * known) / DAYS;
			if (known < distinct) next[known + 1] = existing(next[known + 1]) + (chance * (DAYS - known)) / DAYS;
		});
		chances = next;
	}
	return chances.reduce((sum, chance) => sum + chance, 0);
}

/** Whether the year comes first, or last; null where chance may have made either end as even as it is. */
export function yearIsFirst(texts: readonly (readonly [number, number, number])[]): boolean | null {
	const chance = (place: 0 | 2): number => chanceOfFew(texts.length, new Set(texts.map((parts) => parts[place])).size);
	const [first, last] = [chance(0), chance(2)];
	if (Math.min(first, last) >= IMPROBABLE || Math.max(first, last) * CLEARLY < Math.min(first, last)) return null;
	return first < last;
}

/** An order that another one could be as well. */
export type WeakVote = `${DateOrder}?`;
export const isWeak = (vote: string): vote is WeakVote => vote.endsWith('?');
export const orderOfWeak = (vote: WeakVote): DateOrder => vote.slice(0, 3) as DateOrder;
