import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultHooks } from '../../workbench/host/fault.ts';
import {
	createHost,
	evaluateFormula,
	FormulaCells,
	type Host,
	type HostOptions,
	MemoryStore,
	UserActions,
} from '../../workbench/host/index.ts';
import { loadBundle } from '../../workbench/host/load-bundle.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const ONE_CELL = { row: 0, column: 0, rows: 1, columns: 1 };

function newHost(options: Partial<HostOptions> = {}): {
	host: Host;
	store: MemoryStore;
	app: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
} {
	const store = new MemoryStore();
	store.insertSheet('Deals', 0, { rows: 50, columns: 8 });
	const host = createHost(store, { timeZone: 'Europe/Berlin', locale: 'en_US', now: () => NOW, ...options });
	return { host, store, app: host.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp };
}

function load(host: Host, code: string) {
	const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
	writeFileSync(join(folder, 'Code.js'), code);
	return loadBundle(host, folder);
}

describe('the spreadsheet service', () => {
	it('gives blanks as empty text, dates as the instant of local midnight and numbers as they are', () => {
		const { app } = newHost();
		const range = app.getActive().getRange('Deals!A1:C1');
		range.setValues([['', '2026-06-01', '12']]);
		const [blank, date, number] = range.getValues()[0] as [string, Date, number];
		expect(blank).toBe('');
		expect(date.toISOString()).toBe('2026-05-31T22:00:00.000Z');
		expect(number).toBe(12);
		expect(range.getDisplayValues()).toEqual([['', '2026-06-01', '12']]);
	});

	it('keeps every text in a plain text cell, also one that looks like a formula', () => {
		const { app } = newHost();
		const cell = app.getActive().getRange('Deals!A1').setNumberFormat('@').setValue('=1+1');
		expect(cell.getFormula()).toBe('');
		expect(cell.getValue()).toBe('=1+1');
	});

	it.each<[string, (app: GoogleAppsScript.Spreadsheet.SpreadsheetApp) => unknown, string]>([
		[
			'a write of another size',
			(app) =>
				app
					.getActive()
					.getRange('Deals!A1:A2')
					.setValues([[1]]),
			'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
		],
		[
			'a range outside of the sheet',
			(app) => app.getActive().getSheets()[0]?.getRange(51, 1),
			'The coordinates of the range are outside the dimensions of the sheet.',
		],
		[
			'a second sheet of the same name',
			(app) => app.getActive().insertSheet('deals'),
			'A sheet with this name already exists. Please enter another name.',
		],
		[
			'a text over the limit',
			(app) => app.getActive().getRange('Deals!A1').setValue('x'.repeat(50_001)),
			'Your input contains more than the maximum of 50000 characters in a single cell.',
		],
		[
			'a member that is missing',
			(app) => app.getActive().getRange('Deals!A1').mergeVertically(),
			'Range.mergeVertically is not in the workbench yet',
		],
	])("throws Google's text for %s", (_what, act, text) => {
		expect(() => act(newHost().app)).toThrow(text);
	});

	it('throws for a protected cell and for a drop-down on a typed column, and changes nothing', () => {
		const { app, store } = newHost();
		const [id] = store.sheets().map((sheet) => sheet.id) as [number];
		store.protect(id, [ONE_CELL]);
		store.setTypedColumns(id, [2]);
		const rule = app.newDataValidation().requireValueInList(['A']).build();
		expect(() => app.getActive().getRange('Deals!A1:B1').setValue('x')).toThrow(
			'You are trying to edit a protected cell or object.',
		);
		expect(() => app.getActive().getRange('Deals!C1').setDataValidation(rule)).toThrow(
			'This operation is not allowed on cells in typed columns.',
		);
		expect(store.used(id)).toEqual({ rows: 0, columns: 0 });
	});

	it('loses the whole write when one cell breaks a strict rule, and takes it when the rule allows invalid values', () => {
		const { app } = newHost();
		const sheet = app.getActive().getSheetByName('Deals') as GoogleAppsScript.Spreadsheet.Sheet;
		sheet.getRange('H1:H2').setValues([['Won'], ['Lost']]);
		const strict = app.newDataValidation().requireValueInRange(sheet.getRange('H1:H2')).setAllowInvalid(false).build();
		sheet.getRange('A1:A3').setDataValidation(strict);
		expect(() => sheet.getRange('A1:A3').setValues([['Won'], ['Wonn'], ['Lost']])).toThrow(
			'The data you entered in cell A2 violates the data validation rules set on this cell.',
		);
		expect(sheet.getRange('A1').isBlank()).toBe(true);
		sheet.getRange('A1:A3').setDataValidation(strict.copy().setAllowInvalid(true).build());
		sheet.getRange('A1:A3').setValues([['Won'], ['Wonn'], ['Lost']]);
		expect(sheet.getRange('A2').getValue()).toBe('Wonn');
		expect(sheet.getRange('A2').getDataValidation()?.getAllowInvalid()).toBe(true);
	});

	it('moves rules, their source and column metadata with inserted columns', () => {
		const { app } = newHost();
		const sheet = app.getActive().getSheetByName('Deals') as GoogleAppsScript.Spreadsheet.Sheet;
		sheet
			.getRange('C2:C50')
			.setDataValidation(app.newDataValidation().requireValueInRange(sheet.getRange('F1:F3')).build());
		sheet.getRange('C:C').addDeveloperMetadata('stage');
		sheet.insertColumnBefore(2);
		expect(sheet.getRange('D2').getDataValidation()?.getCriteriaValues()[0].getA1Notation()).toBe('G1:G3');
		expect(
			sheet.createDeveloperMetadataFinder().withKey('stage').find()[0]?.getLocation().getColumn()?.getColumn(),
		).toBe(4);
	});

	it('refuses a property over 9 KB and a store over 500 KB', () => {
		const { host } = newHost();
		const properties = (
			host.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService
		).getDocumentProperties();
		expect(() => properties.setProperty('a', 'é'.repeat(4609))).toThrow('Argument too large: value');
		expect(() => {
			for (let at = 0; at < 60; at++) properties.setProperty(`k${at}`, 'x'.repeat(9000));
		}).toThrow('You have exceeded the property storage quota. Please remove some properties and try again.');
		expect(properties.getProperty('k54')).toHaveLength(9000);
	});
});

