/**
 * Which field a column heading names: the words of spreadsheets and CRM exports in fifteen languages.
 * Belongs here: words. Not here: what the cells below say (table-detection.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import { wordPattern } from '../cells/word-pattern.ts';
import type { Field } from '../model/opportunity.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { LONGEST, plainHeading, readingsOf } from './heading-key.ts';
import { fieldsOfParts, isOtherDate, isOtherNumber, isReadByParts } from './headings-by-part.ts';
import { stageMeaning, stagePlace } from './stage-words.ts';

/** Words by field in three strengths: names nothing else · usually · only when nothing better is there. */
const WORDS: Readonly<Record<Field, readonly [string, string, string]>> = {
	id: [
		'id|identifier|uuid|guid|编号|編號|单号|單號|案件番号|kennung|identifiant|identificador|идентификатор|식별자|identyfikator|identificativo|kenmerk',
		'number|no|nr|#|ref|reference|code|key|nummer|número|番号|case id|opportunityid|order id|序号|合同编号|项目编号|客户编号|numer|номер|번호|codice|numara|kod|ma|kode|codigo|№|folio|stt|lp|lfd nr|rif|管理番号|순번',
		'row|s/n|sn|序號',
	],
	name: [
		'name|title|topic|商机名称|商機名稱|项目名称|專案名稱|案件名|商談名|bezeichnung|titel|nom|titre|nombre|título|nome|deal|opportunity|potential|商机|商機|geschäft|affaire|opportunité|oportunidad|oportunidade|сделка|название|наименование|거래|기회명|영업기회|건명|딜|opportunità|trattativa|affare|naam|szansa sprzedaży|nazwa|fırsat|fırsat adı|nama|ten|取引名|negócio|название сделки',
		'subject|description|project|项目|項目|名称|名稱|名前|projekt|projet|proyecto|projeto|card name|task name|案件|客户名称|客戶名稱|lead|проект|описание|тема|프로젝트|이름|progetto|descrizione|oggetto|onderwerp|omschrijving|temat|opis|proje|konu|candidate|applicant|prospect|bewerber|candidato?|candidat|kandidaat|kandydat|кандидат|候选人|候選人|応募者|지원자|후보자|interessent|專案|du an|proyek|プロジェクト|건',
		'company|company name|account|account name|customer|customer name|client|client name|organization|organisation|organization name|客户|客戶|公司|kunde|firma|unternehmen|cliente|empresa|entreprise|société|会社名|顧客|取引先|contact|联系人|associated company|клиент|компания|организация|контрагент|고객|고객사|회사|업체|azienda|società|klant|bedrijf|organisatie|klient|kontrahent|müşteri|şirket|khach hang|cong ty|pelanggan|perusahaan|razon social|razao social|ragione sociale|raison sociale|企業|企业',
	],
	stage: [
		'stage|stage name|funnel stage|阶段|階段|銷售階段|フェーズ|ステージ|phase|vertriebsphase|verkaufsphase|verkaufsstufe|stufe|étape|étape du pipeline|etapa|etapa de venta|fase|fase de venta|estágio|etapa do funil|стадия|этап|этап воронки|этап продаж|단계|진행 단계|stadio|fase di vendita|verkoopfase|stadium|etap|etap sprzedaży|faza|aşama|satış aşaması|giai doan|tahap|tahapan|pipeline stage|стадия сделки|этап сделки|fase trattativa',
		'step|lifecycle stage|进度|進度|进展|跟进阶段|段階|進捗|funnel|life cycle stage|воронка|lead stage status|pipeline step',
		'status|state|状态|狀態|ステータス|statut|estado|situação|outcome|result|结果|kanban|column|list|group|lane|verkaufsstatus|статус|состояние|상태|진행상태|진행 상태|stato|stan|durum|trang thai|tinh trang',
	],
	status: [
		'status|outcome|state|状态|狀態|商机状态|商機狀態|结果|結果|ステータス|statut|estado|ergebnis|resultado|situação|won lost|win loss|win/loss|won / lost|статус|상태|진행상태|esito|stato|stan|wynik|durum|sonuç|trang thai|tinh trang',
		'result|outcome status|deal result|close status|赢单状态|成交状态|результат|исход|결과|resultaat|uitkomst',
		'',
	],
	amount: [
		'amount|value|金额|金額|预计金额|預計金額|预计成交金额|预估金额|交易金额|成交金额|合同金额|betrag|auftragswert|wert|volumen|montant|valeur|importe|monto|valor|受注金額|見込金額|total value|сумма|стоимость|예상 매출|금액|예상 금액|계약금액|수주금액|importo|valore|bedrag|waarde|kwota|wartość|tutar|değer|gia tri|nilai|jumlah|総額|合計金額|契約額|сумма сделки|예상매출',
		'close value|size|contract value|contract amount|acv|arr|tcv|mrr|amount requested|requested amount|total|total amount|price|sale price|sales amount|umsatz|preis|prix|precio|preço|预算|budget|价格|报价|报价金额|售价|chiffre d’affaires|ingresos|receita|売上|売上金額|価格|estimated value|estimated revenue|est revenue|sum|loan amount|order value|potential value|бюджет|цена|매출|예산|가격|prezzo|omzet|prijs|cena|fiyat|bütçe|worth|so tien|doanh so|doanh thu|presupuesto|orcamento|harga|合計費用|ca|ca previsionnel|summe',
		'revenue|expected revenue|expected amount|expected value|sales|umsatzerwartung|收入|营收|annual value|выручка|fatturato|przychód|gelir|opportunity',
	],
	currency: [
		'currency|currency code|currency iso code|币种|幣別|货币|貨幣|währung|devise|monnaie|moneda|divisa|moeda|通貨|валюта|통화|valuta|waluta|para birimi|tien te|loai tien|mata uang',
		'currency of value|curr|ccy|币别',
		'',
	],
	created: [
		'created|created date|create date|created time|created at|created on|creation date|creation time|date created|date added|added on|added|创建时间|创建日期|建立日期|建立時間|创建于|录入时间|录入日期|erstellt am|erstellt|erstellungsdatum|angelegt am|angelegt|anlagedatum|date de création|créé le|fecha de creación|fecha creación|creado|creado el|data de criação|criado em|作成日|作成日時|登録日|дата создания|создано|создана|создан|생성일|생성일자|등록일|등록일자|작성일|data creazione|data di creazione|creato il|data apertura|data di apertura|aangemaakt|aangemaakt op|aanmaakdatum|data utworzenia|utworzono|oluşturulma tarihi|oluşturma tarihi|kayıt tarihi|date create|erstelldatum|creado en|ngay tao|tanggal dibuat',
		'engage date|engagement date|date engaged|sourced|date sourced|sourced date|registered at|registered|registration date|acquisition date|lead date|start date|started|started at|start|opened|open date|date opened|opened at|entry date|date received|received|received date|first contact|first contact date|inquiry date|submitted at|submit date|application date|开始日期|开始时间|登记日期|立项日期|获取日期|首次接触|首次接触日期|startdatum|beginn|eingang|eingangsdatum|date de début|fecha de inicio|fecha de alta|fecha de entrada|data de início|data de entrada|開始日|受付日|初回接触日|дата начала|дата открытия|дата обращения|первый контакт|дата заявки|시작일|접수일|최초 접촉일|첫 접촉일|data inizio|data di inizio|data inserimento|primo contatto|eerste contact|data rozpoczęcia|data dodania|data otwarcia|başlangıç tarihi|applied on|applied at|applied|date applied|begin date|eingegangen am|ngay bat dau|tanggal masuk|tanggal mulai|投递日期|応募日|지원일',
		'first event|first stage date|date|日期|datum|fecha|data|日付|日時|timestamp|first seen|month|дата|날짜|일자|tarih',
	],
	closed: [
		'closed|closed date|close date|date closed|closed at|closed on|close time|closed time|closing date|actual close|closed won date|关闭日期|关闭时间|關閉日期|关单日期|结单日期|成交日期|成交时间|签约日期|实际成交日期|实际关闭日期|赢单日期|abschlussdatum|abgeschlossen am|geschlossen am|abschluss|date de clôture|date de fermeture|clôturé le|fecha de cierre|cerrado el|data de fechamento|fechado em|クローズ日|成約日|受注日|完了日|дата закрытия|закрыто|закрыта|фактическая дата закрытия|종료일|마감일|종결일|계약일|수주일|data chiusura|data di chiusura|chiuso il|sluitdatum|sluitingsdatum|afgesloten op|data zamknięcia|zamknięto|kapanış tarihi|kapanma tarihi|schlusstermin|cerrado en|gesloten op|ngay ket thuc|ngay dong|tanggal tutup|結案日期|结案日期|契約日|成約日時|受注日時',
		'end date|ended|ended at|end|won date|date won|won time|signed|signed date|signature date|completed|completed at|completion date|decision date|decided at|resolved at|结束日期|结束时间|結束日期|完成日期|完成时间|签单日期|enddatum|date de fin|fecha de fin|fecha fin|data de término|終了日|outcome date|closed lost date|дата завершения|дата окончания|완료일|data fine|data di fine|einddatum|data zakończenia|bitiş tarihi|entscheidungsdatum|date de signature|fecha de firma|data de assinatura|data firma|data podpisania|дата подписания|ngay ky|tanggal selesai|入职日期|採用日|입사일',
		'last event|stage date|last stage date|last stage change date|date entered current stage|stage changed|stage change date|stage changed at|stage updated',
	],
	expectedClose: [
		'expected close|expected close date|expected closing|expected closing date|estimated close date|estimated closing date|anticipated close date|forecast close date|projected close date|target close date|planned close date|est close date|预计成交日期|预计成交时间|预计关闭日期|预计结束日期|预计签约日期|预计签单日期|預計成交日期|預計關閉日期|预计结单日期|erwartetes abschlussdatum|voraussichtlicher abschluss|geplanter abschluss|voraussichtliches abschlussdatum|date de clôture prévue|clôture prévue|fecha de cierre prevista|fecha prevista de cierre|fecha estimada de cierre|data prevista de fechamento|previsão de fechamento|完了予定日|クローズ予定日|受注予定日|成約予定日|ожидаемая дата закрытия|планируемая дата закрытия|предполагаемая дата закрытия|예상 종료일|예상 마감일|예상 계약일|예상 수주일|data chiusura prevista|data di chiusura prevista|chiusura prevista|verwachte sluitdatum|verwachte sluitingsdatum|przewidywana data zamknięcia|planowana data zamknięcia|oczekiwana data zamknięcia|tahmini kapanış tarihi|beklenen kapanış tarihi|cierre previsto|data de fechamento esperada|契約予定日|見込み時期|ngay du kien',
		'due date|due|deadline|target date|forecast date|estimated date|到期日|截止日期|fällig am|date d’échéance|fecha de vencimiento|期限',
		'',
	],
	owner: [
		'owner|owner name|agent|rep|representative|sales person|account executive|account manager|assigned to|assignee|assigned|responsible|seller|负责人|負責人|销售|銷售|销售人员|销售员|业务员|業務員|归属人|跟进人|所有人|verantwortlich|verantwortliche|verantwortlicher|zuständig|besitzer|inhaber|vertriebsmitarbeiter|verkäufer|propriétaire|responsable|commercial|vendeur|propietario|vendedor|comercial|responsável|担当者|担当|所有者|ответственный|менеджер|владелец|продавец|담당자|담당|소유자|영업사원|venditore|agente|assegnato a|proprietario|commerciale|eigenaar|verkoper|verantwoordelijke|handlowiec|opiekun|właściciel|sprzedawca|sorumlu|satış temsilcisi|temsilci|responsabile|nguoi phu trach|phu trach|penanggung jawab|責任者|责任人|assigned by|titular|betreuer|bearbeiter|sachbearbeiter|vertriebler|aussendienst|asesor|asesora|ejecutivo|consultor|consultora|opiekun klienta|satisci|suivi par|charge d affaires|業務|営業',
		'owner id|manager|user|broker|opportunity owner|lead owner|客户经理|销售经理|сотрудник|titolare|recruiter|sdr|bdr|ae|advisor|consultant|nhan vien|nhan vien kinh doanh|am|pic|bd|closer|영업대표',
		'created by|team|sales',
	],
	source: [
		'source|original source|来源|來源|线索来源|客户来源|渠道|来源渠道|quelle|herkunft|origine|provenance|origen|fuente|origem|fonte|リードソース|流入元|流入経路|ソース|источник|유입 경로|출처|리드 소스|소스|provenienza|bron|herkomst|źródło|źródło leada|kaynak|nguon|sumber|유입채널|источник сделки|経路|チャネル|경로',
		'channel|origin|campaign|referral source|canal|marketing channel|канал|채널|canale|kanał|medio',
		'',
	],
	reason: [
		'reason|loss reason|lost reason|closed lost reason|close reason|reason lost|reason for loss|lost because|输单原因|失败原因|丢单原因|流失原因|原因|关闭原因|輸單原因|失敗原因|verlustgrund|grund|ablehnungsgrund|absagegrund|raison de perte|raison de la perte|motif de perte|motif|motivo de pérdida|razón de pérdida|motivo da perda|motivo de perda|motivo|失注理由|敗因|причина|причина отказа|причина проигрыша|실패 사유|실주 사유|사유|이유|motivo perdita|motivo della perdita|motivo di perdita|verliesreden|reden|reden verlies|reden van verlies|powód|powód utraty|powód przegranej|kayıp nedeni|kaybetme nedeni|neden|ly do|alasan|要因|raison|causa',
		'won reason|win reason|closed won reason|outcome reason|赢单原因|reject reason|decline reason|理由|причина потери|причина закрытия|przyczyna|rejection reason|why lost|why we lost',
		'',
	],
	probability: [
		'probability|win probability|probability of close|close probability|概率|赢率|赢单率|成交概率|成功率|可能性|機率|成交機率|wahrscheinlichkeit|abschlusswahrscheinlichkeit|probabilité|probabilidad|probabilidade|確度|受注確度|確率|prob|вероятность|확률|성공 확률|수주 확률|probabilità|waarschijnlijkheid|prawdopodobieństwo|olasılık|ty le thanh cong|xac suat|probabilitas',
		'chance|likelihood|win chance|chance of winning|win|odds|confidence|가능성|slagingskans|ihtimal',
		'',
	],
	lostFrom: [
		'lost from|lost at stage|lost in stage|lost stage|stage lost|stage lost from|stage before lost|last open stage|丢单阶段|输单阶段|失败阶段|流失阶段|输单时阶段',
		'last stage|previous stage|prior stage|最后阶段|上一阶段',
		'',
	],
};

