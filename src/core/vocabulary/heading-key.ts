/**
 * What a heading says without spelling, units and the name of the table around it.
 * Belongs here: `Close_date *`, `Etapa do negócio`, `商談フェーズ`, `Negócio - Etapa`. Not here: which field it names (headings.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';

/** What comes after is no heading; it bounds the work on a cell full of brackets. */
export const LONGEST = 200;

/** One spelling for `CloseDate`, `close_date`, `Close date *`, `LossReason__c`, `Deal Value, $`, `No.`, `Début` */
export function plainHeading(heading: string): string {
	return withoutAccents(
		textKey(
			heading
				.slice(0, LONGEST)
				// Dynamics hides its id behind this: the deal's own column is another one.
				.replace(/^\(Do Not Modify\) (\w+)$/u, '$1 id')
				.replace(/__[cs]$/u, '')
				.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
				.replace(/_/gu, ' '),
		),
	)
		.replace(/[[(（【].*?[\])）】]/gu, ' ')
		.replace(/[,:：*?!"“”•]+/gu, ' ')
		.replace(/['’]/gu, ' ')
		.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
		.replace(/ (?:[\p{Sc}%]|usd|eur|gbp|cny|rmb|jpy|inr)(?= |$)/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/(?<=\p{L})\.(?= |$)/gu, '');
}

/** What a row of the table is called, in front of a heading or after it. */
const OWN =
	'deals?|opportunit(?:y|ies|e|a)|opp|oppty|potentials?|leads?|case|negocio|negociac[ai]on?|oportunidade?|transaction|affaire|trattativa|geschaft|verkaufschance|trato|registro|fiche(?: d informations)?|сделк[аиу]|лида?|szans[ay]|firsat|co hoi|peluang';
const IN_FRONT = new RegExp(
	`^(?:${OWN}|crm|records?|sales|pipeline|applications?|loans?|candidates?|applicants?|bids?|inquir(?:y|ies)|enquir(?:y|ies)|requests?|donations?|grants?|prospects?|hs|hubspot) (?:- )?(?=.)`,
	'u',
);
const AFTER = new RegExp(
	` (?:d[aeo] |del |d |de la |della |dell |der |des |de l |of |of the |van de )?(?:${OWN})$`,
	'u',
);
/** Without a space between. */
const IN_FRONT_EAST_ASIAN =
	/^(?:商机|商機|销售机会|销售|機会|机会|项目|取引|商談|案件|営業|業務|レコード|거래|영업|기회|딜) ?(?=.)/u;
/** Internal names without any separator: `dealstage`, `leadsource`. */
const IN_FRONT_GLUED = /^(?:deal|opportunity|lead|sales|record)(?=[a-z]{2})/u;
const OF_NOW =
	/^(?:current|actual|aktuelle[rs]?|huidige|текущ(?:ая|ии|ее)|mevcut|当前|目前|現在の|현재) ?(?=.)| (?:actuelle?|actual|atual|attuale|saat ini|hien tai|netto|brutto|net|gross|ht|ttc|totale?)$/u;

/** A name is that of what is named: `Tên khách hàng`, `프로젝트명`. */
const NAME_OF =
	/^(?:ten|nama|nom|nome|nombre|nazwa|naam|name|название|имя) (?:de la |d[aeo]s? |del |della |der |van )?(?=.)|(?<=.)(?:名称|名稱|全称|名|명| adi)$/u;

/** The plain heading, then what it says without the table's name and without "current" and "net": the first that means something counts. */
export function readingsOf(plain: string): string[] {
	const readings = new Set([plain]);
	const bare = plain.replace(IN_FRONT, '').replace(IN_FRONT_EAST_ASIAN, '');
	// Of leads there may be a number.
	const isCount = /^(?:number|no|nr|count|#) /u.test(plain);
	const [alone, last] = isCount ? [plain, bare] : [plain.replace(AFTER, ''), bare.replace(AFTER, '')];
	for (const reading of [bare, alone, last, last.replace(OF_NOW, ''), plain.replace(IN_FRONT_GLUED, '')])
		readings.add(reading);
	readings.add(plain.replace(NAME_OF, ''));
	return [...readings];
}

/**
 * Headings of an export of several tables (`Deal - Stage`, `Person - Name`) as the deals' own say them; '' for another table's.
 * @param isStage whether a heading names the stage: the table that has one is that of the deals
 */
export function ownHeadings(headings: readonly string[], isStage: (heading: string) => boolean): readonly string[] {
	const parts = headings.map((heading) => /^([^-]{2,40}?) - (\S.*)$/u.exec(heading.slice(0, LONGEST)));
	const own = parts.find((part) => part !== null && isStage(part[2] as string))?.[1];
	const count = parts.filter((part) => part?.[1] === own).length;
	if (own === undefined || count < 3) return headings;
	return headings.map((heading, column) => {
		const part = parts[column];
		return part === null || part === undefined ? heading : part[1] === own ? (part[2] as string) : '';
	});
}
