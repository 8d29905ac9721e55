/** A simulated document's sheets as text, for "the same as before". */
import { revisionOf } from '../../src/core/formula/revision.ts';
import type { SheetInfo, StoredCell } from '../../workbench/host/store.ts';
import { logRows } from './log-rows.ts';
import type { World } from './world.ts';

export const cellsOf = (world: World, id: number): string[] =>
	world.cells(id, 0).flatMap((line) => line.map((cell) => JSON.stringify(cell)));
const isMark = ({ value }: StoredCell): boolean => revisionOf(value) !== null;
const isBlank = ({ value, formula, format }: StoredCell): boolean =>
	value === null && formula === null && format === '';
/** Without the mark of freshness, and without blank cells at the ends of lines: a raised mark says only that formulas are recalculated. */
const line = (cells: readonly StoredCell[]): readonly StoredCell[] => {
	let length = cells.length;
	while (length > 0 && cells.slice(length - 1, length).every((cell) => isBlank(cell) || isMark(cell))) length--;
	return cells.slice(0, length);
};
/** All sheets by name, cell for cell. */
export const sheetsState = (world: World): string =>
	JSON.stringify(world.store.sheets().map(({ id, name }) => [name, world.cells(id, 0).map(line)]));

/** When it was saved and looked at, which no order of two operations has in common with another one. */
const OF_THE_MOMENT = /"(?:revision|stamp|look)\w*":[^,}]*,?/gu;
/** Ids of sheets, which are given one after the other. */
const SHEET_IDS = /"(dealSheetId|deals|stages|history)":(\d+)/gu;

/** Found columns in one order. */
const COLUMNS = /"columns":\{([^}]*)\}/gu;

/** The sheets, the log deal by deal without times, and what is kept beside them: the same for two ways to the same document. */
export function documentState(world: World, isCounted: (sheet: SheetInfo) => boolean = () => true): string {
	const log = world.historyId();
	// Without a set-up nothing is recorded any more: how far the log came before that is a matter of the moment.
	const isSetUp = (world.host.properties.document.get('stagekeeper.settings') ?? '') !== '';
	const sheets = world.store.sheets();
	const nameOf = new Map(sheets.map(({ id, name }) => [String(id), name]));
	const cells = sheets
		.filter(isCounted)
		.map(({ id, name }) => [name, id === log ? (isSetUp ? logState(world, id) : []) : world.cells(id, 0).map(line)]);
	const kept = [...world.host.properties.document]
		.filter(([name, text]) => text !== '' && /^stagekeeper\.(?:settings|sheets|sample|before)/u.test(name))
		.map(([name, text]) => [
			name,
			text
				.replace(OF_THE_MOMENT, '')
				.replace(COLUMNS, (_all, found: string) => `"columns":{${found.split(',').sort().join()}}`)
				.replace(SHEET_IDS, (_all, part: string, id: string) => `"${part}":"${nameOf.get(id) ?? 'gone'}"`),
		]);
	return JSON.stringify([cells.sort(), kept.sort()]);
}

/** Each deal's stages as they were seen, and what was imported: an import may come before a look or after it. */
function logState(world: World, id: number): string[] {
	const byDeal = new Map<string, { readonly seen: string[]; readonly imported: string[] }>();
	for (const { deal, to, source, observedAt } of logRows(world.cells(id, 0)).sort((a, b) => a.sequence - b.sequence)) {
		const own = byDeal.get(deal) ?? { seen: [], imported: [] };
		byDeal.set(deal, own);
		if (source === 'import') own.imported.push(`${observedAt} ${to}`);
		else own.seen.push(to);
	}
	return [...byDeal].map(([deal, { seen, imported }]) => JSON.stringify([deal, seen, imported.sort()])).sort();
}
