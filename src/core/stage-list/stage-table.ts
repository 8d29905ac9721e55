/**
 * The stage list as a table of cells, as people keep it in the `Stages` sheet: read and written in both languages.
 * Belongs here: headings, kind words, the problems of such a table. Not here: the sheet itself (sheet/), guessing a
 * list (stage-detection.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { readProbabilities } from '../cells/probability-text.ts';
import { textKey } from '../cells/text-key.ts';
import { idOfName, type Stage, type StageKind, StageList, type StageListProblem } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import { joinTexts, splitTexts } from './listed-texts.ts';

/** A problem of the table; `row` is the 0-based grid row. */
export type StageTableProblem =
	| StageListProblem
	/** A row with something in it and no name. */
	| { readonly code: 'noName'; readonly row: number; readonly stage: string; readonly value: string }
	| { readonly code: 'badKind'; readonly row: number; readonly stage: string; readonly value: string }
	| { readonly code: 'badProbability'; readonly row: number; readonly stage: string; readonly value: string }
	| { readonly code: 'badDays'; readonly row: number; readonly stage: string; readonly value: string }
	| { readonly code: 'probabilityUnitUnclear'; readonly row: number; readonly stage: string; readonly value: string }
	| { readonly code: 'noStages' };

export interface StageTable {
	/** Usable stages in their order; rows with a problem of their kind are left out. */
	readonly stages: Stage[];
	readonly problems: readonly StageTableProblem[];
	/** 0-based grid row of each stage. */
	readonly rows: readonly number[];
	/** Rows with a name that could not be read as a stage. */
	readonly unread: readonly number[];
	readonly layout: StageLayout;
}

/** Where the table stands: the row of its headings, -1 without any, and its columns. */
export interface StageLayout {
	readonly headerRow: number;
	readonly columns: ReadonlyMap<StageColumn, number>;
}

type Language = 'en' | 'zh-CN';
export const STAGE_COLUMNS = [
	'name',
	'kind',
	'probability',
	'usualDays',
	'exitRule',
	'tasks',
	'aliases',
	'id',
] as const;
export type StageColumn = (typeof STAGE_COLUMNS)[number];

export const STAGE_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
	en: ['Name', 'Kind', 'Probability', 'Usual days', 'Exit rule', 'Tasks', 'Aliases', 'ID'],
	'zh-CN': ['名称', '类型', '概率', '通常天数', '推进条件', '任务', '别名', '编号'],
};
const OTHER_HEADINGS: Readonly<Record<StageColumn, string>> = {
	name: 'stage|stage name|阶段|阶段名称|階段|名稱',
	kind: 'type|类别|類型|种类',
	probability: 'win probability|chance|赢率|成交概率|機率',
	usualDays: 'days|expected days|天数|预计天数|天數',
	exitRule: 'exit criteria|rule|退出条件|推进规则',
	tasks: 'task|待办|工作',
	aliases: 'alias|also known as|别称|別名',
	id: 'stage id|key|標識|标识',
};
/** Kind words as written to the sheet, in both languages; others that people type. */
export const KIND_WORDS: Readonly<Record<Language, Readonly<Record<StageKind, string>>>> = {
	en: { open: 'open', won: 'won', lost: 'lost', parked: 'parked' },
	'zh-CN': { open: '进行中', won: '赢单', lost: '输单', parked: '搁置' },
};
const OTHER_KINDS = new Map<string, StageKind>([
	['active', 'open'],
	['in progress', 'open'],
	['開放', 'open'],
	['进行', 'open'],
	['打开', 'open'],
	['進行中', 'open'],
	['closed won', 'won'],
	['win', 'won'],
	['成交', 'won'],
	['贏單', 'won'],
	['closed lost', 'lost'],
	['失败', 'lost'],
	['丢单', 'lost'],
	['流失', 'lost'],
	['輸單', 'lost'],
	['on hold', 'parked'],
	['暂停', 'parked'],
	['擱置', 'parked'],
]);

