/**
 * The stage column read against the stage list: one code per deal, one reading per distinct spelling.
 * Belongs here: the match by key. Not here: guessing a list (stage-detection.ts), ends that other columns tell
 * (effective-stage.ts).
 */

import { type Cell, isBlank, isFormulaError } from '../cells/cell.ts';
import { cellText, isPlaceholder, issueAt } from '../cells/cell-text.ts';
import { nearest } from '../cells/closest-word.ts';
import type { Issue, IssueCode } from '../cells/issue.ts';
import { NO_STAGE, type StageColumn, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { OutcomeStages } from '../model/outcome.ts';
import type { StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { flagValue, isWonFlag } from '../vocabulary/outcome-flag.ts';
import { dressKeys, stagesInOne } from '../vocabulary/stage-dress.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import type { ReadRows } from './column-reader.ts';
import type { DealRows } from './deal-rows.ts';
import { applyOutcomes } from './effective-stage.ts';
import type { OutcomeSource } from './outcome.ts';

/**
 * The listed stage that an unlisted text most probably means; null unless there is exactly one and it means the same
 * kind of end.
 */
function suggestStage(text: string, stages: StageList): string | null {
	const names = new Map<string, string>();
	for (const stage of stages.all) for (const name of [stage.name, ...stage.aliases]) names.set(name, stage.name);
	const all = [...names];
	const keys = dressKeys([text, ...all.map(([name]) => name)]);
	const bare = new Set(all.filter((_, i) => keys[i + 1] === keys[0]).map(([, name]) => name));
	const isOne = stagesInOne(text, (key) => stages.positionOf(key) >= 0).length === 0;
	const found = bare.size === 1 ? existing([...bare][0]) : bare.size > 1 || !isOne ? null : nearest(text, names.keys());
	const meaning = stageMeaning(text);
	const suggestion = found === null ? null : (names.get(found) ?? found);
	const kind = suggestion === null ? undefined : stages.all[stages.positionOf(suggestion)]?.kind;
	return (meaning === 'won' || meaning === 'lost') && kind !== meaning ? null : suggestion;
}

/**
 * The code of a stage cell: a position in the list, NO_STAGE or UNKNOWN_STAGE.
 * @param isFlag the column says yes and no: an unlisted answer is not misspelled, it waits for the user
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
 * The stage column of the deals that were found, and where other columns tell ends the effective stage.
 * @param found all deals of the table; their codes become the column's own
 * @param reader what has read them
 * @param sources columns that tell ends
 */
export function stageColumn(
	source: ReadRows,
	stage: number | undefined,
	stages: StageList,
	found: DealRows,
	reader: StageReader,
	sources: readonly OutcomeSource[],
	outcomeStages: OutcomeStages,
): StageColumn {
	const codes = found.stageCodes.subarray(0, found.count);
	const counts = found.stageCounts;
	const effective =
		sources.length === 0 || stage === undefined
			? { lastOpen: null, issues: [] }
			: applyOutcomes({ source, stages, sources, outcomeStages }, codes, counts);
	// A status that closes the deal also answers for a blank or unlisted stage, which stays listed anyway.
	const issues = onFirstUse(() => (stage === undefined ? [] : [...reader.issues(source, stage), ...effective.issues]));
	return {
		codes,
		counts,
		lastOpen: effective.lastOpen,
		get issues() {
			return issues();
		},
	};
}
