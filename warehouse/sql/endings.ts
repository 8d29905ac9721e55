/**
 * The deals with the stage in which they count: columns beside the stage may end a deal, and dates of its won or lost
 * stage replace a missing closing date (src/core/table/effective-stage.ts, table.ts). The core read each text of
 * those columns beforehand; here its facts are looked up and put together.
 */

import { OUTCOME_ENDS, type OutcomeEnd } from '../../src/core/model/outcome.ts';
import { isEnded, type StageList } from '../../src/core/model/stage.ts';
import { outcomeOf } from '../../src/core/table/outcome.ts';
import type { Codes, Column, TimeColumn } from '../question.ts';
import type { Dialect } from './dialect.ts';
import { codeOf } from './expressions.ts';

/** What one column says about the end of each deal: facts as bits, see SAYS in src/core/table/outcome.ts. */
export interface FactColumn extends Column {
	/** Facts by text; of a column of dates or chances the expression gives them already. */
	readonly facts: ReadonlyMap<string, number> | null;
}

export interface Endings {
	readonly stage: Column;
	readonly stageCodes: Codes;
	readonly facts: readonly FactColumn[];
	/** Position of the stage that was set up for deals of an end. */
	readonly outcomeStages: Readonly<Partial<Record<OutcomeEnd, number>>>;
	/** The status with the positions of the won and lost stages that its texts name. */
	readonly status: (Column & { readonly codes: Codes }) | null;
}

/**
 * Columns of the deals that `endedDeals` gives: position of the stage in which a deal counts, and of the open one that
 * another column ended.
 */
export const STAGE_CODE = 'stagekeeper_stage';
export const LAST_OPEN = 'stagekeeper_last_open';
const OWN_CODE = 'stagekeeper_own_stage';
const FACTS = 'stagekeeper_facts';
const MOST_FACTS = 64;

/** A query in brackets in place of the deals. */
export function endedDeals(dialect: Dialect, from: string, stages: StageList, endings: Endings): string {
	const facts = endings.facts.map((column) => factsOf(dialect, column)).join(' | ');
	const ended = stages.all.flatMap(({ kind }, position) => (isEnded(kind) ? [position] : []));
	const isOwnEnd = ended.length === 0 ? '1 = 0' : `${OWN_CODE} IN (${ended.join(', ')})`;
	const says = (end: OutcomeEnd): string => `${FACTS} IN (${factsThatSay(end).join(', ')})`;
	const cases = OUTCOME_ENDS.map((end) => `WHEN ${says(end)} THEN ${targetOf(dialect, end, stages, endings)}`);
	const isOpenEnded = `${OWN_CODE} >= 0 AND NOT (${isOwnEnd}) AND (${OUTCOME_ENDS.map(says).join(' OR ')})`;
	return `(SELECT *, CASE WHEN ${isOwnEnd} THEN ${OWN_CODE} ${cases.join(' ')} ELSE ${OWN_CODE} END AS ${STAGE_CODE},
    CASE WHEN ${isOpenEnded} THEN ${OWN_CODE} ELSE -1 END AS ${LAST_OPEN}
  FROM (SELECT *, ${codeOf(dialect, endings.stage, endings.stageCodes)} AS ${OWN_CODE}, ${facts} AS ${FACTS} FROM ${from}) AS told)`;
}

function factsOf(dialect: Dialect, { sql, facts }: FactColumn): string {
	if (facts === null) return `(${sql})`;
	const texts = new Map<number, string[]>();
	for (const [text, says] of facts) if (says !== 0) texts.set(says, [...(texts.get(says) ?? []), dialect.text(text)]);
	const text = `COALESCE(CAST(${sql} AS STRING), '')`;
	const cases = [...texts].map(([says, list]) => `WHEN ${text} IN (${list.join(', ')}) THEN ${says}`);
	return cases.length === 0 ? '0' : `(CASE ${cases.join(' ')} ELSE 0 END)`;
}

/** Every sum of facts that means this end. */
const factsThatSay = (end: OutcomeEnd): number[] =>
	Array.from({ length: MOST_FACTS }, (_, facts) => facts).filter((facts) => outcomeOf(facts) === end);

/** The stage that was set up for the end, the one that the status names, the first of its kind; -2 means none. */
function targetOf(dialect: Dialect, end: OutcomeEnd, stages: StageList, endings: Endings): string {
	const known = endings.outcomeStages[end] ?? -1;
	if (known >= 0) return String(known);
	const first = stages.all.findIndex(({ kind }) => kind === end);
	const otherwise = first < 0 ? '-2' : String(first);
	if (endings.status === null) return otherwise;
	const { sql, codes } = endings.status;
	const named = [...codes].filter(([, position]) => stages.all[position]?.kind === end);
	const cases = named.map(([text, position]) => `WHEN ${dialect.text(text)} THEN ${position}`);
	return cases.length === 0 ? otherwise : `CASE CAST(${sql} AS STRING) ${cases.join(' ')} ELSE ${otherwise} END`;
}

/**
 * Closing dates, filled where they are missing from the date on which the deal reached the stage in which it counts.
 * @param ends that date by position of a won or lost stage
 */
export function closedWithStageDates(
	dialect: Dialect,
	closed: TimeColumn | undefined,
	ends: readonly (readonly [position: number, date: TimeColumn])[],
	code: string,
	zone: string,
): TimeColumn | undefined {
	if (ends.length === 0) return closed;
	const all = [...(closed === undefined ? [] : [closed]), ...ends.map(([, date]) => date)];
	const [first] = all;
	const isAlike = all.every(({ type }) => type === first?.type);
	const sqlOf = ({ sql, type }: TimeColumn): string => (isAlike ? sql : dialect.instant(sql, type, zone));
	const dates = ends.map(([position, date]) => `WHEN ${position} THEN ${sqlOf(date)}`);
	const byStage = `CASE ${code} ${dates.join(' ')} END`;
	return {
		sql: closed === undefined ? byStage : `COALESCE(${sqlOf(closed)}, ${byStage})`,
		type: isAlike ? (first?.type ?? 'date') : 'instant',
	};
}
