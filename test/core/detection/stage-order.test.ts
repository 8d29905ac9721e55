// The order of open stages from every source at once, each of which knows a part, and where it must be asked.
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../src/core/cells/cell.ts';
import { detectStages } from '../../../src/core/detection/stage-detection.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';

const found = (grid: Grid, history: Grid | null = null) => {
	const { stages, doubts } = detectStages(grid, detectTable(grid), undefined, history);
	return {
		open: stages.filter(({ kind }) => kind === 'open' || kind === null).map(({ name }) => name),
		doubts: doubts.map(({ first, second }) => `${first} > ${second}`),
		against: doubts.flatMap(({ against }) => against),
	};
};
/** One deal in each stage, in this order. */
const column = (...stages: readonly string[]): Cell[][] => [
	['Deal ID', 'Stage'],
	...stages.map((stage, i): Cell[] => [`d${i}`, stage]),
];

/** Deals that went through `path` up to one stage each, a day a step. */
function walks(path: readonly string[], deals: number): { deals: Cell[][]; history: Cell[][] } {
	const day = (i: number): string => new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10);
	const all = Array.from({ length: deals }, (_, i) => ({
		id: `d${i}`,
		last: path.length - 1 - (i % path.length),
		start: i,
	}));
	return {
		deals: all.map(({ id, last }) => [id, path[last] ?? '']),
		history: all.flatMap(({ id, last, start }) =>
			path.slice(0, last + 1).map((stage, step): Cell[] => [id, stage, day(start + step)]),
		),
	};
}

describe('letters and numbers in the names', () => {
	it.each([
		['letters', ['C. Oak', 'Elm', 'A. Fir', 'B. Ash'], ['A. Fir', 'B. Ash', 'C. Oak']],
		['numbers', ['3 - Oak', 'Elm', '1 - Fir', '2 - Ash'], ['1 - Fir', '2 - Ash', '3 - Oak']],
		['Chinese numbers', ['第三步 柏', '榆', '第一步 松', '第二步 竹'], ['第一步 松', '第二步 竹', '第三步 柏']],
		['percentages', ['Oak (75%)', 'Elm', 'Fir (10%)', 'Ash (40%)'], ['Fir (10%)', 'Ash (40%)', 'Oak (75%)']],
	])('%s order the stages that have them; the one without is asked for', (_, stages, order) => {
		const { open, doubts } = found(column(...stages));
		expect(open.filter((name) => order.includes(name))).toEqual(order);
		const other = stages.find((name) => !order.includes(name)) ?? '';
		expect(doubts.length).toBeGreaterThan(0);
		expect(doubts.every((pair) => pair.includes(other))).toBe(true);
	});
});

describe('a history', () => {
	const path = ['Cobalt', 'Amber', 'Jade', 'Ivory'];
	it.each([
		['as it is exported', (rows: Cell[][]) => rows],
		['from its last row to its first', (rows: Cell[][]) => [...rows].reverse()],
	])('%s orders stages whose names say nothing', (_, turned) => {
		const { deals, history } = walks(path, 12);
		const changes: Grid = [['Deal ID', 'Stage', 'Changed at'], ...turned(history)];
		expect(found([['Deal ID', 'Stage'], ...deals], changes)).toEqual({ open: path, doubts: [], against: [] });
	});
	it('tells changes of one day apart by the order of the rows', () => {
		const { deals, history } = walks(path, 12);
		const sameDay = history.map(([id, stage]): Cell[] => [id ?? '', stage ?? '', '2025-01-01']);
		expect(found([['Deal ID', 'Stage'], ...deals], [['Deal ID', 'Stage', 'Changed at'], ...sameDay]).open).toEqual(
			path,
		);
	});
	it.each(['Deal ID,Stage,Changed at', 'Deal-ID,Phase,Geändert am', '商机编号,阶段,变更时间'])(
		'adds the stages that no deal is in now in their place: %s',
		(head) => {
			const { deals, history } = walks(path, 12);
			const now = deals.filter(([, stage]) => stage !== 'Amber');
			const headings = head.split(',');
			const { open, doubts } = found(
				[[headings[0] ?? '', headings[1] ?? ''], ...now],
				[headings, ...history.filter(([id]) => now.some(([deal]) => deal === id))],
			);
			expect([open, doubts]).toEqual([path, []]);
		},
	);
	it('adds neither what one deal had in another spelling nor the stages of other deals', () => {
		const { deals, history } = walks(path, 12);
		const changes: Cell[][] = [...history, ['d0', 'Ambre', '2025-01-01'], ['x9', 'Basalt', '2025-01-01']];
		expect(found([['Deal ID', 'Stage'], ...deals], [['Deal ID', 'Stage', 'Changed at'], ...changes]).open).toEqual(
			path,
		);
	});
	it('that contradicts the numbers of the names is said', () => {
		const { deals, history } = walks(['2. Elm', '1. Fir', '3. Oak'], 30);
		const { open, doubts, against } = found(
			[['Deal ID', 'Stage'], ...deals],
			[['Deal ID', 'Stage', 'Changed at'], ...history],
		);
		expect([open, doubts, against]).toEqual([['1. Fir', '2. Elm', '3. Oak'], ['1. Fir > 2. Elm'], ['history']]);
	});
});