/** Fields that each word may name, with the word's strength. */
const fieldsByWord = onFirstUse((): ReadonlyMap<string, readonly (readonly [Field, number])[]> => {
	const words = new Map<string, [Field, number][]>();
	for (const field of Object.keys(WORDS) as Field[]) {
		WORDS[field].forEach((list, weakness) => {
			for (const written of list === '' ? [] : list.split('|')) {
				const word = withoutAccents(written);
				const known = words.get(word) ?? [];
				if (!known.some(([other]) => other === field)) words.set(word, [...known, [field, 3 - weakness]]);
			}
		});
	}
	return words;
});

/** The words of several without the spaces between: `closedate`, `salesrep`. */
const gluedWords = onFirstUse(
	() =>
		new Map(
			[...fieldsByWord()].flatMap(([word, fields]) =>
				word.includes(' ') ? [[word.replace(/ /gu, ''), fields] as const] : [],
			),
		),
);

/** Other tables' columns in one export: `Organization - Name`. */
const OTHER_TABLE = /^(?:organi[sz]ation|person|contacts?|company|account|product|activity|user|lead) - /u;
/** Said in brackets: `담당자(고객)`. */
const OF_CUSTOMER = /[(（](?:고객|客户|客戶|顧客|customer|client|kunde|cliente|клиент)\p{L}?[)）]/iu;
/** Fields whose column may hold the ids of what it names: `agent_id`, `id_vendedor`, `StageId`. */
const BY_ID: ReadonlySet<Field> = new Set<Field>(['owner', 'stage', 'source', 'currency']);

