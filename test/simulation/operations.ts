/** Everything that a page, a menu, a trigger or a cell can call, with what leads there. Not here: when it runs, and what must hold then. */
import type { StageEdit } from '../../src/addon/contract/request-shape.ts';
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import type { FaultPlan } from '../../workbench/host/fault.ts';
import type { BundleSource } from './bundle-copy.ts';
import type { Task } from './executions.ts';
import { setUp, setUpChoice } from './simulation.ts';
import { cellWords } from './truth.ts';
import { World } from './world.ts';

export interface Operation {
	readonly name: string;
	/** What tells it from others of the name. */
	readonly note?: string;
	/** What the page, the menu or Google hands over; as the document was before. */
	readonly args: (world: World) => readonly unknown[];
	readonly kind?: ExecutionKind;
	/** Before the setup. */
	readonly isFirst?: boolean;
	/** What happened before, beyond the misspelled stages. */
	readonly prepare?: (world: World) => void;
}

/** Where the stages stand in the deals. */
export const STAGE_COLUMN = 2;
/** Stages as somebody misspelled them, and what they mean. */
export const MISSPELLED = [
	{ row: 3, column: STAGE_COLUMN, from: 'Wonn', to: 'Won' },
	{ row: 5, column: STAGE_COLUMN, from: 'Wonn', to: 'Won' },
	{ row: 6, column: STAGE_COLUMN, from: 'Qualifi', to: 'Qualify' },
];
const filter = { period: null, cohort: 'created', columns: {} };
const none = (): readonly unknown[] => [];

const dealsOf = (world: World) => ({ filter, stageId: world.stages()[0]?.id, part: 'still', order: 'age', offset: 0 });

function exported({ editors }: World): string {
	const answer = editors[0]?.call.sidebarExportSettings?.() as { data: string } | undefined;
	return answer?.data ?? '';
}

interface Exported {
	readonly settings?: { readonly dealSheetId?: number; readonly columns?: object };
	readonly stages?: readonly StageEdit[];
}

/** What a page shows, without the look at the deals that it takes when it opens. */
function shownBy(world: World): Exported {
	const text = exported(world);
	return text === '' ? {} : (JSON.parse(text) as Exported);
}

function shownStages(world: World): readonly StageEdit[] {
	return shownBy(world).stages ?? [];
}

/** The setup again, by a page that shows it as it is. */
function shownSetUp(world: World): object {
	const { settings = {}, stages = [] } = shownBy(world);
	const { columns } = settings;
	const shown = columns === undefined ? {} : { dealSheetId: world.deals, columns };
	const headings = (world.cells(world.deals, world.headerRow)[0] ?? []).map(cellWords);
	return { ...setUpChoice(world), shown: { headings, stages, settings: shown } };
}

/** Another rule for the first stage, typed in a page. */
function otherRule(world: World): object {
	const before = shownStages(world);
	return { stages: before.map((stage, at) => (at === 0 ? { ...stage, exitRule: 'Asked twice' } : stage)), before };
}

/** Another name for the second stage, typed in another page. */
function otherName(world: World): object {
	const before = shownStages(world);
	return { stages: before.map((stage, at) => (at === 1 ? { ...stage, name: 'Wishes' } : stage)), before };
}

/** The list without its second stage, whose deals go to the first. */
function mergedStages(world: World): object {
	const { stages } = JSON.parse(exported(world)) as { stages: { id: string }[] };
	const [first, second] = stages as [{ id: string }, { id: string }];
	return {
		stages: stages.filter((stage) => stage !== second),
		merges: { [second.id]: first.id },
		before: shownStages(world),
	};
}

/** What another file would hand over: other words, another stage. */
function otherSettings(world: World): string {
	return exported(world).replace('"theme": "light"', '"theme": "dark"').replace('"Qualify"', '"First talk"');
}

/** Somebody has deleted the log. */
function withoutLog(world: World): void {
	const id = world.historyId();
	if (id !== null) world.editors[0]?.user.deleteSheet(id);
}

