/**
 * Which field a column heading names: a whole heading first, then its beginning and its end.
 * Not here: the words (languages/), what the cells below say (table-detection.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import { wordPattern } from '../cells/word-pattern.ts';
import { FIELDS, type Field } from '../model/opportunity.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { LONGEST, plainHeading, readingsOf } from './heading-key.ts';
import { fieldsOfParts, isOtherDate, isOtherNumber, isReadByParts } from './headings-by-part.ts';
import { LANGUAGES } from './languages/index.ts';
import { stageMeaning, stagePlace } from './stage-words.ts';
import { patternFrom, patternOf, wordsOf } from './word-lists.ts';

/** Words by field in three strengths: names nothing else · usually · only when nothing better is there. */
/**
 * Words of all languages for a field, in one strength: 0 names nothing else, 1 usually, 2 only when nothing better is
 * there.
 */
function headingWords(field: Field, weakness: number): readonly string[] {
	return LANGUAGES.flatMap(({ headings }) => {
		const list = headings[field]?.[weakness] ?? '';
		return list === '' ? [] : withoutAccents(list).split('|');
	});
}

/** Fields that each word may name, with the word's strength. */
const fieldsByWord = onFirstUse((): ReadonlyMap<string, readonly (readonly [Field, number])[]> => {
	const words = new Map<string, [Field, number][]>();
	for (const field of FIELDS) {
		for (const weakness of [0, 1, 2]) {
			for (const word of headingWords(field, weakness)) {
				const known = words.get(word) ?? [];
				if (!known.some(([other]) => other === field)) words.set(word, [...known, [field, 3 - weakness]]);
			}
		}
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
const ofCustomer = patternFrom(() => `[(（](?:${wordsOf(({ frame }) => frame.customer)})\\p{L}?[)）]`, 'iu');
/** Fields whose column may hold the ids of what it names: `agent_id`, `id_vendedor`, `StageId`. */
const BY_ID: ReadonlySet<Field> = new Set<Field>(['owner', 'stage', 'source', 'currency']);

/** Fields that this heading may name with a strength 3 (nothing else) … 1 (only when nothing better is there). */
export function fieldsOf(heading: string): readonly (readonly [Field, number])[] {
	const plain = plainHeading(heading);
	if (OTHER_TABLE.test(plain) || ofCustomer().test(heading)) return [];
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

/**
 * Fields that a part of a longer heading names (`受注見込金額`, `Estimated deal value net`), below the strength of any whole
 * one.
 */
export function fieldsOfPart(heading: string): readonly (readonly [Field, number])[] {
	const plain = plainHeading(heading);
	if (OTHER_TABLE.test(plain) || ofCustomer().test(heading)) return [];
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
const NOT_OF_THE_DEAL = patternOf(({ others }) => others?.party);
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/** Words with which some languages end longer ones: `Angebotssumme`, `Offertebedrag`. */
const compound = patternFrom(() => `(?:${wordsOf(({ frame }) => frame.compounds)})$`);

const OF_SOMETHING = /^(?:total|size|sum) /u;

/** How surely a heading that begins or ends with the word means it; 0 where it does neither. */
function endStrength(plain: string, word: string): number {
	if (EAST_ASIAN.test(word)) return plain.endsWith(word) ? MAIN_END : plain.startsWith(word) ? OTHER_END : 0;
	if (plain.startsWith(`${word} `)) return MAIN_END;
	if (plain.endsWith(` ${word}`) || (compound().test(word) && plain.endsWith(word))) return OTHER_END;
	// Turkish and Slavic words have a letter or two more where they belong to another.
	const last = plain.slice(plain.lastIndexOf(' ') + 1);
	return last !== plain && word.length >= 5 && last.startsWith(word) && last.length - word.length <= 2 ? OTHER_END : 0;
}

/** Whole words that a longer heading may begin or end with, by field. */
const endWords = onFirstUse(() =>
	BY_ENDS.map(
		(field) => [field, [...headingWords(field, 0), ...(field === 'amount' ? headingWords(field, 1) : [])]] as const,
	),
);

/** The fields of the words that the heading begins or ends with; for languages whose parts nobody listed. */
function fieldsOfEnds(plain: string): readonly (readonly [Field, number])[] {
	if (isOtherDate(plain) || NOT_OF_THE_DEAL().test(plain)) return [];
	if (/(?<![税差余限名定])[额額]$/u.test(plain)) return [['amount', MAIN_END]];
	const readings = readingsOf(plain);
	return endWords().flatMap(([field, words]) => {
		// `Total visits`, `Size of the team`: of something else.
		if (field === 'amount' && (OF_SOMETHING.test(plain) || isOtherNumber(plain))) return [];
		const best = words.reduce(
			(most, word) =>
				word.length < 2 ? most : readings.reduce((found, reading) => Math.max(found, endStrength(reading, word)), most),
			0,
		);
		return best > 0 ? [[field, best] as const] : [];
	});
}

/** The pattern of the words that name nothing but the stage. */
const stageWord = onFirstUse(() => {
	const words = headingWords('stage', 0);
	return wordPattern(
		words.filter((word) => !EAST_ASIAN.test(word)).join('|'),
		words.filter((word) => EAST_ASIAN.test(word)).join('|'),
	)();
});

/** The stage is named somewhere in the heading: `Etapa anterior`, `変更後フェーズ`. */
export function namesStage(plain: string): boolean {
	return stageWord().test(plain);
}

/**
 * A field of a history of several fields is that of the stage: glued as in `dealstage`, or a word that stands apart in
 * any language.
 */
export function isStageField(field: string): boolean {
	return /stage|phase/iu.test(field) || namesStage(plainHeading(field));
}

const sequence = patternFrom(() => {
	const stage = `(?:(?:deal|pipeline|sales) )?(?:${headingWords('stage', 0).join('|')})`;
	return `^${stage} ?(?:${wordsOf(({ frame }) => frame.sequence)})$`;
});

/** The heading numbers the stages (`Stage sequence`, `StageSortOrder`, `阶段序号`). */
export function isStageSequence(heading: string): boolean {
	return sequence().test(plainHeading(heading));
}

const when = (): string => wordsOf(({ frame }) => frame.when);
const entered = patternFrom(
	() => `^(?:${wordsOf(({ frame }) => frame.entered)}|(?:${when()})(?: (?:of|d[aeo]|del|der)(?= ))?)\\s*(.+)$`,
);
const named = patternFrom(
	() => `^(.+?)\\s*(?:stage )?(?:entry date|entered(?: at| on)?|reached (?:at|on)|${when()}|at|on|am|em|en|le|il|op)$`,
);

/** The stage that words name, with or without a word like "date" at their end, or by won and lost. */
function listedStage(words: string, stages: ReadonlyMap<string, string>): string | undefined {
	const core = words.replace(/ ?(?:stage|阶段|date|日期|时间)$/u, '');
	const meaning = core.includes(' ') ? '' : stageMeaning(core);
	const keys = [words, core, ...(meaning === 'won' || meaning === 'lost' ? [meaning] : [])];
	const key = keys.find((one) => stages.has(one));
	return key === undefined ? undefined : stages.get(key);
}

/** Letters that two words must have in common at their beginning, and the share of the longer one. */
const STEM = 5;
const STEM_SHARE = 0.5;

/** Words of one stem: `qualification` and `qualified`; signs that stand side by side are within one another. */
function areRelated(a: string, b: string): boolean {
	if (EAST_ASIAN.test(a) || EAST_ASIAN.test(b)) return a.length > 1 && b.includes(a);
	let same = 0;
	while (same < a.length && a[same] === b[same]) same++;
	const isWhole = same > 2 && same === Math.min(a.length, b.length);
	return (isWhole || same >= STEM) && same >= Math.max(a.length, b.length) * STEM_SHARE;
}

/** The one stage that has a word of the stem of each of these words; null where there is none or several. */
function relatedStage(text: string, stages: ReadonlyMap<string, string>): string | null {
	const words = text.split(' ');
	const fits = (key: string): boolean => {
		const own = key.split(' ');
		return words.every((word) => own.some((other) => areRelated(word, other)));
	};
	const meaning = stageMeaning(text);
	const found = new Set(
		[...stages].filter(([key]) => fits(key) && stageMeaning(key) === meaning).map(([, name]) => name),
	);
	return found.size === 1 ? ([...found][0] as string) : null;
}

/**
 * The stage whose date a heading names: `Proposal date`, `Date entered Proposal`, `进入报价日期`, `Won time`; null when it is
 * no such heading.
 * @param stages names of the stages by plain key
 */
export function stageOfDateHeading(heading: string, stages: ReadonlyMap<string, string>): string | null {
	const plain = plainHeading(heading).replace(/^(?:deal|opportunity) - /u, '');
	const byName = named().exec(plain);
	for (const match of [entered().exec(plain), byName]) {
		const stage = match === null ? undefined : listedStage(match[1] as string, stages);
		if (stage !== undefined) return stage;
	}
	const related = byName === null ? null : relatedStage(byName[1] as string, stages);
	if (related !== null) return related;
	const unlisted = unlistedStage(heading, plain, byName?.[1]);
	return unlisted === null ? null : asSpelled(unlisted, heading);
}

/**
 * A stage that no deal is in now, as the plain heading has it: only where the heading can hardly mean anything else.
 * @param named what stands where a stage would in a heading such as `Proposal date`
 */
function unlistedStage(heading: string, plain: string, named: string | undefined): string | null {
	const dated = /^date entered (.+)$/u.exec(plain)?.[1];
	const stage = dated ?? (mayNameStage(heading, plain, named) ? named : undefined);
	return stage === undefined || stage.startsWith('current') ? null : stage;
}

function mayNameStage(heading: string, plain: string, named: string | undefined): boolean {
	if (named === undefined || /^(?:next|last|first|follow|current)/u.test(plain)) return false;
	return fieldsOf(heading).length === 0 && stagePlace(named) >= 0 && named.split(' ').length <= 3;
}

/** A part of a plain heading in the letters of the heading itself. */
function asSpelled(part: string, heading: string): string {
	const spelled = heading
		.slice(0, LONGEST)
		.replace(/_/gu, ' ')
		.replace(/["“”]/gu, '')
		.replace(/\s*\(.*\)\s*$/u, '');
	const at = withoutAccents(spelled.normalize('NFC').toLowerCase()).indexOf(part);
	return at < 0 ? part : spelled.slice(at, at + part.length);
}
