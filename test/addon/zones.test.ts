/**
 * The whole bundle in zones behind UTC, ahead of it and off by half hours: what a sheet says does not depend on where it
 * is, and no path is tried in UTC only. `npm run zones` reads each day in every zone.
 */
import { expect, it } from 'vitest';
import { Book, data, HEADINGS, sampleRows, type Value } from './book.ts';

const ZONES = ['America/Los_Angeles', 'Asia/Kolkata', 'GMT-03:30'];
const EXPECTED: readonly Value[] = ['2026-12-05 10:15', null, 'TBD', '2027-01-05', '#N/A', '05.12.2026'];
const filter = { period: null, cohort: 'created', columns: {} };

/** What page and cells say of the same texts. */
function told(timeZone: string): unknown {
	const rows = sampleRows(36).map((row, i) => [...row, EXPECTED[i % EXPECTED.length] ?? null]);
	const book = new Book(rows, { timeZone, headings: [...HEADINGS, 'Expected close'] });
	// The same day in each of the zones.
	book.now = Date.UTC(2026, 10, 23, 10);
	data(book.setUp());
	const report = data(book.call('sidebarReport', { filter })).report;
	const forecast = data(book.call('sidebarForecast', { filter, target: 10_000, unit: 'month', periods: 3 }));
	const cells = ['FUNNEL', 'WIN_RATE', 'SALES_CYCLE', 'SALES_FORECAST', 'PIPELINE'].map((name) =>
		book.evaluate(`=${name}(A:H)`),
	);
	return [report.stages, report.figures, forecast.months, data(book.call('sidebarCheck')).counts, cells];
}

it('says the same of the same texts in every zone', () => {
	const inUtc = told('UTC');
	expect(JSON.stringify(inUtc)).toContain('2026-12');
	for (const zone of ZONES) expect([zone, told(zone)]).toEqual([zone, inUtc]);
});
