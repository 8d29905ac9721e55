/** Wrong designs that show only in the worlds of world-kind.ts: switched settings, sheets that a formula fills, two deal sheets, narrow sheets, edited stage lists, failing flushes. */
import { type PlantedBug, replaced } from './planted-bugs.ts';

export const PLANTED_WORLD_BUGS: readonly PlantedBug[] = [
	{
		name: 'the lock is released although the flush failed',
		seed: 21,
		plant: (code) =>
			replaced(
				code,
				/SpreadsheetApp\.flush\(\);\s+lock\.releaseLock\(\);/u,
				'try { SpreadsheetApp.flush(); } finally { lock.releaseLock(); }',
			),
	},
	{
		name: 'the editor is recorded with the setting off',
		seed: 2,
		plant: (code) => replaced(code, /recordEditor\d* \? editorOf/u, 'true ? editorOf'),
	},
	{
		name: 'a fix is written into cells that a formula fills',
		seed: 8,
		plant: (code) =>
			replaced(code, /if \(source\d* === void 0\) (made\.push\(\w+\);)\s+else/u, (_line, push) => `${push} if (false)`),
	},
	{
		name: 'a sheet that shows an error has lost its deals',
		seed: 8,
		plant: (code) =>
			replaced(code, /if \(opportunities\.count === 0 \|\| \(\(_a = opportunities\.ids\(\)\)[^;]*;/u, ';'),
	},
	{
		name: 'the changes of all deal sheets are one history',
		seed: 3,
		plant: (code) => replaced(code, /isOwn = tableId\(text\d*\) === table\d*\.id;/u, 'isOwn = true;'),
	},
	{
		name: 'the log names no table',
		seed: 3,
		plant: (code) => replaced(code, /table: look\d*\.table,/u, 'table: "",'),
	},
	{
		name: 'the stage list is read by the places of its columns',
		seed: 2,
		plant: (code) =>
			replaced(
				code,
				/for \(let row = 0; row < Math\.min\(grid\d*\.length, 10\); row\+\+\) \{\s+const columns/u,
				'for (let row = 0; row < 0; row++) { const columns',
			),
	},
	{
		name: 'the log has all its columns',
		seed: 5,
		plant: (code) =>
			replaced(code, /const width = Math\.min\(WIDTH\d*, sheet\.getMaxColumns\(\)\);/u, (line) =>
				line.replace('Math.min(', 'Math.max('),
			),
	},
	{
		name: 'a copied row keeps the id of its original',
		seed: 4,
		plant: (code) =>
			replaced(code, /written\d* !== "" && isOwner\d*\[\w+\] === true/u, (found) => found.split(' && ')[0] as string),
	},
	{
		name: 'the first of two rows with one id is the stage',
		seed: 11,
		plant: (code) =>
			replaced(code, /places\.length === 1 \|\| id === "" \? \[\] : formerNames\d*\(id\)\.map\(textKey\)/u, '[]'),
	},
	{
		name: 'an alias is another stage',
		seed: 3,
		plant: (code) =>
			replaced(code, /for \(const alias of stage\d*\.aliases\) \{\s+const key/u, 'for (const alias of []) { const key'),
	},
	{
		name: 'the stage list is saved over what was typed since',
		seed: 36,
		plant: (code) => replaced(code, /requireSameStages\(before\d*, request\.before\);/u, ''),
	},
];
