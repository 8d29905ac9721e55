/**
 * What makes two spellings one stage: the same words, whatever signs, spaces, pictures and ways of numbering are around
 * them.
 * Not here: misspelled words (cells/closest-word.ts), the kind of a stage (stage-words.ts).
 */
import { textKey } from '../cells/text-key.ts';
import { PICTURES } from './stage-name.ts';
import { stageMeaning, stageNumber, stageWords } from './stage-words.ts';

interface Dress {
	readonly words: string;
	/** NaN without one. */
	readonly number: number;
	/** Pictures and emoji in it. */
	readonly pictures: string;
}

/** Signs that change what a name says: `C+`, `Won?`, `> 50%`. */
const BESIDE = /[^\p{L}\p{N}+?%<>=]/gu;

function dressOf(name: string): Dress {
	const words = stageWords(name).replace(BESIDE, '');
	const pictures = (name.match(PICTURES) ?? []).join('');
	// Of pictures alone these are the name.
	return { words: words === '' ? textKey(name) : words, number: stageNumber(name), pictures };
}

/**
 * One key for all spellings of a stage among these names. Names that only differ in their numbers or their pictures are
 * stages of their own: what has no number or picture is then none of them.
 */
export function dressKeys(names: readonly string[]): string[] {
	const all = names.map((name) => ({ ...dressOf(name), meaning: stageMeaning(name) }));
	const groups = new Map<string, typeof all>();
	const groupOf = ({ words, meaning }: (typeof all)[number]): string => `${meaning} ${words}`;
	for (const dress of all) groups.set(groupOf(dress), [...(groups.get(groupOf(dress)) ?? []), dress]);
	return all.map((dress) => {
		const group = groups.get(groupOf(dress)) ?? [];
		const numbers = new Set(group.map(({ number }) => number).filter((number) => !Number.isNaN(number)));
		const pictures = new Set(group.map((one) => one.pictures).filter((one) => one !== ''));
		const tells = (values: ReadonlySet<unknown>, own: number | string): string => (values.size > 1 ? String(own) : '');
		return [groupOf(dress), tells(numbers, dress.number), tells(pictures, dress.pictures)].join('\n');
	});
}

/** Between two stages in one cell; after the break those that a single name may have too. */
const PARTING = /\s*[,;|、，；\n]\s*|\s*(?:→|->|=>|>)\s*/u;
const MAYBE_PARTING = /\s*[/&+／＋]\s*|\s+[-–—]\s+/u;

/**
 * The names of the stages that one cell names together, by text key; empty where it is one name.
 * @param isStage by text key
 */
export function stagesInOne(text: string, isStage: (key: string) => boolean): string[] {
	// `0,5` is one number.
	if (!/\p{L}/u.test(text)) return [];
	for (const pattern of [PARTING, MAYBE_PARTING]) {
		const parts = text.split(pattern).map(textKey);
		if (parts.length > 1 && parts.every((part) => part !== '' && isStage(part))) return parts;
	}
	return [];
}