/** Kind named by a word in either language; null when it names none. */
export function kindOfWord(word: string): StageKind | null {
	const key = textKey(word);
	for (const words of Object.values(KIND_WORDS))
		for (const kind of Object.keys(words) as StageKind[]) if (words[kind] === key) return kind;
	return OTHER_KINDS.get(key) ?? null;
}

/** An id for a new stage: from its name, apart from the ids that are taken. */
export function newStageId(name: string, taken: ReadonlySet<string>): string {
	const base = idOfName(name);
	let id = base;
	for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
	return id;
}

export function stageLayout(grid: Grid): StageLayout {
	for (let row = 0; row < Math.min(grid.length, 10); row++) {
		const columns = new Map<StageColumn, number>();
		existing(grid[row]).forEach((cell, column) => {
			const key = textKey(cellText(cell));
			const field = STAGE_COLUMNS.find(
				(name, i) =>
					textKey(existing(STAGE_HEADINGS.en[i])) === key ||
					STAGE_HEADINGS['zh-CN'][i] === key ||
					OTHER_HEADINGS[name].split('|').includes(key),
			);
			if (field !== undefined && !columns.has(field)) columns.set(field, column);
		});
		if (columns.has('name') && (columns.size > 1 || existing(grid[row]).filter((cell) => !isBlank(cell)).length === 1))
			return { headerRow: row, columns };
	}
	return { headerRow: -1, columns: new Map(STAGE_COLUMNS.map((name, i) => [name, i])) };
}

const listOf = (cell: Cell | undefined): string[] => (isBlank(cell) ? [] : splitTexts(cellText(cell)));

/** Names under which the stage of an id was known before, the latest first. */
export type FormerNames = (id: string) => readonly string[];

/**
 * Reads a stage table by its headings, or by position when it has none. Problems of the list itself (no won stage, two
 * names with one key) are among the problems.
 * @param formerNames asked only where two rows have one id, as after a row was copied: the row that had it before keeps
 * it
 */
export function readStageTable(grid: Grid, formerNames: FormerNames = () => []): StageTable {
	const layout = stageLayout(grid);
	const { headerRow, columns } = layout;
	const problems: StageTableProblem[] = [];
	const at = (row: number, column: StageColumn): Cell | undefined =>
		columns.has(column) ? existing(grid[row])[existing(columns.get(column))] : undefined;
	const rows: number[] = [];
	for (let row = headerRow + 1; row < grid.length; row++) {
		if (!isBlank(at(row, 'name'))) rows.push(row);
		else {
			const other = STAGE_COLUMNS.find((column) => column !== 'id' && !isBlank(at(row, column)));
			if (other !== undefined)
				problems.push({ code: 'noName', row, stage: '', value: cellText(at(row, other)).slice(0, 200) });
		}
	}
	if (rows.length === 0)
		return { stages: [], problems: [...problems, { code: 'noStages' }], rows: [], unread: [], layout };
	const probabilities = readProbabilities(rows.map((row) => at(row, 'probability')));
	const hasPercents = rows.some((row, i) => {
		const cell = at(row, 'probability');
		return existing(probabilities.values[i]) > 0 && typeof cell === 'number' && cell > 1;
	});
	const taken = new Set(rows.map((row) => cellText(at(row, 'id')).trim()).filter((id) => id !== ''));
	const used = new Set<string>();
	const isOwner = idOwners(
		rows.map((row) => ({
			id: cellText(at(row, 'id')).trim(),
			names: [cellText(at(row, 'name')), ...listOf(at(row, 'aliases'))].map(textKey),
		})),
		formerNames,
	);
	const stages: Stage[] = [];
	const stageRows: number[] = [];
	const unread: number[] = [];
	rows.forEach((row, i) => {
		const name = cellText(at(row, 'name')).replace(/\s+/gu, ' ').trim();
		const report = (
			code: 'badKind' | 'badProbability' | 'badDays' | 'probabilityUnitUnclear',
			column: StageColumn,
		): void => {
			problems.push({ code, row, stage: name, value: cellText(at(row, column)).slice(0, 200) });
		};
		const word = cellText(at(row, 'kind'));
		const kind = isBlank(word) ? kindOfBlank(name) : kindOfWord(word);
		if (kind === null) {
			report('badKind', 'kind');
			unread.push(row);
			return;
		}
		if (probabilities.refused.includes(i)) report('badProbability', 'probability');
		if (probabilities.unclear === i && hasPercents) report('probabilityUnitUnclear', 'probability');
		const usualDays = daysIn(at(row, 'usualDays'));
		if (usualDays === undefined) report('badDays', 'usualDays');
		const written = cellText(at(row, 'id')).trim();
		const id = written !== '' && isOwner[i] === true ? written : newStageId(name, new Set([...taken, ...used]));
		used.add(id);
		stageRows.push(row);
		stages.push({
			id,
			name,
			kind,
			probability: probabilityOf(kind, existing(probabilities.values[i])),
			aliases: listOf(at(row, 'aliases')),
			usualDays: usualDays ?? null,
			exitRule: cellText(at(row, 'exitRule')).trim(),
			tasks: listOf(at(row, 'tasks')),
		});
	});
	return {
		stages,
		problems: [...problems, ...new StageList(stages).problems()],
		rows: stageRows,
		unread,
		layout,
	};
}

