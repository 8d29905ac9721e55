/** What people do to the deal sheet, one kind a function. Not here: the history sheet (log-edits.ts), executions (starts.ts). */
import { writeOfStored } from '../../workbench/host/user-actions.ts';
import { STAGE_NAMES } from './deal-table.ts';
import type { Dice } from './dice.ts';
import type { Editor, World } from './world.ts';

export type Act = (world: World, dice: Dice, editor: Editor) => void;

const ODD_STAGES = [
	' won ',
	'WON',
	'Ｗｏｎ',
	'Wonn',
	'closed?',
	'=1+1',
	'__proto__',
	'(gone)',
	'(back)',
	'Quote\u200b',
	'constructor',
	'',
];
const MOST_ROWS = 45;
const FEWEST_ROWS = 8;
const MANY_ROWS = 10_000;

export function stageText(world: World, dice: Dice): string {
	const listed = world.stages();
	// Typed into a cell that a formula fills, another formula would break it.
	if (dice.isLucky(0.12))
		return dice.pick(world.kind.isFed ? ODD_STAGES.filter((text) => text !== '=1+1') : ODD_STAGES);
	const names = listed.length === 0 ? STAGE_NAMES : listed.map(({ names: own }) => own[0] as string);
	return dice.pick(names);
}

function oneRow(world: World, dice: Dice): number {
	return world.headerRow + 1 + dice.whole(0, Math.max(0, world.dataRows() - 1));
}

function idText(world: World, dice: Dice): string | number | null {
	const kind = dice.weighted({ fresh: 5, other: 3, blank: 1, number: 1, text: 1 });
	if (kind === 'fresh') return `D-${++world.table.newest}`;
	if (kind === 'other') return dice.pick(world.trueDeals()).id;
	if (kind === 'number') return dice.whole(1, 9);
	return kind === 'text' ? `'00${dice.whole(1, 9)}` : null;
}

