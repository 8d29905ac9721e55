/**
 * The words around a date that do not change its day, in any language: weekdays, `at`, `the`, `o'clock`. Not here: the
 * date itself (date-text.ts).
 */
import { onFirstUse } from '../speed/lazy.ts';
import { LANGUAGES } from '../vocabulary/languages/index.ts';
import type { DateWords } from '../vocabulary/languages/language.ts';
import { withoutAccents } from './accents.ts';

/** A text is rewritten by each in turn. */
type Rewriting = readonly [pattern: RegExp, by: string];

/** A word of a script with spaces does not begin or end within another word, nor a number within a number. */
const NO_WORD_BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])';
const NO_WORD_AFTER = '(?!\\p{L}|(?<=\\d)\\d)';
const TIME_OR_END = '(?=$| (?:\\p{L}+\\.? ?)?\\d{1,2}:\\d{2})';

const rewritings = onFirstUse((): readonly Rewriting[] => {
	// Of two words first: `thứ ba` begins like an English Thursday.
	const any = (pick: (words: DateWords) => string | undefined): string => {
		const lists = LANGUAGES.flatMap(({ dateWords }) => pick(dateWords) ?? []);
		return withoutAccents(lists.sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' '))).join('|'));
	};
	const [weekday, clock] = [any(({ weekdays }) => weekdays), any((words) => words.clock)];
	return [
		// `14h30`, `14 h 30 min 07 s`, `오후 2시 35분`, `14时35分`.
		[/(\d{1,2}) ?(?:h|[시时時点點]) ?(\d{2})(?: ?(?:min|[분分]))?(?: ?(\d{2}) ?[s초秒])?(?= |$)/u, '$1:$2'],
		[new RegExp(`(?:,| (?:${clock})) (\\d{1,2})\\.(\\d{2})(?:\\.\\d{2})?$`, 'u'), ' $1:$2'],
		[new RegExp(`^(?:(?:${clock}) )?(\\d{1,2}:\\d{2}(?::\\d{2})?(?: utc)?),? (.+)$`, 'u'), '$2 $1'],
		[new RegExp(`[ ,]+(?:${clock})\\.?(?= (?:\\p{L}+\\.? ?)?\\d{1,2}:\\d{2})`, 'u'), ''],
		[new RegExp(`^\\(?(?:${weekday})\\.?\\)?${NO_WORD_AFTER},? ?`, 'u'), ''],
		[new RegExp(`,? ?\\(?${NO_WORD_BEFORE}(?:${weekday})\\.?\\)?${TIME_OR_END}`, 'u'), ''],
		[new RegExp(` ?${NO_WORD_BEFORE}(?:${any(({ silent }) => silent)})${NO_WORD_AFTER}\\.?`, 'gu'), ''],
		[new RegExp(`(\\d{1,2}) (?:${any(({ month }) => month)})\\.? ?(\\d{1,2}),? (\\d{4})`, 'u'), '$3-$2-$1'],
	];
});

/** @param text in lower case, without double blanks. @returns null where there is no such word */
export function withoutDateWords(text: string): string | null {
	if (!/\d/u.test(text) || !/[\p{L}:,]/u.test(text)) return null;
	const plain = withoutAccents(text);
	let rest = plain;
	for (const [pattern, by] of rewritings()) rest = rest.replace(pattern, by);
	return rest === plain ? null : rest.trim();
}
