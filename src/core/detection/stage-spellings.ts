/**
 * Which texts of a stage column are not stages of their own: another dress of one, two of them in a cell, a slip of the
 * keyboard.
 */
import { editDistance, nearest } from '../cells/closest-word.ts';
import { textKey } from '../cells/text-key.ts';
import { existing } from '../speed/existing.ts';
import { dressKeys, stagesInOne } from '../vocabulary/stage-dress.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import { mergedTallies, mostUsed, type Tally } from './stage-tally.ts';

/** Beyond so many names the column holds no stages, and comparing each with each would take long. */
const MOST_NAMES = 500;
/** A spelling is a typo when it is this rare beside the one that it resembles … */
const TYPO_SHARE = 0.02;
/** … or, in tables too small for shares, when it has at most this many rows and one letter of a longer name is off. */
const TYPO_ROWS = 2;
const TYPO_LENGTH = 5;

/**
 * The stages among the texts: spellings of one are added up under the most used; what may be two stages or a slip is
 * left out, to be listed.
 * @param tallies by text key
 */
export function ownStages(tallies: ReadonlyMap<string, Tally>): Map<string, Tally> {
	if (tallies.size > MOST_NAMES) return new Map(tallies);
	const stages = inOneDress(tallies);
	for (const [key, { count }] of [...stages]) {
		const parts = stagesInOne(key, (part) => part !== key && stages.has(part));
		if (parts.length > 0 && parts.every((part) => existing(stages.get(part)).count >= count)) stages.delete(key);
	}
	dropTypos(stages);
	return stages;
}

function inOneDress(tallies: ReadonlyMap<string, Tally>): Map<string, Tally> {
	const all = [...tallies];
	const keys = dressKeys(all.map(([, tally]) => mostUsed(tally.spellings)));
	const groups = new Map<string, [string, Tally][]>();
	all.forEach((entry, i) => {
		const key = existing(keys[i]);
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	});
	return new Map(
		[...groups.values()].map((group): [string, Tally] => {
			const tally = mergedTallies(group.map(([, one]) => one));
			return [textKey(mostUsed(tally.spellings)), tally];
		}),
	);
}

function isRareBeside(rare: readonly [string, Tally], usual: readonly [string, Tally]): boolean {
	const [key, { count, first }] = rare;
	const [other, { count: usualCount, first: usualFirst }] = usual;
	if (other === key) return false;
	if (count <= usualCount * TYPO_SHARE) return true;
	if (count > TYPO_ROWS || Math.min(key.length, other.length) < TYPO_LENGTH || editDistance(key, other, 1) > 1)
		return false;
	return count < usualCount || (count === usualCount && usualFirst < first);
}

function dropTypos(tallies: Map<string, Tally>): void {
	const all = [...tallies];
	for (const [key, tally] of all) {
		const frequent = all.filter((entry) => isRareBeside([key, tally], entry)).map(([other]) => other);
		const meant = nearest(key, frequent);
		if (meant !== null && stageMeaning(meant) === stageMeaning(key)) tallies.delete(key);
		else if (
			meant !== null &&
			(stageMeaning(meant) === 'won' || stageMeaning(meant) === 'lost') &&
			stageMeaning(key) === 'open'
		)
			tallies.delete(key);
	}
}

/** The other spellings of a stage that its name does not cover. */
export function otherSpellings(name: string, { spellings }: Tally): string[] {
	const keys = new Set([textKey(name)]);
	return [...spellings.keys()].flatMap((spelling) => {
		const key = textKey(spelling);
		if (keys.has(key)) return [];
		keys.add(key);
		return [spelling.trim()];
	});
}
