/**
 * Which field a column heading names: the words of spreadsheets and CRM exports in eight languages.
 * Belongs here: words. Not here: what the cells below say (table-detection.ts).
 */
import type { Field } from './opportunity.ts';
import { stagePlace } from './stage-words.ts';
import { textKey } from './text-key.ts';

/** Words by field in three strengths: names nothing else · usually · only when nothing better is there. */
const WORDS: Readonly<Record<Field, readonly [string, string, string]>> = {
	id: [
		'id|identifier|uuid|guid|编号|編號|商机编号|商机id|单号|單號|案件番号|案件id|商談id|kennung|identifiant|identificador',
		'number|no|nr|#|ref|reference|code|key|nummer|numéro|número|番号|case id|opportunityid|order id|序号|合同编号|项目编号|客户编号',
		'row|s/n|sn|序號',
	],
	name: [
		'name|title|topic|商机名称|商機名稱|项目名称|專案名稱|案件名|商談名|bezeichnung|titel|nom|titre|nombre|título|nome|deal|opportunity|potential|商机|商機|geschäft|negocio|negócio|affaire|opportunité|oportunidad|oportunidade',
		'subject|description|project|项目|項目|名称|名稱|名前|projekt|projet|proyecto|projeto|card name|task name|案件|客户名称|客戶名稱|lead',
		'company|company name|account|account name|customer|customer name|client|client name|organization|organisation|organization name|客户|客戶|公司|公司名称|kunde|firma|unternehmen|cliente|empresa|entreprise|société|会社名|顧客名|顧客|企業名|取引先|取引先名|contact|联系人|associated company',
	],
	stage: [
		'stage|stage name|pipeline stage|current stage|funnel stage|阶段|階段|销售阶段|銷售階段|商机阶段|商機階段|当前阶段|フェーズ|ステージ|商談フェーズ|phase|vertriebsphase|verkaufsphase|verkaufsstufe|stufe|étape|étape du pipeline|etapa|etapa de venta|fase|fase de venta|estágio|etapa do funil',
		'step|lifecycle stage|进度|進度|进展|销售进展|跟进阶段|段階|進捗|funnel|pipeline step|life cycle stage',
		'status|state|状态|狀態|ステータス|statut|estado|situação|outcome|result|结果|kanban|column|list|group|lane|verkaufsstatus',
	],
	status: [
		'status|outcome|state|状态|狀態|商机状态|商機狀態|结果|結果|ステータス|statut|estado|ergebnis|resultado|situação|won lost|win loss|won/lost|win/loss|won / lost',
		'result|outcome status|deal result|close status|赢单状态|成交状态',
		'',
	],
	amount: [
		'amount|value|金额|金額|商机金额|商機金額|预计金额|預計金額|预计成交金额|预估金额|交易金额|成交金额|合同金额|销售金额|betrag|auftragswert|wert|volumen|montant|valeur|importe|monto|valor|案件金額|受注金額|見込金額|商談金額|total value',
		'close value|size|contract value|contract amount|acv|arr|tcv|mrr|amount requested|requested amount|total|total amount|price|sale price|sales amount|umsatz|preis|prix|precio|preço|预算|budget|价格|报价|报价金额|售价|chiffre d’affaires|ingresos|receita|売上|売上金額|価格|estimated value|sum|loan amount|order value|potential value',
		'revenue|expected revenue|expected amount|expected value|sales|umsatzerwartung|收入|营收|deal revenue|annual value',
	],
	currency: [
		'currency|currency code|currency iso code|币种|幣別|货币|貨幣|währung|devise|monnaie|moneda|divisa|moeda|通貨',
		'currency of value|curr|ccy|币别',
		'',
	],
	created: [
		'created|created date|create date|created time|created at|created on|creation date|creationdate|creation time|date created|date added|added on|added|创建时间|创建日期|建立日期|建立時間|创建于|录入时间|录入日期|erstellt am|erstellt|erstellungsdatum|angelegt am|angelegt|anlagedatum|date de création|créé le|fecha de creación|fecha creación|creado|creado el|data de criação|criado em|作成日|作成日時|登録日',
		'engage date|engagement date|date engaged|sourced|date sourced|sourced date|registered at|registered|registration date|acquisition date|lead acquisition date|lead date|start date|started|started at|start|opened|open date|date opened|opened at|entry date|date received|received|received date|first contact|first contact date|inquiry date|submitted at|submit date|application date|开始日期|开始时间|登记日期|立项日期|获取日期|首次接触|首次接触日期|startdatum|beginn|eingang|eingangsdatum|date de début|fecha de inicio|fecha de alta|fecha de entrada|data de início|data de entrada|開始日|受付日|初回接触日',
		'first event|first stage date|date|日期|datum|fecha|data|日付|日時|timestamp|first seen|month',
	],
	closed: [
		'closed|closed date|close date|closedate|date closed|closed at|closed on|close time|closed time|closing date|actual close date|actual closing date|actual close|closed won date|关闭日期|关闭时间|關閉日期|关单日期|结单日期|成交日期|成交时间|签约日期|实际成交日期|实际关闭日期|赢单日期|abschlussdatum|abgeschlossen am|geschlossen am|abschluss|date de clôture|date de fermeture|clôturé le|fecha de cierre|cerrado el|data de fechamento|fechado em|クローズ日|成約日|受注日|完了日',
		'end date|ended|ended at|end|won date|date won|won time|signed|signed date|signature date|completed|completed at|completion date|decision date|decided at|resolved at|结束日期|结束时间|結束日期|完成日期|完成时间|签单日期|enddatum|date de fin|fecha de fin|fecha fin|data de término|終了日|outcome date|closed lost date',
		'last event|stage date|last stage date|last stage change date|date entered current stage|stage changed|stage change date|stage changed at|stage updated',
	],
	expectedClose: [
		'expected close|expected close date|expected closing|expected closing date|estimated close date|estimated closing date|anticipated close date|forecast close date|projected close date|target close date|planned close date|est close date|预计成交日期|预计成交时间|预计关闭日期|预计结束日期|预计签约日期|预计签单日期|預計成交日期|預計關閉日期|预计结单日期|erwartetes abschlussdatum|voraussichtlicher abschluss|geplanter abschluss|voraussichtliches abschlussdatum|date de clôture prévue|clôture prévue|fecha de cierre prevista|fecha prevista de cierre|fecha estimada de cierre|data prevista de fechamento|previsão de fechamento|完了予定日|クローズ予定日|受注予定日|成約予定日',
		'due date|duedate|due|deadline|target date|forecast date|estimated date|到期日|截止日期|fällig am|date d’échéance|fecha de vencimiento|期限',
		'',
	],
	owner: [
		'owner|owner name|sales agent|agent|sales rep|rep|sales representative|representative|salesperson|sales person|account executive|account manager|assigned to|assignee|assigned|responsible|seller|负责人|負責人|销售|銷售|销售人员|销售员|业务员|業務員|销售负责人|商机所有人|商机负责人|归属人|跟进人|所有人|verantwortlich|verantwortliche|verantwortlicher|zuständig|besitzer|inhaber|vertriebsmitarbeiter|verkäufer|propriétaire|responsable|commercial|vendeur|propietario|vendedor|comercial|responsável|proprietário|担当者|担当|営業担当|営業担当者|所有者',
		'owner id|manager|user|broker|opportunity owner|lead owner|客户经理|销售经理',
		'created by|team',
	],
	source: [
		'source|lead source|original source|来源|來源|线索来源|客户来源|商机来源|渠道|来源渠道|quelle|leadquelle|herkunft|origine|provenance|origen|fuente|origem|fonte|リードソース|流入元|流入経路|ソース',
		'channel|origin|campaign|referral source|kanal|canal|marketing channel',
		'',
	],
	reason: [
		'reason|loss reason|lost reason|closed lost reason|close reason|reason lost|reason for loss|lost because|输单原因|失败原因|丢单原因|流失原因|原因|关闭原因|輸單原因|失敗原因|verlustgrund|grund|ablehnungsgrund|absagegrund|raison de perte|raison de la perte|motif de perte|motif|motivo de pérdida|razón de pérdida|motivo da perda|motivo de perda|motivo|失注理由|敗因',
		'won reason|win reason|closed won reason|outcome reason|赢单原因|reject reason|decline reason|理由',
		'',
	],
	probability: [
		'probability|win probability|probability of close|close probability|概率|赢率|赢单率|成交概率|成功率|可能性|機率|成交機率|wahrscheinlichkeit|abschlusswahrscheinlichkeit|probabilité|probabilidad|probabilidade|確度|受注確度|確率|prob',
		'chance|likelihood|win chance|chance of winning|win|odds|confidence',
		'',
	],
	lostFrom: [
		'lost from|lost at stage|lost in stage|lost stage|stage lost|stage lost from|stage before lost|last open stage|丢单阶段|输单阶段|失败阶段|流失阶段|输单时阶段',
		'last stage|previous stage|prior stage|最后阶段|上一阶段',
		'',
	],
};

