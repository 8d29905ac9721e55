/**
 * What the tables hold, before anything is counted: their columns, the stage list, and what each stage text is. Texts
 * are read here, by the core; SQL looks codes up. Not here: counts of what is doubtful (quality.ts).
 */

import { nearest } from '../src/core/cells/closest-word.ts';
import { textKey } from '../src/core/cells/text-key.ts';
import { detectStages } from '../src/core/detection/stage-detection.ts';
import { detectTable, type TableDetection } from '../src/core/detection/table-detection.ts';
import { FIELDS, type Field } from '../src/core/model/opportunity.ts';
import { plainStage, type Stage, StageList } from '../src/core/model/stage.ts';
import { withNeededKinds } from '../src/core/stage-list/needed-kinds.ts';
import { StageReader } from '../src/core/table/stage-column.ts';
import { changesOf, codesOf } from './change-survey.ts';
import { numberColumn, probabilityColumn, timeColumn } from './column-types.ts';
import type { Engine, EngineColumn } from './engines/engine.ts';
import { WarehouseError } from './options.ts';
import { surveyedEndings } from './outcome-survey.ts';
import type { Changes, Codes, Column, DealColumns, TimeColumn } from './question.ts';
import { cellOf, type Source } from './source.ts';
import { type Endings, endedDeals, LAST_OPEN, STAGE_CODE } from './sql/endings.ts';
import { withStageDates } from './stage-dates.ts';
import { type TextCount, textsOf } from './texts.ts';

export interface Survey {
	readonly stages: StageList;
	/** Endings that only the user can decide. */
	readonly unclassified: readonly string[];
	/** The deals as they are counted: a table or a query in brackets. */
	readonly deals: string;
	readonly columns: DealColumns;
	/** Heading of each column by field. */
	readonly headings: Readonly<Partial<Record<Field, string>>>;
	readonly stageCodes: Codes;
	readonly lostFromCodes: Codes;
	readonly stageTexts: readonly TextCount[];
	readonly changes: Changes | null;
	readonly changeTexts: readonly TextCount[];
	/** The changes show more than the stages in which a new log found the deals. */
	readonly hasMoves: boolean;
}

const MOST_OPEN = 31;

export async function surveyed(
	engine: Engine,
	deals: Source,
	history: Source | null,
	given: Readonly<Partial<Record<Field, string>>>,
	listed: readonly Stage[] | null,
	zone: string,
): Promise<Survey> {
	const detection = detectTable(deals.grid, choiceOf(deals, given));
	const headings = headingsOf(deals, detection, given);
	if (headings.stage === undefined)
		throw new WarehouseError(
			`${deals.name}: no column looks like the stage of a deal; name it with --column stage=NAME. Columns: ${deals.columns.map(({ name }) => name).join(', ')}.`,
		);
	const { stages, unclassified, found } = stageList(deals, detection, listed);
	const stageTexts = await textsOf(engine, deals, headings.stage);
	const stageCodes = stageCodesOf(stageTexts, stages, headings.stage);
	requireKnownStages(deals, stageTexts, stageCodes);
	const lostFromTexts = headings.lostFrom === undefined ? [] : await textsOf(engine, deals, headings.lostFrom);
	const { changes, texts, hasMoves } = await changesOf(engine, history, stages);
	const stageColumn = { sql: engine.dialect.name(headings.stage) };
	const endings = await surveyedEndings(engine, deals, { stages, stageColumn, stageCodes, headings, found });
	const read = await dealColumns(engine, deals, headings);
	const columns = await withStageDates(
		engine,
		deals,
		{ stages, stageCodes, detection, closedHeading: headings.closed, zone },
		withEndings(read, endings),
	);
	return {
		stages,
		unclassified,
		deals: endings === null ? deals.from : endedDeals(engine.dialect, deals.from, stages, endings),
		columns,
		headings,
		stageCodes,
		lostFromCodes: codesOf(lostFromTexts, stages),
		stageTexts,
		changes,
		changeTexts: texts,
		hasMoves,
	};
}

/** The column named so. @throws WarehouseError with the nearest name */
export function columnNamed(source: Source, name: string): EngineColumn {
	const key = textKey(name);
	const found =
		source.columns.find((column) => column.name === name) ??
		source.columns.find((column) => textKey(column.name) === key);
	if (found !== undefined) return found;
	const names = source.columns.map((column) => column.name);
	const close = nearest(name, names);
	throw new WarehouseError(
		`${source.name} has no column "${name}"${close === null ? '' : `; did you mean "${close}"?`} Columns: ${names.join(', ')}.`,
	);
}

