/**
 * What the name of a stage says about its kind and its place: words of sales processes in several languages.
 * Belongs here: the words. Not here: which stages a table has (stage-detection.ts). A name that could mean won or lost has no kind: the user classifies it.
 */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';
import { wordPattern } from '../cells/word-pattern.ts';
import type { StageKind } from '../model/stage.ts';

const LOST = wordPattern(
	'lost|lose|loss|closed ?lost|out[ -]?sold|no bid|bad (?:fit|lead)|spam|duplicate|invalid|fell through|regretted|opted out|do not contact|not taken(?: up)?|analy[sz]e failure|declined?|denied|cancell?ed|rejected|refused|(?:dis|un|not )qualified|disqualify|dead|churn(?:ed)?|withdrawn?|no deal|no sale|no decision|no[tn] (?:awarded|funded|enrolled|accepted|successful|interested|relevant|converted|pursued|approved|won|sold|hired|selected|proceeding|a fit)|unsuccessful|failed|dropped|ghosted|abandoned|junk|verloren|abgelehnt|abgesagt|storniert|perdue?s?|refusée?|annulée?|perdid[oa]s?|rechazad[oa]|cancelad[oa]|descartad[oa]|recusad[oa]|pers[oa]|rifiutat[oa]|annullat[oa]|scartat[oa]|afgewezen|geannuleerd|przegran[aey]|utracon[aey]|stracon[aey]|odrzucon[aey]|anulowan[aey]|проигр~|отказ~|потерян~|провал~|отмен[её]н~|отклон[её]н~|не реализован~|kaybedil~|kayıp|iptal|reddedil~|perte|perda|perdita|verlust|kein interesse|sin interes|sem interesse|desist~|renonc~|niezainteresowan~|не заинтересован~|that bai|thua|huy|tu choi|kalah|gagal|batal|ditolak|no[tn] (?:interested|relevant|converted|pursued|approved|won|sold|hired|selected|proceeding|a fit)|absage|kein bedarf|abgesprungen|abandonnee?|sans suite|no interesad[oa]|nao fech~|tidak jadi|rezygnacj~|non interessat[oa]|geen interesse|не дозвон~|olumsuz|odmowa|vazgec~|afgevallen|khong ~|^ng$',
	'실패|실주|패배|거절|탈락|이탈|취소|失败|失敗|输单|輸單|丢单|丟單|失单|流失|战败|戰敗|输掉|取消|拒绝|拒絕|作废|作廢|无效|無效|失注|却下|不成交|未成交|未中标|淘汰|放弃|不合格|不合适|未通过|出局|落选|見送り|辞退|不採用|対象外|キャンセル|불합격|포기|流标|废标|失標|敗退|丢标',
);
const WON = wordPattern(
	'won|closed[ -]?w[io]n|win|signed|sold|disbursed|funded|awarded|bound|leased|po received|deal done|sale made|closed[ -]+(?:deal|sale|success~|converted)|gewonnen|gagnée?|remportée?|ganad[oa]|ganh[oa]|vendid[oa]|hired|enrolled|vint[oa]|firmat[oa]|getekend|verkocht|wygran[aey]|sprzedan[aey]|podpisan[aey]|выигр~|успе~|продан[оа]?|kazanıl~|kazandı|satıldı|imzalandı|signee?|firmad[oa]|assinad[oa]|unterschrieben|unterzeichnet|erfolgreich|exito|exitos[oa]|sucesso|successo|reussie?|thanh cong|da ky|menang|berhasil|sukses|beauftragt|auftrag (?:erhalten|erteilt|gewonnen)|venta (?:cerrada|concretada)|vend[ao]s? (?:concluid|realizad|fechad)[oa]s?|acquisit[oa]|^opdracht$|da chot|satis (?:oldu|yapildi)|order (?:binnen|ontvangen)|chot don',
	'성공|수주|성사|체결|낙찰|계약 ?완료|成交|赢单|贏單|签约|簽約|签单|簽單|已签|成单|中标|中標|受注|成約|獲勝|获胜|赢|贏|入职|录用|採用決定|採用済|入社|합격|입사|得標|契約済',
);
const NOT_YET = wordPattern(
	'to be|pending|awaiting|expected|will|not|не|plan|almost|about to|potenti?[ae]l~|potencia[il]~|potenz~|prospect~|prospek~|потенциальн~|tiem nang',
	'[待未预預]|中$|予定|예정|예상|대기',
);
/** Won only where no stage of the list has a stronger word. */
const WEAK_WON = wordPattern(
	'approved|order received|purchased|paid|delivered|converted|success(?:ful(?:ly)?)?|booked|placed|activated|onboarded|subscribed|ordered|^(?:new |neuer )?(?:customer|client|kunde|cliente)$|genehmigt|approuvé|aprobad[oa]|aprovad[oa]|eingestellt|^(?:auftrag|abschluss|venta|venda|vente|vendita|verkauf|sprzedaz|deal|chot|thang)$|оплачен~|akkoord',
	'已付款|批准|通过审批|承認済|^契約$',
);
const PARKED = wordPattern(
	'on[ -]?hold|onhold|hold|suspended|waitlist~|frozen|nurtur(?:e|ing)|parked|parking|paused?|postponed|deferred|stalled|dormant|snoozed|backlog|zurückgestellt|pausiert|en pause|en attente|en espera|pausad[oa]|aplazad[oa]|adiad[oa]|in attesa|sospes[oa]|gepauzeerd|wstrzyman[aey]|zawieszon[aey]|отложен~|приостановлен~|пауз~|beklemede|askıda|tam dung|tam hoan|ditunda|wiedervorlage|ruht|en pausa|stand ?by|думает',
	'暂停|暫停|搁置|擱置|暂缓|暫緩|보류|연기|保留|休眠|暂不考虑',
);
const ENDING =
	/^(?:passed|pass|closed?|done|inactive|archived?|completed?|finished|ended|end|expired|terminated|deleted|resolved|geschlossen|abgeschlossen|erledigt|beendet|terminee?|fermee?|clos|cloturee?|cerrad[oa]|terminad[oa]|fechad[oa]|concluid[oa]|encerrad[oa]|chius[oa]|afgesloten|gesloten|zamkniet[aey]|закрыт[аоы]?|завершен[аоы]?|kapandi|kapali|tamamlandi|종료|완료|종결|마감|结束|結束|完成|已完成|关闭|關閉|已关闭|已结束|完了|終了|归档|歸檔)$|^closed(?!\p{L})/u;