let fieldWords: ReadonlyMap<string, readonly (readonly [Field, number])[]> | null = null;

/** Made on first use: a formula that names its columns by settings never pays for it. */
function fieldsByWord(): ReadonlyMap<string, readonly (readonly [Field, number])[]> {
	if (fieldWords !== null) return fieldWords;
	const words = new Map<string, [Field, number][]>();
	for (const field of Object.keys(WORDS) as Field[]) {
		WORDS[field].forEach((list, weakness) => {
			for (const word of list === '' ? [] : list.split('|')) words.set(word, [...(words.get(word) ?? []), [field, 3 - weakness]]);
		});
	}
	fieldWords = words;
	return words;
}

/** What comes after is no heading; it bounds the work on a cell full of brackets. */
const LONGEST = 200;

const OWN_TABLE = /^(?:deals?|opportunit(?:y|ies)|opp|oppty|potentials?|leads?|crm|records?|sales|pipeline|case|商机|商機|销售|项目) /u;
/** Other tables' columns in one export: `Organization - Name`. */
const OTHER_TABLE = /^(?:organi[sz]ation|person|contacts?|company|account|product|activity|user|lead) - /u;

/** One spelling for `CloseDate`, `close_date`, `Close date *`, `LossReason__c`, `Deal Value, $`. */
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
		.replace(/ (?:[$€£¥%]|usd|eur|gbp|cny|rmb|jpy)(?= |$)/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
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
	const own = OWN_TABLE.exec(plain);
	return own === null ? [] : (words.get(plain.slice(own[0].length)) ?? []);
}

