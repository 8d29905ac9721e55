import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { detectStages } from '../../../src/core/detection/stage-detection.ts';
import { detectTable } from '../../../src/core/detection/table-detection.ts';
import { STAGE_TEMPLATES } from '../../../src/core/stage-list/stage-templates.ts';
import { stageMeaning } from '../../../src/core/vocabulary/stage-words.ts';

const stagesOf = (rows: readonly (readonly Cell[])[]) => detectStages(rows, detectTable(rows)).stages;
const column = (values: readonly Cell[]) =>
	stagesOf([['Name', 'Stage'], ...values.map((value, i) => [`deal ${i}`, value])]);
const names = (stages: readonly { name: string }[]) => stages.map(({ name }) => name);

describe('the kind of a stage', () => {
	it.each<[string, string]>([
		['Won', 'won'],
		['Closed Won', 'won'],
		['Closed - Won', 'won'],
		['成交', 'won'],
		['赢单', 'won'],
		['结束(赢单)', 'won'],
		['Contract signed', 'won'],
		['Gewonnen', 'won'],
		['受注', 'won'],
		['Lost', 'lost'],
		['Closed - Lost', 'lost'],
		['A_DECLINED', 'lost'],
		['A_CANCELLED', 'lost'],
		['失败', 'lost'],
		['输单', 'lost'],
		['流失', 'lost'],
		['Unqualified', 'lost'],
		['Disqualified', 'lost'],
		['Not won', 'lost'],
		['未成交', 'lost'],
		['Verloren', 'lost'],
		['On hold', 'parked'],
		['Nurture', 'parked'],
		['暂停', 'parked'],
		['搁置', 'parked'],
		['Passed', 'ending'],
		['Closed', 'ending'],
		['Done', 'ending'],
		['Inactive', 'ending'],
		['Archived', 'ending'],
		['结束', 'ending'],
		['Proposal', 'open'],
		['Closing', 'open'],
		['培养和识别', 'open'],
		['待签约', 'open'],
		['To be signed', 'open'],
		['Qualified', 'open'],
		['A_ACCEPTED', 'open'],
		['Wonderland', 'open'],
		['A_APPROVED', 'weakWon'],
		['Cliente', 'weakWon'],
		['New customer', 'weakWon'],
		['Reunião com cliente', 'open'],
		['Customer interview', 'open'],
		['Cliente potencial', 'open'],
		['Signé', 'won'],
		['Logrado con éxito', 'won'],
		['Thành công', 'won'],
		['Khách hàng tiềm năng', 'open'],
		['已入职', 'won'],
		['待录用', 'open'],
		['不採用', 'lost'],
		['対象外', 'lost'],
		['Hủy', 'lost'],
		['Kalah', 'lost'],
		['Perda', 'lost'],
		['Закрыто и не реализовано', 'lost'],
	])('%s is %s', (name, meaning) => expect(stageMeaning(name)).toBe(meaning));

	it('approved is won only where nothing is won more clearly', () => {
		expect(column(['Submitted', 'Approved', 'Declined']).find(({ name }) => name === 'Approved')?.kind).toBe('won');
		expect(column(['Submitted', 'Approved', 'Signed']).find(({ name }) => name === 'Approved')?.kind).toBe('open');
	});
	it('an ending that may be either is left to the user', () => {
		expect(column(['Offer', 'Passed', 'Won']).map(({ name, kind }) => [name, kind])).toEqual([
			['Offer', 'open'],
			['Passed', null],
			['Won', 'won'],
		]);
	});
});

