/**
 * The usual place of a stage in a sale: by its words, and by the stage lists that CRMs ship. Not here: the words
 * (languages/), the order of a table's stages.
 */
import { onFirstUse } from '../speed/lazy.ts';
import { LANGUAGES } from './languages/index.ts';
import { PLACES } from './languages/language.ts';
import { stageWords } from './stage-name.ts';
import { patternFrom, patternOf, wordsOf } from './word-lists.ts';

const placeWords = PLACES.map((place) => patternOf(({ stages }) => stages.places[place]));
const uncontacted = patternFrom(() => `^(?:${wordsOf(({ stages }) => stages.uncontacted)})`);

/** Place of contracts and payments, the last one. */
export const CONTRACT_PLACE = PLACES.length - 1;

export interface FunnelPlace {
	/** 0 the earliest. */
	readonly place: number;
	/** 1 where all words say the same, below where they name several places. */
	readonly strength: number;
}

/** Usual place in a sale; null when no word is known. */
export function placeOf(name: string): FunnelPlace | null {
	const words = stageWords(name);
	// "Not contacted" and "to contact" are still before the first contact.
	if (uncontacted().test(words)) return { place: 0, strength: 1 };
	const found = placeWords.flatMap((pattern, place) => {
		const match = pattern().exec(words);
		return match === null ? [] : [{ place, start: match.index, end: match.index + match[0].length }];
	});
	// "Value proposition" is not a proposal: a longer expression takes the words inside of it along.
	const places = found.filter(
		(one) => !found.some(({ start, end }) => start <= one.start && end >= one.end && end - start > one.end - one.start),
	);
	const last = places[places.length - 1]?.place;
	if (last === undefined) return null;
	return { place: /^(?:attempt|trying|pre[ -]?q)/u.test(words) ? last - 0.5 : last, strength: 1 / places.length };
}

/** Usual place in a sale, 0 the earliest; -1 when no word is known. */
export const stagePlace = (name: string): number => placeOf(name)?.place ?? -1;

export interface KnownStage {
	readonly name: string;
	readonly kind: 'open' | 'parked' | 'won' | 'lost';
}
export interface KnownPipeline {
	readonly crm: string;
	/** The language's English name. */
	readonly language: string;
	/** Open ones in order, then parked, won, lost. */
	readonly stages: readonly KnownStage[];
}

/** The stage lists that well-known CRMs ship, in every language. */
export const knownPipelines = onFirstUse((): readonly KnownPipeline[] =>
	LANGUAGES.flatMap(({ name: language, pipelines }) =>
		pipelines.map(({ crm, open, parked, won, lost }) => {
			const lists = { open, parked, won, lost };
			const stages = (['open', 'parked', 'won', 'lost'] as const).flatMap((kind) =>
				(lists[kind]?.split(' > ') ?? []).map((name) => ({ name, kind })),
			);
			return { crm, language, stages };
		}),
	),
);

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');
/** Internal names are the same ones without spaces: `appointmentscheduled`. */
export const pipelineKey = (name: string): string => lettersOf(stageWords(name));

const openKeys = onFirstUse(() =>
	knownPipelines().map(({ stages }) =>
		stages.filter(({ kind }) => kind === 'open').map(({ name }) => pipelineKey(name)),
	),
);

/** Place of each name in the one well-known pipeline that has them all; null when there is none. */
export function knownPlaces(names: readonly string[]): readonly number[] | null {
	const keys = names.map(pipelineKey);
	for (const pipeline of openKeys()) {
		const places = keys.map((key) => pipeline.indexOf(key));
		if (places.every((place) => place >= 0)) return places;
	}
	return null;
}
