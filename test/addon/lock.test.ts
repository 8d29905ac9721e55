// The document's lock is not given away while it is not known what was written under it.
import { describe, expect, it } from 'vitest';
import { Fault } from '../../workbench/host/fault.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

type Act = (book: Book) => unknown;

const UNDER_LOCK: Readonly<Record<string, Act>> = {
	'a recorded edit': (book) => book.user.type(book.deals, 1, STAGE, 'Won'),
	'the set-up': (book) => book.setUp(),
	'the report sheet': (book) =>
		book.call('sidebarReportSheet', { filter: { period: null, cohort: 'created', columns: {} }, isLive: false }),
	'saved stages': (book) => book.call('sidebarSaveStages', { stages: book.open().stages }),
	'filled ids': (book) => {
		book.user.type(book.deals, 3, 0, '');
		return book.call('sidebarFillIds');
	},
};

describe('a flush that fails', () => {
	it.each(Object.entries(UNDER_LOCK))('keeps the lock until the execution ends: %s', (name, act) => {
		const book = new Book(sampleRows(12));
		if (name !== 'the set-up') {
			data(book.setUp());
			book.bundle.runMenuItem('refreshFunnel');
		}
		const calls: string[] = [];
		book.host.hooks = {
			before({ name: call, execution }) {
				calls.push(`${execution} ${call}`);
				if (call === 'SpreadsheetApp.flush') throw new Fault('Der Dienst ist gerade nicht da.');
			},
		};
		act(book);
		book.host.hooks = {};
		const failed = calls.filter((call) => call.endsWith(' SpreadsheetApp.flush'));
		expect(failed.length).toBeGreaterThan(0);
		for (const call of failed) {
			const after = calls.slice(calls.indexOf(call)).filter((other) => other.startsWith(`${call.split(' ')[0]} `));
			expect(after.filter((other) => other.endsWith('.releaseLock'))).toEqual([]);
		}
		expect(book.host.locks.held).toEqual([]);
	});

	it('does not stop the next recording', () => {
		const book = new Book(sampleRows(12));
		data(book.setUp());
		book.bundle.runMenuItem('refreshFunnel');
		const log = book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
		book.host.hooks = {
			before({ name }) {
				if (name === 'SpreadsheetApp.flush') throw new Fault('x');
			},
		};
		book.user.type(book.deals, 1, STAGE, 'Won');
		book.host.hooks = {};
		book.user.type(book.deals, 2, STAGE, 'Won');
		book.open();
		const rows = book.store.read(log, { row: 13, column: 0, rows: 4, columns: 4 });
		expect(rows.map((row) => [row[0]?.value ?? null, row[1]?.value ?? null])).toEqual([
			['D-1', 2],
			['D-2', 2],
			[null, null],
			[null, null],
		]);
	});
});
