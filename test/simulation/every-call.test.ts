/**
 * Each service call of each public operation fails once, in every mode, with writes that Google holds back until a flush:
 * the state of before or of after, no half-written log, a text for people, no lock left. Not here: the same with a typed formula and with lifted rules (test/addon/failures.test.ts).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { revisionOf } from '../../src/core/formula/revision.ts';
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import type { FaultPlan } from '../../workbench/host/fault.ts';
import type { StoredCell } from '../../workbench/host/store.ts';
import { distFile } from '../support/dist.ts';
import { BundleSource } from './bundle-copy.ts';
import type { Task } from './executions.ts';
import { KILLED, MAY_HAVE_APPLIED, NOT_APPLIED } from './google-texts.ts';
import { logRows } from './log-rows.ts';
import { setUp, setUpChoice } from './simulation.ts';
import { World } from './world.ts';

interface Operation {
	readonly name: string;
	readonly args: (world: World) => readonly unknown[];
	readonly kind?: ExecutionKind;
	/** Before the setup. */
	readonly isFirst?: boolean;
	/** What happened before, beyond the misspelled stages. */
	readonly prepare?: (world: World) => void;
}

const STAGE = 2;
const fixes = [
	{ row: 3, column: STAGE, from: 'Wonn', to: 'Won' },
	{ row: 5, column: STAGE, from: 'Wonn', to: 'Won' },
	{ row: 6, column: STAGE, from: 'Qualifi', to: 'Qualify' },
];
const filter = { period: null, cohort: 'created', columns: {} };
const none = (): readonly unknown[] => [];

const dealsOf = (world: World) => ({ filter, stageId: world.stages()[0]?.id, part: 'still', order: 'age', offset: 0 });

function exported({ editors }: World): string {
	const answer = editors[0]?.call.sidebarExportSettings?.() as { data: string } | undefined;
	return answer?.data ?? '';
}

/** The list without its second stage, whose deals go to the first. */
function mergedStages(world: World): object {
	const { stages } = JSON.parse(exported(world)) as { stages: { id: string }[] };
	const [first, second] = stages as [{ id: string }, { id: string }];
	return { stages: stages.filter((stage) => stage !== second), merges: { [second.id]: first.id } };
}

/** What another file would hand over: other words, another stage. */
function otherSettings(world: World): string {
	return exported(world).replace('"theme": "auto"', '"theme": "dark"').replace('"Qualify"', '"First talk"');
}

