/**
 * The encoding of a text from before UTF-8, from how its bytes above 0x7F are combined.
 * East Asian texts have pairs whose first byte is that of a frequently used character, Cyrillic ones whole words of
 * such bytes, Western ones single letters among ASCII. A short text can be wrong; UTF-8 never is.
 */

export type LegacyEncoding =
	| (typeof PAIRED)[number]['encoding']
	| (typeof CYRILLIC)[number]
	| 'windows-1250'
	| 'windows-1252'
	| 'windows-1254';

/** First bytes of kana, hangul and the more common half of the characters, with the lowest second byte. */
const PAIRED = [
	{ encoding: 'euc-kr', common: [[0xb0, 0xc8]], second: 0xa1 },
	{ encoding: 'gb18030', common: [[0xb0, 0xd7]], second: 0xa1 },
	// biome-ignore format: one range per character class
	{ encoding: 'euc-jp', common: [[0xa4, 0xa5], [0xb0, 0xcf]], second: 0xa1 },
	{ encoding: 'big5', common: [[0xa4, 0xc6]], second: 0x40 },
	// biome-ignore format: one range per character class
	{ encoding: 'shift_jis', common: [[0x82, 0x83], [0x88, 0x97]], second: 0x40 },
] as const;

const FEWEST_PAIRS = 2;
const PLAUSIBLE = 0.75;

const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866'] as const;

export function legacyEncoding(bytes: Uint8Array): LegacyEncoding {
	let best: LegacyEncoding | null = null;
	let bestShare = PLAUSIBLE;
	for (const { encoding, common, second } of PAIRED) {
		// Punctuation and full-width letters are in all of them and say nothing.
		const share = commonShare(bytes, common, second, encoding === 'shift_jis' ? [0x81, 0x81] : [0xa1, 0xa3]);
		if (share > bestShare) [best, bestShare] = [encoding, share];
	}
	return best ?? singleByteEncoding(bytes);
}

const inRange = (byte: number, [from, to]: readonly [number, number]): boolean => byte >= from && byte <= to;

/**
 * Share of the frequently used characters in everything that is not ASCII; 0 when they are not side by side, as they
 * are in words.
 */
function commonShare(
	bytes: Uint8Array,
	common: readonly (readonly [number, number])[],
	second: number,
	punctuation: readonly [number, number],
): number {
	let known = 0;
	let all = 0;
	let sideBySide = 0;
	let lastEnd = -1;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i] as number;
		if (byte < 0x80) continue;
		const next = bytes[i + 1] ?? 0;
		const isCommon = common.some((range) => inRange(byte, range)) && next >= second;
		if (isCommon) {
			if (lastEnd === i) sideBySide++;
			known++;
			lastEnd = i + 2;
		}
		if (!inRange(byte, punctuation)) all++;
		// Half-width katakana are single bytes.
		if (next >= 0x40 && !(punctuation[0] === 0x81 && inRange(byte, [0xa0, 0xdf]))) i++;
	}
	return known < FEWEST_PAIRS || sideBySide * 4 < known ? 0 : known / all;
}

/** What Windows has in place of control characters. Engines differ in whether their own decoder knows it. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function windows1252(bytes: Uint8Array): string {
	return new TextDecoder('latin1')
		.decode(bytes)
		.replace(/[\u0080-\u009f]/gu, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] as string);
}

/**
 * Symbols in the middle of a word, or a currency before two letters: Central European letters were meant.
 */
const SYMBOL_IN_WORD = /\p{L}[¹³¿¼¾¯£¥]\p{L}|[£¯]\p{L}{2}/u;
/** Icelandic letters as which Turkish ones are read; real Icelandic also has the letters of ICELANDIC. */
const TURKISH = /[ðþýÐÞÝ]/u;
const ICELANDIC = /[æÆ]/u;

function singleByteEncoding(bytes: Uint8Array): LegacyEncoding {
	const text = windows1252(bytes);
	const words = text.match(/[\p{L}\u0080-\u00ff]+/gu) ?? [];
	const letters = words.join('').replace(/[a-z]/giu, '').length;
	const inWholeWords = words.filter((word) => word.length > 1 && !/[a-z]/iu.test(word)).join('').length;
	if (inWholeWords > letters * 0.6) {
		// Small letters are more frequent than capitals; the encodings have them in each other's place.
		const small = CYRILLIC.map((encoding) => (new TextDecoder(encoding).decode(bytes).match(/[а-я]/gu) ?? []).length);
		return CYRILLIC[small.indexOf(Math.max(...small))] as LegacyEncoding;
	}
	if (SYMBOL_IN_WORD.test(text)) return 'windows-1250';
	return TURKISH.test(text) && !ICELANDIC.test(text) ? 'windows-1254' : 'windows-1252';
}
