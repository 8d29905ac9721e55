/**
 * What columns other than the stage say about the end of each deal: their texts, each read once by the core. Not here:
 * putting the facts together (sql/endings.ts).
 */

import type { DetectedStages } from '../src/core/detection/stage-detection.ts';
import { type ColumnMap, FIELDS, type Field } from '../src/core/model/opportunity.ts';
import { OUTCOME_ENDS, type OutcomeColumn, type OutcomeEvidence } from '../src/core/model/outcome.ts';
import { isEnded, type StageList } from '../src/core/model/stage.ts';
import { statusFacts } from '../src/core/table/effective-stage.ts';
import { type OutcomeSource, outcomeSources, SAYS } from '../src/core/table/outcome.ts';
import { probabilityColumn, timeColumn } from './column-types.ts';
import type { Engine, EngineColumn } from './engines/engine.ts';
import type { Codes, Column } from './question.ts';
import { cellOf, type Source } from './source.ts';
import type { Endings, FactColumn } from './sql/endings.ts';
import { textsOf } from './texts.ts';

/** What the survey knows before the columns beside the stage are read. */
export interface ReadStages {
	readonly stages: StageList;
	readonly stageColumn: Column;
	readonly stageCodes: Codes;
	/** Heading of each column by field. */
	readonly headings: Readonly<Partial<Record<Field, string>>>;
	readonly found: Pick<DetectedStages, 'outcomes' | 'outcomeStages'>;
}

const DATE_FACTS: Readonly<Partial<Record<OutcomeEvidence | 'status', number>>> = {
	wonDate: SAYS.won,
	lostDate: SAYS.lost,
};

/** Null when no column other than the stage shows how deals ended. */
export async function surveyedEndings(engine: Engine, deals: Source, read: ReadStages): Promise<Endings | null> {
	const { stages, stageColumn, stageCodes, headings, found } = read;
	const columns = columnsOf(deals, headings);
	const deciding = found.outcomes.filter(({ isDeciding }) => isDeciding);
	const facts: FactColumn[] = [];
	let status: Endings['status'] = null;
	for (const { column, evidence } of namedColumns(columns, deciding)) {
		const named = deals.columns[column];
		if (named === undefined) continue;
		const sql = engine.dialect.name(named.name);
		const fact = DATE_FACTS[evidence];
		if (fact !== undefined) {
			const date = await timeColumn(engine, deals, named);
			facts.push({ sql: `CASE WHEN ${date.sql} IS NOT NULL THEN ${fact} ELSE 0 END`, facts: null });
		} else if (evidence === 'probability') {
			facts.push({ sql: await chanceFacts(engine, deals, named, columns.closed), facts: null });
		} else {
			const texts = (await textsOf(engine, deals, named.name)).map(({ text }) => text);
			facts.push({ sql, facts: factsByText(deals, columns, deciding, stages, column, texts) });
			if (evidence === 'status') status = { sql, codes: endsByText(texts, stages) };
		}
	}
	if (facts.length === 0) return null;
	const places = OUTCOME_ENDS.map((end) => [end, stages.positionOf(found.outcomeStages[end] ?? '')] as const);
	return { stage: stageColumn, stageCodes, facts, outcomeStages: Object.fromEntries(places), status };
}

function columnsOf(deals: Source, headings: ReadStages['headings']): ColumnMap {
	const names = deals.columns.map(({ name }) => name);
	return Object.fromEntries(
		FIELDS.flatMap((field) => {
			const heading = headings[field];
			return heading === undefined ? [] : [[field, names.indexOf(heading)]];
		}),
	);
}

type Named = Pick<OutcomeSource, 'column' | 'evidence'>;

/** The status, and the other columns that decide. */
function namedColumns({ status, stage }: ColumnMap, deciding: readonly OutcomeColumn[]): Named[] {
	const hasStatus = status !== undefined && status !== stage;
	return [
		...(hasStatus ? [{ column: status, evidence: 'status' } as const] : []),
		...deciding.filter(({ column }) => column !== stage && column !== status),
	];
}

/** The core reads the texts as a table with this one column filled. */
function factsByText(
	deals: Source,
	columns: ColumnMap,
	deciding: readonly OutcomeColumn[],
	stages: StageList,
	column: number,
	texts: readonly string[],
): ReadonlyMap<string, number> {
	const names = deals.columns.map(({ name }) => name);
	const grid = [names, ...texts.map((text) => names.map((_, at) => (at === column ? cellOf(text) : '')))];
	const sources = outcomeSources(grid, 0, names, columns, deciding, (cell) => statusFacts(cell, stages));
	const source = sources.find((one) => one.column === column);
	return new Map(texts.map((text, i) => [text, source?.facts(i + 1) ?? SAYS.nothing]));
}

/** Won and lost stages that a status names. */
function endsByText(texts: readonly string[], stages: StageList): Codes {
	return new Map(
		texts
			.map((text) => [text, stages.positionOf(text)] as const)
			.filter(([, position]) => isEnded(stages.all[position]?.kind)),
	);
}

/** 0 and 100 % say something only beside a closing date. */
async function chanceFacts(
	engine: Engine,
	deals: Source,
	column: EngineColumn,
	closed: number | undefined,
): Promise<string> {
	const chance = await probabilityColumn(engine, deals, column);
	const closing = closed === undefined ? undefined : deals.columns[closed];
	const date = closing === undefined ? null : await timeColumn(engine, deals, closing);
	const facts = (alone: number): string =>
		date === null ? String(alone) : `CASE WHEN ${date.sql} IS NULL THEN ${alone} ELSE ${alone + SAYS.ended} END`;
	return `CASE ${chance.sql} WHEN 0 THEN ${facts(SAYS.notWon)} WHEN 1 THEN ${facts(SAYS.notLost)} ELSE 0 END`;
}
