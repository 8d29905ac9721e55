/** What people do to the sheet with the stage history: what is lost by it is theirs, what follows must still be right. */
import type { Act } from './deal-edits.ts';
import { cellWords } from './truth.ts';
import type { Editor, World } from './world.ts';

/** Nobody edits the log in the instant in which it is appended to: Google has no lock against people, and the add-on cannot see it. */
function inHistory(world: World, work: (id: number, rows: number) => void): void {
	const id = world.historyId();
	if (id === null || !world.executions.isLockFree()) return;
	const { rows } = world.store.used(id);
	if (rows > 1) work(id, rows);
}

function touch(world: World, id: number, row: number, rows: number): void {
	for (const line of world.store.read(id, { row, column: 0, rows, columns: 1 }))
		world.tampered.add(cellWords(line[0]).trim());
}

/** So many columns are left, or as many as there were. */
export function narrow(world: World, user: Editor['user'], id: number, width: number): void {
	const surplus = world.store.size(id).columns - width;
	if (surplus <= 0) return;
	user.deleteColumns(id, width, surplus);
	world.forgetUndo(null);
}

export const LOG_EDITS: Readonly<Record<string, Act>> = {
	editHistory: (world, dice, { user }) => {
		inHistory(world, (id, rows) => {
			const row = dice.whole(1, rows - 1);
			const column = dice.whole(0, 5);
			touch(world, id, row, 1);
			user.type(id, row, column, dice.pick([null, 'x', 3, 'Won', '=1', 'D-1']));
			touch(world, id, row, 1);
		});
	},
	sortHistory: (world, dice, editor) => {
		inHistory(world, (id, rows) => {
			const columns = Math.min(12, world.store.size(id).columns);
			editor.user.sort(id, { row: 1, column: 0, rows: rows - 1, columns }, dice.whole(0, 11), dice.isLucky(0.5));
			world.forgetUndo(editor);
		});
	},
	deleteHistoryRows: (world, dice, { user }) => {
		inHistory(world, (id, rows) => {
			const row = dice.whole(1, rows - 1);
			const count = Math.min(dice.whole(1, 3), rows - row);
			touch(world, id, row, count);
			user.deleteRows(id, row, count);
			world.forgetUndo(null);
		});
	},
	/** Google's undo takes the add-on's own rows back as well; what they said is still so, and is said again. */
	undoAppend: (world) => {
		inHistory(world, (id, rows) => {
			const { lastAppend } = world.store;
			if (lastAppend?.id !== id || lastAppend.rect.row === 0 || lastAppend.rect.row + lastAppend.rect.rows !== rows)
				return;
			const blank = Array.from({ length: lastAppend.rect.columns }, () => ({ value: null }));
			world.store.write(
				id,
				lastAppend.rect,
				Array.from({ length: lastAppend.rect.rows }, () => blank),
			);
		});
	},
	/** Columns at the right are taken away: what an earlier version had not, or also the ids of the stages. */
	narrowHistory: (world, dice, { user }) => {
		inHistory(world, (id) => {
			narrow(world, user, id, dice.pick(world.kind.hasTwoTables ? [12] : [8, 10, 11, 12]));
		});
	},
	renameHistory: (world, dice, { user }) => {
		const id = world.historyId();
		if (id !== null) user.renameSheet(id, `Log ${dice.whole(1, 1e6)}`);
	},
	/** What was known of the deals goes with the sheet, unless it is brought back. */
	deleteHistory: (world, dice, { user }) => {
		const id = world.historyId();
		if (id === null || !world.executions.isLockFree() || dice.isLucky(0.6)) return;
		user.deleteSheet(id);
		world.forgetUndo(null);
		world.loseLog(id);
	},
	restoreHistory: (world) => {
		world.bringLogBack();
	},
	/** A copy takes the place of the sheet, as in a file that was put together again. */
	copyHistory: (world, dice, { user }) => {
		const id = world.historyId();
		if (id === null || !world.executions.isLockFree() || dice.isLucky(0.5)) return;
		const copy = user.duplicateSheet(id);
		user.deleteSheet(id);
		world.store.renameSheet(copy, 'Stage history');
		world.forgetUndo(null);
	},
};

export const LOG_WEIGHTS: Readonly<Record<string, number>> = {
	editHistory: 0.5,
	sortHistory: 0.5,
	deleteHistoryRows: 0.3,
	undoAppend: 0.5,
	narrowHistory: 0,
	renameHistory: 0.2,
	deleteHistory: 0.2,
	restoreHistory: 3,
	copyHistory: 0.15,
};
