/**
 * Which field a column heading names: the words of spreadsheets and CRM exports in thirteen languages.
 * Belongs here: words. Not here: what the cells below say (table-detection.ts).
 */
import { fieldsOfParts } from './heading-parts.ts';
import { onFirstUse } from './on-first-use.ts';
import type { Field } from './opportunity.ts';
import { stagePlace } from './stage-words.ts';
import { textKey } from './text-key.ts';

/** Words by field in three strengths: names nothing else · usually · only when nothing better is there. */
const WORDS: Readonly<Record<Field, readonly [string, string, string]>> = {
	id: [
		'id|identifier|uuid|guid|编号|編號|商机编号|商机id|单号|單號|案件番号|案件id|商談id|kennung|identifiant|identificador|идентификатор|거래 id|식별자|identyfikator|identificativo|kenmerk',
		'number|no|nr|#|ref|reference|code|key|nummer|numéro|número|番号|case id|opportunityid|order id|序号|合同编号|项目编号|客户编号|numer|номер|№|번호|codice|numara|kod',
		'row|s/n|sn|序號',
	],
	name: [
		'name|title|topic|商机名称|商機名稱|项目名称|專案名稱|案件名|商談名|bezeichnung|titel|nom|titre|nombre|título|nome|deal|opportunity|potential|商机|商機|geschäft|negocio|negócio|affaire|opportunité|oportunidad|oportunidade|сделка|название|название сделки|наименование|거래명|거래|기회명|영업기회|건명|딜|opportunità|trattativa|affare|dealnaam|naam|szansa sprzedaży|nazwa|fırsat|fırsat adı',
		'subject|description|project|项目|項目|名称|名稱|名前|projekt|projet|proyecto|projeto|card name|task name|案件|客户名称|客戶名稱|lead|проект|описание|тема|프로젝트|이름|progetto|descrizione|oggetto|onderwerp|omschrijving|temat|opis|proje|konu|candidate|applicant|prospect',
		'company|company name|account|account name|customer|customer name|client|client name|organization|organisation|organization name|客户|客戶|公司|公司名称|kunde|firma|unternehmen|cliente|empresa|entreprise|société|会社名|顧客名|顧客|企業名|取引先|取引先名|contact|联系人|associated company|клиент|компания|организация|контрагент|고객|고객사|고객명|회사|회사명|업체|업체명|azienda|società|klant|bedrijf|organisatie|klient|kontrahent|müşteri|şirket',
	],
	stage: [
		'stage|stage name|pipeline stage|current stage|funnel stage|阶段|階段|销售阶段|銷售階段|商机阶段|商機階段|当前阶段|フェーズ|ステージ|商談フェーズ|phase|vertriebsphase|verkaufsphase|verkaufsstufe|stufe|étape|étape du pipeline|etapa|etapa de venta|fase|fase de venta|estágio|etapa do funil|стадия|этап|стадия сделки|этап сделки|этап воронки|этап продаж|단계|영업 단계|영업단계|거래 단계|거래단계|진행 단계|진행단계|stadio|fase di vendita|fase trattativa|verkoopfase|stadium|etap|etap sprzedaży|faza|aşama|satış aşaması',
		'step|lifecycle stage|进度|進度|进展|销售进展|跟进阶段|段階|進捗|funnel|pipeline step|life cycle stage|воронка|lead stage status',
		'status|state|状态|狀態|ステータス|statut|estado|situação|outcome|result|结果|kanban|column|list|group|lane|verkaufsstatus|статус|состояние|상태|진행상태|진행 상태|stato|stan|durum',
	],
	status: [
		'status|outcome|state|状态|狀態|商机状态|商機狀態|结果|結果|ステータス|statut|estado|ergebnis|resultado|situação|won lost|win loss|won/lost|win/loss|won / lost|статус|상태|진행상태|esito|stato|stan|wynik|durum|sonuç',
		'result|outcome status|deal result|close status|赢单状态|成交状态|результат|исход|결과|resultaat|uitkomst',
		'',
	],
	amount: [
		'amount|value|金额|金額|商机金额|商機金額|预计金额|預計金額|预计成交金额|预估金额|交易金额|成交金额|合同金额|销售金额|betrag|auftragswert|wert|volumen|montant|valeur|importe|monto|valor|案件金額|受注金額|見込金額|商談金額|total value|сумма|сумма сделки|стоимость|금액|거래 금액|거래금액|예상 금액|예상금액|계약금액|수주금액|importo|valore|bedrag|waarde|kwota|wartość|tutar|değer',
		'close value|size|contract value|contract amount|acv|arr|tcv|mrr|amount requested|requested amount|total|total amount|price|sale price|sales amount|umsatz|preis|prix|precio|preço|预算|budget|价格|报价|报价金额|售价|chiffre d’affaires|ingresos|receita|売上|売上金額|価格|estimated value|sum|loan amount|order value|potential value|бюджет|цена|매출|예산|가격|prezzo|omzet|prijs|cena|fiyat|bütçe|deal worth|worth',
		'revenue|expected revenue|expected amount|expected value|sales|umsatzerwartung|收入|营收|deal revenue|annual value|выручка|fatturato|przychód|gelir',
	],
	currency: [
		'currency|currency code|currency iso code|币种|幣別|货币|貨幣|währung|devise|monnaie|moneda|divisa|moeda|通貨|валюта|통화|valuta|waluta|para birimi',
		'currency of value|curr|ccy|币别',
		'',
	],
	created: [
		'created|created date|create date|created time|created at|created on|creation date|creationdate|creation time|date created|date added|added on|added|创建时间|创建日期|建立日期|建立時間|创建于|录入时间|录入日期|erstellt am|erstellt|erstellungsdatum|angelegt am|angelegt|anlagedatum|date de création|créé le|fecha de creación|fecha creación|creado|creado el|data de criação|criado em|作成日|作成日時|登録日|дата создания|создано|создана|создан|생성일|생성일자|등록일|등록일자|작성일|data creazione|data di creazione|creato il|data apertura|data di apertura|aangemaakt|aangemaakt op|aanmaakdatum|data utworzenia|utworzono|oluşturulma tarihi|oluşturma tarihi|kayıt tarihi',
		'engage date|engagement date|date engaged|sourced|date sourced|sourced date|registered at|registered|registration date|acquisition date|lead acquisition date|lead date|start date|started|started at|start|opened|open date|date opened|opened at|entry date|date received|received|received date|first contact|first contact date|inquiry date|submitted at|submit date|application date|开始日期|开始时间|登记日期|立项日期|获取日期|首次接触|首次接触日期|startdatum|beginn|eingang|eingangsdatum|date de début|fecha de inicio|fecha de alta|fecha de entrada|data de início|data de entrada|開始日|受付日|初回接触日|дата начала|дата открытия|дата обращения|первый контакт|дата заявки|시작일|접수일|최초 접촉일|첫 접촉일|data inizio|data di inizio|data inserimento|primo contatto|eerste contact|data rozpoczęcia|data dodania|data otwarcia|başlangıç tarihi|applied on|applied at|applied|date applied',
		'first event|first stage date|date|日期|datum|fecha|data|日付|日時|timestamp|first seen|month|дата|날짜|일자|tarih',
	],
	closed: [
		'closed|closed date|close date|closedate|date closed|closed at|closed on|close time|closed time|closing date|actual close date|actual closing date|actual close|closed won date|关闭日期|关闭时间|關閉日期|关单日期|结单日期|成交日期|成交时间|签约日期|实际成交日期|实际关闭日期|赢单日期|abschlussdatum|abgeschlossen am|geschlossen am|abschluss|date de clôture|date de fermeture|clôturé le|fecha de cierre|cerrado el|data de fechamento|fechado em|クローズ日|成約日|受注日|完了日|дата закрытия|закрыто|закрыта|фактическая дата закрытия|종료일|마감일|종결일|계약일|수주일|data chiusura|data di chiusura|chiuso il|sluitdatum|sluitingsdatum|afgesloten op|data zamknięcia|zamknięto|kapanış tarihi|kapanma tarihi',
		'end date|ended|ended at|end|won date|date won|won time|signed|signed date|signature date|completed|completed at|completion date|decision date|decided at|resolved at|结束日期|结束时间|結束日期|完成日期|完成时间|签单日期|enddatum|date de fin|fecha de fin|fecha fin|data de término|終了日|outcome date|closed lost date|дата завершения|дата окончания|완료일|data fine|data di fine|einddatum|data zakończenia|bitiş tarihi',
		'last event|stage date|last stage date|last stage change date|date entered current stage|stage changed|stage change date|stage changed at|stage updated',
	],
	expectedClose: [
		'expected close|expected close date|expected closing|expected closing date|estimated close date|estimated closing date|anticipated close date|forecast close date|projected close date|target close date|planned close date|est close date|预计成交日期|预计成交时间|预计关闭日期|预计结束日期|预计签约日期|预计签单日期|預計成交日期|預計關閉日期|预计结单日期|erwartetes abschlussdatum|voraussichtlicher abschluss|geplanter abschluss|voraussichtliches abschlussdatum|date de clôture prévue|clôture prévue|fecha de cierre prevista|fecha prevista de cierre|fecha estimada de cierre|data prevista de fechamento|previsão de fechamento|完了予定日|クローズ予定日|受注予定日|成約予定日|ожидаемая дата закрытия|планируемая дата закрытия|предполагаемая дата закрытия|예상 종료일|예상종료일|예상 마감일|예상마감일|예상 계약일|예상 수주일|data chiusura prevista|data di chiusura prevista|chiusura prevista|verwachte sluitdatum|verwachte sluitingsdatum|przewidywana data zamknięcia|planowana data zamknięcia|oczekiwana data zamknięcia|tahmini kapanış tarihi|beklenen kapanış tarihi',
		'due date|duedate|due|deadline|target date|forecast date|estimated date|到期日|截止日期|fällig am|date d’échéance|fecha de vencimiento|期限',
		'',
	],
	owner: [
		'owner|owner name|sales agent|agent|sales rep|rep|sales representative|representative|salesperson|sales person|account executive|account manager|assigned to|assignee|assigned|responsible|seller|负责人|負責人|销售|銷售|销售人员|销售员|业务员|業務員|销售负责人|商机所有人|商机负责人|归属人|跟进人|所有人|verantwortlich|verantwortliche|verantwortlicher|zuständig|besitzer|inhaber|vertriebsmitarbeiter|verkäufer|propriétaire|responsable|commercial|vendeur|propietario|vendedor|comercial|responsável|proprietário|担当者|担当|営業担当|営業担当者|所有者|ответственный|менеджер|владелец|продавец|담당자|영업 담당자|영업담당자|담당|소유자|영업사원|venditore|agente|assegnato a|proprietario|commerciale|eigenaar|verkoper|verantwoordelijke|handlowiec|opiekun|właściciel|sprzedawca|sorumlu|satış temsilcisi|temsilci|responsabile',
		'owner id|manager|user|broker|opportunity owner|lead owner|客户经理|销售经理|сотрудник|titolare|recruiter|sdr|bdr|ae|advisor|consultant',
		'created by|team',
	],
	source: [
		'source|lead source|original source|来源|來源|线索来源|客户来源|商机来源|渠道|来源渠道|quelle|leadquelle|herkunft|origine|provenance|origen|fuente|origem|fonte|リードソース|流入元|流入経路|ソース|источник|источник сделки|유입경로|유입 경로|출처|리드 소스|소스|provenienza|bron|herkomst|źródło|źródło leada|kaynak',
		'channel|origin|campaign|referral source|kanal|canal|marketing channel|канал|채널|canale|kanał',
		'',
	],
	reason: [
		'reason|loss reason|lost reason|closed lost reason|close reason|reason lost|reason for loss|lost because|输单原因|失败原因|丢单原因|流失原因|原因|关闭原因|輸單原因|失敗原因|verlustgrund|grund|ablehnungsgrund|absagegrund|raison de perte|raison de la perte|motif de perte|motif|motivo de pérdida|razón de pérdida|motivo da perda|motivo de perda|motivo|失注理由|敗因|причина|причина отказа|причина проигрыша|실패 사유|실패사유|실주 사유|실주사유|사유|이유|motivo perdita|motivo della perdita|motivo di perdita|verliesreden|reden|reden verlies|reden van verlies|powód|powód utraty|powód przegranej|kayıp nedeni|kaybetme nedeni|neden',
		'won reason|win reason|closed won reason|outcome reason|赢单原因|reject reason|decline reason|理由|причина потери|причина закрытия|przyczyna|causa|rejection reason|why lost|why we lost',
		'',
	],
	probability: [
		'probability|win probability|probability of close|close probability|概率|赢率|赢单率|成交概率|成功率|可能性|機率|成交機率|wahrscheinlichkeit|abschlusswahrscheinlichkeit|probabilité|probabilidad|probabilidade|確度|受注確度|確率|prob|вероятность|확률|성공 확률|성공확률|수주 확률|수주확률|probabilità|waarschijnlijkheid|prawdopodobieństwo|olasılık',
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
			for (const word of list === '' ? [] : list.split('|')) words.set(word, [...(words.get(word) ?? []), [field, 3 - weakness]]);
		});
	}
	return words;
});

