/**
 * Finds the deal table in a sheet: its heading row and which column is which field, by headings first, by content where they fail.
 * Nothing is decided for good here: every find carries a confidence and the user confirms it.
 */
import { type Cell, type Grid, isBlank } from './cell.ts';
import { type ColumnProfile, profileColumn, sampleRows } from './column-profile.ts';
import { findHeaderRow, headingsAt } from './header-row.ts';
import { fieldsOf, plainHeading, stageOfDateHeading } from './headings.ts';
import { FIELDS, type Field } from './opportunity.ts';
import { stageMeaning, stageWords } from './stage-words.ts';

export type Confidence = 'sure' | 'likely' | 'unsure' | 'none';

export interface FoundColumn {
	/** 0-based grid column. */
	readonly column: number;
	readonly confidence: Confidence;
}

export interface TableDetection {
	/** 0-based. */
	readonly headerRow: number;
	readonly headings: readonly string[];
	readonly columns: ReadonlyMap<Field, FoundColumn>;
	readonly stageDates: readonly { readonly stage: string; readonly column: number }[];
	/** Why no funnel can be made of this sheet as it is. */
	readonly obstacle: {
		readonly code: 'empty' | 'onlyHeader' | 'noStageColumn';
		readonly params: Readonly<Record<string, string | number>>;
	} | null;
}

export interface DetectionChoice {
	/** 0-based row and column that the user chose instead. */
	readonly headerRow?: number | null;
	readonly stageColumn?: number | null;
}

const DATE_FIELDS: ReadonlySet<Field> = new Set<Field>(['created', 'closed', 'expectedClose']);
const NUMBER_FIELDS: ReadonlySet<Field> = new Set<Field>(['amount', 'probability']);
const MOST_STAGES = 60;

/** How well the cells below fit the field: 0 not at all, 1 fully; a column without content does not speak against it. */
function contentFit(field: Field, profile: ColumnProfile): number {
	const { filled } = profile;
	if (filled === 0) return field === 'stage' ? 0.6 : 0.8;
	if (DATE_FIELDS.has(field)) {
		// Serial numbers are dates too, if all are as large as dates of our time.
		const serials = [...profile.distinct.keys()].every((key) => Number(key) > 30_000 && Number(key) < 75_000) ? profile.numbers : 0;
		return (profile.dates + serials) / filled >= 0.3 ? 1 : 0;
	}
	if (NUMBER_FIELDS.has(field)) return profile.numbers / filled >= 0.3 ? 1 : 0;
	if (profile.dates / filled > 0.7 && field !== 'id') return 0;
	if (field === 'stage' || field === 'status') {
		if (profile.booleans / filled > 0.5 || profile.distinct.size > MOST_STAGES) return 0;
		const isText = profile.numbers / filled < 0.5;
		if (field === 'status') return isText && profile.statusWords / filled >= 0.3 ? 1 : 0;
		return isText ? 1 : 0.5;
	}
	if (field === 'id') return profile.distinct.size / filled >= 0.5 && profile.booleans === 0 ? 1 : 0;
	if (field === 'name')
		return profile.numbers / filled > 0.9 || profile.booleans / filled > 0.5 ? 0 : 0.5 + profile.distinct.size / filled / 2;
	if (field === 'currency') return profile.distinct.size <= 40 ? 1 : 0;
	if (field === 'lostFrom' || field === 'source' || field === 'reason' || field === 'owner') return profile.booleans / filled > 0.5 ? 0 : 1;
	return 1;
}

interface Candidate {
	readonly field: Field;
	readonly column: number;
	readonly score: number;
}

