/**
 * The stages that a deal table uses, in funnel order, with kinds and probabilities as far as the data say them.
 * Nothing is guessed where a name can mean won or lost: its kind is null and the user classifies it.
 */
import type { Grid } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import type { OutcomeColumn, OutcomeEnd, OutcomeStages } from '../model/outcome.ts';
import type { StageKind } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import { flagValue, isWonFlag } from '../vocabulary/outcome-flag.ts';
import {
	isBarePercent,
	isClosingWord,
	knownPlaces,
	type StageMeaning,
	stageMeaning,
	stageNumber,
	stagePercents,
	stagePlace,
} from '../vocabulary/stage-words.ts';
import { isOpenPlace } from './closing-dates.ts';
import { dealIds, orderInput, stagesOfThePast } from './order-input.ts';
import { endedRows, namedOutcomes, outcomeRule, outcomeStages, outcomeTable } from './outcome-rule.ts';
import { endingsByDates, hasLossReasons, kindsByFlags } from './stage-kind-by-columns.ts';
import { openAfterWin } from './stage-kind-by-history.ts';
import { type OrderDoubt, orderStages } from './stage-order.ts';
import { historyPaths } from './stage-paths.ts';
import { otherSpellings, ownStages } from './stage-spellings.ts';
import { mostUsed, rowsOfDeals, stageProbability, type Tally, tallyStages } from './stage-tally.ts';
import type { TableDetection } from './table-detection.ts';

export interface DetectedStage {
	readonly name: string;
	/** Null: the user must say what it is. */
	readonly kind: StageKind | null;
	/** 0..1 */
	readonly probability: number;
	/** Rows with this stage now. */
	readonly deals: number;
	readonly aliases: readonly string[];
}

const MOST_STAGES = 100;
interface Draft {
	readonly name: string;
	meaning: StageMeaning;
	readonly tally: Tally;
	/** Probability that the name tells; NaN without one. */
	readonly percent: number;
}

/**
 * Where deals are lost in a stage of its own, "Closed" can only hold the won ones, and so can the only end whose name
 * nobody knows; null unless there is exactly one such stage.
 */
function onlyOther(drafts: readonly Draft[], unknownEndings: readonly Draft[]): Draft | null {
	const closing = drafts.filter(
		(draft) => isClosingWord(draft.name) || (draft.meaning === 'ending' && unknownEndings.includes(draft)),
	);
	return closing.length === 1 ? (closing[0] as Draft) : null;
}

const KIND_ORDER: readonly (StageKind | null)[] = ['open', null, 'parked', 'won', 'lost'];

export interface DetectedStages {
	readonly stages: readonly DetectedStage[];
	/** Columns that tell ends of deals beside the stage. */
	readonly outcomes: readonly OutcomeColumn[];
	/** Names of the stages that take those deals, where no word of a status names them. */
	readonly outcomeStages: OutcomeStages;
	/** Rows that are deals. */
	readonly deals: number;
	/** Open stages whose order is not plain. */
	readonly doubts: readonly OrderDoubt[];
}

/** Names for ends that no cell of the table names. */
export interface OutcomeWords {
	readonly won: string;
	readonly lost: string;
}

const NOTHING: DetectedStages = { stages: [], outcomes: [], outcomeStages: {}, deals: 0, doubts: [] };

/**
 * Stages of the table in funnel order: open ones, unclassified, parked, won, lost.
 * @param history a table of changes of these deals; its stages are stages of the table
 */
export function detectStages(
	grid: Grid,
	detection: TableDetection,
	words: OutcomeWords = { won: 'Won', lost: 'Lost' },
	history: Grid | null = null,
): DetectedStages {
	const column = detection.columns.get('stage')?.column;
	if (column === undefined) return NOTHING;
	const rows = rowsOfDeals(grid, detection);
	const flagged = kindsByFlags(grid, detection);
	const table = { ...outcomeTable(grid, detection), rows };
	const rule = outcomeRule(table, detection.outcomes, flagged);
	const tallies = tallyStages(grid, detection, column, rows, endedRows(rule));
	const stageKeys = new Set(tallies.keys());
	const own = ownStages(tallies);
	const isFlag = isWonFlag(detection.headings[column] ?? '');
	const past = history === null ? null : historyPaths(history, dealIds(grid, detection, rows));
	const left = past === null ? [] : stagesOfThePast(past, stageKeys);
	const drafts = [...draftsOf(own.values(), isFlag, flagged), ...draftsOf(left, isFlag, flagged)];
	const reopened = past === null ? null : openAfterWin(past.paths, drafts);
	for (const draft of drafts) if (reopened?.has(textKey(draft.name))) draft.meaning = 'ending';
	const unknownEndings = endingsByDates(drafts);
	const going = drafts.filter(
		(draft) => !unknownEndings.includes(draft) && (draft.meaning === 'open' || draft.meaning === 'won'),
	);
	for (const draft of unknownEndings) draft.meaning = hasLossReasons(draft.tally, going) ? 'lost' : 'ending';
	const meanings = new Map([...flagged, ...drafts.map(({ name, meaning }) => [textKey(name), meaning] as const)]);
	const aside = outcomeStages(table, rule, meanings, stageKeys, words);
	const kindOf = kindsOf(drafts, unknownEndings, new Set(aside.map(({ end }) => end)));
	const opens = drafts.filter((draft) => kindOf(draft) === 'open');
	const { order, doubts } = orderStages(orderInput(grid, detection, rows, opens, past));
	const open = order.map((at) => existing(opens[at]));
	const unsaid = aside.length === 0 && drafts.every((draft) => kindOf(draft) === 'open') ? lastOf(open) : null;
	const stages = [...open, ...drafts.filter((draft) => kindOf(draft) !== 'open')].map((draft): DetectedStage => {
		const kind = draft === unsaid ? null : kindOf(draft);
		const ramp = kind === 'open' ? Math.round(((open.indexOf(draft) + 1) / (open.length + 1)) * 100) / 100 : 0;
		const aliases = otherSpellings(draft.name, draft.tally);
		const keys = [draft.name, ...aliases].map(textKey);
		const moved = aside.reduce(
			(sum, { byStage }) => sum + keys.reduce((part, key) => part + (byStage.get(key) ?? 0), 0),
			0,
		);
		return {
			name: draft.name,
			kind,
			probability: probabilityOf(draft, kind, ramp),
			deals: draft.tally.count - moved,
			aliases,
		};
	});
	const ended = aside.map(({ name, end, deals }): DetectedStage => {
		const kind = end === 'ended' ? null : end;
		return { name, kind, probability: kind === 'won' ? 1 : 0, deals, aliases: [] };
	});
	return {
		stages: [...stages, ...ended].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)),
		outcomes: rule.columns,
		outcomeStages: namedOutcomes(aside),
		deals: rows.length,
		doubts,
	};
}