/** Words by their usual place in a sale, earliest first. */
const PLACES = [
	wordPattern(
		'leads?|prospect~|new|open|unassigned|assigned|untouched|research|potential|cold|neue?r?|inbound|target|suspect|identif~|sourc~|nouveau|nuevo|novo|interest~|interessent|aware~|backlog|nuov[oa]|potenziale|nieuw~|now[aey]|нов~|лид~|заявк~|потенциал~|yeni|potansiyel|aday|tiem nang|prospek~|baru|sem contato|sin contactar|a contacter|eingegangen|recebid[oa]',
		'리드|신규|잠재|발굴|관심|线索|線索|潜在|潛在|新建|识别|識別|培养|意向|初步|リード|見込|新規|兴趣|初访|未着手',
	),
	wordPattern(
		'contact~|engag~|working|in (?:progress|process)|outreach|submitted|partlysubmitted|attempted|connected|kontakt~|erstkontakt|contacté|contactad[oa]|contato|contatt~|applied|application|apply|inquiry|enquiry|call(?:ed)?|контакт~|обращени~|звон~|iletişim|temas|görüşme|接触|tiep can|lien he|hubungi|telefon~|prise de contact',
		'접촉|연락|컨택|문의|상담|联系|聯繫|接触|接洽|拜访|アプローチ|訪問|初回|アポ|通话|简历',
	),
	wordPattern(
		'qualif~|mql|sql|sal|preaccepted|review~|screen~|triage|calificad[oa]|cualificad[oa]|kwal~|квалиф~|nitelikli|kualifikasi|danh gia|calificacion|cualificacion',
		'评估资格|立项|确认意向|资格|資格|ヒアリング|검증|적격|심사|筛选',
	),
	wordPattern(
		'accepted|scoping|opportunity|document~|processing|cultivation|needs?|discover~|require~|analysis|analyz~|meeting|appointment|scheduled|bedarf~|besoins?|necesidad~|reuni[óo]n|termin|value|analisi|esigenz~|bisogn~|incontro|appuntament~|behoefte~|afspraak|analiza|potrzeb~|spotkani~|потребност~|встреч~|анализ|выявлен~|ihtiyaç~|toplantı|khao sat|nhu cau|rendez vous|rdv|diagnostic~|agend~',
		'니즈|요구|미팅|분석|需求|调研|会议|面谈|課題|要件|初试|初面',
	),
	wordPattern(
		'demo~|showing|viewing|tour|site visit|test drive|onsite|underwriting|present~|introduction|evaluat~|trial|poc|pilot|präsentation|présentation|presentaci[óo]n|apresenta~|interview~|assessment|prezentac~|демо~|презентац~|sunum|deneme|vorstellung~|demonstrac~',
		'데모|시연|발표|演示|介绍|介紹|试用|試用|デモ|提案準備|プレゼン|复试|终面',
	),
	wordPattern('indication|ioi|loi|term sheet|finalized|solution', '方案'),
	wordPattern(
		'propos~|solicitation|bidding|estimat~|admitted|quot~|offers?|bid|estimate|pricing|angebot~|devis|offre|propuesta|cotizaci[óo]n|proposta|orçamento|price|offert~|preventiv~|voorstel|ofert~|wycen~|propozycj~|предложени~|кп|сч[её]т~|teklif~|bao gia|de xuat|penawaran',
		'제안|견적|입찰|报价|報價|投标|投標|提案|見積',
	),
	wordPattern(
		'negotiat~|shortlist~|selected|approv~|best case|decision~|procurement|verhandl~|n[ée]goci~|negocia~|decider|buy-in|due diligence|trattativa|negozia~|onderhandel~|negocj~|decyzj~|переговор~|решени~|müzakere|pazarlık|karar|dam phan|thuong luong|negosiasi|decision~|relance',
		'협상|결정|谈判|談判|商务|商務|商谈|交渉|决策|最終|クロージング|议价|議約',
	),
	wordPattern(
		'contracts?|deposit~|payment|commit~|verbal|legal|sign~|closing|checkout|vertrag~|contrat~|invoice|umow~|договор~|контракт~|оплат~|подписан~|sözleşme|hop dong|kontrak',
		'계약|合同|合約|契約|下单|付款',
	),
];

