/**
 * The stages that a deal table uses, in funnel order, with kinds and probabilities as far as the data say them.
 * Nothing is guessed where a name can mean won or lost: its kind is null and the user classifies it.
 */
import { type Cell, type Grid, isBlank, isDate, isFormulaError } from './cell.ts';
import { cellText, isPlaceholder } from './cell-text.ts';
import { isStageSequence } from './headings.ts';
import { editDistance, nearest } from './nearest.ts';
import { flagValue, isWonFlag } from './outcome-flag.ts';
import { readProbabilities } from './probability-text.ts';
import type { StageKind } from './stage.ts';
import { closedByStatus, closedIn, endingsByDates, kindsByFlags } from './stage-evidence.ts';
import {
	isClosingWord,
	knownPlaces,
	type StageMeaning,
	stageMeaning,
	stageNumber,
	stagePercent,
	stagePlace,
	statusMeaning,
} from './stage-words.ts';
import type { TableDetection } from './table-detection.ts';
import { textKey } from './text-key.ts';

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
/** A spelling is a typo when it is this rare beside the one that it resembles … */
const TYPO_SHARE = 0.02;
/** … or, in tables too small for shares, when it has at most this many rows and one letter of a longer name is off. */
const TYPO_ROWS = 2;
const TYPO_LENGTH = 5;

interface Tally {
	readonly spellings: Map<string, number>;
	readonly first: number;
	count: number;
	probabilities: number[];
	sequence: number;
	/** Rows with a closing date. */
	dated: number;
}

function tallyStages(grid: Grid, detection: TableDetection, column: number): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	const rowsOf = new Map<string, Tally>();
	const statusColumn = detection.columns.get('status')?.column;
	const probabilityColumn = detection.columns.get('probability')?.column;
	const sequenceColumn = detection.headings.findIndex(isStageSequence);
	const probabilities =
		probabilityColumn === undefined
			? null
			: readProbabilities(grid.map((row, i) => (i > detection.headerRow ? row[probabilityColumn] : '')));
	const isFlag = isWonFlag(detection.headings[column] ?? '');
	const isStatusFlag = statusColumn !== undefined && isWonFlag(detection.headings[statusColumn] ?? '');
	const closedColumn = detection.columns.get('closed')?.column;
	const closing = new Map<Cell, boolean>();
	for (let row = detection.headerRow + 1; row < grid.length; row++) {
		const cells = grid[row] as readonly Cell[];
		const cell = cells[column];
		if (isBlank(cell) || isDate(cell) || (typeof cell === 'boolean' && !isFlag)) continue;
		const raw = cellText(cell);
		if (raw.trim() === detection.headings[column]) continue;
		let tally = rowsOf.get(raw);
		if (tally === undefined) {
			if (isPlaceholder(cell) || isFormulaError(cell)) continue;
			const key = textKey(raw);
			tally = tallies.get(key) ?? { spellings: new Map(), first: row, count: 0, probabilities: [], sequence: Number.NaN, dated: 0 };
			tallies.set(key, tally);
			rowsOf.set(raw, tally);
		}
		const status = statusColumn === undefined ? '' : (cells[statusColumn] ?? '');
		let isClosedByStatus = closing.get(status);
		if (isClosedByStatus === undefined) {
			const meaning = isStatusFlag && flagValue(status) ? 'won' : typeof status === 'string' ? statusMeaning(status) : null;
			isClosedByStatus = meaning === 'won' || meaning === 'lost';
			closing.set(status, isClosedByStatus);
		}
		tally.spellings.set(raw, (tally.spellings.get(raw) ?? 0) + 1);
		tally.count++;
		const date = closedColumn === undefined ? '' : cells[closedColumn];
		if (!isBlank(date) && !isPlaceholder(date)) tally.dated++;
		const probability = isClosedByStatus ? Number.NaN : (probabilities?.values[row] ?? Number.NaN);
		if (!Number.isNaN(probability)) tally.probabilities.push(probability);
		const sequence = sequenceColumn < 0 ? undefined : cells[sequenceColumn];
		if (typeof sequence === 'number' && Number.isNaN(tally.sequence)) tally.sequence = sequence;
		else if (typeof sequence === 'string' && /^\d{1,3}$/u.test(sequence.trim()) && Number.isNaN(tally.sequence))
			tally.sequence = Number(sequence);
	}
	return tallies;
}

