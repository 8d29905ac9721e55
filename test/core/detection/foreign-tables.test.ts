/** Tables as people in other places and programs keep them: all must read right without a word from the user. */
import { expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { countByKind, dayTexts, headingsOf, pipelineOf, type Setting, stageNames } from '../pipeline-of.ts';

const read = (grid: readonly (readonly Cell[])[], setting: Setting = {}) => {
	const pipeline = pipelineOf(grid, setting);
	const { opportunities } = pipeline;
	return {
		columns: headingsOf(pipeline.detection),
		headerRow: pipeline.detection.headerRow,
		funnel: pipeline.stages.all.map(({ name, kind }) => `${name}: ${kind}`),
		stages: stageNames(pipeline),
		kinds: countByKind(pipeline),
		amounts: [...(opportunities.amounts()?.values ?? [])],
		currencies: opportunities.amounts()?.currencies,
		created: dayTexts(opportunities.date('created')?.days),
		closed: dayTexts(opportunities.date('closed')?.days),
		probabilities: [...(opportunities.probabilities()?.values ?? [])],
		codes: checkTable(pipeline).map(({ code, row }) => `${code}@${row}`),
	};
};

it('a German list with comma decimals and dotted dates', () => {
	expect(
		read(
			[
				[
					'Nr.',
					'Kunde',
					'Vertriebsphase',
					'Auftragswert',
					'Erstellt am',
					'Abschlussdatum',
					'Verantwortlich',
					'Verlustgrund',
				],
				['A1', 'Müller GmbH', 'Angebot', '1.234,56 €', '03.02.2026', '', 'Anna', ''],
				['A2', 'Schmidt AG', 'Gewonnen', '12.000 €', '15.01.2026', '28.03.2026', 'Jörg', ''],
				['A3', 'Bäcker & Co', 'Verloren', '950 €', '01.02.2026', '01.04.2026', 'Anna', 'Preis'],
				['A4', 'Huber KG', 'Verhandlung', '20.500,00 €', '07.04.2026', '', 'Jörg', ''],
			],
			{ locale: 'de_DE' },
		),
	).toMatchObject({
		columns: {
			id: 'Nr.',
			name: 'Kunde',
			stage: 'Vertriebsphase',
			amount: 'Auftragswert',
			created: 'Erstellt am',
			closed: 'Abschlussdatum',
			owner: 'Verantwortlich',
			reason: 'Verlustgrund',
		},
		funnel: ['Angebot: open', 'Verhandlung: open', 'Gewonnen: won', 'Verloren: lost'],
		amounts: [1234.56, 12_000, 950, 20_500],
		currencies: ['EUR'],
		created: ['2026-02-03', '2026-01-15', '2026-02-01', '2026-04-07'],
		closed: ['', '2026-03-28', '2026-04-01', ''],
		codes: [],
	});
});

it('a Chinese list with a title, wan amounts and Chinese dates', () => {
	expect(
		read(
			[
				['2026 年销售机会跟进表', '', '', '', '', '', ''],
				['', '', '', '', '', '', ''],
				['商机编号', '客户名称', '销售阶段', '预计金额', '创建日期', '成交日期', '负责人'],
				['SJ-001', '华东机械', '需求和方案', '12.5万', '2026年1月5日', '', '张伟'],
				['SJ-002', '北方贸易', '结束(赢单)', '¥80,000', '2026年1月12日', '2026年3月1日', '李娜'],
				['SJ-003', '南海科技', '结束(失败)', '3万', '２０２６年２月２日', '2026.03.05', '张伟'],
				['SJ-004', '西部能源', '报价/合同', '20万', '2026/2/8', '', '王芳'],
				['合计', '', '', '43.5万', '', '', ''],
			],
			{ locale: 'zh_CN', zone: 'Asia/Shanghai' },
		),
	).toMatchObject({
		headerRow: 2,
		columns: {
			id: '商机编号',
			name: '客户名称',
			stage: '销售阶段',
			amount: '预计金额',
			created: '创建日期',
			closed: '成交日期',
			owner: '负责人',
		},
		funnel: ['需求和方案: open', '报价/合同: open', '结束(赢单): won', '结束(失败): lost'],
		amounts: [125_000, 80_000, 30_000, 200_000],
		created: ['2026-01-05', '2026-01-12', '2026-02-02', '2026-02-08'],
		closed: ['', '2026-03-01', '2026-03-05', ''],
		codes: ['totalsRow@7'],
	});
});

it('a Japanese list', () => {
	expect(
		read(
			[
				['案件番号', '案件名', 'フェーズ', '金額', '作成日', '完了予定日', '担当者', '確度'],
				['K-1', '工場改修', '提案', '1,200,000円', '2026年1月5日', '2026年6月30日', '佐藤', '40%'],
				['K-2', '倉庫', '受注', '800,000円', '2025/12/01', '2026/02/01', '鈴木', '100%'],
				['K-3', '店舗', '失注', '500,000円', '2025-11-20', '2026-01-15', '佐藤', '0%'],
			],
			{ locale: 'ja_JP', zone: 'Asia/Tokyo' },
		),
	).toMatchObject({
		columns: {
			id: '案件番号',
			name: '案件名',
			stage: 'フェーズ',
			amount: '金額',
			created: '作成日',
			expectedClose: '完了予定日',
			owner: '担当者',
			probability: '確度',
		},
		funnel: ['提案: open', '受注: won', '失注: lost'],
		amounts: [1_200_000, 800_000, 500_000],
		currencies: ['JPY'],
		created: ['2026-01-05', '2025-12-01', '2025-11-20'],
		probabilities: [0.4, 1, 0],
		codes: [],
	});
});

it('a HubSpot export: one close date serves open and closed deals', () => {
	expect(
		read([
			[
				'Record ID',
				'Deal Name',
				'Amount',
				'Deal Stage',
				'Close Date',
				'Deal Owner',
				'Company Name',
				'Pipeline',
				'Create Date',
				'Date entered current stage',
			],
			[
				101,
				'Acme rollout',
				'$125000',
				'Contract Sent',
				'2026-12-31 00:00',
				'Ann',
				'Acme',
				'Sales Pipeline',
				'2026-01-05 09:30',
				'2026-04-01 10:00',
			],
			[
				102,
				'Globex pilot',
				'$0',
				'Appointment Scheduled',
				'2027-01-15 00:00',
				'Bob',
				'Globex',
				'Sales Pipeline',
				'2026-03-05 11:30',
				'2026-03-05 11:30',
			],
			[
				103,
				'Initech',
				'$5000',
				'Closed Won',
				'2026-03-01 16:00',
				'Ann',
				'Initech',
				'Sales Pipeline',
				'2026-01-10 08:00',
				'2026-03-01 16:00',
			],
			[
				104,
				'Umbrella',
				'',
				'Closed Lost',
				'2026-03-02 12:00',
				'Bob',
				'Umbrella',
				'Sales Pipeline',
				'2026-02-10 08:00',
				'2026-03-02 12:00',
			],
		]),
	).toMatchObject({
		columns: {
			id: 'Record ID',
			name: 'Deal Name',
			stage: 'Deal Stage',
			amount: 'Amount',
			closed: 'Close Date',
			expectedClose: 'Close Date',
			created: 'Create Date',
			owner: 'Deal Owner',
		},
		funnel: ['Appointment Scheduled: open', 'Contract Sent: open', 'Closed Won: won', 'Closed Lost: lost'],
		amounts: [125_000, 0, 5000, Number.NaN],
		currencies: ['$'],
		created: [
			'2026-01-05T09:30:00.000Z',
			'2026-03-05T11:30:00.000Z',
			'2026-01-10T08:00:00.000Z',
			'2026-02-10T08:00:00.000Z',
		],
		codes: ['zeroOnOpenDeal@2'],
	});
});

it('a Notion-like board with emoji stages and month names', () => {
	expect(
		read([
			['Name', 'Status', 'Value', 'Owner', 'Created', 'Closed on'],
			['Website', '💡 Lead', '$1.5k', 'Ann', 'February 3, 2026', ''],
			['Shop', '🏆 Won', '$12k', 'Bob', 'January 15, 2026', 'March 1, 2026'],
			['App', '❌ Lost', '$7,500', 'Ann', 'January 20, 2026', 'March 9, 2026'],
			['Intranet', '⏸ On hold', '', 'Bob', 'March 2, 2026', ''],
		]),
	).toMatchObject({
		columns: {
			name: 'Name',
			stage: 'Status',
			amount: 'Value',
			owner: 'Owner',
			created: 'Created',
			closed: 'Closed on',
		},
		kinds: { open: 1, won: 1, lost: 1, parked: 1 },
		amounts: [1500, 12_000, 7500, Number.NaN],
		created: ['2026-02-03', '2026-01-15', '2026-01-20', '2026-03-02'],
		codes: [],
	});
});

it('a list whose header stands in row 4 under a title, with ticked boxes, blank rows and notes below', () => {
	expect(
		read([
			['ACME Sales Tracker', '', '', '', ''],
			['Last update: 2026-04-01', '', '', '', ''],
			['', '', '', '', ''],
			['Opportunity', 'Sales stage', 'Deal size', 'Close date', 'Done?'],
			['Alpha', 'Discovery', 1000, '', false],
			['Beta', 'Closed won', 2000, '4/13/2026', true],
			['', '', '', '', false],
			['Gamma', 'Closed lost', 500, '4/2/2026', true],
			['', '', '', '', false],
			['', '', 0, '', false],
			['Total', '', 3500, '', ''],
			['', '', '', '', 'ask Ann about Gamma'],
		]),
	).toMatchObject({
		headerRow: 3,
		columns: { name: 'Opportunity', stage: 'Sales stage', amount: 'Deal size', closed: 'Close date' },
		stages: ['Discovery', 'Closed won', 'Closed lost'],
		amounts: [1000, 2000, 500],
		closed: ['', '2026-04-13', '2026-04-02'],
		codes: ['totalsRow@10', 'noteRow@11'],
	});
});

it('a Pipedrive export: the status closes the deal, the stage is where it was, won and lost have times of their own', () => {
	const grid = [
		[
			'Deal - Title',
			'Deal - Stage',
			'Deal - Value',
			'Deal - Currency',
			'Deal - Status',
			'Deal - Deal created',
			'Deal - Won time',
			'Deal - Lost time',
			'Deal - Lost reason',
			'Organization - Name',
		],
		['Acme', 'Proposal made', '1000', 'EUR', 'Won', '2026-01-01', '2026-02-01', '', '', 'Acme'],
		['Globex', 'Qualified', '2000', 'EUR', 'Lost', '2026-01-02', '', '2026-02-05', 'Price', 'Globex'],
		['Initech', 'Proposal made', '3000', 'EUR', 'Open', '2026-01-03', '', '', '', 'Initech'],
		['Umbrella', 'Qualified', '', 'EUR', 'Open', '2026-01-04', '', '', '', 'Umbrella'],
	];
	expect(read(grid)).toMatchObject({
		funnel: ['Qualified: open', 'Proposal made: open', 'Won: won', 'Lost: lost'],
		stages: ['Won', 'Lost', 'Proposal made', 'Qualified'],
		closed: ['2026-02-01', '2026-02-05', '', ''],
		currencies: ['EUR'],
		codes: [],
	});
	const { opportunities, stages } = pipelineOf(grid);
	expect([...(opportunities.stages().lastOpen ?? [])].map((position) => stages.all[position]?.name ?? '')).toEqual([
		'Proposal made',
		'Qualified',
		'',
		'',
	]);
});

it('a Spanish and a French list', () => {
	expect(
		read(
			[
				['Cliente', 'Etapa', 'Importe', 'Fecha de creación', 'Fecha de cierre', 'Responsable'],
				['Uno', 'Propuesta', '1.200,50', '13/01/2026', '', 'Eva'],
				['Dos', 'Ganado', '900,00', '02/01/2026', '05/03/2026', 'Luis'],
				['Tres', 'Perdido', '100,00', '02/01/2026', '05/02/2026', 'Luis'],
			],
			{ locale: 'es_ES' },
		),
	).toMatchObject({
		kinds: { open: 1, won: 1, lost: 1 },
		amounts: [1200.5, 900, 100],
		closed: ['', '2026-03-05', '2026-02-05'],
		codes: [],
	});
	expect(
		read(
			[
				['Nom', 'Étape', 'Montant', 'Créé le', 'Date de clôture', 'Responsable'],
				['Un', 'Devis', '1 200,50 €', '13/01/2026', '', 'Eva'],
				['Deux', 'Gagné', '900 €', '2 janv. 2026', '05/03/2026', 'Luc'],
				['Trois', 'Perdu', '100 €', '2 févr. 2026', '05/03/2026', 'Luc'],
			],
			{ locale: 'fr_FR' },
		),
	).toMatchObject({
		kinds: { open: 1, won: 1, lost: 1 },
		amounts: [1200.5, 900, 100],
		created: ['2026-01-13', '2026-01-02', '2026-02-02'],
		codes: [],
	});
});

it('a list whose dates leave the order open in one column and not in the other, under an American locale', () => {
	expect(
		read([
			['Name', 'Stage', 'Amount', 'Created', 'Closed'],
			['A', 'Won', '1.500', '03/02/2026', '28/03/2026'],
			['B', 'Lost', '12.000', '05/01/2026', '01/04/2026'],
			['C', 'Offer', '900', '07/04/2026', ''],
		]),
	).toMatchObject({
		created: ['2026-02-03', '2026-01-05', '2026-04-07'],
		closed: ['2026-03-28', '2026-04-01', ''],
		amounts: [1500, 12_000, 900],
		codes: [],
	});
});