/** Fields that this heading may name with a strength 3 (nothing else) … 1 (only when nothing better is there). */
export function fieldsOf(heading: string): readonly (readonly [Field, number])[] {
	const plain = plainHeading(heading);
	if (OTHER_TABLE.test(plain) || OF_CUSTOMER.test(heading)) return [];
	const found = fieldsOfReadings(plain);
	if (found.length > 0) return found;
	const thing = /^id (?:d[aeo] )?(.+)$|^(.+) id$/u.exec(plain);
	if (thing === null) return [];
	return fieldsOfReadings((thing[1] ?? thing[2]) as string).flatMap(([field, strength]) =>
		BY_ID.has(field) && strength > 1 ? [[field, strength - 1] as const] : [],
	);
}

function fieldsOfReadings(plain: string): readonly (readonly [Field, number])[] {
	const words = fieldsByWord();
	for (const reading of readingsOf(plain)) {
		const found = words.get(reading) ?? words.get(reading.replace(/ - /gu, ' ')) ?? gluedWords().get(reading);
		if (found !== undefined) return found;
	}
	return [];
}

/** Fields that a part of a longer heading names (`受注見込金額`, `Estimated deal value net`), below the strength of any whole one. */
export function fieldsOfPart(heading: string): readonly (readonly [Field, number])[] {
	const plain = plainHeading(heading);
	if (OTHER_TABLE.test(plain) || OF_CUSTOMER.test(heading)) return [];
	return isReadByParts(plain) ? fieldsOfParts(plain) : fieldsOfEnds(plain);
}

