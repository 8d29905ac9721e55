/**
 * Finds which column of a table is which field: by headings first, by content where they fail.
 * Not here: where the table is (table-detection.ts), how well cells fit a field (field-by-content.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { FIELDS, type Field } from '../model/opportunity.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { fieldsOf, fieldsOfPart } from '../vocabulary/headings.ts';
import { isOtherDate } from '../vocabulary/headings-by-part.ts';
import { isWonFlag } from '../vocabulary/outcome-flag.ts';
import { stageMeaning } from '../vocabulary/stage-words.ts';
import { endsBeforeDate } from './beginning-dates.ts';
import { closingColumn, stageByDates } from './closing-dates.ts';
import type { ColumnProfile } from './column-profile.ts';
import {
	areNames,
	contentFit,
	fieldsByContent,
	fieldsByEvidence,
	MOST_STAGES,
	mayHaveLines,
	stageByContent,
} from './field-by-content.ts';
import type { ColumnReason, Confidence, FoundColumn } from './found-column.ts';
import { areAnswers } from './outcome-columns.ts';

/** A table with its sampled rows. */
export interface SampledTable {
	readonly grid: Grid;
	/** Grid rows of the sample. */
	readonly rows: readonly number[];
	readonly headings: readonly string[];
	/** Columns of the widest row. */
	readonly width: number;
	readonly profileOf: (column: number) => ColumnProfile;
}

interface Candidate {
	readonly field: Field;
	readonly column: number;
	readonly score: number;
	/** How well the cells fit, 0 to 1. */
	readonly fit: number;
}

/** From this score on a whole heading names the field. */
const WEAKEST_HEADING = 10;
/** A column of yes and no is the status only where no column has words for it. */
const FLAG_SCORE = 9;

function candidatesByHeading({ headings, profileOf }: SampledTable): Candidate[] {
	const candidates: Candidate[] = [];
	headings.forEach((heading, column) => {
		if (heading === '') return;
		const whole = fieldsOf(heading);
		for (const [field, strength] of whole.length > 0 ? whole : fieldsOfPart(heading)) {
			const profile = profileOf(column);
			const hasLines = field === 'id' && strength === 3 && mayHaveLines(profile);
			const fit = contentFit(field, profile) || (hasLines ? 0.1 : 0);
			if (fit > 0) candidates.push({ field, column, score: strength * 10 + fit, fit });
			else if (strength === 3 && isUnreadable(field, profile))
				candidates.push({ field, column, score: WEAKEST_HEADING, fit });
		}
		if (isFlagColumn(heading, profileOf(column)))
			candidates.push({ field: 'status', column, score: FLAG_SCORE, fit: 1 });
	});
	// Ties: the left one, so that the outcome never hangs on the order of the words' list.
	return candidates.sort(
		(a, b) => b.score - a.score || a.column - b.column || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field),
	);
}

/** Dates and money that are named for certain and written in words: taken last, so that the cells are listed. */
const LISTED_FIELDS: ReadonlySet<Field> = new Set<Field>(['created', 'closed', 'amount']);
function isUnreadable(
	field: Field,
	{ filled, booleans, distinct, stageWords, numbers, dates }: ColumnProfile,
): boolean {
	const areWords = booleans === 0 && stageWords * 2 < filled && (numbers + dates) * 2 < filled;
	return LISTED_FIELDS.has(field) && areWords && distinct.size > 2;
}

/** The column asks whether a deal is won, and every cell answers. */
const isFlagColumn = (heading: string, profile: ColumnProfile): boolean => isWonFlag(heading) && areAnswers(profile);

const isOpenName = (key: string): boolean => !['won', 'lost', 'weakWon', 'ending'].includes(stageMeaning(key));

/** Ended deals that a share must be based on. */
const FEWEST_ENDED = 3;

