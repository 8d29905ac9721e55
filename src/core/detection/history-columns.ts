/**
 * Which column of a stage-change table is which, by its heading: our own log, exports of CRMs (OpportunityHistory,
 * field history, property history), event logs.
 * Belongs here: which word chooses first. Not here: the words (vocabulary/languages/), reading the rows
 * (history-table.ts, stage-log.ts).
 */
import { withoutAccents } from '../cells/accents.ts';
import type { Cell, Grid } from '../cells/cell.ts';
import { cellText } from '../cells/cell-text.ts';
import type { Field } from '../model/opportunity.ts';
import { onFirstUse } from '../speed/lazy.ts';
import { plainHeading } from '../vocabulary/heading-key.ts';
import { fieldsOf, namesStage } from '../vocabulary/headings.ts';
import { LANGUAGES } from '../vocabulary/languages/index.ts';
import type { HistoryRole } from '../vocabulary/languages/language.ts';
import { patternOf } from '../vocabulary/word-lists.ts';

/** Roles in the order in which they choose; a column serves one role only. */
const ROLES: readonly HistoryRole[] = [
	'notBefore',
	'fromId',
	'toId',
	'from',
	'to',
	'deal',
	'at',
	'sequence',
	'source',
	'by',
	'field',
	'table',
	'expectedClose',
];
/** Words of all languages for a role, the surest first. */
const wordsByRole = onFirstUse((): ReadonlyMap<HistoryRole, readonly string[]> => {
	const words = (role: HistoryRole, weakness: number): readonly string[] =>
		LANGUAGES.flatMap(({ history }) => {
			const list = history[role]?.[weakness];
			return list === undefined ? [] : withoutAccents(list).split('|');
		});
	return new Map(ROLES.map((role) => [role, [...words(role, 0), ...words(role, 1)]]));
});

export interface HistoryColumns {
	/** 0-based row of the headings. */
	readonly headerRow: number;
	/** Column by role; deal, to and at are always there. */
	readonly column: ReadonlyMap<HistoryRole, number>;
	/** Our own log: it is ordered by its sequence and its unknown stages are truth, not noise. */
	readonly isOwnLog: boolean;
}

const BEFORE = patternOf(({ history }) => history.before);
const WHEN = patternOf(({ history }) => history.when);

const HEADER_ROWS = 12;

/** One look asks for the columns of the same table several times. */
const known = new WeakMap<Grid, HistoryColumns | null>();

/** Null when no row among the first ones names a deal, a stage and a time. */
export function historyColumns(grid: Grid): HistoryColumns | null {
	let columns = known.get(grid);
	if (columns === undefined) {
		columns = foundColumns(grid);
		known.set(grid, columns);
	}
	return columns;
}

function foundColumns(grid: Grid): HistoryColumns | null {
	for (let headerRow = 0; headerRow < Math.min(HEADER_ROWS, grid.length); headerRow++) {
		const column = rolesOf(grid[headerRow] as readonly Cell[]);
		if (column.has('deal') && column.has('to') && column.has('at'))
			return { headerRow, column, isOwnLog: column.has('notBefore') && column.has('sequence') };
	}
	return null;
}

function rolesOf(headings: readonly Cell[]): Map<HistoryRole, number> {
	const plains = headings.map((heading) => plainHeading(cellText(heading)));
	const roles = new Map<HistoryRole, number>();
	const taken = new Set<number>();
	const give = (role: HistoryRole, column: number): void => {
		if (column < 0 || roles.has(role) || taken.has(column)) return;
		roles.set(role, column);
		taken.add(column);
	};
	for (const [role, words] of wordsByRole()) {
		for (const word of words) give(role, plains.indexOf(word));
	}
	// What no word is: a stage before or after, the deal's id or name, a day.
	const giveFirst = (role: HistoryRole, fits: (plain: string) => boolean): void =>
		give(
			role,
			plains.findIndex((plain, column) => !taken.has(column) && fits(plain)),
		);
	const isStage = (plain: string): boolean => namesStage(plain) && !WHEN().test(plain);
	const isOneOf = (plain: string, fields: readonly Field[]): boolean =>
		fieldsOf(plain).some(([field, strength]) => strength >= 2 && fields.includes(field));
	giveFirst('from', (plain) => isStage(plain) && BEFORE().test(plain));
	giveFirst('to', (plain) => isStage(plain) && !BEFORE().test(plain));
	giveFirst('deal', (plain) => isOneOf(plain, ['id']));
	giveFirst('deal', (plain) => isOneOf(plain, ['name']));
	// A deal's own beginning and end are not stage changes.
	giveFirst('at', (plain) => WHEN().test(plain) && !isOneOf(plain, ['created', 'closed', 'expectedClose']));
	return roles;
}
