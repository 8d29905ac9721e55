import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rpc } from '../../src/addon/contract/rpc.ts';
import type { Fix } from '../../src/addon/contract/sheet-and-settings.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

function ready(count = 60): Book {
	const book = new Book(sampleRows(count));
	data(book.setUp());
	return book;
}

/** A book with typos in the stage column. */
function dirty(): Book {
	const book = ready();
	for (const row of [5, 11, 17]) book.user.type(book.deals, row, STAGE, 'Wonn');
	return book;
}

function safeFixes(book: Book): Fix[] {
	return data(book.call('sidebarCheck')).problems.flatMap(({ row, column, value, suggestion }) =>
		row === null || column === null || suggestion === null ? [] : [{ row, column, from: value, to: suggestion }],
	);
}

describe('check, fix and undo', () => {
	it('lists each problem with its cell, its text and what to write instead', () => {
		const { problems, counts, rows, quality } = data(dirty().call('sidebarCheck'));
		expect(rows).toBe(60);
		expect(quality).toBeCloseTo(57 / 60, 12);
		expect(counts).toMatchObject([{ code: 'unknownStage', count: 3, safe: 3, title: 'Stage not in the list' }]);
		expect(problems[0]).toMatchObject({ cell: 'Deals!C6', value: 'Wonn', suggestion: 'Won' });
		expect(problems[0]?.text).toBe(
			'Stage “Wonn” in Deals!C6 is not in the stage list. Choose a listed stage, or add it under Stages. Replace it with “Won”?',
		);
	});

	it('lists what has a fix before what has none, and at most 500 of each sort', () => {
		const book = ready(1300);
		const texts = Array.from({ length: 1300 }, (_, row) => [row < 600 ? 'no such thing' : 'Wonn']);
		book.user.paste(book.deals, 1, STAGE, texts);
		const { problems, counts } = data(book.call('sidebarCheck'));
		const unlisted = problems.filter(({ code }) => code === 'unknownStage');
		expect(unlisted.map(({ suggestion }) => suggestion)).toEqual([...Array(500).fill('Won'), ...Array(500).fill(null)]);
		expect(unlisted[0]?.row).toBe(601);
		expect(counts.find(({ code }) => code === 'unknownStage')).toMatchObject({ count: 1300, safe: 700 });
	});

	it('fixes the cells and nothing else, and undo restores every byte', () => {
		const book = dirty();
		const before = book.snapshot();
		const { fixed, skipped, undo } = data(book.call('sidebarFix', { fixes: safeFixes(book) }));
		expect([fixed, skipped]).toEqual([3, 0]);
		expect(book.cell(5, STAGE).value).toBe('Won');
		expect(data(book.call('sidebarCheck')).problems).toEqual([]);
		expect(data(book.call('sidebarUndo', { undo })).fixed).toBe(3);
		expect(book.snapshot()).toBe(before);
	});

	it('changes a cell once that one request names twice', () => {
		const book = dirty();
		const fixes = [
			{ row: 5, column: STAGE, from: 'Wonn', to: 'Won' },
			{ row: 5, column: STAGE, from: 'Wonn', to: 'Lost' },
		];
		expect(data(book.call('sidebarFix', { fixes }))).toMatchObject({ fixed: 1, skipped: 1 });
		expect(book.cell(5, STAGE).value).toBe('Won');
	});

	it('leaves a cell that changed meanwhile, in both directions', () => {
		const book = dirty();
		const fixes = safeFixes(book);
		book.user.type(book.deals, 5, STAGE, 'Qualify');
		const { fixed, skipped, undo } = data(book.call('sidebarFix', { fixes }));
		expect([fixed, skipped]).toEqual([2, 1]);
		book.user.type(book.deals, 11, STAGE, 'Lost');
		expect(data(book.call('sidebarUndo', { undo }))).toMatchObject({ fixed: 1, skipped: 1 });
		expect([5, 11, 17].map((row) => book.cell(row, STAGE).value)).toEqual(['Qualify', 'Lost', 'Wonn']);
	});

	it('leaves a cell that somebody changes between reading and writing, and takes back no more than it wrote', () => {
		const book = dirty();
		const fixes = safeFixes(book);
		book.host.hooks = {
			before({ name }) {
				if (name !== 'Range.getNumberFormats') return;
				book.host.hooks = {};
				book.user.type(book.deals, 5, STAGE, 'Lost');
			},
		};
		const { fixed, skipped, undo } = data(book.call('sidebarFix', { fixes }));
		expect([fixed, skipped]).toEqual([2, 1]);
		expect([5, 11, 17].map((row) => book.cell(row, STAGE).value)).toEqual(['Lost', 'Won', 'Won']);
		expect(data(book.call('sidebarUndo', { undo })).fixed).toBe(2);
		expect([5, 11, 17].map((row) => book.cell(row, STAGE).value)).toEqual(['Lost', 'Wonn', 'Wonn']);
	});

	it('writes into no other deal when somebody sorts between reading and writing', () => {
		const book = dirty();
		const fixes = safeFixes(book);
		const wrong = new Set(fixes.map(({ row }) => book.cell(row, 0).value));
		book.host.hooks = {
			before({ name }) {
				if (name !== 'Range.getNumberFormats') return;
				book.host.hooks = {};
				book.user.sort(book.deals, { row: 1, column: 0, rows: 60, columns: 7 }, 3, false);
			},
		};
		const stages = new Map(
			Array.from({ length: 60 }, (_, i) => [book.cell(i + 1, 0).value, book.cell(i + 1, STAGE).value]),
		);
		data(book.call('sidebarFix', { fixes }));
		for (let row = 1; row <= 60; row++) {
			const id = book.cell(row, 0).value;
			if (!wrong.has(id)) expect([id, book.cell(row, STAGE).value]).toEqual([id, stages.get(id)]);
		}
	});

	it('never overwrites a formula that shows the old value', () => {
		const book = dirty();
		book.store.write(book.deals, { row: 5, column: STAGE, rows: 1, columns: 1 }, [[{ value: 'Wonn', formula: '=A1' }]]);
		expect(
			data(book.call('sidebarFix', { fixes: [{ row: 5, column: STAGE, from: 'Wonn', to: 'Won' }] })),
		).toMatchObject({
			fixed: 0,
			skipped: 1,
			undo: null,
		});
	});

	it.each(['=1+1', '=HYPERLINK("http://x")', '+1', '-1', '@x', "'quoted", '10%', '2026-01-01', 'TRUE', '007', '1e3'])(
		'writes %s as that text, never as a formula or number',
		(text) => {
			const book = dirty();
			data(book.call('sidebarFix', { fixes: [{ row: 5, column: STAGE, from: 'Wonn', to: text }] }));
			expect(book.cell(5, STAGE)).toMatchObject({ value: text, formula: null });
		},
	);

	it('puts an unlisted value back under a strict rule and keeps the rule', () => {
		const book = dirty();
		data(book.call('sidebarSaveSettings', { settings: { strictStages: true } }));
		const { undo } = data(book.call('sidebarFix', { fixes: safeFixes(book) }));
		expect(data(book.call('sidebarUndo', { undo })).fixed).toBe(3);
		expect(book.cell(5, STAGE).value).toBe('Wonn');
		expect(book.store.validations(book.deals, { row: 1, column: STAGE, rows: 60, columns: 1 })).toMatchObject([
			{ rule: { isStrict: true } },
		]);
	});

	it('costs the same for three cells and for three hundred', () => {
		const cost = (count: number): number => {
			const book = ready(400);
			const rows = Array.from({ length: count }, (_, i) => i + 1);
			const before = rows.map((row) => book.cell(row, STAGE).value as string);
			book.user.paste(
				book.deals,
				1,
				STAGE,
				before.map(() => ['Wonn']),
			);
			book.host.meter.reset();
			expect(
				data(book.call('sidebarFix', { fixes: rows.map((row) => ({ row, column: STAGE, from: 'Wonn', to: 'Won' })) }))
					.fixed,
			).toBe(count);
			return book.host.meter.calls;
		};
		expect(cost(300)).toBe(cost(3));
	});

	it('ignores a problem until it is taken back', () => {
		const book = dirty();
		const id = data(book.call('sidebarCheck')).problems[0]?.id as string;
		expect(data(book.call('sidebarIgnore', { ids: [id], isIgnored: true }))).toMatchObject({
			ignored: 1,
			problems: [{}, {}],
		});
		expect(book.open().ready?.problemCount).toBe(2);
		expect(data(book.call('sidebarIgnore', { ids: [id], isIgnored: false }))).toMatchObject({
			ignored: 0,
			problems: [{}, {}, {}],
		});
	});
});

