/**
 * Finds the deal table in a sheet: its heading row and which column is which field, by headings first, by content where they fail.
 * Nothing is decided for good here: every find carries a confidence and the user confirms it.
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { FIELDS, type Field } from '../model/opportunity.ts';
import { headingsAt } from '../table/headings-at.ts';
import { ownHeadings, plainHeading } from '../vocabulary/heading-key.ts';
import { fieldsOf, fieldsOfPart } from '../vocabulary/headings.ts';
import { isOtherDate } from '../vocabulary/headings-by-part.ts';
import { isWonFlag } from '../vocabulary/outcome-flag.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import { closingColumn, stageByDates } from './closing-dates.ts';
import { type ColumnProfile, profileColumn, sampleRows } from './column-profile.ts';
import {
	contentFit,
	fieldsByContent,
	fieldsByEvidence,
	MOST_STAGES,
	mayHaveLines,
	stageByContent,
} from './field-by-content.ts';
import type { Confidence, FoundColumn } from './found-column.ts';
import { findHeaderRow } from './header-row.ts';
import { historyColumns } from './history-columns.ts';
import { areAnswers, type OutcomeCandidate, outcomeCandidates } from './outcome-columns.ts';
import { areStageChanges, areStageTotals } from './stage-change-rows.ts';
import { findStageDates } from './stage-date-columns.ts';

export interface TableDetection {
	/** 0-based. */
	readonly headerRow: number;
	readonly headings: readonly string[];
	readonly columns: ReadonlyMap<Field, FoundColumn>;
	readonly stageDates: readonly { readonly stage: string; readonly column: number }[];
	/** Columns that may tell the ends of deals beside the stage and the status. */
	readonly outcomes: readonly OutcomeCandidate[];
	/** Why no funnel can be made of this sheet as it is. */
	readonly obstacle: {
		readonly code: 'empty' | 'onlyHeader' | 'noStageColumn' | 'stageChanges' | 'stageTotals';
		readonly params: Readonly<Record<string, string | number>>;
	} | null;
}

export interface DetectionChoice {
	/** 0-based row and column that the user chose instead. */
	readonly headerRow?: number | null;
	readonly stageColumn?: number | null;
}

/** A column of yes and no is the status only where no column has words for it. */
const FLAG_SCORE = 9;

interface Candidate {
	readonly field: Field;
	readonly column: number;
	readonly score: number;
	/** How well the cells fit, 0 to 1. */
	readonly fit: number;
}

function candidatesByHeading(headings: readonly string[], profileOf: (column: number) => ColumnProfile): Candidate[] {
	const candidates: Candidate[] = [];
	headings.forEach((heading, column) => {
		if (heading === '') return;
		const whole = fieldsOf(heading);
		for (const [field, strength] of whole.length > 0 ? whole : fieldsOfPart(heading)) {
			const profile = profileOf(column);
			const hasLines = field === 'id' && strength === 3 && mayHaveLines(profile);
			const fit = contentFit(field, profile) || (hasLines ? 0.1 : 0);
			if (fit > 0) candidates.push({ field, column, score: strength * 10 + fit, fit });
		}
		if (isFlagColumn(heading, profileOf(column)))
			candidates.push({ field: 'status', column, score: FLAG_SCORE, fit: 1 });
	});
	// Ties: the left one, so that the outcome never hangs on the order of the words' list.
	return candidates.sort(
		(a, b) => b.score - a.score || a.column - b.column || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field),
	);
}

/** The column asks whether a deal is won, and every cell answers. */
const isFlagColumn = (heading: string, profile: ColumnProfile): boolean => isWonFlag(heading) && areAnswers(profile);

const isOpenName = (key: string): boolean => !['won', 'lost', 'weakWon', 'ending'].includes(stageMeaning(key));

/** Ended deals that a share must stand on. */
const FEWEST_ENDED = 3;

