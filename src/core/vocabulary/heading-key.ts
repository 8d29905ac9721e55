/**
 * What a heading says without spelling, units and the name of the table around it.
 * Belongs here: `Close_date *`, `Etapa do negócio`, `商談フェーズ`, `Negócio - Etapa`. Not here: which field it names
 * (headings.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import { textKey } from '../cells/text-key.ts';
import { type Pick, patternFrom, wordsOf } from './word-lists.ts';

/** What comes after is not a heading; it bounds the work on a cell full of brackets. */
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
				.replace(/_/gu, ' ')
				.replace(/(?:\p{Extended_Pictographic}|[★☆●■▶►◆\u{200d}]|\u{fe0f})+/gu, ' '),
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

const spaced = (pick: Pick): string => wordsOf(pick, true);
const unspaced = (pick: Pick): string => wordsOf(pick, false);
const rows: Pick = ({ frame }) => frame.rows;
const of: Pick = ({ frame }) => frame.of;

/** What a row of the table is called, in front of a heading or after it. */
const inFront = patternFrom(() => `^(?:${spaced(rows)}|${spaced(({ frame }) => frame.front)}) (?:- )?(?=.)`);
const after = patternFrom(() => ` (?:(?:${spaced(of)}) )?(?:${spaced(rows)})$`);
/** Without a space between. */
const inFrontUnspaced = patternFrom(() => `^(?:${unspaced(rows)}) ?(?=.)`);
/** Internal names without any separator: `dealstage`, `leadsource`. */
const IN_FRONT_GLUED = /^(?:deal|opportunity|lead|sales|record)(?=[a-z]{2})/u;
const ofNow = patternFrom(() => {
	const before = `^(?:(?:${spaced(({ frame }) => frame.current)}) |(?:${unspaced(({ frame }) => frame.current)}) ?)(?=.)`;
	return `${before}| (?:${wordsOf(({ frame }) => frame.currentAfter)})$`;
});

/** A name is that of what is named: `Tên khách hàng`, `프로젝트명`. */
const nameOf = patternFrom(() => {
	const before = `^(?:${spaced(({ frame }) => frame.nameOf)}) (?:(?:${spaced(of)}) )?(?=.)`;
	return `${before}|(?<=.)(?:${unspaced(({ frame }) => frame.nameAfter)}| (?:${spaced(({ frame }) => frame.nameAfter)}))$`;
});

/**
 * The plain heading, then what it says without the table's name and without "current" and "net": the first that means
 * something counts.
 */
export function readingsOf(plain: string): string[] {
	const readings = new Set([plain]);
	const bare = plain.replace(inFront(), '').replace(inFrontUnspaced(), '');
	// Of leads there may be a number.
	const isCount = /^(?:number|no|nr|count|#) /u.test(plain);
	const [alone, last] = isCount ? [plain, bare] : [plain.replace(after(), ''), bare.replace(after(), '')];
	for (const reading of [bare, alone, last, last.replace(ofNow(), ''), plain.replace(IN_FRONT_GLUED, '')])
		readings.add(reading);
	readings.add(plain.replace(nameOf(), ''));
	return [...readings];
}

/**
 * Headings of an export of several tables (`Deal - Stage`, `Person - Name`) as the deals' own say them; '' for another
 * table's.
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
