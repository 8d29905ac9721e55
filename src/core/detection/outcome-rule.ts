/**
 * Which of the columns that may tell ends do decide them, and the stages that take the deals which have ended while
 * their stage is an open one. A column that contradicts the stages, or hardly ever says more than they do, only checks
 * them.
 * Not here: finding the columns (outcome-columns.ts), what a cell says (table/outcome.ts).
 */
import { type Grid, isBlank } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import { textKey } from '../cells/text-key.ts';
import type { ColumnMap, Field } from '../model/opportunity.ts';
import type { OutcomeColumn, OutcomeEnd, OutcomeStages } from '../model/outcome.ts';
import { existing } from '../speed/existing.ts';
import { type OutcomeSource, outcomeOf, outcomeSources, SAYS } from '../table/outcome.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import type { FoundColumn } from './found-column.ts';
import type { OutcomeCandidate } from './outcome-columns.ts';

/** A stage that no cell of the stage column names, for deals that other columns end. */
export interface OutcomeStage {
	readonly name: string;
	readonly end: OutcomeEnd;
	/** The word of a status column. */
	readonly isStatusWord: boolean;
	deals: number;
	/** Rows by the text key of their stage column. */
	readonly byStage: Map<string, number>;
}

export interface OutcomeRule {
	readonly columns: readonly OutcomeColumn[];
	/** Those that decide, and the status. */
	readonly sources: readonly OutcomeSource[];
}

export interface OutcomeTable {
	readonly grid: Grid;
	readonly headerRow: number;
	readonly headings: readonly string[];
	readonly columns: ColumnMap;
	/** Grid rows of the deals. */
	readonly rows: Int32Array;
}

/** @returns the table without its rows, which the caller knows */
export function outcomeTable(
	grid: Grid,
	{ headerRow, headings, columns }: Pick<OutcomeTable, 'headerRow' | 'headings'> & { columns: FoundColumns },
): Omit<OutcomeTable, 'rows'> {
	const byField = Object.fromEntries([...columns].map(([field, { column }]) => [field, column]));
	return { grid, headerRow, headings, columns: byField };
}

type FoundColumns = ReadonlyMap<Field, FoundColumn>;

/** Whether the deal of a grid row has ended by the columns beside its stage. */
export function endedRows({ sources }: OutcomeRule): (row: number) => boolean {
	return (row) => ENDS.has(outcomeOf(factsOf(sources, row)));
}
const ENDS: ReadonlySet<unknown> = new Set<OutcomeEnd>(['won', 'lost', 'ended']);

const factsOf = (sources: readonly OutcomeSource[], row: number): number =>
	sources.reduce((facts, source) => facts | source.facts(row), 0);

/** `open` stands for every name that says neither won nor lost. */
type StageEnd = 'won' | 'lost' | 'open';

/** A longer text is a note and no name of a stage. */
const LONGEST_NAME = 100;
/** Below this share of the deals that a column ends, those in open stages are slips to be listed. */
const FEWEST_SHARE = 0.2;
/** Above this share of contradictions a column means something else. */
const MOST_AGAINST = 0.1;
/** Above this share of open deals a reason is not a reason for a loss. */
const MOST_REASONS = 0.8;

interface Tally {
	/**
	 * Deals of open stages that the column ends, of ended stages that it ends likewise, and of ended stages that it
	 * contradicts.
	 */
	moved: number;
	same: number;
	against: number;
	open: number;
}

function tallyOf(source: OutcomeSource, rows: Int32Array, ends: readonly StageEnd[]): Tally {
	const tally: Tally = { moved: 0, same: 0, against: 0, open: 0 };
	rows.forEach((row, deal) => {
		const facts = source.facts(row);
		const end = existing(ends[deal]);
		if (end === 'open') {
			tally.open++;
			if ((facts & (SAYS.won | SAYS.lost | SAYS.ended)) !== 0) tally.moved++;
		} else if (outcomeOf(facts | SAYS[end]) === 'conflict') tally.against++;
		else if ((facts & (SAYS[end] | SAYS.ended)) !== 0) tally.same++;
	});
	return tally;
}