/** The words of several without the spaces between: `closedate`, `salesrep`. */
const gluedWords = onFirstUse(
	() => new Map([...fieldsByWord()].flatMap(([word, fields]) => (word.includes(' ') ? [[word.replace(/ /gu, ''), fields] as const] : []))),
);

/** What comes after is no heading; it bounds the work on a cell full of brackets. */
const LONGEST = 200;

const OWN_TABLE =
	/^(?:deals?|opportunit(?:y|ies)|opp|oppty|potentials?|leads?|crm|records?|sales|pipeline|case|applications?|loans?|candidates?|applicants?|bids?|requests?|donations?|grants?|prospects?|hs|hubspot|商机|商機|销售|项目) /u;
/** Internal names without any separator: `dealstage`, `leadsource`. */
const OWN_TABLE_GLUED = /^(?:deal|opportunity|lead|sales|record)(?=[a-z]{2})/u;
/** Other tables' columns in one export: `Organization - Name`. */
const OTHER_TABLE = /^(?:organi[sz]ation|person|contacts?|company|account|product|activity|user|lead) - /u;

/** One spelling for `CloseDate`, `close_date`, `Close date *`, `LossReason__c`, `Deal Value, $`, `No.` */
export function plainHeading(heading: string): string {
	return textKey(
		heading
			.slice(0, LONGEST)
			.replace(/__c$/u, '')
			.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
			.replace(/_/gu, ' '),
	)
		.replace(/[[(（【].*?[\])）】]/gu, ' ')
		.replace(/[,:：*?!"“”'•]+/gu, ' ')
		.replace(/ (?:[$€£¥%]|usd|eur|gbp|cny|rmb|jpy|inr)(?= |$)/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/(?<=\p{L})\.$/u, '');
}

/** Fields that this heading may name with a strength 3 (nothing else) … 1 (only when nothing better is there). */
export function fieldsOf(heading: string): readonly (readonly [Field, number])[] {
	let plain = plainHeading(heading);
	if (OTHER_TABLE.test(plain)) return [];
	const words = fieldsByWord();
	const direct = words.get(plain);
	if (direct !== undefined) return direct;
	plain = plain.replace(/^(?:deal|opportunity|potential|商机) - /u, '').replace(/ - /gu, ' ');
	const whole = words.get(plain);
	if (whole !== undefined) return whole;
	const own = OWN_TABLE.exec(plain) ?? OWN_TABLE_GLUED.exec(plain);
	const rest = own === null ? undefined : words.get(plain.slice(own[0].length));
	return rest ?? gluedWords().get(plain) ?? [];
}

/** Fields that a part of a longer heading names (`受注見込金額`, `Estimated deal value net`), below the strength of any whole one. */
export function fieldsOfPart(heading: string): readonly (readonly [Field, number])[] {
	const plain = plainHeading(heading);
	return OTHER_TABLE.test(plain) ? [] : fieldsOfParts(plain);
}

/** The heading numbers the stages (`Stage sequence`, `StageSortOrder`, `阶段序号`). */
export function isStageSequence(heading: string): boolean {
	return /^(?:(?:deal|pipeline|sales) )?(?:stage|phase|阶段|階段) ?(?:sequence|sort order|order|number|no|nr|index|rank|序号|顺序|編號)$/u.test(
		plainHeading(heading),
	);
}

/**
 * The stage whose date a heading names: `Proposal date`, `Date entered Proposal`, `进入报价日期`, `Won time`; null when it is no such heading.
 * @param stages names of the stages by plain key
 */
export function stageOfDateHeading(heading: string, stages: ReadonlyMap<string, string>): string | null {
	const plain = plainHeading(heading).replace(/^(?:deal|opportunity) - /u, '');
	const entered = /^(?:date entered|entered|date of|date|moved to|进入|進入)\s*(.+)$/u.exec(plain);
	const named =
		/^(.+?)\s*(?:stage )?(?:entry date|entered at|entered on|entered|reached at|reached on|date|datum|at|on|time|日期|时间|時間)$/u.exec(
			plain,
		);
	for (const match of [entered, named]) {
		if (match === null) continue;
		const core = (match[1] as string).replace(/ ?(?:stage|阶段|date|日期|时间)$/u, '');
		for (const key of [match[1] as string, core]) {
			const stage = stages.get(key);
			if (stage !== undefined) return stage;
		}
	}
	// A stage that no deal is in now: only where the heading can hardly mean anything else.
	const unlisted =
		/^date entered (.+)$/u.exec(plain) ??
		(named !== null && !/^(?:next|last|first|follow|current)/u.test(plain) && fieldsOf(heading).length === 0 ? named : null);
	const core = unlisted?.[1] ?? 'current';
	if (core.startsWith('current') || (unlisted === named && (stagePlace(core) < 0 || core.split(' ').length > 3))) return null;
	const spelled = heading
		.slice(0, LONGEST)
		.replace(/_/gu, ' ')
		.replace(/["“”]/gu, '')
		.replace(/\s*\(.*\)\s*$/u, '');
	const at = spelled.toLowerCase().indexOf(core);
	return at < 0 ? core : spelled.slice(at, at + core.length);
}
