/** What the engines say differently; everything else of a statement is one text for all of them. */

/** A calendar day, an instant, or the clock on a wall, read in the time zone of the question. */
export type TimeType = 'date' | 'instant' | 'wall';

export interface Dialect {
	/** A column or table name. */
	name(identifier: string): string;
	/** A text as a literal, whatever it contains. */
	text(value: string): string;
	/** Types of a cast. */
	readonly float: string;
	readonly integer: string;
	/** A cast that gives NULL where it fails. */
	tryCast(expression: string, type: TimeType | 'float'): string;
	/** What the values of a column of this type are; null neither times nor text. */
	timeType(type: string): TimeType | 'text' | null;
	/** Whether a text fits a regular expression. */
	matches(expression: string, pattern: string): string;
	/** Days since 1970-01-01 of a DATE. */
	day(date: string): string;
	/** `2026-03` of a DATE. */
	month(date: string): string;
	/** Milliseconds since 1970-01-01 of an instant, or of a clock on the wall in the zone. */
	milliseconds(time: string, type: 'instant' | 'wall', zone: string): string;
	/** DATE in the zone. */
	dateIn(time: string, type: 'instant' | 'wall', zone: string): string;
	/** Any time as an instant; a date is its first one in the zone. */
	instant(time: string, type: TimeType, zone: string): string;
	/** Milliseconds of the first instant of a DATE in the zone. */
	startOf(date: string, zone: string): string;
	/** Calendar day in the zone, since 1970-01-01, of an instant in milliseconds. */
	dayOfInstant(milliseconds: string, zone: string): string;
	/** The clock of the engine, as an instant. */
	readonly now: string;
	/** Whether the deal is in one of several parts of equal size. */
	isInPart(id: string, part: number, parts: number): string;
}
