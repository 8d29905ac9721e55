/**
 * Which field a longer heading names by a part of it (`Estimated deal value net`, `Assigned sales rep`, `受注見込金額`). Never sure.
 * Not here: headings that are known as a whole (headings.ts).
 */

import { wordPattern } from '../cells/word-pattern.ts';
import type { Field } from '../model/opportunity.ts';
import { onFirstUse } from '../speed/lazy.ts';

const NEVER = '(?!)';
const WHEN = '(?: .*)? (?:date|time|timestamp|datetime|day|at|on)';
/** Dates of something else than the deal's beginning and end. */
const OTHER_DATE = wordPattern(
	'last|latest|next|modif~|updat~|ultim[oa]|prossim[oa]|proxim[oa]|derniere?|prochaine?|letzt~|nachst~|laatste|volgende|ostatni~|nastepn~|последн~|следующ~|son|sonraki|terakhir|chang~|activity|follow~|stage|step|contract|project|policy|service|subscription|renew~|expir~|birth|dob|deliver~|invoice|payment|meeting|call',
	'下次|下一|最近|最后|最終|上次|次回|前回|更新|修改|变更|変更|다음|최근',
);
/** Numbers that are not the deal's amount: weighted, taxes, discounts, what the customer earns, counts. */
const OTHER_NUMBER = wordPattern(
	'weighted|probab~|tax|discount|commission|gewichtet|pondéré|annual (?:revenue|sales|turnover)|income|compan(?:y|ies)|account|customer|client|employees?|lifetime|declared|past|previous|last|list|unit|avg|average|per|cost|paid|balance|score|ratio|rate|percent|pct|count|quantity|qty|days?|number|code|type|currency|band|range|category|segment|id|date|time|name|officer',
	'加权|加權|折扣|税',
);
const OTHER_STAGE = wordPattern(
	'date|time|days?|since|enter~|entry|duration|count|chang~|number|no|index|order|sequence|sort|probab~|history|last|previous|prior|age|life|company|startup|funding|moved|updated|at|on',
	NEVER,
);
/** Whose id, name, status it is when it is not the deal's. */
const OTHER_THING = wordPattern(
	'accounts?|customers?|clients?|compan(?:y|ies)|contacts?|persons?|people|owners?|reps?|agents?|managers?|users?|employees?|staff|products?|campaigns?|sellers?|vendors?|regions?|city|country|state|stages?|pipelines?|teams?|files?|sources?|industry|sectors?|stores?|branch|offices?|parent|property|marital|employment|payment|email|phone|mobile|zip|postal|credit|invoice|delivery|shipping|verification|kyc|tax|batch|session|page|first|last|middle|record type|type|group|category|sku|item',
	NEVER,
);

/** A longer text is a question or a note. */
const LONGEST = 60;

interface Part {
	readonly fields: readonly Field[];
	/** Below the weakest whole heading. */
	readonly strength: number;
	readonly words: () => RegExp;
	readonly unless: (() => RegExp) | null;
}
const part = (
	fields: readonly Field[],
	strength: number,
	words: string,
	anywhere = NEVER,
	unless: Part['unless'] = null,
): Part => ({
	fields,
	strength,
	words: wordPattern(words, anywhere),
	unless,
});