/** Place of contracts and payments, the last one. */
export const CONTRACT_PLACE = PLACES.length - 1;

/** Open stages of well-known tools' own pipelines, in their order. */
const PIPELINES: readonly (readonly string[])[] = [
	['appointment scheduled', 'qualified to buy', 'presentation scheduled', 'decision maker bought-in', 'contract sent'],
	[
		'prospecting',
		'qualification',
		'needs analysis',
		'value proposition',
		'identify decision makers',
		'id. decision makers',
		'perception analysis',
		'proposal/price quote',
		'proposal/quote',
		'negotiation/review',
	],
	['lead in', 'qualified', 'contact made', 'demo scheduled', 'needs defined', 'proposal made', 'negotiations started'],
	['qualify', 'develop', 'propose', 'close'],
];

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');

/** Place of each name in the one well-known pipeline that has them all; null when there is none. */
export function knownPlaces(names: readonly string[]): readonly number[] | null {
	// Internal names are the same ones without spaces: `appointmentscheduled`.
	const words = names.map((name) => lettersOf(stageWords(name)));
	for (const pipeline of PIPELINES) {
		const glued = pipeline.map(lettersOf);
		const places = words.map((word) => glued.indexOf(word));
		if (places.every((place) => place >= 0)) return places;
	}
	return null;
}

/** Lower-case words without separators of code names or a number prefix: `3. Quote_sent` → `quote sent`. */
export function stageWords(name: string): string {
	return withoutAccents(textKey(name.replace(/_/gu, ' '))).replace(
		/^(?:第?[\d一二三四五六七八九十]{1,2}[步阶段階段、:.)\s-]+|[a-z][.):] |(?:stage|step|phase|etapa|etape)\s?\d{1,2}\s?[:.)-]+\s*)/u,
		'',
	);
}

