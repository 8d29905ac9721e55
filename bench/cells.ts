/**
 * Cells that an action reads beside those that its answer needs, counted by the stand-in, at 10,000 deals with their
 * history. Not here: what the actions cost from version to version (actions.ts).
 */
import { Book, data, STAGE, sampleRows } from '../test/addon/book.ts';
import { CELLS_GOAL } from './goals.ts';
import { type Judged, judgedFigure } from './judged.ts';

const DEALS = 10_000;
const FILTER = { period: null, cohort: 'created', columns: {} } as const;

interface Action {
	readonly name: string;
	/** Sheets whose filled cells the answer hangs on; of `ids` the one column of the deals. */
	readonly needs: readonly string[];
	act(book: Book): unknown;
}

/** The stage list is needed by every answer; nobody knows how long it is before it was read. */
const LIST = 'Stages';
const BOTH = ['Deals', 'Stage history', LIST];

const ACTIONS: readonly Action[] = [
	{ name: 'open the funnel', needs: BOTH, act: (book) => book.open() },
	{
		name: 'choose a quarter',
		needs: BOTH,
		act: (book) => data(book.call('sidebarReport', { filter: { ...FILTER, period: '2026-Q1' } })),
	},
	{ name: 'open Check', needs: BOTH, act: (book) => data(book.call('sidebarCheck')) },
	{
		name: 'open the forecast',
		needs: BOTH,
		act: (book) => data(book.call('sidebarForecast', { filter: FILTER, target: 250_000, unit: 'month', periods: 3 })),
	},
	{
		name: 'make a live report sheet',
		needs: BOTH,
		act: (book) => data(book.call('sidebarReportSheet', { filter: FILTER, isLive: true })),
	},
	{
		name: 'an edit of a stage',
		// Whether the id is the deal's own, only all ids tell.
		needs: ['ids', LIST],
		act: (book) => book.user.type(book.deals, 3, STAGE, 'Won'),
	},
	{ name: 'a formula on the history', needs: BOTH, act: (book) => book.evaluate('=TIME_IN_STAGE(Deals!A1:G)') },
];

/** Cells of a sheet up to its last filled row and column; of the stage list, the rows that it has room for. */
function cellsOf(book: Book, name: string): number {
	if (name === 'ids') return book.store.used(book.deals).rows;
	const sheet = book.store.sheets().find((one) => one.name === name);
	if (sheet === undefined) return 0;
	const { rows, columns } = book.store.used(sheet.id);
	return (name === LIST ? Math.max(rows, 101) : rows) * columns;
}

export function cellFigures(): Judged[] {
	const book = new Book(sampleRows(DEALS));
	data(book.setUp());
	book.open();
	const { meter } = book.host;
	return ACTIONS.map(({ name, needs, act }) => {
		const least = needs.reduce((sum, sheet) => sum + cellsOf(book, sheet), 0);
		meter.reset();
		act(book);
		const read = [...meter.cellsRead.values()].reduce((sum, cells) => sum + cells, 0);
		const what = `cells ÷ least: ${name} (${meter.calls} calls)`;
		return judgedFigure({ name: what, unit: '', ...CELLS_GOAL }, read / least, DEALS.toLocaleString('en'));
	});
}