describe('settings and stages', () => {
	it('keeps the deals of a renamed stage through its alias', () => {
		const book = ready();
		const { stages } = book.open();
		const renamed = stages.map((stage) => (stage.name === 'Qualify' ? { ...stage, name: 'First talk' } : stage));
		const after = data(book.call('sidebarSaveStages', { stages: renamed }));
		expect(after.stages[0]).toMatchObject({ id: stages[0]?.id, name: 'First talk', aliases: ['Qualify'], deals: 10 });
		expect(after.ready?.report.kinds.unknown).toBe(0);
	});

	it('keeps more settings than one property holds', () => {
		const book = ready();
		const ids = Array.from({ length: 500 }, (_, i) => `unknownStage|D-${i}|C|客户阶段${i}`);
		data(book.call('sidebarIgnore', { ids, isIgnored: true }));
		expect(book.open().settings?.ignoredIssues).toEqual(ids);
		data(book.call('sidebarIgnore', { ids, isIgnored: false }));
		expect(book.open().settings?.ignoredIssues).toEqual([]);
	});

	it('works from the copy, read-only, when the settings are cut off, and starts again only on request', () => {
		const book = ready();
		const stored = book.host.properties.document;
		stored.set('stagekeeper.settings', (stored.get('stagekeeper.settings') as string).slice(0, 40));
		const before = book.everything();
		expect(book.open()).toMatchObject({ state: 'ready' });
		expect(book.call('sidebarSaveSettings', { settings: { theme: 'dark' } })).toMatchObject({
			ok: false,
			code: 'settingsDamaged',
			action: 'reset',
		});
		expect(book.everything()).toBe(before);
		expect(data(book.call('sidebarReset')).state).toBe('set-up');
	});

	it('leaves settings of a newer version alone', () => {
		const book = ready();
		const stored = book.host.properties.document;
		stored.set('stagekeeper.settings', JSON.stringify({ version: 99, more: true }));
		expect(book.call('sidebarSaveSettings', { settings: { theme: 'dark' } })).toMatchObject({
			ok: false,
			code: 'settingsNewer',
		});
		expect(stored.get('stagekeeper.settings')).toContain('99');
	});

	it('answers in the language of the setting, else of the user', () => {
		const book = new Book(sampleRows(60), { userLocale: 'zh-CN' });
		expect(data(book.setUp()).language).toBe('zh-CN');
		expect(book.sheetNames()).toEqual(['Deals', '阶段', '阶段历史']);
		expect(data(book.call('sidebarSaveSettings', { settings: { language: 'en' } })).language).toBe('en');
	});

	it('changes the revision when a deal is edited and not otherwise', () => {
		const book = ready();
		const first = data(book.call('sidebarRevision'));
		book.now += 1000;
		book.user.type(book.deals, 200, 15, 'a note far away');
		book.now += 1000;
		const second = data(book.call('sidebarRevision'));
		expect(second).not.toBe(first);
		expect(data(book.call('sidebarRevision'))).toBe(second);
	});
});

