/**
 * The cells of a book whose formula calls a function of the bundle, with Google's cache: a cell is computed again only
 * when a value among its arguments changed, so a cell without arguments stays stale.
 */
import type { Bundle } from './bundle.ts';
import { argumentValues, evaluateFormula, parseFormulaCall } from './formula-call.ts';
import type { StoredCell } from './store.ts';

interface Computed {
	readonly key: string;
	/** The answer shows nothing. */
	readonly isBlank: boolean;
	readonly spill: { rows: number; columns: number };
}

export class FormulaCells {
	readonly #bundle: Bundle;
	readonly #computed = new Map<string, Computed>();

	constructor(bundle: Bundle) {
		this.#bundle = bundle;
	}

	/** Computes what has to be computed and writes the results; answers how many functions ran. */
	recalculate(): number {
		const { store } = this.#bundle.host;
		let runs = 0;
		const seen = new Set<string>();
		for (const { id } of store.sheets()) {
			store.read(id, { row: 0, column: 0, ...store.used(id) }).forEach((line, row) => {
				line.forEach((cell, column) => {
					if (cell.formula === null || !this.#isOurs(cell.formula)) return;
					const place = `${id}!${row},${column}`;
					seen.add(place);
					if (this.#isFresh(place, id, cell)) return;
					runs++;
					this.#compute(place, id, row, column, cell.formula);
				});
			});
		}
		for (const place of [...this.#computed.keys()]) if (!seen.has(place)) this.#computed.delete(place);
		return runs;
	}

	/** Any other function is the sheet's own, which a store may compute. */
	#isOurs(formula: string): boolean {
		const call = parseFormulaCall(formula);
		return call !== null && this.#bundle.has(call.name);
	}

	#keyOf(sheetId: number, formula: string): string {
		const call = parseFormulaCall(formula);
		try {
			return `${formula} ${JSON.stringify(call === null ? null : argumentValues(this.#bundle.host, call, sheetId))}`;
		} catch (error) {
			return `${formula} ${(error as Error).message}`;
		}
	}

	#isFresh(place: string, sheetId: number, cell: StoredCell): boolean {
		const known = this.#computed.get(place);
		const wasWritten = cell.value === null && known?.isBlank === false;
		return !wasWritten && known?.key === this.#keyOf(sheetId, cell.formula ?? '');
	}

	#compute(place: string, sheetId: number, row: number, column: number, formula: string): void {
		const { host } = this.#bundle;
		const { store } = host;
		const key = this.#keyOf(sheetId, formula);
		host.formulaCell = { sheetId, row, column };
		const result = evaluateFormula(this.#bundle, formula, sheetId);
		host.formulaCell = null;
		const grid =
			'error' in result
				? [['#ERROR!']]
				: Array.isArray(result.value)
					? (result.value as unknown[][])
					: [[result.value]];
		const old = this.#computed.get(place)?.spill ?? { rows: 1, columns: 1 };
		const size = {
			rows: Math.max(old.rows, grid.length),
			columns: Math.max(old.columns, ...grid.map((line) => line.length)),
		};
		const room = store.size(sheetId);
		const rect = {
			row,
			column,
			rows: Math.min(size.rows, room.rows - row),
			columns: Math.min(size.columns, room.columns - column),
		};
		const cells = Array.from({ length: rect.rows }, (_line, at) =>
			Array.from({ length: rect.columns }, (_cell, offset) => {
				const value = (grid[at]?.[offset] ?? null) as string | number | boolean | null;
				return at === 0 && offset === 0 ? { value, formula } : { value };
			}),
		);
		store.write(sheetId, rect, cells);
		this.#computed.set(place, {
			key,
			isBlank: cells[0]?.[0]?.value === null,
			spill: { rows: grid.length, columns: Math.max(1, ...grid.map((line) => line.length)) },
		});
	}
}
