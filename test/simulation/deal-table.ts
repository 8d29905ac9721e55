/** One deal sheet of a simulated document: where its columns are, its new rows, and what truly stood in it. */
import type { CellWrite } from '../../workbench/host/store.ts';
import type { Dice } from './dice.ts';
import { Truth } from './truth.ts';

export const STAGE_NAMES: readonly string[] = ['Qualify', 'Needs', 'Quote', 'Won', 'Lost'];
const HEADINGS: Readonly<Record<string, string>> = {
	id: 'Deal id',
	name: 'Deal',
	stage: 'Stage',
	amount: 'Amount',
	created: 'Created',
	owner: 'Owner',
};
const FEEDING = '=IMPORTRANGE("x", "Deals!A1:F")';

export class DealTable {
	readonly id: number;
	readonly truth = new Truth();
	/** 0-based. */
	headerRow = 0;
	/** What each column is. */
	readonly columns: string[];
	/** Number of the newest deal. */
	newest = 0;

	constructor(id: number, columns: readonly string[]) {
		this.id = id;
		this.columns = [...columns];
	}

	freshRow(dice: Dice, stage: string): (string | number)[] {
		this.newest++;
		const row: Record<string, string | number> = {
			id: `D-${this.newest}`,
			name: `Deal ${this.newest}`,
			stage,
			amount: dice.whole(1, 900) * 10,
			created: 46_000 + dice.whole(0, 60),
			owner: dice.pick(['Ann', 'Bob', '王芳']),
		};
		return this.columns.map((column) => row[column] ?? '');
	}

	/** Headings and so many deals. @param isFed one formula in the first cell fills all the others */
	firstCells(dice: Dice, count: number, isFed: boolean): CellWrite[][] {
		const rows = [
			this.columns.map((column) => HEADINGS[column] ?? ''),
			...Array.from({ length: count }, () => this.freshRow(dice, dice.pick(STAGE_NAMES))),
		];
		return rows.map((line, row) =>
			line.map((value, column) => (isFed && row === 0 && column === 0 ? { value, formula: FEEDING } : { value })),
		);
	}
}
