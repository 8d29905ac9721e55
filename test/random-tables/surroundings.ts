/** What stands in a table beside its deals: other columns, rows between and below. Not here: the deals (written-table.ts). */
import type { Cell } from '../../src/core/cells/cell.ts';
import type { Language } from '../../src/core/vocabulary/languages/language.ts';
import type { Dice } from '../simulation/dice.ts';
import type { KnownDeal } from './written-table.ts';

/** A column that is nobody's field, with what is in it. */
export type OtherColumn = readonly [heading: string, cell: (deal: KnownDeal, random: Dice) => Cell];

export const USUAL_COLUMNS: readonly OtherColumn[] = [
	['Phone', (_, random) => `+49 30 ${random.whole(0, 900_000) + 100_000}`],
	['Remarks', (_, random) => random.pick(['', 'call back', 'sent twice', 'ok'])],
	['Last modified', (_, random) => `2026-0${random.whole(0, 5) + 1}-1${random.whole(0, 8)}`],
	['Employees', (_, random) => random.whole(0, 400) + 1],
	['Newsletter', (_, random) => random.isLucky(0.5)],
];

const isEnded = ({ kind }: KnownDeal): boolean => kind === 'won' || kind === 'lost';

/** Columns that a reader may take for something else. */
export const RARE_COLUMNS: readonly OtherColumn[] = [
	['Discount %', (_, random) => random.whole(0, 4) / 10],
	['Margin', (_, random) => `${random.whole(0, 40)} %`],
	['Quarter', (_, random) => `Q${random.whole(0, 3) + 1} 2025`],
	['Stage owner', (_, random) => random.pick(['Ada', 'Bo'])],
	[
		'Notes',
		(_, random) => random.pick(['', 'won over the CFO', 'lost the file', 'proposal was sent', 'closed on Mondays']),
	],
	['Product', (_, random) => random.pick(['Closed loop', 'Lead sensor', 'Open frame', 'Demo kit'])],
	['Country', (_, random) => random.pick(['DE', 'FR', 'PL', 'CN'])],
	[
		'Forecast category',
		(deal, random) => (isEnded(deal) ? 'Closed' : random.pick(['Pipeline', 'Best case', 'Commit'])),
	],
	['Lost reason', ({ kind }, random) => (kind === 'lost' ? random.pick(['Price', 'Timing', 'Competitor']) : '')],
	['Priority', (_, random) => random.pick(['High', 'Medium', 'Low'])],
	['Status', ({ kind }) => (kind === 'won' ? 'Won' : kind === 'lost' ? 'Lost' : 'Open')],
	['Contract end', (_, random) => `2028-0${random.whole(0, 8) + 1}-15`],
	['Age (days)', (_, random) => random.whole(0, 300)],
	['Next step date', (_, random) => `2026-0${random.whole(0, 8) + 1}-20`],
	['Commission', (_, random) => random.whole(0, 9000)],
	['Rating', (_, random) => '★'.repeat(random.whole(0, 4) + 1)],
];

const rowOf = (width: number, ...cells: readonly Cell[]): Cell[] =>
	Array.from({ length: width }, (_, at) => cells[at] ?? '');

/** Words above a summary, for the stage and for each figure; in some tables none that a program knows. */
const SUMMARY_WORDS: readonly (readonly string[])[] = [
	['Overview', 'Pcs', 'Sum', 'Share'],
	['Stage', 'Deals', 'Amount', '%'],
	['Etap', 'Szt.', 'Razem', 'Udział'],
	['阶段', '数量', '金额', '占比'],
	['Recap', '#', 'Tot.', '%'],
];

/** Another table below a gap: what each stage has, with or without headings, anywhere, with or without a sum. */
export function summaryOf(deals: readonly KnownDeal[], width: number, random: Dice): Cell[][] {
	const stages = [...new Set(deals.map(({ stage }) => stage))];
	const of = (stage: string): readonly KnownDeal[] => deals.filter((deal) => deal.stage === stage);
	const sum = (some: readonly KnownDeal[]): number => some.reduce((part, { amount }) => part + amount, 0);
	const all: readonly ((stage: string) => Cell)[] = [
		(stage) => of(stage).length,
		(stage) => sum(of(stage)),
		(stage) => of(stage).length / deals.length,
	];
	const figures = all.slice(random.isLucky(0.2) ? 1 : 0, 1 + random.whole(0, 2));
	const at = random.isLucky(0.6) ? 0 : random.whole(0, Math.max(0, width - figures.length - 1));
	const put = (...cells: readonly Cell[]): Cell[] => rowOf(width, ...Array.from({ length: at }, () => ''), ...cells);
	const words = random.pick(SUMMARY_WORDS);
	return [
		...Array.from({ length: 1 + random.whole(0, 2) }, () => rowOf(width)),
		...(random.isLucky(0.5) ? [put(...words.slice(0, figures.length + 1))] : []),
		...stages.map((stage) => put(stage, ...figures.map((figure) => figure(stage)))),
		...(random.isLucky(0.2) ? [put('Total', deals.length)] : []),
	];
}

const NOTES = [
	'Exported from the CRM on 2026-01-31 by Ada',
	'* Figures are preliminary and not audited',
	'Note: amounts without VAT',
	'Confidential. Do not share outside of the sales team.',
	'Quelle: interne Auswertung des Vertriebs',
	'数据来源：公司内部系统，仅供参考，请勿外传。',
];
export const noteOf = (width: number, random: Dice): Cell[][] => [
	...(random.isLucky(0.5) ? [rowOf(width)] : []),
	rowOf(width, random.pick(NOTES)),
];

/** The name of a group in a column, alone or with what the group has. */
export function groupRow(
	width: number,
	column: number,
	name: string,
	deals: readonly KnownDeal[],
	form: number,
): Cell[] {
	const sum = deals.reduce((part, { amount }) => part + amount, 0);
	const label = form === 1 ? `${name} (${deals.length})` : name;
	const beside = [[], [], [deals.length], [sum], [deals.length, sum]][form] ?? [];
	return rowOf(width, ...Array.from({ length: column }, () => ''), label, ...beside);
}

export function totalRow(
	language: Language,
	width: number,
	labelAt: number,
	amountAt: number | undefined,
	sum: Cell,
	random: Dice,
	of = '',
): Cell[] {
	// Patterns stand beside the plain words.
	const word = random.pick(language.totals.split('|').filter((one) => /^[\p{L} ]+$/u.test(one)));
	const label = of === '' ? word : random.isLucky(0.5) ? `${word} ${of}` : `${of} ${word}`;
	return rowOf(width).map((_, at) => (at === amountAt ? sum : at === labelAt ? label : ''));
}
