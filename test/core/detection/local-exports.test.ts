/** Exports of CRMs in other languages than English, with the headings that their users see, and headings whose parts must be understood. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { ownHeadings, plainHeading, readingsOf } from '../../../src/core/vocabulary/heading-key.ts';
import { fieldsOf, fieldsOfPart } from '../../../src/core/vocabulary/headings.ts';
import { countByKind, dayTexts, headingsOf, pipelineOf } from '../pipeline-of.ts';

interface Export {
	readonly program: string;
	/** Heading by field; `-` and a number for a column that is none. */
	readonly headings: Readonly<Record<string, string>>;
	/** Open, won, lost, in the order of the headings. */
	readonly rows: readonly (readonly Cell[])[];
	readonly kinds?: Readonly<Record<string, number>>;
}

const EXPORTS: readonly Export[] = [
	{
		program: 'HubSpot in Portuguese',
		headings: {
			id: 'ID do registro',
			name: 'Nome do negócio',
			stage: 'Etapa do negócio',
			closed: 'Data de fechamento',
			owner: 'Proprietário do negócio',
			amount: 'Valor na moeda da empresa',
			created: 'Data de criação',
		},
		rows: [
			['1', 'A', 'Diagnóstico', '', 'Bia', 100, '2026-01-05 09:30'],
			['2', 'B', 'Negócio ganho', '2026-02-01 10:00', 'Bia', 200, '2026-01-06 09:30'],
			['3', 'C', 'Negócio perdido', '2026-02-02 10:00', 'Rui', 300, '2026-01-07 09:30'],
		],
	},
	{
		program: 'HubSpot in French',
		headings: {
			id: "ID de fiche d'informations",
			name: 'Nom de la transaction',
			stage: 'Phase de la transaction',
			closed: 'Date de fermeture',
			owner: 'Propriétaire de la transaction',
			amount: 'Montant',
			created: 'Date de création',
		},
		rows: [
			[1, 'A', 'Contrat envoyé', '', 'Léa', 100, '2026-01-05 09:30'],
			[2, 'B', 'Fermé gagné', '2026-02-01 10:00', 'Léa', 200, '2026-01-06 09:30'],
			[3, 'C', 'Fermé perdu', '2026-02-02 10:00', 'Hugo', 300, '2026-01-07 09:30'],
		],
	},
	{
		program: 'Salesforce in German',
		headings: {
			owner: 'Opportunity-Inhaber',
			name: 'Opportunity-Name',
			stage: 'Phase',
			currency: 'Betrag Währung',
			amount: 'Betrag',
			probability: 'Wahrscheinlichkeit (%)',
			closed: 'Schlusstermin',
			created: 'Erstelldatum',
			source: 'Lead-Quelle',
			id: 'Opportunity-ID',
		},
		rows: [
			['Jörg', 'A', 'Angebot', 'EUR', '1.000,00', 65, '', '03.02.2026', 'Messe', '006a'],
			['Jörg', 'B', 'Geschlossen - gewonnen', 'EUR', '2.000,00', 100, '11.02.2026', '03.01.2026', 'Web', '006b'],
			['Anna', 'C', 'Geschlossen - verloren', 'EUR', '3.000,00', 0, '12.02.2026', '04.01.2026', 'Web', '006c'],
		],
	},
	{
		program: 'amoCRM',
		headings: {
			id: 'ID',
			name: 'Название сделки',
			owner: 'Ответственный',
			stage: 'Этап сделки',
			'-1': 'Воронка',
			amount: 'Бюджет , ₽',
			created: 'Дата создания сделки',
			'-2': 'Кем создана сделка',
			'-3': 'Дата редактирования',
			closed: 'Дата закрытия',
			source: 'Источник сделки',
		},
		rows: [
			[1, 'A', 'Иван', 'Переговоры', 'Воронка', 100, '03.02.2026 15:42:10', 'Робот', '04.02.2026 10:00:00', '', 'Сайт'],
			[
				2,
				'B',
				'Иван',
				'Успешно реализовано',
				'Воронка',
				200,
				'03.01.2026 15:42:10',
				'Робот',
				'04.02.2026 10:00:00',
				'11.02.2026 10:00:00',
				'Сайт',
			],
			[
				3,
				'C',
				'Ольга',
				'Закрыто и не реализовано',
				'Воронка',
				300,
				'04.01.2026 15:42:10',
				'Робот',
				'04.02.2026 10:00:00',
				'12.02.2026 10:00:00',
				'Сайт',
			],
		],
	},
	{
		program: 'Bitrix24 by its programming interface',
		headings: {
			id: 'ID',
			name: 'TITLE',
			stage: 'STAGE_ID',
			currency: 'CURRENCY_ID',
			amount: 'OPPORTUNITY',
			closed: 'CLOSEDATE',
			owner: 'ASSIGNED_BY_ID',
			created: 'DATE_CREATE',
			'-1': 'CLOSED',
		},
		rows: [
			['1', 'A', 'EXECUTING', 'RUB', '100.00', '', '7', '2026-01-05T15:58:12+03:00', 'N'],
			['2', 'B', 'WON', 'RUB', '200.00', '2026-02-01T03:00:00+03:00', '7', '2026-01-05T15:58:12+03:00', 'Y'],
			['3', 'C', 'LOSE', 'RUB', '300.00', '2026-02-02T03:00:00+03:00', '9', '2026-01-05T15:58:12+03:00', 'Y'],
		],
	},
	{
		program: 'Kommo in Spanish',
		headings: {
			name: 'Nombre del lead',
			amount: 'Presupuesto',
			owner: 'Usuario responsable',
			stage: 'Etapa del lead',
			created: 'Creado en',
			closed: 'Cerrado en',
		},
		rows: [
			['A', 100, 'Eva', 'Negociación', '03.02.2026', ''],
			['B', 200, 'Eva', 'Logrado con éxito', '03.01.2026', '11.02.2026'],
			['C', 300, 'Luis', 'Venta perdida', '04.01.2026', '12.02.2026'],
		],
	},
	{
		program: 'kintone',
		headings: {
			id: 'レコード番号',
			name: '案件名',
			'-1': '先方担当者',
			owner: '案件担当者名',
			stage: 'ステータス',
			amount: '合計費用',
			created: '作成日時',
			closed: '受注日',
		},
		rows: [
			[1, 'A', '中村', '佐藤', '提案済み', 100, '2026/01/05', ''],
			[2, 'B', '中村', '佐藤', '受注', 200, '2026/01/06', '2026/02/01'],
			[3, 'C', '中村', '加藤', '失注', 300, '2026/01/07', '2026/02/02'],
		],
	},
	{
		program: 'HubSpot in Japanese',
		headings: {
			id: 'レコードID',
			name: '取引名',
			stage: '取引ステージ',
			closed: 'クローズ日',
			owner: '取引担当者',
			amount: '金額',
			created: '作成日',
		},
		rows: [
			[1, 'A', '契約書送付済み', '', '佐藤', 100, '2026-01-05'],
			[2, 'B', '成約', '2026-02-01', '佐藤', 200, '2026-01-06'],
			[3, 'C', '失注', '2026-02-02', '加藤', 300, '2026-01-07'],
		],
	},
	{
		program: 'fxiaoke',
		headings: {
			id: '商机编号',
			name: '商机名称',
			'-1': '销售流程',
			stage: '商机阶段',
			amount: '商机金额(元)',
			probability: '赢率(%)',
			expectedClose: '预计成交日期',
			owner: '负责人',
			'-2': '生命状态',
			reason: '输单原因',
			created: '创建时间',
			closed: '实际成交日期',
		},
		rows: [
			['a', 'A', '默认', '方案/报价', '100.00', 60, '2026-05-01', '王芳', '正常', '', '2026-01-05', ''],
			['b', 'B', '默认', '赢单', '200.00', 100, '2026-05-01', '王芳', '正常', '', '2026-01-06', '2026-02-01'],
			['c', 'C', '默认', '输单', '300.00', 0, '2026-05-01', '刘洋', '正常', '价格', '2026-01-07', '2026-02-02'],
		],
	},
	{
		program: 'a list in traditional Chinese',
		headings: {
			name: '商機名稱',
			amount: '金額',
			stage: '階段',
			expectedClose: '預計成交日',
			owner: '負責人',
			created: '建立日期',
			closed: '結案日期',
			reason: '失敗原因',
		},
		rows: [
			['A', 'NT$100', '議約中', '2026-05-01', '王小明', '2026/01/05', '', ''],
			['B', 'NT$200', '成交', '2026-05-01', '王小明', '2026/01/06', '2026/02/01', ''],
			['C', 'NT$300', '流失', '2026-05-01', '林美麗', '2026/01/07', '2026/02/02', '價格'],
		],
	},
	{
		program: 'a list in Italian',
		headings: {
			name: 'Nome opportunità',
			owner: 'Titolare opportunità',
			'-1': 'Nome account',
			stage: 'Fase',
			amount: 'Importo totale',
			created: 'Data creazione',
			closed: 'Data chiusura',
		},
		rows: [
			['A', 'Giulia', 'X', 'Preventivo inviato', '€ 100,50', '13/01/2026', ''],
			['B', 'Giulia', 'Y', 'Chiusa vinta', '€ 200,50', '02/01/2026', '03/02/2026'],
			['C', 'Marco', 'Z', 'Chiusa persa', '€ 300,50', '02/01/2026', '04/02/2026'],
		],
	},
	{
		program: 'a list in Polish without its accents',
		headings: {
			name: 'Nazwa szansy',
			stage: 'Etap',
			amount: 'Wartosc netto',
			owner: 'Opiekun',
			created: 'Data utworzenia',
			closed: 'Data zamkniecia',
			source: 'Zrodlo',
		},
		rows: [
			['A', 'Oferta', '100,50 zł', 'Ula', '13.01.2026', '', 'Web'],
			['B', 'Wygrana', '200,50 zł', 'Ula', '02.01.2026', '03.02.2026', 'Web'],
			['C', 'Przegrana', '300,50 zł', 'Jan', '02.01.2026', '04.02.2026', 'Web'],
		],
	},
];

