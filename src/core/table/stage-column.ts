/**
 * The stage column read against the stage list: one code a deal, one reading a distinct spelling.
 * Belongs here: the match by key, the effective stage of two-level exports. Not here: guessing a list (stage-detection.ts).
 */

import { type Cell, isBlank, isFormulaError } from '../cells/cell.ts';
import { cellText, isPlaceholder, issueAt } from '../cells/cell-text.ts';
import { nearest } from '../cells/closest-word.ts';
import type { Issue, IssueCode } from '../cells/issue.ts';
import { type ColumnMap, FIRST_STAGE_SLOT, NO_STAGE, type StageColumn, UNKNOWN_STAGE } from '../model/opportunity.ts';
import { isEnded, type StageKind, type StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { flagValue, isWonFlag } from '../vocabulary/outcome-flag.ts';
import { stageMeaning, stageWords, statusMeaning } from '../vocabulary/stage-words.ts';
import type { ReadRows } from './column-reader.ts';
import type { DealRows } from './deal-rows.ts';

/** The listed stage that an unlisted text most probably means; null unless there is exactly one and it means the same kind of end. */
function suggestStage(text: string, stages: StageList): string | null {
	const names = new Map<string, string>();
	for (const stage of stages.all) for (const name of [stage.name, ...stage.aliases]) names.set(name, stage.name);
	const words = stageWords(text);
	const bare = new Set([...names].filter(([name]) => stageWords(name) === words).map(([, name]) => name));
	const found = bare.size === 1 ? existing([...bare][0]) : bare.size > 1 ? null : nearest(text, names.keys());
	const meaning = stageMeaning(text);
	const suggestion = found === null ? null : (names.get(found) ?? found);
	const kind = suggestion === null ? undefined : stages.all[stages.positionOf(suggestion)]?.kind;
	return (meaning === 'won' || meaning === 'lost') && kind !== meaning ? null : suggestion;
}

/**
 * The code of a stage cell: a position in the list, NO_STAGE or UNKNOWN_STAGE.
 * @param isFlag the column says yes and no: an unlisted answer is not misspelt, it waits for the user
 */
function stageCode(cell: Cell | undefined, stages: StageList, isFlag: boolean): number {
	if (isBlank(cell) || isFormulaError(cell)) return NO_STAGE;
	const position = stages.positionOf(cellText(cell));
	if (position >= 0) return position;
	if (isFlag && flagValue(cell) !== null) return UNKNOWN_STAGE;
	return isPlaceholder(cell) || cell === false ? NO_STAGE : UNKNOWN_STAGE;
}

/** What is wrong with a stage cell; null when it is as listed. */
function stageIssue(
	cell: Cell | undefined,
	stages: StageList,
	isFlag: boolean,
): { readonly code: IssueCode; readonly suggestion: string | null } | null {
	if (isFormulaError(cell)) return { code: 'formulaError', suggestion: null };
	const code = stageCode(cell, stages, isFlag);
	if (code === NO_STAGE) return { code: 'missingStage', suggestion: null };
	const text = cellText(cell);
	if (code >= 0) {
		const stage = existing(stages.all[code]);
		return stage.name === text || stage.aliases.includes(text)
			? null
			: { code: 'stageSpelling', suggestion: stage.name };
	}
	if (isFlag && flagValue(cell) !== null) return { code: 'unclassifiedStage', suggestion: null };
	const suggestion = suggestStage(text, stages);
	return {
		code: stageMeaning(text) === 'ending' && suggestion === null ? 'unclassifiedStage' : 'unknownStage',
		suggestion,
	};
}

/** A date cell is an object of its own in every row. */
const keyOf = (cell: Cell | undefined): Cell | undefined => (typeof cell === 'object' ? cellText(cell) : cell);

/** Reads stage cells against a list, each distinct one once. */
export class StageReader {
	private readonly codes = new Map<Cell | undefined, number>();

	private readonly isFlag: boolean;

	/** @param heading of the column */
	constructor(
		private readonly stages: StageList,
		heading: string,
	) {
		this.isFlag = isWonFlag(heading);
	}

	/** The code of a cell; the method stands alone, to be handed on. */
	readonly read = (cell: Cell | undefined): number => {
		const key = keyOf(cell);
		const code = this.codes.get(key) ?? stageCode(cell, this.stages, this.isFlag);
		this.codes.set(key, code);
		return code;
	};

	/** The problems of a column that was read by this reader, in the order of its rows. */
	issues({ grid, rows }: ReadRows, column: number): Issue[] {
		const listed = new Map([...this.codes.keys()].map((cell) => [cell, stageIssue(cell, this.stages, this.isFlag)]));
		const issues: Issue[] = [];
		if ([...listed.values()].every((issue) => issue === null)) return issues;
		for (const row of rows()) {
			const cell = existing(grid[row])[column];
			const issue = listed.get(keyOf(cell)) ?? null;
			if (issue !== null) issues.push(issueAt(issue.code, row, column, cell, issue.suggestion));
		}
		return issues;
	}
}

/**
 * The stage column of the deals that were found, and where there is a status column (Open, Won, Lost) the effective stage:
 * a won or lost status moves a deal from its open stage to the won or lost stage and keeps the open one as `lastOpen`.
 * @param found all deals of the table; their codes become the column's own
 * @param reader what has read them
 */
export function stageColumn(
	source: ReadRows,
	{ stage, status }: ColumnMap,
	headings: readonly string[],
	stages: StageList,
	found: DealRows,
	reader: StageReader,
): StageColumn {
	const codes = found.stageCodes.subarray(0, found.count);
	const counts = found.stageCounts;
	const endOf = (cell: Cell | undefined): number =>
		stageOfStatus(cell, stages, isWonFlag(headings[status ?? -1] ?? ''));
	const lastOpen =
		status === undefined || stage === undefined ? null : applyStatus(source, status, stages, endOf, codes, counts);
	// A status that closes the deal also answers for a blank or unlisted stage, which stays listed all the same.
	const issues = onFirstUse(() => (stage === undefined ? [] : reader.issues(source, stage)));
	return {
		codes,
		counts,
		lastOpen,
		get issues() {
			return issues();
		},
	};
}

/** Position of the won or lost stage that a status means; -1 when it closes nothing. */
export function stageOfStatus(status: Cell | undefined, stages: StageList, isFlag: boolean): number {
	if (isFlag && flagValue(status) !== null) return flagValue(status) ? firstOf('won', stages) : -1;
	if (typeof status !== 'string' || isBlank(status)) return -1;
	const listed = stages.positionOf(status);
	const kind = listed >= 0 ? stages.all[listed]?.kind : undefined;
	if (isEnded(kind)) return listed;
	const meaning = statusMeaning(status);
	return meaning === 'won' || meaning === 'lost' ? firstOf(meaning, stages) : -1;
}

const firstOf = (kind: StageKind, stages: StageList): number => stages.all.findIndex((stage) => stage.kind === kind);

/** Changes `codes` and `counts` to effective stages, by the stage in which a status closes a deal (-1 in none); null when no deal has an open stage and a closing status (one level only). */
function applyStatus(
	{ grid, rows }: ReadRows,
	column: number,
	stages: StageList,
	endOf: (status: Cell | undefined) => number,
	codes: Int16Array,
	counts: Int32Array,
): Int16Array | null {
	const known = new Map<Cell | undefined, number>();
	const gridRows = rows();
	const lastOpen = new Int16Array(codes.length).fill(-1);
	let isTwoLevel = false;
	for (let i = 0; i < codes.length; i++) {
		const status = existing(grid[existing(gridRows[i])])[column];
		let closed = known.get(status);
		if (closed === undefined) {
			closed = endOf(status);
			known.set(status, closed);
		}
		if (closed < 0) continue;
		const code = existing(codes[i]);
		const kind = code < 0 ? 'open' : stages.all[code]?.kind;
		if (kind !== 'open' && kind !== 'parked') continue;
		if (code >= 0) {
			lastOpen[i] = code;
			isTwoLevel = true;
		}
		codes[i] = closed;
		counts[code + FIRST_STAGE_SLOT] = existing(counts[code + FIRST_STAGE_SLOT]) - 1;
		counts[closed + FIRST_STAGE_SLOT] = existing(counts[closed + FIRST_STAGE_SLOT]) + 1;
	}
	return isTwoLevel ? lastOpen : null;
}