/** Below a part that says more of itself; where the main word stands is the more telling end. */
const MAIN_END = 0.45;
const OTHER_END = 0.4;
const BY_ENDS: readonly Field[] = [
	'currency',
	'expectedClose',
	'closed',
	'created',
	'reason',
	'owner',
	'amount',
	'source',
	'probability',
	'stage',
];
/** The other side's people, other money than the deal's amount. */
const NOT_OF_THE_DEAL = wordPattern(
	'gewicht~|ponder~|взвешен~|klienta?|cliente|kunden?|клиента|iva|tva|mwst|ндс',
	'先方|客户联|加权|加權|加重|折扣|税|粗利|毛利',
);
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/** Words with which German and Dutch end longer ones: `Angebotssumme`, `Offertebedrag`. */
const COMPOUND = /(?:summe|betrag|wert|volumen|umsatz|bedrag|waarde|omzet|grund|quelle|phase|stufe|eigenaar)$/u;

const OF_SOMETHING = /^(?:total|size|sum) /u;

/** How surely a heading that begins or ends with the word means it; 0 where it does neither. */
function endStrength(plain: string, word: string): number {
	if (EAST_ASIAN.test(word)) return plain.endsWith(word) ? MAIN_END : plain.startsWith(word) ? OTHER_END : 0;
	if (plain.startsWith(`${word} `)) return MAIN_END;
	if (plain.endsWith(` ${word}`) || (COMPOUND.test(word) && plain.endsWith(word))) return OTHER_END;
	// Turkish and Slavic words have a letter or two more where they belong to another.
	const last = plain.slice(plain.lastIndexOf(' ') + 1);
	return last !== plain && word.length >= 5 && last.startsWith(word) && last.length - word.length <= 2 ? OTHER_END : 0;
}