function choiceOf(source: Source, given: Readonly<Partial<Record<Field, string>>>) {
	const stage = given.stage === undefined ? null : source.columns.indexOf(columnNamed(source, given.stage));
	return { headerRow: 0, stageColumn: stage };
}

function headingsOf(source: Source, detection: TableDetection, given: Readonly<Partial<Record<Field, string>>>) {
	const headings: Partial<Record<Field, string>> = {};
	for (const field of FIELDS) {
		const named = given[field];
		const column = detection.columns.get(field)?.column;
		if (named !== undefined) headings[field] = columnNamed(source, named).name;
		else if (column !== undefined) headings[field] = source.columns[column]?.name ?? '';
	}
	return headings;
}

function stageList(source: Source, detection: TableDetection, listed: readonly Stage[] | null) {
	const found = detectStages(source.grid, detection);
	const { stages: detected } = found;
	const kinds = detected.flatMap(({ name, kind, probability, aliases }): Stage[] =>
		kind === null ? [] : [plainStage(name, kind, probability ?? 0, { aliases })],
	);
	const stages = new StageList(
		listed ??
			withNeededKinds(kinds, (kind, probability) => plainStage(kind === 'open' ? 'Open' : 'Won', kind, probability)),
	);
	const [problem] = stages.problems();
	if (problem !== undefined)
		throw new WarehouseError(
			`${source.name}: the stage list cannot be used (${problem.code}); give one with --stages FILE.`,
		);
	if (stages.openCount > MOST_OPEN)
		throw new WarehouseError(
			`${source.name}: ${stages.openCount} open stages are more than the ${MOST_OPEN} that can be counted; give a shorter list with --stages FILE.`,
		);
	const unclassified = listed === null ? detected.filter(({ kind }) => kind === null).map(({ name }) => name) : [];
	return { stages, unclassified, found };
}

/** As the core reads the cells of the column. */
function stageCodesOf(texts: readonly TextCount[], stages: StageList, heading: string): Codes {
	const { read } = new StageReader(stages, heading);
	return new Map(texts.map(({ text }) => [text, read(cellOf(text))]));
}

function requireKnownStages(source: Source, texts: readonly TextCount[], codes: Codes): void {
	const named = texts.filter(({ text }) => codes.get(text) !== -1);
	const unlisted = named.filter(({ text }) => codes.get(text) === -2);
	if (named.length === 0) throw new WarehouseError(`${source.name}: no deal has a stage.`);
	if (unlisted.length * 2 > named.length)
		throw new WarehouseError(
			`${source.name}: ${unlisted.length} of ${named.length} stage texts are not in the stage list, such as "${unlisted[0]?.text}"; give the list with --stages FILE, or the column with --column stage=NAME.`,
		);
}

async function dealColumns(
	engine: Engine,
	deals: Source,
	headings: Readonly<Partial<Record<Field, string>>>,
): Promise<DealColumns> {
	const text = (field: Field): Column | undefined => {
		const heading = headings[field];
		return heading === undefined ? undefined : { sql: engine.dialect.name(heading) };
	};
	const time = async (field: Field): Promise<TimeColumn | undefined> => {
		const heading = headings[field];
		return heading === undefined ? undefined : timeColumn(engine, deals, columnNamed(deals, heading));
	};
	const number = async (field: Field): Promise<Column | undefined> => {
		const heading = headings[field];
		return heading === undefined ? undefined : numberColumn(engine, deals, columnNamed(deals, heading));
	};
	const probability = async (): Promise<Column | undefined> => {
		const heading = headings.probability;
		return heading === undefined ? undefined : probabilityColumn(engine, deals, columnNamed(deals, heading));
	};
	return defined({
		id: text('id'),
		stage: text('stage'),
		currency: text('currency'),
		reason: text('reason'),
		lostFrom: text('lostFrom'),
		amount: await number('amount'),
		probability: await probability(),
		created: await time('created'),
		closed: await time('closed'),
		expectedClose: await time('expectedClose'),
	}) as unknown as DealColumns;
}

const withEndings = (columns: DealColumns, endings: Endings | null): DealColumns =>
	endings === null ? columns : { ...columns, code: { sql: STAGE_CODE }, lastOpen: { sql: LAST_OPEN } };

/** Without the entries that are undefined. */
function defined<T extends Record<string, unknown>>(entries: T): Partial<T> {
	return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Partial<T>;
}
