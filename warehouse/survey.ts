/**
 * What the tables hold, before anything is counted: their columns, the stage list, and what each stage text is. Texts are read here, by the core; SQL looks
 * codes up. Not here: counts of what is doubtful (quality.ts).
 */

import { nearest } from '../src/core/cells/closest-word.ts';
import { textKey } from '../src/core/cells/text-key.ts';
import { historyColumns } from '../src/core/detection/history-columns.ts';
import { detectStages } from '../src/core/detection/stage-detection.ts';
import { detectTable, type TableDetection } from '../src/core/detection/table-detection.ts';
import { FIELDS, type Field } from '../src/core/model/opportunity.ts';
import { plainStage, type Stage, StageList } from '../src/core/model/stage.ts';
import { withNeededKinds } from '../src/core/stage-list/needed-kinds.ts';
import type { HistoryRole } from '../src/core/vocabulary/languages/language.ts';
import { numberColumn, probabilityColumn, timeColumn } from './column-types.ts';
import type { Engine, EngineColumn } from './engines/engine.ts';
import { WarehouseError } from './options.ts';
import type { Changes, Codes, Column, DealColumns, TimeColumn } from './question.ts';
import type { Source } from './source.ts';

/** A text of a stage column, and in how many rows it stands. */
export interface StageText {
	readonly text: string;
	readonly rows: number;
}

export interface Survey {
	readonly stages: StageList;
	/** Endings that only the user can tell. */
	readonly unclassified: readonly string[];
	readonly columns: DealColumns;
	/** Heading of each column by field. */
	readonly headings: Readonly<Partial<Record<Field, string>>>;
	readonly stageCodes: Codes;
	readonly lostFromCodes: Codes;
	readonly stageTexts: readonly StageText[];
	readonly changes: Changes | null;
	readonly changeTexts: readonly StageText[];
	/** Columns that a sheet would read and that are not read here. */
	readonly unread: readonly string[];
}

const MOST_TEXTS = 10_000;
const MOST_OPEN = 31;
const STAGE_FIELD = /stage|phase|阶段|階段/iu;

