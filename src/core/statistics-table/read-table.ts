/**
 * Cells of a statistics table as head and rows, or why they cannot be used. Not here: what is done with the rows
 * (statistics-of-rows.ts).
 */

import { type Cell, type Grid, isBlank } from '../cells/cell.ts';
import { textKey } from '../cells/text-key.ts';
import { FIELDS, type Field } from '../model/opportunity.ts';
import { plainStage, STAGE_KINDS, type Stage, StageList } from '../model/stage.ts';
import { existing } from '../speed/existing.ts';
import {
	HEADINGS,
	LAYERS,
	type Layer,
	PRICED_LAYERS,
	type RowGroup,
	type StatisticsHead,
	type StatisticsRow,
	type StatisticsTable,
	TABLE_VERSION,
} from './row.ts';
import { HEAD_GROUP, HISTORY, OWN_GROUPS, TEXT_MARK } from './write-table.ts';

export type ReadStatistics =
	| { readonly ok: true; readonly table: StatisticsTable }
	/**
	 * `row` is 1-based. `newer`: of another version; `incomplete`: the head lacks what it needs; `badRow`: a row that is
	 * none.
	 */
	| { readonly ok: false; readonly problem: 'newer' | 'incomplete' | 'badRow'; readonly row: number };

/** Whether the first row is the heading of statistics. */
export function isStatisticsTable(grid: Grid): boolean {
	const first = grid[0] ?? [];
	return HEADINGS.every((heading, column) => typeof first[column] === 'string' && textKey(first[column]) === heading);
}

/** Thrown and caught inside this file only: the first row that cannot be read ends the reading. */
class Unreadable {
	constructor(
		readonly problem: 'newer' | 'incomplete' | 'badRow',
		readonly row: number,
	) {}
}

/** @param grid its first row is the heading */
export function readStatisticsTable(grid: Grid): ReadStatistics {
	try {
		return { ok: true, table: new TableReader().read(grid) };
	} catch (error) {
		if (error instanceof Unreadable) return { ok: false, problem: error.problem, row: error.row };
		throw error;
	}
}

const isRow = (cells: readonly Cell[] | undefined): cells is readonly Cell[] =>
	cells !== undefined && !cells.every(isBlank);

/** A cell as a text; '' for what is none. */
const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');
const unmarked = (cell: Cell | undefined): string => {
	const text = textOf(cell);
	return text.startsWith(TEXT_MARK) ? text.slice(TEXT_MARK.length) : text;
};
/** NaN for what is not a number; files keep numbers as text. */
function numberOf(cell: Cell | undefined): number {
	if (typeof cell === 'number') return cell;
	return typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : Number.NaN;
}

class TableReader {
	private readonly texts = new Map<string, string>();
	private readonly numbers = new Map<string, number>();
	private readonly stages: Stage[] = [];
	private readonly tasks: [position: number, task: string][] = [];
	private readonly exitRules = new Map<number, string>();
	private readonly whole: StatisticsRow[] = [];
	private readonly groups = new Map<string, Map<string, StatisticsRow[]>>();

	read(grid: Grid): StatisticsTable {
		for (let row = 1; row < grid.length; row++) {
			const cells = existing(grid[row]);
			if (!isRow(cells)) continue;
			if (textOf(cells[0]) === HEAD_GROUP) this.readHead(cells);
			else {
				const read = readRow(cells);
				if (read === null) throw new Unreadable('badRow', row + 1);
				this.rowsOf(cells).push(...read);
			}
		}
		const groups = [...this.groups].map(([by, values]): RowGroup => ({ by, values }));
		return { head: this.head(), whole: this.whole, groups };
	}

	private readHead(cells: readonly Cell[]): void {
		const name = textOf(cells[1]);
		if (name === 'task') this.tasks.push([numberOf(cells[3]), unmarked(cells[6])]);
		else if (name === 'exit rule') this.exitRules.set(numberOf(cells[3]), unmarked(cells[6]));
		else if (name !== 'stage') {
			this.texts.set(name, unmarked(cells[6]));
			this.numbers.set(name, numberOf(cells[3]));
		} else this.readStage(cells);
	}

	private readStage(cells: readonly Cell[]): void {
		const kind = STAGE_KINDS[numberOf(cells[4])];
		const usualDays = numberOf(cells[5]);
		const label = unmarked(cells[6]);
		if (kind === undefined) return;
		const known = { usualDays: Number.isNaN(usualDays) ? null : usualDays };
		this.stages[numberOf(cells[3])] = plainStage(label, kind, numberOf(cells[10]), known);
	}