export const OPERATIONS: readonly Operation[] = [
	{ name: 'sidebarSetUp', args: (world) => [shownSetUp(world)], isFirst: true },
	{ name: 'sidebarSetUp', args: (world) => [shownSetUp(world)] },
	{ name: 'sidebarOpen', args: () => [{ filter: null }], isFirst: true },
	{ name: 'sidebarOpen', args: () => [{ filter: null }] },
	{ name: 'sidebarPropose', args: (world) => [{ sheetId: world.deals, headerRow: null, stageColumn: null }] },
	{ name: 'sidebarReport', args: () => [{ filter }] },
	{ name: 'sidebarCheck', args: none },
	{ name: 'sidebarRevision', args: none },
	{ name: 'sidebarFix', args: () => [{ fixes: MISSPELLED }] },
	{ name: 'sidebarUndo', args: () => [{ undo: MISSPELLED }] },
	{ name: 'sidebarIgnore', args: () => [{ ids: ['a|b|C|d'], isIgnored: true }] },
	{ name: 'sidebarGoTo', args: () => [{ row: 3, column: 2 }] },
	{
		name: 'sidebarSaveSettings',
		note: 'theme',
		args: () => [{ settings: { theme: 'dark' }, before: { theme: 'light' } }],
	},
	{
		name: 'sidebarSaveSettings',
		note: 'strict',
		args: () => [{ settings: { strictStages: true }, before: { strictStages: false } }],
	},
	{
		name: 'sidebarSaveStages',
		args: (world) => [{ stages: setUpChoice(world).stages, before: shownStages(world) }],
	},
	{ name: 'sidebarSaveStages', note: 'rule', args: (world) => [otherRule(world)] },
	{ name: 'sidebarSaveStages', note: 'name', args: (world) => [otherName(world)] },
	{ name: 'sidebarReapply', args: none },
	{ name: 'sidebarReset', args: none },
	{
		name: 'sidebarInsertFormula',
		args: () => [{ metric: 'winRate', words: ['closed'], isReplacing: true }],
		prepare: (world) => world.store.activate(world.deals, [{ row: 3, column: 8, rows: 1, columns: 1 }]),
	},
	{ name: 'sidebarReportSheet', note: 'values', args: () => [{ filter, isLive: false }] },
	{ name: 'sidebarReportSheet', note: 'formulas', args: () => [{ filter, isLive: true }] },
	{ name: 'sidebarTrySample', args: none, isFirst: true },
	{
		name: 'sidebarRemoveSample',
		args: none,
		isFirst: true,
		prepare: (world) => void world.editors[0]?.call.sidebarTrySample?.(),
	},
	{ name: 'sidebarImportHistory', args: (world) => [{ sheetId: world.crm.sheetId }] },
	{
		name: 'sidebarFillIds',
		args: none,
		prepare: (world) => world.editors[0]?.user.paste(world.deals, 4, 0, [[null], [null]]),
	},
	{ name: 'sidebarHistory', args: none },
	{ name: 'sidebarAddStages', args: (world) => [{ sheetId: world.deals, headerRow: null }], isFirst: true },
	{ name: 'sidebarHistorySources', args: none },
	{ name: 'sidebarFormerNames', args: () => [{ stageIds: ['s1'] }] },
	{
		name: 'sidebarStartTemplate',
		args: (world) => [{ sheetId: world.store.sheets().find(({ name }) => name === 'Blank')?.id, template: 'b2b' }],
		isFirst: true,
		prepare: (world) => void world.store.insertSheet('Blank', 1),
	},
	{ name: 'sidebarStartHistory', args: none },
	{
		name: 'sidebarStartHistory',
		note: 'log deleted',
		args: none,
		prepare: withoutLog,
	},
	{ name: 'sidebarDeals', args: (world) => [dealsOf(world)] },
	{ name: 'sidebarDeal', args: () => [{ row: 5 }] },
	{ name: 'sidebarSelectRows', args: (world) => [dealsOf(world)] },
	{ name: 'sidebarFilterSheet', args: (world) => [{ stageId: world.stages()[0]?.id }] },
	{
		name: 'sidebarFilterSheet',
		note: 'taken away',
		args: () => [{ stageId: null }],
		prepare: (world) => void world.editors[0]?.call.sidebarFilterSheet?.({ stageId: world.stages()[0]?.id }),
	},
	{ name: 'sidebarCopyDeals', args: (world) => [dealsOf(world)] },
	{ name: 'sidebarForecast', args: () => [{ filter, target: 1000, unit: 'month', periods: 3 }] },
	{ name: 'sidebarPreviewFormula', args: () => [{ metric: 'winRate', words: ['closed'] }] },
	{ name: 'sidebarPreviewStages', args: (world) => [mergedStages(world)] },
	{ name: 'sidebarSaveStages', note: 'merge', args: (world) => [mergedStages(world)] },
	{ name: 'sidebarExportSettings', args: none },
	{ name: 'sidebarImportSettings', args: (world) => [{ text: otherSettings(world) }] },
	{ name: 'onOpen', args: () => [{}], kind: 'trigger' },
	{ name: 'onInstall', args: () => [{}], kind: 'trigger' },
	{ name: 'onEdit', args: (world) => [world.queue[0]], kind: 'trigger' },
	{ name: 'refreshFunnel', args: none, kind: 'menu' },
	{ name: 'makeFormulasLive', args: none, kind: 'menu' },
	{ name: 'checkStages', args: none, kind: 'menu' },
	{ name: 'openFunnel', args: none, kind: 'menu' },
	{ name: 'openSetUp', args: none, kind: 'menu' },
	{ name: 'openSetUp', args: none, kind: 'menu', isFirst: true },
	{ name: 'insertFormula', args: none, kind: 'menu' },
	{ name: 'showHelp', args: none, kind: 'menu' },
	{ name: 'WIN_RATE', args: none, kind: 'customFunction' },
	{ name: 'FUNNEL', args: none, kind: 'customFunction' },
];

