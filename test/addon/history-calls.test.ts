/** What the sidebar does with history, ids, the stage list and settings as text. */
import { describe, expect, it } from 'vitest';
import type { StageDraft } from '../../src/addon/contract/answer.ts';
import { Fault } from '../../workbench/host/fault.ts';
import { Book, data, HEADINGS, STAGE, sampleRows, type Value } from './book.ts';

const ready = (rows: Value[][] = sampleRows(60), headings = HEADINGS): Book => {
	const book = new Book(rows, { headings });
	data(book.setUp());
	return book;
};
const withoutIds = (): Book =>
	ready(
		sampleRows(30).map((row) => row.slice(1)),
		HEADINGS.slice(1),
	);
const logSheet = (book: Book): number => book.store.sheets().find(({ name }) => name === 'Stage history')?.id as number;
const log = (book: Book): unknown[][] => {
	const id = logSheet(book);
	const rows = book.store.read(id, { row: 1, column: 0, rows: book.store.used(id).rows - 1, columns: 10 });
	return rows.map((row) => row.map(({ value }) => value));
};
const stagesOf = (book: Book): StageDraft[] => [...book.open().stages];

describe('the import of dates that stand beside the deals', () => {
	it('tells each stage and its day once, before what was seen, and again adds nothing', () => {
		const headings = [...HEADINGS, 'Qualify date', 'Needs and solution date'];
		const dated = sampleRows(12).map((row, i) => [
			...row,
			`2026-01-${10 + i}`,
			i % 2 === 0 ? `2026-02-${10 + i}` : null,
		]);
		const book = ready(dated, headings);
		const { sources } = data(book.call('sidebarHistory'));
		expect(sources).toEqual([{ sheetId: null, name: 'Qualify date, Needs and solution date', rows: 18 }]);
		const before = book.snapshot();
		expect(data(book.call('sidebarImportHistory', { sheetId: null }))).toEqual({ added: 22, known: 0, ignored: 0 });
		expect(data(book.call('sidebarImportHistory', { sheetId: null }))).toEqual({ added: 0, known: 22, ignored: 0 });
		expect(book.snapshot()).toBe(before);
		const first = log(book).filter(([deal]) => deal === 'D-1');
		expect(
			first.map(([, sequence, from, to, , at, source]) => [sequence, from, to, String(at).slice(0, 10), source]),
		).toEqual([
			[1, null, 'Qualify', '2026-11-23', 'assumed'],
			[2, null, 'Qualify', '2026-01-10', 'import'],
			[3, 'Qualify', 'Needs and solution', '2026-02-10', 'import'],
		]);
		// The day on which a closed deal was closed is a date of its last stage.
		const closed = log(book).filter(([deal, , , , , , source]) => deal === 'D-5' && source === 'import');
		expect(closed.map(([, , , to]) => to)).toEqual(['Qualify', 'Won', 'Needs and solution']);
	});
});

