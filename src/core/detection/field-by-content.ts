/** Which field the cells of a column can be: how well they fit a heading, and what they are where headings fail. */

import { isCompactDay } from '../cells/date-text.ts';
import type { Field } from '../model/opportunity.ts';
import { headingCurrency } from '../table/amount-heading.ts';
import { epochMs } from '../time/epoch-time.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { fieldsOf } from '../vocabulary/headings.ts';
import { isOtherDate, isOtherNumber } from '../vocabulary/headings-by-part.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { FoundColumn } from './found-column.ts';

const DATE_FIELDS: ReadonlySet<Field> = new Set<Field>(['created', 'closed', 'expectedClose']);
const NUMBER_FIELDS: ReadonlySet<Field> = new Set<Field>(['amount', 'probability']);
/** More different values than this are not stages. */
export const MOST_STAGES = 60;

/**
 * How well the cells below fit the field: 0 not at all, 1 fully; a column without content does not speak against it.
 */
export function contentFit(field: Field, profile: ColumnProfile): number {
	if (profile.filled === 0) return field === 'stage' ? 0.6 : 0.8;
	if (profile.dates / profile.filled > 0.7 && field !== 'id' && !DATE_FIELDS.has(field) && !NUMBER_FIELDS.has(field))
		return 0;
	return FITS[field]?.(profile) ?? 1;
}

type Fit = (profile: ColumnProfile) => number;

