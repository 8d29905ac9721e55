/**
 * The rectangle of a report as it grows: tables under each other, with formats.
 * Not here: which tables (report-blocks.ts).
 */
import type { Cell } from '../../core/cells/cell.ts';
import { metricById } from '../../core/metrics/index.ts';
import type { MetricDefinition } from '../../core/metrics/metric.ts';
import type { Unit } from '../../core/model/metric-result.ts';
import { type Content, OwnFormula } from '../../sheet/cell-writing.ts';
import { CellError } from '../doors.ts';
import type { MetricCells } from '../formulas/custom-functions.ts';
import { GENERAL, numberFormat } from '../formulas/number-formats.ts';

/** Columns of the widest table; more would not fit on a page. */
const WIDTH = 10;

interface Asked {
	readonly grid: Cell[][];
	readonly units: readonly Unit[];
	readonly isMisuse: boolean;
}

/** @param cell what the function shows @returns null: nothing plain shows that */
type PlainOf = (cell: Cell | undefined) => string | null;

/**
 * Puts tables under each other. Values and formulas come from the same calls, so that both forms have the same shape.
 */
export class Layout {
	readonly values: Content[][] = [];
	readonly formats: string[][] = [];
	readonly bold: number[] = [];
	readonly heads: number[] = [];
	/** Rows of large figures. */
	readonly large: number[] = [];
	readonly notes: number[] = [];
	readonly thin: [number, number, number][] = [];

	constructor(
		private readonly ask: (definition: MetricDefinition, words: readonly (string | number)[]) => MetricCells,
		private readonly currency: string,
		private readonly formula: ((definition: MetricDefinition, words: readonly (string | number)[]) => string) | null,
	) {}

	rows(count: number): number {
		const first = this.values.length;
		for (let i = 0; i < count; i++) {
			this.values.push(Array.from({ length: WIDTH }, () => ''));
			this.formats.push(Array.from({ length: WIDTH }, () => GENERAL));
		}
		return first;
	}

	heading(text: string): void {
		const row = this.rows(1);
		this.put(row, 0, text);
		this.bold.push(row);
	}

	/** A line of small print. */
	note(text: string): void {
		const row = this.rows(1);
		this.put(row, 0, text);
		this.notes.push(row);
	}

	put(row: number, column: number, cell: Cell): void {
		(this.values[row] as Content[])[column] = cell;
	}

	format(row: number, column: number, unit: Unit | undefined): void {
		(this.formats[row] as string[])[column] = numberFormat(unit, this.currency);
	}

	/** A table below what is there, whose first row names its columns. */
	titled(id: string, words: readonly (string | number)[]): { readonly row: number; readonly rows: number } {
		const row = this.values.length;
		this.bold.push(row);
		this.heads.push(row);
		return { row, rows: this.table(row, 0, id, words).length };
	}

	/** What a function says, or the sentence for a column that this table does not have. */
	asked(id: string, words: readonly (string | number)[]): Asked {
		try {
			const { cells, units } = this.ask(metricById(id) as MetricDefinition, words);
			return { grid: Array.isArray(cells) ? cells : [[cells]], units, isMisuse: false };
		} catch (thrown) {
			if (!(thrown instanceof CellError)) throw thrown;
			return { grid: [[thrown.message]], units: [], isMisuse: true };
		}
	}

	/**
	 * @param plain a formula of the sheet's own functions that shows the same
	 * @returns rows of the answer; misuse returns a sentence in place of the table
	 */
	table(row: number, column: number, id: string, words: readonly (string | number)[], plain?: PlainOf): Cell[][] {
		const { grid, units, isMisuse } = this.asked(id, words);
		if (row + grid.length > this.values.length) this.rows(row + grid.length - this.values.length);
		grid.forEach((line, r) => {
			line.forEach((cell, c) => {
				if (this.formula === null || isMisuse) this.put(row + r, column + c, cell);
				this.format(row + r, column + c, units[c]);
			});
		});
		if (this.formula !== null && !isMisuse) {
			const own = plain?.(grid[0]?.[0]) ?? null;
			(this.values[row] as Content[])[column] = new OwnFormula(
				own === null ? this.formula(metricById(id) as MetricDefinition, words) : `=${own}`,
			);
		}
		return grid;
	}

	/** A count by the sheet's own functions, which none of our functions returns. */
	count(row: number, column: number, value: number, text: string): void {
		(this.values[row] as Content[])[column] = this.formula === null ? value : new OwnFormula(`=${text}`);
		this.format(row, column, 'count');
	}
}
