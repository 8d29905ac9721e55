/** A CRM's export of older changes in a sheet of its own: what can be imported into the history. */
import type { MemoryStore } from '../../workbench/host/memory-store.ts';
import { STAGE_NAMES } from './deal-table.ts';
import type { Dice } from './dice.ts';

export interface Exported {
	readonly sheetId: number;
	/** What it says of each deal. */
	readonly changes: ReadonlyMap<string, readonly { readonly stage: string; readonly at: number }[]>;
}

/** One to three changes of every second deal, in the days before the start. */
export function exportOfCrm(store: MemoryStore, dice: Dice, deals: number, now: number): Exported {
	const { id } = store.insertSheet('CRM export', 1, { rows: 80, columns: 4 });
	const rows = [['Deal id', 'Stage', 'Changed at']];
	const exported = new Map<string, { stage: string; at: number }[]>();
	for (let deal = 1; deal <= deals; deal += 2) {
		const changes = Array.from({ length: dice.whole(1, 3) }, () => ({
			stage: dice.pick(STAGE_NAMES),
			at: Math.floor(now / 60_000) * 60_000 - dice.whole(1, 60) * 86_400_000,
		}));
		exported.set(`D-${deal}`, changes);
		for (const { stage, at } of changes) rows.push([`D-${deal}`, stage, new Date(at).toISOString()]);
	}
	const cells = rows.map((row) => row.map((value) => ({ value })));
	store.write(id, { row: 0, column: 0, rows: rows.length, columns: 3 }, cells);
	return { sheetId: id, changes: exported };
}