/** Shares of open and of ended deals in the sample that have something in `column`; 0 without such deals. */
function filledWhile(grid: Grid, rows: readonly number[], stageColumn: number, column: number) {
	const counts = { open: [0, 0], ended: [0, 0] } as const satisfies Record<string, [number, number]>;
	for (const row of rows) {
		const stage = (grid[row] as readonly Cell[])[stageColumn];
		if (typeof stage !== 'string' || isBlank(stage)) continue;
		const count: [number, number] = isOpenName(stage) ? counts.open : counts.ended;
		count[0]++;
		if (!isBlank((grid[row] as readonly Cell[])[column])) count[1]++;
	}
	const share = ([all, filled]: readonly [number, number]): number => (all === 0 ? 0 : filled / all);
	return { open: share(counts.open), ended: share(counts.ended), endedDeals: counts.ended[0] as number };
}

/**
 * Finds heading row, columns and per-stage date columns of the deal table in a sheet.
 * @param grid the sheet's values from its first row on
 * @param choice what the user fixed by hand; wins over what is found
 */
export function detectTable(grid: Grid, choice: DetectionChoice = {}): TableDetection {
	const headerRow = choice.headerRow ?? findHeaderRow(grid);
	const found = new Map<Field, FoundColumn>();
	if (headerRow < 0 || headerRow >= grid.length) {
		return {
			headerRow: 0,
			headings: [],
			columns: found,
			stageDates: [],
			outcomes: [],
			obstacle: { code: 'empty', params: {} },
		};
	}
	const written = headingsAt(grid, headerRow);
	const headings = ownHeadings(written, (heading) =>
		fieldsOf(heading).some(([field, strength]) => field === 'stage' && strength === 3),
	);
	const rows = sampleRows(grid, headerRow);
	const width = rows.reduce((widest, row) => Math.max(widest, (grid[row] as readonly Cell[]).length), headings.length);
	const profiles: ColumnProfile[] = [];
	const profileOf = (column: number): ColumnProfile => {
		profiles[column] ??= profileColumn(grid, rows, column);
		return profiles[column] as ColumnProfile;
	};
	// Another table's columns are not looked at.
	const taken = new Set(
		headings.flatMap((heading, column) => (heading === '' && written[column] !== '' ? [column] : [])),
	);
	const take = (field: Field, column: number, confidence: Confidence): void => {
		found.set(field, { column, confidence });
		taken.add(column);
	};
	if (choice.stageColumn !== undefined && choice.stageColumn !== null) take('stage', choice.stageColumn, 'sure');
	const candidates = candidatesByHeading(headings, profileOf);
	for (const { field, column, score, fit } of candidates) {
		// "Status" is the stage only where nothing else is: see below.
		if (found.has(field) || taken.has(column) || (field === 'stage' && score < 20)) continue;
		// A company is the deal's name only where the rows are told apart by it.
		if (field === 'name' && score < 20 && found.has('id') && fit < 0.75) continue;
		take(field, column, score >= 30 ? 'sure' : score >= 20 ? 'likely' : 'unsure');
	}
	if (!found.has('stage')) {
		const named = candidates.filter(
			({ field, column, score }) =>
				field === 'stage' &&
				(found.get('status')?.column === column || !taken.has(column)) &&
				// "State" is a place as often as a stage: of such words only those whose cells say so.
				(score >= 20 || profileOf(column).stageWords > 0),
		);
		const best = named.sort(
			(a, b) =>
				profileOf(b.column).stageWords - profileOf(a.column).stageWords || b.score - a.score || a.column - b.column,
		)[0];
		if (found.get('status')?.column === best?.column) found.delete('status');
		if (best !== undefined) take('stage', best.column, 'likely');
	}
	const outcome = found.get('status');
	if (
		!found.has('stage') &&
		outcome !== undefined &&
		isFlagColumn(headings[outcome.column] as string, profileOf(outcome.column))
	) {
		found.delete('status');
		take('stage', outcome.column, 'unsure');
	}
	const free = headings
		.map((_, column) => column)
		.filter((column) => !taken.has(column) || found.get('closed')?.column === column);
	const isFew = ({ filled, distinct, dates, numbers }: ColumnProfile): boolean =>
		filled >= rows.length * 0.9 &&
		distinct.size >= 3 &&
		distinct.size <= MOST_STAGES / 2 &&
		dates + numbers < filled / 2;
	const dateColumns = free.filter((column) => {
		const { filled, dates } = profileOf(column);
		return dates > 2 && dates >= filled * 0.3 && !isOtherDate(plainHeading(headings[column] as string));
	});
	if (!found.has('stage')) {
		const texts = free.filter((column) => isFew(profileOf(column)));
		const column = stageByContent(headings, taken, profileOf, width) ?? stageByDates(grid, rows, texts, dateColumns);
		if (column !== null) take('stage', column, 'unsure');
	}
	// A status of more than open, won and lost is the stage.
	if (!found.has('stage') && outcome !== undefined && profileOf(outcome.column).distinct.size > 3) {
		found.delete('status');
		take('stage', outcome.column, 'likely');
	}
	const known = new Set(candidates.map(({ column }) => column)).size;
	const stageColumn = found.get('stage')?.column;
	if (known <= 1) fieldsByContent(found, headings, profileOf, width);
	else if (stageColumn !== undefined) {
		const closing = found.has('closed') ? null : closingColumn(grid, rows, stageColumn, dateColumns);
		if (closing !== null && !taken.has(closing)) take('closed', closing, 'unsure');
		fieldsByEvidence(found, headings, profileOf, (column) => {
			const shares = filledWhile(grid, rows, stageColumn, column);
			return shares.endedDeals < FEWEST_ENDED ? null : shares;
		});
	}
	const closed = found.get('closed');
	if (
		closed !== undefined &&
		stageColumn !== undefined &&
		!found.has('expectedClose') &&
		closed.confidence === 'sure'
	) {
		if (filledWhile(grid, rows, stageColumn, closed.column).open >= 0.5)
			found.set('expectedClose', { column: closed.column, confidence: 'likely' });
	}
	const stageDates = findStageDates(headings, found, profileOf);
	const outcomes = outcomeCandidates(headings, found, stageDates, profileOf);
	const hasRows = rows.some((row) => (grid[row] as readonly Cell[]).some((cell) => !isBlank(cell)));
	const isChosen = choice.stageColumn !== undefined && choice.stageColumn !== null;
	const obstacle: TableDetection['obstacle'] = !hasRows
		? { code: 'onlyHeader', params: { headerRow: headerRow + 1 } }
		: isChosen
			? null
			: (obstacleOfRows(grid, headerRow, written, found) ??
				(stageColumn === undefined
					? { code: 'noStageColumn', params: { headerRow: headerRow + 1, headings: listOf(written) } }
					: null));
	return { headerRow, headings: written, columns: found, stageDates, outcomes, obstacle };
}

