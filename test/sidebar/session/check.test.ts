/** What fixing, undoing and ignoring ask the server, one after the other. */
import { describe, expect, it } from 'vitest';
import { fix, ignore, stop } from '../../../sidebar/check.ts';
import type { Fix, Problem } from '../../../src/addon/contract/sheet-and-settings.ts';
import { asked, failed, ok } from './waiting-server.ts';

const problems = (count: number): Problem[] =>
	Array.from(
		{ length: count },
		(_, row) => ({ row, column: 2, value: 'Wonn', suggestion: 'Won', code: 'unknownStage', id: `i${row}` }) as Problem,
	);
const names = (calls: readonly { readonly name: string }[]): string[] => calls.map(({ name }) => name);
const fixesOf = (call: { readonly request: unknown } | undefined): readonly Fix[] =>
	(call?.request as { readonly fixes: readonly Fix[] } | undefined)?.fixes ?? [];
const answered = (fixed: number, skipped: number) => ok({ fixed, skipped, undo: [], formulaCell: '' });

describe('a fix', () => {
	it('asks for more when the list is done and the sheet is not', async () => {
		const { session, calls } = asked();
		void fix(session, problems(2), 'all', 3);
		await calls[0]?.answer(answered(2, 0));
		expect(names(calls)).toEqual(['sidebarFix', 'sidebarCheck']);
		await calls[1]?.answer(ok({ problems: problems(1) }));
		expect(calls[2]?.request).toMatchObject({ fixes: [{ row: 0, column: 2, from: 'Wonn', to: 'Won' }] });
		await calls[2]?.answer(answered(1, 0));
		expect(session.state.busy).toBe('');
		expect(session.state.status).toMatchObject({ key: 'fixed', params: { n: 3 }, remedy: { action: 'undo' } });
	});

	it('ends when all of it was skipped, however many problems are left', async () => {
		const { session, calls } = asked();
		void fix(session, problems(2), 'all', 900);
		await calls[0]?.answer(answered(0, 2));
		expect(names(calls)).toEqual(['sidebarFix', 'sidebarOpen']);
		expect(session.state.busy).toBe('');
		expect(session.state.status).toMatchObject({ key: 'fixedSkipped', params: { n: 0, skipped: 2 } });
		expect(session.state.status?.remedy).toBeUndefined();
	});

	it('does not begin while another action is under way, and shows nothing of it', async () => {
		const { session, calls } = asked();
		void fix(session, problems(1), 'first', 1);
		void fix(session, problems(1), 'second', 1);
		void ignore(session, ['i0'], true, 'third');
		expect(names(calls)).toEqual(['sidebarFix']);
		expect(session.state.busy).toBe('first');
	});

	it('of nothing asks nothing', () => {
		const { session, calls } = asked();
		void fix(session, [{ ...(problems(1)[0] as Problem), suggestion: null }], 'all', 1);
		expect(calls).toEqual([]);
		expect(session.state.busy).toBe('');
	});

	it('goes in steps of 500 cells and stops between two of them', async () => {
		const { session, calls } = asked();
		void fix(session, problems(1200), 'all', 1200);
		expect(fixesOf(calls[0])).toHaveLength(500);
		expect(session.state.progress).toEqual({ done: 0, all: 1200 });
		await calls[0]?.answer(answered(499, 1));
		expect(session.state.progress).toEqual({ done: 500, all: 1200 });
		expect(fixesOf(calls[1])[0]?.row).toBe(500);
		stop();
		await calls[1]?.answer(answered(500, 0));
		expect(names(calls)).toEqual(['sidebarFix', 'sidebarFix', 'sidebarOpen']);
		expect(session.state.status).toMatchObject({ params: { n: 999, skipped: 1 } });
		expect(session.state.progress).toBeNull();
	});

	it('keeps what was done before a failure, and can be done again', async () => {
		const { session, calls } = asked();
		void fix(session, problems(600), 'all', 600);
		await calls[0]?.answer(answered(500, 0));
		await calls[1]?.answer(failed);
		expect(session.state.busy).toBe('');
		expect(session.state.status).toMatchObject({ key: 'fixed', params: { n: 500 } });
		expect(names(calls).slice(0, 2)).toEqual(['sidebarFix', 'sidebarFix']);
	});

	it('tells the cell whose formula fills what was left alone', async () => {
		const { session, calls } = asked();
		void fix(session, problems(2), 'all', 2);
		await calls[0]?.answer(ok({ fixed: 1, skipped: 1, undo: [], formulaCell: 'C2' }));
		expect(session.state.status).toMatchObject({ key: 'fixedFormula', params: { cell: 'C2' } });
	});
});

describe('ignoring', () => {
	it('takes the problems off the count and remembers them, so that they can be shown again', async () => {
		const open = { state: 'ready', settings: { ignoredIssues: ['a'] } } as never;
		const { session, calls } = asked({ open, ready: { problemCount: 3 } as never });
		void ignore(session, ['b', 'c'], true, 'ignore');
		expect(calls[0]).toMatchObject({ name: 'sidebarIgnore', request: { ids: ['b', 'c'], isIgnored: true } });
		await calls[0]?.answer(ok({ counts: [{ count: 1 }], problems: [] }));
		expect(session.state.ready?.problemCount).toBe(1);
		expect(session.state.open?.settings?.ignoredIssues).toEqual(['a', 'b', 'c']);
		expect(session.state.status).toMatchObject({ key: 'ignoredDone', params: { n: 2 } });
		void ignore(session, ['a', 'b', 'c'], false, 'show');
		await calls[1]?.answer(ok({ counts: [{ count: 3 }, { count: 1 }], problems: [] }));
		expect(session.state.ready?.problemCount).toBe(4);
		expect(session.state.open?.settings?.ignoredIssues).toEqual([]);
		expect(session.state.status).toBeNull();
	});
});
