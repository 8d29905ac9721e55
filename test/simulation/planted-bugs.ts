/**
 * Wrong designs of the stage history, each made by changing the bundle's text (readable-bundle.ts). The product has no switches for them.
 * Each is here because it was a design that somebody would write first.
 */
export interface PlantedBug {
	readonly name: string;
	/** The first seed that finds it; where another one does by now, all up to MOST_SEEDS are tried. */
	readonly seed: number;
	readonly plant: (code: string) => string;
}

/** Throws unless the text is there exactly once: a bug that is not planted must not count as found. */
export function replaced(code: string, wanted: RegExp, by: string | ((...parts: string[]) => string)): string {
	const found = [...code.matchAll(new RegExp(wanted.source, 'gu'))].length;
	if (found !== 1) throw new Error(`${wanted.source} is in the bundle ${found} times`);
	return code.replace(new RegExp(wanted.source, 'u'), by as string);
}

const APPEND = /writeBlock\(range, (rows\d*), formatsOf\d*\(rows\d*, \(\w+ = columns\d*\.get\("sequence"\)\)[^;]*\);/u;
const APPENDED = /const rows\d* = appendEvents\(log\.sheet, log\.grid, events, pipeline\d*\.timeZone/u;
const OBSERVED_AT = /const observedAt = execution\.instant\(\);/u;

export const PLANTED_BUGS: readonly PlantedBug[] = [
	{
		name: 'no lock',
		seed: 1,
		plant: (code) => replaced(code, /if \(!lock\.tryLock\(WAIT_MS\)\) throw new Failure\("lockTimeout"\);/u, ''),
	},
	{
		name: 'a lock that is not looked at',
		seed: 1,
		plant: (code) =>
			replaced(code, /if \(!lock\.tryLock\(WAIT_MS\)\) throw new Failure\("lockTimeout"\);/u, 'lock.tryLock(WAIT_MS);'),
	},
	{
		name: 'a second snapshot of the last known stages',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				APPENDED,
				(append) => `const store = PropertiesService.getDocumentProperties();
				const snapshot = JSON.parse(store.getProperty("snapshot") || "{}");
				events = events.filter((event) => snapshot[event.dealId] !== event.to);
				if (events.length === 0) return { ...configured, lookAt };
				for (const event of events) snapshot[event.dealId] = event.to;
				store.setProperty("snapshot", JSON.stringify(snapshot));
				${append}`,
			),
	},
	{
		name: 'the append is tried again after a failure',
		seed: 18,
		plant: (code) =>
			replaced(
				code,
				APPEND,
				(write, rows) => `try { ${write} } catch (failure) { for (const row of ${rows}) sheet.appendRow(row); }`,
			),
	},
	{
		name: 'the append in two writes',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				APPEND,
				(
					_write,
					rows,
				) => `sheet.getRange(last + 1, 1, ${rows}.length, 4).setValues(${rows}.map((row) => row.slice(0, 4)));
				sheet.getRange(last + 1, 5, ${rows}.length, 8).setValues(${rows}.map((row) => row.slice(4)));`,
			),
	},
	{
		name: 'the log trusts the format of its cells',
		seed: 1,
		plant: (code) => replaced(code, APPEND, (_write, rows) => `range.setValues(${rows});`),
	},
	{
		name: 'the row number as identity',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				/const id = ids === null \? "" : existing\(ids\[deal\]\)\.trim\(\);/u,
				'const id = "R" + opportunities.gridRows[deal];',
			),
	},
	{
		name: 'deals that share an id are logged as the first of them',
		seed: 1,
		plant: (code) => replaced(code, /unique\.delete\(id\);\s+duplicates\.set\(id, \[first, deal\]\);/u, ''),
	},
	{
		name: 'the old value is taken from the event',
		seed: 1,
		plant: (code) =>
			replaced(
				replaced(
					replaced(code, /const edit = readEdit\((event)\);/u, 'oldValue_ = $1 == null ? void 0 : $1.oldValue; $&'),
					/let from = \(_b = (known\d*) == null \? void 0 : known\d*\.last\) != null \? _b : "";/u,
					'$& if ($1 !== void 0 && oldValue_ !== void 0) from = oldValue_;',
				),
				/function appender\(/u,
				'let oldValue_;\n  function appender(',
			),
	},
	{
		name: 'no flush before the lock is released',
		seed: 5,
		plant: (code) => replaced(code, /SpreadsheetApp\.flush\(\);/u, ''),
	},
	{
		name: 'the log folded by its rows instead of its sequence',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				/(\|\| 0 : 0\)) \|\| a\.sequence - b\.sequence \|\| a\.observedAt - b\.observedAt \|\| a\.row - b\.row;/u,
				'$1 || a.row - b.row;',
			),
	},
	{
		name: 'vanished deals are not recorded',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				/filter\(\(\[dealId, \{ isGone \}\]\) => !isGone\d* && !isThere\d*\(dealId\)\)/u,
				'filter(() => false)',
			),
	},
	{
		name: 'returned deals are not recorded',
		seed: 2,
		plant: (code) => replaced(code, /if \(known\d*\.isGone\) append\(BACK, "", look\d*\.source\);/u, ''),
	},
	{
		name: 'the sequence starts again',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				/let (sequence\d*) = \(_a = (known\d*) == null \? void 0 : known\d*\.nextSequence\) != null \? _a : 1;/u,
				(_line, sequence) => `let ${sequence} = 1;`,
			),
	},
	{
		name: 'stages compared by name instead of id',
		seed: 2,
		plant: (code) =>
			replaced(
				code,
				/if \(code < 0\) return textKey\(text(\d*)\) === textKey\(known(\d*)\.stage\);/u,
				'return text$1 === known$2.stage;',
			),
	},
	{
		name: 'the time at which the script was started',
		seed: 1,
		plant: (code) => replaced(code, OBSERVED_AT, 'const observedAt = execution.now;'),
	},
	{
		name: "the time of the editor's own clock",
		seed: 1,
		plant: (code) =>
			replaced(code, OBSERVED_AT, 'const observedAt = execution.instant() - 90000 * (looks_++ % 3);').replace(
				'function lookOnce(',
				'let looks_ = 0;\n  function lookOnce(',
			),
	},
	{
		name: 'what was read before the lock is appended under it',
		seed: 2,
		plant: (code) => replaced(code, /&& isLogAsRead\(log\.sheet, log\.grid\)/u, ''),
	},
	{
		name: 'a look that may be torn is believed',
		seed: 22,
		plant: (code) => replaced(code, /&& !isDoubtful\(seen\)/u, ''),
	},
	{
		name: 'the log is read after the deals',
		seed: 2,
		plant: (code) =>
			replaced(
				code,
				/(const log = sheet === null \? null : \{ sheet, grid: readHistoryCells\(sheet\), table: configuredTable\(document\.stored\) \};)\s+(const table = readDealTable\(document, settings\d*\);)/u,
				'$2 $1',
			),
	},
	{
		name: 'a blank stage is not recorded',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				/if \(!isSameStage\((known\d*), code, (text\d*), (stages\d*)\)\)/u,
				'if ($2 !== NO_STAGE_TEXT && !isSameStage($1, code, $2, $3))',
			),
	},
	{
		name: 'the stage is put right in the cell unasked',
		seed: 1,
		plant: (code) =>
			replaced(
				code,
				APPENDED,
				(append) => `for (const event of events) if (event.toId !== "") {
					const { table } = configured;
					const row = table.grid.findIndex((cells) => cells[table.columns.id] === event.dealId);
					if (row > 0) table.sheet.getRange(row + 1, table.columns.stage + 1).setValue(event.to);
				}
				${append}`,
			),
	},
	{
		name: 'of two equal headings the first is read',
		seed: 2,
		plant: (code) => replaced(code, /(isHeading\(heading, settings\d*, field\)\)\.length) !== 1/u, '$1 === 0'),
	},
	{
		name: 'what was imported before is imported again',
		seed: 3,
		plant: (code) => replaced(code, /if \(isImported\(dealId, to\d*\.id, observedAt\) \|\| /u, 'if ('),
	},
];