describe.each(EXPORTS)('$program', ({ headings, rows }) => {
	const pipeline = pipelineOf([Object.values(headings), ...rows]);
	it('has its columns found', () => {
		expect(headingsOf(pipeline.detection)).toEqual(
			Object.fromEntries(Object.entries(headings).filter(([field]) => !field.startsWith('-'))),
		);
	});
	it('has one deal open, one won and one lost, and nothing to remark', () => {
		expect(countByKind(pipeline)).toEqual({ open: 1, won: 1, lost: 1 });
		expect(checkTable(pipeline)).toEqual([]);
	});
});

it('Pipedrive in Portuguese: the deals’ own columns are told from those of people and companies by the name before the dash', () => {
	const pipeline = pipelineOf([
		[
			'Negócio - Título',
			'Negócio - Etapa',
			'Negócio - Valor',
			'Negócio - Status',
			'Negócio - Proprietário',
			'Negócio - Negócio criado em',
			'Negócio - Ganho em',
			'Negócio - Data de perda',
			'Negócio - Motivo da perda',
			'Pessoa - Nome',
			'Pessoa - Data de criação',
			'Organização - Proprietário',
		],
		['A', 'Proposta', 100, 'Ganho', 'Bia', '2026-01-01', '2026-02-01', '', '', 'Ana', '2020-01-01', 'Zé'],
		['B', 'Proposta', 200, 'Perdido', 'Rui', '2026-01-02', '', '2026-02-05', 'Preço', 'Eva', '2020-01-02', 'Zé'],
		['C', 'Contato', 300, 'Aberto', 'Bia', '2026-01-03', '', '', '', 'Ivo', '2020-01-03', 'Zé'],
	]);
	expect(headingsOf(pipeline.detection)).toEqual({
		name: 'Negócio - Título',
		stage: 'Negócio - Etapa',
		amount: 'Negócio - Valor',
		status: 'Negócio - Status',
		owner: 'Negócio - Proprietário',
		created: 'Negócio - Negócio criado em',
		reason: 'Negócio - Motivo da perda',
	});
	expect(countByKind(pipeline)).toEqual({ open: 1, won: 1, lost: 1 });
	expect(dayTexts(pipeline.opportunities.date('closed')?.days)).toEqual(['2026-02-01', '2026-02-05', '']);
	expect(checkTable(pipeline)).toEqual([]);
});

