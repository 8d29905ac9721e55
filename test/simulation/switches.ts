/** What people change in the sidebar's settings, each as a page does it: what was opened, then the save that says what it showed. */
import type { Answer } from '../../src/addon/contract/answer.ts';
import type { OpenAnswer } from '../../src/addon/contract/sheet-and-settings.ts';
import { Dice } from './dice.ts';
import type { TaskPlan } from './executions.ts';
import { changedStages } from './stage-changes.ts';
import { cellWords } from './truth.ts';
import type { Editor, World } from './world.ts';

type Save = (open: OpenAnswer, dice: Dice) => readonly [name: string, request: object] | null;

function settingsSave(part: string, value: unknown, { settings }: OpenAnswer): readonly [string, object] {
	const before = { [part]: (settings as unknown as Record<string, unknown>)[part] };
	return ['sidebarSaveSettings', { settings: { [part]: value }, before }];
}

/** Columns of a sheet as the setup names them; notes are none. */
export function chosenColumns({ columns }: { readonly columns: readonly string[] }): Readonly<Record<string, number>> {
	return Object.fromEntries(
		columns.flatMap((field, column) => (/^(?:note|twin)/u.test(field) ? [] : [[field, column] as const])),
	);
}

/** The ids are chosen again, or no more: without them there is no history. */
export function columnsWithIds(world: World, columns: object, hasIds: boolean): object {
	const { id: _, ...others } = columns as { readonly id?: string };
	const heading = cellWords(world.cells(world.deals, world.headerRow)[0]?.[world.column('id')]);
	return hasIds ? { ...others, id: heading } : others;
}

const SAVES: Readonly<Record<string, (world: World) => Save>> = {
	saveTheme: () => (open, dice) => settingsSave('theme', dice.pick(['light', 'dark', 'system']), open),
	switchEditor: () => (open) => settingsSave('recordEditor', open.settings?.recordEditor !== true, open),
	switchHistory: (world) => (open) => {
		const columns = open.settings?.columns ?? {};
		return settingsSave('columns', columnsWithIds(world, columns, columns.id === undefined), open);
	},
	saveStages: () => (open, dice) => {
		const { stages, merges } = changedStages(open.stages, dice);
		return ['sidebarSaveStages', { stages, merges, before: open.stages }];
	},
	switchTable: (world) => {
		const other = world.tables.find((table) => table !== world.table) ?? world.table;
		const [headerRow, columns] = [other.headerRow + 1, chosenColumns(other)];
		const headings = (world.cells(other.id, other.headerRow)[0] ?? []).map(cellWords);
		return ({ stages, settings }) => {
			const shown = { headings, stages, settings: { dealSheetId: settings?.dealSheetId, columns: settings?.columns } };
			return ['sidebarSetUp', { sheetId: other.id, headerRow, columns, stageDates: [], stages, shown }];
		};
	},
};

export const SWITCH_WEIGHTS: Readonly<Record<keyof typeof SAVES, number>> = {
	saveTheme: 2,
	switchEditor: 3,
	switchHistory: 2.5,
	saveStages: 2,
	switchTable: 0,
};

/** An execution that opens, and one that saves what a person has changed there; false where the kind is none of these. */
export function startSwitch(world: World, editor: Editor, kind: string, dice: Dice, plan: TaskPlan | null): boolean {
	const save = SAVES[kind]?.(world);
	if (save === undefined) return false;
	// Often two people change settings at the same time, each another one.
	if (kind === 'switchEditor' && dice.isLucky(0.5))
		startSwitch(world, dice.pick(world.editors), 'saveTheme', dice, null);
	const seed = Math.floor(dice.next() * 4_294_967_296);
	let request: { readonly settings?: Readonly<Record<string, unknown>> } = {};
	world.executions.start(
		'rpc',
		kind,
		() => {
			const opened = editor.call.sidebarOpen?.({ filter: null }) as Answer<OpenAnswer> | undefined;
			if (opened?.ok !== true || opened.data.settings === null) return opened;
			const saved = save(opened.data, new Dice(seed));
			if (saved === null) return opened;
			request = saved[1];
			return editor.call[saved[0]]?.(request);
		},
		{
			plan,
			onDone: (task) => {
				for (const [part, value] of Object.entries(request.settings ?? {}))
					if (part !== 'columns') world.kept.saved(part, value, task, world.now);
			},
		},
	);
	return true;
}
