/**
 * What makes, fills or takes away sheets is interrupted at each service call, and somebody types into every sheet that
 * is there right before; then it is asked for again. Nothing that was typed may be gone.
 */
import type { BundleSource } from './bundle-copy.ts';
import { KILLED, MAY_HAVE_APPLIED } from './google-texts.ts';
import type { Tried } from './interleavings.ts';
import { MODES, OPERATIONS, type Operation, prepared, startOperation, titleOf } from './operations.ts';
import type { World } from './world.ts';

const MAKING = new Set([
	'sidebarSetUp',
	'sidebarStartTemplate',
	'sidebarTrySample',
	'sidebarRemoveSample',
	'sidebarReset',
	'sidebarStartHistory',
	'sidebarImportHistory',
	'sidebarImportSettings',
	'sidebarReportSheet',
	'sidebarSaveStages',
	'sidebarAddStages',
]);

/** All that makes or takes away a sheet, the setup or the history. */
export const INTERRUPTED: readonly Operation[] = OPERATIONS.filter(({ name }) => MAKING.has(name));

const MOST_CALLS = 200;

/**
 * A word of one's own in the last column of each sheet; returns what was typed. What is typed into cells that a new
 * sheet is about to fill is overwritten: the sheet is there before its content.
 */
function typeEverywhere(world: World): string[] {
	const user = world.editors[2]?.user;
	// Nobody types into a sheet that nobody sees.
	const seen = world.store.sheets().filter(({ isHidden }) => !isHidden);
	return seen.flatMap(({ id, name }, at) => {
		const column = world.store.size(id).columns - 1;
		const text = `MINE ${name} ${at}`;
		return user?.type(id, 1, column, text) === true ? [text] : [];
	});
}

const textsOf = (world: World): ReadonlySet<unknown> =>
	new Set(
		world.store.sheets().flatMap(({ id }) => world.cells(id, 0).flatMap((line) => line.map(({ value }) => value))),
	);

export function typedMeanwhile(source: BundleSource, operation: Operation, step = 1): Tried {
	const findings: string[] = [];
	let places = 0;
	for (const mode of MODES)
		for (let nth = 1; nth <= MOST_CALLS; nth += step) {
			const world = prepared(source, operation);
			const request = operation.args(world);
			const text = mode === 'kill' ? KILLED : (MAY_HAVE_APPLIED[0] as string);
			const task = startOperation(world, operation, request, { plan: { nth, mode, text } });
			world.executions.advance(task, nth - 1);
			if (task.state === 'done') break;
			const typed = typeEverywhere(world);
			world.executions.drain();
			const again = startOperation(world, operation, request);
			world.executions.drain();
			places++;
			const where = `${titleOf(operation)}, ${mode} at call ${nth}`;
			if (again.thrown !== null) findings.push(`${where}: again it threw ${String(again.thrown)}`);
			const texts = textsOf(world);
			findings.push(...typed.filter((text) => !texts.has(text)).map((text) => `${where}: ${text} is gone`));
			// A word right of the log makes its rows wider than what is appended.
			findings.push(...world.breaks.filter((text) => /^I(?:4|13)/u.test(text)).map((text) => `${where}: ${text}`));
		}
	return { places, findings };
}