describe('the state of the history', () => {
	it('says since when, how much is assumed, and how far apart two looks were', () => {
		const book = ready();
		expect(data(book.call('sidebarHistory'))).toMatchObject({
			sheetName: 'Stage history',
			since: '2026-11-23',
			events: 60,
			assumed: 60,
			medianSpanDays: null,
			damagedRows: 0,
			laterRows: 0,
			firstLaterRow: 0,
			missingIds: 0,
			hasIdColumn: true,
		});
		book.now += 86_400_000;
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ events: 61, medianSpanDays: 1 });
	});

	it('keeps a change between the last look and this one', () => {
		const book = ready();
		book.now += 86_400_000;
		book.user.type(book.deals, 1, STAGE, 'Qualify');
		book.now += 3_600_000;
		book.user.type(book.deals, 2, STAGE, 'Won');
		expect(
			log(book)
				.slice(60)
				.map((row) => row.slice(4, 6)),
		).toEqual([['2026-11-24 15:05:00+01:00', '2026-11-24 16:05:00+01:00']]);
	});

	it('does not take an edit beside the stages, which reads no deals, for a look', () => {
		const book = ready();
		book.now += 86_400_000;
		book.user.type(book.deals, 1, 3, 5);
		book.now += 3_600_000;
		book.user.type(book.deals, 2, STAGE, 'Won');
		expect(
			log(book)
				.slice(60)
				.map((row) => row.slice(4, 6)),
		).toEqual([['2026-11-23 15:05:00+01:00', '2026-11-24 16:05:00+01:00']]);
	});

	it('says that nothing is recorded while the sheet is protected, and why, and catches up when it is not any more', () => {
		const book = ready();
		expect(book.open().ready?.recording.state).toBe('on');
		book.store.protect(logSheet(book), [{ row: 0, column: 0, ...book.store.size(logSheet(book)) }]);
		book.user.paste(book.deals, 1, STAGE, [['Won'], ['Lost']]);
		expect(book.open().ready?.recording.state).toBe('behind');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ unrecorded: 2, isReadable: true, events: 60 });
		book.store.protect(logSheet(book), []);
		expect(book.open().ready?.recording.state).toBe('on');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ unrecorded: 0, events: 62 });
	});

	it('says that the log cannot be read while its headings are others', () => {
		const book = ready();
		book.user.type(logSheet(book), 0, 0, 'x');
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(book.open().ready?.recording.state).toBe('behind');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ isReadable: false, unrecorded: 0 });
		book.user.type(logSheet(book), 0, 0, 'Deal id');
		expect(book.open().ready?.recording.state).toBe('on');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ isReadable: true, events: 61 });
	});

	it('does not call it a standstill when another run is recording', () => {
		const book = ready();
		book.host.locks.take('document', -1);
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(book.open().ready?.recording.state).toBe('on');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ unrecorded: 1 });
		book.host.locks.release('document', -1);
	});

	it('lists ids that stand twice and deals without one, and records neither', () => {
		const rows = sampleRows(30);
		(rows[3] as Value[])[0] = 'D-1';
		(rows[4] as Value[])[0] = null;
		const book = ready(rows);
		expect(data(book.call('sidebarHistory'))).toMatchObject({
			duplicateIds: [{ id: 'D-1', cells: ['Deals!A2', 'Deals!A5'] }],
			missingIds: 1,
			events: 27,
		});
	});
});