/** Parts of longer headings, in order: the first that occurs decides. */
const PARTS: readonly (readonly [Field, RegExp])[] = [
	['expectedClose', /(?<!\p{L})(?:expected|estimated|forecast|target) .*(?:close|closing|date)(?!\p{L})|[预預]计.*日|予定日/u],
	['closed', /(?<!\p{L})clos(?:e|ed|ing)(?!\p{L}).*(?<!\p{L})(?:date|time)(?!\p{L})|(?:成交|签约|关闭|受注|成約)日/u],
	['created', /(?<!\p{L})(?:created|creation|erstellt)(?!\p{L})|(?:创建|建立|作成|登録)(?:日|时间|時間)/u],
	['reason', /(?<!\p{L})(?:loss|lost|won|win) .*reason(?!\p{L})|(?:输单|丢单|失败|失注).*(?:原因|理由)/u],
	['owner', /(?<!\p{L})(?:owner|salesperson|sales rep)(?!\p{L})|负责人|負責人|担当者?$/u],
	['amount', /(?<!\p{L})(?:amount|value|betrag|montant|importe|valor)(?!\p{L})|金额|金額/u],
];
/** Amounts that are not the deal's: weighted, taxes, discounts. */
const NOT_THE_AMOUNT = /weighted|probab|tax|discount|commission|加权|加權|折扣|税|gewichtet|pondéré/u;

/** The field that a part of a longer heading names (`受注見込金額`, `Estimated deal value net`); null when none does. Never sure. */
export function fieldOfPart(heading: string): Field | null {
	const plain = plainHeading(heading);
	if (OTHER_TABLE.test(plain)) return null;
	const field = PARTS.find(([, part]) => part.test(plain))?.[0] ?? null;
	return field === 'amount' && NOT_THE_AMOUNT.test(plain) ? null : field;
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