describe('the cost of an answer', () => {
	// From 20,000 cells on the headings are read first: one call that saves reading the notes beside a large table.
	it.each([
		[1500, 3, 8],
		[20_000, 4, 9],
	])(
		'with %i deals is at most %i reads and %i service calls to refresh, three more to open with the filter of last time',
		(count, reads, calls) => {
			const book = ready(count);
			for (const [call, more] of [
				[() => book.open(), 3],
				[() => data(book.call('sidebarReport', { filter: { period: null, cohort: 'created', columns: {} } })), 0],
			] as const) {
				book.host.meter.reset();
				call();
				expect(book.host.meter.reads).toBeLessThanOrEqual(reads);
				expect(book.host.meter.calls).toBeLessThanOrEqual(calls + more);
			}
		},
	);
});

const NAMES: readonly (keyof Rpc)[] = [
	'sidebarOpen',
	'sidebarPropose',
	'sidebarAddStages',
	'sidebarSetUp',
	'sidebarReport',
	'sidebarRevision',
	'sidebarCheck',
	'sidebarFix',
	'sidebarUndo',
	'sidebarIgnore',
	'sidebarGoTo',
	'sidebarSaveSettings',
	'sidebarSaveStages',
	'sidebarDeals',
	'sidebarDeal',
	'sidebarFilterSheet',
	'sidebarForecast',
	'sidebarPreviewFormula',
	'sidebarInsertFormula',
	'sidebarReportSheet',
	'sidebarCopyDeals',
];

describe('requests of the wrong shape', () => {
	const leaf = fc.oneof(
		fc.constant(null),
		fc.boolean(),
		fc.integer(),
		fc.double(),
		fc.string(),
		fc.constantFrom('__proto__', 'constructor', '=1+1', 1e300),
	);
	const key = fc.constantFrom(
		'sheetId',
		'stageId',
		'metric',
		'words',
		'target',
		'headerRow',
		'columns',
		'stageDates',
		'stages',
		'filter',
		'fixes',
		'undo',
		'ids',
		'isIgnored',
		'row',
		'column',
		'settings',
		'from',
		'to',
		'version',
		'stage',
		'__proto__',
	);
	const value = fc.letrec((tie) => ({
		any: fc.oneof(
			{ depthSize: 'small' },
			leaf,
			fc.array(tie('any'), { maxLength: 3 }),
			fc.dictionary(key, tie('any'), { maxKeys: 5 }),
		),
	})).any;

	it.each(['before', 'after'] as const)(
		'get a coded answer, never an exception, and change nothing (%s set-up)',
		(when) => {
			const book = when === 'after' ? ready() : new Book();
			const before = book.everything();
			fc.assert(
				fc.property(fc.constantFrom(...NAMES), value, (name, request) => {
					const answer = book.call(name, request) as { ok: boolean; code?: string; text?: string };
					if (!answer.ok) {
						expect(answer.code).toMatch(/^[a-zA-Z]+$/u);
						expect(answer.text).not.toMatch(/\{\w+\}|undefined|TypeError|not a function/u);
					}
					expect(book.everything()).toBe(before);
				}),
				{ seed: 20261123, numRuns: 400 },
			);
		},
	);

	it('without a request get a coded answer too', () => {
		for (const name of NAMES) expect(ready().call(name)).toHaveProperty('ok');
	});
});
