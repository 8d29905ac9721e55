import { describe, expect, it } from 'vitest';
import { Book, choiceOf, data, STAGE, sampleRows } from './book.ts';

const stagesId = (book: Book): number => book.store.sheets().find(({ name }) => name === 'Stages')?.id as number;

function ready(): Book {
	const book = new Book(sampleRows(6));
	data(book.setUp());
	return book;
}

/** Runs `other` at the nth service call of `work`. @returns how many calls `work` made */
function interleaved(book: Book, nth: number, work: () => unknown, other: () => unknown): number {
	let calls = 0;
	let isInside = false;
	book.host.hooks = {
		before: () => {
			if (isInside || ++calls !== nth) return;
			isInside = true;
			other();
			isInside = false;
		},
	};
	work();
	book.host.hooks = {};
	return calls;
}

describe('a setting that is saved while something else runs', () => {
	const RUNS: Readonly<Record<string, (book: Book) => unknown>> = {
		'opening after a heading was renamed': (book) => book.open(),
		'ignoring a problem': (book) => book.call('sidebarIgnore', { ids: ['unknownStage|D-1|C|x'], isIgnored: true }),
		'saving another setting': (book) => book.call('sidebarSaveSettings', { settings: { winRateMode: 'closed' } }),
	};
	it.each(Object.keys(RUNS))(
		'is never lost: %s',
		(name) => {
			// Each second call: the others stand between the same reads.
			for (let nth = 1; ; nth += 2) {
				const book = ready();
				book.user.type(book.deals, 0, STAGE, 'Phase');
				let isSaved = false;
				const calls = interleaved(
					book,
					nth,
					() => RUNS[name]?.(book),
					() => {
						isSaved = book.call('sidebarSaveSettings', { settings: { theme: 'dark', currency: 'EUR' } }).ok;
					},
				);
				if (calls < nth) {
					expect(nth).toBeGreaterThan(5);
					break;
				}
				const { settings } = book.open();
				if (isSaved) expect([settings?.theme, settings?.currency], `at call ${nth}`).toEqual(['dark', 'EUR']);
				expect(settings?.columns.stage).toBe('Phase');
			}
		},
		60_000,
	);

	it('is not overwritten by a page that shows the value of before', () => {
		const book = ready();
		data(book.call('sidebarSaveSettings', { settings: { currency: 'EUR' }, before: { currency: '' } }));
		const stale = book.call('sidebarSaveSettings', { settings: { currency: 'USD' }, before: { currency: '' } });
		expect(stale).toMatchObject({ ok: false, code: 'settingsChanged', action: 'reload' });
		expect((stale as { text: string }).text).toContain('currency = "EUR"');
		expect(book.open().settings?.currency).toBe('EUR');
		data(book.call('sidebarSaveSettings', { settings: { theme: 'dark' }, before: { theme: 'light' } }));
		expect(book.open().settings).toMatchObject({ currency: 'EUR', theme: 'dark' });
	});
});

describe('a setup from an older page', () => {
	const shownBy = (book: Book) => {
		const { proposal, settings, stages } = book.open();
		const found =
			proposal ?? data(book.call('sidebarPropose', { sheetId: book.deals, headerRow: null, stageColumn: null }));
		const kept = settings === null ? {} : { dealSheetId: settings.dealSheetId, columns: settings.columns };
		return { ...choiceOf(found), shown: { headings: found.headings, stages, settings: kept } };
	};
	const OTHERS: Readonly<
		Record<string, { readonly isFirst: boolean; readonly act: (book: Book) => void; readonly told: string }>
	> = {
		'a column was put in': {
			isFirst: true,
			act: (book) => book.user.insertColumns(book.deals, 1, 1),
			told: 'B: “Deal” → “”',
		},
		'a heading was typed over': {
			isFirst: true,
			act: (book) => void book.user.type(book.deals, 0, STAGE, 'Note'),
			told: 'C: “Stage” → “Note”',
		},
		'rows were put above': {
			isFirst: true,
			act: (book) => book.user.insertRows(book.deals, 0, 1),
			told: 'A: “Deal id” → “”',
		},
		'somebody else was faster': { isFirst: true, act: (book) => void data(book.setUp()), told: '+ “Qualify”' },
		'a stage was renamed in the sheet': {
			isFirst: false,
			act: (book) => void book.user.type(stagesId(book), 1, 0, 'First talk'),
			told: '“Qualify” → “First talk”',
		},
		'another sheet was set up': {
			isFirst: false,
			act: (book) => {
				const copy = book.user.duplicateSheet(book.deals);
				const found = data(book.call('sidebarPropose', { sheetId: copy, headerRow: null, stageColumn: null }));
				data(book.call('sidebarSetUp', choiceOf(found)));
			},
			told: '“Copy of Deals”',
		},
	};

	it.each(Object.entries(OTHERS))('changes nothing and says what changed: %s', (_what, { isFirst, act, told }) => {
		const book = isFirst ? new Book(sampleRows(6)) : ready();
		const choice = shownBy(book);
		act(book);
		const before = book.everything();
		const answer = book.call('sidebarSetUp', choice);
		expect(answer).toMatchObject({ ok: false, code: 'setUpChanged', action: 'choose-columns' });
		expect(answer.ok ? '' : answer.text).toContain(told);
		expect(book.everything()).toBe(before);
		// Seen again, it is done.
		data(book.call('sidebarSetUp', shownBy(book)));
	});

	it('is carried out where nothing has changed', () => {
		const book = new Book(sampleRows(6));
		data(book.call('sidebarSetUp', shownBy(book)));
		data(book.call('sidebarSetUp', shownBy(book)));
	});
});

describe('a stage list that is saved from an older page', () => {
	it('does not take back what was typed into the sheet since, and says what changed', () => {
		const book = ready();
		const before = book.open().stages;
		const stages = before.map((draft, i) => (i === 1 ? { ...draft, name: 'Intro' } : draft));
		book.user.type(stagesId(book), 1, 0, 'First talk');
		book.user.type(stagesId(book), 3, 4, 'budget known');
		const kept = book.snapshot(stagesId(book));
		const stale = book.call('sidebarSaveStages', { stages, before, merges: {} });
		expect(stale).toMatchObject({ ok: false, code: 'stagesChanged', action: 'reload' });
		expect((stale as { text: string }).text).toContain('“Qualify” → “First talk”');
		expect(book.snapshot(stagesId(book))).toBe(kept);
		const now = book.open().stages;
		data(
			book.call('sidebarSaveStages', {
				stages: now.map((draft, i) => (i === 1 ? { ...draft, name: 'Intro' } : draft)),
				before: now,
				merges: {},
			}),
		);
		expect(
			book
				.open()
				.stages.map(({ name, exitRule }) => [name, exitRule])
				.slice(0, 3),
		).toEqual([
			['First talk', ''],
			['Intro', ''],
			['Needs and solution', 'budget known'],
		]);
	});

	it.each([
		['a rule', 1, 4, 'x', '“Qualify”'],
		['a probability', 2, 2, 0.33, '“Product introduction”'],
		['a kind', 4, 1, 'parked', '“Quote and contract”'],
		['a stage', 7, 0, 'Later', '+ “Later”'],
	] as const)('says that %s was changed', (_what, row, column, value, told) => {
		const book = ready();
		const before = book.open().stages;
		book.user.type(stagesId(book), row, column, value);
		if (column === 0) book.user.type(stagesId(book), row, 1, 'open');
		const stale = book.call('sidebarSaveStages', { stages: before, before, merges: {} });
		expect(stale.ok ? '' : stale.text).toContain(told);
	});
});
