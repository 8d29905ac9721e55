/**
 * What happens in a simulated document, one kind a function: people's edits, starts of executions, time.
 * Each act takes its chances from its own seed, so that a script stays meaningful when acts are taken out of it.
 */

import type { ExecutionKind } from '../../workbench/host/execution.ts';
import type { FaultPlan } from '../../workbench/host/fault.ts';
import { writeOfStored } from '../../workbench/host/user-actions.ts';
import type { Dice } from './dice.ts';
import { cellWords } from './truth.ts';
import { type Editor, STAGE_NAMES, type World } from './world.ts';

type Act = (world: World, dice: Dice, editor: Editor) => void;

const ODD_STAGES = [' won ', 'WON', 'Ｗｏｎ', 'Wonn', 'closed?', '=1+1', '__proto__', '(gone)', '(back)', 'Quote\u200b', 'constructor', ''];
const MOST_ROWS = 45;
const FEWEST_ROWS = 8;

const MESSAGES = [
	'Service Spreadsheets timed out while accessing document with id x.',
	"We're sorry, a server error occurred. Please wait a bit and try again.",
	'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
	'There are too many LockService operations against the same script.',
	'Internal error',
	'Service unavailable',
	'Empty response',
	'Service invoked too many times for one day.',
	'Lock timeout: another process was holding the lock for too long.',
	'You have exceeded the property storage quota. Please remove some properties and try again.',
	'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
	'The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.',
	'Der Dienst ist im Moment nicht erreichbar.',
	'服务暂时不可用',
];

export function stageText(world: World, dice: Dice): string {
	const listed = world.stages();
	if (dice.isLucky(0.12)) return dice.pick(ODD_STAGES);
	const names = listed.length === 0 ? STAGE_NAMES : listed.map(({ names: own }) => own[0] as string);
	return dice.pick(names);
}

function oneRow(world: World, dice: Dice): number {
	return world.headerRow + 1 + dice.whole(0, Math.max(0, world.dataRows() - 1));
}

function idText(world: World, dice: Dice): string | number | null {
	const kind = dice.weighted({ fresh: 5, other: 3, blank: 1, number: 1, text: 1 });
	if (kind === 'fresh') return `D-${++world.newest}`;
	if (kind === 'other') return dice.pick(world.trueDeals()).id;
	if (kind === 'number') return dice.whole(1, 9);
	return kind === 'text' ? `'00${dice.whole(1, 9)}` : null;
}

const EDITS: Readonly<Record<string, Act>> = {
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
		const block = Array.from({ length: height }, () => world.freshRow(dice, stageText(world, dice)));
		user.paste(world.deals, dice.isLucky(0.5) ? last : oneRow(world, dice), 0, block);
	},
	fillDown: (world, dice, { user }) => {
		const row = oneRow(world, dice);
		const rows = Math.min(dice.whole(2, 6), world.headerRow + 1 + world.dataRows() - row);
		if (rows > 1) user.fillDown(world.deals, { row, column: world.column('stage'), rows, columns: 1 });
	},
	clear: (world, dice, { user }) => {
		user.clear(world.deals, { row: oneRow(world, dice), column: world.column('stage'), rows: dice.whole(1, 2), columns: 1 });
	},
	cutRow: (world, dice, { user }) => {
		const target = dice.isLucky(0.7) ? world.headerRow + 1 + world.dataRows() : oneRow(world, dice);
		if (target > world.headerRow + MOST_ROWS) return;
		user.cutAndPaste(world.deals, { row: oneRow(world, dice), column: 0, rows: 1, columns: world.columns.length }, target, 0);
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
		world.store.setFilter(world.deals, dice.isLucky(0.5) ? null : { rect, column: world.column('stage'), visible: ['Won'] });
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
		world.headerRow++;
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
			if (record.sheetId === deals && record.rect !== null) record.rect = { ...record.rect, column: order.indexOf(record.rect.column) };
		}
		columns.splice(to, 0, columns.splice(from, 1)[0] as string);
		world.forgetUndo(null);
	},
	renameHeading: (world, dice, { user }) => {
		const name = dice.pick(['stage', 'stage', 'id', 'owner']);
		user.type(world.deals, world.headerRow, world.column(name), `${name === 'id' ? 'Key' : 'Phase'} ${dice.whole(1, 1e6)}`);
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
			editor.user.sort(id, { row: 1, column: 0, rows: rows - 1, columns: 10 }, dice.whole(0, 9), dice.isLucky(0.5));
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
	renameHistory: (world, dice, { user }) => {
		const id = world.historyId();
		if (id !== null) user.renameSheet(id, `Log ${dice.whole(1, 1e6)}`);
	},
	deleteHistory: (world, dice, { user }) => {
		const id = world.historyId();
		if (id === null || !world.executions.isLockFree() || dice.isLucky(0.7)) return;
		user.deleteSheet(id);
		world.forgetUndo(null);
		// What was known of these deals went with the sheet.
		world.tampered.clear();
	},
};

/** Nobody edits the log in the instant in which it is appended to: Google has no lock against people, and the add-on can not see it. */
function inHistory(world: World, work: (id: number, rows: number) => void): void {
	const id = world.historyId();
	if (id === null || !world.executions.isLockFree()) return;
	const { rows } = world.store.used(id);
	if (rows > 1) work(id, rows);
}

function touch(world: World, id: number, row: number, rows: number): void {
	for (const line of world.store.read(id, { row, column: 0, rows, columns: 1 })) world.tampered.add(cellWords(line[0]).trim());
}

