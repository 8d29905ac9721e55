/** What people do to the sheet with the stage list by hand. */
import type { StoredCell } from '../../workbench/host/store.ts';
import { writeOfStored } from '../../workbench/host/user-actions.ts';
import type { Act } from './deal-edits.ts';
import type { Dice } from './dice.ts';
import { stageColumns } from './known-stages.ts';
import { narrow } from './log-edits.ts';
import { cellWords } from './truth.ts';
import type { World } from './world.ts';

interface List {
	readonly id: number;
	readonly lines: readonly (readonly StoredCell[])[];
	readonly column: (heading: string) => number;
	/** Rows of the open stages. */
	readonly open: readonly number[];
}

const MOST_STAGES = 9;

/** Nobody edits the list in the instant in which it is saved: Google has no lock against people. */
function inList(world: World, work: (list: List) => void): void {
	const id = world.sheetIds().stages;
	if (id === undefined || !world.executions.isLockFree()) return;
	const lines = world.cells(id, 0);
	const columns = stageColumns(lines[0]);
	const column = (heading: string): number => columns.get(heading) ?? -1;
	const open = [...lines.keys()].filter(
		(row) => row > 0 && cellWords(lines[row]?.[column('Kind')]) === 'open' && cellWords(lines[row]?.[0]) !== '',
	);
	if (open.length > 0) work({ id, lines, column, open });
}

/** Also while the copy has its original's name still. */
function lookBriefly(world: World, dice: Dice): void {
	if (!dice.isLucky(0.3)) return;
	const task = world.executions.start('rpc', 'sidebarOpen', () =>
		world.editors[0]?.call.sidebarOpen?.({ filter: null }),
	);
	world.executions.advance(task, Number.POSITIVE_INFINITY);
}

export const STAGE_EDITS: Readonly<Record<string, Act>> = {
	copyStage: (world, dice, { user }) => {
		inList(world, ({ id, lines, column, open }) => {
			if (lines.length > MOST_STAGES) return;
			const from = dice.pick(open);
			const to = dice.pick([from, from + 1, 1, lines.length]);
			const copied = (lines[from] as readonly StoredCell[]).map(writeOfStored);
			const aliases = column('Aliases');
			// Two stages with one alias make the list unusable, and that is said.
			if (aliases >= 0) copied[aliases] = { value: null };
			user.insertRows(id, to, 1);
			world.forgetUndo(null);
			world.store.write(id, { row: to, column: 0, rows: 1, columns: copied.length }, [copied]);
			lookBriefly(world, dice);
			user.type(id, to, column('Name'), `Copy ${dice.whole(1, 1e6)}`);
		});
	},
	/** For a moment or for good, often between two looks. */
	typeAlias: (world, dice, { user }) => {
		inList(world, ({ id, lines, column, open }) => {
			const [row, at] = [dice.pick(open), column('Aliases')];
			if (at < 0) return;
			const before = cellWords(lines[row]?.[at]);
			const alias = `Alias ${dice.whole(1, 1e6)}`;
			user.type(id, row, at, before === '' ? alias : `${before}; ${alias}`);
			world.step();
			if (dice.isLucky(0.6)) {
				const deal = world.headerRow + 1 + dice.whole(0, Math.max(0, world.dataRows() - 1));
				world.isSilent ||= world.kind.isFed;
				user.type(world.deals, deal, world.column('stage'), alias);
				world.isSilent = false;
				world.look();
				lookBriefly(world, dice);
			}
			if (dice.isLucky(0.4)) user.type(id, row, at, before === '' ? null : before);
		});
	},
	typeRule: (world, dice, { user }) => {
		inList(world, ({ id, column, open }) => {
			const [row, at, key] = [dice.pick(open), column('Exit rule'), column('ID')];
			if (at < 0 || key < 0) return;
			const text = `Rule ${dice.whole(1, 1e6)}`;
			user.type(id, row, at, text);
			// Who takes it back himself has not lost it.
			world.forgetUndo(null);
			const stage = cellWords(world.cells(id, row)[0]?.[key]).trim();
			// Of a copied row it is not settled yet which stage it is.
			if (world.rules().some((rule) => rule.row === row)) world.kept.rules.set(stage, text);
			else world.kept.rules.delete(stage);
		});
	},
	narrowStages: (world, dice, { user }) => {
		inList(world, ({ id, column }) => {
			narrow(world, user, id, dice.pick([2, 3, 6, 7]));
			if (column('Exit rule') >= world.store.size(id).columns || world.store.size(id).columns < 8)
				world.kept.rules.clear();
		});
	},
};

export const STAGE_WEIGHTS: Readonly<Record<string, number>> = {
	copyStage: 1,
	typeAlias: 1.5,
	typeRule: 2,
	narrowStages: 0,
};