describe('executions', () => {
	it('lets one execution hold a lock, also while another one starts inside of it, and frees it at the end', () => {
		const { host } = newHost();
		const lock = () => (host.globals.LockService as GoogleAppsScript.Lock.LockService).getDocumentLock();
		host.execute('rpc', () => {
			expect(lock().tryLock(1)).toBe(true);
			host.execute('trigger', () => {
				expect(lock().tryLock(1)).toBe(false);
				expect(() => lock().waitLock(1)).toThrow('Lock timeout: another process was holding the lock for too long.');
			});
			expect(lock().hasLock()).toBe(true);
		});
		expect(host.locks.held).toEqual([]);
		expect(host.execute('menu', () => lock().tryLock(1))).toBe(true);
	});

	it('allows only the menu in AuthMode NONE and no write in a custom function', () => {
		const { host, app } = newHost({ authMode: 'NONE' });
		host.execute('trigger', () => {
			app.getUi().createAddonMenu().addItem('Open', 'open').addToUi();
			expect(() => app.getActive().getName()).toThrow(
				'Authorization is required to perform that action. Please run the script again to authorize it.',
			);
		});
		host.execute('customFunction', () => {
			expect(app.getActive().getRange('Deals!A1').getValue()).toBe('');
			expect(() => app.getActive().getRange('Deals!A1').setValue(1)).toThrow(
				'You do not have permission to call setValue',
			);
			expect(() => app.getUi()).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
		});
	});

	it('names the scope that is missing', () => {
		const { host } = newHost();
		const session = host.globals.Session as GoogleAppsScript.Base.Session;
		expect(() => host.execute('menu', () => session.getActiveUser())).toThrow(
			'Required permissions: https://www.googleapis.com/auth/userinfo.email',
		);
	});

	it.each([
		['before', null],
		['after', 7],
	] as const)('fails the n-th service call %s it took effect', (mode, left) => {
		const { host, app, store } = newHost();
		host.hooks = faultHooks({ nth: 1, mode, text: 'Service unavailable' });
		expect(() => host.execute('rpc', () => app.getActive().getRange('Deals!A1').setValue(7))).toThrow(
			'Service unavailable',
		);
		expect(store.read(0, ONE_CELL)[0]?.[0]?.value).toBe(left);
	});

	it('lets nothing through after a kill, whatever the script catches', () => {
		const { host, app, store } = newHost();
		host.hooks = faultHooks({ nth: 2, mode: 'kill', text: 'killed' });
		const run = () => {
			for (let at = 1; at <= 3; at++) {
				try {
					app.getActive().getRange(`Deals!A${at}`).setValue(at);
				} catch {}
			}
		};
		expect(() => host.execute('rpc', run)).toThrow('Exceeded maximum execution time');
		expect(store.used(0)).toEqual({ rows: 1, columns: 1 });
	});

	it('counts round trips and cells, not handles', () => {
		const { host, app } = newHost();
		app.getActive().getRange('Deals!A1:C10').getValues();
		expect(host.meter.calls).toBe(1);
		expect(host.meter.cellsRead.get(0)).toBe(30);
	});
});

