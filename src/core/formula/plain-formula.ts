/**
 * Counts, sums and means of rows with given texts in functions of the sheet's own, which live on without the add-on,
 * and what they show now. Belongs here: texts of such formulas, in which no text of the user means more than itself.
 * Not here: whether one says the same as a metric (addon/answers/report-stages.ts).
 */
import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { columnLetters } from '../cells/cell-name.ts';

export interface PlainTable {
	/** From the sheet's first row on. */
	readonly grid: Grid;
	/** 0-based. Ranges begin here, so that a row inserted directly below is inside. */
	readonly headerRow: number;
	/** As formulas name it: `Deals`, `'Deals 2026'`. */
	readonly sheet: string;
	readonly separator: ',' | ';';
}

/** Cells of a column that hold exactly this text, in capitals or not. @param column 0-based */
export interface Condition {
	readonly column: number;
	readonly text: string;
}

/** A part of a formula, and its value on the cells as they are; NaN: it would not count what it says. */
export interface Plain {
	readonly text: string;
	readonly value: number;
	/** It shows nothing, because there is nothing to divide by. */
	readonly isBlank?: boolean;
}

/**
 * What a criterion of COUNTIFS can only take for this text: letters, and marks that are neither operators nor
 * wildcards. A digit could make it a number or a date.
 */
const ONLY_A_TEXT = /^\p{L}[\p{L}\p{M} .,:;/&()"'’+_-]{0,199}$/u;
/** Words that a sheet of some locale reads as a boolean. */
const BOOLEAN =
	/^(?:true|false|wahr|falsch|vrai|faux|verdadero|verdadeiro|vero|falso|waar|onwaar|prawda|fałsz|истина|ложь|doğru|yanlış|sant|falskt|sand|falsk|sann|usann|tosi|epätosi|igaz|hamis|pravda|nepravda)$/iu;
const CONTROL = /\p{Cc}/u;

const folded = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell.toLowerCase() : null);
const literal = (text: string): string => `"${text.replace(/"/gu, '""')}"`;

/** Can a formula hold this text at all? */
export function isWritable(text: string): boolean {
	return text !== '' && !CONTROL.test(text);
}

export class PlainFormulas {
	private readonly rows: Grid;

	constructor(private readonly table: PlainTable) {
		this.rows = table.grid.slice(table.headerRow);
	}

	/** Rows that meet all conditions. */
	count(conditions: readonly Condition[]): Plain {
		const text = isSimple(conditions)
			? this.call('COUNTIFS', this.criteria(conditions))
			: `SUMPRODUCT(${['1', ...conditions.map((one) => this.equals(one))].join('*')})`;
		return { text, value: this.met(conditions).length };
	}

	/** Rows that meet all conditions and have something in a column, without the row of the headings. */
	filled(column: number, conditions: readonly Condition[]): Plain {
		const parts = ['1', `(${this.range(column)}<>"")`, ...conditions.map((one) => this.equals(one))];
		const isHeading = this.met(conditions, this.rows.slice(0, 1)).length === 1;
		return {
			text: `SUMPRODUCT(${parts.join('*')})${isHeading ? '-1' : ''}`,
			value: this.met(conditions).filter((row) => row[column] !== '').length - (isHeading ? 1 : 0),
		};
	}

	/** Sum of the numbers in a column, and how many there are, over the rows that meet all conditions. */
	amounts(column: number, conditions: readonly Condition[]): { readonly sum: Plain; readonly numbers: Plain } {
		const range = this.range(column);
		const isBySimple = isSimple(conditions);
		// One condition: other spreadsheets take a second one for what to show without a row.
		const filtered = this.call('FILTER', [range, conditions.map((one) => this.equals(one)).join('*')]);
		const orZero = (name: string): string => this.call('IFERROR', [`${name}(${filtered})`, '0']);
		const criteria = this.criteria(conditions);
		const cells = this.met(conditions).map((row) => row[column]);
		const numbers = cells.filter((cell) => typeof cell === 'number');
		// A text is left out by the sheet, a date counted as a number, and a number below zero is not among those counted.
		const isSure = cells.every((cell) => isBlank(cell) || (typeof cell === 'number' && cell >= 0));
		return {
			sum: {
				text: isBySimple ? this.call('SUMIFS', [range, ...criteria]) : orZero('SUM'),
				value: isSure ? numbers.reduce((sum, number) => sum + number, 0) : Number.NaN,
			},
			numbers: {
				text: isBySimple ? this.call('COUNTIFS', [...criteria, range, '">=0"']) : orZero('COUNT'),
				value: isSure ? numbers.length : Number.NaN,
			},
		};
	}

	/** A share or a mean; blank where there is nothing to divide by. */
	quotient(numerator: Plain, denominator: Plain): Plain {
		return {
			text: this.call('IFERROR', [`(${numerator.text})/(${denominator.text})`, '""']),
			value: numerator.value / denominator.value,
			isBlank: denominator.value === 0,
		};
	}

	private met(conditions: readonly Condition[], rows: Grid = this.rows): Grid {
		const wanted = conditions.map(({ column, text }) => [column, text.toLowerCase()] as const);
		return rows.filter((row) => wanted.every(([column, text]) => folded(row[column]) === text));
	}

	private criteria(conditions: readonly Condition[]): string[] {
		return conditions.flatMap(({ column, text }) => [this.range(column), literal(text)]);
	}

	/** Compares texts as they are: nothing in them is an operator, a wildcard or a number. */
	private equals({ column, text }: Condition): string {
		return `(${this.range(column)}=${literal(text)})`;
	}

	private range(column: number): string {
		const letters = columnLetters(column);
		return `${this.table.sheet}!${letters}${this.table.headerRow + 1}:${letters}`;
	}

	private call(name: string, parts: readonly string[]): string {
		return `${name}(${parts.join(`${this.table.separator} `)})`;
	}
}

function isSimple(conditions: readonly Condition[]): boolean {
	return conditions.every(({ text }) => ONLY_A_TEXT.test(text) && !BOOLEAN.test(text));
}

/** Several of them added up. */
export function plainSum(parts: readonly Plain[]): Plain {
	return {
		text: parts.length === 0 ? '0' : parts.map(({ text }) => text).join('+'),
		value: parts.reduce((sum, { value }) => sum + value, 0),
	};
}