/** The fields of the words that the heading begins or ends with; for languages whose parts nobody listed. */
function fieldsOfEnds(plain: string): readonly (readonly [Field, number])[] {
	if (isOtherDate(plain) || NOT_OF_THE_DEAL().test(plain)) return [];
	if (/(?<![税差余限名定])[额額]$/u.test(plain)) return [['amount', MAIN_END]];
	const readings = readingsOf(plain);
	return BY_ENDS.flatMap((field) => {
		// `Total visits`, `Size of the team`: of something else.
		if (field === 'amount' && (OF_SOMETHING.test(plain) || isOtherNumber(plain))) return [];
		const words = `${WORDS[field][0]}|${field === 'amount' ? WORDS.amount[1] : ''}`.split('|').map(withoutAccents);
		const best = Math.max(
			...words.flatMap((word) => (word.length < 2 ? [0] : readings.map((reading) => endStrength(reading, word)))),
		);
		return best > 0 ? [[field, best] as const] : [];
	});
}

/** The pattern of the words that name nothing but the stage. */
const stageWord = onFirstUse(() => {
	const words = WORDS.stage[0].split('|');
	return wordPattern(
		words.filter((word) => !EAST_ASIAN.test(word)).join('|'),
		words.filter((word) => EAST_ASIAN.test(word)).join('|'),
	)();
});