export const DEAL_EDITS: Readonly<Record<string, Act>> = {
	type: (world, dice, { user }) => {
		user.type(world.deals, oneRow(world, dice), world.column('stage'), stageText(world, dice));
	},
	typeElsewhere: (world, dice, { user }) => {
		user.type(world.deals, oneRow(world, dice), world.column('name'), `Deal ${dice.whole(1, 99)}`);
	},
	typeId: (world, dice, { user }) => {
		user.type(world.deals, oneRow(world, dice), world.column('id'), idText(world, dice));
	},
	paste: (world, dice, { user }) => {
		const height = dice.whole(1, 8);
		const row = Math.min(oneRow(world, dice), world.headerRow + MOST_ROWS - height);
		user.paste(
			world.deals,
			Math.max(world.headerRow + 1, row),
			world.column('stage'),
			Array.from({ length: height }, () => [stageText(world, dice)]),
		);
	},
	pasteRows: (world, dice, { user }) => {
		const height = dice.whole(1, 3);
		if (world.dataRows() + height > MOST_ROWS) return;
		const last = world.headerRow + 1 + world.dataRows();
		const block = Array.from({ length: height }, () => world.table.freshRow(dice, stageText(world, dice)));
		user.paste(world.deals, dice.isLucky(0.5) ? last : oneRow(world, dice), 0, block);
	},
	fillDown: (world, dice, { user }) => {
		const row = oneRow(world, dice);
		const rows = Math.min(dice.whole(2, 6), world.headerRow + 1 + world.dataRows() - row);
		if (rows > 1) user.fillDown(world.deals, { row, column: world.column('stage'), rows, columns: 1 });
	},
	clear: (world, dice, { user }) => {
		user.clear(world.deals, {
			row: oneRow(world, dice),
			column: world.column('stage'),
			rows: dice.whole(1, 2),
			columns: 1,
		});
	},
	cutRow: (world, dice, { user }) => {
		const target = dice.isLucky(0.7) ? world.headerRow + 1 + world.dataRows() : oneRow(world, dice);
		if (target > world.headerRow + MOST_ROWS) return;
		user.cutAndPaste(
			world.deals,
			{ row: oneRow(world, dice), column: 0, rows: 1, columns: world.columns.length },
			target,
			0,
		);
	},
	undo: (_world, _dice, { user }) => {
		user.undo();
	},
	sort: (world, dice, { user }) => {
		const rows = world.dataRows();
		if (rows < 2) return;
		const rect = { row: world.headerRow + 1, column: 0, rows, columns: world.columns.length };
		user.sort(world.deals, rect, dice.whole(0, world.columns.length - 1), dice.isLucky(0.5));
	},
	filter: (world, dice) => {
		const rect = { row: world.headerRow, column: 0, rows: world.dataRows() + 1, columns: world.columns.length };
		world.store.setFilter(
			world.deals,
			dice.isLucky(0.5) ? null : { rect, column: world.column('stage'), visible: ['Won'] },
		);
	},
	hide: (world, dice) => {
		world.store.setHiddenRows(world.deals, dice.isLucky(0.5) ? [] : [oneRow(world, dice)]);
	},
	insertRows: (world, dice, editor) => {
		const count = dice.whole(1, 2);
		if (world.dataRows() + count > MOST_ROWS) return;
		editor.user.insertRows(world.deals, oneRow(world, dice), count);
		world.forgetUndo(editor);
	},
	rowsAbove: (world, _dice, { user }) => {
		if (world.headerRow > 3) return;
		user.insertRows(world.deals, world.headerRow, 1);
		world.table.headerRow++;
		world.forgetUndo(null);
	},
	deleteRows: (world, dice, editor) => {
		const row = oneRow(world, dice);
		const count = Math.min(dice.whole(1, 2), world.headerRow + 1 + world.dataRows() - row);
		if (world.dataRows() - count < FEWEST_ROWS || count < 1) return;
		editor.user.deleteRows(world.deals, row, count);
		world.forgetUndo(editor);
	},
	insertColumn: (world, dice, { user }) => {
		if (world.columns.length > 8) return;
		const at = dice.whole(0, world.columns.length - 1);
		user.insertColumns(world.deals, at, 1);
		world.columns.splice(at, 0, `note${dice.whole(1, 1e6)}`);
		world.forgetUndo(null);
	},
	deleteColumn: (world, dice, { user }) => {
		const at = world.columns.findIndex((name) => name.startsWith('note'));
		if (at < 0 || dice.isLucky(0.3)) return;
		user.deleteColumns(world.deals, at, 1);
		world.columns.splice(at, 1);
		world.forgetUndo(null);
	},
	/** A column dragged elsewhere takes its marks with it. */
	moveColumn: (world, dice) => {
		const { store, host, deals, columns } = world;
		const from = dice.pick([world.column('stage'), world.column('id'), dice.whole(0, columns.length - 1)]);
		const to = dice.whole(0, columns.length - 1);
		if (from === to) return;
		const rect = { row: 0, column: 0, rows: store.used(deals).rows, columns: columns.length };
		const order = columns.map((_, at) => at);
		order.splice(to, 0, order.splice(from, 1)[0] as number);
		const cells = store.read(deals, rect).map((line) => line.map(writeOfStored));
		store.write(
			deals,
			rect,
			cells.map((line) => order.map((at) => line[at] as (typeof line)[number])),
		);
		for (const record of host.records.metadata) {
			if (record.sheetId === deals && record.rect !== null)
				record.rect = { ...record.rect, column: order.indexOf(record.rect.column) };
		}
		columns.splice(to, 0, columns.splice(from, 1)[0] as string);
		world.forgetUndo(null);
	},
	renameHeading: (world, dice, { user }) => {
		const name = dice.pick(['stage', 'stage', 'id', 'owner']);
		user.type(
			world.deals,
			world.headerRow,
			world.column(name),
			`${name === 'id' ? 'Key' : 'Phase'} ${dice.whole(1, 1e6)}`,
		);
	},
	renameSheet: (world, dice, { user }) => {
		user.renameSheet(world.deals, `Deals ${dice.whole(1, 1e6)}`);
	},
	duplicateSheet: (world, _dice, { user }) => {
		const copy = world.store.sheets().find(({ name }) => name.startsWith('Copy of'));
		if (copy === undefined) user.duplicateSheet(world.deals);
		else user.deleteSheet(copy.id);
	},
	silently: (world, dice, { user }) => {
		user.changeSilently(world.deals, oneRow(world, dice), world.column('stage'), stageText(world, dice));
	},
	formula: (world, dice) => {
		const rect = { row: oneRow(world, dice), column: world.column('stage'), rows: 1, columns: 1 };
		world.store.write(world.deals, rect, [[{ value: stageText(world, dice), formula: '=IF(A1="","Won","Lost")' }]]);
	},
	redo: (_world, _dice, { user }) => {
		user.redo();
	},
	/** The heading of the stages becomes one of the values. */
	pasteHeader: (world, dice, { user }) => {
		const block = Array.from({ length: dice.whole(2, 5) }, () => [`${stageText(world, dice)} ${dice.whole(1, 1e6)}`]);
		user.paste(world.deals, world.headerRow, world.column('stage'), block);
	},
	/** Past the last row, with deals of their own; they are taken away again at the next rest. */
	pasteMany: (world, dice, { user }) => {
		if (world.dataRows() > MOST_ROWS) return;
		const block = Array.from({ length: MANY_ROWS }, () => world.table.freshRow(dice, dice.pick(STAGE_NAMES)));
		user.paste(world.deals, world.headerRow + 1 + world.dataRows(), 0, block);
		world.forgetUndo(null);
	},
	/** Somebody protects the deals or the history, or lifts it. */
	protect: (world, dice) => {
		const id = dice.isLucky(0.5) ? world.deals : (world.historyId() ?? world.deals);
		const size = world.store.size(id);
		world.store.protect(id, dice.isLucky(0.4) ? [] : [{ row: 0, column: 0, ...size }]);
	},
};

export const DEAL_WEIGHTS: Readonly<Record<string, number>> = {
	type: 46,
	typeElsewhere: 4,
	typeId: 4,
	paste: 8,
	pasteRows: 3,
	fillDown: 4,
	clear: 1,
	cutRow: 2,
	undo: 4,
	redo: 1.5,
	sort: 4,
	filter: 0.5,
	hide: 0.5,
	insertRows: 2,
	rowsAbove: 0.15,
	deleteRows: 3,
	insertColumn: 0.4,
	deleteColumn: 0.4,
	moveColumn: 0.8,
	renameHeading: 0.5,
	renameSheet: 0.4,
	duplicateSheet: 0.3,
	silently: 8,
	formula: 1,
	pasteHeader: 0.15,
	pasteMany: 0.002,
	protect: 0.3,
};