/** A month or a quarter with its year, in letters or numbers. */
const MONTH =
	/^(?:\p{L}{3,10}\.?[ -]?['’]?(?:\d{4}|\d{2})|\d{4} ?[-/.年] ?\d{1,2}月?|\d{1,2}[-/.]\d{4}|[qtк][1-4][ -/]?\d{4}|\d{4}[ -/]?q[1-4])$/u;
/** Not days, but still times: below the heading of a date the column is taken, and its cells are listed. */
const areMonths = (keys: readonly string[]): boolean =>
	keys.length > 1 && keys.every((key) => MONTH.test(key) && !/^\d{5,}/u.test(key));
/** Share of numbers of a kind that other numbers have as well. */
const MOSTLY = 0.7;
const fitsDate: Fit = ({ filled, dates, numbers, distinct }) => {
	// Serial numbers, moments and days in one go are dates too; a summary below may have its counts in the column.
	const shareOf = (isDay: (key: number) => boolean): number =>
		[...distinct].reduce((sum, [key, count]) => sum + (isDay(Number(key)) ? count : 0), 0) / filled;
	const isNumeric =
		shareOf(isCompactDay) >= 0.3 ||
		shareOf((key) => key > 30_000 && key < 75_000) >= MOSTLY ||
		shareOf((key) => !Number.isNaN(epochMs(key))) >= MOSTLY;
	if (areMonths([...distinct.keys()])) return 1;
	return (dates + (isNumeric ? numbers : 0)) / filled >= 0.3 ? 1 : 0;
};
const fitsNumber: Fit = ({ filled, numbers }) => (numbers / filled >= 0.3 ? 1 : 0);
const fitsText: Fit = ({ filled, booleans }) => (booleans / filled > 0.5 ? 0 : 1);
const mayBeStages = ({ filled, booleans, distinct }: ColumnProfile): boolean =>
	booleans / filled <= 0.5 && distinct.size <= MOST_STAGES;

const FITS: Readonly<Partial<Record<Field, Fit>>> = {
	created: fitsDate,
	closed: fitsDate,
	expectedClose: fitsDate,
	amount: fitsNumber,
	probability: fitsNumber,
	stage(profile) {
		if (!mayBeStages(profile)) return 0;
		return profile.numbers / profile.filled < 0.5 ? 1 : 0.5;
	},
	status(profile) {
		const { filled, numbers, statusWords } = profile;
		return mayBeStages(profile) && numbers / filled < 0.5 && statusWords / filled >= 0.3 ? 1 : 0;
	},
	// Of two ids the one that no deal shares is the deal's own, the other that of a lead or an account.
	id: ({ filled, booleans, distinct }) =>
		distinct.size / filled >= 0.5 && booleans === 0 ? 0.5 + distinct.size / filled / 2 : 0,
	name: ({ filled, numbers, booleans, distinct }) =>
		numbers / filled > 0.9 || booleans / filled > 0.5 ? 0 : 0.5 + distinct.size / filled / 2,
	currency: ({ filled, numbers, distinct }) => (distinct.size <= 40 && numbers / filled < 0.5 ? 1 : 0),
	lostFrom: fitsText,
	source: fitsText,
	reason: fitsText,
	owner: fitsText,
};

/** Ids of which each stands in this many rows at most may be those of deals with a row for each product. */
const MOST_LINES = 20;

/** Under a heading that names nothing but the deal's id: ids that repeat, as where each product of a deal has a row. */
export function mayHaveLines({ filled, distinct, booleans }: ColumnProfile): boolean {
	return distinct.size >= 3 && distinct.size * MOST_LINES >= filled && booleans === 0;
}

/** Hardly a text stands twice in many rows: names of people or firms, which may hold a word of a stage. */
export const areNames = ({ filled, distinct }: ColumnProfile): boolean => filled > 12 && distinct.size * 2 > filled;

/** A column of few texts with words of stages in it, best first; null when none convinces. */
export function stageByContent(
	headings: readonly string[],
	taken: ReadonlySet<number>,
	profileOf: (column: number) => ColumnProfile,
	width: number,
): number | null {
	let found: number | null = null;
	let best = 0.3;
	for (let column = 0; column < width; column++) {
		const profile = profileOf(column);
		if (
			taken.has(column) ||
			profile.filled < 2 ||
			profile.distinct.size < 2 ||
			profile.distinct.size > 30 ||
			profile.booleans > 0
		)
			continue;
		if (profile.numbers + profile.dates > profile.filled / 2 || areNames(profile)) continue;
		const isNamedLikeStage = fieldsOf(headings[column] ?? '').some(
			([field]) => field === 'stage' || field === 'status',
		);
		const score =
			(profile.endings > 0 || isNamedLikeStage ? 1 : 0.5) *
			(profile.stageWords / profile.filled) *
			Math.min(1, 0.4 + profile.distinct.size / 10);
		if (score > best) {
			best = score;
			found = column;
		}
	}
	return found;
}

/**
 * Amount and dates in columns whose heading says nothing, where the cells alone make it plain: amounts with their
 * currency, a date that only ended deals have, the one date that every deal has.
 * @param isNoBeginning whether deals end before the date of a column
 * @param filledWhile shares of the open and of the ended deals that have something in a column; null where there are
 * too few
 */
export function fieldsByEvidence(
	found: Map<Field, FoundColumn>,
	headings: readonly string[],
	profileOf: (column: number) => ColumnProfile,
	isNoBeginning: (column: number) => boolean,
	filledWhile: (column: number) => { readonly open: number; readonly ended: number } | null,
): void {
	const taken = new Set([...found.values()].map(({ column }) => column));
	const unnamed = headings
		.map((_, column) => column)
		.filter(
			(column) =>
				!taken.has(column) && profileOf(column).filled > 2 && fieldsOf(headings[column] as string).length === 0,
		);
	const isMostly = (part: number, column: number): boolean => part / profileOf(column).filled >= 0.8;
	const give = (field: Field, columns: readonly number[]): void => {
		if (!found.has(field) && columns.length === 1)
			found.set(field, { column: columns[0] as number, confidence: 'unsure' });
	};
	give(
		'amount',
		unnamed.filter((column) => isMostly(profileOf(column).money, column)),
	);
	give(
		'amount',
		unnamed.filter((column) => isMostly(profileOf(column).numbers, column) && namesMoney(headings[column] as string)),
	);
	const [left] = headings.flatMap((heading, column) => (heading === '' ? [] : [column]));
	if (left !== undefined && unnamed.includes(left) && areIds(profileOf(left))) give('id', [left]);
	const dates = unnamed.filter(
		(column) => isMostly(profileOf(column).dates, column) && !isOtherDate(plainHeading(headings[column] as string)),
	);
	give(
		'closed',
		dates.filter((column) => {
			const shares = filledWhile(column);
			return shares !== null && shares.ended >= 0.8 && shares.open <= 0.2;
		}),
	);
	give(
		'created',
		dates.filter((column) => profileOf(column).filled >= profileOf(column).sampled * 0.95 && !isNoBeginning(column)),
	);
}

/** A currency is written in the heading, and nothing that says whose money it is: `Potenzial (€)`. */
const namesMoney = (heading: string): boolean =>
	headingCurrency(heading) !== '' && !isOtherNumber(plainHeading(heading));

/** Rows that must differ before a column tells them apart. */
const FEWEST_IDS = 5;

/** Every row has one of its own, a number or a code with one. */
const areIds = ({ filled, sampled, distinct, dates, money }: ColumnProfile): boolean =>
	dates + money === 0 &&
	filled >= FEWEST_IDS &&
	filled === sampled &&
	distinct.size === filled &&
	[...distinct.keys()].every((key) => /^(?=.*\d)[\p{L}\d_./#-]{1,12}$/u.test(key));

/** What the cells of a column can only be; null where they can be several things. */
function fieldOfCells(
	{ filled, dates, numbers, distinct }: ColumnProfile,
	isFirst: boolean,
): 'date' | 'id' | 'amount' | 'name' | null {
	if (dates / filled >= 0.8) return 'date';
	const isUnique = distinct.size === filled;
	if (numbers / filled >= 0.8 && distinct.size > 3) return isFirst && isUnique ? 'id' : 'amount';
	if (numbers > 0 || !isUnique || filled <= 2) return null;
	return [...distinct.keys()].every((key) => /^\S*\d\S*$/u.test(key)) ? 'id' : 'name';
}

/** Fields of columns without a known heading, where the headings as a whole said nothing. */
export function fieldsByContent(
	found: Map<Field, FoundColumn>,
	headings: readonly string[],
	profileOf: (column: number) => ColumnProfile,
	width: number,
): void {
	const taken = new Set([...found.values()].map(({ column }) => column));
	const dateColumns: number[] = [];
	for (let column = 0; column < width; column++) {
		const profile = profileOf(column);
		if (taken.has(column) || profile.filled === 0 || fieldsOf(headings[column] ?? '').length > 0) continue;
		const field = fieldOfCells(profile, column === 0);
		if (field === 'date') dateColumns.push(column);
		else if (field !== null && !found.has(field)) found.set(field, { column, confidence: 'unsure' });
	}
	// Every deal has a beginning, only some have an end: the fullest date column is the beginning.
	dateColumns.sort((a, b) => profileOf(b).filled - profileOf(a).filled || a - b);
	for (const [position, field] of (['created', 'closed'] as const).entries()) {
		const column = dateColumns[position];
		if (column !== undefined && !found.has(field)) found.set(field, { column, confidence: 'unsure' });
	}
}