const SOFT: ReadonlySet<string> = new Set(['reason', 'probability']);

/** A column that says something of its own, and hardly anything that the stages deny. */
function decides(evidence: string, tally: Tally, hasLoss: boolean): boolean {
	const { moved, same, against, open } = tally;
	if (against > (same + against) * MOST_AGAINST) return false;
	if (!SOFT.has(evidence)) return moved === 0 ? same === 0 : moved >= (moved + same) * FEWEST_SHARE;
	return !hasLoss && same === 0 && moved > 1 && moved <= open * MOST_REASONS;
}

/** Kind of the stage cell of each deal by its words; `meanings` go before them. */
function stageEnds({ grid, columns, rows }: OutcomeTable, meanings: ReadonlyMap<string, string>): StageEnd[] {
	const known = new Map<string, StageEnd>();
	return Array.from(rows, (row) => {
		const text = cellText(grid[row]?.[columns.stage ?? -1]);
		let end = known.get(text);
		if (end === undefined) {
			const meaning = text.length > LONGEST_NAME ? 'open' : (meanings.get(textKey(text)) ?? stageMeaning(text));
			end = meaning === 'won' || meaning === 'lost' ? meaning : 'open';
			known.set(text, end);
		}
		return end;
	});
}

/** @param meanings what is known of stages beyond their words, by text key */
export function outcomeRule(
	table: OutcomeTable,
	candidates: readonly OutcomeCandidate[],
	meanings: ReadonlyMap<string, string> = new Map(),
): OutcomeRule {
	const { grid, headerRow, headings, columns, rows } = table;
	const ends = stageEnds(table, meanings);
	const sourcesOf = (outcomes: readonly OutcomeColumn[]): OutcomeSource[] =>
		outcomeSources(grid, headerRow, headings, columns, outcomes);
	const all = candidates.map((candidate) => ({ ...candidate, isDeciding: true }));
	const tallies = new Map(sourcesOf(all).map((source) => [source.evidence, tallyOf(source, rows, ends)]));
	// Where stages say this end themselves, a date of it on an open deal may be an expected one.
	const saysStage = ({ evidence }: OutcomeCandidate): boolean =>
		(evidence === 'wonDate' && ends.includes('won')) || (evidence === 'lostDate' && ends.includes('lost'));
	const firm = all.filter((candidate) => !SOFT.has(candidate.evidence) && !saysStage(candidate));
	const isDeciding = (evidence: OutcomeColumn['evidence'], hasLoss: boolean): boolean => {
		const tally = tallies.get(evidence);
		return tally !== undefined && decides(evidence, tally, hasLoss);
	};
	const deciding = firm.filter(({ evidence }) => isDeciding(evidence, false));
	const hasLoss = ends.includes('lost') || endsOf(sourcesOf(deciding), rows).includes('lost');
	const found = all.map((candidate) => ({
		...candidate,
		isDeciding: !saysStage(candidate) && isDeciding(candidate.evidence, hasLoss),
	}));
	const kept = found.filter(({ evidence, isDeciding: isKept }) => isKept || isCheck(evidence, tallies.get(evidence)));
	return { columns: kept, sources: sourcesOf(kept.filter(({ isDeciding: isKept }) => isKept)) };
}

/** Worth a look at each deal: it agrees with the ended stages. */
function isCheck(evidence: string, tally: Tally | undefined): boolean {
	if (tally === undefined || evidence === 'probability') return false;
	return tally.same > tally.against && (evidence !== 'reason' || tally.moved <= tally.same);
}

