/**
 * Letters without their accents, so that `Étape` and `etape`, `Wartość` and `wartosc` are one word. Not here: names of
 * people's own, which keep theirs.
 */
import { existing } from '../speed/existing.ts';

const ASCII = /^[ -~]*$/u;
const OTHERS = new Map([
	['ı', 'i'],
	['ł', 'l'],
	['đ', 'd'],
	// Written for the one above in some programs.
	['ð', 'd'],
	['ø', 'o'],
]);

/** As many letters as before, where the text is composed (NFC). */
export function withoutAccents(text: string): string {
	if (ASCII.test(text)) return text;
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/gu, '')
		.normalize('NFC')
		.replace(/[ıłđðø]/gu, (letter) => existing(OTHERS.get(letter)));
}