describe('filling ids', () => {
	it('makes the column at the right end and starts the history; a second time fills nothing', () => {
		const book = withoutIds();
		expect(book.sheetNames()).toEqual(['Deals', 'Stages']);
		expect(book.toasts.join()).toContain('no IDs');
		const before = JSON.stringify(book.store.read(book.deals, { row: 0, column: 0, rows: 31, columns: 6 }));
		expect(data(book.call('sidebarFillIds'))).toEqual({ filled: 30 });
		expect(JSON.stringify(book.store.read(book.deals, { row: 0, column: 0, rows: 31, columns: 6 }))).toBe(before);
		expect([0, 1, 30].map((row) => book.cell(row, 6).value)).toEqual(['Deal ID', 'D-0001', 'D-0030']);
		expect(log(book)).toHaveLength(30);
		expect(data(book.call('sidebarFillIds'))).toEqual({ filled: 0 });
	});

	it("goes on in the user's own series and touches no other cell", () => {
		const rows = sampleRows(10);
		rows.forEach((row, i) => {
			row[0] = i === 2 || i === 3 || i === 7 ? null : `SO-${String(i + 40).padStart(3, '0')}`;
		});
		const book = ready(rows);
		expect(data(book.call('sidebarFillIds'))).toEqual({ filled: 3 });
		expect([1, 3, 4, 8].map((row) => book.cell(row, 0).value)).toEqual(['SO-040', 'SO-050', 'SO-051', 'SO-052']);
		expect(log(book)).toHaveLength(10);
	});

	it('takes the ids back that it wrote before a write failed', () => {
		const rows = sampleRows(12);
		for (const i of [2, 3, 7, 10]) (rows[i] as Value[])[0] = null;
		const book = ready(rows);
		const before = book.snapshot();
		let writes = 0;
		book.host.hooks = {
			before({ name }) {
				if (name === 'Range.setValues' && ++writes === 3) throw new Fault('Service Spreadsheets timed out.');
			},
		};
		expect(book.call('sidebarFillIds')).toMatchObject({ ok: false });
		expect(book.snapshot()).toBe(before);
		book.host.hooks = {};
		expect(data(book.call('sidebarFillIds'))).toEqual({ filled: 4 });
		expect([3, 4, 8, 11].map((row) => book.cell(row, 0).value)).toEqual(['D-13', 'D-14', 'D-15', 'D-16']);
	});

	it('leaves an id alone that somebody types between reading and writing', () => {
		const rows = sampleRows(10);
		rows.forEach((row, i) => {
			if (i > 5) row[0] = null;
		});
		const book = ready(rows);
		book.host.hooks = {
			before({ name }) {
				if (name !== 'Range.getNumberFormats') return;
				book.host.hooks = {};
				book.user.type(book.deals, 9, 0, 'MINE');
			},
		};
		expect(data(book.call('sidebarFillIds'))).toEqual({ filled: 3 });
		expect([7, 8, 9, 10].map((row) => book.cell(row, 0).value)).toEqual(['D-7', 'D-8', 'MINE', 'D-9']);
	});

	it('leaves a formula alone that shows nothing', () => {
		const rows = sampleRows(10);
		rows.forEach((row, i) => {
			if (i > 5) row[0] = null;
		});
		const book = ready(rows);
		const at = { row: 8, column: 0, rows: 1, columns: 1 };
		book.store.write(book.deals, at, [[{ value: '', formula: '=IF(B9="","",B9)' }]]);
		expect(data(book.call('sidebarFillIds'))).toEqual({ filled: 3 });
		expect(book.cell(8, 0)).toMatchObject({ formula: '=IF(B9="","",B9)' });
		expect([7, 9, 10].map((row) => book.cell(row, 0).value)).toEqual(['D-7', 'D-8', 'D-9']);
	});

	it('is asked for before a history can begin', () => {
		expect(withoutIds().call('sidebarStartHistory')).toMatchObject({ ok: false, code: 'noIdColumn' });
	});
});

describe('the history sheet', () => {
	it('deleted by hand stops the recording, and comes back as a new one that begins today', () => {
		const book = ready();
		book.store.deleteSheet(logSheet(book));
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(data(book.call('sidebarHistory'))).toMatchObject({ sheetName: null, events: 0, since: null });
		expect(data(book.call('sidebarStartHistory'))).toMatchObject({
			sheetName: 'Stage history',
			events: 60,
			assumed: 60,
		});
		book.user.type(book.deals, 2, STAGE, 'Won');
		expect(log(book)[60]?.slice(0, 4)).toEqual(['D-2', 2, 'Product introduction', 'Won']);
	});

	it('is appended to right after it was renamed and sorted, and the deals were sorted too', () => {
		const book = ready(sampleRows(12));
		const id = logSheet(book);
		const rows = [...book.store.read(id, { row: 1, column: 0, rows: 12, columns: 10 })].reverse();
		book.store.write(
			id,
			{ row: 1, column: 0, rows: 12, columns: 10 },
			rows.map((row) => row.map(({ value, format }) => ({ value, format }))),
		);
		book.store.renameSheet(id, 'Our log');
		const deals = [...book.store.read(book.deals, { row: 1, column: 0, rows: 12, columns: 7 })].reverse();
		book.store.write(
			book.deals,
			{ row: 1, column: 0, rows: 12, columns: 7 },
			deals.map((row) => row.map(({ value, format }) => ({ value, format }))),
		);
		book.open();
		expect(book.store.used(id).rows).toBe(13);
		book.user.type(book.deals, 1, STAGE, 'Won');
		const last = book.store.read(id, { row: 13, column: 0, rows: 1, columns: 4 })[0]?.map(({ value }) => value);
		expect(last).toEqual(['D-12', 2, 'Lost', 'Won']);
	});

	it('gets nothing when its headings were overwritten, and its headings back when it was emptied', () => {
		const book = ready(sampleRows(12));
		const id = logSheet(book);
		book.store.write(id, { row: 0, column: 0, rows: 1, columns: 1 }, [[{ value: 'x' }]]);
		book.user.type(book.deals, 1, STAGE, 'Won');
		expect(book.store.used(id).rows).toBe(13);
		const blank = Array.from({ length: 13 }, () => Array.from({ length: 12 }, () => ({ value: null })));
		book.store.write(id, { row: 0, column: 0, rows: 13, columns: 12 }, blank);
		book.open();
		expect(book.cell(0, 0, id).value).toBe('Deal ID');
		expect(log(book)).toHaveLength(12);
	});
});

