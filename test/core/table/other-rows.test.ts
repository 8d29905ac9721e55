import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { pipelineOf } from '../pipeline-of.ts';

const day = (month: number): Date => new Date(Date.UTC(2025, month, 5));

/** The deals, the stages that are proposed, and the rows that are listed as something else. */
function reading(grid: readonly (readonly Cell[])[]) {
	const { opportunities, stages } = pipelineOf(grid);
	return {
		deals: opportunities.count,
		stages: stages.all.map(({ name }) => name),
		listed: opportunities.tableIssues.map(({ code, row }) => `${code} ${(row ?? 0) + 1}`),
	};
}

const DEALS: readonly (readonly Cell[])[] = [
	['A1', 'Amber', 'Lead', 100, day(1), ''],
	['A2', 'Birch', 'Lead', 200, day(2), ''],
	['A3', 'Cedar', 'Won', 300, day(1), day(4)],
	['A4', 'Daisy', 'Lost', 50, day(2), day(5)],
];
const HEADINGS = ['Id', 'Deal', 'Stage', 'Amount', 'Created', 'Closed'];
const STAGES = ['Lead', 'Won', 'Lost'];

describe('sums of a group', () => {
	it.each([
		['Lead Total', 'Won Total', 'Grand Total'],
		['Total Lead', 'Total Won', 'Total'],
		['Summe Lead', 'Summe Won', 'Gesamt'],
		['Lead 合计', 'Won 合计', '总计'],
		['Lead小計', 'Won小計', '合計'],
	])('"%s" in the stage column is no deal and no stage', (lead, won, all) => {
		const sum = (text: string, amount: number): Cell[] => ['', '', text, amount, '', ''];
		const grid = [HEADINGS, ...DEALS.slice(0, 2), sum(lead, 300), ...DEALS.slice(2), sum(won, 300), sum(all, 650)];
		expect(reading(grid)).toEqual({
			deals: 4,
			stages: STAGES,
			listed: ['totalsRow 4', 'totalsRow 7', 'totalsRow 8'],
		});
	});

	it('a stage is called so where deals of a name have it', () => {
		const grid = [HEADINGS, ...DEALS, ['A5', 'Elm', 'Lead Total', 10, day(3), '']];
		expect(reading(grid)).toMatchObject({ deals: 5, listed: [] });
	});

	it('a name that begins with the word for a sum is no sum of a group that nobody has', () => {
		expect(reading([HEADINGS, ...DEALS, ['', '', 'Total Solutions', 10, '', ''], ...DEALS])).toMatchObject({
			deals: 9,
			listed: [],
		});
	});
});

describe('another table below the deals', () => {
	const gap = ['', '', '', '', '', ''];
	it('with headings of its own makes neither deals nor stages', () => {
		const grid = [
			HEADINGS,
			...DEALS,
			gap,
			['Stage', 'Count', 'Amount', '', '', ''],
			['Lead', 2, 300, '', '', ''],
			['Won', 1, 300, '', '', ''],
		];
		expect(reading(grid)).toEqual({
			deals: 4,
			stages: STAGES,
			listed: ['otherTable 7', 'otherTable 8', 'otherTable 9'],
		});
	});

	it('under the stage and amount headings is not added to the deals', () => {
		const grid = [
			HEADINGS,
			...DEALS,
			gap,
			['', 'Summary', 'Stage', 'Amount', '', ''],
			['', '', 'Lead', 300, '', ''],
			['', '', 'Won', 300, '', ''],
		];
		expect(reading(grid)).toEqual({
			deals: 4,
			stages: STAGES,
			listed: ['otherTable 7', 'otherTable 8', 'otherTable 9'],
		});
	});

	it('ends where the headings of the deals come again', () => {
		const grid = [
			HEADINGS,
			...DEALS,
			gap,
			['Stage', 'Owner', '', '', '', ''],
			['Lead', 'Ann', '', '', '', ''],
			HEADINGS,
			...DEALS,
		];
		expect(reading(grid)).toEqual({
			deals: 8,
			stages: STAGES,
			listed: ['otherTable 7', 'otherTable 8', 'repeatedHeadings 9'],
		});
	});
});