/** The stage is named somewhere in the heading: `Etapa anterior`, `変更後フェーズ`. */
export function namesStage(plain: string): boolean {
	return stageWord().test(plain);
}

/** The heading numbers the stages (`Stage sequence`, `StageSortOrder`, `阶段序号`). */
export function isStageSequence(heading: string): boolean {
	return /^(?:(?:deal|pipeline|sales) )?(?:stage|phase|阶段|階段) ?(?:sequence|sort order|order|number|no|nr|index|rank|序号|顺序|編號)$/u.test(
		plainHeading(heading),
	);
}

const WHEN = 'date|datum|fecha|data|дата|tarihi?|ngay|tanggal|time|hora|日期|时间|時間|日時|日|날짜|일자|일';
const ENTERED = new RegExp(
	`^(?:date entered|entered|moved to|进入|進入|(?:${WHEN})(?: (?:of|d[aeo]|del|der))?)\\s*(.+)$`,
	'u',
);
const NAMED = new RegExp(
	`^(.+?)\\s*(?:stage )?(?:entry date|entered(?: at| on)?|reached (?:at|on)|${WHEN}|at|on|am|em|en|le|il|op)$`,
	'u',
);

/**
 * The stage whose date a heading names: `Proposal date`, `Date entered Proposal`, `进入报价日期`, `Won time`; null when it is no such heading.
 * @param stages names of the stages by plain key
 */
export function stageOfDateHeading(heading: string, stages: ReadonlyMap<string, string>): string | null {
	const plain = plainHeading(heading).replace(/^(?:deal|opportunity) - /u, '');
	const entered = ENTERED.exec(plain);
	const named = NAMED.exec(plain);
	for (const match of [entered, named]) {
		if (match === null) continue;
		const core = (match[1] as string).replace(/ ?(?:stage|阶段|date|日期|时间)$/u, '');
		const meaning = core.includes(' ') ? '' : stageMeaning(core);
		for (const key of [match[1] as string, core, ...(meaning === 'won' || meaning === 'lost' ? [meaning] : [])]) {
			const stage = stages.get(key);
			if (stage !== undefined) return stage;
		}
	}
	// A stage that no deal is in now: only where the heading can hardly mean anything else.
	const unlisted =
		/^date entered (.+)$/u.exec(plain) ??
		(named !== null && !/^(?:next|last|first|follow|current)/u.test(plain) && fieldsOf(heading).length === 0
			? named
			: null);
	const core = unlisted?.[1] ?? 'current';
	if (core.startsWith('current') || (unlisted === named && (stagePlace(core) < 0 || core.split(' ').length > 3)))
		return null;
	const spelled = heading
		.slice(0, LONGEST)
		.replace(/_/gu, ' ')
		.replace(/["“”]/gu, '')
		.replace(/\s*\(.*\)\s*$/u, '');
	const at = withoutAccents(spelled.normalize('NFC').toLowerCase()).indexOf(core);
	return at < 0 ? core : spelled.slice(at, at + core.length);
}