export async function surveyed(
	engine: Engine,
	deals: Source,
	history: Source | null,
	given: Readonly<Partial<Record<Field, string>>>,
	listed: readonly Stage[] | null,
): Promise<Survey> {
	const detection = detectTable(deals.grid, choiceOf(deals, given));
	const headings = headingsOf(deals, detection, given);
	if (headings.stage === undefined)
		throw new WarehouseError(
			`${deals.name}: no column looks like the stage of a deal; name it with --column stage=NAME. Columns: ${deals.columns.map(({ name }) => name).join(', ')}.`,
		);
	const { stages, unclassified, deciding } = stageList(deals, detection, listed);
	const stageTexts = await textsOf(engine, deals, headings.stage);
	const stageCodes = codesOf(stageTexts, stages);
	requireKnownStages(deals, stageTexts, stageCodes);
	const lostFromTexts = headings.lostFrom === undefined ? [] : await textsOf(engine, deals, headings.lostFrom);
	const { changes, texts } = await changesOf(engine, history, stages);
	return {
		stages,
		unclassified,
		columns: await dealColumns(engine, deals, headings),
		headings,
		stageCodes,
		lostFromCodes: codesOf(lostFromTexts, stages),
		stageTexts,
		changes,
		changeTexts: texts,
		unread: [...unreadColumns(deals, detection, headings), ...deciding],
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
	const { stages: detected, outcomes } = detectStages(source.grid, detection);
	const found = detected.flatMap(({ name, kind, probability, aliases }): Stage[] =>
		kind === null ? [] : [plainStage(name, kind, probability ?? 0, { aliases })],
	);
	const stages = new StageList(
		listed ??
			withNeededKinds(found, (kind, probability) => plainStage(kind === 'open' ? 'Open' : 'Won', kind, probability)),
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
	const deciding = outcomes
		.filter(({ isDeciding }) => isDeciding)
		.map(({ column }) => source.columns[column]?.name ?? '');
	return { stages, unclassified, deciding };
}

/** The different texts of a column, the most frequent first; '' for NULL. @throws WarehouseError when there are too many */
async function textsOf(engine: Engine, source: Source, name: string): Promise<StageText[]> {
	const text = `COALESCE(CAST(${engine.dialect.name(name)} AS STRING), '')`;
	const rows = await engine.rows(
		`SELECT ${text} AS text_value, COUNT(*) AS row_count FROM ${source.from} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_TEXTS + 1}`,
	);
	if (rows.length > MOST_TEXTS)
		throw new WarehouseError(
			`${source.name}: "${name}" has more than ${MOST_TEXTS} different texts, so it holds no stages.`,
		);
	return rows.map(([value, count]) => ({ text: String(value), rows: Number(count) }));
}

function codesOf(texts: readonly StageText[], stages: StageList): Codes {
	return new Map(
		texts.map(({ text }) => {
			const position = stages.positionOf(text);
			return [text, textKey(text) === '' ? -1 : position < 0 ? -2 : position];
		}),
	);
}

function requireKnownStages(source: Source, texts: readonly StageText[], codes: Codes): void {
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

/** Without the entries that are undefined. */
function defined<T extends Record<string, unknown>>(entries: T): Partial<T> {
	return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Partial<T>;
}

interface FoundChanges {
	readonly changes: Changes | null;
	readonly texts: readonly StageText[];
}

/** @throws WarehouseError for a table that is none of stage changes */
async function changesOf(engine: Engine, source: Source | null, stages: StageList): Promise<FoundChanges> {
	if (source === null) return { changes: null, texts: [] };
	const found = historyColumns(source.grid);
	if (found === null)
		throw new WarehouseError(
			`${source.name}: no stage changes; it needs columns for the deal, the stage and the time. Columns: ${source.columns.map(({ name }) => name).join(', ')}.`,
		);
	if (found.isOwnLog)
		throw new WarehouseError(
			`${source.name}: this is the log of a sheet, whose first rows say what was found and not what changed; give the changes of the CRM, or leave out the rows whose source is "assumed" and name the columns otherwise.`,
		);
	const column = (role: HistoryRole): EngineColumn | undefined => {
		const at = found.column.get(role);
		return at === undefined ? undefined : source.columns[at];
	};
	const [deal, to, at] = ['deal', 'to', 'at'].map((role) => column(role as HistoryRole)) as [
		EngineColumn,
		EngineColumn,
		EngineColumn,
	];
	const [from, sequence, field] = [column('from'), column('sequence'), column('field')];
	const { dialect } = engine;
	const texts = await textsOf(engine, source, to.name);
	const origins = from === undefined ? [] : await textsOf(engine, source, from.name);
	const fields = field === undefined ? [] : await textsOf(engine, source, field.name);
	const stageFields = fields.filter(({ text }) => STAGE_FIELD.test(text)).map(({ text }) => dialect.text(text));
	const changes: Changes = {
		from: source.from,
		deal: { sql: dialect.name(deal.name) },
		stage: { sql: dialect.name(to.name) },
		at: await timeColumn(engine, source, at),
		...(from === undefined ? {} : { origin: { sql: dialect.name(from.name) } }),
		...(sequence === undefined
			? {}
			: {
					sequence: {
						sql: `COALESCE(${dialect.tryCast(`CAST(${dialect.name(sequence.name)} AS STRING)`, 'float')}, 0)`,
					},
				}),
		...(field === undefined
			? {}
			: { isStage: stageFields.length === 0 ? '1 = 0' : `${dialect.name(field.name)} IN (${stageFields.join(', ')})` }),
		codes: codesOf([...texts, ...origins], stages),
	};
	return { changes, texts };
}

/** Status, flags and dates of stages, which the sheet reads beside the stage. */
function unreadColumns(deals: Source, detection: TableDetection, headings: Survey['headings']): string[] {
	const named = headings.status === undefined ? [] : [headings.status];
	const dated = detection.stageDates.map(({ column }) => deals.columns[column]?.name ?? '');
	return [...named, ...dated];
}