describe('a loaded bundle', () => {
	const CODE = `
		function isOwn() { var v = SpreadsheetApp.getActive().getRange('Deals!A1:B1').getValues(); return [v instanceof Array, v[0] instanceof Array, v[0][0] instanceof Date, new Date() instanceof Date, Date.now()] }
		function fails() { try { SpreadsheetApp.getActive().getRange('Nope!A1') } catch (e) { return e instanceof Error && e.message } }
		function echo(x) { return x }
		function when() { return { at: [new Date()] } }
		function DOUBLE(x) { return x * 2 }
		function KIND(a, b, c) { return [[Array.isArray(a) ? a.length + 'x' + a[0].length : typeof a, typeof b, typeof c]] }
		function BOOM() { throw new Error('BOOM: no') }
		function COUNTED() { return ++n } var n = 0
		function hidden_() {}
		function onEdit(e) { SpreadsheetApp.getActive().toast(e.range.getA1Notation() + ' ' + e.oldValue + ' ' + e.value) }`;

	it('gets dates, arrays and errors of its own realm, and the clock of the host', () => {
		const { host, app } = newHost();
		const bundle = load(host, CODE);
		app.getActive().getRange('Deals!A1').setValue('2026-01-01');
		expect(bundle.runFunction('isOwn', [])).toEqual({ isOk: true, value: [true, true, true, true, NOW] });
		expect(bundle.runFunction('fails', [])).toEqual({ isOk: true, value: 'Range not found' });
	});

	it('refuses a service call at load', () => {
		expect(() => load(newHost().host, 'SpreadsheetApp.getActive()')).toThrow('Authorization is required');
	});

	it('carries only plain values over a sidebar call, by value', () => {
		const bundle = load(newHost().host, CODE);
		const given = { list: [1, null, 'x'], __proto__: null };
		const outcome = bundle.runFunction('echo', [given]);
		expect(outcome).toEqual({ isOk: true, value: { list: [1, null, 'x'] } });
		expect(bundle.runFunction('echo', [new Date(0)])).toMatchObject({
			isOk: false,
			message: expect.stringContaining('illegal value in property: argument 0 (Date)'),
		});
		expect(bundle.runFunction('when', [])).toMatchObject({
			isOk: false,
			message: expect.stringContaining('answer.at[0] (Date)'),
		});
		expect(bundle.runFunction('echo', [() => 1])).toMatchObject({ isOk: false });
		expect(bundle.runFunction('hidden_', [])).toMatchObject({ isOk: false });
	});

	it('sends value and old value for a single cell only', () => {
		const heard: string[] = [];
		const { host } = newHost({ frontEnd: { toast: (message) => heard.push(message) } });
		const bundle = load(host, CODE);
		const user = new UserActions(host, (event) => void bundle.runTrigger('onEdit', event));
		user.type(0, 1, 1, 'Won');
		user.type(0, 1, 1, 'Lost');
		user.paste(0, 2, 0, [['a', 'b']]);
		user.undo();
		user.undo();
		expect(heard).toEqual([
			'B2 undefined Won',
			'B2 Won Lost',
			'A3:B3 undefined undefined',
			'A3:B3 undefined undefined',
			'B2 Lost Won',
		]);
	});

	it.each([
		['=DOUBLE(A2)', { value: 14 }],
		["=DOUBLE('Deals'!$A$2)", { value: 14 }],
		['=DOUBLE(21)', { value: 42 }],
		['=KIND(Deals!A1:B, "a, ""b""", TRUE)', { value: [['50x2', 'string', 'boolean']] }],
		['=KIND(A:C; ; 1)', { value: [['50x3', 'undefined', 'number']] }],
		['=KIND(Z9)', { error: '#REF!' }],
		['=BOOM()', { error: 'BOOM: no' }],
		['=NOPE(1)', { error: "#NAME? Unknown function: 'NOPE'." }],
		[
			'=DOUBLE(1)+1',
			{ error: '#ERROR! Formula parse error: only a single call of a function of the add-on can be evaluated here.' },
		],
	])('evaluates %s as a cell does', (formula, result) => {
		const { host, app } = newHost();
		const bundle = load(host, CODE);
		app.getActive().getRange('Deals!A2').setValue(7);
		expect(evaluateFormula(bundle, formula, 0)).toEqual(result);
	});

	it('computes a formula cell again only when an argument changed, so one without arguments stays stale', () => {
		const { host, app } = newHost();
		const bundle = load(host, CODE);
		const cells = new FormulaCells(bundle);
		const sheet = app.getActive().getRange('Deals!A1:C1');
		sheet.setValues([[1, '=DOUBLE(A1)', '=COUNTED()']]);
		expect(cells.recalculate()).toBe(2);
		sheet.getCell(1, 1).setValue(5);
		expect(cells.recalculate()).toBe(1);
		expect(sheet.getValues()[0]).toEqual([5, 10, 1]);
	});
});