function candidatesByHeading(headings: readonly string[], profileOf: (column: number) => ColumnProfile): Candidate[] {
	const candidates: Candidate[] = [];
	headings.forEach((heading, column) => {
		if (heading === '') return;
		for (const [field, strength] of fieldsOf(heading)) {
			const fit = contentFit(field, profileOf(column));
			if (fit > 0) candidates.push({ field, column, score: strength * 10 + fit });
		}
	});
	// Ties: the left one, so that the outcome never hangs on the order of the words' list.
	return candidates.sort((a, b) => b.score - a.score || a.column - b.column || FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
}

/** A column of few texts with words of stages in it, best first; null when none convinces. */
function stageByContent(
	headings: readonly string[],
	taken: ReadonlySet<number>,
	profileOf: (column: number) => ColumnProfile,
	width: number,
): number | null {
	let found: number | null = null;
	let best = 0.3;
	for (let column = 0; column < width; column++) {
		const profile = profileOf(column);
		if (taken.has(column) || profile.filled < 2 || profile.distinct.size < 2 || profile.distinct.size > 30 || profile.booleans > 0)
			continue;
		if (profile.numbers + profile.dates > profile.filled / 2) continue;
		const isNamedLikeStage = fieldsOf(headings[column] ?? '').some(([field]) => field === 'stage' || field === 'status');
		const score =
			(profile.endings > 0 || isNamedLikeStage ? 1 : 0.5) *
			(profile.stageWords / profile.filled) *
			Math.min(1, 0.4 + profile.distinct.size / 10);
		if (score > best) {
			best = score;
			found = column;
		}
	}
	return found;
}

/** Fields of columns without a known heading, where the headings as a whole said nothing. */
function fieldsByContent(
	found: Map<Field, FoundColumn>,
	headings: readonly string[],
	profileOf: (column: number) => ColumnProfile,
	width: number,
): void {
	const taken = new Set([...found.values()].map(({ column }) => column));
	const dateColumns: number[] = [];
	for (let column = 0; column < width; column++) {
		const profile = profileOf(column);
		if (taken.has(column) || profile.filled === 0 || fieldsOf(headings[column] ?? '').length > 0) continue;
		const give = (field: Field): void => {
			if (!found.has(field)) found.set(field, { column, confidence: 'unsure' });
		};
		if (profile.dates / profile.filled >= 0.8) dateColumns.push(column);
		else if (profile.numbers / profile.filled >= 0.8 && profile.distinct.size > 3)
			give(column === 0 && profile.distinct.size === profile.filled ? 'id' : 'amount');
		else if (profile.numbers === 0 && profile.distinct.size === profile.filled && profile.filled > 2) {
			give([...profile.distinct.keys()].every((key) => /^\S*\d\S*$/u.test(key)) ? 'id' : 'name');
		}
	}
	// Every deal has a beginning, only some have an end: the fullest date column is the beginning.
	dateColumns.sort((a, b) => profileOf(b).filled - profileOf(a).filled || a - b);
	for (const [position, field] of (['created', 'closed'] as const).entries()) {
		const column = dateColumns[position];
		if (column !== undefined && !found.has(field)) found.set(field, { column, confidence: 'unsure' });
	}
}

function findStageDates(
	headings: readonly string[],
	found: ReadonlyMap<Field, FoundColumn>,
	profileOf: (column: number) => ColumnProfile,
): { stage: string; column: number }[] {
	const names = new Map<string, string>();
	for (const field of ['stage', 'status'] as const) {
		const column = found.get(field)?.column;
		if (column === undefined || profileOf(column).distinct.size > MOST_STAGES) continue;
		for (const spelling of profileOf(column).spellings.values()) {
			names.set(plainHeading(spelling), spelling);
			names.set(stageWords(spelling), spelling);
		}
	}
	for (const word of ['won', 'lost'])
		if (!names.has(word)) names.set(word, [...names.values()].find((name) => stageMeaning(name) === word) ?? word);
	const firm = new Set(
		[...found].filter(([field, { confidence }]) => field !== 'closed' || confidence === 'sure').map(([, { column }]) => column),
	);
	const stageDates: { stage: string; column: number }[] = [];
	headings.forEach((heading, column) => {
		if (firm.has(column) || heading === '') return;
		const stage = stageOfDateHeading(heading, names);
		if (stage === null || contentFit('created', profileOf(column)) === 0) return;
		if (!stageDates.some((other) => other.stage === stage)) stageDates.push({ stage, column });
	});
	return stageDates;
}

const isOpenName = (key: string): boolean => !['won', 'lost', 'weakWon', 'ending'].includes(stageMeaning(key));

/** Share of open deals in the sample that have something in `column`; 0 without open deals. */
function filledWhileOpen(grid: Grid, rows: readonly number[], stageColumn: number, column: number): number {
	let open = 0;
	let filled = 0;
	for (const row of rows) {
		const stage = (grid[row] as readonly Cell[])[stageColumn];
		if (typeof stage !== 'string' || isBlank(stage) || !isOpenName(stage)) continue;
		open++;
		if (!isBlank((grid[row] as readonly Cell[])[column])) filled++;
	}
	return open === 0 ? 0 : filled / open;
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
		return { headerRow: 0, headings: [], columns: found, stageDates: [], obstacle: { code: 'empty', params: {} } };
	}
	const headings = headingsAt(grid, headerRow);
	const rows = sampleRows(grid, headerRow);
	const width = rows.reduce((widest, row) => Math.max(widest, (grid[row] as readonly Cell[]).length), headings.length);
	const profiles: ColumnProfile[] = [];
	const profileOf = (column: number): ColumnProfile => {
		profiles[column] ??= profileColumn(grid, rows, column);
		return profiles[column] as ColumnProfile;
	};
	const taken = new Set<number>();
	const take = (field: Field, column: number, confidence: Confidence): void => {
		found.set(field, { column, confidence });
		taken.add(column);
	};
	if (choice.stageColumn !== undefined && choice.stageColumn !== null) take('stage', choice.stageColumn, 'sure');
	const candidates = candidatesByHeading(headings, profileOf);
	for (const { field, column, score } of candidates) {
		// "Status" is the stage only where nothing else is: see below.
		if (found.has(field) || taken.has(column) || (field === 'stage' && score < 20)) continue;
		// A company is the deal's name only where the rows are told apart by it.
		if (field === 'name' && score < 20 && found.has('id') && score < 10.75) continue;
		take(field, column, score >= 30 ? 'sure' : score >= 20 ? 'likely' : 'unsure');
	}
	if (!found.has('stage')) {
		const named = candidates.filter(
			({ field, column }) => field === 'stage' && (found.get('status')?.column === column || !taken.has(column)),
		);
		const best = named.sort(
			(a, b) => profileOf(b.column).stageWords - profileOf(a.column).stageWords || b.score - a.score || a.column - b.column,
		)[0];
		if (found.get('status')?.column === best?.column) found.delete('status');
		if (best !== undefined) take('stage', best.column, 'likely');
	}
	if (!found.has('stage')) {
		const column = stageByContent(headings, taken, profileOf, width);
		if (column !== null) take('stage', column, 'unsure');
	}
	const known = headings.filter((heading) => fieldsOf(heading).length > 0).length;
	if (known <= 1) fieldsByContent(found, headings, profileOf, width);
	const stageColumn = found.get('stage')?.column;
	const closed = found.get('closed');
	if (closed !== undefined && stageColumn !== undefined && !found.has('expectedClose') && closed.confidence === 'sure') {
		if (filledWhileOpen(grid, rows, stageColumn, closed.column) >= 0.5)
			found.set('expectedClose', { column: closed.column, confidence: 'likely' });
	}
	const stageDates = findStageDates(headings, found, profileOf);
	const hasRows = rows.some((row) => (grid[row] as readonly Cell[]).some((cell) => !isBlank(cell)));
	const obstacle = !hasRows
		? ({ code: 'onlyHeader', params: { headerRow: headerRow + 1 } } as const)
		: stageColumn === undefined
			? ({ code: 'noStageColumn', params: { headerRow: headerRow + 1 } } as const)
			: null;
	return { headerRow, headings, columns: found, stageDates, obstacle };
}