it('a number among stage names is a slip that is listed, and no stage', () => {
	const grid = [HEADINGS, ...DEALS, ['A5', 'Elm', 273_700, 10, day(3), '']];
	const { opportunities, stages } = pipelineOf(grid);
	expect(stages.all.map(({ name }) => name)).toEqual(STAGES);
	expect(opportunities.stages().issues.map(({ code, row }) => [code, row])).toEqual([['unknownStage', 5]]);
});

describe('a summary below the sums, in words that no list has', () => {
	const heads: Readonly<Record<string, readonly string[]>> = {
		Dutch: [
			'Klant',
			'Fase',
			'Bedrag',
			'Aangemaakt',
			'Totaal',
			'Offerte',
			'Gewonnen',
			'Samenvatting per fase',
			'Aantal',
		],
		Finnish: ['Deal', 'Stage', 'Amount', 'Created', 'Total', 'Tarjous', 'Won', 'Yhteenveto vaiheittain', 'Kpl'],
		German: ['Kunde', 'Phase', 'Betrag', 'Erstellt am', 'Summe', 'Angebot', 'Gewonnen', 'Überblick', 'Stück'],
		Japanese: ['案件名', 'フェーズ', '金額', '作成日', '合計', '提案', '受注', 'まとめ', '件'],
		Russian: ['Клиент', 'Этап', 'Сумма', 'Дата создания', 'Итого', 'Предложение', 'Выиграно', 'Сводка', 'Шт'],
	};
	const tableOf = (language: string, summary: (offer: string, won: string) => readonly (readonly Cell[])[]) => {
		const [name, stage, amount, created, total, offer, won, title, count] = heads[language] as string[];
		const deals = [offer, won, offer, won, offer].map((at, i): Cell[] => [`K${i}`, at ?? '', 100 + i, day(i)]);
		const heading = [title ?? '', count ?? '', '', ''];
		return [
			[name ?? '', stage ?? '', amount ?? '', created ?? ''],
			...deals,
			[total ?? '', '', 510, ''],
			['', '', '', ''],
			heading,
			...summary(offer ?? '', won ?? ''),
		];
	};
	it.each(
		Object.keys(heads).flatMap(
			(language) =>
				[
					[
						language,
						'a stage and a count in the first columns',
						(offer: string, won: string) => [
							[offer, 3, '', ''],
							[won, 2, '', ''],
						],
					],
					[
						language,
						'a stage under the stages and a sum',
						(offer: string, won: string) => [
							['', offer, 306, ''],
							['', won, 204, ''],
						],
					],
					[
						language,
						'words and figures',
						() => [
							['x', 0.4, '', ''],
							['y', '40 %', '', ''],
						],
					],
				] as const,
		),
	)('is listed and counted nowhere (%s: %s)', (language, _, summary) => {
		const { deals, listed } = reading(tableOf(language, summary));
		expect(deals).toBe(5);
		expect(listed).toEqual([expect.stringMatching(/^totalsRow 7$/u), 'otherTable 9', 'otherTable 10', 'otherTable 11']);
	});
	it('leaves deals below a gap alone that only lack their stage', () => {
		const grid = [
			...tableOf('German', () => []).slice(0, 7),
			['', '', '', ''],
			['K9', '', 50, day(3)],
			['K10', '', 60, day(4)],
		];
		expect(reading(grid).deals).toBe(7);
	});
});