describe('a heading', () => {
	it.each([
		['Début de l’affaire', 'debut de l affaire'],
		['Lead-Quelle', 'lead quelle'],
		['Бюджет , ₽', 'бюджет'],
		['Montant (€) :', 'montant'],
		['Değer', 'deger'],
		['Wartość', 'wartosc'],
		['ガイド', 'ガイド'],
		['단계', '단계'],
	])('%s says %s', (heading, plain) => expect(plainHeading(heading)).toBe(plain));

	it.each([
		['etapa do negocio', 'etapa'],
		['nom de la transaction', 'nom'],
		['deal stage', 'stage'],
		['商談フェーズ', 'フェーズ'],
		['取引ステージ', 'ステージ'],
		['etapa atual', 'etapa'],
		['当前阶段', '阶段'],
		['current deal stage', 'current deal stage'],
	])('%s is also read as %s', (plain, reading) => expect(readingsOf(plain)).toContain(reading));

	it('with a number of deals is no number of a deal', () => {
		expect(readingsOf('number of lead')).toEqual(['number of lead']);
		expect(fieldsOf('Number of leads')).toEqual([]);
	});

	it.each([
		['agent_id', 'owner'],
		['id_vendedor', 'owner'],
		['SOURCE_ID', 'source'],
		['StageId', 'stage'],
	])('%s holds the ids of what it names', (heading, field) =>
		expect(fieldsOf(heading).map(([found]) => found)).toEqual([field]),
	);

	it.each(['Account Id', 'CreatedById', 'ContactId'])('%s is no owner', (heading) =>
		expect(fieldsOf(heading)).toEqual([]),
	);

	it.each([
		['Valor Único', 'amount'],
		['契約総額(万円)', 'amount'],
		['招聘负责人', 'owner'],
		['Usuario responsable', 'owner'],
		['Angebotssumme', 'amount'],
		['Auftragssumme netto', 'amount'],
		['Teklif Tutarı', 'amount'],
		['预计签约额', 'amount'],
		['余额', null],
		['Étape commerciale', 'stage'],
		['Betrag Währung', 'amount'],
		['Motivo perdita principale', 'reason'],
		['変更後フェーズ', null],
		['加权金额', null],
		['Gewichteter Betrag', null],
		['先方担当者', null],
		['担当者(顧客)', null],
		['Ultima fecha de creación', null],
		['Weighted amount', null],
	])('%s names by its end or its beginning %s before others', (heading, field) => {
		expect([...fieldsOfPart(heading)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null).toBe(field);
	});

	it('of a name is that of what is named', () => {
		expect(
			['Tên khách hàng', '프로젝트명', '客户全称', 'Nombre de la empresa'].map((heading) => fieldsOf(heading)[0]?.[0]),
		).toEqual(Array(4).fill('name'));
	});
});

describe('headings of several tables in one', () => {
	const isStage = (heading: string) => heading === 'Etapa';
	it('are told apart by the name before the dash; the one with the stage is the deals’', () => {
		const headings = ['Trato - Título', 'Trato - Etapa', 'Trato - Valor', 'Persona - Nombre', 'Notas'];
		expect(ownHeadings(headings, isStage)).toEqual(['Título', 'Etapa', 'Valor', '', 'Notas']);
	});
	it('stay as they are where few have such a name, or none has the stage', () => {
		const few = ['A - Etapa', 'A - Valor', 'B - Nombre'];
		expect(ownHeadings(few, isStage)).toBe(few);
		const other = ['A - X', 'A - Y', 'A - Z'];
		expect(ownHeadings(other, isStage)).toBe(other);
	});
});
