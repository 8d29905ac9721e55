/** States of a sheet that last for one look of the add-on and are mended again: nothing of them may stay in the log. */
import { writeOfStored } from '../../workbench/host/user-actions.ts';
import type { Act } from './deal-edits.ts';
import type { Dice } from './dice.ts';
import { cellWords } from './truth.ts';
import type { Editor, World } from './world.ts';

/** The sidebar looks while it is so; where another execution has the lock, it waits and sees what is there later. */
function look(world: World, dice: Dice, editor: Editor): void {
	const [name, args] = dice.pick([['sidebarOpen', [{ filter: null }]] as const, ['sidebarCheck', []] as const]);
	const task = world.executions.start('rpc', name, () => editor.call[name]?.(...args));
	world.executions.advance(task, Number.POSITIVE_INFINITY);
}

export const BRIEF_STATES: Readonly<Record<string, Act>> = {
	/** Somebody puts a new column before the others and gives it the name of one that is there. */
	twinHeading: (world, dice, editor) => {
		const { deals, columns, headerRow } = world;
		const heading = cellWords(world.cells(deals, headerRow)[0]?.[world.column(dice.pick(['stage', 'id']))]);
		if (heading === '' || columns.length > 8) return;
		const at = dice.whole(0, columns.length - 1);
		editor.user.insertColumns(deals, at, 1);
		columns.splice(at, 0, 'twin');
		editor.user.type(deals, headerRow, at, heading);
		world.look();
		look(world, dice, editor);
		editor.user.deleteColumns(deals, at, 1);
		columns.splice(at, 1);
		world.forgetUndo(null);
	},
	/** The sheet is deleted and brought back by an undo. */
	dealsGone: (world, dice, editor) => {
		if (!world.executions.isLockFree()) return;
		const { metadata } = world.host.records;
		editor.user.deleteSheet(world.deals);
		look(world, dice, editor);
		world.store.restoreSheet(world.deals);
		world.host.records.metadata = metadata;
		world.forgetUndo(null);
	},
	/** The formula that fills the sheet asks again: for a moment it shows an error and nothing below, its headings only, or that it is loading. */
	reload: (world, dice, editor) => {
		if (!world.executions.isLockFree()) return;
		const { store, deals, columns } = world;
		const rect = { row: 0, column: 0, rows: world.dataRows() + 1, columns: columns.length };
		const before = store.read(deals, rect).map((line) => line.map(writeOfStored));
		const shows = dice.pick(['error', 'headings', 'loading']);
		const during = before.map((line, row) =>
			line.map((cell, column) => {
				if (row === 0) return shows === 'error' ? { ...cell, value: column === 0 ? '#REF!' : null } : cell;
				return { value: shows === 'loading' ? 'Loading...' : null };
			}),
		);
		store.write(deals, rect, during);
		look(world, dice, editor);
		store.write(deals, rect, before);
	},
};

export const BRIEF_WEIGHTS: Readonly<Record<string, number>> = { twinHeading: 0.3, dealsGone: 0.15, reload: 0 };