describe('dates by stage', () => {
	it.each([
		['Date entered {}', ['Cobalt', 'Amber', 'Jade']],
		['{} date', ['Cobalt', 'Amber', 'Jade']],
		['进入{}日期', ['松', '竹', '柏']],
	])('%s order the stages, whatever the order of the columns', (heading, path) => {
		const columns = [...path].sort();
		const rows = Array.from({ length: 9 }, (_, i): Cell[] => {
			const last = i % 3;
			return [
				`d${i}`,
				path[last] ?? '',
				...columns.map((name) => {
					const step = path.indexOf(name);
					return step <= last ? `2025-0${1 + step}-1${i}` : '';
				}),
			];
		});
		const grid = [['Deal ID', 'Stage', ...columns.map((name) => heading.replace('{}', name))], ...rows.reverse()];
		expect(found(grid)).toEqual({ open: path, doubts: [], against: [] });
	});
});

describe('what is asked', () => {
	it('nothing where the usual words or a well-known list say the order', () => {
		expect(found(column('Proposal', 'Lead', 'Negotiation', 'Won')).doubts).toEqual([]);
		expect(
			found(column('Presentation Scheduled', 'Appointment Scheduled', 'Contract Sent', 'Closed Won')).doubts,
		).toEqual([]);
	});
	it('each pair that nothing but the order of the rows tells', () => {
		expect(found(column('Oak', 'Elm', 'Fir', 'Won'))).toEqual({
			open: ['Oak', 'Elm', 'Fir'],
			doubts: ['Oak > Elm', 'Elm > Fir'],
			against: [],
		});
	});
	it('a probability that stands against the words', () => {
		const rows = ['Lead', 'Proposal'].flatMap((stage, at) =>
			Array.from({ length: 4 }, (_, i): Cell[] => [`d${at}${i}`, stage, at === 0 ? 60 : 20]),
		);
		expect(found([['Deal ID', 'Stage', 'Probability'], ...rows]).against).toHaveLength(1);
	});
	it.each([
		[
			'a sequence column',
			[
				['Lead', 1],
				['Nurturing', 2],
				['Proposal', 3],
				['Won', 4],
			],
			[null, 'open'],
		],
		[
			'numbers in the names',
			[
				['1. Neu', ''],
				['2. Ruhend', ''],
				['3. Angebot', ''],
				['4. Gewonnen', ''],
			],
			[null, 'open'],
		],
		[
			'numbers in Chinese names',
			[
				['1. 线索', ''],
				['2. 搁置', ''],
				['3. 报价', ''],
				['4. 赢单', ''],
			],
			[null, 'open'],
		],
		[
			'no number',
			[
				['Lead', ''],
				['Nurturing', ''],
				['Proposal', ''],
				['Won', ''],
			],
			['parked', 'open'],
		],
		[
			'the last number',
			[
				['Lead', 1],
				['Nurturing', 9],
				['Proposal', 3],
				['Won', 4],
			],
			['parked', 'open'],
		],
	] as const)('whether deals wait in a stage that %s puts before an open one', (_, stages, kinds) => {
		const rows = stages.map(([stage, number], i): Cell[] => [`d${i}`, stage, number]);
		const grid = [['Deal ID', 'Stage', 'Stage sequence'], ...rows];
		const all = detectStages(grid, detectTable(grid)).stages;
		expect([1, 2].map((at) => all.find(({ name }) => name === stages[at]?.[0])?.kind)).toEqual(kinds);
	});
	it.each([
		['numbers', ['0', '1', '2', '3', '4'], '4'],
		['names that say nothing', ['Oak', 'Elm', 'Fir'], 'Fir'],
		['Chinese ones', ['甲', '乙', '丙'], '丙'],
	])('which stage is an end where none is known: the last of %s', (_, stages, last) => {
		const grid = column(...stages);
		expect(detectStages(grid, detectTable(grid)).stages.filter(({ kind }) => kind === null)).toMatchObject([
			{ name: last },
		]);
	});
	it('no end of a table of open deals whose stages go on', () => {
		const grid = column('Lead', 'Proposal', 'Negotiation');
		expect(detectStages(grid, detectTable(grid)).stages.every(({ kind }) => kind === 'open')).toBe(true);
	});
	it.each([
		['percentages', ['10%', '35 %', '75%', '100%', '0%']],
		['numbers as cells of percentages hold them', [0.1, 0.35, 0.75, 1, 0]],
		['numbers with a comma', ['0,1', '0,35', '0,75', '1', '0']],
	])('what all and nothing mean among %s, which weigh their stages', (_, values) => {
		const grid: Grid = [
			['Deal ID', 'Stage'],
			...[...values].reverse().flatMap((value, at) => [0, 1].map((i): Cell[] => [`d${at}${i}`, value])),
		];
		const all = detectStages(grid, detectTable(grid)).stages;
		expect(all.map(({ kind, probability }) => [kind, probability])).toEqual([
			['open', 0.1],
			['open', 0.35],
			['open', 0.75],
			[null, 0],
			[null, 1],
		]);
	});
});

