/** Which executions begin in a simulated document, and with which faults. Not here: what people do to the sheets (deal-edits.ts, log-edits.ts). */
import type { ExecutionKind } from '../../workbench/host/execution.ts';
import type { FaultPlan } from '../../workbench/host/fault.ts';
import { stageText } from './deal-edits.ts';
import type { Dice } from './dice.ts';
import { KILLED, MAY_HAVE_APPLIED, NOT_APPLIED } from './google-texts.ts';
import { cellWords } from './truth.ts';
import type { World } from './world.ts';

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

function plan(dice: Dice): FaultPlan | null {
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
			plan: plan(dice),
			isExplicit: name === 'sidebarFix' || name === 'sidebarUndo',
			onDone: ({ result }) => {
				const answer = result as { ok?: boolean; data?: unknown } | null;
				if (answer?.ok === true) onAnswer(answer.data);
			},
		});
	};
	if (kind === 'older') {
		startOlder(world, dice, plan(dice));
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
	else if (kind === 'importHistory') go('rpc', 'sidebarImportHistory', [{ sheetId: world.crm }]);
	else if (kind === 'saveStages') go('rpc', 'sidebarSaveStages', [changedStages(world, dice)]);
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
function startOlder(world: World, dice: Dice, faults: FaultPlan | null): void {
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

/** The list with one stage renamed, two swapped, or an open one removed, merged into another or added. */
function changedStages(
	world: World,
	dice: Dice,
): { readonly stages: readonly unknown[]; readonly merges: Readonly<Record<string, string>> } {
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
	const change = dice.weighted({ rename: 5, swap: 3, add: 2, remove: 1, merge: 1 });
	const chosen = dice.pick(open);
	if (change === 'rename') chosen.name = `Step ${dice.whole(1, 1e6)}`;
	else if (change === 'swap') stages.splice(0, 0, ...stages.splice(stages.indexOf(chosen), 1));
	else if (change === 'add' && stages.length < 9)
		stages.unshift({ ...chosen, id: '', name: `New ${dice.whole(1, 1e6)}`, aliases: [] });
	else if ((change === 'remove' || change === 'merge') && open.length > 2) {
		stages.splice(stages.indexOf(chosen), 1);
		if (change === 'merge') return { stages, merges: { [chosen.id]: dice.pick(stages).id } };
	}
	return { stages, merges: {} };
}

function kindOf(word: string): string {
	return { Open: 'open', Won: 'won', Lost: 'lost', Parked: 'parked' }[word] ?? word.toLowerCase();
}
