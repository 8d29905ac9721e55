/**
 * The stage column read against the stage list: one code a deal, one reading a distinct spelling.
 * Belongs here: the match by key, the effective stage of two-level exports. Not here: guessing a list (stage-detection.ts).
 */
import { inBlocks } from './blocks.ts';
import { type Cell, type Grid, isBlank, isFormulaError } from './cell.ts';
import { cellText, isPlaceholder, issueAt } from './cell-text.ts';
import type { StageTexts } from './deal-rows.ts';
import type { Issue, IssueCode } from './issue.ts';
import { nearest } from './nearest.ts';
import { type ColumnMap, NO_STAGE, type StageColumn, UNKNOWN_STAGE } from './opportunity.ts';
import { flagValue, isWonFlag } from './outcome-flag.ts';
import type { StageKind, StageList } from './stage.ts';
import { stageMeaning, stageWords, statusMeaning } from './stage-words.ts';

interface Reading {
	readonly code: number;
	readonly issue: IssueCode | null;
	readonly suggestion: string | null;
}

/** The listed stage that an unlisted text most probably means; null unless there is exactly one and it means the same kind of end. */
function suggestStage(text: string, stages: StageList): string | null {
	const names = new Map<string, string>();
	for (const stage of stages.all) for (const name of [stage.name, ...stage.aliases]) names.set(name, stage.name);
	const words = stageWords(text);
	const bare = new Set([...names].filter(([name]) => stageWords(name) === words).map(([, name]) => name));
	const found = bare.size === 1 ? ([...bare][0] as string) : bare.size > 1 ? null : nearest(text, names.keys());
	const meaning = stageMeaning(text);
	const suggestion = found === null ? null : (names.get(found) ?? found);
	const kind = suggestion === null ? undefined : stages.all[stages.positionOf(suggestion)]?.kind;
	return (meaning === 'won' || meaning === 'lost') && kind !== meaning ? null : suggestion;
}

/** @param isFlag the column says yes and no: an unlisted answer is not misspelt, it waits for the user */
function readStage(cell: Cell | undefined, stages: StageList, isFlag: boolean): Reading {
	if (isBlank(cell)) return { code: NO_STAGE, issue: 'missingStage', suggestion: null };
	if (isFormulaError(cell)) return { code: NO_STAGE, issue: 'formulaError', suggestion: null };
	const text = cellText(cell);
	const code = stages.positionOf(text);
	if (code >= 0) {
		const stage = stages.all[code] as StageList['all'][number];
		const isAsListed = stage.name === text || stage.aliases.includes(text);
		return { code, issue: isAsListed ? null : 'stageSpelling', suggestion: isAsListed ? null : stage.name };
	}
	if (isFlag && flagValue(cell) !== null) return { code: UNKNOWN_STAGE, issue: 'unclassifiedStage', suggestion: null };
	if (isPlaceholder(cell) || cell === false) return { code: NO_STAGE, issue: 'missingStage', suggestion: null };
	const suggestion = suggestStage(text, stages);
	return {
		code: UNKNOWN_STAGE,
		issue: stageMeaning(text) === 'ending' && suggestion === null ? 'unclassifiedStage' : 'unknownStage',
		suggestion,
	};
}

/** Codes of texts become those of their stages; cells that were not looked up go through `read`. */
function placeBlock(codes: Int32Array, stageOfText: Int32Array, from: number, to: number, read: (deal: number) => number): void {
	for (let deal = from; deal < to; deal++) {
		const text = codes[deal] as number;
		codes[deal] = text < 0 ? read(deal) : (stageOfText[text] as number);
	}
}

/**
 * Reads stages, and where there is a status column (Open, Won, Lost) the effective stage:
 * a won or lost status moves a deal from its open stage to the won or lost stage and keeps the open one as `lastOpen`.
 * @param found what the search for the deals looked up already; its codes become the column's own
 */
export function readStages(
	grid: Grid,
	rows: Int32Array,
	columns: ColumnMap,
	stages: StageList,
	found: StageTexts,
	headings: readonly string[],
): StageColumn {
	const codes = found.codes.subarray(0, rows.length);
	const column = columns.stage;
	if (column === undefined) return { codes: codes.fill(NO_STAGE), lastOpen: null, issues: [] };
	const isFlag = isWonFlag(headings[column] ?? '');
	const known = new Map<Cell | undefined, Reading>();
	const listed = new Map<Cell | undefined, Reading>();
	const read = (cell: Cell | undefined): number => {
		const key = typeof cell === 'object' ? cellText(cell) : cell;
		const reading = known.get(key) ?? readStage(cell, stages, isFlag);
		known.set(key, reading);
		if (reading.issue !== null) listed.set(key, reading);
		return reading.code;
	};
	const stageOfText = Int32Array.from(found.texts, read);
	const readDeal = (deal: number): number => read((grid[rows[deal] as number] as readonly Cell[])[column]);
	inBlocks(0, rows.length, (from, to) => placeBlock(codes, stageOfText, from, to, readDeal));
	const lastOpen =
		columns.status === undefined ? null : applyStatus(grid, rows, columns.status, headings[columns.status] ?? '', stages, codes);
	const issues: Issue[] = [];
	if (listed.size > 0) {
		for (let i = 0; i < rows.length; i++) {
			const cell = (grid[rows[i] as number] as readonly Cell[])[column];
			const reading = listed.get(typeof cell === 'object' ? cellText(cell) : cell);
			// A status that closes the deal also answers for a blank or unlisted stage, which stays listed all the same.
			if (reading?.issue) issues.push(issueAt(reading.issue, rows[i] as number, column, cell, reading.suggestion));
		}
	}
	return { codes, lastOpen, issues };
}

/** Position of the won or lost stage that a status means; -1 when it closes nothing. */
export function stageOfStatus(status: Cell | undefined, stages: StageList, isFlag: boolean): number {
	if (isFlag && flagValue(status) !== null) return flagValue(status) ? firstOf('won', stages) : -1;
	if (typeof status !== 'string' || isBlank(status)) return -1;
	const listed = stages.positionOf(status);
	const kind = listed >= 0 ? stages.all[listed]?.kind : undefined;
	if (kind === 'won' || kind === 'lost') return listed;
	const meaning = statusMeaning(status);
	return meaning === 'won' || meaning === 'lost' ? firstOf(meaning, stages) : -1;
}

const firstOf = (kind: StageKind, stages: StageList): number => stages.all.findIndex((stage) => stage.kind === kind);

/** Changes `codes` to effective stages; null when no deal has an open stage and a closing status (one level only). */
function applyStatus(
	grid: Grid,
	rows: Int32Array,
	column: number,
	heading: string,
	stages: StageList,
	codes: Int32Array,
): Int32Array | null {
	const isFlag = isWonFlag(heading);
	const known = new Map<Cell | undefined, number>();
	const lastOpen = new Int32Array(rows.length).fill(-1);
	let isTwoLevel = false;
	for (let i = 0; i < rows.length; i++) {
		const status = (grid[rows[i] as number] as readonly Cell[])[column];
		let closed = known.get(status);
		if (closed === undefined) {
			closed = stageOfStatus(status, stages, isFlag);
			known.set(status, closed);
		}
		if (closed < 0) continue;
		const code = codes[i] as number;
		const kind = code < 0 ? 'open' : stages.all[code]?.kind;
		if (kind !== 'open' && kind !== 'parked') continue;
		if (code >= 0) {
			lastOpen[i] = code;
			isTwoLevel = true;
		}
		codes[i] = closed;
	}
	return isTwoLevel ? lastOpen : null;
}
