/**
 * The questions about Google Sheets that public sources leave open, as data. Each lists the settings under which the
 * product must work. The stand-in's switches, the runs of `npm run doubts` and a part of docs/real-sheet-checklist.md
 * all come from this table.
 */

export interface Doubt {
	/** The possible answers; the first is the default. */
	readonly settings: readonly string[];
	/** What is not known. */
	readonly question: string;
	/** How a person finds out on a real sheet within a minute; `shows` says what each setting looks like there. */
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
	formulaSeparators: {
		settings: ['any', 'locale', 'commas'],
		question: 'The separators of a formula that a script writes and reads where the decimal sign is a comma',
		check:
			'Set the locale of the file to Germany, on two free cells run `setFormula("=MAX(1, 2)")` and `setFormula("=MAX(1; 2)")`, then `getFormula()` on both',
		shows: [
			'both show 2, read back with semicolons',
			'only the second shows 2, read back with semicolons',
			'both show 2, read back with commas',
		],
	},
	typedFormulaValue: {
		settings: ['absent', 'formula', 'result'],
		question: 'The `value` of the edit event when a person types a formula',
		check:
			'Add `function onEdit(e) { console.log(JSON.stringify(e.value)) }` to a script of the file, type `=1+1`, open the executions',
		shows: ['undefined', '`"=1+1"`', '`"2"`'],
	},
	sameFormula: {
		settings: ['left', 'recomputed'],
		question: 'A formula that is written again as it is',
		check:
			'Add `function TICK() { return Date.now() }` to a script of the file, put `=TICK()` into a cell, on it run `setFormula("=TICK()")`',
		shows: ['the number stays', 'the number changes'],
	},
	metadataInCells: {
		settings: ['allowed', 'refused'],
		question: 'Developer metadata read by a custom function',
		check: 'Set up, rename the heading of the stage column, put `=WIN_RATE("closed")` beside the table',
		shows: ['a value', 'a text that names the stage column, which Settings finds again'],
	},
	typedColumns: {
		settings: ['rules', 'rulesAndFormats'],
		question: 'What a typed column of a Sheets table refuses to a script',
		check:
			'Turn the deals into a table with a typed stage column, on it run `clearDataValidations()` and `setNumberFormat("@")`',
		shows: ['both pass', 'one of them throws'],
	},
	filterOnTable: {
		settings: ['allowed', 'refused'],
		question: 'A filter that a script makes on a Sheets table',
		check: 'Turn the deals into a table, in the funnel click a stage and Show in sheet',
		shows: ['the sheet shows that stage alone', 'a sentence says that it is not possible there'],
	},
	offsetZone: {
		settings: ['GMT-03:30', 'UTC-3:30'],
		question: 'The name of a zone that is an offset alone',
		check:
			'Import an .xlsx file of another program, in the script editor run `SpreadsheetApp.getActive().getSpreadsheetTimeZone()`',
		shows: ['a name, or `GMT` with two digits of hours', 'another way of writing an offset'],
	},
	editEvents: {
		settings: ['atOnce', 'lateAndLost'],
		question: 'Edit events while many cells are changed quickly',
		check: 'Set up, change ten stages in ten seconds, look into `Stage history`, open the funnel, look again',
		shows: ['ten rows at once', 'fewer rows at first, ten after opening'],
	},
	documentProperties: {
		settings: ['there', 'null'],
		question: 'Document properties where the script is no add-on of the file',
		check: 'Run `PropertiesService.getDocumentProperties()` in a test deployment and in a script of its own',
		shows: ['an object', '`null`; the sidebar says that the add-on has to be installed'],
	},
	documentLock: {
		settings: ['there', 'null'],
		question: 'The lock of the document in the same places',
		check: 'Run `LockService.getDocumentLock()` in a test deployment and in a script of its own',
		shows: ['an object', '`null`; stage changes are recorded all the same'],
	},
	htmlAttributes: {
		settings: ['kept', 'dropped'],
		question: 'Attributes of `<html>` in a page that a script shows',
		check: 'In the menu choose Check stages',
		shows: ['the sidebar opens on Check', 'the same, because the view does not travel there'],
	},
	hostStyles: {
		settings: ['none', 'hostile'],
		question: "Styles that Google's page puts into the sidebar's",
		check: 'Open the funnel, look at the buttons, tabs and headings',
		shows: ['as in the pictures', 'the same, because no style of a host gets through'],
	},
	cellReadTime: {
		settings: ['none', 'charged'],
		question:
			'The time that reading costs: 31 µs a cell, 30 seconds for a formula or an edit, 6 minutes for anything else',
		check: 'Open the funnel on 10,000 deals, note the seconds',
		shows: ['below a second', 'a few seconds, never an error'],
	},
} as const satisfies Readonly<Record<string, Doubt>>;

export type DoubtId = keyof typeof DOUBTS;

/** Doubts about the page: its browser tests (test/sidebar) cover each setting. All others are tested in Node. */
export const PAGE_DOUBTS: readonly DoubtId[] = ['hostStyles'];

/** One setting for each doubt. */
export type Doubts = { readonly [K in DoubtId]: (typeof DOUBTS)[K]['settings'][number] };

export const DOUBT_IDS = Object.keys(DOUBTS) as readonly DoubtId[];

export const USUAL_DOUBTS = Object.fromEntries(DOUBT_IDS.map((id) => [id, DOUBTS[id].settings[0]])) as Doubts;
