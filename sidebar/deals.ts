/**
 * What the drill-down, the Forecast tab, Insert… and the report sheet ask for. Not here: how an answer is awaited
 * (session.ts).
 */
import type { DealListRequest, DealPart, FormulaRequest } from '../src/addon/contract/deals.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** Only open deals have an age: the others are sorted by what they show, the amount. */
export const firstOrder = (part: DealPart): DealListRequest['order'] => (part === 'still' ? 'age' : 'amount');

const PARTS: readonly DealPart[] = ['still', 'movedOn', 'lost'];

/** The deals of one stage, in a panel over the view. @param asked the part of the bar that was pressed, or '' */
export function openStage(session: Session, stageId: string, from: string, asked = ''): void {
	const { filter, ready } = session.state;
	if (filter === null) return;
	if (ready?.isCounted === true) {
		session.say({ key: 'countedAlone' });
		return;
	}
	const stage = ready?.report.stages.find(({ id }) => id === stageId);
	// Of a stage that nobody is in any more, the list that is not empty.
	const part =
		PARTS.find((one) => one === asked && stage?.kind === 'open') ??
		(stage?.kind !== 'open' || stage.still ? 'still' : stage.lostHere ? 'lost' : stage.movedOn ? 'movedOn' : 'still');
	const request: DealListRequest = {
		filter,
		stageId,
		part,
		order: stage?.kind === 'open' ? firstOrder(part) : 'amount',
		offset: 0,
	};
	session.enterPanel('deals', from, { deals: { request, list: null } });
	void loadDeals(session, request);
}

/** A page of the list; the pages before it stay above it. */
export const loadDeals = (session: Session, request: DealListRequest): Promise<void> => {
	const before = session.state.deals?.list ?? null;
	const isMore = request.offset > 0;
	session.set({ deals: { request, list: before }, failure: null });
	return session.ask('deals', 'sidebarDeals', request, (list) =>
		session.set({
			deals: { request, list: isMore && before !== null ? { ...list, deals: [...before.deals, ...list.deals] } : list },
		}),
	);
};

/** One deal in a panel; `row` null: the one of the active cell. */
export const openDeal = (session: Session, row: number | null, from: string): Promise<void> =>
	session.act(from, 'sidebarDeal', { row }, (deal) => {
		if (deal === null) session.say({ key: 'noDealSelected' });
		else if (session.state.view === 'deal') session.set({ deal });
		else session.enterPanel('deal', from, { deal });
	});

export const selectRows = (session: Session, request: DealListRequest): Promise<void> =>
	session.act('select', 'sidebarSelectRows', request, ({ rows, isSelected }) =>
		session.say(
			isSelected
				? { key: 'selected', params: { n: rows } }
				: {
						key: 'tooScattered',
						params: { n: rows },
						remedy: { key: 'copyDeals', action: 'copy', run: () => void copyDeals(session, request) },
					},
		),
	);

/** @param stage its name, for the answer; `stageId` null shows all rows again */
export const filterSheet = (session: Session, stageId: string | null, stage: string): Promise<void> =>
	session.act('filter', 'sidebarFilterSheet', { stageId }, () =>
		session.say(
			stageId === null
				? { key: 'unfiltered' }
				: {
						key: 'filtered',
						params: { stage },
						remedy: { key: 'showAllRows', action: 'filter', run: () => void filterSheet(session, null, '') },
					},
		),
	);

export const copyDeals = (session: Session, request: DealListRequest): Promise<void> =>
	session.act('copy', 'sidebarCopyDeals', request, ({ sheetName, rows }) =>
		session.say({ key: 'copied', params: { n: rows, sheet: sheetName } }),
	);

/** @param change the target, months or quarters, and how many of them, where they are chosen again */
export const loadForecast = (
	session: Session,
	change: Partial<Pick<State, 'target' | 'outlook'>> = {},
): Promise<void> => {
	session.set(change);
	const { filter, target, outlook } = session.state;
	return filter === null
		? Promise.resolve()
		: session.ask('forecast', 'sidebarForecast', { filter, target, ...outlook }, (forecast) =>
				session.set({ forecast }),
			);
};

export const previewFormula = (session: Session, request: FormulaRequest): Promise<void> =>
	session.ask('preview', 'sidebarPreviewFormula', request, (preview) => session.set({ preview }));

/** Content in the way is asked about first: only `isReplacing` overwrites it. */
export const insertFormula = (session: Session, request: FormulaRequest, isReplacing: boolean): Promise<void> =>
	session.act('insert', 'sidebarInsertFormula', { ...request, isReplacing }, (insertion) =>
		session.set(
			insertion.isInserted
				? { insertion: null, status: { key: 'inserted', params: { cell: insertion.cell } } }
				: { insertion },
		),
	);

export function makeReport(session: Session, isLive: boolean): Promise<void> {
	const { filter } = session.state;
	return filter === null
		? Promise.resolve()
		: session.act('report', 'sidebarReportSheet', { filter, isLive }, ({ sheetName }) =>
				session.say({ key: 'reportMade', params: { sheet: sheetName } }),
			);
}
