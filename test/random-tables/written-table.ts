/**
 * Known deals written out as somebody might keep them: in any language, order of columns, format of dates and amounts, with titles, totals,
 * other columns and perhaps a history. Not here: reading them back (read-back.ts).
 */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { StageKind } from '../../src/core/model/stage.ts';
import { existing } from '../../src/core/speed/existing.ts';
import { LANGUAGES } from '../../src/core/vocabulary/languages/index.ts';
import type { HeadingField, Language } from '../../src/core/vocabulary/languages/language.ts';
import { knownPipelines } from '../../src/core/vocabulary/stage-places.ts';
import { Dice } from '../simulation/dice.ts';
import { type AmountForm, type DayForm, RARE_AMOUNTS, rareDays, USUAL_AMOUNTS, USUAL_DAYS } from './cell-forms.ts';
import {
	groupRow,
	noteOf,
	type OtherColumn,
	RARE_COLUMNS,
	summaryOf,
	totalRow,
	USUAL_COLUMNS,
} from './surroundings.ts';

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

const dateCell = (form: DayForm, day: number): Cell => (Number.isNaN(day) ? '' : form(day));

/** One form for a whole column; in some tables a second writer has another one. */
function mixed<T>(forms: readonly T[], random: Dice): () => T {
	const [own, other] = [random.pick(forms), random.pick(forms)];
	const share = random.isLucky(0.15) ? 0.3 : 0;
	return () => (random.isLucky(share) ? other : own);
}

/** How stages may be numbered or decorated, the same in all rows. */
const STAGE_DRESS: readonly ((name: string, at: number) => string)[] = [
	(name, at) => `${at + 1}. ${name}`,
	(name, at) => `${at + 1} - ${name}`,
	(name, at) => `[${at + 1}] ${name}`,
	(name, at) => `S${at + 1} ${name}`,
	(name, at) => `${['🟢', '🟡', '🔵', '🟣', '🟠', '⚪', '🔴'][at % 7]} ${name}`,
	(name, at) => `${name} (${Math.min(100, (at + 1) * 10)}%)`,
	(name) => name.toUpperCase(),
];
/** Slips of a hand that change nothing. */
const SLIPS: readonly ((name: string) => string)[] = [
	(name) => `${name} `,
	(name) => ` ${name}`,
	(name) => name.replace(' ', '\u00a0'),
	(name) => name.replace(' ', '  '),
	(name) => name.toLocaleLowerCase('en'),
];
const HEADING_DRESS: readonly ((heading: string) => string)[] = [
	(heading) => heading.toLocaleUpperCase('en'),
	(heading) => `${heading} *`,
	(heading) => `${heading}:`,
	(heading) => ` ${heading} `,
	(heading) => heading.replace(' ', '\u00a0'),
	(heading) => heading.replace(' ', '\n'),
	(heading) => heading.replaceAll(' ', '_'),
	(heading) => `📌 ${heading}`,
];

interface Shape {
	readonly language: Language;
	readonly stages: readonly (readonly [string, StageKind])[];
	readonly dateForm: () => DayForm;
	readonly amountForm: () => AmountForm;
	readonly unit: string;
	readonly slip: (name: string) => string;
	readonly dressHeading: (heading: string) => string;
	readonly others: readonly OtherColumn[];
	readonly isGrouped: boolean;
	readonly hasSubtotals: boolean;
	readonly hasNote: boolean;
	readonly hasGroupTitles: boolean;
	readonly hasBlankColumns: boolean;
	readonly besides: boolean;
}

/** What half of the tables are: the usual forms. */
function usualShape(language: Language, random: Dice): Shape {
	return {
		language,
		stages: stagesOf(language, random),
		dateForm: mixed(USUAL_DAYS, random),
		amountForm: mixed(USUAL_AMOUNTS, random),
		unit: '',
		slip: (name) => name,
		dressHeading: (heading) => heading,
		others: USUAL_COLUMNS.filter(() => random.isLucky(0.3)),
		isGrouped: false,
		hasSubtotals: false,
		hasNote: false,
		hasGroupTitles: false,
		hasBlankColumns: false,
		besides: false,
	};
}

/** The others: each form that people and programs come upon, now and then. */
function rareShape(language: Language, random: Dice): Shape {
	const usual = usualShape(language, random);
	const amount = random.pick(RARE_AMOUNTS);
	const dress = random.pick(STAGE_DRESS);
	const slip = random.pick(SLIPS);
	const heading = random.pick(HEADING_DRESS);
	const day = random.pick(rareDays(language));
	const stages = stagesOf(random.isLucky(0.3) ? random.pick(LANGUAGES) : language, random);
	const isGrouped = random.isLucky(0.15);
	return {
		...usual,
		stages: random.isLucky(0.4) ? stages.map(([name, kind], at) => [dress(name, at), kind] as const) : stages,
		dateForm: random.isLucky(0.6) ? () => day : usual.dateForm,
		...(random.isLucky(0.6) ? { amountForm: () => amount, unit: amount.unit } : {}),
		slip: random.isLucky(0.3) ? (name) => (random.isLucky(0.1) ? slip(name) : name) : usual.slip,
		dressHeading: random.isLucky(0.3) ? heading : usual.dressHeading,
		others: [...usual.others, ...RARE_COLUMNS.filter(() => random.isLucky(0.2))],
		isGrouped,
		hasSubtotals: isGrouped && random.isLucky(0.5),
		hasNote: random.isLucky(0.2),
		hasGroupTitles: random.isLucky(0.15),
		hasBlankColumns: random.isLucky(0.15),
		besides: random.isLucky(0.05),
	};
}