describe('the order of stages', () => {
	it('follows a sequence column', () => {
		const rows = [
			['Name', 'Stage', 'Stage sequence'],
			['a', 'Gamma', 3],
			['b', 'Alpha', 2],
			['c', 'Beta', 1],
			['d', 'Won', 4],
		];
		expect(names(stagesOf(rows))).toEqual(['Beta', 'Alpha', 'Gamma', 'Won']);
	});
	it('follows numbers in the names', () => {
		expect(names(column(['3. Quote', '1. Qualify', '2. Demo', 'Won']))).toEqual([
			'1. Qualify',
			'2. Demo',
			'3. Quote',
			'Won',
		]);
		expect(names(column(['第2步 报价', '第1步 线索', '成交']))).toEqual(['第1步 线索', '第2步 报价', '成交']);
	});
	it('follows the words of a sale, whatever stands first', () => {
		expect(names(column(['Negotiation', 'Lost', 'Proposal', 'Won', 'Lead', 'Demo', 'Qualified']))).toEqual([
			'Lead',
			'Qualified',
			'Demo',
			'Proposal',
			'Negotiation',
			'Won',
			'Lost',
		]);
		expect(names(column(['谈判', '报价', '线索', '成交', '输单']))).toEqual(['线索', '报价', '谈判', '成交', '输单']);
	});
	it.each(STAGE_TEMPLATES.map(({ id, stages }) => [id, stages] as const))(
		'of the %s template is found from a shuffled sheet in both languages',
		(_, stages) => {
			for (const language of ['en', 'zh-CN'] as const) {
				const inOrder = stages.map(({ name, kind }) => [name[language], kind]);
				expect(
					column(stages.map(({ name }) => name[language]).reverse()).map(({ name, kind }) => [name, kind]),
				).toEqual(inOrder);
			}
		},
	);
	it('is that of a well-known pipeline where one has them all', () => {
		const hubSpot = ['Appointment Scheduled', 'Qualified To Buy', 'Presentation Scheduled', 'Contract Sent'];
		expect(names(column([...hubSpot].reverse()))).toEqual(hubSpot);
		const salesforce = [
			'Needs Analysis',
			'Value Proposition',
			'Id. Decision Makers',
			'Perception Analysis',
			'Proposal/Price Quote',
		];
		expect(names(column([...salesforce].reverse()))).toEqual(salesforce);
	});
	it('is that of first use for words that nobody knows', () => {
		expect(names(column(['Zeta', 'Eta', 'Alpha', 'Won']))).toEqual(['Zeta', 'Eta', 'Alpha', 'Won']);
	});
});

describe('spellings', () => {
	it('of one key are one stage under the most used spelling', () => {
		expect(column(['Won', ' won ', 'WON', 'Won', 'Ｗｏｎ', 'Lead'])).toMatchObject([
			{ name: 'Lead', deals: 1 },
			{ name: 'Won', deals: 5 },
		]);
	});
	it('that are rare and near a frequent one are no stages', () => {
		const many = Array.from({ length: 120 }, (_, i) => (i % 2 ? 'Proposal' : 'Won'));
		expect(names(column([...many, 'Porposal', 'Wonn']))).toEqual(['Proposal', 'Won']);
		expect(names(column(['Proposal', 'Prospect', 'Won']))).toEqual(['Prospect', 'Proposal', 'Won']);
	});
	it('that are one letter away from a stage are no stages in a small table either', () => {
		expect(names(column(['Contact', 'Angebot', 'Angebott', 'Verhandlung', 'Gewonnen']))).toEqual([
			'Contact',
			'Angebot',
			'Verhandlung',
			'Gewonnen',
		]);
		expect(names(column(['Demo', 'Memo', 'Won']))).toEqual(['Demo', 'Memo', 'Won']);
		expect(names(column(['Phase 1', 'Phase 2', 'Won']))).toEqual(['Phase 1', 'Phase 2', 'Won']);
	});

	it('that are blank, placeholders or formula errors are no stages', () => {
		expect(names(column(['Lead', '', 'NA', '#REF!', 'Won', true]))).toEqual(['Lead', 'Won']);
	});
	it('may be anything', () => {
		const odd = [
			'__proto__',
			'constructor',
			'🚀',
			'مرحلة',
			'x'.repeat(5000),
			'a\nb',
			'=1+1',
			'<img src=x onerror=alert(1)>',
			'Won',
		];
		expect(names(column(odd)).sort()).toEqual([...odd].sort());
	});
});

describe('probabilities', () => {
	it('are what most deals of the stage say', () => {
		const rows = [
			['Stage', 'Probability'],
			['Lead', 10],
			['Lead', 10],
			['Lead', 20],
			['Quote', '60%'],
			['Won', 90],
			['Lost', 10],
		];
		expect(stagesOf(rows).map(({ name, probability }) => [name, probability])).toEqual([
			['Lead', 0.1],
			['Quote', 0.6],
			['Won', 1],
			['Lost', 0],
		]);
	});
	it('are not taken from estimates that differ from deal to deal, and do not order the stages', () => {
		const rows = [
			['Stage', 'Probability'],
			['Proposal', 10],
			['Proposal', 40],
			['Proposal', 20],
			['Lead', 80],
			['Lead', 20],
			['Lead', 50],
			['Won', 100],
		];
		expect(stagesOf(rows).map(({ name, probability }) => [name, probability])).toEqual([
			['Lead', 0.33],
			['Proposal', 0.67],
			['Won', 1],
		]);
	});
	it('rise evenly where nothing says them', () => {
		expect(column(['Lead', 'Demo', 'Proposal', 'Won', 'Lost']).map(({ probability }) => probability)).toEqual([
			0.25, 0.5, 0.75, 1, 0,
		]);
	});
});