/** The value that most entries have; of equally frequent ones the first. NaN for none. */
function mode(values: readonly number[]): number {
	const counts = new Map<number, number>();
	let best = Number.NaN;
	for (const value of values) {
		const count = (counts.get(value) ?? 0) + 1;
		counts.set(value, count);
		if (Number.isNaN(best) || count > (counts.get(best) as number)) best = value;
	}
	return best;
}

/** The probability of a stage: what at least half of its rows say. People's own estimates, which differ from row to row, say nothing about a stage. */
function stageProbability({ probabilities }: Tally): number {
	const usual = mode(probabilities);
	return probabilities.filter((value) => value === usual).length * 2 >= probabilities.length ? usual : Number.NaN;
}

const mostUsed = (spellings: ReadonlyMap<string, number>): string => [...spellings].sort((a, b) => b[1] - a[1])[0]?.[0].trim() ?? '';

function isRareBeside(rare: readonly [string, Tally], usual: readonly [string, Tally]): boolean {
	const [key, { count, first }] = rare;
	const [other, { count: usualCount, first: usualFirst }] = usual;
	if (other === key) return false;
	if (count <= usualCount * TYPO_SHARE) return true;
	if (count > TYPO_ROWS || Math.min(key.length, other.length) < TYPO_LENGTH || editDistance(key, other, 1) > 1) return false;
	return count < usualCount || (count === usualCount && usualFirst < first);
}

function dropTypos(tallies: Map<string, Tally>): void {
	const all = [...tallies];
	for (const [key, tally] of all) {
		const frequent = all.filter((entry) => isRareBeside([key, tally], entry)).map(([other]) => other);
		const meant = nearest(key, frequent);
		if (meant !== null && stageMeaning(meant) === stageMeaning(key)) tallies.delete(key);
		else if (meant !== null && (stageMeaning(meant) === 'won' || stageMeaning(meant) === 'lost') && stageMeaning(key) === 'open')
			tallies.delete(key);
	}
}

interface Draft {
	readonly name: string;
	meaning: StageMeaning;
	readonly tally: Tally;
	place: number;
}

/** One number a stage for its order, from the first source that knows every stage. */
function placeDrafts(drafts: readonly Draft[]): void {
	const known = knownPlaces(drafts.map(({ name }) => name));
	// Fewer rows do not tell whether a probability belongs to the stage or to the deal.
	const areRepeated = drafts.reduce((sum, { tally }) => sum + tally.probabilities.length, 0) >= drafts.length * 2;
	const sources: ((draft: Draft, i: number) => number)[] = [
		({ tally }) => tally.sequence,
		({ name }) => stageNumber(name),
		({ name }) => stagePercent(name),
		({ tally }) => (areRepeated ? stageProbability(tally) : Number.NaN),
		(_, i) => known?.[i] ?? Number.NaN,
		({ name }) => (stagePlace(name) < 0 ? Number.NaN : stagePlace(name)),
		({ tally }) => stageProbability(tally),
	];
	for (const source of sources) {
		const places = drafts.map(source);
		if (places.some(Number.isNaN) || new Set(places).size < Math.min(2, places.length)) continue;
		drafts.forEach((draft, i) => {
			draft.place = places[i] as number;
		});
		return;
	}
	// An unknown name stands after the stage that was used before it.
	let last = drafts.map(({ name }) => stagePlace(name)).find((place) => place >= 0) ?? 0;
	for (const draft of drafts) {
		const place = stagePlace(draft.name);
		if (place >= 0) last = place;
		draft.place = last;
	}
}