/** Rows that are something else than deals. */
function obstacleOfRows(
	grid: Grid,
	headerRow: number,
	headings: readonly string[],
	found: ReadonlyMap<Field, FoundColumn>,
): TableDetection['obstacle'] {
	const stage = found.get('stage')?.column;
	const changes = historyColumns(grid)?.column;
	const pairs = [
		[found.get('id')?.column, stage],
		[changes?.get('deal'), changes?.get('to')],
	] as const;
	for (const [at, [id, to]] of pairs.entries()) {
		// A name may be that of several deals.
		const isLookedAt = at > 0 && ((id === pairs[0][0] && to === stage) || id === found.get('name')?.column);
		if (id !== undefined && to !== undefined && !isLookedAt && areStageChanges(grid, headerRow, id, to))
			return { code: 'stageChanges', params: { id: headings[id] as string } };
	}
	if (stage === undefined) return null;
	const isNamed = (['id', 'name', 'owner', 'created', 'closed', 'expectedClose'] as const).some((field) =>
		found.has(field),
	);
	return !isNamed && areStageTotals(grid, headerRow, headings, stage)
		? { code: 'stageTotals', params: { stage: headings[stage] as string } }
		: null;
}

/** The first headings, so that the user sees which row was taken for them. */
function listOf(headings: readonly string[]): string {
	const named = headings.filter((heading) => heading !== '').map((heading) => heading.slice(0, 30));
	return named.length > 8 ? `${named.slice(0, 8).join(', ')}, …` : named.join(', ');
}