it('a status column of two levels brings the won and lost stages', () => {
	const rows = [
		['Deal - Title', 'Deal - Stage', 'Deal - Status'],
		['a', 'Qualified', 'Open'],
		['b', 'Proposal', 'Won'],
		['c', 'Qualified', 'Lost'],
		['d', 'Proposal', 'Open'],
	];
	expect(stagesOf(rows).map(({ name, kind, deals }) => [name, kind, deals])).toEqual([
		['Qualified', 'open', 1],
		['Proposal', 'open', 1],
		['Won', 'won', 1],
		['Lost', 'lost', 1],
	]);
});

describe('an end of the sale in words that nobody knows', () => {
	const table = (rows: readonly (readonly [string, string])[]) =>
		stagesOf([['Name', 'Stage', 'Closed'], ...rows.map(([stage, closed], i) => [`deal ${i}`, stage, closed])]).map(
			({ name, kind }) => `${name}: ${kind}`,
		);
	const times = (count: number, stage: string, closed: string): [string, string][] =>
		Array.from({ length: count }, () => [stage, closed]);
	const open = times(3, 'Lead', '');

	it('has closing dates where open stages have none, and is for the user to classify', () => {
		expect(table([...open, ...times(3, 'Uitgereikt', '2026-01-05')])).toEqual(['Lead: open', 'Uitgereikt: null']);
		expect(table([...open, ...times(9, 'Uitgereikt', '2026-01-05'), ['Uitgereikt', '']])).toEqual([
			'Lead: open',
			'Uitgereikt: null',
		]);
	});
	it('is none where its name is that of an open stage, where it has few deals or few dates, or where open deals have dates as well', () => {
		const won = times(1, 'Won', '2026-01-05');
		expect(table([...won, ...open, ...times(3, 'Negotiation', '2026-01-05')])).toEqual([
			'Lead: open',
			'Negotiation: open',
			'Won: won',
		]);
		expect(table([...won, ...open, ...times(2, 'Uitgereikt', '2026-01-05')])).toEqual([
			'Lead: open',
			'Uitgereikt: open',
			'Won: won',
		]);
		expect(table([...won, ...open, ...times(4, 'Uitgereikt', '2026-01-05'), ['Uitgereikt', '']])).toEqual([
			'Lead: open',
			'Uitgereikt: open',
			'Won: won',
		]);
		expect(table([...won, ...times(3, 'Lead', '2026-01-05'), ...times(3, 'Uitgereikt', '2026-01-05')])).toEqual([
			'Lead: open',
			'Uitgereikt: open',
			'Won: won',
		]);
	});
});

it('a percentage in the name of a stage is its probability, and its place where no number is', () => {
	const found = column(['Verbal 90 %', 'Angebot (65%)', 'Kontakt （１０％）', 'Won 100%']);
	expect(found.map(({ name, probability }) => [name, probability])).toEqual([
		['Kontakt （１０％）', 0.1],
		['Angebot (65%)', 0.65],
		['Verbal 90 %', 0.9],
		['Won 100%', 1],
	]);
	// More than everything is none, and the column of the deals is nearer.
	expect(column(['Push 200%', 'Won'])[0]?.probability).toBe(0.5);
	const rows: Cell[][] = [
		['Name', 'Stage', 'Probability'],
		...['a', 'b'].map((name) => [name, 'Offer (65%)', '40%']),
		['c', 'Won', ''],
	];
	expect(stagesOf(rows)[0]?.probability).toBe(0.4);
});

describe('a word for nearly won, and no stage that is won', () => {
	const kindOf = (name: string, rows: readonly (readonly string[])[]): unknown => {
		const grid = [['Deal ID', 'Stage', 'Closed'], ...rows.map((row, i) => [`D${i}`, ...row])];
		return detectStages(grid, detectTable(grid)).stages.find((stage) => stage.name === name)?.kind;
	};
	it.each([
		['Spanish', 'Propuesta aceptada', 'Perdido'],
		['French', 'Devis accepté', 'Perdu'],
		['German', 'Angebot angenommen', 'Verloren'],
		['English', 'Approved', 'Lost'],
	])('is asked where its deals have no closing dates and lost ones have (%s)', (_, name, lost) => {
		const rows = ['', '', ''].flatMap(() => [
			[name, ''],
			[lost, '2025-03-04'],
			['Demo', ''],
		]);
		expect(kindOf(name, rows)).toBeNull();
	});
	it('is won where its deals have closing dates', () => {
		const rows = ['2025-01-02', '2025-02-03'].flatMap((day) => [
			['Approved', day],
			['Lost', day],
			['Demo', ''],
		]);
		expect(kindOf('Approved', rows)).toBe('won');
	});
});
