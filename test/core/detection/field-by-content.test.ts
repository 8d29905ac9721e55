import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { type ColumnProfile, profileColumn } from '../../../src/core/detection/column-profile.ts';
import {
	contentFit,
	fieldsByContent,
	fieldsByEvidence,
	stageByContent,
} from '../../../src/core/detection/field-by-content.ts';
import type { FoundColumn } from '../../../src/core/detection/found-column.ts';
import type { Field } from '../../../src/core/model/opportunity.ts';

const column = (cells: readonly Cell[]): ColumnProfile =>
	profileColumn(
		cells.map((cell) => [cell]),
		cells.map((_, row) => row),
		0,
	);
/** Ten cells: so many of the one kind, the rest of the other. */
const mixed = (count: number, one: (i: number) => Cell, other: (i: number) => Cell): Cell[] =>
	Array.from({ length: 10 }, (_, i) => (i < count ? one(i) : other(i)));
const date = (i: number): Cell => `2026-01-${String(i + 1).padStart(2, '0')}`;
const number = (i: number): Cell => i * 10;
const word = (i: number): Cell => `word ${'abcdefghij'[i]}`;
const yes = (): Cell => true;
const fitOf = (field: Field, cells: readonly Cell[]): number => contentFit(field, column(cells));

describe('how well cells fit a field', () => {
	it('nothing below speaks little against it, least against a stage', () => {
		expect([fitOf('stage', ['', '']), fitOf('amount', []), fitOf('created', ['NA'])]).toEqual([0.6, 0.8, 0.8]);
	});
	it('a date field needs dates in three cells of ten', () => {
		for (const field of ['created', 'closed', 'expectedClose'] as const)
			expect([
				fitOf(field, mixed(3, date, word)),
				fitOf(field, mixed(2, date, word)),
				fitOf(field, mixed(5, number, word)),
			]).toEqual([1, 0, 0]);
	});
	it('serial numbers are dates where all of them are of our time', () => {
		expect([
			fitOf('created', [30_001, 46_000, 74_999]),
			fitOf('created', [30_000, 46_000]),
			fitOf('created', [46_000, 75_000]),
		]).toEqual([1, 0, 0]);
		expect(fitOf('created', [46_000, 'word'])).toBe(0);
	});
	it('a number field needs numbers in three cells of ten', () => {
		for (const field of ['amount', 'probability'] as const)
			expect([
				fitOf(field, mixed(3, number, word)),
				fitOf(field, mixed(2, number, word)),
				fitOf(field, mixed(8, date, word)),
			]).toEqual([1, 0, 0]);
	});
	it('more than seven dates of ten are no name, stage or owner, but may be an id', () => {
		for (const field of ['name', 'stage', 'owner', 'currency'] as const) {
			expect(fitOf(field, mixed(8, date, word))).toBe(0);
			expect(fitOf(field, mixed(7, date, word))).toBeGreaterThan(0);
		}
		expect(fitOf('id', mixed(8, date, word))).toBe(1);
	});
	it('stages are texts; numbers may be, yes and no and more than sixty names are not', () => {
		expect([
			fitOf('stage', mixed(10, word, word)),
			fitOf('stage', mixed(4, number, word)),
			fitOf('stage', mixed(5, number, word)),
		]).toEqual([1, 1, 0.5]);
		expect([fitOf('stage', mixed(5, yes, word)), fitOf('stage', mixed(6, yes, word))]).toEqual([1, 0]);
		const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}x`);
		expect([fitOf('stage', names(60)), fitOf('stage', names(61))]).toEqual([1, 0]);
	});
	it('a status column has a word of a status in three cells of ten', () => {
		const status = (i: number): Cell => ['open', 'won', 'lost'][i % 3] as string;
		expect([
			fitOf('status', mixed(3, status, word)),
			fitOf('status', mixed(2, status, word)),
			fitOf('status', mixed(5, status, number)),
		]).toEqual([1, 0, 0]);
		expect([fitOf('status', mixed(6, yes, status)), fitOf('owner', mixed(3, status, word))]).toEqual([0, 1]);
	});
	it('ids differ in half of the rows, better in all, and are never yes or no', () => {
		expect(fitOf('id', ['a', 'b', 'c', 'd'])).toBe(1);
		expect(fitOf('id', ['a', 'a', 'b', 'b'])).toBe(0.75);
		expect(fitOf('id', ['a', 'a', 'b', 'b', 'b'])).toBe(0);
		expect(fitOf('id', ['a', 'b', 'c', true])).toBe(0);
	});
	it('names fit the better the more they differ; numbers and yes or no are none', () => {
		expect([fitOf('name', ['a', 'b', 'c', 'd']), fitOf('name', ['a', 'a', 'a', 'a'])]).toEqual([1, 0.625]);
		expect([fitOf('name', mixed(9, number, word)), fitOf('name', mixed(10, number, word))]).toEqual([1, 0]);
		expect([fitOf('name', mixed(5, yes, word)), fitOf('name', mixed(6, yes, word))]).toEqual([0.8, 0]);
	});
	it('there are at most forty currencies', () => {
		const names = (count: number) => Array.from({ length: count }, (_, i) => `c${i}x`);
		expect([fitOf('currency', names(40)), fitOf('currency', names(41)), fitOf('owner', names(41))]).toEqual([1, 0, 1]);
	});
	it('who, where from and why are anything but mostly yes or no', () => {
		for (const field of ['owner', 'source', 'reason', 'lostFrom'] as const)
			expect([
				fitOf(field, mixed(5, yes, word)),
				fitOf(field, mixed(6, yes, word)),
				fitOf(field, mixed(9, number, word)),
			]).toEqual([1, 0, 1]);
	});
});

describe('a stage column by its content', () => {
	const found = (headings: string[], columns: Cell[][], taken: number[] = []) =>
		stageByContent(headings, new Set(taken), (c) => column(columns[c] as Cell[]), columns.length);
	const stages = ['Lead', 'Proposal', 'Won', 'Lost', 'Lead', 'Demo'];
	const people = ['Ann', 'Ben', 'Ann', 'Cy', 'Dee', 'Ann'];

	it('is the one with the most words of stages, the first of equals', () => {
		expect(found(['a', 'b', 'c'], [people, stages, people])).toBe(1);
		expect(found(['a', 'b'], [stages, stages])).toBe(0);
		expect(found(['a', 'b'], [['Lead', 'Ann', 'Won', 'Ben', 'Cy', 'Lead'], stages])).toBe(1);
		expect(found(['a'], [people])).toBeNull();
	});
	it('is none that is taken, nearly empty, of one value, of yes and no, or mostly numbers or dates', () => {
		expect(found(['a'], [stages], [0])).toBeNull();
		expect(found(['a'], [['Won']])).toBeNull();
		expect(found(['a'], [['Won', 'Won', 'Won']])).toBeNull();
		expect(found(['a'], [[...stages, true]])).toBeNull();
		expect(found(['a'], [['Won', 'Lost', 5, 6, 7]])).toBeNull();
		expect(found(['a'], [['Won', 'Lost', '2026-01-01', '2026-01-02', 7]])).toBeNull();
		expect(found(['a'], [['Won', 'Lost', 'Lead', 5, 6, 7]])).toBe(0);
	});
	it('has at most thirty names', () => {
		const many = (count: number) => [
			'Won',
			'Lost',
			...Array.from({ length: count - 2 }, (_, i) => `lead ${'abcdefghijklmnopqrstuvwxyz1234567'[i]}`),
			...Array(60).fill('Won'),
		];
		expect([found(['a'], [many(30)]), found(['a'], [many(31)])]).toEqual([0, null]);
	});
	it('without an ending needs more of the words, or a heading that says stage', () => {
		const open = ['Lead', 'Proposal', 'Ann', 'Ben', 'Lead'];
		expect([found(['a'], [open]), found(['Stage'], [open]), found(['Status'], [open])]).toEqual([null, 0, 0]);
		expect(found(['a'], [['Lead', 'Proposal', 'Won', 'Ben', 'Lead']])).toBe(0);
	});
});

describe('columns whose heading says nothing', () => {
	const named = (columns: Cell[][], known: [Field, number][] = [], headings = columns.map((_, c) => `x${c}`)) => {
		const found = new Map<Field, FoundColumn>(known.map(([field, c]) => [field, { column: c, confidence: 'sure' }]));
		fieldsByContent(found, headings, (c) => column(columns[c] as Cell[]), columns.length);
		return Object.fromEntries([...found].map(([field, { column: c, confidence }]) => [field, `${c} ${confidence}`]));
	};
	const dates = (count: number): Cell[] => Array.from({ length: 5 }, (_, i) => (i < count ? date(i) : ''));

	it('the fullest date column is the beginning, the next one the end', () => {
		expect(named([dates(2), dates(5), dates(3)])).toEqual({ created: '1 unsure', closed: '2 unsure' });
		expect(named([dates(4), dates(4)])).toEqual({ created: '0 unsure', closed: '1 unsure' });
		expect(named([dates(4), dates(5)], [['created', 0]])).toEqual({ created: '0 sure' });
	});
	it('numbers of more than three values are the amount, or the id when they stand first and all differ', () => {
		expect(
			named([
				['a', 'a', 'b', 'b', 'a'],
				[1, 2, 3, 4, 4],
			]),
		).toEqual({ amount: '1 unsure' });
		expect(
			named([
				[1, 2, 3, 4, 5],
				[1, 2, 3, 4, 5],
			]),
		).toEqual({ id: '0 unsure', amount: '1 unsure' });
		expect(named([[1, 2, 3, 4, 4]])).toEqual({ amount: '0 unsure' });
		expect(named([[1, 2, 3, 3, 3]])).toEqual({});
		expect([named([[1, 2, 3, 4, 'x']]), named([[1, 2, 3, 4, 'x', 'y']])]).toEqual([{ id: '0 unsure' }, {}]);
	});
	it('texts that all differ are the name, or the id when each is one word with a digit', () => {
		expect(named([['Acme', 'Bolt', 'Cone']])).toEqual({ name: '0 unsure' });
		expect(named([['D-1', 'D-22', '3x']])).toEqual({ id: '0 unsure' });
		expect(named([['D-1', 'D 2', 'D-3']])).toEqual({ name: '0 unsure' });
		expect(named([['Acme', 'Bolt']])).toEqual({});
		expect(named([['Acme', 'Bolt', 'Acme']])).toEqual({});
		expect(named([['Acme', 'Bolt', 5]])).toEqual({});
	});
	it('keeps what is known, and leaves columns that have a heading or nothing in them', () => {
		expect(
			named([
				['Acme', 'Bolt', 'Cone'],
				['Dune', 'Etna', 'Fuji'],
			]),
		).toEqual({ name: '0 unsure' });
		expect(named([['Acme', 'Bolt', 'Cone']], [['owner', 0]])).toEqual({ owner: '0 sure' });
		expect(named([['Acme', 'Bolt', 'Cone']], [], ['Owner'])).toEqual({});
		expect(named([['', '', '']])).toEqual({});
	});
});

describe('columns that the cells alone make plain', () => {
	type Shares = { open: number; ended: number } | null;
	const evident = (
		columns: Cell[][],
		shares: Shares = null,
		known: [Field, number][] = [],
		headings = columns.map((_, c) => `x${c}`),
	) => {
		const found = new Map<Field, FoundColumn>(known.map(([field, c]) => [field, { column: c, confidence: 'sure' }]));
		fieldsByEvidence(
			found,
			headings,
			(c) => column(columns[c] as Cell[]),
			() => false,
			() => shares,
		);
		return Object.fromEntries([...found].map(([field, { column: c }]) => [field, c]));
	};
	const money = ['€5', '€6', '€7', '€8', 'later'];
	const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'];

	it('amounts that are written with their currency, in four cells of five, where there is one such column', () => {
		expect(evident([money])).toEqual({ amount: 0 });
		expect(evident([['€5', '€6', '€7', 'x', 'later']])).toEqual({});
		expect(evident([[5, 6, 7, 8]])).toEqual({});
		expect(evident([money, money])).toEqual({});
		expect(evident([money, money], null, [['amount', 1]])).toEqual({ amount: 1 });
		expect(evident([money], null, [['source', 0]])).toEqual({ source: 0 });
		expect(evident([money], null, [], ['Owner'])).toEqual({});
		expect([evident([['€5', '€6']]), evident([['€5', '€6', '€7']])]).toEqual([{}, { amount: 0 }]);
	});
	it('numbers below a currency in the heading, and ids in the first column', () => {
		const numbers = [100, 250, 300, 100, 900];
		expect(evident([numbers], null, [], ['Potenzial (€)'])).toEqual({ amount: 0 });
		expect(evident([numbers], null, [], ['Potenzial'])).toEqual({});
		expect(evident([numbers, numbers], null, [], ['Potenzial (€)', 'Ticket (R$)'])).toEqual({});
		expect(evident([numbers], null, [], ['Tax paid (€)'])).toEqual({});
		const ids = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];
		expect(evident([ids, ids])).toEqual({ id: 0 });
		expect(evident([[1, 2, 3, 4, 5]])).toEqual({ id: 0 });
		expect([
			evident([[1, 2, 3, 4, 4]]),
			evident([[1, 2, 3, 4]]),
			evident([['1', '2', '3', '4', '']]),
			evident([['a', 'b', 'c', 'd', 'e']]),
		]).toEqual(Array(4).fill({}));
	});
	it('the one date that ended deals have and open ones have not', () => {
		const some = ['2026-01-01', '2026-01-02', '2026-01-03', '', ''];
		expect(evident([some], { open: 0.2, ended: 0.8 })).toEqual({ closed: 0 });
		expect(evident([some], { open: 0.21, ended: 1 })).toEqual({});
		expect(evident([some], { open: 0, ended: 0.79 })).toEqual({});
		expect(evident([some], null)).toEqual({});
	});
	it('the one date that nearly every deal has', () => {
		expect(evident([days])).toEqual({ created: 0 });
		const full = Array.from({ length: 20 }, (_, i) => (i === 0 ? '' : `2026-02-${String(i).padStart(2, '0')}`));
		expect(evident([full])).toEqual({ created: 0 });
		expect(evident([full.map((cell, i) => (i === 1 ? '' : cell))])).toEqual({});
		expect(evident([days, days])).toEqual({});
	});
});
