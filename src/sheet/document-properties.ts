/**
 * Text kept in the document's properties, also text longer than one property may hold.
 * Belongs here: the names of our properties, splitting and joining. Not here: what the text means (settings-store.ts).
 */
import { Failure } from './failure.ts';

export type Properties = ReadonlyMap<string, string>;

/** Google's limit of 9 KB per value; the text is ASCII, so characters are bytes. */
const PIECE = 8000;
const MOST_PIECES = 12;

/**
 * @throws Failure `notInstalled` where Google gives the script no properties of the document: it is neither an add-on
 * nor part of the file
 */
export function documentProperties(): GoogleAppsScript.Properties.Properties {
	const properties: GoogleAppsScript.Properties.Properties | null = PropertiesService.getDocumentProperties();
	if (properties === null) throw new Failure('notInstalled');
	return properties;
}

/** All properties of this document by name: one service call. */
export function readProperties(): Properties {
	return new Map(Object.entries(documentProperties().getProperties() ?? {}));
}

/** Writes several properties with one service call; the others keep their values. */
export function writeProperties(values: ReadonlyMap<string, string>): void {
	documentProperties().setProperties(Object.fromEntries(values), false);
}

/** @returns the text under this name, joined from its pieces; null when there is none. */
export function joinedText(properties: Properties, name: string): string | null {
	const first = properties.get(name);
	if (first === undefined || first === '') return null;
	let text = first;
	for (let piece = 2; ; piece++) {
		const next = properties.get(`${name}.${piece}`);
		if (next === undefined || next === '') return text;
		text += next;
	}
}

/**
 * The properties that hold `value` as JSON; pieces of a longer text of before become empty.
 * @throws Failure `settingsTooLarge`
 */
export function splitText(properties: Properties, name: string, value: unknown): Map<string, string> {
	const ascii = JSON.stringify(value).replace(/[\u0080-\uffff]/gu, escapeUnits);
	const pieces = Math.ceil(ascii.length / PIECE);
	if (pieces > MOST_PIECES) throw new Failure('settingsTooLarge', { size: ascii.length, limit: PIECE * MOST_PIECES });
	const result = new Map<string, string>();
	for (let piece = 1; piece <= MOST_PIECES; piece++) {
		const key = piece === 1 ? name : `${name}.${piece}`;
		if (piece <= pieces) result.set(key, ascii.slice((piece - 1) * PIECE, piece * PIECE));
		else if (properties.has(key)) result.set(key, '');
	}
	return result;
}

function escapeUnits(character: string): string {
	return Array.from(
		{ length: character.length },
		(_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
	).join('');
}
