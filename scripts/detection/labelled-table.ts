/**
 * Made-up deal tables in any language whose columns, stages and order are known, to measure how well detection
 * recognizes them.
 */
import type { Cell, Grid } from '../../src/core/cells/cell.ts';
import type { Field } from '../../src/core/model/opportunity.ts';
import type { Language } from '../../src/core/vocabulary/languages/language.ts';

export interface LabelledTable {
	readonly grid: Grid;
	/** Grid column by field. */
	readonly columns: ReadonlyMap<Field, number>;
	/** Kind by stage name; the open stages are in order. */
	readonly stages: ReadonlyMap<string, 'open' | 'won' | 'lost' | 'parked'>;
}

/** 0 ≤ random() < 1, the same numbers for the same seed. */
export type Random = () => number;

/** Marsaglia's 32-bit xorshift. */
export function randomFrom(seed: number): Random {
	let state = seed * 2654435761 + 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

const FIELDS_OF_TABLE = ['id', 'name', 'stage', 'amount', 'created', 'closed', 'owner', 'source', 'reason'] as const;
/** Columns that match no field. */
const NOISE = ['Phone', 'E-mail', 'City', 'Remark', 'Fax', 'Postal code'];
const PEOPLE = ['Ann Lee', 'Bo Chen', 'Cleo Ruiz', 'Dana Fox'];
const SOURCES = ['Web', 'Fair', 'Referral'];
const REASONS = ['Price', 'Timing', 'Competitor'];

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const digits = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Ways to write dates; all dates of a table are written in one of them. */
const DATES: readonly ((day: Date) => Cell)[] = [
	(day) => day,
	(day) => day.toISOString().slice(0, 10),
	(day) => `${digits(day.getUTCDate())}.${digits(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`,
	(day) => `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`,
	(day) => `${day.getUTCFullYear()}/${digits(day.getUTCMonth() + 1)}/${digits(day.getUTCDate())}`,
];
const AMOUNTS: readonly ((value: number) => Cell)[] = [
	(value) => value,
	(value) => value.toFixed(2),
	(value) => `€${value}`,
	(value) => `${Math.floor(value / 1000)},${digits(value % 1000, 3)}.00`,
	(value) => `${Math.floor(value / 1000)}.${digits(value % 1000, 3)},00 €`,
];

/** Stage names that mean nothing in sales. */
const MADE_UP = ['Cobalt', 'Amber', 'Jade', 'Ivory', 'Onyx', 'Pearl', 'Ruby'];

/** A heading as a person might type it, from the language's words for the field; '' when it has none. */
function headingOf(random: Random, { headings }: Language, field: keyof Language['headings']): string {
	const [sure = '', usual = ''] = headings[field] ?? [];
	const words = (random() < 0.7 || usual === '' ? sure : usual).split('|').filter((word) => word !== '');
	const word = words.length === 0 ? '' : pick(random, words);
	const written = word.slice(0, 1).toUpperCase() + word.slice(1);
	const dress = random();
	return dress < 0.1 ? written.toUpperCase() : dress < 0.2 ? `${written} *` : dress < 0.3 ? ` ${written}:` : written;
}

/** The stages of a CRM in this language. */
function stagesOf(random: Random, { pipelines }: Language): Map<string, 'open' | 'won' | 'lost' | 'parked'> {
	const { open, won, lost } = pick(random, pipelines);
	const named = (names: string | undefined, kind: 'open' | 'won' | 'lost') =>
		names === undefined || names === '' ? [] : names.split(' > ').map((name) => [name, kind] as const);
	const way = named(open, 'open');
	// Some tables have stage names that no word list contains, and some have numbered stages.
	const [isUnknown, isNumbered] = [random() < 0.2, random() < 0.2];
	const own = way.map(([name, kind], at) => {
		const called = isUnknown && random() < 0.5 ? (MADE_UP[(at * 5 + 3) % MADE_UP.length] ?? name) : name;
		return [isNumbered ? `${at + 1}. ${called}` : called, kind] as const;
	});
	return new Map([...own, ...named(won, 'won'), ...named(lost, 'lost')]);
}

export function labelledTable(random: Random, language: Language): LabelledTable {
	const stages = stagesOf(random, language);
	const headings = new Map<Field | string, string>();
	for (const field of FIELDS_OF_TABLE) {
		const heading = headingOf(random, language, field);
		const isNeeded = field === 'id' || field === 'stage';
		// Some headings say nothing about their column.
		if (!isNeeded && random() < 0.1) headings.set(field, `Spalte ${headings.size + 1}`);
		else if (heading !== '' && ![...headings.values()].includes(heading) && (isNeeded || random() < 0.8))
			headings.set(field, heading);
	}
	for (const noise of NOISE) if (random() < 0.3) headings.set(noise, noise);
	const order = [...headings.keys()].sort(() => random() - 0.5);
	const dateText = pick(random, DATES);
	const amountText = pick(random, AMOUNTS);
	const rows = Array.from({ length: 20 + Math.floor(random() * 180) }, (_, deal): Cell[] => {
		const [stage, kind] = pick(random, [...stages]);
		const isEnded = kind === 'won' || kind === 'lost';
		const begin = Date.UTC(2025, 0, 1 + Math.floor(random() * 300));
		const end = begin + (5 + Math.floor(random() * 60)) * 86_400_000;
		const cells: Readonly<Record<string, Cell>> = {
			id: `D${digits(deal + 1, 4)}`,
			name: `Northwind ${deal + 1}`,
			stage,
			amount: amountText(1000 + Math.floor(random() * 90_000)),
			created: dateText(new Date(begin)),
			closed: isEnded ? dateText(new Date(end)) : '',
			owner: pick(random, PEOPLE),
			source: pick(random, SOURCES),
			reason: kind === 'lost' ? pick(random, REASONS) : '',
			Phone: `+1 555 ${digits(Math.floor(random() * 10_000), 4)}`,
			'E-mail': `p${deal}@example.com`,
			City: pick(random, ['Lyon', 'Porto', 'Graz']),
			Remark: random() < 0.2 ? 'call again' : '',
			Fax: '',
			'Postal code': digits(Math.floor(random() * 99_999), 5),
		};
		return order.map((key) => cells[key] ?? '');
	});
	const titles: Cell[][] = random() < 0.3 ? [['Export 2026'], []] : [];
	const sum = random() < 0.3 && order.includes('amount') && order[0] !== 'amount' ? [totalRow(language, order)] : [];
	return {
		grid: [...titles, order.map((key) => headings.get(key) ?? ''), ...rows, ...sum],
		columns: new Map(
			FIELDS_OF_TABLE.flatMap((field) => (order.includes(field) ? [[field, order.indexOf(field)] as const] : [])),
		),
		stages,
	};
}

/** A total row: the language's word for a total, and a number under the amounts. */
function totalRow({ totals }: Language, order: readonly string[]): Cell[] {
	const word = totals.split('|').find((one) => /^[\p{L} ]+$/u.test(one)) ?? 'Total';
	return order.map((key, at) => (at === 0 ? word : key === 'amount' ? 1_234_567 : ''));
}