/** Where no end is known the last stage may be one, unless its name says that the sale goes on; null where it does. */
function lastOf(open: readonly Draft[]): Draft | null {
	const last = open[open.length - 1];
	return open.length < 2 || last === undefined || isOpenPlace(stagePlace(last.name)) ? null : last;
}

function probabilityOf({ percent, tally }: Draft, kind: StageKind | null, ramp: number): number {
	if (kind === 'won' || kind === 'lost') return kind === 'won' ? 1 : 0;
	const own = stageProbability(tally);
	const usual = Number.isNaN(own) ? percent : own;
	return Number.isNaN(usual) ? ramp : usual;
}

/** The most used stages in the order of their first use. */
function draftsOf(tallies: Iterable<Tally>, isFlag: boolean, flagged: ReadonlyMap<string, 'won' | 'lost'>): Draft[] {
	const frequent = [...tallies].sort((a, b) => b.count - a.count || a.first - b.first).slice(0, MOST_STAGES);
	const own = frequent.sort((a, b) => a.first - b.first);
	const names = own.map(({ spellings }) => mostUsed(spellings));
	const percents = stagePercents(names);
	return own.map((tally, i) => {
		const name = existing(names[i]);
		const percent = existing(percents[i]);
		const flag = isFlag ? flagValue(name) : null;
		const said = flag === null ? meaningOf(name, percent) : flag ? 'won' : 'ending';
		const meaning = said === 'won' || said === 'lost' ? said : (flagged.get(textKey(name)) ?? said);
		return { name, meaning, tally, percent };
	});
}

/** A stage that is called 0 % or 100 % may be the end of a deal. */
const meaningOf = (name: string, percent: number): StageMeaning =>
	(percent === 0 || percent === 1) && isBarePercent(name) ? 'ending' : stageMeaning(name);

/** The number that a column or its name gives a stage; NaN without one. */
const numberOf = ({ name, tally }: Draft): number =>
	Number.isNaN(tally.sequence) ? stageNumber(name) : tally.sequence;

/** @param ends those that other columns tell */
function kindsOf(
	drafts: readonly Draft[],
	unknownEndings: readonly Draft[],
	ends: ReadonlySet<OutcomeEnd>,
): (draft: Draft) => StageKind | null {
	const isThere = (wanted: StageMeaning): boolean => drafts.some(({ meaning }) => meaning === wanted);
	const hasWon = isThere('won') || ends.has('won');
	// "Close" is the last step of a well-known pipeline, and an ending elsewhere.
	const path = drafts.filter(({ meaning }) => meaning === 'open' || meaning === 'ending');
	const isKnownPath = path.length > 1 && isThere('ending') && knownPlaces(path.map(({ name }) => name)) !== null;
	const onlyWon = hasWon || isThere('weakWon') || !isThere('lost') ? null : onlyOther(drafts, unknownEndings);
	const lastOpen = Math.max(
		...drafts
			.filter(({ meaning }) => meaning === 'open')
			.map(numberOf)
			.filter((number) => !Number.isNaN(number)),
	);
	return (draft) => {
		if (draft === onlyWon) return 'won';
		if (draft.meaning === 'ending') return isKnownPath ? 'open' : null;
		// The number of a step before another open one: the user says whether deals wait there.
		if (draft.meaning === 'parked' && numberOf(draft) < lastOpen) return null;
		if (draft.meaning !== 'weakWon') return draft.meaning;
		return hasWon ? 'open' : isDeniedWin(draft, drafts) ? null : 'won';
	};
}

/**
 * A word for nearly won without a win beside it: lost deals have closing dates and its own have none, or it is a step
 * of a known pipeline.
 */
function isDeniedWin(draft: Draft, drafts: readonly Draft[]): boolean {
	const lost = drafts.filter(({ meaning }) => meaning === 'lost');
	if (draft.tally.dated === 0 && lost.some(({ tally }) => tally.dated > 0)) return true;
	return drafts.some((other) => other.meaning === 'open' && knownPlaces([draft.name, other.name]) !== null);
}