/**
 * Is this a stage list, and no other table of somebody's? Its headings name the stages and their kinds, and most kinds
 * are such.
 */
export function isStageList(grid: Grid): boolean {
	const { layout, stages, unread } = readStageTable(grid);
	return layout.headerRow >= 0 && layout.columns.has('kind') && stages.length > unread.length;
}

/** A blank kind is open only where the name says nothing else. */
function kindOfBlank(name: string): 'open' | null {
	const meaning = stageMeaning(name);
	return meaning === 'open' || meaning === 'weakWon' ? 'open' : null;
}

function probabilityOf(kind: Stage['kind'], written: number): number {
	if (kind === 'won') return 1;
	return kind === 'lost' || Number.isNaN(written) ? 0 : written;
}

/** Days in a cell; null for none, undefined for what is not a number of days. */
function daysIn(cell: Cell | undefined): number | null | undefined {
	if (isBlank(cell)) return null;
	const days = Number(cell);
	return days >= 0 && days < 100_000 ? days : undefined;
}

/**
 * Of rows with one id the one that is called as its stage was, else the one with that name as an alias, else the first.
 */
function idOwners(
	rows: readonly { readonly id: string; readonly names: readonly string[] }[],
	formerNames: FormerNames,
): boolean[] {
	const sharing = new Map<string, number[]>();
	rows.forEach(({ id }, i) => {
		sharing.set(id, [...(sharing.get(id) ?? []), i]);
	});
	const owners = new Set<number>();
	for (const [id, places] of sharing) {
		const keys = places.length === 1 || id === '' ? [] : formerNames(id).map(textKey);
		const named = keys.flatMap((key) => places.find((i) => rows[i]?.names[0] === key) ?? []);
		const aliased = keys.flatMap((key) => places.find((i) => rows[i]?.names.includes(key) === true) ?? []);
		owners.add(existing(named[0] ?? aliased[0] ?? places[0]));
	}
	return rows.map((_, i) => owners.has(i));
}

/**
 * The table for the `Stages` sheet: a heading row, then one row per stage; probabilities are 0..1 for a percent format.
 */
export function stageTableRows(stages: readonly Stage[], language: Language): Cell[][] {
	return [
		[...STAGE_HEADINGS[language]],
		...stages.map((stage) => STAGE_COLUMNS.map((column) => stageCell(stage, column, language))),
	];
}

/** What stands in one column for a stage. */
export function stageCell(stage: Stage, column: StageColumn, language: Language): Cell {
	if (column === 'kind') return KIND_WORDS[language][stage.kind];
	if (column === 'tasks' || column === 'aliases') return joinTexts(stage[column]);
	return stage[column] ?? '';
}
