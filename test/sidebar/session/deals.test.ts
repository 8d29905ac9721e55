/** What the list of a stage's deals asks for, and what it keeps. */
import { describe, expect, it } from 'vitest';
import {
	filterSheet,
	insertFormula,
	loadDeals,
	loadForecast,
	makeReport,
	openDeal,
	openStage,
} from '../../../sidebar/deals.ts';
import { asked, failed, ok } from './waiting-server.ts';

const filter = { period: null, cohort: 'created', columns: {} } as const;
const request = { filter, stageId: 's1', part: 'still', order: 'age', offset: 0 } as const;
const list = (...rows: number[]) => ok({ total: 4, deals: rows.map((row) => ({ row })) });
const rowsOf = (deals: readonly { readonly row: number }[] | undefined): number[] | undefined =>
	deals?.map(({ row }) => row);
const stage = (part: object) =>
	({ report: { filter, stages: [{ id: 's1', kind: 'open', still: 0, lostHere: 0, movedOn: 0, ...part }] } }) as never;

describe('the deals of a stage', () => {
	it('come below those that are there, page by page', async () => {
		const { session, calls } = asked();
		void loadDeals(session, request);
		await calls[0]?.answer(list(1, 2));
		void loadDeals(session, { ...request, offset: 2 });
		expect(rowsOf(session.state.deals?.list?.deals)).toEqual([1, 2]);
		await calls[1]?.answer(list(3, 4));
		expect(rowsOf(session.state.deals?.list?.deals)).toEqual([1, 2, 3, 4]);
	});

	it('begin anew with another order or part', async () => {
		const { session, calls } = asked();
		void loadDeals(session, request);
		await calls[0]?.answer(list(1, 2));
		void loadDeals(session, { ...request, order: 'name' });
		await calls[1]?.answer(list(2, 1));
		expect(rowsOf(session.state.deals?.list?.deals)).toEqual([2, 1]);
	});

	it.each([
		[{ still: 1, lostHere: 1 }, 'still', 'age'],
		[{ lostHere: 1, movedOn: 1 }, 'lost', 'amount'],
		[{ movedOn: 1 }, 'movedOn', 'amount'],
		[{}, 'still', 'age'],
		[{ kind: 'won', lostHere: 1 }, 'still', 'amount'],
	])('of a stage with %o begin with the part that has some, sorted by what it shows', (part, wanted, order) => {
		const { session, calls } = asked({ filter, ready: stage(part) });
		openStage(session, 's1', 'stage-s1');
		expect(calls[0]?.request).toEqual({ ...request, part: wanted, order });
		expect(session.state).toMatchObject({ view: 'deals', trail: [{ view: 'funnel', from: 'stage-s1' }] });
	});

	it('are not asked for before there are figures', () => {
		const { session, calls } = asked();
		openStage(session, 's1', 'stage-s1');
		void loadForecast(session, { target: 5 });
		void makeReport(session, true);
		expect(calls).toEqual([]);
		expect(session.state.view).toBe('funnel');
	});
});

describe('one deal', () => {
	it('opens a panel once, changes in it, and none is said', async () => {
		const { session, calls } = asked();
		void openDeal(session, 3, 'deal-3');
		await calls[0]?.answer(ok({ row: 3 }));
		expect(session.state).toMatchObject({
			view: 'deal',
			deal: { row: 3 },
			trail: [{ view: 'funnel', from: 'deal-3' }],
		});
		void openDeal(session, 4, 'deal-4');
		await calls[1]?.answer(ok({ row: 4 }));
		expect(session.state).toMatchObject({ deal: { row: 4 } });
		expect(session.state.trail).toHaveLength(1);
		void openDeal(session, null, 'selected');
		await calls[2]?.answer(ok(null));
		expect(session.state).toMatchObject({ deal: { row: 4 }, status: { key: 'noDealSelected' } });
	});
});

describe('the filter of the sheet', () => {
	it('is told with the way back, which shows all rows', async () => {
		const { session, calls } = asked();
		void filterSheet(session, 's1', 'Demo');
		await calls[0]?.answer(ok(null));
		expect(session.state.status).toMatchObject({
			key: 'filtered',
			params: { stage: 'Demo' },
			remedy: { key: 'showAllRows' },
		});
		session.state.status?.remedy?.run();
		expect(calls[1]?.request).toEqual({ stageId: null });
		await calls[1]?.answer(ok(null));
		expect(session.state.status).toEqual({ key: 'unfiltered' });
	});
});

describe('a formula', () => {
	it('that would replace content is asked about, and inserted after the yes', async () => {
		const { session, calls } = asked();
		const formula = { metric: 'winRate', words: [] } as never;
		void insertFormula(session, formula, false);
		await calls[0]?.answer(ok({ isInserted: false, cells: ['B2'] }));
		expect(session.state.insertion).toMatchObject({ cells: ['B2'] });
		expect(session.state.status).toBeNull();
		void insertFormula(session, formula, true);
		expect(calls[1]?.request).toMatchObject({ metric: 'winRate', isReplacing: true });
		await calls[1]?.answer(ok({ isInserted: true, cell: 'B2' }));
		expect(session.state).toMatchObject({ insertion: null, status: { key: 'inserted', params: { cell: 'B2' } } });
	});

	it('that was refused leaves the form as it was', async () => {
		const { session, calls } = asked();
		void insertFormula(session, { metric: 'winRate' } as never, false);
		await calls[0]?.answer(failed);
		expect(session.state).toMatchObject({ insertion: null, failure: { answer: failed }, busy: '' });
	});
});
