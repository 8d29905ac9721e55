/** A document at rest: nothing runs, the sidebar and an edit look once more, and then every invariant is checked. Also the calls without faults of that. */
import type { Answer } from '../../src/addon/contract/answer.ts';
import type { CheckAnswer, OpenAnswer, ReadyState } from '../../src/addon/contract/sheet-and-settings.ts';
import { editEvent } from '../../workbench/host/edit-event.ts';
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import type { Dice } from './dice.ts';
import type { Checks, ListedRows } from './invariants.ts';
import { columnsWithIds } from './switches.ts';
import type { World } from './world.ts';

const MANY = 100;

/** One execution without faults, from its start to its end. @returns what it answered */
export function call(world: World, name: string, args: readonly unknown[], how: ExecutionKind = 'rpc'): unknown {
	const { executions } = world;
	const task = executions.start(how, name, () => world.editors[0]?.call[name]?.(...args));
	executions.advance(task, Number.POSITIVE_INFINITY);
	if (task.thrown !== null) world.breaks.push(`I16 ${name} threw without a fault: ${String(task.thrown)}`);
	return task.result;
}

export function answered<T>(world: World, name: string, args: readonly unknown[]): T | null {
	const answer = call(world, name, args) as Answer<T> | undefined;
	if (answer?.ok === true) return answer.data;
	if (answer !== undefined) world.breaks.push(`I16 ${name} failed without a fault: ${answer.code} ${answer.text}`);
	return null;
}

/** The event of an edit that changes nothing. */
function editOf(world: World): unknown {
	const rect = { row: world.headerRow + 1, column: world.column('name'), rows: 2, columns: 1 };
	return editEvent(world.host, { sheetId: world.deals, rect, before: null, after: null });
}

/** The ids are chosen again where somebody has left them out. */
function switchHistoryOn(world: World): void {
	const columns = world.kept.get('columns') as { readonly id?: string } | undefined;
	if (columns === undefined || columns.id !== undefined) return;
	answered(world, 'sidebarSaveSettings', [{ settings: { columns: columnsWithIds(world, columns, true) } }]);
}

export function rest(world: World, checks: Checks, dice: Dice): void {
	world.executions.drain();
	world.queue.length = 0;
	world.host.log.length = 0;
	for (const { id } of world.store.sheets()) world.store.protect(id, []);
	if (world.host.locks.held.length > 0) world.breaks.push(`I11 ${world.host.locks.held.join(', ')} is held at rest`);
	world.turnToSetUp();
	switchHistoryOn(world);
	const deals = world.store.version(world.deals);
	if (world.historyId() === null) call(world, 'refreshFunnel', [], 'menu');
	let open: OpenAnswer | null = null;
	let before = Number.NaN;
	for (let look = 0; look <= 3; look++) {
		// The first look is the sidebar's, whose funnel is checked; whether the log is complete, the cheaper look of an edit says as well.
		if (look === 0) open = answered<OpenAnswer>(world, 'sidebarOpen', [{ filter: null }]);
		else call(world, 'onEdit', [editOf(world)], 'trigger');
		const after = world.store.version(world.historyId() ?? world.deals);
		if (after === before) break;
		if (look === 3) world.breaks.push('I8 the log still changes after three looks at an unchanged table');
		before = after;
	}
	checks.log(world);
	const report = open?.ready?.report;
	if (report !== undefined && dice.isLucky(0.5)) {
		const listed = answered<CheckAnswer>(world, 'sidebarCheck', []);
		checks.funnel(world, report, listedRows(listed));
		for (const { row, cell, code } of listed?.problems ?? [])
			if (row !== null && cell === '') world.breaks.push(`I7 ${code} names no cell`);
	}
	if (world.store.version(world.deals) !== deals) world.breaks.push('I4 looking changed the deals');
	if (open !== null) checks.migrated(world, open);
	checks.readable(world);
	checks.kept(world);
	if (report !== undefined && dice.isLucky(0.15) && !world.hasGap) sameInAnyOrder(world, dice);
	takeManyAway(world);
}

function listedRows(check: CheckAnswer | null): ListedRows {
	const countOf = (wanted: string): number =>
		(check?.counts ?? []).reduce((sum, { code, count }) => sum + (code === wanted ? count : 0), 0);
	return {
		notes: countOf('totalsRow') + countOf('noteRow'),
		headings: countOf('noteRow'),
		otherTable: countOf('otherTable'),
		arePrefilled: countOf('prefilledRows') > 0,
	};
}

/** What was pasted by the thousand goes again, and its deals are gone at the next rest. */
function takeManyAway(world: World): void {
	const rows = world.dataRows();
	if (rows <= MANY) return;
	world.editors[0]?.user.deleteRows(world.deals, world.headerRow + 1 + MANY, rows - MANY);
	world.forgetUndo(null);
	world.look();
}

/**
 * I9: sorted by a column, every figure stays. A stage alone in its row heads a group by the rows below it: sorted away
 * from them it is a deal, and Check lists one row less.
 */
function sameInAnyOrder(world: World, dice: Dice): void {
	const figures = (): { readonly text: string; readonly filled: number; readonly headings: number } => {
		const { notes, headings, otherTable } = listedRows(answered<CheckAnswer>(world, 'sidebarCheck', []));
		const ready = answered<ReadyState>(world, 'sidebarReport', [
			{ filter: { period: null, cohort: 'created', columns: {} } },
		]);
		const { stages, figures: all, kinds, rows, assumed } = ready?.report ?? {};
		const text = JSON.stringify([stages, all, kinds, rows, assumed]);
		return { text, filled: (rows ?? 0) + notes + otherTable, headings };
	};
	world.isClockStopped = true;
	const cells = JSON.stringify(world.cells(world.deals, 0));
	const before = figures();
	const rows = world.dataRows();
	const rect = { row: world.headerRow + 1, column: 0, rows, columns: world.columns.length };
	world.editors[0]?.user.sort(world.deals, rect, dice.whole(0, world.columns.length - 1), dice.isLucky(0.5));
	world.look();
	// Sorted below a blank line, half-typed rows may be listed as another table.
	const after = figures();
	const isSame = after.headings === before.headings ? after.text === before.text : after.filled === before.filled;
	if (!world.hasGap && !isSame) world.breaks.push('I9 sorting the rows changed a figure');
	world.isClockStopped = false;
	world.editors[0]?.user.undo();
	world.look();
	if (JSON.stringify(world.cells(world.deals, 0)) !== cells)
		world.breaks.push('I4 the deals are not as they were after sorting, reporting and undoing');
}
