/**
 * Replaces words and numbers by made-up ones of the same shape: same length, script, case, digits and separators.
 * Equal words stay equal and different ones different, so that ids, owners and groups keep their structure.
 */

/** Answers a number from 0 up to, not including, 1. */
export type Random = () => number;

interface Alphabet {
	readonly sign: RegExp;
	readonly signs: string;
}

const range = (from: string, to: string): string => {
	const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
	return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
};

const ALPHABETS: readonly Alphabet[] = [
	{ sign: /[0-9]/u, signs: '0123456789' },
	{ sign: /\p{Script=Latin}/u, signs: 'abcdefghijklmnopqrstuvwxyz' },
	{ sign: /\p{Script=Cyrillic}/u, signs: range('а', 'я') },
	{ sign: /\p{Script=Greek}/u, signs: 'αβγδεζηθικλμνξοπρστυφχψω' },
	{ sign: /\p{Script=Hiragana}/u, signs: range('か', 'ん') },
	{ sign: /\p{Script=Katakana}/u, signs: range('カ', 'ン') },
	{ sign: /\p{Script=Hangul}/u, signs: range('가', '힣') },
	{ sign: /\p{Script=Han}/u, signs: range('丸', '俄') },
	{ sign: /\p{Script=Arabic}/u, signs: range('ب', 'غ') },
	{ sign: /\p{Script=Hebrew}/u, signs: range('א', 'ת') },
	{ sign: /\p{Script=Thai}/u, signs: range('ก', 'ฮ') },
];
const OTHER: Alphabet = { sign: /./u, signs: 'x' };
const MOST_TRIES = 200;

export class Disguise {
	private readonly byWord = new Map<string, string>();
	private readonly taken = new Set<string>();

	constructor(private readonly random: Random) {}

	/** Every run of letters or digits becomes another one; what is between them stays. */
	text(text: string): string {
		return text.replace(/[\p{L}\p{M}]+|(?<![0-9])0+|[0-9]+/gu, (word) => this.word(word));
	}

	/** Every run of digits becomes another one; words, units and currencies stay. */
	digits(text: string): string {
		return text.replace(/(?<![0-9])0+|[0-9]+/gu, (digits) => this.word(digits));
	}

	/** Another number with the same sign and as many digits before and after the decimal point; 0 stays 0. */
	number(value: number): number {
		if (value === 0 || !Number.isFinite(value)) return value;
		const written = String(Math.abs(value));
		// A number in scientific notation has no shape that anybody would see.
		if (written.includes('e')) return value;
		return Math.sign(value) * Number(this.digits(written));
	}

	private word(word: string): string {
		const key = word.toLowerCase();
		let found = this.byWord.get(key);
		if (found === undefined) {
			found = this.made(key);
			this.byWord.set(key, found);
			this.taken.add(found);
		}
		return inCaseOf(word, found);
	}

	/** A word of the same shape that replaces no other word, unless there are more words than shapes. */
	private made(word: string): string {
		// Leading zeros distinguish an id from a number, so they are kept as they are.
		if (/^0+$/u.test(word)) return word;
		let made = word;
		for (let tries = 0; tries < MOST_TRIES && (made === word || this.taken.has(made)); tries++) {
			made = [...word].map((sign, at) => this.sign(sign, at === 0)).join('');
		}
		return this.taken.has(made) && /^[0-9]+$/u.test(word) ? this.freeNumber(made) : made;
	}

	/** The next number of as many digits that is not taken; the same one when all are. */
	private freeNumber(taken: string): string {
		const [lowest, highest] = [10 ** (taken.length - 1), 10 ** taken.length - 1];
		const from = Number(taken);
		for (let step = 1; step <= highest - lowest; step++) {
			const number = String(lowest + ((from - lowest + step) % (highest - lowest + 1)));
			if (!this.taken.has(number)) return number;
		}
		return taken;
	}

	private sign(sign: string, isFirst: boolean): string {
		const { signs } = ALPHABETS.find((alphabet) => alphabet.sign.test(sign)) ?? OTHER;
		const list = [...signs];
		const from = isFirst && /[0-9]/u.test(sign) ? 1 : 0;
		return list[from + Math.floor(this.random() * (list.length - from))] ?? 'x';
	}
}

/** The made word in capitals where the original has them. */
function inCaseOf(original: string, made: string): string {
	const signs = [...made];
	return [...original]
		.map((sign, at) => (sign !== sign.toLowerCase() ? (signs[at] ?? '').toUpperCase() : (signs[at] ?? '')))
		.join('');
}
