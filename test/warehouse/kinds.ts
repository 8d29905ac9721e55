/** Kinds of tables on which the statements are compared with the core. */
import type { TimeType } from '../../warehouse/sql/dialect.ts';

type CellType = Exclude<TimeType, 'wall'>;

export interface Kind {
	readonly name: string;
	readonly zone: string;
	readonly created: CellType;
	readonly closed: CellType;
	readonly expected: CellType;
	readonly at: CellType;
	readonly hasHistory: boolean;
	readonly hasLostFrom: boolean;
	/** Columns beside the stage end deals, and date their stages. */
	readonly hasEndings: boolean;
	/** Those dates. */
	readonly staged: CellType;
	/** The changes are our own log: numbered, and found, imported or seen. */
	readonly hasOwnLog: boolean;
	/** Changes say where they came from. */
	readonly hasOrigin: boolean;
	readonly currencies: readonly string[];
	/** Looked at from an earlier day than that of the table. */
	readonly isPast: boolean;
	/** Changes that are later than now have not happened. */
	readonly hasClock: boolean;
	/** A column, its value, and the same as a condition. */
	readonly filter: readonly [string, string, string] | null;
	readonly period: string | null;
	readonly cohort: 'created' | 'closed';
	/** The hundred days of a table are so many times as long, and so many tables are one: enough for a backtest. */
	readonly stretch: number;
	/** Milliseconds to which durations are rounded up. */
	readonly resolution: number;
}

const PLAIN: Kind = {
	name: 'dates',
	zone: 'UTC',
	created: 'date',
	closed: 'date',
	expected: 'date',
	at: 'date',
	hasHistory: true,
	hasLostFrom: true,
	hasEndings: false,
	staged: 'date',
	hasOwnLog: false,
	hasOrigin: false,
	currencies: [''],
	isPast: false,
	hasClock: false,
	filter: null,
	period: null,
	cohort: 'created',
	stretch: 1,
	resolution: 1,
};
const INSTANTS: Partial<Kind> = { created: 'instant', closed: 'instant', expected: 'instant', at: 'instant' };

export const KINDS: readonly Kind[] = [
	PLAIN,
	{ ...PLAIN, name: 'whole days', resolution: 86_400_000 },
	{ ...PLAIN, name: 'no history', hasHistory: false },
	{ ...PLAIN, name: 'no history, no lost-from', hasHistory: false, hasLostFrom: false },
	{ ...PLAIN, ...INSTANTS, name: 'instants, Berlin', zone: 'Europe/Berlin' },
	{ ...PLAIN, name: 'history of instants, deals of days', zone: 'America/New_York', at: 'instant' },
	{ ...PLAIN, name: 'created at an instant, the rest days', zone: 'Asia/Tokyo', created: 'instant' },
	{ ...PLAIN, name: 'two currencies', currencies: ['USD', 'EUR'] },
	{ ...PLAIN, name: 'an earlier day', isPast: true },
	{ ...PLAIN, ...INSTANTS, name: 'an earlier instant', isPast: true, zone: 'Europe/Berlin' },
	{ ...PLAIN, name: 'deals of Ann', filter: ['Owner', 'ann', "owner IN ('Ann', 'ann')"] },
	{ ...PLAIN, name: 'created in 2026-02', period: '2026-02' },
	{ ...PLAIN, name: 'closed in 2026-Q1', period: '2026-Q1', cohort: 'closed' },
	{ ...PLAIN, name: 'changes with their origin', hasOrigin: true },
	{ ...PLAIN, name: 'ends in other columns, dates of stages', hasEndings: true, hasHistory: false },
	{ ...PLAIN, name: 'ends in other columns, with a history', hasEndings: true },
	{ ...PLAIN, name: 'ends in other columns, an earlier day', hasEndings: true, hasHistory: false, isPast: true },
	{ ...PLAIN, name: 'instants of stages, closed on days', hasEndings: true, staged: 'instant', zone: 'Europe/Berlin' },
	{ ...PLAIN, name: 'our own log', hasOwnLog: true },
	{ ...PLAIN, name: 'our own log of instants', hasOwnLog: true, hasOrigin: true, at: 'instant', zone: 'Europe/Berlin' },
	{ ...PLAIN, name: 'our own log, an earlier day', hasOwnLog: true, isPast: true },
	{ ...PLAIN, ...INSTANTS, name: 'changes after now', zone: 'Asia/Kolkata', hasClock: true },
	{ ...PLAIN, name: 'two years', stretch: 8 },
	{ ...PLAIN, name: 'two years without a history', stretch: 8, hasHistory: false },
	{ ...PLAIN, name: 'two years of our own log', stretch: 8, hasOwnLog: true, hasOrigin: true },
	{ ...PLAIN, ...INSTANTS, name: 'two years of instants, earlier', stretch: 8, isPast: true, zone: 'Europe/Berlin' },
];
