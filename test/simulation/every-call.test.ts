/**
 * Each service call of each public operation fails once, in every mode, with writes that Google holds back until a flush:
 * the state of before or of after, no half-written log, a text for people, no lock left. Not here: the same with a typed formula and with lifted rules (test/addon/failures.test.ts).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FaultPlan } from '../../workbench/host/fault.ts';
import { distFile } from '../support/dist.ts';
import { BundleSource } from './bundle-copy.ts';
import { cellsOf, sheetsState } from './document-state.ts';
import type { Task } from './executions.ts';
import { KILLED, MAY_HAVE_APPLIED, NOT_APPLIED } from './google-texts.ts';
import { logRows } from './log-rows.ts';
import { kindOf, MODES, OPERATIONS, type Operation, prepared, startOperation, titleOf } from './operations.ts';
import type { World } from './world.ts';

const ALL_TEXTS = [...MAY_HAVE_APPLIED, ...NOT_APPLIED];
const MOST_CALLS = 150;
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

function run(world: World, operation: Operation, plan: FaultPlan | null): Task {
	const task = startOperation(world, operation, operation.args(world), { plan });
	world.executions.drain();
	return task;
}

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
		title: `${titleOf(operation)}${operation.isFirst ? ' before the setup' : ''}`,
	}));

	it('is tried in everything that a page, a menu, a trigger or a cell can call', () => {
		const frozen = readFileSync('test/build/golden/global-names.txt', 'utf8').trim().split('\n');
		const tried = new Set(OPERATIONS.map(({ name }) => name));
		expect(frozen.filter((name) => name !== 'Addon_' && !tried.has(name))).toEqual([]);
	});

	describe.each(cases)('in $title', ({ operation }) => {
		it.each(MODES)('leaves nothing half done (%s)', { timeout: 1_800_000 }, (mode) => {
			const done = prepared(source, operation);
			const [before, cellsBefore] = [sheetsState(done), cellsOf(done, done.deals)];
			run(done, operation, null);
			const [after, cellsAfter] = [sheetsState(done), cellsOf(done, done.deals)];
			for (let nth = 1; nth <= MOST_CALLS; nth++) {
				const world = prepared(source, operation);
				const texts = mode === 'kill' ? [KILLED] : mode === 'after' ? MAY_HAVE_APPLIED : ALL_TEXTS;
				// Each operation begins with another text, so that together they meet all of them at all sorts of calls.
				const text = texts[(nth + OPERATIONS.indexOf(operation)) % texts.length] as string;
				const task = run(world, operation, { nth, mode, text });
				const where = `${titleOf(operation)}, ${mode}, call ${nth}`;
				expect(world.breaks, where).toEqual([]);
				expect(world.host.locks.held, where).toEqual([]);
				const isAlive = mode === 'before' || mode === 'after';
				const whole = FOLLOWED_BY_A_LOOK.has(operation.name)
					? [before, after, withLogOf(after, before, 'Stage history')]
					: [before, after];
				if (isAlive && RESUMED.has(operation.name) && !whole.includes(sheetsState(world))) run(world, operation, null);
				if (isAlive) expect(whole, where).toContain(sheetsState(world));
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
			throw new Error(`${titleOf(operation)} never ended`);
		});
	});
});
