/** Columns of random deals that end them beside their stage, and dates of their stages: as the core reads them and as the statements do. */

import type { OutcomeColumn } from '../../src/core/model/outcome.ts';
import { statusFacts } from '../../src/core/table/effective-stage.ts';
import { outcomeSources, SAYS } from '../../src/core/table/outcome.ts';
import type { Codes, Column, DealColumns, TimeColumn } from '../../warehouse/question.ts';
import type { Dialect } from '../../warehouse/sql/dialect.ts';
import { closedWithStageDates, endedDeals, LAST_OPEN, STAGE_CODE } from '../../warehouse/sql/endings.ts';
import { STAGES } from '../differential/ours.ts';
import type { Kind } from './kinds.ts';

export interface EndingCells {
	readonly status: string;
	readonly isLost: string;
	/** Days or milliseconds, as the kind has them. */
	readonly demo: number | null;
	readonly proposal: number | null;
	readonly wonTime: number | null;
}

/** In the table of the core they stand right of the others, from here on. */
const FIRST = 12;
export const ENDING_HEADINGS = ['Status', 'Is lost', 'Demo date', 'Proposal date', 'Won time'];
const STATUSES = ['Open', '', 'open', 'Won', 'Lost', 'closed', 'Wonn', 'On hold', 'lost'];
const FLAGS = ['yes', 'no', ''];

/** @param on a day as a date, or as an instant of that day */
export function drawEndings(random: () => number, on: (day: number) => number, firstDay: number): EndingCells {
	const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
	const date = (share: number): number | null => (random() < share ? on(firstDay + Math.floor(random() * 120)) : null);
	return {
		status: random() < 0.5 ? 'Open' : pick(STATUSES),
		isLost: random() < 0.6 ? '' : pick(FLAGS),
		demo: date(0.5),
		proposal: date(0.4),
		wonTime: date(0.3),
	};
}

export const ENDING_COLUMNS: { readonly outcomes: readonly OutcomeColumn[]; readonly status: number } = {
	status: FIRST,
	outcomes: [
		{ evidence: 'lost', column: FIRST + 1, isDeciding: true },
		{ evidence: 'wonDate', column: FIRST + 4, isDeciding: false },
		{ evidence: 'probability', column: 8, isDeciding: true },
	],
};
/** A deal that has ended in either way is one on hold. */
export const OUTCOME_STAGES = { ended: 's-On hold' } as const;
export const STAGE_DATES = [
	{ stage: 'Demo', column: FIRST + 2 },
	{ stage: 'Proposal', column: FIRST + 3 },
	{ stage: 'Won', column: FIRST + 4 },
];

function factsByText(column: number, texts: readonly string[]): ReadonlyMap<string, number> {
	const grid = [[], ...texts.map((text) => Array.from({ length: FIRST + 5 }, (_, at) => (at === column ? text : '')))];
	const columns = { stage: 2, status: ENDING_COLUMNS.status };
	const sources = outcomeSources(grid, 0, [], columns, ENDING_COLUMNS.outcomes, (cell) => statusFacts(cell, STAGES));
	const source = sources.find((one) => one.column === column);
	return new Map(texts.map((text, i) => [text, source?.facts(i + 1) ?? SAYS.nothing]));
}

const chance = (alone: number): string => `CASE WHEN closed IS NULL THEN ${alone} ELSE ${alone + SAYS.ended} END`;

/** The question's deals and columns where the kind has these. */
export function withEndings(
	dialect: Dialect,
	kind: Kind,
	stage: Column,
	stageCodes: Codes,
	closed: TimeColumn,
): { readonly deals: string; readonly columns: Partial<DealColumns> } {
	if (!kind.hasEndings) return { deals: 'deals', columns: {} };
	const named = STATUSES.map((text) => [text, STAGES.positionOf(text)] as const);
	const deals = endedDeals(dialect, 'deals', STAGES, {
		stage,
		stageCodes,
		facts: [
			{ sql: 'status', facts: factsByText(ENDING_COLUMNS.status, STATUSES) },
			{ sql: 'is_lost', facts: factsByText(FIRST + 1, FLAGS) },
			{
				sql: `CASE chance WHEN 0 THEN ${chance(SAYS.notWon)} WHEN 1 THEN ${chance(SAYS.notLost)} ELSE 0 END`,
				facts: null,
			},
		],
		outcomeStages: { ended: STAGES.positionOfId(OUTCOME_STAGES.ended) },
		status: { sql: 'status', codes: new Map(named.filter(([, position]) => position === 3 || position === 4)) },
	});
	const code = { sql: STAGE_CODE };
	const date = (sql: string): TimeColumn => ({ sql, type: kind.staged });
	return {
		deals,
		columns: {
			code,
			lastOpen: { sql: LAST_OPEN },
			stageDates: [
				[1, date('demo')],
				[2, date('proposal')],
				[3, date('won_time')],
			],
			closed: closedWithStageDates(dialect, closed, [[3, date('won_time')]], code.sql, kind.zone) ?? closed,
		},
	};
}