const CLOSING =
	/^(?:closed|done|completed?|finished|received|accepted|admitted|geschlossen|abgeschlossen|erledigt|terminée?|fermée?|cerrad[oa]|fechad[oa]|conclu[ií]d[oa]|chius[oa]|gesloten|afgesloten|zamknięt[aey]|закрыт[аоы]?|завершен[аоы]?|종료|완료|完成|已完成|完了|关闭|已关闭)$/u;

/** A word that alone means that a deal came to its end, or to a good one: `Closed`, `Completed`, `Accepted`. */
export const isClosingWord = (name: string): boolean => CLOSING.test(stageWords(name));

export type StageMeaning = StageKind | 'ending' | 'weakWon';

/** Kind by the name's words: `ending` may be won or lost; `weakWon` is won only where no other stage is. */
export function stageMeaning(name: string): StageMeaning {
	const words = stageWords(name);
	const isNotYet = NOT_YET().test(words);
	if (LOST().test(words)) return 'lost';
	if (WON().test(words) && !isNotYet) return 'won';
	if (PARKED().test(words)) return 'parked';
	if (ENDING.test(words)) return 'ending';
	return WEAK_WON().test(words) && !isNotYet ? 'weakWon' : 'open';
}

/** Usual place in a sale, 0 the earliest; -1 when no word is known. */
export function stagePlace(name: string): number {
	const words = stageWords(name);
	// "Not contacted" and "to contact" are still before the first contact.
	if (/^(?:not (?:yet )?|un|to (?:be )?|sem |sin |sans |a )conta[ct]/u.test(words)) return 0;
	const place = PLACES.reduce((last, known, at) => (known().test(words) ? at : last), -1);
	return /^(?:attempt|trying|pre[ -]?q)/u.test(words) ? place - 0.5 : place;
}

/** Number or letter that a name starts with (`2. Demo`, `第3步`, `Stage 4: Quote`, `B. Quote`); NaN without one. */
export function stageNumber(name: string): number {
	const match = /^(?:第|stage |step |phase |etapa |étape |s)?(\d{1,3}(?:\.\d)?)(?:[步阶段階段、:.)\s-]|$)/u.exec(
		textKey(name),
	);
	if (match !== null) return Number(match[1]);
	// `A. Lead`, `B) Demo`
	const letter = /^([a-z])[.):] /u.exec(textKey(name));
	if (letter !== null) return (letter[1] as string).charCodeAt(0);
	const chinese = /^第?([一二三四五六七八九])(?:[步阶階、.:)])/u.exec(name.trim());
	return chinese === null ? Number.NaN : '一二三四五六七八九'.indexOf(chinese[1] as string) + 1;
}

/** Probability that a name tells (`Proposal (65%)`, `80 % – verbal`), 0..1; NaN without one. */
export function stagePercent(name: string): number {
	const percent = Number(/(?<![\d.,])(\d{1,3}) ?%/u.exec(name.normalize('NFKC'))?.[1] ?? Number.NaN);
	return percent <= 100 ? percent / 100 : Number.NaN;
}

const STATUS_OPEN =
	/^(?:em andamento|en curso|in bearbeitung|laufend|dang \p{L}+(?: \p{L}+)?|berjalan|proses|open|active|in progress|ongoing|pending|working|new|offen|aktiv|ouverte?|en cours|abiert[oa]|activ[oa]|abert[oa]|ativ[oa]|apert[oa]|in corso|lopend|otwart[aey]|w toku|открыт[аоы]?|в работе|активн\p{L}*|acik|devam ediyor|진행 ?중|진행|进行中|進行中|跟进中|打开|開啟|商談中)$/u;
/** Words of a two-level export's status column; null when the word is none of them. */
export function statusMeaning(word: string): 'open' | 'won' | 'lost' | 'ending' | null {
	if (STATUS_OPEN.test(withoutAccents(textKey(word)))) return 'open';
	const meaning = stageMeaning(word);
	return meaning === 'won' || meaning === 'lost' || meaning === 'ending' ? meaning : null;
}
