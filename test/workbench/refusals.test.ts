/** What Google refuses, or ends, is refused and ended in the stand-in too: where sources leave it open, under the setting that says so. */
import { describe, expect, it } from 'vitest';
import type { Doubts } from '../../workbench/host/doubts.ts';
import { createHost, type Host, type HostOptions, MemoryStore, UserActions } from '../../workbench/host/index.ts';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

function newHost(
	doubts: Partial<Doubts> = {},
	options: Partial<HostOptions> = {},
): { host: Host; store: MemoryStore; app: App; sheet: Sheet } {
	const store = new MemoryStore();
	store.insertSheet('Deals', 0, { rows: 50, columns: 8 });
	const host = createHost(store, { timeZone: 'Europe/Berlin', locale: 'en_US', now: () => 0, doubts, ...options });
	const app = host.globals.SpreadsheetApp as App;
	return { host, store, app, sheet: app.getActive().getSheets()[0] as Sheet };
}

describe('a typed column', () => {
	const ACTS: Readonly<Record<string, (range: Range, app: App) => unknown>> = {
		'a rule': (range, app) => range.setDataValidation(app.newDataValidation().requireValueInList(['A']).build()),
		'a check box': (range) => range.insertCheckboxes(),
		'no rule': (range) => range.clearDataValidations(),
		'a format': (range) => range.setNumberFormat('@'),
		'many formats': (range) => range.setNumberFormats([['@']]),
		'no format': (range) => range.clearFormat(),
		nothing: (range) => range.clear(),
		'a value': (range) => range.setValue('Won'),
	};
	const refusedBy = (typedColumns: Doubts['typedColumns']): string[] => {
		const { app, store, sheet } = newHost({ typedColumns });
		store.setTypedColumns(0, [2]);
		return Object.keys(ACTS).filter((what) => {
			try {
				ACTS[what]?.(sheet.getRange('C2'), app);
				return false;
			} catch {
				return true;
			}
		});
	};

	it('takes no rule, and under the harsher setting no change of rules and formats at all', () => {
		expect(refusedBy('rules')).toEqual(['a rule', 'a check box']);
		expect(refusedBy('rulesAndFormats')).toEqual(Object.keys(ACTS).filter((what) => what !== 'a value'));
	});
});

it('a filter on a table is made or refused', () => {
	for (const filterOnTable of ['allowed', 'refused'] as const) {
		const { store, sheet } = newHost({ filterOnTable });
		store.setTypedColumns(0, [2]);
		const make = () => sheet.getRange('A1:C9').createFilter();
		if (filterOnTable === 'allowed') expect(make).not.toThrow();
		else expect(make).toThrow('You cannot create a filter in a table.');
	}
});

it('properties and lock of the document are there or null', () => {
	const of = (doubts: Partial<Doubts>): unknown[] => {
		const { PropertiesService, LockService } = newHost(doubts).host.globals as Record<
			string,
			Record<string, () => unknown>
		>;
		return [PropertiesService?.getDocumentProperties?.(), LockService?.getDocumentLock?.()].map((it) => it === null);
	};
	expect(of({})).toEqual([false, false]);
	expect(of({ documentProperties: 'null' })).toEqual([true, false]);
	expect(of({ documentLock: 'null' })).toEqual([false, true]);
});

describe('time', () => {
	const MICROSECONDS = 31;
	/** Seconds of reading after which an execution of this kind is ended. */
	const lastOf = (kind: 'customFunction' | 'trigger' | 'menu' | 'rpc'): number => {
		const { host } = newHost({ cellReadTime: 'charged' });
		let seconds = 0;
		expect(() =>
			host.execute(kind, () => {
				for (; seconds < 1000; seconds++) host.chargeReading(1_000_000 / MICROSECONDS);
			}),
		).toThrow('Exceeded maximum execution time');
		return seconds;
	};

	it.each([
		['customFunction', 30],
		['trigger', 30],
		['menu', 360],
		['rpc', 360],
	] as const)('of a %s ends after %i seconds of reading', (kind, seconds) => {
		expect(lastOf(kind)).toBeGreaterThanOrEqual(seconds - 1);
		expect(lastOf(kind)).toBeLessThanOrEqual(seconds);
	});
});

describe('a file', () => {
	it('has no more than ten million cells, by rows, columns and sheets', () => {
		const { app, sheet, store } = newHost();
		sheet.insertRowsAfter(50, 1_249_900);
		expect(store.size(0).rows).toBe(1_249_950);
		expect(() => sheet.insertRowsAfter(50, 51)).toThrow('10000000 cells');
		expect(() => sheet.insertColumnsAfter(8, 1)).toThrow('10000000 cells');
		expect(() => app.getActive().insertSheet('More')).toThrow('10000000 cells');
		expect(store.sheets()).toHaveLength(1);
	});
});

describe('an edit', () => {
	it('comes at once, or late with at most two waiting and the rest lost', () => {
		const seen = (editEvents: Doubts['editEvents']): [number, number] => {
			const { host } = newHost({ editEvents });
			let events = 0;
			const user = new UserActions(host, () => void events++);
			for (let row = 0; row < 5; row++) user.type(0, row, 0, row);
			const atOnce = events;
			user.settle();
			return [atOnce, events];
		};
		expect(seen('atOnce')).toEqual([5, 5]);
		expect(seen('lateAndLost')).toEqual([0, 2]);
	});

	it('may show a message, and neither a sidebar nor who the user is', () => {
		const scopes = ['spreadsheets.currentonly', 'script.container.ui', 'userinfo.email'].map(
			(scope) => `https://www.googleapis.com/auth/${scope}`,
		);
		const { host, app } = newHost({}, { scopes, userEmail: 'ann@example.com' });
		const { HtmlService, Session } = host.globals as unknown as {
			HtmlService: GoogleAppsScript.HTML.HtmlService;
			Session: GoogleAppsScript.Base.Session;
		};
		host.execute('trigger', () => {
			app.getActive().toast('fine');
			expect(() => app.getUi().showSidebar(HtmlService.createHtmlOutput('x'))).toThrow('You do not have permission');
			expect(Session.getActiveUser().getEmail()).toBe('');
		});
		host.execute('menu', () => {
			app.getUi().showSidebar(HtmlService.createHtmlOutput('x'));
			expect(Session.getActiveUser().getEmail()).toBe('ann@example.com');
		});
	});
});
