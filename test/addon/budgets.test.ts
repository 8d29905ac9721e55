/** What the add-on costs in a large file: cells read and service calls, counted exactly. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book, data, HEADINGS, STAGE, sampleRows, type Value } from './book.ts';

const DEALS = 10_000;
const LOG_ROWS = 30_000;
const MORE = ['Source', 'Currency', 'City', 'Industry', 'Remarks'];
const COLUMNS = HEADINGS.length + MORE.length;
/** What was spent, printed at the end; a cell read is said to take 31 µs at Google. */
const table: string[] = [];
const measured: Cost[] = [];

interface Cost {
	readonly what: string;
	readonly read: number;
	readonly searched: number;
	readonly calls: number;
}

/** A file as it is after a year: 12 columns, every deal with three rows in the log. */
function largeBook(): Book {
	const rows = sampleRows(DEALS).map((row, at): Value[] => [...row, 'Fair', 'EUR', `City ${at % 40}`, 'Trade', null]);
	const book = new Book(rows, { headings: [...HEADINGS, ...MORE] });
	data(book.setUp());
	const log = book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
	const width = book.store.used(log).columns;
	const first = book.store.read(log, { row: 1, column: 0, rows: DEALS, columns: width });
	const size = book.store.size(log);
	book.store.insertRows(log, size.rows, LOG_ROWS + 50 - size.rows);
	const later = [2, 3].flatMap((sequence) =>
		first.map((cells) =>
			cells.map(({ value, format }, column) => ({
				// Away to another stage and back.
				value:
					column === 1
						? sequence
						: column === 2
							? sequence === 2
								? (cells[3]?.value ?? null)
								: 'Qualify'
							: column === 3 && sequence === 2
								? 'Qualify'
								: value,
				format,
			})),
		),
	);
	book.store.write(log, { row: DEALS + 1, column: 0, rows: later.length, columns: width }, later);
	book.open();
	return book;
}