const endsOf = (sources: readonly OutcomeSource[], rows: Int32Array): (OutcomeEnd | 'open' | null)[] =>
	Array.from(rows, (row) => {
		const outcome = outcomeOf(factsOf(sources, row));
		return outcome === 'conflict' ? null : outcome;
	});

/** A deal whose stage is open and that other columns end. */
interface Ended {
	readonly end: OutcomeEnd;
	/** Text key of its stage cell. */
	readonly stageKey: string;
	/** The word of its status that says this end by itself and is not a stage of the column; '' for none. */
	readonly word: string;
	/** Position of the first source that speaks for an end, and its cell. */
	readonly source: number;
	readonly cell: string;
}

function endedDeals(
	{ grid, columns, rows }: OutcomeTable,
	{ sources }: OutcomeRule,
	meanings: ReadonlyMap<string, string>,
	stageKeys: ReadonlySet<string>,
): Ended[] {
	const outcomes = endsOf(sources, rows);
	return Array.from(rows).flatMap((row, deal): Ended[] => {
		const end = outcomes[deal];
		if (end === null || end === undefined || end === 'open') return [];
		const stage = grid[row]?.[columns.stage ?? -1];
		const stageKey = isBlank(stage) ? '' : textKey(cellText(stage));
		const meaning = meanings.get(stageKey) ?? stageMeaning(stageKey);
		// An end that may be either is asked for by its own name.
		if (meaning === 'won' || meaning === 'lost' || (meaning === 'ending' && end === 'ended')) return [];
		const source = sources.findIndex((one) => (one.facts(row) & (SAYS.won | SAYS.lost | SAYS.ended)) !== 0);
		const cell = cellText(grid[row]?.[existing(sources[source]).column]).trim();
		const isWord = sources[source]?.evidence === 'status' && saysEnd(cell, end) && !stageKeys.has(textKey(cell));
		return [{ end, stageKey, word: isWord ? cell : '', source, cell }];
	});
}

/** The status says this very end by itself. */
const saysEnd = (text: string, end: OutcomeEnd): boolean => stageMeaning(text) === (end === 'ended' ? 'ending' : end);

/**
 * The stages for deals that end beside their stage, each with its deals. A status gives its own words; where it has
 * none, or one that the stage column has too, one stage takes all deals of that end, so that the count of a named stage
 * is that of its column.
 * @param words names for ends that no cell names
 */
export function outcomeStages(
	table: OutcomeTable,
	rule: OutcomeRule,
	meanings: ReadonlyMap<string, string>,
	stageKeys: ReadonlySet<string>,
	words: { readonly won: string; readonly lost: string },
): OutcomeStage[] {
	const deals = endedDeals(table, rule, meanings, stageKeys);
	const stages = new Map<string, OutcomeStage>();
	for (const end of ['won', 'lost', 'ended'] as const) {
		const own = deals.filter((deal) => deal.end === end);
		const first = own.filter(({ word }) => word === '').sort((a, b) => a.source - b.source)[0];
		const heading = first === undefined ? '' : (table.headings[existing(rule.sources[first.source]).column] ?? '');
		const plain = first === undefined ? '' : end === 'ended' ? `${heading}: ${first.cell}` : words[end];
		const together = stageKeys.has(textKey(plain)) ? `${plain} (${heading})` : plain;
		for (const { word, stageKey } of own) {
			const name = first === undefined ? word : together;
			const known = stages.get(textKey(name));
			const stage = known ?? { name, end, isStatusWord: first === undefined, deals: 0, byStage: new Map() };
			stages.set(textKey(name), stage);
			stage.deals++;
			stage.byStage.set(stageKey, (stage.byStage.get(stageKey) ?? 0) + 1);
		}
	}
	return [...stages.values()];
}

/** Names by end of the stages that no status word names. */
export function namedOutcomes(stages: readonly OutcomeStage[]): OutcomeStages {
	return Object.fromEntries(stages.flatMap(({ name, end, isStatusWord }) => (isStatusWord ? [] : [[end, name]])));
}
