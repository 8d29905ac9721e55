/**
 * The function reference, written from the metric registry: a table for the README, a chapter per function for docs/.
 */
import type { Cell, Grid } from '../../src/core/cells/cell.ts';
import { METRICS } from '../../src/core/metrics/index.ts';
import { COMMON_WORDS, functionName, type MetricDefinition } from '../../src/core/metrics/metric.ts';
import {
	EXAMPLE_AS_OF_DAY,
	EXAMPLE_DEALS,
	EXAMPLE_HISTORY,
	EXAMPLE_STAGES,
} from '../../src/core/samples/example-deals.ts';
import { exampleAnswer, exampleCall } from './example.ts';
import { cellText, markdownTable } from './markdown.ts';
import type { Language } from './words.ts';
import * as text from './words.ts';

const isTable = (answer: Cell | Grid): answer is Grid => Array.isArray(answer);

/** Words that only this function takes, for one cell of the overview. */
function ownWords(definition: MetricDefinition, language: Language): string {
	const modes = definition.modes.map((group) => group.map(({ word }) => `\`"${word}"\``).join(' · '));
	const reserved = text.ownReserved(definition.reserved).map((word) => `\`${text.RESERVED_WORDS[word].example}\``);
	const stages = definition.stageNames === 0 ? [] : [text.STAGE_NAMES[definition.stageNames][language]];
	const number = definition.number === null ? [] : [definition.number[language]];
	return [...modes, ...stages, ...number, ...reserved].join('; ');
}

/** One row per function; of several words that exclude each other the first is the default. */
export function overview(language: Language): string {
	const rows = METRICS.map((definition) => {
		const answer = exampleAnswer(definition, language);
		const gives = isTable(answer)
			? text.TABLE_OF(answer.length - 1)[language]
			: cellText(answer) || text.BLANK[language];
		return [
			`\`${functionName(definition.id)}\``,
			definition.summary[language],
			ownWords(definition, language),
			definition.formula[language],
			`\`${exampleCall(definition)}\``,
			gives,
		];
	});
	return markdownTable([text.TABLE_HEADINGS.map((heading) => heading[language]), ...rows]);
}

function withNotes(meaning: string, notes: readonly string[], language: Language): string {
	if (notes.length === 0) return meaning;
	return language === 'en' ? `${meaning} (${notes.join(', ')})` : `${meaning}（${notes.join('，')}）`;
}

function wordRows(definition: MetricDefinition, language: Language): string[][] {
	const modes = definition.modes.flatMap((group) =>
		group.map(({ word, meaning, needsHistory }, position) => {
			const notes = [
				...(position === 0 && group.length > 1 ? [text.DEFAULT[language]] : []),
				...(needsHistory === true ? [text.HISTORY[language]] : []),
			];
			return [`\`"${word}"\``, withNotes(meaning[language], notes, language)];
		}),
	);
	const stages =
		definition.stageNames === 0 ? [] : [['`"Proposal"`', text.STAGE_NAMES[definition.stageNames][language]]];
	const isOptional = definition.isNumberOptional === true ? [text.OPTIONAL[language]] : [];
	const number =
		definition.number === null ? [] : [['`250000`', withNotes(definition.number[language], isOptional, language)]];
	const reserved = text
		.ownReserved(definition.reserved)
		.map((word) => [`\`${text.RESERVED_WORDS[word].example}\``, text.RESERVED_WORDS[word].meaning[language]]);
	return [...modes, ...stages, ...number, ...reserved];
}

function chapter(definition: MetricDefinition, language: Language): string {
	const colon = language === 'en' ? ': ' : '：';
	const rows = wordRows(definition, language);
	const answer = exampleAnswer(definition, language);
	const shown = isTable(answer) ? markdownTable(answer) : `\`${cellText(answer)}\``;
	const facts: [string, string][] = [
		[text.DEFINITION[language], definition.formula[language]],
		[text.DENOMINATOR[language], definition.denominator[language]],
		[text.UNIT[language], text.UNITS[definition.unit][language]],
		[
			text.NEEDS[language],
			definition.needs.map((field) => text.FIELDS_BY_NAME[field][language]).join(language === 'en' ? ', ' : '、'),
		],
		[text.SOURCE[language], definition.source],
	];
	const refused = COMMON_WORDS.filter((word) => !definition.reserved.includes(word));
	if (refused.length > 0) facts.push([text.REFUSED[language], refused.map((word) => `\`"${word}"\``).join(' ')]);
	return [
		`## ${functionName(definition.id)}`,
		definition.summary[language],
		facts.map(([name, value]) => `- **${name}**${colon}${value}`).join('\n'),
		...(rows.length === 0 ? [] : [markdownTable([text.WORD_HEADINGS.map((heading) => heading[language]), ...rows])]),
		`${text.EXAMPLE[language]}${colon}\`${exampleCall(definition)}\``,
		shown,
	].join('\n\n');
}

/** The whole page docs/functions.md in one language. */
export function functionsPage(language: Language): string {
	const common = [...COMMON_WORDS.map((word) => text.RESERVED_WORDS[word]), ...text.OTHER_WORDS];
	const stages = EXAMPLE_STAGES.all.map(({ name, probability }) => `${name} ${Math.round(probability * 100)}%`);
	const asOf = new Date(EXAMPLE_AS_OF_DAY * 86_400_000).toISOString().slice(0, 10);
	const colon = language === 'en' ? ': ' : '：';
	return `${[
		`# ${text.TITLE[language]}`,
		text.INTRODUCTION[language],
		`## ${text.COMMON_TITLE[language]}`,
		markdownTable([
			text.WORD_HEADINGS.map((heading) => heading[language]),
			...common.map(({ example, meaning }) => [`\`${example}\``, meaning[language]]),
		]),
		`## ${text.EXAMPLE_TABLE[language]}`,
		markdownTable(EXAMPLE_DEALS),
		`${text.EXAMPLE_STAGE_LIST[language]}${colon}${stages.join(' · ')}`,
		`${text.AS_OF[language]}${colon}${asOf}`,
		text.EXAMPLE_HISTORY_TITLE[language],
		markdownTable(EXAMPLE_HISTORY),
		...METRICS.map((definition) => chapter(definition, language)),
	].join('\n\n')}\n`;
}