export const EDIT_WEIGHTS: Readonly<Record<string, number>> = {
	type: 46,
	typeElsewhere: 4,
	typeId: 4,
	paste: 8,
	pasteRows: 3,
	fillDown: 4,
	clear: 1,
	cutRow: 2,
	undo: 5,
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
	editHistory: 0.5,
	sortHistory: 0.5,
	deleteHistoryRows: 0.3,
	renameHistory: 0.2,
	deleteHistory: 0.1,
};

/** One edit by one person; says whether the kind is known. */
export function edit(world: World, kind: string, dice: Dice): void {
	const editor = dice.pick(world.editors);
	world.counts.edits++;
	world.now += dice.isLucky(0.5) ? dice.whole(1, 900) : dice.whole(1000, 400_000);
	(EDITS[kind] as Act)(world, dice, editor);
	world.look();
}

export const START_WEIGHTS: Readonly<Record<string, number>> = {
	deliver: 62,
	open: 10,
	report: 6,
	check: 2,
	refresh: 3,
	revision: 1,
	fix: 3,
	undoFix: 2,
	ignore: 1,
	saveSettings: 1,
	saveStages: 2,
	reapply: 1,
	loseEvent: 4,
};

function plan(dice: Dice): FaultPlan | null {
	if (!dice.isLucky(0.18)) return null;
	const mode = dice.pick(['before', 'after', 'from', 'kill'] as const);
	return { nth: dice.whole(1, 20), mode, text: mode === 'kill' ? 'Exceeded maximum execution time' : dice.pick(MESSAGES) };
}

/** An execution begins; nothing of it has run yet. */
export function start(world: World, kind: string, dice: Dice): void {
	const editor = dice.pick(world.editors);
	const go = (how: ExecutionKind, name: string, args: readonly unknown[], onAnswer: (data: unknown) => void = () => {}): void => {
		world.executions.start(how, name, () => editor.call[name]?.(...args), {
			plan: plan(dice),
			isExplicit: name === 'sidebarFix' || name === 'sidebarUndo',
			onDone: ({ result }) => {
				const answer = result as { ok?: boolean; data?: unknown } | null;
				if (answer?.ok === true) onAnswer(answer.data);
			},
		});
	};
	if (kind === 'deliver' || kind === 'loseEvent') {
		const at = dice.isLucky(0.8) ? 0 : world.queue.length - 1;
		const event = world.queue[at];
		if (event === undefined) return;
		if (kind === 'loseEvent' || !dice.isLucky(0.06)) world.queue.splice(at, 1);
		if (kind === 'deliver') go('trigger', 'onEdit', [event]);
	} else if (kind === 'open') go('rpc', 'sidebarOpen', [{ filter: null }]);
	else if (kind === 'report') go('rpc', 'sidebarReport', [{ filter: { period: null, cohort: 'created', columns: {} } }]);
	else if (kind === 'check') go('rpc', 'sidebarCheck', []);
	else if (kind === 'refresh') go('menu', 'refreshFunnel', []);
	else if (kind === 'revision') go('rpc', 'sidebarRevision', []);
	else if (kind === 'fix') {
		const column = world.column('stage');
		const odd = world.trueDeals().filter(({ stage }) => stage !== '' && world.stageOf(stage) < 0);
		const fixes = odd.slice(0, dice.whole(1, 4)).map(({ row, stage }) => ({ row, column, from: stage, to: stageText(world, dice) }));
		go('rpc', 'sidebarFix', [{ fixes }], (data) => {
			editor.undo = (data as { undo: unknown }).undo;
		});
	} else if (kind === 'undoFix') {
		if (editor.undo !== null) go('rpc', 'sidebarUndo', [{ undo: editor.undo }]);
		editor.undo = null;
	} else if (kind === 'ignore')
		go('rpc', 'sidebarIgnore', [{ ids: [`unknownStage|D-${dice.whole(1, 9)}|C|x`], isIgnored: dice.isLucky(0.5) }]);
	else if (kind === 'saveSettings') go('rpc', 'sidebarSaveSettings', [{ settings: { theme: dice.pick(['light', 'dark']) } }]);
	else if (kind === 'saveStages') go('rpc', 'sidebarSaveStages', [{ stages: changedStages(world, dice) }]);
	else go('rpc', 'sidebarReapply', []);
}

/** The list with one stage renamed, two swapped, or an open one removed or added. */
function changedStages(world: World, dice: Dice): unknown[] {
	const id = world.sheetIds().stages as number;
	const stages = world
		.cells(id, 1)
		.filter((line) => cellWords(line[0]) !== '')
		.map((line) => ({
			id: cellWords(line[7]),
			name: cellWords(line[0]),
			kind: kindOf(cellWords(line[1])),
			probability: Number(line[2]?.value ?? 0),
			aliases: cellWords(line[6])
				.split(';')
				.map((part) => part.trim())
				.filter((part) => part !== ''),
			usualDays: null,
			exitRule: '',
			tasks: [] as string[],
			deals: 0,
		}));
	const open = stages.filter(({ kind }) => kind === 'open');
	const change = dice.weighted({ rename: 5, swap: 3, add: 1, remove: 1 });
	const chosen = dice.pick(open);
	if (change === 'rename') chosen.name = `Step ${dice.whole(1, 1e6)}`;
	else if (change === 'swap') stages.splice(0, 0, ...stages.splice(stages.indexOf(chosen), 1));
	else if (change === 'add' && stages.length < 9) stages.unshift({ ...chosen, id: '', name: `New ${dice.whole(1, 1e6)}`, aliases: [] });
	else if (change === 'remove' && open.length > 2) stages.splice(stages.indexOf(chosen), 1);
	return stages;
}

function kindOf(word: string): string {
	return { Open: 'open', Won: 'won', Lost: 'lost', Parked: 'parked' }[word] ?? word.toLowerCase();
}