/** Shares of open and of ended deals in the sample that have something in `column`; 0 without such deals. */
function filledWhile({ grid, rows }: SampledTable, stageColumn: number, column: number) {
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
 * @param otherTables columns that are not looked at, because another table's headings stand over them
 * @param stageColumn chosen by the user; null where it is to be found
 */
export function findColumns(
	table: SampledTable,
	otherTables: readonly number[],
	stageColumn: number | null,
): { readonly found: Map<Field, FoundColumn>; readonly reasons: ReadonlyMap<Field, ColumnReason> } {
	const search = new ColumnSearch(table, otherTables);
	if (stageColumn !== null) search.take('stage', stageColumn, 'sure');
	search.takeByHeading();
	search.takeStage();
	search.takeDatesAndAmounts();
	return { found: search.found, reasons: search.reasons(stageColumn) };
}

class ColumnSearch {
	readonly found = new Map<Field, FoundColumn>();
	private readonly table: SampledTable;
	private readonly candidates: readonly Candidate[];
	private readonly taken: Set<number>;
	private readonly isNoBeginning: (column: number) => boolean;
	private dateColumns: readonly number[] = [];

	constructor(table: SampledTable, otherTables: readonly number[]) {
		this.table = table;
		this.taken = new Set(otherTables);
		const all = candidatesByHeading(table);
		const closed = all.find(({ field, score }) => field === 'closed' && score >= 20)?.column ?? null;
		this.isNoBeginning = endsBeforeDate(table.grid, table.rows, closed);
		this.candidates = all.filter(({ field, column }) => field !== 'created' || !this.isNoBeginning(column));
	}

	take(field: Field, column: number, confidence: Confidence): void {
		this.found.set(field, { column, confidence });
		this.taken.add(column);
	}

	/** @param chosen column of the stage that the user chose */
	reasons(chosen: number | null): Map<Field, ColumnReason> {
		const sure = new Set(
			[...this.found.values()].filter(({ confidence }) => confidence === 'sure').map(({ column }) => column),
		);
		return new Map(
			[...this.found].map(([field, { column }]): [Field, ColumnReason] => {
				const named = this.candidates.filter((candidate) => candidate.field === field);
				const own = named.find((candidate) => candidate.column === column);
				const other = named.find((candidate) => candidate.column !== column && !sure.has(candidate.column));
				const by = own === undefined ? 'cells' : own.score >= WEAKEST_HEADING ? 'heading' : 'part';
				return [field, { by: field === 'stage' && chosen !== null ? 'choice' : by, runnerUp: other?.column ?? null }];
			}),
		);
	}

	takeByHeading(): void {
		for (const { field, column, score, fit } of this.candidates) {
			// "Status" is the stage only where nothing else is: see below.
			if (this.found.has(field) || this.taken.has(column) || (field === 'stage' && score < 20)) continue;
			// A company is the deal's name only where the rows are distinguished by it.
			if (field === 'name' && score < 20 && this.found.has('id') && fit < 0.75) continue;
			this.take(field, column, score >= 30 ? 'sure' : score >= 20 ? 'likely' : 'unsure');
		}
	}

	/** The best of several ways that finds one. */
	takeStage(): void {
		this.takeStageByWeakHeading();
		const outcome = this.found.get('status')?.column;
		const isFlag = outcome !== undefined && isFlagColumn(this.table.headings[outcome] ?? '', this.profile(outcome));
		if (isFlag) this.takeStatusAsStage(outcome, 'unsure');
		const free = this.table.headings
			.map((_, column) => column)
			.filter((column) => !this.taken.has(column) || this.found.get('closed')?.column === column);
		this.dateColumns = free.filter((column) => this.holdsDates(column));
		this.takeStageByContent(free.filter((column) => this.holdsFewTexts(column)));
		// A status of more than open, won and lost is the stage.
		if (outcome !== undefined && this.profile(outcome).distinct.size > 3) this.takeStatusAsStage(outcome, 'likely');
	}

	private takeStageByWeakHeading(): void {
		if (this.found.has('stage')) return;
		const status = this.found.get('status')?.column;
		const named = this.candidates.filter(
			({ field, column, score }) =>
				field === 'stage' &&
				(status === column || !this.taken.has(column)) &&
				// "State" is a place as often as a stage: of such words only those whose cells say so.
				(score >= 20 || this.profile(column).stageWords > 0),
		);
		const best = named.sort(
			(a, b) =>
				this.profile(b.column).stageWords - this.profile(a.column).stageWords ||
				b.score - a.score ||
				a.column - b.column,
		)[0];
		if (best === undefined) return;
		if (status === best.column) this.found.delete('status');
		this.take('stage', best.column, 'likely');
	}

	private takeStatusAsStage(column: number, confidence: Confidence): void {
		if (this.found.has('stage')) return;
		this.found.delete('status');
		this.take('stage', column, confidence);
	}

	private takeStageByContent(texts: readonly number[]): void {
		if (this.found.has('stage')) return;
		const { grid, rows, headings, profileOf, width } = this.table;
		const column =
			stageByContent(headings, this.taken, profileOf, width) ?? stageByDates(grid, rows, texts, this.dateColumns);
		if (column !== null) this.take('stage', column, 'unsure');
	}

	/** What headings left open, from the cells and from which deals have something there. */
	takeDatesAndAmounts(): void {
		const { grid, rows, headings, profileOf, width } = this.table;
		const known = new Set(this.candidates.map(({ column }) => column)).size;
		const stage = this.found.get('stage')?.column;
		if (known <= 1) fieldsByContent(this.found, headings, profileOf, width);
		else if (stage !== undefined) {
			const closing = this.found.has('closed') ? null : closingColumn(grid, rows, stage, this.dateColumns);
			if (closing !== null && !this.taken.has(closing)) this.take('closed', closing, 'unsure');
			fieldsByEvidence(this.found, headings, profileOf, this.isNoBeginning, (column) => {
				const shares = filledWhile(this.table, stage, column);
				return shares.endedDeals < FEWEST_ENDED ? null : shares;
			});
		}
		if (stage !== undefined) this.takeExpectedClose(stage);
	}

	/** A closing date that many open deals have is the day on which they are expected to close. */
	private takeExpectedClose(stage: number): void {
		const closed = this.found.get('closed');
		if (closed?.confidence !== 'sure' || this.found.has('expectedClose')) return;
		if (filledWhile(this.table, stage, closed.column).open >= 0.5)
			this.found.set('expectedClose', { column: closed.column, confidence: 'likely' });
	}

	private profile(column: number): ColumnProfile {
		return this.table.profileOf(column);
	}

	private holdsFewTexts(column: number): boolean {
		const { filled, distinct, dates, numbers } = this.profile(column);
		return (
			filled >= this.table.rows.length * 0.9 &&
			distinct.size >= 3 &&
			distinct.size <= MOST_STAGES / 2 &&
			!areNames(this.profile(column)) &&
			dates + numbers < filled / 2
		);
	}

	private holdsDates(column: number): boolean {
		const { filled, dates } = this.profile(column);
		return dates > 2 && dates >= filled * 0.3 && !isOtherDate(plainHeading(this.table.headings[column] ?? ''));
	}
}
