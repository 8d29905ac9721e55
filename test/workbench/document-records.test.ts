/** What a document keeps beside its cells, when the book is opened again in another host. */
import { expect, it } from 'vitest';
import { createHost, type Host, MemoryStore } from '../../workbench/host/index.ts';

function open(store: MemoryStore, kept: string | null): { host: Host; sheet: GoogleAppsScript.Spreadsheet.Sheet } {
	const host = createHost(store, { timeZone: 'UTC', locale: 'en_US', now: () => 0 });
	Object.assign(host.records, JSON.parse(kept ?? '{}'));
	const app = host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
	return { host, sheet: app.getActive().getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet };
}

it('knows its filter again, which can be taken away, and gives a new chart a new id', () => {
	const store = new MemoryStore();
	store.insertSheet('Deals', 0, { rows: 50, columns: 8 });
	const first = open(store, null);
	first.sheet.getRange('A1:A3').setValues([['Stage'], ['Won'], ['Lost']]);
	const criteria = (
		first.host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp
	).newFilterCriteria();
	first.sheet
		.getRange('A1:A3')
		.createFilter()
		.setColumnFilterCriteria(1, criteria.setHiddenValues(['Lost']).build());
	first.sheet.insertChart(first.sheet.newChart().build());

	const { host, sheet } = open(store, JSON.stringify(first.host.records));
	expect([...store.hiddenRows(0)]).toEqual([2]);
	expect(sheet.getFilter()?.getColumnFilterCriteria(1)?.getHiddenValues()).toEqual(['Lost']);
	sheet.getFilter()?.removeColumnFilterCriteria(1);
	expect([...store.hiddenRows(0)]).toEqual([]);
	sheet.insertChart(sheet.newChart().build());
	expect(new Set(host.records.charts.map(({ id }) => id)).size).toBe(2);
});
