/**
 * Known deals written out as somebody might keep them: in any language, order of columns, format of dates and amounts, with titles, totals,
 * other columns and perhaps a history. Not here: reading them back (read-back.ts).
 */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { StageKind } from '../../src/core/model/stage.ts';
import { LANGUAGES } from '../../src/core/vocabulary/languages/index.ts';
import type { HeadingField, Language } from '../../src/core/vocabulary/languages/language.ts';
import { knownPipelines } from '../../src/core/vocabulary/stage-places.ts';
import { Dice } from '../simulation/dice.ts';

export interface KnownDeal {
	readonly id: string;
	readonly name: string;
	readonly stage: string;
	readonly kind: StageKind;
	readonly amount: number;
	/** Days since 1970. */
	readonly created: number;
	/** NaN while it is open. */
	readonly closed: number;
	readonly owner: string;
}

export type WrittenField = 'id' | 'name' | 'stage' | 'amount' | 'created' | 'closed' | 'owner';

export interface WrittenTable {
	readonly seed: number;
	readonly language: string;
	readonly grid: Cell[][];
	/** 0-based. */
	readonly headerRow: number;
	readonly columns: Readonly<Partial<Record<WrittenField, number>>>;
	readonly deals: readonly KnownDeal[];
	/** Grid row by deal. */
	readonly rows: readonly number[];
	/** A table of stage changes beside the deals; null none. */
	readonly history: Cell[][] | null;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = 19_400;
const SPAN = 1_200;
const OWNERS = ['Ada', 'Bo', 'Cleo', 'Dag', '李娜', 'Ömer'];
const PEOPLE = ['Quillmere', 'Brackenfold', 'Ostwyn', 'Tessaly', 'Norrowick', '华东机械', 'Müller & Co', 'Ørsund'];
/** Stages for languages without a list of a CRM that has both ends. */
const OWN_STAGES: Readonly<Record<string, readonly (readonly [string, StageKind])[]>> = {
	Swedish: [
		['Ny', 'open'],
		['Offert skickad', 'open'],
		['Förhandling', 'open'],
		['Vunnen', 'won'],
		['Förlorad', 'lost'],
	],
};

function stagesOf(language: Language, random: Dice): readonly (readonly [string, StageKind])[] {
	const lists = knownPipelines()
		.filter((pipeline) => pipeline.language === language.name)
		.filter(({ stages }) => ['won', 'lost'].every((kind) => stages.some((stage) => stage.kind === kind)));
	if (lists.length === 0) return OWN_STAGES[language.name] ?? (OWN_STAGES.Swedish as never);
	return random.pick(lists).stages.map(({ name, kind }) => [name, kind] as const);
}

function headingOf(language: Language, field: HeadingField, random: Dice): string {
	const word = random.pick((language.headings[field]?.[0] ?? field).split('|'));
	return random.isLucky(0.7) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const two = (value: number): string => String(value).padStart(2, '0');
const DATE_FORMS: readonly ((year: number, month: number, day: number) => Cell)[] = [
	(year, month, day) => new Date(Date.UTC(year, month - 1, day)) as unknown as Cell,
	(year, month, day) => `${year}-${two(month)}-${two(day)}`,
	(year, month, day) => `${year}/${month}/${day}`,
	(year, month, day) => `${two(day)}.${two(month)}.${year}`,
	(year, month, day) => `${two(day)}/${two(month)}/${year}`,
	(year, month, day) => `${month}/${day}/${year}`,
	(year, month, day) => `${year}年${month}月${day}日`,
	(year, month, day) => Number(`${year}${two(month)}${two(day)}`),
];

const grouped = (amount: number, comma: string, dot: string): string => {
	const [whole = '', cents = ''] = amount.toFixed(2).split('.');
	return `${whole.replace(/\B(?=(?:\d{3})+$)/gu, comma)}${dot}${cents}`;
};
const AMOUNT_FORMS: readonly ((amount: number) => Cell)[] = [
	(amount) => amount,
	(amount) => amount,
	(amount) => grouped(amount, ',', '.'),
	(amount) => grouped(amount, '.', ','),
	(amount) => `${grouped(amount, '.', ',')} €`,
	(amount) => `$${grouped(amount, ',', '.')}`,
	(amount) => `${grouped(amount, ' ', ',')} kr`,
];

/** Columns that are nobody's field, with what is in them. */
const NOISE: readonly (readonly [string, (random: Dice) => Cell])[] = [
	['Phone', (random) => `+49 30 ${random.whole(0, 900_000) + 100_000}`],
	['Remarks', (random) => random.pick(['', 'call back', 'sent twice', 'ok'])],
	['Last modified', (random) => `2026-0${random.whole(0, 5) + 1}-1${random.whole(0, 8)}`],
	['Employees', (random) => random.whole(0, 400) + 1],
	['Newsletter', (random) => random.isLucky(0.5)],
];

function dealsOf(stages: readonly (readonly [string, StageKind])[], random: Dice): KnownDeal[] {
	const count = random.isLucky(0.03)
		? 1000 + random.whole(0, 4000)
		: 10 + random.whole(0, random.isLucky(0.2) ? 400 : 60);
	const hasCents = random.isLucky(0.4);
	return Array.from({ length: count }, (_, i) => {
		const [stage, kind] = random.pick(stages);
		const created = FIRST_DAY + random.whole(0, SPAN);
		const amount = hasCents ? Math.round(random.whole(0, 9_000_000) + 100) / 100 : 100 * (1 + random.whole(0, 900));
		const isEnded = kind === 'won' || kind === 'lost';
		return {
			id: `D-${String(i + 1).padStart(4, '0')}`,
			name: `${random.pick(PEOPLE)} ${i + 1}`,
			stage,
			kind,
			amount,
			created,
			closed: isEnded ? created + random.whole(0, 120) : Number.NaN,
			owner: random.pick(OWNERS),
		};
	});
}

function shuffled<T>(list: readonly T[], random: Dice): T[] {
	return list
		.map((value) => ({ value, at: random.next() }))
		.sort((a, b) => a.at - b.at)
		.map(({ value }) => value);
}

function dateCell(form: (typeof DATE_FORMS)[number], day: number): Cell {
	if (Number.isNaN(day)) return '';
	const date = new Date(day * DAY_MS);
	return form(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** One form for a whole column; in some tables a second writer has another one. */
function mixed<T>(forms: readonly T[], random: Dice): () => T {
	const [own, other] = [random.pick(forms), random.pick(forms)];
	const share = random.isLucky(0.15) ? 0.3 : 0;
	return () => (random.isLucky(share) ? other : own);
}

/** Another table below a gap: how many deals each stage has, with or without headings. */
function summaryOf(deals: readonly KnownDeal[], width: number, random: Dice): Cell[][] {
	const row = (...cells: readonly Cell[]): Cell[] => Array.from({ length: width }, (_, at) => cells[at] ?? '');
	const stages = [...new Set(deals.map(({ stage }) => stage))];
	const counts = stages.map((stage) => row(stage, deals.filter((deal) => deal.stage === stage).length));
	return [row(), ...(random.isLucky(0.5) ? [row('Overview', 'Pcs')] : []), ...counts];
}

/** The table with this seed; the same in every run. */
export function writtenTable(seed: number): WrittenTable {
	const random = new Dice(seed);
	const language = random.pick(LANGUAGES);
	const deals = dealsOf(stagesOf(language, random), random);
	const dateForm = mixed(DATE_FORMS, random);
	const amountForm = mixed(AMOUNT_FORMS, random);
	const cells: Readonly<Record<WrittenField, (deal: KnownDeal) => Cell>> = {
		id: ({ id }) => id,
		name: ({ name }) => name,
		stage: ({ stage }) => stage,
		amount: ({ amount }) => amountForm()(amount),
		created: ({ created }) => dateCell(dateForm(), created),
		closed: ({ closed }) => dateCell(dateForm(), closed),
		owner: ({ owner }) => owner,
	};
	const fields = (Object.keys(cells) as WrittenField[]).filter((field) => field === 'stage' || random.isLucky(0.9));
	const headings = new Map<string, (deal: KnownDeal) => Cell>();
	const fieldOf = new Map<string, WrittenField>();
	for (const field of fields) {
		const heading = headingOf(language, field, random);
		if (headings.has(heading)) continue;
		headings.set(heading, cells[field]);
		fieldOf.set(heading, field);
	}
	for (const [heading, cell] of NOISE) if (random.isLucky(0.3)) headings.set(heading, () => cell(random));
	const order = shuffled([...headings.keys()], random);
	const grid: Cell[][] = [];
	const titles = random.isLucky(0.3) ? 1 + random.whole(0, 2) : 0;
	for (let i = 0; i < titles; i++)
		grid.push(i === 0 ? ['Pipeline 2026', ...order.slice(1).map(() => '')] : order.map(() => ''));
	const headerRow = grid.length;
	grid.push([...order]);
	const rows: number[] = [];
	for (const deal of deals) {
		if (random.isLucky(0.005)) grid.push(order.map(() => ''));
		rows.push(grid.length);
		grid.push(order.map((heading) => (headings.get(heading) as (deal: KnownDeal) => Cell)(deal)));
	}
	const columns = Object.fromEntries(
		order.flatMap((heading, at) => (fieldOf.has(heading) ? [[fieldOf.get(heading), at]] : [])),
	);
	if (random.isLucky(0.25)) {
		const total = deals.reduce((sum, { amount }) => sum + amount, 0);
		// Patterns stand beside the plain words.
		const word = random.pick(language.totals.split('|').filter((one) => /^[\p{L} ]+$/u.test(one)));
		grid.push(
			order.map((_, at) =>
				at === columns.amount ? amountForm()(total) : at === (columns.name ?? columns.id ?? -1) ? word : '',
			),
		);
	}
	if (random.isLucky(0.15)) grid.push(...summaryOf(deals, order.length, random));
	return {
		seed,
		language: language.name,
		grid,
		headerRow,
		columns,
		deals,
		rows,
		history: columns.id !== undefined && random.isLucky(0.3) ? historyOf(language, deals, random) : null,
	};
}

function historyOf(language: Language, deals: readonly KnownDeal[], random: Dice): Cell[][] {
	const word = (role: 'deal' | 'to' | 'at', otherwise: string): string =>
		random.pick((language.history[role]?.[0] ?? otherwise).split('|'));
	const moves = deals.map(({ id, stage, created, closed }) => [
		id,
		stage,
		dateCell(DATE_FORMS[1] as (typeof DATE_FORMS)[number], Number.isNaN(closed) ? created : closed),
	]);
	return [[word('deal', 'Deal ID'), word('to', 'New stage'), word('at', 'Changed at')], ...moves];
}