/** They write one text after the other; who looks in between sees the first ones. */
export const CELL_BY_CELL = new Set(['sidebarFix', 'sidebarUndo']);
/** They may write into the deals' sheet. */
const EXPLICIT = new Set([...CELL_BY_CELL, 'sidebarInsertFormula', 'sidebarFillIds']);
/** They may write formulas, or take away sheets of their own. */
const FREE = new Set(['sidebarInsertFormula', 'sidebarReportSheet', 'sidebarTrySample', 'sidebarRemoveSample']);

/**
 * A book with three misspelled stages and a change that the log lacks, and what each operation needs; the clock stands
 * still, so that equal work gives equal bytes.
 */
export function prepared(source: BundleSource, ...operations: readonly Operation[]): World {
	const world = new World(source, 7);
	world.isClockStopped = true;
	if (operations.every(({ isFirst = false }) => !isFirst)) setUp(world);
	const user = world.editors[0]?.user;
	for (const { row, from } of MISSPELLED) user?.type(world.deals, row, STAGE_COLUMN, from);
	user?.type(world.deals, 8, STAGE_COLUMN, 'Lost');
	for (const { prepare } of operations) prepare?.(world);
	world.look();
	if (world.breaks.length > 0) throw new Error(world.breaks.join('; '));
	if (operations.some(({ name }) => FREE.has(name)))
		world.store.onBreak = (text) => void (/^I(?:4 .* deleted a sheet|12 )/u.test(text) || world.breaks.push(text));
	return world;
}

/** How a service call may fail. */
export const MODES = ['before', 'after', 'from', 'kill'] as const;

export const titleOf = ({ name, note = '' }: Operation): string => (note === '' ? name : `${name} (${note})`);

/** @param request what is handed over @param editor who asks, by place */
export function startOperation(
	world: World,
	operation: Operation,
	request: readonly unknown[],
	{ editor = 0, plan = null }: { readonly editor?: number; readonly plan?: FaultPlan | null } = {},
): Task {
	const { name } = operation;
	return world.executions.start(kindOf(operation), name, () => world.editors[editor]?.call[name]?.(...request), {
		plan,
		isExplicit: EXPLICIT.has(name),
	});
}

export const kindOf = ({ kind = 'rpc' }: Operation): ExecutionKind => kind;
