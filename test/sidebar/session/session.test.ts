/** How questions, actions and the way from view to view change the page's state. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setUp } from '../../../sidebar/records.ts';
import { asked, failed, ok } from './waiting-server.ts';

const filter = { period: null, cohort: 'created', columns: {} } as const;
const ready = { revision: '1', report: { filter } };
const NOW = 1_780_000_000_000;
afterEach(() => {
	vi.restoreAllMocks();
});
const page = { open: { state: 'ready' }, ready, filter } as never;

describe('a question', () => {
	it('of a view that was left shows no failure there, and the figures show theirs anywhere', async () => {
		const { session, calls } = asked({ view: 'check' });
		void session.ask('check', 'sidebarCheck', undefined, () => undefined);
		session.show('funnel');
		await calls[0]?.answer(failed);
		expect(session.state).toMatchObject({ failure: null, isLoading: false });
		void session.ask('page', 'sidebarReport', { filter }, () => undefined);
		session.show('check');
		await calls[1]?.answer(failed);
		expect(session.state.failure).toMatchObject({ answer: failed });
	});

	it('that failed is asked again by its button, and the failure goes', async () => {
		const { session, calls } = asked();
		const got: unknown[] = [];
		void session.ask('check', 'sidebarCheck', undefined, (data) => got.push(data));
		await calls[0]?.answer(failed);
		session.state.failure?.again();
		expect(session.state.failure).toBeNull();
		await calls[1]?.answer(ok('second'));
		expect(got).toEqual(['second']);
	});

	it('is loading until the last lane has its answer', async () => {
		const { session, calls } = asked();
		void session.ask('check', 'sidebarCheck', undefined, () => undefined);
		void session.ask('page', 'sidebarReport', { filter }, () => undefined);
		await calls[0]?.answer(ok(1));
		expect(session.state.isLoading).toBe(true);
		await calls[1]?.answer(ok(1));
		expect(session.state.isLoading).toBe(false);
	});

	it('that a later one has overtaken changes nothing', async () => {
		const { session, calls } = asked();
		const got: unknown[] = [];
		void session.ask('page', 'sidebarReport', { filter }, (data) => got.push(data));
		await calls[0]?.answer(null);
		expect(got).toEqual([]);
		expect(session.state).toMatchObject({ isLoading: true, failure: null });
	});
});

describe('an action', () => {
	it('runs alone: a second one is not sent, and frees the page whatever its answer', async () => {
		const { session, calls } = asked();
		const done: unknown[] = [];
		void session.act('copy', 'sidebarCopyDeals', {} as never, (data) => done.push(data));
		void session.act('select', 'sidebarSelectRows', {} as never, (data) => done.push(data));
		expect(calls).toHaveLength(1);
		await calls[0]?.answer(failed);
		expect(session.state.busy).toBe('');
		expect(done).toEqual([]);
		void session.act('select', 'sidebarSelectRows', {} as never, (data) => done.push(data));
		await calls[1]?.answer(ok(7));
		expect(done).toEqual([7]);
	});
});

describe('a look whether anything changed', () => {
	it('asks for figures only when the revision is another one', async () => {
		const { session, calls } = asked(page);
		void session.look();
		await calls[0]?.answer(ok('1'));
		expect(calls.map(({ name }) => name)).toEqual(['sidebarRevision']);
		void session.look();
		await calls[1]?.answer(ok('2'));
		expect(calls.map(({ name }) => name)).toEqual(['sidebarRevision', 'sidebarRevision', 'sidebarReport']);
	});

	it.each([
		['before there are figures', { ready: null }],
		['while figures are on their way', { isLoading: true }],
		['during an action', { busy: 'fix' }],
		['over a panel', { view: 'settings' }],
	] as const)('is not made %s', (_, state) => {
		const { session, calls } = asked({ ...(page as object), ...state } as never);
		void session.look();
		expect(calls).toEqual([]);
	});

	it('that failed is nobody’s business', async () => {
		const { session, calls } = asked(page);
		void session.look();
		await calls[0]?.answer(failed);
		expect(session.state.failure).toBeNull();
	});
});

describe('the way from view to view', () => {
	it('leads back panel by panel to the control that it came from', () => {
		const { session } = asked({ view: 'check' });
		session.enterPanel('deals', 'stage-1');
		session.enterPanel('deal', 'deal-2');
		session.back();
		expect(session.state).toMatchObject({
			view: 'deals',
			focus: 'deal-2',
			trail: [{ view: 'check', from: 'stage-1' }],
		});
		session.back();
		expect(session.state).toMatchObject({ view: 'check', focus: 'stage-1', trail: [] });
		session.back();
		expect(session.state).toMatchObject({ view: 'funnel', focus: '', trail: [] });
	});

	it('begins anew with a tab, without what was said on the view before', () => {
		const { session } = asked({ view: 'deals', trail: [{ view: 'funnel', from: 'x' }], status: { key: 'unfiltered' } });
		const loaded: string[] = [];
		session.loaders.set('check', () => loaded.push('check'));
		session.show('check');
		expect(session.state).toMatchObject({ view: 'check', trail: [], status: null });
		expect(loaded).toEqual(['check']);
	});
});

describe('new figures', () => {
	it('keep what the user filtered by until the answer says otherwise, and load what the view shows beside them', async () => {
		const { session, calls } = asked({ ...(page as object), view: 'check' } as never);
		const loaded: string[] = [];
		session.loaders.set('check', () => loaded.push('check'));
		vi.spyOn(Date, 'now').mockReturnValue(NOW);
		session.filterBy({ period: '2025' });
		expect(session.state.filter).toEqual({ ...filter, period: '2025' });
		expect(calls[0]?.request).toEqual({ filter: { ...filter, period: '2025' }, chosenAt: NOW });
		await calls[0]?.answer(ok({ ...ready, revision: '2' }));
		expect(session.state).toMatchObject({ ready: { revision: '2' }, filter, history: null });
		expect(loaded).toEqual(['check']);
	});

	it('say which of two filters that were chosen at once was the last', () => {
		vi.spyOn(Date, 'now').mockReturnValue(NOW);
		const { session, calls } = asked(page);
		session.filterBy({ period: '2025' });
		session.filterBy({ period: '2024' });
		expect(calls.map(({ request }) => request)).toEqual([
			{ filter: { ...filter, period: '2025' }, chosenAt: NOW },
			{ filter: { ...filter, period: '2024' }, chosenAt: NOW + 1 },
		]);
	});

	it('ask for everything where nothing was read yet', () => {
		const { session, calls } = asked();
		void session.refresh();
		session.filterBy({ period: '2025' });
		expect(calls.map(({ name }) => name)).toEqual(['sidebarOpen']);
	});
});

describe('a set-up that begins with one of several pipelines', () => {
	const done = { state: 'ready', ready, proposal: null, settings: null };
	const setUpWith = (columns: Readonly<Record<string, string>>) => {
		const one = asked({ view: 'set-up' });
		void setUp(one.session, { sheetId: 1 } as never, { headings: [], stages: [] }, null, columns);
		return one;
	};
	it('filters by it as soon as the figures are there', async () => {
		vi.spyOn(Date, 'now').mockReturnValue(NOW);
		const { calls } = setUpWith({ Line: 'Renewals' });
		await calls[0]?.answer(ok(done));
		expect(calls.map(({ name }) => name)).toEqual(['sidebarSetUp', 'sidebarReport']);
		expect(calls[1]?.request).toEqual({ filter: { ...filter, columns: { Line: 'Renewals' } }, chosenAt: NOW });
	});
	it('asks for nothing more where all are wanted', async () => {
		const { calls } = setUpWith({});
		await calls[0]?.answer(ok(done));
		expect(calls).toHaveLength(1);
	});
});

describe('the first answer', () => {
	it.each([
		['set-up', { state: 'set-up', ready: null, proposal: {} }, 'funnel', 'set-up'],
		['the funnel after set-up', { state: 'ready', ready, proposal: null }, 'set-up', 'funnel'],
		['the view that is open', { state: 'ready', ready, proposal: null }, 'settings', 'settings'],
	] as const)('shows %s', (_, open, before, after) => {
		const { session } = asked({ view: before, trail: [{ view: 'funnel', from: 'x' }] });
		session.enter(open as never);
		expect(session.state.view).toBe(after);
		expect(session.state.trail).toHaveLength(after === 'settings' ? 1 : 0);
	});
});