/** In order: the first that occurs decides. */
const PARTS = onFirstUse((): readonly Part[] => [
	part(
		['lostFrom'],
		0.5,
		'(?:last|previous|prior) (?:.* )?stage|stage (?:.* )?(?:before|at|when) .*|(?:lost|loss|drop~)(?: off)? (?:.* )?stage',
	),
	part(
		['expectedClose'],
		0.5,
		'(?:expected|estimated|est|exp|forecast~|target|tentative|anticipated|projected|planned) (?:.* )?(?:clos~|sign~|decision|award|date)',
		'[预預][计計].*日|予定日',
		wordPattern('start|begin|deliver~', NEVER),
	),
	part(
		['closed'],
		0.5,
		`(?:clos(?:e|ed|ing|ure)|won|win|booked|conver(?:ted|sion)|sold|sale|decision|purchase|signed|signing|hired?|hiring|enrol~|award(?:ed)?|funded|funding|disburs~|outcome|complet~|resolution)${WHEN}`,
		'(?:成交|签约|簽約|签单|赢单|关闭|關閉|结案|結案|受注|成約|契約|終了)日',
		OTHER_DATE,
	),
	part(
		['created'],
		0.5,
		`(?:creat(?:ed?|ion)|enter~|open(?:ed)?|received|inquir(?:y|ed)|enquir(?:y|ed)|appl(?:ication|ied)|request(?:ed)?|regist~|submi~|sign ?up|intake|first contact|lead|add(?:ed)?|insert~|originat~|start(?:ed)?|sourced)${WHEN}|created|date (?:.* )?(?:created|opened|received|entered|added|applied|submitted)$`,
		'(?:创建|建立|作成|登録)(?:日|时间|時間)',
		OTHER_DATE,
	),
	part(
		['reason'],
		0.5,
		'(?:loss|lost|lose|won|win|reject~|declin~|disqualif~|drop~|cancel~|clos(?:e|ed|ing)|churn~|withdraw~) (?:.* )?(?:reason|cause)s?|reasons? .*',
		'(?:输单|丢单|失败|失注).*(?:原因|理由)',
	),
	part(
		['probability'],
		0.5,
		'probab~|likelihood|(?:win|close|closing) (?:chance|percent|pct|odds)',
		NEVER,
		wordPattern('amount|value|revenue|weighted|churn|default|expected', NEVER),
	),
	part(['stage'], 0.5, 'stage|phase', NEVER, OTHER_STAGE),
	part(
		['owner'],
		0.5,
		'owner|sales ?person|sales ?rep~|rep|account (?:exec~|manager)|assign~|(?:sales|lead|loan|closing|listing|booking|relationship) (?:agent|officer|exec~|manager|team|member|advisor)|agent|recruiter|manager|officer|counsell?or|attorney|responsible|user name|(?:owned|handled|managed|sold) by|underwriter|fundraiser',
		NEVER,
		wordPattern('date|time|at|on|phone|count|flag|bot|ai|score|region|office|notes?|project|product|property', NEVER),
	),
	part(
		['source'],
		0.5,
		'source|channel',
		NEVER,
		wordPattern('data|system|record|id|count|date|revenue|file|notes?', NEVER),
	),
	part(
		['status', 'stage'],
		0.5,
		'status|outcome|disposition|result|decision',
		NEVER,
		wordPattern(
			'date|time|at|on|by|notes?|code|maker|reason|count|days?|payment|email|phone|marital|employment|credit|invoice|delivery|shipping|verification|kyc|task',
			NEVER,
		),
	),
	part(['amount'], 0.5, 'amount|value', NEVER, OTHER_NUMBER),
	part(
		['amount'],
		0.4,
		'price|revenue|mrr|arr|acv|tcv|worth|premium|deal size|gmv|donation|pledge|gift|(?:order|contract|quote|grand) total|fee|budget|turnover',
		NEVER,
		OTHER_NUMBER,
	),
	part(['currency'], 0.3, '.*currency(?: code)?$', NEVER, wordPattern('from|to|rate', NEVER)),
	part(['id'], 0.3, '(?:.*[^\\p{L}])?(?:id|number|no|code|ref|reference|#)$', NEVER, OTHER_THING),
	part(['name'], 0.3, '(?:.*[^\\p{L}])?(?:name|title)$', NEVER, OTHER_THING),
]);

/** Fields that a part of this plain heading may name, with a strength below 1; none for a heading that says nothing. */
export function fieldsOfParts(plain: string): readonly (readonly [Field, number])[] {
	if (plain.length > LONGEST) return [];
	const found = PARTS().find(({ words, unless }) => words().test(plain) && unless?.().test(plain) !== true);
	return found?.fields.map((field) => [field, found.strength] as const) ?? [];
}

/** One of the parts occurs, whether it counts or not. */
export function isReadByParts(plain: string): boolean {
	return PARTS().some(({ words }) => words().test(plain));
}

/** The heading names a number that is not the deal's amount: a cost, a tax, a count. */
export function isOtherNumber(plain: string): boolean {
	return OTHER_NUMBER().test(plain);
}

/** The heading names a date that is no beginning and no end of a deal: last activity, next step, renewal. */
export function isOtherDate(plain: string): boolean {
	return OTHER_DATE().test(plain);
}
