/** How somebody may write a day or an amount. Not here: the table around them (written-table.ts). */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { Language } from '../../src/core/vocabulary/languages/language.ts';

export const DAY_MS = 86_400_000;
export type DayForm = (day: number) => Cell;
export interface AmountForm {
	readonly write: (amount: number) => Cell;
	/** Behind the heading; '' none. */
	readonly unit: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const inParts =
	(write: (year: number, month: number, date: number) => Cell): DayForm =>
	(day) => {
		const date = new Date(day * DAY_MS);
		return write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
	};
const wide = (text: string): string =>
	text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** What many tables have. */
export const USUAL_DAYS: readonly DayForm[] = [
	inParts((year, month, day) => new Date(Date.UTC(year, month - 1, day)) as unknown as Cell),
	inParts((year, month, day) => `${year}-${two(month)}-${two(day)}`),
	inParts((year, month, day) => `${year}/${month}/${day}`),
	inParts((year, month, day) => `${two(day)}.${two(month)}.${year}`),
	inParts((year, month, day) => `${two(day)}/${two(month)}/${year}`),
	inParts((year, month, day) => `${month}/${day}/${year}`),
	inParts((year, month, day) => `${year}年${month}月${day}日`),
	inParts((year, month, day) => Number(`${year}${two(month)}${two(day)}`)),
];

/** Days as the language writes them, and as programs and hurried people do. */
export function rareDays({ code }: Language): readonly DayForm[] {
	const styled = (options: Intl.DateTimeFormatOptions): DayForm => {
		const format = new Intl.DateTimeFormat(code, {
			...options,
			timeZone: 'UTC',
			calendar: 'gregory',
			numberingSystem: 'latn',
		});
		return (day) => format.format(day * DAY_MS);
	};
	return [
		styled({ dateStyle: 'long' }),
		styled({ dateStyle: 'medium' }),
		styled({ dateStyle: 'full' }),
		styled({ day: 'numeric', month: 'short', year: 'numeric' }),
		inParts((year, month, day) => `${year}-${two(month)}-${two(day)}T10:30:00Z`),
		inParts((year, month, day) => `${year}-${two(month)}-${two(day)} 09:15:00+00:00`),
		inParts((year, month, day) => `${year}-${two(month)}-${two(day)} 09:15`),
		inParts((year, month, day) => `${two(day)}.${two(month)}.${two(year % 100)}`),
		inParts((year, month, day) => `${day}-${month}-${two(year % 100)}`),
		inParts((year, month, day) => wide(`${year}/${month}/${day}`)),
		inParts((year, month, day) => `\u00a0${year}-${two(month)}-${two(day)} `),
		(day) => String(day + 25_569),
		(day) => day + 25_569,
		(day) => day * DAY_MS,
	];
}

const grouped = (amount: number, comma: string, dot: string): string => {
	const [whole = '', cents = ''] = amount.toFixed(2).split('.');
	return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, comma)}${dot}${cents}`;
};
const plain = (write: AmountForm['write']): AmountForm => ({ write, unit: '' });
const inUnits = (unit: string, factor: number): AmountForm => ({
	write: (amount) => Number((amount / factor).toFixed(8)),
	unit,
});

export const USUAL_AMOUNTS: readonly AmountForm[] = [
	plain((amount) => amount),
	plain((amount) => amount),
	plain((amount) => grouped(amount, ',', '.')),
	plain((amount) => grouped(amount, '.', ',')),
	plain((amount) => `${grouped(amount, '.', ',')} €`),
	plain((amount) => `$${grouped(amount, ',', '.')}`),
	plain((amount) => `${grouped(amount, ' ', ',')} kr`),
];

const short = (amount: number, factor: number): string => String(Number((amount / factor).toFixed(8)));
export const RARE_AMOUNTS: readonly AmountForm[] = [
	inUnits(' (EUR)', 1),
	inUnits(' (k€)', 1e3),
	inUnits(' in TEUR', 1e3),
	inUnits('（万元）', 1e4),
	inUnits(', тыс. руб.', 1e3),
	inUnits(" ($'000)", 1e3),
	inUnits(' (Mio. €)', 1e6),
	inUnits(' [USD]', 1),
	plain((amount) => `${short(amount, 1e3)}k`),
	plain((amount) => `$${short(amount, 1e3)}K`),
	plain((amount) => `${short(amount, 1e4)}万`),
	plain((amount) => `${short(amount, 1e6).replace('.', ',')} Mio. €`),
	plain((amount) => grouped(amount, '\u00a0', ',')),
	plain((amount) => `${grouped(amount, '\u202f', ',')}\u00a0€`),
	plain((amount) => `CHF ${grouped(amount, "'", '.')}`),
	plain((amount) => `CHF ${grouped(amount, '’', '.')}`),
	plain((amount) => wide(grouped(amount, ',', '.'))),
	plain((amount) => `￥${wide(grouped(amount, ',', '.'))}`),
	plain((amount) => `EUR ${grouped(amount, '.', ',')}`),
	plain((amount) => ` ${grouped(amount, ',', '.')} `),
];
