/**
 * The form of a date that is written in numbers: its sign, the width of its year and, where the dates of a table are
 * written with and without leading zeros, with which. Not here: the order of a form (date-order.ts).
 */
import { type DateOrder, type DateText, dayInOrder } from '../cells/date-text.ts';
import { existing } from '../speed/existing.ts';

export type Parts = NonNullable<DateText['parts']>;
export const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** Names the form of a text; '' for one without an open order. */
export type FormOf = (written: string, text: DateText | null) => string;

const NUMBERS = /(\d{1,2}) ?([-/.]) ?(\d{1,2})/u;
/** In a place that has both leading zeros and single digits: what stands there. */
const ZERO = '0';
const BARE = '1';
/** Two digits as everybody writes them. */
const EITHER = '?';

/** Sign between the numbers and width of the year. */
export const plainFormOf: FormOf = (written, text) => {
	if (text?.parts == null) return '';
	return `${/\d\s*([-/.])/u.exec(written.normalize('NFKC'))?.[1] ?? ''}${text.parts[2] >= 1000 ? 4 : 2}`;
};

export const signOf = (form: string): string => form.slice(0, 1);

/** Whether the table writes this form in two ways, so that who wrote a date is known by its zeros. */
export const isOfOneHand = (form: string): boolean => form.length <= 2;
/** A date of two digits each, which either of two hands may have written. */
export const isOfEitherHand = (form: string): boolean => form.endsWith(EITHER);

/** `31/02/2025` is a day in no order. */
export const isNoDay = (parts: Parts): boolean => ORDERS.every((order) => Number.isNaN(dayInOrder(parts, order)));

/** How the first two numbers are written: with a zero, with a single digit, or '' with two digits. */
function zerosOf(written: string): readonly [string, string] {
	const match = NUMBERS.exec(written.normalize('NFKC').replace(/\s+/gu, ' '));
	const zero = (number: string | undefined): string =>
		number?.startsWith('0') === true ? ZERO : number?.length === 1 ? BARE : '';
	return [zero(match?.[1]), zero(match?.[3])];
}

/** @param columns the distinct texts of the table's date columns, with what they are read as */
export function formsOf(columns: readonly ReadonlyMap<string, DateText | null>[]): FormOf {
	const seen = new Map<string, readonly [Set<string>, Set<string>]>();
	for (const parsed of columns)
		for (const [written, text] of parsed) {
			const form = plainFormOf(written, text);
			// What is not a day says nothing of who writes days.
			if (text?.parts == null || isNoDay(text.parts)) continue;
			const places = seen.get(form) ?? [new Set<string>(), new Set<string>()];
			seen.set(form, places);
			const [first, second] = zerosOf(written);
			places[0].add(first);
			places[1].add(second);
		}
	const isTold = (places: Set<string> | undefined): boolean => places?.has(ZERO) === true && places.has(BARE);
	return (written, text) => {
		const form = plainFormOf(written, text);
		const places = seen.get(form);
		const told = [isTold(places?.[0]), isTold(places?.[1])];
		if (!told.includes(true)) return form;
		const zeros = zerosOf(written).filter((_, place) => told[place]);
		return `${form}${zeros.includes(BARE) ? BARE : zeros.includes(ZERO) ? ZERO : EITHER}`;
	};
}

/** The one day that a text with parts can mean in any order; NaN when orders disagree. */
export function onlyDay(parts: Parts): number {
	const days = new Set(ORDERS.map((order) => dayInOrder(parts, order)).filter((day) => !Number.isNaN(day)));
	return days.size === 1 ? existing([...days][0]) : Number.NaN;
}
