/** Which executions begin in a simulated document, and with which faults. Not here: what people do to the sheets (deal-edits.ts, log-edits.ts). */
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import { stageText } from './deal-edits.ts';
import type { Dice } from './dice.ts';
import type { TaskPlan } from './executions.ts';
import { KILLED, MAY_HAVE_APPLIED, NOT_APPLIED } from './google-texts.ts';
import { SWITCH_WEIGHTS, startSwitch } from './switches.ts';
import type { World } from './world.ts';
import type { WorldKind } from './world-kind.ts';

const MESSAGES = [...MAY_HAVE_APPLIED, ...NOT_APPLIED];

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
	importHistory: 1.5,
	older: 3,
};

export function startWeights({ isSwitched, hasTwoTables }: WorldKind): Readonly<Record<string, number>> {
	return {
		...START_WEIGHTS,
		...(isSwitched ? { ...SWITCH_WEIGHTS, saveSettings: 0 } : {}),
		...(hasTwoTables ? { switchTable: 2 } : {}),
	};
}

function plan(dice: Dice, { isFlaky }: WorldKind): TaskPlan | null {
	if (isFlaky && dice.isLucky(0.45))
		return { nth: 1, mode: dice.pick(['before', 'after'] as const), text: dice.pick(MESSAGES), isAtFlush: true };
	if (!dice.isLucky(0.18)) return null;
	const mode = dice.pick(['before', 'after', 'from', 'kill'] as const);
	return { nth: dice.whole(1, 20), mode, text: mode === 'kill' ? KILLED : dice.pick(MESSAGES) };
}

/** An execution begins; nothing of it has run yet. */
export function start(world: World, kind: string, dice: Dice): void {
	const editor = dice.pick(world.editors);
	const go = (
		how: ExecutionKind,
		name: string,
		args: readonly unknown[],
		onAnswer: (data: unknown) => void = () => {},
	): void => {
		world.executions.start(how, name, () => editor.call[name]?.(...args), {
			plan: plan(dice, world.kind),
			isExplicit: name === 'sidebarFix' || name === 'sidebarUndo',
			onDone: ({ result }) => {
				const answer = result as { ok?: boolean; data?: unknown } | null;
				if (answer?.ok === true) onAnswer(answer.data);
			},
		});
	};
	if (startSwitch(world, editor, kind, dice, plan(dice, world.kind))) return;
	if (kind === 'older') {
		startOlder(world, dice, plan(dice, world.kind));
		return;
	}
	if (kind === 'deliver' || kind === 'loseEvent') {
		const at = dice.isLucky(0.8) ? 0 : world.queue.length - 1;
		const event = world.queue[at];
		if (event === undefined) return;
		if (kind === 'loseEvent' || !dice.isLucky(0.06)) world.queue.splice(at, 1);
		if (kind === 'deliver') go('trigger', 'onEdit', [event]);
	} else if (kind === 'open') go('rpc', 'sidebarOpen', [{ filter: null }]);
	else if (kind === 'report')
		go('rpc', 'sidebarReport', [{ filter: { period: null, cohort: 'created', columns: {} } }]);
	else if (kind === 'check') go('rpc', 'sidebarCheck', []);
	else if (kind === 'refresh') go('menu', 'refreshFunnel', []);
	else if (kind === 'revision') go('rpc', 'sidebarRevision', []);
	else if (kind === 'fix') {
		const column = world.column('stage');
		const odd = world.trueDeals().filter(({ stage }) => stage !== '' && world.stageOf(stage) < 0);
		const fixes = odd
			.slice(0, dice.whole(1, 4))
			.map(({ row, stage }) => ({ row, column, from: stage, to: stageText(world, dice) }));
		go('rpc', 'sidebarFix', [{ fixes }], (data) => {
			editor.undo = (data as { undo: unknown }).undo;
		});
	} else if (kind === 'undoFix') {
		if (editor.undo !== null) go('rpc', 'sidebarUndo', [{ undo: editor.undo }]);
		editor.undo = null;
	} else if (kind === 'ignore')
		go('rpc', 'sidebarIgnore', [{ ids: [`unknownStage|D-${dice.whole(1, 9)}|C|x`], isIgnored: dice.isLucky(0.5) }]);
	else if (kind === 'saveSettings')
		go('rpc', 'sidebarSaveSettings', [{ settings: { theme: dice.pick(['light', 'dark']) } }]);
	else if (kind === 'importHistory') go('rpc', 'sidebarImportHistory', [{ sheetId: world.crm.sheetId }]);
	else go('rpc', 'sidebarReapply', []);
}

const OLDER_CALLS: readonly (readonly [string, readonly unknown[]])[] = [
	['sidebarOpen', [{ filter: null }]],
	['sidebarCheck', []],
	['sidebarSaveSettings', [{ settings: { theme: 'dark' } }]],
	['sidebarReapply', []],
	['sidebarStartHistory', []],
	['sidebarFillIds', []],
];

/** I13: a person whose add-on is of an earlier version sees that it must not touch this file, and nothing is lost by trying. */
function startOlder(world: World, dice: Dice, faults: TaskPlan | null): void {
	// Settings of its own version it may read and write.
	if (world.older === null || !/"version":2\b/u.test(world.host.properties.document.get('stagekeeper.settings') ?? ''))
		return;
	const event = world.queue[0];
	if (event !== undefined && dice.isLucky(0.5)) {
		world.executions.start('trigger', 'older onEdit', () => world.older?.onEdit?.(event), {
			plan: faults,
			isReader: true,
		});
		return;
	}
	const [name, args] = dice.pick(OLDER_CALLS);
	world.executions.start('rpc', `older ${name}`, () => world.older?.[name]?.(...args), {
		plan: faults,
		isReader: true,
		onDone: ({ result, label }) => {
			const answer = result as { ok: boolean; code?: string } | null | undefined;
			if (faults === null && answer?.code !== 'settingsNewer')
				world.breaks.push(`I13 ${label} answered ${JSON.stringify(answer).slice(0, 200)}`);
		},
	});
}
