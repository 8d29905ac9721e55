/** One win rate: what the settings define is what the tile, a cell, the report sheet and the leads needed go by. */
import { describe, expect, it } from 'vitest';
import { Book, data, sampleRows } from './book.ts';

const ALL = { period: null, cohort: 'created', columns: {} } as const;
const TARGET = 100_000;

describe('the win rate', () => {
	it.each(['all', 'closed'] as const)(
		'of %s deals is one in tile, cell, report sheet and leads needed',
		(winRateMode) => {
			const book = new Book(sampleRows(120));
			data(book.setUp());
			data(book.call('sidebarSaveSettings', { settings: { winRateMode } }));
			const { figures } = data(book.call('sidebarReport', { filter: ALL })).report;
			const [rate, , size] = figures.map(({ value }) => value ?? Number.NaN) as [number, number, number];
			expect(rate).toBe(winRateMode === 'all' ? 20 / 120 : 20 / 40);
			expect(book.evaluate('=WIN_RATE(Deals!A1:G)')).toEqual({ value: rate });
			const needed = Math.ceil(TARGET / (rate * size));
			expect(book.evaluate(`=LEADS_NEEDED(Deals!A1:G, ${TARGET})`)).toEqual({ value: needed });
			const forecast = { filter: ALL, target: TARGET, unit: 'month', periods: 3 } as const;
			expect(data(book.call('sidebarForecast', forecast)).leads?.value).toBe(needed);
			const { sheetName } = data(book.call('sidebarReportSheet', { filter: ALL, isLive: false }));
			const sheetId = book.store.sheets().find(({ name }) => name === sheetName)?.id ?? -1;
			const cells = book.store.read(sheetId, { row: 0, column: 0, rows: 6, columns: 1 }).map(([cell]) => cell?.value);
			expect(cells[4]).toBe(rate);
		},
	);
});
