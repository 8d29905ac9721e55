/**
 * What the bundle costs: service calls by name, cells read and written by sheet. Budgets are tests on these numbers.
 */
export class Meter {
	/** Round trips to a service. */
	calls = 0;
	/** Members that only make or describe a handle (see free-members.ts). */
	handles = 0;
	/** Milliseconds asked of Utilities.sleep. */
	slept = 0;
	readonly byName = new Map<string, number>();
	readonly cellsRead = new Map<number, number>();
	readonly cellsWritten = new Map<number, number>();
	/** Cells that Google itself went through for a search: they stay there. */
	readonly cellsSearched = new Map<number, number>();
	/** Round trips that read cells. */
	reads = 0;
	writes = 0;

	call(name: string, isFree: boolean): void {
		if (isFree) this.handles++;
		else {
			this.calls++;
			this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
		}
	}

	read(sheetId: number, cells: number): void {
		this.reads++;
		this.cellsRead.set(sheetId, (this.cellsRead.get(sheetId) ?? 0) + cells);
	}

	searched(sheetId: number, cells: number): void {
		this.cellsSearched.set(sheetId, (this.cellsSearched.get(sheetId) ?? 0) + cells);
	}

	written(sheetId: number, cells: number): void {
		this.writes++;
		this.cellsWritten.set(sheetId, (this.cellsWritten.get(sheetId) ?? 0) + cells);
	}

	reset(): void {
		this.calls = this.handles = this.slept = this.reads = this.writes = 0;
		this.byName.clear();
		this.cellsRead.clear();
		this.cellsSearched.clear();
		this.cellsWritten.clear();
	}
}
