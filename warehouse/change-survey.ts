/** The table of stage changes: its columns, and what each of its stage texts is. */

import { textKey } from '../src/core/cells/text-key.ts';
import { historyColumns } from '../src/core/detection/history-columns.ts';
import { NO_CHANGE } from '../src/core/history/change-order.ts';
import { isMarker } from '../src/core/history/stage-log.ts';
import type { StageList } from '../src/core/model/stage.ts';
import { isStageField } from '../src/core/vocabulary/headings.ts';
import type { HistoryRole } from '../src/core/vocabulary/languages/language.ts';
import { timeColumn } from './column-types.ts';
import type { Engine, EngineColumn } from './engines/engine.ts';
import { WarehouseError } from './options.ts';
import type { Changes, Codes } from './question.ts';
import type { Source } from './source.ts';
import type { Dialect } from './sql/dialect.ts';
import { type TextCount, textsOf } from './texts.ts';

export function codesOf(texts: readonly TextCount[], stages: StageList): Codes {
	return new Map(
		texts.map(({ text }) => {
			const position = stages.positionOf(text);
			return [text, textKey(text) === '' ? -1 : position < 0 ? -2 : position];
		}),
	);
}

interface FoundChanges {
	readonly changes: Changes | null;
	readonly texts: readonly TextCount[];
	readonly hasMoves: boolean;
}

/** @throws WarehouseError for a table that is none of stage changes */
export async function changesOf(engine: Engine, source: Source | null, stages: StageList): Promise<FoundChanges> {
	if (source === null) return { changes: null, texts: [], hasMoves: false };
	const found = historyColumns(source.grid);
	if (found === null)
		throw new WarehouseError(
			`${source.name}: no stage changes; it needs columns for the deal, the stage and the time. Columns: ${source.columns.map(({ name }) => name).join(', ')}.`,
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
	const [from, sequence, field, origin] = (['from', 'sequence', 'field', 'source'] as const).map(column);
	const { dialect } = engine;
	const texts = await textsOf(engine, source, to.name);
	const origins = from === undefined ? [] : await textsOf(engine, source, from.name);
	const fields = field === undefined ? [] : await textsOf(engine, source, field.name);
	const stageFields = fields.filter(({ text }) => isStageField(text)).map(({ text }) => dialect.text(text));
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
		...(found.isOwnLog && origin !== undefined ? { own: ownConditions(dialect, origin.name) } : {}),
		codes: found.isOwnLog ? ownCodes([...texts, ...origins], stages) : codesOf([...texts, ...origins], stages),
	};
	return { changes, texts, hasMoves: await areMoves(engine, changes) };
}

function ownConditions({ name, text }: Dialect, column: string): NonNullable<Changes['own']> {
	const is = (word: string): string => `CAST(${name(column)} AS STRING) = ${text(word)}`;
	return { isAssumed: is('assumed'), isImport: is('import') };
}

/** In our own log a blank and its marks (gone, back, none) are not changes. */
function ownCodes(texts: readonly TextCount[], stages: StageList): Codes {
	const codes = [...codesOf(texts, stages)];
	return new Map(codes.map(([text, code]) => [text, code === -1 || isMarker(text) ? NO_CHANGE : code]));
}

async function areMoves(engine: Engine, { from, own }: Changes): Promise<boolean> {
	if (own === undefined) return true;
	const [row] = await engine.rows(
		`SELECT COUNT(*) AS row_count, SUM(CASE WHEN ${own.isAssumed} THEN 1 ELSE 0 END) AS found_count FROM ${from}`,
	);
	return Number(row?.[0] ?? 0) === 0 || Number(row?.[0]) > Number(row?.[1]);
}
