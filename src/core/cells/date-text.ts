/**
 * One text read as a date: every spelling that people and programs use, without any guess.
 * A spelling whose order of day, month and year is open keeps its three parts; the column decides (date-column.ts).
 */
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { calendarDay } from '../time/calendar-day.ts';
import { LANGUAGES } from '../vocabulary/languages/index.ts';
import { withoutAccents } from './accents.ts';
import { withoutDateWords } from './date-words.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A text that can be a date. */
export interface DateText {
	/** Calendar day where the spelling leaves no choice; NaN where the order decides. */
	readonly day: number;
	/** The three numbers as written, for spellings that depend on the order. */
	readonly parts: readonly [number, number, number] | null;
	/** Milliseconds since midnight of the written time of day, 0 without one. */
	readonly timeMs: number;
	/** Milliseconds to add to UTC, as written (`+02:00`, `Z`); null when not stated. */
	readonly offsetMs: number | null;
	/** Its year is taken for one of another era, of which no name says so: a slip where its column writes other years. */
	readonly isOtherEra?: true;
}

interface MonthLookup {
	/** Also stand for the longer words that begin with them: `janv`, `января`. */
	readonly stems: ReadonlyMap<string, number>;
	/** Begin other words too often for that. */
	readonly whole: ReadonlyMap<string, number>;
}
/** Month by name, of all languages. */
const monthNames = onFirstUse((): MonthLookup => {
	const numbers = (lists: readonly (string | undefined)[]): ReadonlyMap<string, number> =>
		new Map(
			lists.flatMap((list) =>
				list === undefined
					? []
					: withoutAccents(list)
							.split(' ')
							.flatMap((names, position) => names.split('|').map((name) => [name, position + 1] as const)),
			),
		);
	return {
		stems: numbers(LANGUAGES.map(({ months }) => months?.stems)),
		whole: numbers(LANGUAGES.map(({ months }) => months?.whole)),
	};
});
/** `december` → 12, `Déz.` → 12: a known name, or an abbreviation that a longer word starts with. */
function monthNumber(word: string): number | null {
	const key = withoutAccents(word.replace(/\.$/u, ''));
	const { stems, whole } = monthNames();
	const known = whole.get(key) ?? stems.get(key);
	if (known !== undefined || key.length <= 3) return known ?? null;
	return stems.get(key.slice(0, 4)) ?? stems.get(key.slice(0, 3)) ?? null;
}

const TIME =
	/(?:^|[ t,])(?:(am|pm|上午|下午|午前|午後|오전|오후) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm|a\.m\.|p\.m\.)? ?(?:uhr|h)? ?(z|utc|gmt)?(?:([+-])(\d{2}):?(\d{2})?)?(?: ?\([a-z ]{1,40}\))?$/u;
const YEAR_FIRST = /^(\d{4})(?: ?[-/.年년] ?)(\d{1,2})(?: ?[-/.月월] ?)(\d{1,2}) ?[日号號일.]?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
const THREE_NUMBERS = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})\.?$/u;
const DAY_MONTH_NAME =
	/^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:[ -/]| de | of )?(?:de |of )?(\p{L}{3,12}\.?),?(?:[ -/]| de | of )?(?:de )?(\d{4}|\d{2})$/u;
const MONTH_NAME_DAY = /^(\p{L}{3,12}\.?)[ -]?(\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})$/u;
const NAME_YEAR_FIRST = /^(\d{4})[ -](\p{L}{3,12}\.?)[ -](\d{1,2})$/u;

/** The year before the first of an era, by its name. */
const ERAS = new Map([
	['令和', 2018],
	['平成', 1988],
	['昭和', 1925],
	['民國', 1911],
	['民国', 1911],
]);
/** A year of three digits up to 2060 is one of Taiwan's: `114/01/06`. */
const REPUBLIC_YEAR = /^(1[0-4]\d)(?=([-/.]) ?\d{1,2}\2 ?\d{1,2}$)/u;
/** Years of the Buddhist era that are 1990 to 2060, and their lead. No deal is of another year. */
const BUDDHIST_YEAR = /(^|\D)(25[4-9]\d|253[3-9]|260[0-3])(?=\D|\d{4}$|$)/u;
const BUDDHIST_LEAD = 543;
const ERA_YEAR = /^(令和|平成|昭和|民國|民国) ?(\d{1,3}|元) ?年/u;
/** `令和7年` is `2025年`. */
const withoutEra = (text: string): string =>
	text.replace(
		ERA_YEAR,
		(_, era: string, year: string) => `${existing(ERAS.get(era)) + (year === '元' ? 1 : Number(year))}年`,
	);