const OPERATIONS: readonly Operation[] = [
	{ name: 'sidebarSetUp', args: (world) => [setUpChoice(world)], isFirst: true },
	{ name: 'sidebarSetUp', args: (world) => [setUpChoice(world)] },
	{ name: 'sidebarOpen', args: () => [{ filter: null }], isFirst: true },
	{ name: 'sidebarOpen', args: () => [{ filter: null }] },
	{ name: 'sidebarPropose', args: (world) => [{ sheetId: world.deals, headerRow: null, stageColumn: null }] },
	{ name: 'sidebarReport', args: () => [{ filter }] },
	{ name: 'sidebarCheck', args: none },
	{ name: 'sidebarRevision', args: none },
	{ name: 'sidebarFix', args: () => [{ fixes }] },
	{ name: 'sidebarUndo', args: () => [{ undo: fixes }] },
	{ name: 'sidebarIgnore', args: () => [{ ids: ['a|b|C|d'], isIgnored: true }] },
	{ name: 'sidebarGoTo', args: () => [{ row: 3, column: 2 }] },
	{ name: 'sidebarSaveSettings', args: () => [{ settings: { theme: 'dark' } }] },
	{ name: 'sidebarSaveSettings', args: () => [{ settings: { strictStages: true } }] },
	{ name: 'sidebarSaveStages', args: (world) => [{ stages: setUpChoice(world).stages }] },
	{ name: 'sidebarReapply', args: none },
	{ name: 'sidebarReset', args: none },
	{
		name: 'sidebarInsertFormula',
		args: () => [{ metric: 'winRate', words: ['closed'], isReplacing: true }],
		prepare: (world) => world.store.activate(world.deals, [{ row: 3, column: 8, rows: 1, columns: 1 }]),
	},
	{ name: 'sidebarReportSheet', args: () => [{ filter, isLive: false }] },
	{ name: 'sidebarReportSheet', args: () => [{ filter, isLive: true }] },
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
	{ name: 'sidebarStartTemplate', args: (world) => [{ sheetId: world.crm, template: 'b2b' }] },
	{ name: 'sidebarStartHistory', args: none },
	{
		name: 'sidebarStartHistory',
		args: none,
		prepare: (world) => void world.editors[0]?.user.deleteSheet(world.historyId() as number),
	},
	{ name: 'sidebarDeals', args: (world) => [dealsOf(world)] },
	{ name: 'sidebarDeal', args: () => [{ row: 5 }] },
	{ name: 'sidebarSelectRows', args: (world) => [dealsOf(world)] },
	{ name: 'sidebarFilterSheet', args: (world) => [{ stageId: world.stages()[0]?.id }] },
	{
		name: 'sidebarFilterSheet',
		args: () => [{ stageId: null }],
		prepare: (world) => void world.editors[0]?.call.sidebarFilterSheet?.({ stageId: world.stages()[0]?.id }),
	},
	{ name: 'sidebarCopyDeals', args: (world) => [dealsOf(world)] },
	{ name: 'sidebarForecast', args: () => [{ filter, target: 1000, unit: 'month', periods: 3 }] },
	{ name: 'sidebarPreviewFormula', args: () => [{ metric: 'winRate', words: ['closed'] }] },
	{ name: 'sidebarPreviewStages', args: (world) => [mergedStages(world)] },
	{ name: 'sidebarSaveStages', args: (world) => [mergedStages(world)] },
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

const ALL_TEXTS = [...MAY_HAVE_APPLIED, ...NOT_APPLIED];
const MODES = ['before', 'after', 'from', 'kill'] as const;
const MOST_CALLS = 150;
/** They write one text after the other, and a run that is ended cannot take back what is done: there each cell counts for itself. */
const CELL_BY_CELL = new Set(['sidebarFix', 'sidebarUndo']);
/** They may write into the deals' sheet. */
const EXPLICIT = new Set([...CELL_BY_CELL, 'sidebarInsertFormula', 'sidebarFillIds']);
/** They may write formulas, or take away sheets of their own. */
const FREE = new Set(['sidebarInsertFormula', 'sidebarReportSheet', 'sidebarTrySample', 'sidebarRemoveSample']);

/** Two actions of their own, one after the other: what was saved stays saved when the look at the sheet that follows fails, and the next look records. */
const FOLLOWED_BY_A_LOOK = new Set([
	'sidebarSetUp',
	'sidebarSaveStages',
	'sidebarImportSettings',
	'sidebarFillIds',
	// A raised revision says only that formulas are recalculated.
	'refreshFunnel',
]);

/** Several sheets go, one after the other: what an interruption has left goes by asking again. */
const RESUMED = new Set(['sidebarRemoveSample']);

const source = new BundleSource(distFile('Code.js'));

/** A book with three misspelled stages and a change that the log lacks; the clock stands still, so that equal work gives equal bytes. */
function prepared({ name, isFirst = false, prepare }: Operation): World {
	const world = new World(source, 7);
	world.isClockStopped = true;
	if (!isFirst) setUp(world);
	const user = world.editors[0]?.user;
	for (const { row, from } of fixes) user?.type(world.deals, row, STAGE, from);
	user?.type(world.deals, 8, STAGE, 'Lost');
	prepare?.(world);
	expect(world.breaks).toEqual([]);
	if (FREE.has(name))
		world.store.onBreak = (text) => void (/^I(?:4 .* deleted a sheet|12 )/u.test(text) || world.breaks.push(text));
	return world;
}

const kindOf = ({ kind = 'rpc' }: Operation): ExecutionKind => kind;

function run(world: World, operation: Operation, plan: FaultPlan | null): Task {
	const { name, args } = operation;
	const values = args(world);
	const isExplicit = EXPLICIT.has(name);
	const task = world.executions.start(kindOf(operation), name, () => world.editors[0]?.call[name]?.(...values), {
		plan,
		isExplicit,
	});
	world.executions.drain();
	return task;
}

const cellsOf = (world: World, id: number): string[] =>
	world.cells(id, 0).flatMap((line) => line.map((cell) => JSON.stringify(cell)));
const isMark = ({ value }: StoredCell): boolean => revisionOf(value) !== null;
const isBlank = ({ value, formula, format }: StoredCell): boolean =>
	value === null && formula === null && format === '';
/** Without the mark of freshness, and without blank cells at the ends of lines: a raised mark says only that formulas are recalculated. */
const line = (cells: readonly StoredCell[]): readonly StoredCell[] => {
	let length = cells.length;
	while (length > 0 && cells.slice(length - 1, length).every((cell) => isBlank(cell) || isMark(cell))) length--;
	return cells.slice(0, length);
};
const state = (world: World): string =>
	JSON.stringify(world.store.sheets().map(({ id, name }) => [name, world.cells(id, 0).map(line)]));
/** `saved` with the log as it was in `looked`: the same sheets, so that only the log's rows differ. */
function withLogOf(saved: string, looked: string, log: string): string {
	const rows = new Map(JSON.parse(looked) as [string, unknown][]);
	return JSON.stringify(
		(JSON.parse(saved) as [string, unknown][]).map(([name, cells]) => [
			name,
			name === log ? (rows.get(name) ?? cells) : cells,
		]),
	);
}

describe('a service call that fails', () => {
	const cases = OPERATIONS.map((operation) => ({
		operation,
		title: `${operation.name}${operation.isFirst ? ' before the set-up' : ''}`,
	}));

	it('is tried in everything that a page, a menu, a trigger or a cell can call', () => {
		const frozen = readFileSync('test/build/golden/global-names.txt', 'utf8').trim().split('\n');
		const tried = new Set(OPERATIONS.map(({ name }) => name));
		expect(frozen.filter((name) => name !== 'Addon_' && !tried.has(name))).toEqual([]);
	});

	describe.each(cases)('in $title', ({ operation }) => {
		it.each(MODES)('leaves nothing half done (%s)', { timeout: 1_800_000 }, (mode) => {
			const done = prepared(operation);
			const [before, cellsBefore] = [state(done), cellsOf(done, done.deals)];
			run(done, operation, null);
			const [after, cellsAfter] = [state(done), cellsOf(done, done.deals)];
			for (let nth = 1; nth <= MOST_CALLS; nth++) {
				const world = prepared(operation);
				const texts = mode === 'kill' ? [KILLED] : mode === 'after' ? MAY_HAVE_APPLIED : ALL_TEXTS;
				// Each operation begins with another text, so that together they meet all of them at all sorts of calls.
				const text = texts[(nth + OPERATIONS.indexOf(operation)) % texts.length] as string;
				const task = run(world, operation, { nth, mode, text });
				const where = `${operation.name}, ${mode}, call ${nth}`;
				expect(world.breaks, where).toEqual([]);
				expect(world.host.locks.held, where).toEqual([]);
				const isAlive = mode === 'before' || mode === 'after';
				const whole = FOLLOWED_BY_A_LOOK.has(operation.name)
					? [before, after, withLogOf(after, before, 'Stage history')]
					: [before, after];
				if (isAlive && RESUMED.has(operation.name) && !whole.includes(state(world))) run(world, operation, null);
				if (isAlive) expect(whole, where).toContain(state(world));
				// The user's own cells hold the old or the new text, whatever happened.
				for (const [i, cell] of cellsOf(world, world.deals).entries())
					expect([cellsBefore[i], cellsAfter[i]], where).toContain(cell);
				const history = world.historyId();
				for (const { deal, sequence, to } of history === null ? [] : logRows(world.cells(history, 0)))
					expect(deal !== '' && sequence > 0 && to !== '', where).toBe(true);
				const answer = task.result as { ok?: boolean; text?: string } | null | undefined;
				// What is thrown in a cell is shown there.
				if (task.thrown !== null && kindOf(operation) === 'customFunction' && mode !== 'kill')
					expect(String((task.thrown as Error).message), where).toMatch(
						new RegExp(`^${operation.name}: [^{}]{10,}$`, 'u'),
					);
				else if (task.thrown !== null)
					expect(String((task.thrown as Error).message), where).toMatch(
						mode === 'kill' ? /^Exceeded maximum execution time$/u : /^Stagekeeper: [^{}]{20,}$/u,
					);
				if (answer?.ok === false) {
					expect(answer.text, where).not.toBe('');
					expect(answer.text, where).not.toMatch(/\{\w+\}|undefined|Exception|TypeError|Cannot read/u);
				}
				if (task.execution.calls < nth) return;
			}
			throw new Error(`${operation.name} never ended`);
		});
	});
});