describe('what people do', () => {
	it('sorts by a column with blanks last and takes it back', () => {
		const { host, app } = newHost();
		const range = app.getActive().getRange('Deals!A1:A4');
		range.setValues([['b'], [''], [3], ['A']]);
		const user = new UserActions(host);
		user.sort(0, { row: 0, column: 0, rows: 4, columns: 1 }, 0);
		expect(range.getValues().flat()).toEqual([3, 'A', 'b', '']);
		user.undo();
		expect(range.getValues().flat()).toEqual(['b', '', 3, 'A']);
	});

	it('does again what was undone, until something else is done', () => {
		const { store, host } = newHost();
		const deals = 0;
		const user = new UserActions(host);
		const cell = (): unknown => store.read(deals, { row: 1, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value;
		const before = cell();
		user.type(deals, 1, 0, 'one');
		user.insertRows(deals, 1, 1);
		expect([user.undo(), user.undo(), cell()]).toEqual([true, true, before]);
		expect([user.redo(), cell(), user.redo(), cell(), user.redo()]).toEqual([true, 'one', true, null, false]);
		user.undo();
		user.type(deals, 1, 0, 'two');
		expect([user.redo(), cell()]).toEqual([false, 'two']);
	});

	it('refuses a typed value that a strict rule forbids, and wipes the rule with a paste until undo', () => {
		const { host, app } = newHost();
		const cell = app.getActive().getRange('Deals!A1');
		cell.setDataValidation(app.newDataValidation().requireValueInList(['Won']).setAllowInvalid(false).build());
		const user = new UserActions(host);
		expect(user.type(0, 0, 0, 'Wonn')).toBe(false);
		expect(user.paste(0, 0, 0, [['Wonn']])).toBe(true);
		expect(cell.getDataValidation()).toBeNull();
		user.undo();
		expect(cell.getDataValidation()?.getAllowInvalid()).toBe(false);
		expect(cell.getValue()).toBe('');
	});

	it('brings deleted rows back with their cells', () => {
		const { host, app } = newHost();
		const range = app.getActive().getRange('Deals!A1:A3');
		range.setValues([[1], [2], [3]]);
		const user = new UserActions(host);
		user.deleteRows(0, 1, 1);
		expect(range.getValues().flat()).toEqual([1, 3, '']);
		user.undo();
		expect(range.getValues().flat()).toEqual([1, 2, 3]);
	});
});