/** Where deals are lost in a stage of its own, "Closed" can only hold the won ones; null unless there is exactly one such stage. */
function onlyOther(drafts: readonly Draft[]): Draft | null {
	const closing = drafts.filter(({ name }) => isClosingWord(name));
	return closing.length === 1 ? (closing[0] as Draft) : null;
}

const KIND_ORDER: readonly (StageKind | null)[] = ['open', null, 'parked', 'won', 'lost'];

/**
 * Stages of the table in funnel order: open ones, unclassified, parked, won, lost.
 * Order of the open ones: a sequence column, numbers in the names, configured probabilities, a well-known pipeline, words of sales processes, first use.
 */
export function detectStages(grid: Grid, detection: TableDetection): DetectedStage[] {
	const column = detection.columns.get('stage')?.column;
	if (column === undefined) return [];
	const tallies = tallyStages(grid, detection, column);
	dropTypos(tallies);
	const isFlag = isWonFlag(detection.headings[column] ?? '');
	const flagged = kindsByFlags(grid, detection);
	const frequent = [...tallies.values()].sort((a, b) => b.count - a.count || a.first - b.first).slice(0, MOST_STAGES);
	const drafts: Draft[] = frequent
		.sort((a, b) => a.first - b.first)
		.map((tally) => {
			const name = mostUsed(tally.spellings);
			const flag = isFlag ? flagValue(name) : null;
			const said = flag === null ? stageMeaning(name) : flag ? 'won' : 'ending';
			const meaning = said === 'won' || said === 'lost' ? said : (flagged.get(textKey(name)) ?? said);
			return { name, meaning, tally, place: 0 };
		});
	for (const draft of endingsByDates(drafts)) draft.meaning = 'ending';
	const isThere = (wanted: StageMeaning): boolean => drafts.some(({ meaning }) => meaning === wanted);
	const statusStages = closedByStatus(grid, detection, isThere);
	const hasWon = isThere('won') || statusStages.some(({ kind }) => kind === 'won');
	// "Close" is the last step of a well-known pipeline, and an ending elsewhere.
	const path = drafts.filter(({ meaning }) => meaning === 'open' || meaning === 'ending');
	const isKnownPath = path.length > 1 && isThere('ending') && knownPlaces(path.map(({ name }) => name)) !== null;
	const onlyWon = hasWon || isThere('weakWon') || !isThere('lost') ? null : onlyOther(drafts);
	const kindOf = (draft: Draft): StageKind | null => {
		if (draft === onlyWon) return 'won';
		if (draft.meaning === 'ending') return isKnownPath ? 'open' : null;
		return draft.meaning === 'weakWon' ? (hasWon ? 'open' : 'won') : draft.meaning;
	};
	const open = drafts.filter((draft) => kindOf(draft) === 'open');
	placeDrafts(open);
	open.sort((a, b) => a.place - b.place);
	const ordered = [...open, ...drafts.filter((draft) => kindOf(draft) !== 'open')].sort(
		(a, b) => KIND_ORDER.indexOf(kindOf(a)) - KIND_ORDER.indexOf(kindOf(b)),
	);
	const stages = ordered.map((draft): DetectedStage => {
		const kind = kindOf(draft);
		const own = stageProbability(draft.tally);
		const usual = Number.isNaN(own) ? stagePercent(draft.name) : own;
		const ramp = kind === 'open' ? Math.round(((open.indexOf(draft) + 1) / (open.length + 1)) * 100) / 100 : 0;
		const probability = kind === 'won' ? 1 : kind === 'lost' ? 0 : Number.isNaN(usual) ? ramp : usual;
		return { name: draft.name, kind, probability, deals: draft.tally.count - closedIn(statusStages, draft.name), aliases: [] };
	});
	return [
		...stages,
		...statusStages.map(
			({ name, kind, deals }): DetectedStage => ({ name, kind, probability: kind === 'won' ? 1 : 0, deals, aliases: [] }),
		),
	].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
}