/** `114/1/6` and `6 Jan 2568` in the years of the common era. */
const inCommonEra = (text: string): string =>
	text
		.replace(REPUBLIC_YEAR, (year) => String(Number(year) + 1911))
		.replace(BUDDHIST_YEAR, (_, before: string, year: string) => `${before}${Number(year) - BUDDHIST_LEAD}`);

/** Whether a number is a day written in one go: 20250513. */
export function isCompactDay(value: number): boolean {
	return Number.isInteger(value) && value >= 19_000_101 && value < 21_010_000 && parseDateText(String(value)) !== null;
}

const century = (year: number, length: number): number => (length > 2 ? year : year < 70 ? 2000 + year : 1900 + year);

/** Day of the three written numbers in this order; NaN when there is no such day. */
export function dayInOrder(parts: readonly [number, number, number], order: DateOrder): number {
	const [first, second, third] = parts;
	if (order === 'ymd') return third > 31 ? Number.NaN : calendarDay(century(first, 2), second, third);
	const year = third < 100 ? century(third, 2) : third;
	return order === 'dmy' ? calendarDay(year, second, first) : calendarDay(year, first, second);
}

/**
 * Hour of the day, 0 to 23, of an hour and its half of the day (`am`, `下午`, `''` none); NaN where there is no such
 * hour.
 */
function hourOfDay(hour: number, half: string): number {
	if (half === '') return hour <= 23 ? hour : Number.NaN;
	const isAfternoon = half[0] === 'p' || ['下午', '午後', '오후'].includes(half);
	return hour >= 1 && hour <= 12 ? (hour % 12) + (isAfternoon ? 12 : 0) : Number.NaN;
}

function readTime(match: RegExpExecArray): { timeMs: number; offsetMs: number | null } | null {
	const hour = hourOfDay(Number(match[2]), match[1] ?? match[6] ?? '');
	const minute = Number(match[3]);
	const second = Number(match[4] ?? 0);
	if (Number.isNaN(hour) || minute > 59 || second > 59) return null;
	const milliseconds = match[5] === undefined ? 0 : Number(match[5].padEnd(3, '0').slice(0, 3));
	const sign = match[8] === '-' ? -1 : 1;
	const isOffset = match[7] !== undefined || match[8] !== undefined;
	return {
		timeMs: ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds,
		offsetMs: isOffset ? sign * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * 60_000 : null,
	};
}

const ZERO = 48;
/** The two digits at a place of a text; -1 where there are none. */
function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - ZERO;
	const ones = text.charCodeAt(at + 1) - ZERO;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/**
 * What programs write, and columns hold by the ten thousand: `2024-03-31`, `2024-03-31T09:05:00.250+02:00`, `2024-03-31
 * 09:05:00Z`. Null for any other spelling, which patterns read, and for what is no such day or time.
 */
function parseIso(text: string): DateText | null {
	const { length } = text;
	if (length < 10 || text[4] !== '-' || text[7] !== '-') return null;
	const [century, year, month, date] = [twoDigits(text, 0), twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8)];
	const day = century < 0 || year < 0 ? Number.NaN : calendarDay(century * 100 + year, month, date);
	if (Number.isNaN(day)) return null;
	if (length === 10) return { day, parts: null, timeMs: 0, offsetMs: null };
	const hasFraction = text[19] === '.';
	const timeMs = isoTime(text, hasFraction);
	const offsetMs = isoOffset(text, hasFraction ? 23 : 19);
	return Number.isNaN(timeMs) || offsetMs === undefined ? null : { day, parts: null, timeMs, offsetMs };
}

