/** Deal lists of other languages and trades: headings, stages in their order, endings, dates and amounts, all found without a word from the user. */
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { dayTexts, headingsOf, pipelineOf } from '../pipeline-of.ts';

interface Listing {
	readonly language: string;
	readonly locale: string;
	/** Name, stage, amount, created, closed, owner, reason. */
	readonly headings: readonly string[];
	/** In the order of the sale, won and lost last. */
	readonly stages: readonly string[];
	/** 9 March 2026 and 30 April 2026 as they are written there. */
	readonly dates: readonly [string, string];
	/** 1234.5 */
	readonly amount: string;
}

const LISTINGS: readonly Listing[] = [
	{
		language: 'Italian',
		locale: 'it_IT',
		headings: ['Trattativa', 'Fase', 'Importo', 'Data apertura', 'Data chiusura', 'Venditore', 'Motivo della perdita'],
		stages: ['Nuovo contatto', 'Analisi esigenze', 'Offerta inviata', 'Negoziazione', 'Vinta', 'Persa'],
		dates: ['9 marzo 2026', '30/04/2026'],
		amount: '€ 1.234,50',
	},
	{
		language: 'Dutch',
		locale: 'nl_NL',
		headings: ['Naam', 'Verkoopfase', 'Bedrag', 'Aangemaakt op', 'Sluitdatum', 'Verkoper', 'Verliesreden'],
		stages: ['Eerste contact', 'Gekwalificeerd kwalificatie', 'Offerte', 'Onderhandeling', 'Gewonnen', 'Verloren'],
		dates: ['9-3-2026', '30-4-2026'],
		amount: '€ 1.234,50',
	},
	{
		language: 'Polish',
		locale: 'pl_PL',
		headings: ['Nazwa', 'Etap', 'Wartość', 'Data utworzenia', 'Data zamknięcia', 'Handlowiec', 'Powód utraty'],
		stages: ['Nowy', 'Kontakt', 'Analiza potrzeb', 'Oferta', 'Negocjacje', 'Wygrana', 'Przegrana'],
		dates: ['9 marca 2026 r.', '30.04.2026'],
		amount: '1 234,50 zł',
	},
	{
		language: 'Russian',
		locale: 'ru_RU',
		headings: ['Сделка', 'Стадия', 'Сумма', 'Дата создания', 'Дата закрытия', 'Ответственный', 'Причина отказа'],
		stages: [
			'Первичный контакт',
			'Выявление потребностей',
			'Коммерческое предложение',
			'Переговоры',
			'Согласование договора',
			'Успешно реализовано',
			'Закрыто и не реализовано',
		],
		dates: ['9 марта 2026 г.', '30.04.2026'],
		amount: '1 234,50 ₽',
	},
	{
		language: 'Korean',
		locale: 'ko_KR',
		headings: ['거래명', '영업 단계', '금액', '생성일', '종료일', '담당자', '실패 사유'],
		stages: ['신규 리드', '초기 접촉', '니즈 분석', '제안', '협상', '수주', '실주'],
		dates: ['2026. 3. 9.', '2026년 4월 30일'],
		amount: '₩1,234.50',
	},
	{
		language: 'Turkish',
		locale: 'tr_TR',
		headings: ['Fırsat', 'Aşama', 'Tutar', 'Oluşturma tarihi', 'Kapanış tarihi', 'Satış temsilcisi', 'Kayıp nedeni'],
		stages: ['Yeni', 'İlk görüşme', 'İhtiyaç analizi', 'Teklif', 'Müzakere', 'Kazanıldı', 'Kaybedildi'],
		dates: ['9 Mart 2026', '30 Nisan 2026'],
		amount: '₺1.234,50',
	},
	{
		language: 'Vietnamese',
		locale: 'vi_VN',
		headings: [
			'Tên cơ hội',
			'Giai đoạn',
			'Giá trị (VNĐ)',
			'Ngày tạo',
			'Ngày kết thúc',
			'Người phụ trách',
			'Lý do thất bại',
		],
		stages: ['Tiềm năng', 'Tiếp cận', 'Khảo sát nhu cầu', 'Báo giá', 'Đàm phán', 'Thành công', 'Thất bại'],
		dates: ['09/03/2026', '30/04/2026'],
		amount: '1.234,50 đ',
	},
	{
		language: 'Indonesian',
		locale: 'id_ID',
		headings: [
			'Nama Peluang',
			'Tahap',
			'Nilai (Rp)',
			'Tanggal Dibuat',
			'Tanggal Tutup',
			'Penanggung Jawab',
			'Alasan Kalah',
		],
		stages: ['Prospek baru', 'Kualifikasi', 'Penawaran', 'Negosiasi', 'Menang', 'Kalah'],
		dates: ['09/03/2026', '30/04/2026'],
		amount: 'Rp 1.234,50',
	},
	{
		language: 'hiring in German',
		locale: 'de_DE',
		headings: ['Bewerber', 'Status', 'Budget', 'Eingegangen am', 'Entscheidungsdatum', 'Recruiter', 'Absagegrund'],
		stages: ['Eingegangen', 'Telefoninterview', 'Vorstellungsgespräch', 'Angebot', 'Eingestellt', 'Abgelehnt'],
		dates: ['9.3.2026', '30.04.2026'],
		amount: '1.234,50 €',
	},
	{
		language: 'hiring in Chinese',
		locale: 'zh_CN',
		headings: ['候选人', '当前状态', '预算', '投递日期', '入职日期', '招聘负责人', '淘汰原因'],
		stages: ['简历筛选', '初试', '复试', 'Offer沟通', '已入职', '淘汰'],
		dates: ['2026-03-09', '2026年4月30日'],
		amount: '￥1,234.50',
	},
	{
		language: 'hiring',
		locale: 'en_GB',
		headings: ['Candidate', 'Status', 'Budget', 'Applied on', 'Decision date', 'Recruiter', 'Rejection reason'],
		stages: ['Applied', 'Phone screen', 'Interview', 'Offer', 'Hired', 'Rejected'],
		dates: ['9 Mar 2026', '2026-04-30'],
		amount: '£1,234.50',
	},
];

