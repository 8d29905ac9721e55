import { describe, expect, it } from 'vitest';
import type { SetUpProposal } from '../../../src/addon/contract/sheet-and-settings.ts';
import { Fault, faultHooks } from '../../../workbench/host/fault.ts';
import { Book, choiceOf, data, HEADINGS, STAGE, sampleRows } from '../book.ts';

const TIMED_OUT = 'Service Spreadsheets timed out while accessing document with id x.';

describe('set-up', () => {
	it('proposes the table and stages of the sheet and writes nothing', () => {
		const book = new Book();
		const before = book.everything();
		const { state, proposal } = book.open();
		expect(state).toBe('set-up');
		expect(proposal).toMatchObject({
			sheetName: 'Deals',
			rows: 60,
			headerRow: 1,
			headings: HEADINGS,
			obstacle: null,
			stagesFromSheet: false,
		});
		expect(proposal?.columns.find(({ field }) => field === 'stage')).toMatchObject({ column: STAGE });
		expect(proposal?.stages.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
			'Qualify open',
			'Product introduction open',
			'Needs and solution open',
			'Quote and contract open',
			'Won won',
			'Lost lost',
		]);
		expect(book.everything()).toBe(before);
	});

	it('proposes the sheet that is most likely the deal table, not a list of choices, a summary or a hidden archive', () => {
		const book = new Book();
		const add = (name: string, rows: (string | number)[][], isHidden = false): number => {
			const { id } = book.store.insertSheet(name, 0);
			const cells = rows.map((row) => row.map((value) => ({ value })));
			book.store.write(id, { row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 }, cells);
			book.store.setHidden(id, isHidden);
			return id;
		};
		add('Archive', [[...HEADINGS], ...sampleRows(3).map((row) => row.map((cell) => cell ?? ''))], true);
		add('Lists', [
			['Stage', 'Owner'],
			['Qualify', 'Ann'],
			['Won', 'Bob'],
		]);
		const front = add('Summary', [
			['Stage', 'Deals'],
			['Qualify', 10],
			['Won', 10],
		]);
		book.store.activate(front, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		expect(book.open().proposal).toMatchObject({ sheetName: 'Deals', obstacle: null, rows: 60 });
	});

	it('proposes the active sheet where it is a deal table, also beside a longer one', () => {
		const book = new Book();
		const { id } = book.store.insertSheet('2027', 1);
		const cells = [[...HEADINGS], ...sampleRows(4)].map((row) => row.map((value) => ({ value })));
		book.store.write(id, { row: 0, column: 0, rows: cells.length, columns: HEADINGS.length }, cells);
		book.store.activate(id, [{ row: 0, column: 0, rows: 1, columns: 1 }]);
		expect(book.open().proposal).toMatchObject({ sheetName: '2027', rows: 4 });
	});

	it('proposes the open and the won stage that a funnel needs where no deal is in one', () => {
		const proposed = (stages: readonly string[]) =>
			new Book(stages.map((stage, i) => [`D-${i}`, `Deal ${i}`, stage, 100, null, null, 'Ann']))
				.open()
				.proposal?.stages.map(({ name, kind, deals }) => [name, kind, deals]);
		expect(proposed(['Won', 'Loss', 'Loss'])).toEqual([
			['Open', 'open', 0],
			['Won', 'won', 1],
			['Loss', 'lost', 2],
		]);
		expect(proposed(['Lead', 'Lost'])).toEqual([
			['Lead', 'open', 1],
			['Won', 'won', 0],
			['Lost', 'lost', 1],
		]);
	});

	it('writes the Stages sheet and the drop-down and leaves every cell of the user as it was', () => {
		const book = new Book();
		const before = book.snapshot();
		const { ready, stages } = data(book.setUp());
		expect(ready?.report.rows).toBe(60);
		expect(stages.map(({ deals }) => deals)).toEqual([10, 10, 10, 10, 10, 10]);
		expect(book.snapshot()).toBe(before);
		expect(book.sheetNames()).toEqual(['Deals', 'Stages', 'Stage history']);
		const list = book.store.sheets()[1]?.id as number;
		expect(book.cell(0, 0, list).value).toBe('Name');
		expect(book.cell(1, 0, list).value).toBe('Qualify');
		const rules = book.store.validations(book.deals, { row: 0, column: 0, rows: 1000, columns: 26 });
		expect(rules).toMatchObject([
			{
				rect: { row: 1, column: STAGE, columns: 1, rows: 999 },
				rule: { type: 'list-of-range', isStrict: false, source: { sheetId: list } },
			},
		]);
	});

	it('offers every stage of a long list in the drop-down, and those that are added to the list by hand', () => {
		const names = Array.from({ length: 14 }, (_, i) => `Step ${i + 1}`);
		const rows = sampleRows(64).map((row, i) =>
			row.map((value, at) => (at === STAGE ? ([...names, 'Won', 'Lost'][i % 16] as string) : value)),
		);
		const book = new Book(rows);
		const { stages } = book.open().proposal as SetUpProposal;
		data(book.setUp({ stages: stages.map((stage) => ({ ...stage, kind: stage.kind ?? 'open' })) }));
		const list = book.store.sheets()[1]?.id as number;
		const [covered] = book.store.validations(book.deals, { row: 1, column: STAGE, rows: 1, columns: 1 });
		expect(covered?.rule).toMatchObject({ source: { sheetId: list, rect: { row: 1, column: 0 } } });
		data(book.call('sidebarSaveSettings', { settings: { strictStages: true } }));
		book.store.write(list, { row: 17, column: 0, rows: 1, columns: 1 }, [[{ value: 'Added by hand' }]]);
		expect(
			['Step 14', 'Lost', 'Added by hand', 'Stepp'].map((name) => book.user.type(book.deals, 1, STAGE, name)),
		).toEqual([true, true, true, false]);
	});

	it('shows the same funnel while the clock runs as while it stands still', () => {
		let now = Date.UTC(2026, 10, 23, 14, 5);
		const running = new Book(sampleRows(60), { now: () => (now += 7) });
		const shown = (book: Book) =>
			data(book.setUp()).ready?.report.stages.map(({ reached, still, lostHere, movedOn }) => [
				reached,
				still,
				lostHere,
				movedOn,
			]);
		const stages = shown(running);
		expect(stages?.[0]).toEqual([60, 10, 10, 40]);
		expect(stages).toEqual(shown(new Book()));
		running.user.type(running.deals, 1, STAGE, 'Won');
		expect(running.open().ready?.report.kinds).toMatchObject({ open: 39, won: 11 });
	});

	it('opens ready afterwards, also after the sheet, its columns and a heading were moved and renamed', () => {
		const book = new Book();
		data(book.setUp());
		book.store.renameSheet(book.deals, 'Opportunities 2026');
		book.store.insertRows(book.deals, 0, 2);
		expect(book.open().ready?.report.rows).toBe(60);
		expect(book.open().settings).toMatchObject({ dealSheetName: 'Opportunities 2026', headerRow: 3 });
	});

	it('finds a renamed stage column by its mark', () => {
		const book = new Book();
		data(book.setUp());
		book.user.type(book.deals, 0, STAGE, 'Where it stands');
		const { ready, settings } = book.open();
		expect(ready?.report.kinds.unknown).toBe(0);
		expect(settings?.columns.stage).toBe('Where it stands');
	});

	it('takes the list of a Stages sheet that is there already', () => {
		const book = new Book();
		data(book.setUp());
		expect(data(book.call('sidebarReset')).proposal).toMatchObject({ stagesFromSheet: true });
		data(book.setUp());
		expect(book.sheetNames()).toEqual(['Deals', 'Stages', 'Stage history']);
	});

	it('keeps names that look like formulas, markup or counters as plain text', () => {
		const names = ['=1+1', '<img src=x onerror=alert(1)>', '__proto__', 'constructor', '+5', 'عربي', '😀'];
		const rows = sampleRows(60).map((row, i) =>
			row.map((value, column) => (column === STAGE && i % 6 < 4 ? (names[i % names.length] as string) : value)),
		);
		const book = new Book(rows);
		data(book.setUp());
		const { stages } = book.open();
		for (const name of names) expect(stages.map((stage) => stage.name)).toContain(name);
		const list = book.store.sheets()[1]?.id as number;
		const formulas = book.store
			.read(list, { row: 0, column: 0, rows: 20, columns: 8 })
			.flat()
			.filter(({ formula }) => formula !== null);
		expect(formulas).toEqual([]);
	});

	it('adds nothing up where number formats alone tell two currencies apart, and lists single amounts in another one', () => {
		const formatted = (every: number): Book => {
			const book = new Book();
			const column = HEADINGS.indexOf('Amount');
			const rows = 60;
			book.store.write(
				book.deals,
				{ row: 1, column, rows, columns: 1 },
				Array.from({ length: rows }, (_, i) => [
					{ value: 100, format: i % every === 0 ? '[$€-407]#,##0' : '"$"#,##0' },
				]),
			);
			data(book.setUp());
			return book;
		};
		const codes = (book: Book) => data(book.call('sidebarCheck')).problems.map(({ code }) => code);
		const mixed = formatted(2);
		expect(mixed.open().settings?.currency).toBe('EUR + $');
		expect(mixed.open().ready?.report.currencies.map(({ code }) => code)).toEqual(['EUR + $']);
		expect(codes(mixed)).toContain('mixedCurrencies');
		expect(codes(mixed)).not.toContain('otherCurrencyShown');
		data(mixed.call('sidebarSaveSettings', { settings: { currency: '$' } }));
		expect(codes(mixed)).toContain('otherCurrencyShown');
		expect(codes(mixed)).not.toContain('mixedCurrencies');
		const single = formatted(50);
		expect(single.open().settings?.currency).toBe('$');
		expect(codes(single)).toContain('otherCurrencyShown');
		expect(codes(single)).not.toContain('mixedCurrencies');
	});

	it('takes the currency from the format of the amounts, keeps another one that was chosen, and counts amounts that name none in it', () => {
		const book = new Book();
		const amount = HEADINGS.indexOf('Amount');
		book.store.write(book.deals, { row: 1, column: amount, rows: 1, columns: 1 }, [
			[{ value: 1000, format: '[$€-407]#,##0' }],
		]);
		expect(data(book.setUp())).toMatchObject({ settings: { currency: 'EUR' }, ready: { report: { currency: 'EUR' } } });
		const chosen = data(book.call('sidebarSaveSettings', { settings: { currency: 'CHF' } }));
		expect(chosen).toMatchObject({ settings: { currency: 'CHF' }, ready: { report: { currency: 'CHF' } } });
		data(
			book.call(
				'sidebarSetUp',
				choiceOf(data(book.call('sidebarPropose', { sheetId: book.deals, headerRow: 1, stageColumn: null }))),
			),
		);
		expect(book.open().settings?.currency).toBe('CHF');
		expect(book.call('sidebarSaveSettings', { settings: { currency: 'x'.repeat(13) } })).toMatchObject({
			ok: false,
			code: 'badRequest',
		});
	});

	it.each([
		['English', undefined],
		['Japanese', 'この操作は、型付き列のセルでは許可されていません。'],
		['German', 'Dieser Vorgang ist in typisierten Spalten nicht zulässig.'],
	])(
		'goes on without a drop-down where the column refuses it with words in %s, and says what to do',
		(_language, words) => {
			const book = new Book();
			if (words === undefined) book.store.setTypedColumns(book.deals, [STAGE]);
			else
				book.host.hooks = {
					before({ name }) {
						if (name === 'Range.setDataValidation') throw new Fault(words);
					},
				};
			expect(data(book.setUp()).state).toBe('ready');
			expect(book.toasts.join()).toContain('typed columns');
			expect(book.call('sidebarReapply')).toMatchObject({ ok: false, code: 'dropDownRefused' });
		},
	);

	it('reads a sheet without a free row below its last deal, in whatever language Google words its exceptions', () => {
		const book = new Book();
		data(book.setUp());
		const { rows } = book.store.size(book.deals);
		book.store.deleteRows(book.deals, 61, rows - 61);
		book.host.exception = () =>
			Object.assign(new book.host.realm.Error('範囲の座標がシートの寸法の外にあります。'), { name: 'Exception' });
		expect(book.open().state).toBe('ready');
		expect(data(book.call('sidebarCheck')).rows).toBe(60);
		expect(book.evaluate('=WIN_RATE()')).toEqual({ value: 10 / 60 });
	});

	it('refuses a list without a won stage or with one name twice, and writes nothing', () => {
		const book = new Book();
		const before = book.everything();
		const stages = book.open().proposal?.stages ?? [];
		expect(book.setUp({ stages: stages.filter(({ kind }) => kind !== 'won') })).toMatchObject({
			ok: false,
			code: 'noWonStage',
		});
		expect(
			book.setUp({ stages: [...stages, { ...stages[0], name: ' QUALIFY ' } as (typeof stages)[0]] }),
		).toMatchObject({
			ok: false,
			code: 'sameStageName',
		});
		expect(book.everything()).toBe(before);
	});

	it.each(['before', 'after'] as const)(
		'has the state of before or of after when any one service call fails (%s it took effect)',
		(mode) => {
			const done = new Book();
			data(done.setUp());
			const after = done.everything();
			const refused = new Book();
			refused.host.hooks = {
				before({ name }) {
					if (name === 'Range.setDataValidation') throw new Fault(TIMED_OUT);
				},
			};
			data(refused.setUp());
			const withoutRule = refused.everything();
			for (let nth = 1; nth < 200; nth++) {
				const book = new Book();
				const choice = book.open().proposal;
				const before = book.everything();
				let calls = 0;
				let failing = '';
				const plan = faultHooks({ nth, mode, text: TIMED_OUT });
				book.host.hooks = {
					before: (call) => {
						calls = call.index;
						if (call.index === nth) failing = call.name;
						plan.before?.(call);
					},
					after: (call) => plan.after?.(call),
				};
				const answer = book.setUp.call({
					open: () => ({ proposal: choice }),
					call: book.call.bind(book),
				} as unknown as Book);
				book.host.hooks = {};
				const state = book.everything();
				const name = `call ${nth} of ${calls}`;
				// A rule that could not be set is not a reason to undo the setup: all else is there, and the user is told.
				const isRule = failing === 'Range.setDataValidation' && mode === 'before';
				expect(isRule ? [withoutRule] : [before, after], name).toContain(state);
				if (isRule) expect(book.toasts.join(), name).toContain('did not allow the drop-down');
				if (!answer.ok) expect(answer, name).toMatchObject({ code: 'timedOut', action: 'retry' });
				if (calls < nth) return;
			}
			throw new Error('set-up never ended');
		},
	);
});
