import { describe, expect, it } from 'vitest';
import { Fault } from '../../workbench/host/fault.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

/** A book whose history sheet was made by Refresh. */
function recording(count = 60): Book {
	const book = new Book(sampleRows(count));
	data(book.setUp());
	book.bundle.runMenuItem('refreshFunnel');
	return book;
}

const logSheet = (book: Book): number => book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;

/** Deal, sequence, from, to, source of each row. */
function log(book: Book): unknown[][] {
	const id = logSheet(book);
	const rows = book.store.read(id, { row: 1, column: 0, rows: book.store.used(id).rows - 1, columns: 7 });
	return rows.map((row) => [0, 1, 2, 3, 6].map((column) => row[column]?.value));
}

describe('the stage history', () => {
	it('begins with where each deal stands, leaves the deals alone and changes no figure', () => {
		const book = new Book();
		data(book.setUp());
		const before = book.snapshot();
		const { stages, figures } = book.open().ready?.report ?? {};
		book.bundle.runMenuItem('refreshFunnel');
		expect(book.sheetNames()).toEqual(['Deals', 'Stages', 'Stage history']);
		expect(log(book)).toHaveLength(60);
		expect(log(book)[0]).toEqual(['D-1', 1, null, 'Qualify', 'assumed']);
		expect(book.snapshot()).toBe(before);
		const after = book.open().ready?.report;
		expect(after?.stages.map(({ now, reached }) => [now, reached])).toEqual(
			stages?.map(({ now, reached }) => [now, reached]),
		);
		expect(after?.figures.map(({ value }) => value)).toEqual(figures?.map(({ value }) => value));
	});

	it('warns whoever edits the log by hand, keeps nobody from it, and does without where Google refuses that', () => {
		const book = new Book();
		data(book.setUp());
		const log = logSheet(book);
		expect(book.host.records.protections).toEqual([
			{ sheetId: log, rect: null, description: 'Stagekeeper', isWarningOnly: true },
		]);
		const refused = new Book();
		refused.host.hooks = {
			before({ name }) {
				if (name === 'Sheet.protect') throw new Fault('nicht erlaubt');
			},
		};
		data(refused.setUp());
		expect(refused.host.records.protections).toEqual([]);
		expect(book.snapshot(log)).toBe(refused.snapshot(logSheet(refused)));
	});

	it('records a typed, a pasted and a scripted change once each', () => {
		const book = recording();
		book.now += 60_000;
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(log(book).slice(60)).toEqual([['D-1', 2, 'Qualify', 'Won', 'edit']]);
		book.now += 60_000;
		book.user.paste(book.deals, 2, STAGE, [['Lost'], ['Lost']]);
		book.store.write(book.deals, { row: 4, column: STAGE, rows: 1, columns: 1 }, [[{ value: 'Won' }]]);
		book.now += 60_000;
		book.open();
		book.open();
		expect(log(book).slice(61)).toEqual([
			['D-2', 2, 'Product introduction', 'Lost', 'edit'],
			['D-3', 2, 'Needs and solution', 'Lost', 'edit'],
			['D-4', 2, 'Quote and contract', 'Won', 'reconcile'],
		]);
	});

	it('names who changed a stage only while the setting is on', () => {
		const book = new Book(sampleRows(6));
		const { deliver } = book.user;
		book.user.deliver = (event) => deliver({ ...event, user: { getEmail: () => 'ann@example.com' } });
		data(book.setUp());
		book.bundle.runMenuItem('refreshFunnel');
		const change = (row: number): void => {
			book.now += 60_000;
			book.user.type(book.deals, row, STAGE, 'Won');
		};
		change(1);
		expect(book.snapshot(logSheet(book))).not.toContain('ann@example.com');
		data(book.call('sidebarSaveSettings', { settings: { recordEditor: true } }));
		change(2);
		data(book.call('sidebarSaveSettings', { settings: { recordEditor: false } }));
		change(3);
		expect(log(book).slice(6)).toHaveLength(3);
		expect(book.snapshot(logSheet(book)).split('ann@example.com')).toHaveLength(2);
	});

	it('knows a vanished and a returned deal, whatever the order of the rows', () => {
		const book = recording();
		const row = book.store.read(book.deals, { row: 1, column: 0, rows: 1, columns: 7 });
		book.store.deleteRows(book.deals, 1, 1);
		book.open();
		book.store.write(
			book.deals,
			{ row: 70, column: 0, rows: 1, columns: 7 },
			row.map((cells) => cells.map(({ value, format }) => ({ value, format }))),
		);
		book.open();
		expect(
			log(book)
				.slice(60)
				.map((entry) => entry[3]),
		).toEqual(['(gone)', '(back)']);
	});

	it('grows past its rows and keeps ids and names as text', () => {
		const rows = sampleRows(300).map((row, i) => [`00${i}`, ...row.slice(1)]);
		const book = new Book(rows);
		data(book.setUp());
		book.bundle.runMenuItem('refreshFunnel');
		expect(log(book)).toHaveLength(300);
		expect(log(book)[7]?.[0]).toBe('007');
	});

	it('writes nothing while another execution holds the lock, and catches up', () => {
		const book = recording();
		book.host.locks.take('document', -1);
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(log(book)).toHaveLength(60);
		expect(book.open().ready?.report.rows).toBe(60);
		book.host.locks.release('document', -1);
		book.open();
		expect(log(book)).toHaveLength(61);
		expect(book.host.locks.held).toEqual([]);
	});

	it('keeps the headings out of the log when rows were inserted above them and the stage column was renamed', () => {
		const book = recording();
		book.user.insertRows(book.deals, 0, 2);
		book.user.type(book.deals, 2, STAGE, 'Phase');
		book.open();
		expect(log(book)).toHaveLength(60);
		expect(book.open().settings?.headerRow).toBe(3);
	});

	it.each(['Sheet.getDataRange', 'Lock.tryLock'])(
		'gives no time to a change before it was in the cell, also when another person made it meanwhile (at %s)',
		(moment) => {
			const book = recording();
			book.store.write(book.deals, { row: 3, column: STAGE, rows: 1, columns: 1 }, [[{ value: 'Lost' }]]);
			let changedAt = Number.POSITIVE_INFINITY;
			book.host.hooks = {
				before: ({ name }) => {
					book.now += 1000;
					if (name !== moment || changedAt < book.now) return;
					changedAt = book.now;
					book.store.write(book.deals, { row: 2, column: STAGE, rows: 1, columns: 1 }, [[{ value: 'Lost' }]]);
				},
			};
			book.open();
			book.open();
			const cells = book.store.read(logSheet(book), { row: 61, column: 0, rows: 2, columns: 6 });
			const event = cells.find(([deal]) => deal?.value === 'D-2');
			expect(event?.[3]?.value).toBe('Lost');
			expect(Date.parse(String(event?.[5]?.value).replace(' ', 'T'))).toBeGreaterThanOrEqual(changedAt);
		},
	);

	it('is not misled by rows that others insert while it reads: a last row that is not read would make its id unique', () => {
		const book = recording();
		book.user.type(book.deals, 60, 0, 'D-1');
		book.open();
		const before = log(book);
		book.store.write(book.deals, { row: 1, column: STAGE, rows: 1, columns: 1 }, [[{ value: 'Lost' }]]);
		let hasInserted = false;
		book.host.hooks = {
			after: ({ name }) => {
				if (name === 'Sheet.getDataRange' && !hasInserted) book.store.insertRows(book.deals, 5, 1);
				hasInserted ||= name === 'Sheet.getDataRange';
			},
		};
		book.open();
		expect(hasInserted).toBe(true);
		expect(log(book)).toEqual(before);
	});

	it('keeps an id such as 007 and a stage such as =1+1 as text, whatever format the cells of the log have', () => {
		const book = recording();
		const id = logSheet(book);
		const { rows, columns } = book.store.size(id);
		const plain = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ format: '' })));
		book.store.write(id, { row: 0, column: 0, rows, columns }, plain);
		book.user.paste(book.deals, 61, 0, [["'007", 'New', "'=1+1", 5]]);
		expect(log(book)).toHaveLength(61);
		expect(log(book)[60]?.slice(0, 4)).toEqual(['007', 1, null, '=1+1']);
		book.open();
		expect(log(book)).toHaveLength(61);
	});

	it('still knows the table after the heading of the stages was blank for a while and has another name now', () => {
		const book = recording();
		for (const heading of [null, 'Phase']) {
			book.user.type(book.deals, 0, STAGE, heading);
			expect(book.open().ready?.report.rows).toBe(60);
			expect(log(book)).toHaveLength(60);
		}
		expect(book.open().settings?.columns.stage).toBe('Phase');
	});

	it.each(['Stage', 'Deal id'])('is not misled by a new column that is called %s as well', (heading) => {
		const book = recording();
		const before = log(book);
		book.user.insertColumns(book.deals, 0, 1);
		book.user.type(book.deals, 0, 0, heading);
		expect(book.open().ready?.report.kinds).toMatchObject({ open: 40, won: 10, lost: 10, noStage: 0 });
		expect(log(book)).toEqual(before);
		expect(data(book.call('sidebarCheck')).counts.map(({ code, count }) => [code, count])).toEqual([
			['duplicateHeading', 1],
		]);
	});

	it('waits for a deal sheet that was deleted, and records its deals neither as gone nor as back', () => {
		const book = recording();
		const before = log(book);
		book.user.deleteSheet(book.deals);
		expect(book.call('sidebarOpen', { filter: null })).toMatchObject({ ok: false, code: 'dealSheetGone' });
		book.store.restoreSheet(book.deals);
		expect(book.open().ready?.report.rows).toBe(60);
		expect(log(book)).toEqual(before);
	});

	it('says again what an undo took out of the log', () => {
		const book = recording();
		book.user.type(book.deals, 1, STAGE, 'Won');
		const said = log(book);
		book.store.write(logSheet(book), { row: 61, column: 0, rows: 1, columns: 12 }, [
			Array.from({ length: 12 }, () => ({ value: null })),
		]);
		expect(log(book)).toHaveLength(60);
		book.open();
		expect(log(book).map((row) => row.slice(0, 4))).toEqual(said.map((row) => row.slice(0, 4)));
	});

	it('goes on in a copy of the file, which has the sheets and none of the settings', () => {
		const book = recording(12);
		book.user.type(book.deals, 1, STAGE, 'Won');
		const copy = new Book([], { headings: [] });
		copy.store.deleteSheet(copy.deals);
		for (const { id, name } of book.store.sheets()) {
			const made = copy.store.insertSheet(name, copy.store.sheets().length, book.store.size(id)).id;
			const rect = { row: 0, column: 0, ...book.store.used(id) };
			copy.store.write(
				made,
				rect,
				book.store.read(id, rect).map((row) => row.map(({ value, format }) => ({ value, format }))),
			);
		}
		const before = log(copy);
		data(copy.setUp());
		expect(copy.sheetNames()).toEqual(['Deals', 'Stages', 'Stage history']);
		expect(log(copy)).toEqual(before);
		copy.user.type(copy.store.sheets()[0]?.id as number, 1, STAGE, 'Lost');
		expect(log(copy).slice(12)).toEqual([
			['D-1', 2, 'Qualify', 'Won', 'edit'],
			['D-1', 3, 'Won', 'Lost', 'edit'],
		]);
	});

	it('leaves deals that share an id without a history, whichever comes first', () => {
		const book = recording();
		book.user.type(book.deals, 1, STAGE, 'Won');
		book.user.type(book.deals, 10, 0, 'D-1');
		const stages = (): unknown =>
			book.open().ready?.report.stages.map(({ now, reached, medianDays }) => [now, reached, medianDays]);
		const before = stages();
		book.user.sort(book.deals, { row: 1, column: 0, rows: 60, columns: 7 }, 3, false);
		expect(stages()).toEqual(before);
	});

	it('costs no more than nine service calls and three reads to open when nothing changed, and nine more with what is to be recorded', () => {
		const book = recording(1500);
		book.host.meter.reset();
		book.open();
		expect(book.host.meter.reads).toBeLessThanOrEqual(3);
		// One of them reads the filter that the user had last.
		expect(book.host.meter.calls).toBeLessThanOrEqual(9);
		book.store.write(book.deals, { row: 2, column: STAGE, rows: 2, columns: 1 }, [
			[{ value: 'Lost' }],
			[{ value: 'Won' }],
		]);
		book.host.meter.reset();
		book.open();
		expect(log(book)).toHaveLength(1502);
		expect(book.host.meter.reads).toBeLessThanOrEqual(5);
		expect(book.host.meter.calls).toBeLessThanOrEqual(18);
	});
});
