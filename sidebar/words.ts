/**
 * How words, numbers, money, dates and periods are printed in the user's language.
 * Belongs here: one `Words` object a language. Not here: the words themselves (src/messages).
 */
import type { Language } from '../src/addon/contract/answer.ts';
import type { Unit } from '../src/core/model/metric-result.ts';
import { type SidebarKey, sidebarWords } from '../src/messages/sidebar.words.ts';

export interface Words {
	t(key: SidebarKey, params?: Readonly<Record<string, string | number>>): string;
	/** @param significant digits to round to; all of them when left out */
	number(value: number, significant?: number): string;
	/** 0..1 → percent. */
	percent(value: number | null, digits?: number): string;
	/** Shortened to three significant digits: `$20.5K`, `$12.0M`, `$2.05万`. */
	money(value: number | null, currency: string): string;
	/** `2026-03-31` → the language's date. */
	date(day: string): string;
	/** `2026-Q3`, `2026-03`, `2026`, `last 90 days`, `2026-01-01..2026-03-31`, null for all time. */
	period(period: string | null): string;
	/** A figure by its unit alone. */
	figure(value: number | null, unit: Unit, currency: string): string;
	/** The change against the period before, signed: relative, for ratios in points. */
	change(value: number, previous: number, unit: Unit): string;
}

/**
 * At most three significant digits; without the priority Chinese would print 20,450 as 2万. The cast: the library's
 * types lack `roundingPriority`.
 */
const COMPACT = {
	notation: 'compact',
	maximumSignificantDigits: 3,
	maximumFractionDigits: 0,
	roundingPriority: 'morePrecision',
} as Intl.NumberFormatOptions;

export function createWords(language: Language, locale: string): Words {
	const column = language === 'zh-CN' ? 1 : 0;
	// Numbers follow the sheet's locale where it is of the same language, else the language chosen.
	const tag = locale.slice(0, 2) === language.slice(0, 2) ? locale : language;
	const format = (value: number, options?: Intl.NumberFormatOptions) =>
		new Intl.NumberFormat(tag, options).format(value);
	/** Shortened amounts have three digits each, `$12.0M` beside `$17.1M`: one of fewer would look like a rougher one. */
	const compact = (value: number, options: Intl.NumberFormatOptions = {}) => {
		const least = new Intl.NumberFormat(tag, { ...COMPACT, ...options });
		const isShortened = least.formatToParts(value).some(({ type }) => type === 'compact');
		return isShortened ? format(value, { ...COMPACT, ...options, minimumSignificantDigits: 3 }) : least.format(value);
	};
	const signed = (value: number, options: Intl.NumberFormatOptions) =>
		format(value, { ...options, signDisplay: 'exceptZero' });
	const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
	const day = (text: string) =>
		new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7) || 1) - 1, Number(text.slice(8, 10) || 1)));
	const words: Words = {
		t(key, params) {
			const [one, many] = sidebarWords[key][column].split('|') as [string, string?];
			const text = many === undefined || params?.n === 1 ? one : many;
			return text.replace(/\{(\w+)\}/g, (_, name: string) => {
				const value = params?.[name] ?? '';
				return typeof value === 'number' ? format(value, { maximumFractionDigits: 1 }) : value;
			});
		},
		number: (value, significant) =>
			format(value, significant === undefined ? undefined : { maximumSignificantDigits: significant }),
		percent: (value, digits = 0) =>
			value === null ? words.t('none') : format(value, { style: 'percent', maximumFractionDigits: digits }),
		money(value, currency) {
			if (value === null) return words.t('none');
			if (!/^[A-Z]{3}$/.test(currency)) return (value < 0 ? '-' : '') + currency + compact(Math.abs(value));
			return compact(value, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
		},
		date: (text) => dates({ dateStyle: 'medium' }).format(day(text)),
		period(period) {
			if (period === null) return words.t('allTime');
			const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
			if (quarter !== null) {
				const from = Number(quarter[2]) * 3 - 2;
				const month = (n: number) => dates({ month: 'short' }).format(Date.UTC(2000, n - 1));
				// Chinese writes the unit once, at the end.
				const first = month(from).replace('月', '');
				return words.t('quarter', { first, last: month(from + 2), year: quarter[1] as string });
			}
			if (/^\d{4}$/.test(period)) return dates({ year: 'numeric' }).format(day(period));
			if (/^\d{4}-\d\d$/.test(period)) return dates({ year: 'numeric', month: 'short' }).format(day(period));
			const last = /^last (\d+) days$/.exec(period);
			if (last !== null) return words.t('lastDays', { n: Number(last[1]) });
			const ends = period.split('..');
			return ends.length === 2
				? dates({ dateStyle: 'medium' }).formatRange(day(ends[0] as string), day(ends[1] as string))
				: period;
		},
		figure(value, unit, currency) {
			if (value === null) return words.t('none');
			if (unit === 'ratio') return words.percent(value, 1);
			if (unit === 'currency') return words.money(value, currency);
			if (unit === 'currencyPerDay') return words.t('perDay', { n: words.money(value, currency) });
			if (unit !== 'days') return format(value);
			// Plural by what is printed: 1.04 days print as 1 day.
			return words.t('days', { n: Math.round(value * 10) / 10 });
		},
		change(value, previous, unit) {
			if (unit === 'ratio')
				return words.t('points', { n: signed((value - previous) * 100, { maximumFractionDigits: 1 }) });
			return signed(value / previous - 1, { style: 'percent', maximumFractionDigits: 0 });
		},
	};
	return words;
}