describe('a changed stage list', () => {
	it('is previewed without being written', () => {
		const book = ready();
		const [first, second, third, ...rest] = stagesOf(book) as [StageDraft, StageDraft, StageDraft, ...StageDraft[]];
		const before = book.everything();
		const stages = [
			{ ...second, name: 'Demo' },
			first,
			...rest,
			{ ...first, id: '', name: 'On hold', kind: 'parked' as const },
		];
		const changes = data(book.call('sidebarPreviewStages', { stages, merges: {} }));
		expect(changes.map(({ kind, stage, to, deals }) => [kind, stage, to, deals])).toEqual([
			['renamed', 'Product introduction', 'Demo', 10],
			['moved', 'Qualify', '', 10],
			['added', 'On hold', '', 0],
			['removed', third.name, '', 10],
		]);
		expect(changes.every(({ text }) => text !== '' && !text.includes('{'))).toBe(true);
		expect(data(book.call('sidebarPreviewStages', { stages, merges: { [third.id]: first.id } }))[3]).toMatchObject({
			kind: 'merged',
			to: 'Qualify',
		});
		expect(book.everything()).toBe(before);
	});

	it('merges a stage: its deals are counted with the other, cells and log stay as they are', () => {
		const book = ready();
		const [first, second, ...rest] = stagesOf(book) as [StageDraft, StageDraft, ...StageDraft[]];
		const before = [book.snapshot(), book.snapshot(logSheet(book))];
		const merged = data(
			book.call('sidebarSaveStages', { stages: [first, ...rest], merges: { [second.id]: first.id } }),
		);
		expect(merged.stages[0]).toMatchObject({ name: 'Qualify', deals: 20, aliases: ['Product introduction'] });
		expect(merged.ready?.report.kinds.unknown).toBe(0);
		expect([book.snapshot(), book.snapshot(logSheet(book))]).toEqual(before);
	});

	it('leaves every name of a merged stage to the other', () => {
		const book = ready();
		const [first, second, ...rest] = stagesOf(book) as [StageDraft, StageDraft, ...StageDraft[]];
		const renamed = { ...second, name: 'Demo', aliases: ['Presentation'] };
		data(book.call('sidebarSaveStages', { stages: [first, renamed, ...rest], merges: {} }));
		data(book.call('sidebarSaveStages', { stages: [first, ...rest], merges: { [second.id]: first.id } }));
		book.user.type(book.deals, 3, STAGE, 'presentation');
		const { stages, ready: now } = book.open();
		expect(stages[0]).toMatchObject({ aliases: ['Demo', 'Presentation', 'Product introduction'], deals: 21 });
		expect(now?.report.kinds.unknown).toBe(0);
	});

	it('renames a stage without an event, and removes one whose deals become unknown', () => {
		const book = ready();
		const [first, second, ...rest] = stagesOf(book) as [StageDraft, StageDraft, ...StageDraft[]];
		const renamed = data(book.call('sidebarSaveStages', { stages: [{ ...first, name: 'First talk' }, ...rest] }));
		expect(renamed.stages[0]).toMatchObject({ name: 'First talk', deals: 10, id: first.id, aliases: ['Qualify'] });
		expect(renamed.ready?.report.kinds.unknown).toBe(second.deals);
		expect(log(book)).toHaveLength(60);
	});
});