describe('a summary below a gap in columns of other fields', () => {
	const summary: readonly (readonly Cell[])[] = [
		['Lead', 2],
		['Won', 1],
		['Lost', 1],
	];
	const under = (deals: readonly (readonly Cell[])[], headings: readonly Cell[], ...rows: (readonly Cell[])[]) => {
		const width = headings.length;
		const filled = [[], ...rows].map((row) => Array.from({ length: width }, (_, at): Cell => row[at] ?? ''));
		return reading([headings, ...deals, ...filled]);
	};
	const pick = (...columns: number[]) => DEALS.map((deal) => columns.map((at): Cell => deal[at] ?? ''));

	it('is none of deals though its own headings stand where an owner would', () => {
		const deals = DEALS.map(([, , stage, amount, created], i): Cell[] => [
			stage ?? '',
			['Ann', 'Bo', 'Cleo', 'Dag'][i] ?? '',
			amount ?? '',
			created ?? '',
		]);
		expect(under(deals, ['Stage', 'Owner', 'Amount', 'Created'], ['Overview', 'Pcs'], ...summary)).toEqual({
			deals: 4,
			stages: STAGES,
			listed: ['otherTable 7', 'otherTable 8', 'otherTable 9', 'otherTable 10'],
		});
	});

	it('does not keep a column of days in one number from being seen', () => {
		const deals = DEALS.map(([, , stage, amount], i): Cell[] => [stage ?? '', 20_250_213 + i, amount ?? '']);
		expect(under(deals, ['Stage', 'Created', 'Amount'], ...summary)).toMatchObject({ deals: 4, stages: STAGES });
	});

	it.each([
		['as sums that are numbers of days', 40_084.21, 45_700],
		['as sums written like days in one number', 20_250_213, 20_250_114],
	])('is none of deals where its sums stand below their days, %s', (_, one, other) => {
		const deals = DEALS.map(([, , stage, amount, created], i): Cell[] => [
			stage ?? '',
			'',
			created ?? '',
			amount ?? '',
			['Ann', 'Bo', 'Cleo', 'Dag'][i] ?? '',
			`Deal ${i}`,
		]);
		const sums = [
			['Lead', 2, 300],
			['Won', 1, one],
			['Lost', 1, other],
		];
		const headings = ['Stage', 'Closed', 'Created', 'Amount', 'Owner', 'Deal'];
		expect(under(deals, headings, ['Overview', 'Pcs', 'Sum'], ...sums)).toMatchObject({ deals: 4, stages: STAGES });
	});

	it('keeps a deal below it whose day is a number, where it has a name of its own', () => {
		const grid = [HEADINGS, ...DEALS, Array(6).fill(''), ['', 'Elm', 'Lead', 10, 45_700, '']];
		const later = ['', 'Fern', 'Won', 10, 45_701, ''];
		expect(reading([...grid, later])).toMatchObject({ deals: 6, listed: [] });
	});

	it('is told from open deals, which have no closing date either', () => {
		expect(under(pick(3, 1, 2, 0, 5), ['Amount', 'Deal', 'Stage', 'Id', 'Closed'], ...summary)).toMatchObject({
			deals: 4,
			stages: STAGES,
		});
	});

	it('is no reason to leave out a deal in a stage of its own', () => {
		const late = ['A5', 'Elm', 'Proposal', 10, day(3), ''];
		expect(reading([HEADINGS, ...DEALS, Array(6).fill(''), late])).toMatchObject({ deals: 5, listed: [] });
	});
});

it.each(['Jumlah Penawaran', 'Total Penawaran', 'Penawaran Total'])(
	'the sum of a stage is no deal, whatever column it stands in (%s)',
	(sum) => {
		const deals = ['Penawaran', 'Menang', 'Kalah', 'Penawaran'].map((at, i): Cell[] => [`D${i}`, at, 100, day(i)]);
		const grid = [['No', 'Tahap', 'Nilai', 'Tanggal dibuat'], ...deals, [sum, '', 200, '']];
		expect(reading(grid)).toMatchObject({ deals: 4, listed: ['totalsRow 6'] });
	},
);

it('the count of deals where the stage would stand is no deal', () => {
	const total = ['Total', 'Count', '4', '', '', ''];
	expect(reading([HEADINGS, ...DEALS, total])).toMatchObject({ deals: 4, stages: STAGES, listed: ['totalsRow 6'] });
});
