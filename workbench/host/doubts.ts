/**
 * What public sources leave open about Google, as data: each doubt with the settings under which the product must be right.
 * The switches of the stand-in, the runs of `npm run doubts` and a part of docs/real-sheet-checklist.md all come from this table.
 */

export interface Doubt {
	/** The first one is the usual one. */
	readonly settings: readonly string[];
	/** What is not known. */
	readonly question: string;
	/** What a person does on a real sheet to see it, within a minute, and what each setting looks like then. */
	readonly check: string;
	readonly shows: readonly string[];
}

export const DOUBTS = {
	exceptionLanguage: {
		settings: ['en', 'zh-CN', 'ja', 'de'],
		question: 'The language of the exceptions that a script gets',
		check:
			"Set the Google account's language to Japanese, in the script editor run `SpreadsheetApp.getActiveSheet().getRange(1, 1, 9999999)`",
		shows: ['an English text', 'a Chinese text', 'a Japanese text', 'a German text'],
	},
	formulaInTextCell: {
		settings: ['text', 'formula'],
		question: 'What a script writes as `=1+1` into a cell with the format plain text',
		check:
			'In the script editor run `SpreadsheetApp.getActiveRange().setNumberFormat("@").setValue("=1+1")` on a free cell',
		shows: ['the cell shows `=1+1`', 'the cell shows `2`'],
	},
	apostropheInTextCell: {
		settings: ['kept', 'consumed'],
		question: "What a script writes as `'7` into a cell with the format plain text",
		check:
			'In the script editor run `SpreadsheetApp.getActiveRange().setNumberFormat("@").setValue("\'7")` on a free cell',
		shows: ["the cell shows `'7`", 'the cell shows `7`'],
	},
	skippedMidnight: {
		settings: ['later', 'earlier'],
		question: 'The instant that a script gets for a day whose midnight the clock skips',
		check:
			'Set the zone of the file to Santiago, type 2026-09-06 into a cell, in the script editor run `SpreadsheetApp.getActiveRange().getValue().toISOString()`',
		shows: ['`2026-09-06T04:00:00.000Z`', '`2026-09-06T03:00:00.000Z`'],
	},
} as const satisfies Readonly<Record<string, Doubt>>;

export type DoubtId = keyof typeof DOUBTS;

/** One setting for each doubt. */
export type Doubts = { readonly [K in DoubtId]: (typeof DOUBTS)[K]['settings'][number] };

export const DOUBT_IDS = Object.keys(DOUBTS) as readonly DoubtId[];

export const USUAL_DOUBTS = Object.fromEntries(DOUBT_IDS.map((id) => [id, DOUBTS[id].settings[0]])) as Doubts;