describe('steps that sales have in either order', () => {
	it.each([
		['English', 'Contacted', 'Qualified'],
		['French', 'Solution', 'Démonstration'],
		['German', 'Termin vereinbart', 'Qualifiziert'],
		['Spanish', 'Cita agendada', 'Calificado'],
		['Korean', '수요 파악', '초기 영업'],
		['Portuguese', 'Reunião', 'Contato'],
		['Italian', 'Visita', 'Soluzione'],
		['Polish', 'Prezentacja', 'Analiza potrzeb'],
	])('are asked for where nothing but their words speaks (%s)', (_, one, other) => {
		const { doubts } = found(column(other, one));
		expect([`${one} > ${other}`, `${other} > ${one}`].some((pair) => doubts.includes(pair))).toBe(true);
	});
	it('are sure where the table numbers them', () => {
		expect(found(column('2. Contacted', '1. Qualified', '3. Proposal')).doubts).toEqual([]);
	});
});

describe('steps that hold the word of another step', () => {
	it.each([
		['English', 'Identify decision makers', 'Value proposition', 'Proposal'],
		['French', 'Identifier les décideurs', 'Proposition de valeur', 'Devis'],
		['German', 'Entscheider ermitteln', 'Nutzenversprechen', 'Angebot'],
		['Spanish', 'Id. tomadores de decisión', 'Propuesta de valor', 'Cotización'],
		['Portuguese', 'Identificação dos decisores', 'Proposta de valor', 'Orçamento'],
		['Italian', 'Identificazione dei decisori', 'Proposta di valore', 'Preventivo'],
		['Dutch', 'Identificatie van beslissers', 'Waardepropositie', 'Offerte'],
		['Polish', 'Identyfikacja osób decyzyjnych', 'Propozycja wartości', 'Oferta'],
		['Turkish', 'Karar vericiler', 'Değer önerisi', 'Teklif'],
		['Russian', 'Выявление лиц, принимающих решения', 'Предложение ценности', 'Смета'],
		['Vietnamese', 'Người quyết định', 'Đề xuất giá trị', 'Báo giá'],
		['Indonesian', 'Pembuat keputusan', 'Nilai saran', 'Penawaran'],
		['Japanese', '意思決定者の確認', '価値提案', '見積'],
		['Korean', '결정권자 확인', '가치 제안', '견적'],
		['Chinese', '确定决策者', '价值主张', '报价'],
		['Swedish', 'Beslutsfattare', 'Värdeerbjudande', 'Offert'],
	])('come before the offer (%s)', (_, maker, value, offer) => {
		const { open } = found(column(offer, 'Cobalt', value, maker));
		expect(open.indexOf(maker)).toBeLessThan(open.indexOf(offer));
		expect(open.indexOf(value)).toBeLessThan(open.indexOf(offer));
	});
});

describe('a win that is expected', () => {
	it.each([
		['Japanese', '提案中', '受注見込み'],
		['English', 'Proposal', 'Nearly won'],
		['German', 'Angebot', 'So gut wie gewonnen'],
		['Italian', 'Preventivo', 'Quasi vinta'],
		['Korean', '제안', '수주 예정'],
	])('stands last and is asked for (%s)', (_, offer, coming) => {
		expect(found(column(coming, offer))).toMatchObject({ open: [offer, coming], doubts: [`${offer} > ${coming}`] });
	});
});
