/**
 * The text that a cell shows. Covers automatic, plain text, fixed decimals, thousands, percent, literals and dates;
 * other parts of a format are shown as they are.
 */
import { isDateFormat, wallClockOfSerial } from './serial-date.ts';
import type { StoredCell } from './store.ts';

export function displayValue(cell: StoredCell): string {
	const { value, format } = cell;
	if (value === null) return '';
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (typeof value === 'string' || format === '@') return String(value);
	if (isDateFormat(format)) return displayDate(value, format);
	return format === '' || /^general$/iu.test(format) ? displayPlain(value) : displayNumber(value, format);
}

function displayPlain(value: number): string {
	const size = Math.abs(value);
	if (size !== 0 && (size >= 1e15 || size < 1e-4))
		return value
			.toExponential(5)
			.replace(/\.?0+e/u, 'E')
			.replace('e', 'E');
	return String(Number(value.toPrecision(10)));
}

function displayNumber(value: number, format: string): string {
	const [positive = '', negative] = format.split(';');
	const section = value < 0 && negative !== undefined ? negative : positive;
	const digits = /[#0,]*[#0](?:\.([#0]+))?/u.exec(section);
	if (digits === null) return section.replace(/["\\]/gu, '');
	const isPercent = section.includes('%');
	const decimals = digits[1]?.length ?? 0;
	const fixed = (isPercent ? Math.abs(value) * 100 : Math.abs(value)).toFixed(decimals);
	const grouped = digits[0].includes(',') ? fixed.replace(/\B(?=(\d{3})+(?!\d))/gu, ',') : fixed;
	const sign = value < 0 && negative === undefined ? '-' : '';
	const literal = (text: string): string => text.replace(/\[[^\]]*\]|["\\]/gu, '');
	return (
		sign + literal(section.slice(0, digits.index)) + grouped + literal(section.slice(digits.index + digits[0].length))
	);
}

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** What one letter of a date format means; `m` means months or minutes depending on its neighbors. */
const DATE_PARTS: ReadonlyMap<string, (wall: Date, length: number, hasHalfDays: boolean) => string> = new Map([
	['a', (wall) => (wall.getUTCHours() < 12 ? 'AM' : 'PM')],
	['y', (wall, length) => (length <= 2 ? pad(wall.getUTCFullYear() % 100, 2) : pad(wall.getUTCFullYear(), 4))],
	['d', (wall, length) => pad(wall.getUTCDate(), Math.min(length, 2))],
	['h', (wall, length, hasHalfDays) => pad(hourOf(wall, hasHalfDays), Math.min(length, 2))],
	['s', (wall, length) => pad(wall.getUTCSeconds(), Math.min(length, 2))],
	['.', (wall, length) => `.${pad(wall.getUTCMilliseconds(), 3).slice(0, length - 1)}`],
]);

function pad(value: number, length: number): string {
	return String(value).padStart(length, '0');
}

function hourOf(wall: Date, hasHalfDays: boolean): number {
	const hour = wall.getUTCHours();
	return hasHalfDays ? ((hour + 11) % 12) + 1 : hour;
}

function monthText(wall: Date, length: number): string {
	const month = MONTHS[wall.getUTCMonth()] as string;
	if (length === 3) return month.slice(0, 3);
	return length >= 4 ? month : pad(wall.getUTCMonth() + 1, length);
}

function displayDate(serial: number, format: string): string {
	const wall = new Date(wallClockOfSerial(serial));
	const hasHalfDays = /am\/pm/iu.test(format);
	let hasHourBefore = false;
	return format.replace(/"[^"]*"|\\.|am\/pm|y+|m+|d+|h+|s+|\.0+/giu, (part, at: number) => {
		if (part.startsWith('"')) return part.slice(1, -1);
		if (part.startsWith('\\')) return part.slice(1);
		const { length } = part;
		const letter = part.charAt(0).toLowerCase();
		if (letter === 'h') hasHourBefore = true;
		const print = DATE_PARTS.get(letter);
		if (print !== undefined) return print(wall, length, hasHalfDays);
		const isMinutes = hasHourBefore || /^[^a-z]*s/iu.test(format.slice(at + length));
		return isMinutes ? pad(wall.getUTCMinutes(), Math.min(length, 2)) : monthText(wall, length);
	});
}