	private head(): StatisticsHead {
		const version = this.numbers.get('version') ?? Number.NaN;
		if (version > TABLE_VERSION) throw new Unreadable('newer', 2);
		const listed = Array.from(this.stages, (stage, position) => ({
			...stage,
			exitRule: this.exitRules.get(position) ?? '',
			tasks: this.tasks.filter(([own]) => own === position).map(([, task]) => task),
		}));
		const stages = new StageList(listed.every(({ name }) => name !== undefined) ? listed : []);
		const [asOfDay, resolution, history] = ['as of', 'resolution', 'history'].map(
			(name) => this.numbers.get(name) ?? Number.NaN,
		) as [number, number, number];
		const isComplete =
			version === TABLE_VERSION &&
			[asOfDay, resolution, history].every((value) => !Number.isNaN(value)) &&
			stages.problems().length === 0;
		if (!isComplete) throw new Unreadable('incomplete', 2);
		const columns: Partial<Record<Field, string>> = {};
		for (const field of FIELDS) {
			const heading = this.texts.get(`column ${field}`);
			if (heading !== undefined) columns[field] = heading;
		}
		return {
			stages,
			asOfDay,
			resolution,
			hasHistory: history !== HISTORY.none,
			hasMoves: history === HISTORY.moves,
			timeZone: this.texts.get('time zone') ?? 'UTC',
			columns,
			cohort: this.texts.get('cohort') === 'closed' ? 'closed' : 'created',
			selection: this.texts.get('selection') ?? '',
		};
	}

	/** Where the rows of a group are kept. */
	private rowsOf(cells: readonly Cell[]): StatisticsRow[] {
		const group = textOf(cells[0]);
		if (group === '') return this.whole;
		const own = [...OWN_GROUPS].find(([, cell]) => cell === group);
		const by = own?.[0] ?? unmarked(group);
		const values = this.groups.get(by) ?? new Map<string, StatisticsRow[]>();
		this.groups.set(by, values);
		const value = unmarked(cells[1]);
		const rows = values.get(value) ?? [];
		values.set(value, rows);
		return rows;
	}
}

/** One row for each length; the sums stand in the first of them. Null for a row that is none. */
export function readRow(cells: readonly Cell[]): StatisticsRow[] | null {
	const layer = LAYERS.find((name) => name === textOf(cells[2]));
	const whole = [3, 4, 5, 8, 9].map((column) => numberOf(cells[column]));
	const [k1, k2, k3, deals, valued] = whole as [number, number, number, number, number];
	const amount = numberOf(cells[10]);
	if (layer === undefined) return null;
	const bins = textOf(cells[7])
		.split(' ')
		.map((part) => binOf(part));
	const isPriced = PRICED_LAYERS.has(layer);
	const isUsable =
		whole.every(Number.isInteger) &&
		bins.every((bin) => isBin(bin, layer)) &&
		bins.reduce((sum, bin) => sum + bin.deals, 0) === deals;
	if (!isUsable) return null;
	const base = { layer, k1, k2, k3, label: unmarked(cells[6]) };
	return bins.map(({ duration, deals: many, ...priced }, i) => ({
		...base,
		duration,
		deals: many,
		...(isPriced ? priced : { valued: i === 0 ? valued : 0, amount: i === 0 && !Number.isNaN(amount) ? amount : null }),
	}));
}

interface Bin {
	readonly duration: number;
	readonly deals: number;
	readonly valued: number;
	readonly amount: number | null;
}

/** `12x40`, or `12x40x38x1500` with the deals that have an amount, and their sum. */
function binOf(text: string): Bin {
	const [duration, deals, valued, amount] = text.split('x');
	return {
		duration: numberOf(duration),
		deals: numberOf(deals),
		valued: valued === undefined ? 0 : numberOf(valued),
		amount: amount === undefined || amount === '' ? null : numberOf(amount),
	};
}

/** Deals at risk rise and fall from day to day; all other counts are never below 0. */
function isBin({ duration, deals, valued, amount }: Bin, layer: Layer): boolean {
	const isCount = layer === 'risk' ? Number.isInteger(deals) : deals >= 0;
	return duration >= 0 && isCount && valued >= 0 && !Number.isNaN(amount);
}