/** The table with this seed; the same in every run. */
export function writtenTable(seed: number): WrittenTable {
	const random = new Dice(seed);
	const language = random.pick(LANGUAGES);
	const shape = random.isLucky(0.5) ? usualShape(language, random) : rareShape(language, random);
	const { amountForm, dateForm } = shape;
	const made = dealsOf(shape.stages, random);
	const deals = shape.isGrouped ? shape.stages.flatMap(([stage]) => made.filter((deal) => deal.stage === stage)) : made;
	const cells: Readonly<Record<WrittenField, (deal: KnownDeal) => Cell>> = {
		id: ({ id }) => id,
		name: ({ name }) => name,
		stage: ({ stage }) => shape.slip(stage),
		amount: ({ amount }) => amountForm().write(amount),
		created: ({ created }) => dateCell(dateForm(), created),
		closed: ({ closed }) => dateCell(dateForm(), closed),
		owner: ({ owner }) => owner,
	};
	const fields = (Object.keys(cells) as WrittenField[]).filter((field) => field === 'stage' || random.isLucky(0.9));
	const headings = new Map<string, (deal: KnownDeal) => Cell>();
	const fieldOf = new Map<string, WrittenField>();
	for (const field of fields) {
		const own = shape.dressHeading(headingOf(language, field, random));
		const heading = field === 'amount' ? `${own}${shape.unit}` : own;
		if (headings.has(heading)) continue;
		headings.set(heading, cells[field]);
		fieldOf.set(heading, field);
	}
	for (const [heading, cell] of shape.others)
		if (!headings.has(heading)) headings.set(heading, (deal) => cell(deal, random));
	const named = shuffled([...headings.keys()], random);
	const order = shape.hasBlankColumns ? named.flatMap((one) => (random.isLucky(0.15) ? ['', one] : [one])) : named;
	const width = order.length;
	const grid: Cell[][] = [];
	const titles = random.isLucky(0.3) ? 1 + random.whole(0, 2) : 0;
	for (let i = 0; i < titles; i++)
		grid.push(i === 0 ? ['Pipeline 2026', ...order.slice(1).map(() => '')] : order.map(() => ''));
	if (shape.hasGroupTitles)
		grid.push(order.map((_, at) => (at === 0 ? 'Deal data' : at === Math.ceil(width / 2) ? 'More' : '')));
	const headerRow = grid.length;
	grid.push([...order]);
	const columns = Object.fromEntries(
		order.flatMap((heading, at) => (fieldOf.has(heading) ? [[fieldOf.get(heading), at]] : [])),
	) as WrittenTable['columns'];
	const labelAt = columns.name ?? columns.id ?? -1;
	const sumRow = (of: readonly KnownDeal[], group = ''): Cell[] => {
		const sum = amountForm().write(of.reduce((part, { amount }) => part + amount, 0));
		return totalRow(language, width, labelAt, columns.amount, sum, random, group);
	};
	const rows: number[] = [];
	const groupForm = random.whole(0, 5);
	const groupColumn = random.isLucky(0.7) || columns.stage === undefined ? 0 : columns.stage;
	deals.forEach((deal, i) => {
		const isFirst = deals[i - 1]?.stage !== deal.stage;
		if (shape.isGrouped && !shape.hasSubtotals && isFirst)
			grid.push(
				groupRow(
					width,
					groupColumn,
					deal.stage,
					deals.filter(({ stage }) => stage === deal.stage),
					groupForm,
				),
			);
		if (random.isLucky(0.005)) grid.push(order.map(() => ''));
		rows.push(grid.length);
		grid.push(order.map((heading) => (heading === '' ? '' : (headings.get(heading)?.(deal) ?? ''))));
		if (shape.hasSubtotals && labelAt >= 0 && deals[i + 1]?.stage !== deal.stage)
			grid.push(
				sumRow(
					deals.filter(({ stage }) => stage === deal.stage),
					deal.stage,
				),
			);
	});
	if (random.isLucky(0.25)) grid.push(sumRow(deals));
	if (random.isLucky(0.15)) grid.push(...summaryOf(deals, width, random));
	if (shape.hasNote) grid.push(...noteOf(width, random));
	if (shape.besides) putBeside(grid, headerRow, shape.stages, deals);
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

/** A list of stages with their counts, a blank column to the right of the table. */
function putBeside(grid: Cell[][], headerRow: number, stages: Shape['stages'], deals: readonly KnownDeal[]): void {
	const list: Cell[][] = [
		['Stage', 'Deals'],
		...stages.map(([name]) => [name, deals.filter(({ stage }) => stage === name).length]),
	];
	grid.forEach((row, at) => {
		row.push('', ...(list[at - headerRow] ?? ['', '']));
	});
}

const ISO_DAY = existing(USUAL_DAYS[1]);

function historyOf(language: Language, deals: readonly KnownDeal[], random: Dice): Cell[][] {
	const word = (role: 'deal' | 'to' | 'at', otherwise: string): string =>
		random.pick((language.history[role]?.[0] ?? otherwise).split('|'));
	const moves = deals.map(({ id, stage, created, closed }) => [
		id,
		stage,
		dateCell(ISO_DAY, Number.isNaN(closed) ? created : closed),
	]);
	return [[word('deal', 'Deal ID'), word('to', 'New stage'), word('at', 'Changed at')], ...moves];
}