test.each(LISTINGS)('$language', ({ headings, stages, dates, amount, locale }) => {
	const [created, closed] = dates;
	const won = stages.at(-2) as string;
	const lost = stages.at(-1) as string;
	// Last stage first, so that the order is not the one of first use.
	const rows: Cell[][] = [...stages]
		.reverse()
		.map((stage, at) => [
			`N ${at}`,
			stage,
			amount,
			created,
			stage === won || stage === lost ? closed : '',
			at % 2 === 0 ? 'Ann' : 'Bo',
			stage === lost ? 'x' : '',
		]);
	const pipeline = pipelineOf([[...headings], ...rows], { locale });
	const [name, stage, amountHeading, createdHeading, closedHeading, owner, reason] = headings;
	expect(headingsOf(pipeline.detection)).toEqual({
		name,
		stage,
		amount: amountHeading,
		created: createdHeading,
		closed: closedHeading,
		owner,
		reason,
	});
	expect(pipeline.stages.all.map((found) => [found.name, found.kind])).toEqual(
		stages.map((found) => [found, found === won ? 'won' : found === lost ? 'lost' : 'open']),
	);
	expect([...(pipeline.opportunities.amounts()?.values ?? [])]).toEqual(stages.map(() => 1234.5));
	expect(dayTexts(pipeline.opportunities.date('created')?.days)).toEqual(stages.map(() => '2026-03-09'));
	expect(dayTexts(pipeline.opportunities.date('closed')?.days)).toEqual(
		stages.map((_, at) => (at < 2 ? '2026-04-30' : '')),
	);
	expect(checkTable(pipeline)).toEqual([]);
});