describe('settings as text', () => {
	it('come back after a change, into another file too', () => {
		const book = ready();
		data(book.call('sidebarSaveSettings', { settings: { winRateMode: 'value', theme: 'dark' } }));
		const text = data(book.call('sidebarExportSettings'));
		const other = ready(sampleRows(12));
		const [first, ...rest] = stagesOf(other) as [StageDraft, ...StageDraft[]];
		data(other.call('sidebarSaveStages', { stages: [{ ...first, name: 'First talk' }, ...rest] }));
		const { settings, stages } = data(other.call('sidebarImportSettings', { text }));
		expect(settings).toMatchObject({ winRateMode: 'value', theme: 'dark' });
		expect(stages.map(({ name }) => name)).toEqual(stagesOf(book).map(({ name }) => name));
	});

	it.each([
		['nothing', '', 'badImport'],
		['another text', '{"a":1}', 'badImport'],
		['a newer version', '{"product":"stagekeeper","settings":{"version":99},"stages":[]}', 'settingsNewer'],
		['a prototype', '{"__proto__":{"product":"stagekeeper"},"settings":{}}', 'badImport'],
	])('of %s are refused and change nothing', (_, text, code) => {
		const book = ready();
		const before = book.everything();
		expect(book.call('sidebarImportSettings', { text })).toMatchObject({ ok: false, code });
		expect(book.everything()).toBe(before);
	});

	it('with stages of the wrong shape or without a won stage are refused and change nothing', () => {
		const book = ready();
		const text = data(book.call('sidebarExportSettings'));
		const before = book.everything();
		const { stages, ...rest } = JSON.parse(text) as { stages: StageDraft[] };
		for (const bad of ['x', [{ name: 1 }], stages.filter(({ kind }) => kind !== 'won')]) {
			expect(book.call('sidebarImportSettings', { text: JSON.stringify({ ...rest, stages: bad }) }).ok).toBe(false);
		}
		expect(book.everything()).toBe(before);
	});

	it.each([
		['a switch that is a word', { strictStages: 'yes' }],
		['a currency that is a number', { currency: 7 }],
		['an unknown win rate', { winRateMode: 'best' }],
		['a heading that is a list', { columns: { stage: ['Stage'] } }],
		['a header row below 1', { headerRow: 0 }],
		['no stage column', { columns: {} }],
	])('with %s are refused and change nothing', (_, part) => {
		const book = ready();
		const content = JSON.parse(data(book.call('sidebarExportSettings'))) as { settings: object };
		const before = book.everything();
		const text = JSON.stringify({ ...content, settings: { ...content.settings, ...part } });
		expect(book.call('sidebarImportSettings', { text })).toMatchObject({ ok: false, code: 'badImport' });
		expect(book.everything()).toBe(before);
	});

	it('are news to a page that is open', () => {
		const book = ready();
		const text = data(book.call('sidebarExportSettings'));
		const before = data(book.call('sidebarRevision'));
		book.now += 60_000;
		data(book.call('sidebarImportSettings', { text }));
		expect(data(book.call('sidebarRevision'))).not.toBe(before);
	});

	it('stored by a newer version are left alone, and reset only by the button', () => {
		const book = ready();
		const newer = '{"version":99,"secret":"kept"}';
		book.host.properties.document.set('stagekeeper.settings', newer);
		expect(book.open().ready?.report.rows).toBe(60);
		expect(book.call('sidebarSaveSettings', { settings: { theme: 'dark' } })).toMatchObject({
			ok: false,
			code: 'settingsNewer',
		});
		expect(book.host.properties.document.get('stagekeeper.settings')).toBe(newer);
		expect(data(book.call('sidebarReset')).state).toBe('set-up');
	});
});

describe('a large history', () => {
	it('costs one read more to open than a small one: the headings, so that notes beside a large table are not read', () => {
		const cost = (rows: number): number[] => {
			const book = ready(sampleRows(rows));
			book.host.meter.reset();
			book.open();
			return [book.host.meter.reads, book.host.meter.calls];
		};
		expect(cost(60)).toEqual([3, 9]);
		expect(cost(20_000)).toEqual([4, 10]);
	});
});