describe(`with ${DEALS} deals in ${COLUMNS} columns and ${LOG_ROWS} rows of history`, () => {
	let book: Book;
	beforeAll(() => {
		book = largeBook();
	}, 120_000);
	afterAll(() => console.log(table.join('\n')));

	/** Rows of the table in bench/README.md. */
	const written = (): Cost[] =>
		readFileSync('bench/README.md', 'utf8')
			.split('\n')
			.filter((line) => line.startsWith('| '))
			.map((line) => {
				const [, what = '', , ...numbers] = line.split('|').map((cell) => cell.trim());
				const [read = 0, searched = 0, calls = 0] = numbers.map((cell) => Number(cell.replace(/,/gu, '')));
				return { what, read, searched, calls };
			});

	const log = (): number => book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;

	/** Cells read of the deals, of the log and all, cells that Google itself searched, and calls. */
	function cost(what: string, act: () => void): Record<'deals' | 'log' | 'all' | 'searched' | 'calls', number> {
		const { meter } = book.host;
		meter.reset();
		act();
		const all = [...meter.cellsRead.values()].reduce((sum, cells) => sum + cells, 0);
		const spent = {
			deals: meter.cellsRead.get(book.deals) ?? 0,
			log: meter.cellsRead.get(log()) ?? 0,
			all,
			searched: [...meter.cellsSearched.values()].reduce((sum, cells) => sum + cells, 0),
			calls: meter.calls,
		};
		table.push(`${what}: ${JSON.stringify(spent)}`);
		measured.push({ what, read: all, searched: spent.searched, calls: spent.calls });
		return spent;
	}

	const logCells = (): number => book.store.size(log()).rows * book.store.used(log()).columns;
	/** The headings, the deals, and the row below that shows whether others insert rows meanwhile. */
	const dealCells = (DEALS + 2) * COLUMNS;

	it('an edit beside stages and ids reads next to nothing', () => {
		expect(cost('edit of an owner', () => book.user.type(book.deals, 3, 6, 'Bob')).all).toBeLessThanOrEqual(2000);
		expect(cost('edit of an amount', () => book.user.type(book.deals, 3, 3, 5)).all).toBeLessThanOrEqual(2000);
		const beside = cost('note beside the table', () => book.user.type(book.deals, 4, 20, 'call'));
		expect(beside.all).toBeLessThanOrEqual(2000);
		expect(beside.calls).toBeLessThanOrEqual(4);
	});

	it('an edit of a stage reads the column of ids and the rows of its deal in the log, and records the change', () => {
		const before = book.store.used(log()).rows;
		const {
			all,
			log: rows,
			searched,
			calls,
		} = cost('edit of a stage', () => book.user.type(book.deals, 3, STAGE, 'Won'));
		expect(rows).toBeLessThanOrEqual(5 * 26);
		// The column of the ids in the log, where Google looks for the deal.
		expect(searched).toBeLessThanOrEqual(before);
		// A grid of 10,050 rows, the stage list, and four times a row or its headings.
		expect(all).toBeLessThanOrEqual(book.store.size(book.deals).rows + 1200);
		expect(calls).toBeLessThanOrEqual(32);
		const written = book.store.read(log(), { row: before, column: 0, rows: 2, columns: 8 });
		expect(written[0]?.map(({ value }) => value)).toEqual([
			...['D-3', 4, 'Needs and solution', 'Won', expect.any(String), expect.any(String), 'edit', null],
		]);
		expect(written[1]?.every(({ value }) => value === null)).toBe(true);
		// Everything is looked at on opening, and nothing is missing or there twice.
		book.open();
		expect(book.store.used(log()).rows).toBe(before + 1);
	});

	it('an edit that the row alone does not settle looks at everything', () => {
		const row = DEALS + 1;
		const rows = () => book.store.used(log()).rows;
		const before = rows();
		// A new deal, an id that another deal has, a deal whose stage is cleared.
		book.user.paste(book.deals, row, 0, [['D-new', 'New', 'Qualify', 5, 46_340, null, 'Ann']]);
		expect(rows()).toBe(before + 1);
		book.user.type(book.deals, 20, STAGE, null);
		expect(rows()).toBe(before + 2);
		book.user.type(book.deals, row, 0, 'D-5');
		book.user.type(book.deals, 5, STAGE, 'Lost');
		// D-new is gone, and of two deals with one id nothing is recorded.
		expect(rows()).toBe(before + 3);
		book.user.paste(book.deals, row, 0, [[null, null, null, null, null, null, null]]);
		expect(rows()).toBe(before + 4);
	});

	it('opening the funnel reads the columns that have headings and the log', () => {
		const { all } = cost('opening', () => book.open());
		expect(all).toBeLessThanOrEqual(dealCells * 1.1 + logCells());
	});

	it('a fix reads no log, and the deals twice at most: for formulas that fill cells, and for the column that it changes', () => {
		const from = String(book.cell(9, STAGE).value);
		const fixes = [{ row: 9, column: STAGE, from, to: 'Won' }];
		const { deals, log: rows } = cost('a fix', () => data(book.call('sidebarFix', { fixes })));
		expect(rows).toBe(0);
		expect(deals).toBeLessThanOrEqual(dealCells * 2);
	});

	it('a formula reads the log only where its answer needs it', () => {
		const of = (name: string) => cost(`=${name}(range)`, () => void book.evaluate(`=${name}(Deals!A1:L)`));
		for (const name of ['STAGE_TASKS', 'STAGE_CHECK', 'WIN_RATE', 'STAGE_AMOUNT', 'SALES_CYCLE'])
			expect(of(name).log, name).toBe(0);
		// Where the cell is not known, the range is compared with the deals to find out whose history it is.
		const { log: rows, deals } = of('TIME_IN_STAGE');
		expect(rows).toBe(logCells());
		expect(deals).toBeLessThanOrEqual(dealCells * 1.1);
	});

	it('a live report reads deals and log once', () => {
		const request = { filter: { period: null, cohort: 'created', columns: {} } as const, isLive: true };
		const { deals, log: rows } = cost('a live report', () => data(book.call('sidebarReportSheet', request)));
		expect(deals).toBeLessThanOrEqual(dealCells * 1.1);
		expect(rows).toBeLessThanOrEqual(logCells());
	});

	it('costs what bench/README.md says: these cells, and at most these calls', () => {
		const told = written().flatMap(({ what, read, searched, calls }) => {
			const found = measured.find((one) => one.what === what);
			return found === undefined ? [] : [{ found, read, searched, calls }];
		});
		expect(told.length).toBeGreaterThanOrEqual(8);
		for (const { found, read, searched, calls } of told) {
			expect([found.what, found.read, found.searched]).toEqual([found.what, read, searched]);
			expect(found.calls, found.what).toBeLessThanOrEqual(calls);
		}
	});
});
