/**
 * The one word of a list that a mistyped word most probably meant.
 * Belongs here: distance and its limits. Not here: what to do with the suggestion.
 */
import { existing } from '../speed/existing.ts';
import { textKey } from './text-key.ts';

const LONGEST = 60;
/** "Unqualified" is not a misspelled "Qualified". */
const OPPOSITE_PREFIX = /^(?:un|in|dis|non|not|de|re|im)[ -]?$/u;

/**
 * Damerau–Levenshtein distance (optimal string alignment: a swap of neighbours is one edit), or `limit + 1` when it is
 * larger. Source: Damerau 1964; Levenshtein 1966.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let best = i;
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let cost = Math.min(existing(last[j]) + 1, existing(row[j - 1]) + 1, existing(last[j - 1]) + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, existing(beforeLast[j - 2]) + 1);
			row.push(cost);
			if (cost < best) best = cost;
		}
		if (best > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return existing(last[b.length]);
}

const digits = (text: string): string => text.replace(/\D+/gu, ' ').trim();

function isOpposite(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return short !== '' && long.endsWith(short) && OPPOSITE_PREFIX.test(long.slice(0, long.length - short.length));
}

/**
 * The single candidate within reach of `word`, null when none or several are equally near.
 * Reach: 1 edit from 4 characters on, 2 from 6 on. Words that differ in their digits ("Stage 4", "Stage 5") or by a
 * prefix of negation are never near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
	const key = textKey(word);
	if (key === '' || key.length > LONGEST) return null;
	let found: string | null = null;
	let foundKey = '';
	let best = 3;
	for (const candidate of candidates) {
		const other = textKey(candidate);
		const length = Math.max(key.length, other.length);
		const limit = other === key ? 0 : length < 4 ? -1 : length < 6 ? 1 : 2;
		if (limit < 0 || other === '' || other === foundKey || digits(key) !== digits(other) || isOpposite(key, other))
			continue;
		const distance = editDistance(key, other, limit);
		if (distance > limit || distance > best) continue;
		found = distance === best ? null : candidate;
		foundKey = other;
		best = distance;
	}
	return found;
}