/** Milliseconds after midnight of the `T09:05:00` or ` 09:05:00.250` after a day; NaN for anything else. */
function isoTime(text: string, hasFraction: boolean): number {
	if (text.length < 19 || (text[10] !== 'T' && text[10] !== ' ') || text[13] !== ':' || text[16] !== ':')
		return Number.NaN;
	const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN;
	const [tens, ones] = hasFraction ? [twoDigits(text, 20), twoDigits(text, 21)] : [0, 0];
	return tens < 0 || ones < 0 ? Number.NaN : ((hour * 60 + minute) * 60 + second) * 1000 + tens * 10 + (ones % 10);
}

/** Milliseconds of the `Z` or `+02:00` that ends a text, null when it ends there; undefined for anything else. */
function isoOffset(text: string, at: number): number | null | undefined {
	if (text.length === at) return null;
	if (text.length === at + 1 && text[at] === 'Z') return 0;
	if (text.length !== at + 6 || text[at + 3] !== ':' || (text[at] !== '+' && text[at] !== '-')) return undefined;
	const [hours, minutes] = [twoDigits(text, at + 1), twoDigits(text, at + 4)];
	if (hours < 0 || minutes < 0) return undefined;
	return (text[at] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Null for a text that is not a date: `2024-02-30`, `Q3 2024`, `TBD`, `Deal 12`. */
export function parseDateText(text: string): DateText | null {
	if (text.length > 80) return null;
	return parseIso(text) ?? parseSpelling(text);
}

function parseSpelling(text: string): DateText | null {
	const plain = text
		.normalize('NFKC')
		.replace(/[\u200b-\u200f\u2060-\u2069\ufeff]/gu, '')
		.replace(/\s+/gu, ' ')
		.trim()
		.toLowerCase();
	const read = parsePlain(plain);
	if (read !== null) return read;
	const rest = withoutDateWords(plain);
	return rest === null ? null : parsePlain(rest);
}

/** @param plain in lower case, without double blanks */
function parsePlain(plain: string): DateText | null {
	let rest = plain;
	let timeMs = 0;
	let offsetMs: number | null = null;
	const timeMatch = rest.includes(':') ? TIME.exec(rest) : null;
	if (timeMatch !== null) {
		const time = readTime(timeMatch);
		if (time === null) return null;
		({ timeMs, offsetMs } = time);
		rest = rest.slice(0, timeMatch.index).replace(/[, ]+$/u, '');
	}
	const written = withoutEra(rest);
	const date = inCommonEra(written);
	const read = parseDay(date);
	return read === null ? null : { ...read, timeMs, offsetMs, ...(date === written ? {} : { isOtherEra: true }) };
}

/** @param date without a time of day, its year one of the common era */
function parseDay(date: string): Pick<DateText, 'day' | 'parts'> | null {
	const numbers = THREE_NUMBERS.exec(date);
	if (numbers !== null) return { day: Number.NaN, parts: [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])] };
	const match = YEAR_FIRST.exec(date) ?? COMPACT.exec(date);
	const day = match === null ? dayOfMonthName(date) : calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
	return Number.isNaN(day) ? null : { day, parts: null };
}

/** Spellings that name the month, with the places of year, month and day in the pattern. */
const WITH_MONTH_NAME: readonly (readonly [RegExp, number, number, number])[] = [
	[DAY_MONTH_NAME, 3, 2, 1],
	[MONTH_NAME_DAY, 3, 1, 2],
	[NAME_YEAR_FIRST, 1, 2, 3],
];

/** `3 March 2024`, `March 3, 2024`, `2024 Mar 3`; NaN for anything else. */
function dayOfMonthName(text: string): number {
	for (const [pattern, yearAt, monthAt, dayAt] of WITH_MONTH_NAME) {
		const match = pattern.exec(text);
		const month = match === null ? null : monthNumber(existing(match[monthAt]));
		if (match === null || month === null) continue;
		const year = existing(match[yearAt]);
		return calendarDay(century(Number(year), year.length), month, Number(match[dayAt]));
	}
	return Number.NaN;
}
