/**
 * The stage in which a deal counts where other columns end it: it moves from its open stage to a won or lost one and
 * keeps the open one as `lastOpen`. Ends that contradict each other or the stage move nothing and are listed; an end
 * that may be either leaves the deal without a known stage.
 * Not here: what the columns say (outcome.ts), reading the stage column itself (stage-column.ts).
 */
import type { Cell } from '../cells/cell.ts';
import { issueAt } from '../cells/cell-text.ts';
import type { Issue, IssueCode } from '../cells/issue.ts';
import { slotOf, UNKNOWN_STAGE } from '../model/opportunity.ts';
import type { OutcomeEnd, OutcomeStages } from '../model/outcome.ts';
import { isEnded, type Stage, type StageKind, type StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { flagValue } from '../vocabulary/outcome-flag.ts';
import { statusMeaning } from '../vocabulary/stage-words.ts';
import type { ReadRows } from './column-reader.ts';
import { factsOfStatus, type OutcomeSource, outcomeOf, SAYS } from './outcome.ts';

const ENDS = SAYS.won | SAYS.lost | SAYS.ended;

const firstOf = (kind: StageKind, stages: StageList): number => stages.all.findIndex((stage) => stage.kind === kind);

/** Position of the won or lost stage of the list that a status word names; -1 for none. */
function listedEnd(status: Cell | undefined, stages: StageList): number {
	const position = typeof status === 'string' ? stages.positionOf(status) : -1;
	return isEnded(stages.all[position]?.kind) ? position : -1;
}

/** What a status says, also by the kind that the list gives its word. */
export function statusFacts(status: Cell | undefined, stages: StageList): number {
	const kind = typeof status === 'string' ? stages.all[stages.positionOf(status)]?.kind : undefined;
	if (kind === 'won' || kind === 'lost') return SAYS[kind];
	// The user says that this word is not an end.
	return kind === 'parked' ? SAYS.nothing : factsOfStatus(status);
}

/** Position of the won or lost stage that a status means; -1 when it closes nothing. */
export function stageOfStatus(status: Cell | undefined, stages: StageList, isFlag: boolean): number {
	if (isFlag && flagValue(status) !== null) return flagValue(status) ? firstOf('won', stages) : -1;
	const listed = listedEnd(status, stages);
	const meaning = listed < 0 && typeof status === 'string' ? statusMeaning(status) : null;
	return meaning === 'won' || meaning === 'lost' ? firstOf(meaning, stages) : listed;
}

export interface EffectiveStages {
	/** Position of the open stage of a deal that other columns end, -1 unknown; null where there is no such deal. */
	readonly lastOpen: Int16Array | null;
	/** In the order of the rows. */
	readonly issues: readonly Issue[];
}

interface Table {
	readonly source: ReadRows;
	readonly stages: StageList;
	readonly sources: readonly OutcomeSource[];
	readonly outcomeStages: OutcomeStages;
}

/**
 * Where a deal of an end goes: the stage that was set up for it, the stage that its status names, the first one of its
 * kind.
 */
function targetOf({ source, stages, sources, outcomeStages }: Table): (end: OutcomeEnd, row: number) => number {
	const setUp = (end: OutcomeEnd): number => stages.positionOfId(outcomeStages[end] ?? '');
	const fixed = { won: setUp('won'), lost: setUp('lost'), ended: setUp('ended') };
	const status = sources.find(({ evidence }) => evidence === 'status')?.column;
	return (end, row) => {
		if (fixed[end] >= 0) return fixed[end];
		const listed = status === undefined ? -1 : listedEnd(source.grid[row]?.[status], stages);
		if (listed >= 0 && stages.all[listed]?.kind === end) return listed;
		return end === 'ended' ? -1 : firstOf(end, stages);
	};
}

/** Changes `codes` and `counts` to effective stages. */
export function applyOutcomes(table: Table, codes: Int16Array, counts: Int32Array): EffectiveStages {
	const { source, stages, sources } = table;
	const { grid } = source;
	const own = counts.slice();
	const target = targetOf(table);
	const gridRows = source.rows();
	const lastOpen = new Int16Array(codes.length).fill(-1);
	const issues: Issue[] = [];
	let isTwoLevel = false;
	const list = (code: IssueCode, row: number, isMeant: (facts: number) => boolean, stage: string): void => {
		const said = sources.find((one) => isMeant(one.facts(row))) ?? existing(sources[0]);
		issues.push(issueAt(code, row, said.column, grid[row]?.[said.column], null, { stage }));
	};
	const isEnd = (facts: number): boolean => (facts & ENDS) !== 0;
	/** The end that other columns give a deal; null for none, and what contradicts it is listed. */
	const endOf = (row: number, stage: Stage | undefined): OutcomeEnd | null => {
		const { facts, checked } = factsOfRow(sources, row);
		if ((facts | checked) === 0) return null;
		if (stage !== undefined && isEnded(stage.kind)) {
			const against = againstStage(sources, row, stage.kind === 'won' ? SAYS.won : SAYS.lost);
			if (against !== null) list('stageAgainstOutcome', row, (said) => said === against, stage.name);
			return null;
		}
		const outcome = outcomeOf(facts);
		if (outcome !== 'conflict' && outcome !== null && outcome !== 'open') return outcome;
		if (outcome === 'conflict') list('outcomesDisagree', row, isEnd, stage?.name ?? '');
		else if (isEnd(checked)) list('openAgainstOutcome', row, isEnd, stage?.name ?? '');
		return null;
	};
	for (let i = 0; i < codes.length; i++) {
		const row = existing(gridRows[i]);
		const code = existing(codes[i]);
		const end = endOf(row, code < 0 ? undefined : stages.all[code]);
		if (end === null) continue;
		const position = target(end, row);
		if (code >= 0) {
			lastOpen[i] = code;
			isTwoLevel = true;
		}
		const counted = position < 0 ? UNKNOWN_STAGE : position;
		// A stage that is not in the list is listed as such.
		if (position < 0 && code === UNKNOWN_STAGE) continue;
		if (position < 0) list('unclassifiedStage', row, isEnd, '');
		else if (existing(own[slotOf(position)]) > 0) list('endedByOutcome', row, isEnd, stages.all[position]?.name ?? '');
		codes[i] = counted;
		counts[slotOf(code)] = existing(counts[slotOf(code)]) - 1;
		counts[slotOf(counted)] = existing(counts[slotOf(counted)]) + 1;
	}
	return { lastOpen: isTwoLevel ? lastOpen : null, issues };
}

/** What the columns say of a row: those that decide, and those that are only compared. */
function factsOfRow(sources: readonly OutcomeSource[], row: number): { facts: number; checked: number } {
	let facts = 0;
	let checked = 0;
	for (const one of sources) {
		const said = one.facts(row);
		if (one.isDeciding) facts |= said;
		else checked |= said;
	}
	return { facts, checked };
}

/**
 * Facts of the first column that contradicts an ended stage; null for none. A status is checked by a rule of its own;
 * reasons and chances are given for wins too.
 */
function againstStage(sources: readonly OutcomeSource[], row: number, end: number): number | null {
	for (const { evidence, facts } of sources) {
		if (evidence === 'status' || evidence === 'reason' || evidence === 'probability') continue;
		const said = facts(row);
		if (outcomeOf(said | end) === 'conflict') return said;
	}
	return null;
}
