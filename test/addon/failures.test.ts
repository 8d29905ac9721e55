/** Every service call of every public operation fails once: the state of before or of after, a clear text, no lock held. */
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../src/addon/contract/sheet-and-settings.ts';
import { Fault, faultHooks } from '../../workbench/host/fault.ts';
import { Book, data, STAGE, sampleRows } from './book.ts';

const TEXTS = {
	timedOut: 'Service Spreadsheets timed out while accessing document with id x.',
	busy: 'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
	unknown: 'Der Dienst ist gerade nicht da.',
} as const;

const FIXES: readonly Fix[] = [
	{ row: 5, column: STAGE, from: 'Wonn', to: 'Won' },
	{ row: 11, column: STAGE, from: 'Wonn', to: 'Won' },
	{ row: 12, column: STAGE, from: 'Qualifi', to: 'Qualify' },
];

interface Outcome {
	readonly ok: boolean;
	readonly code?: string;
	readonly text?: string;
}

const OPERATIONS: Readonly<Record<string, (book: Book) => Outcome | undefined>> = {
	open: (book) => book.call('sidebarOpen', { filter: null }),
	refresh: (book) => book.call('sidebarReport', { filter: { period: null, cohort: 'created', columns: {} } }),
	check: (book) => book.call('sidebarCheck'),
	fix: (book) => book.call('sidebarFix', { fixes: FIXES }),
	undo: (book) => book.call('sidebarUndo', { undo: FIXES }),
	ignore: (book) => book.call('sidebarIgnore', { ids: ['a|b|C|d'], isIgnored: true }),
	'save settings': (book) => book.call('sidebarSaveSettings', { settings: { theme: 'dark' } }),
	'save stages': (book) => book.call('sidebarSaveStages', { stages: stagesOf(book) }),
	're-apply': (book) => book.call('sidebarReapply'),
	'an edit': (book) => void book.user.deliver({ ...editOf(book) }),
};

const known = new WeakMap<Book, { stages: unknown; event: Record<string, unknown> }>();
const stagesOf = (book: Book): unknown => known.get(book)?.stages;
const editOf = (book: Book): Record<string, unknown> => known.get(book)?.event ?? {};

/** A setup book with typos, a formula just typed and, where asked, a running history that lacks two changes. */
function prepared(hasHistory: boolean): Book {
	const book = new Book(sampleRows(30));
	data(book.setUp());
	if (hasHistory) book.bundle.runMenuItem('refreshFunnel');
	const events: Record<string, unknown>[] = [];
	const { deliver } = book.user;
	book.user.deliver = (event) => void events.push(event);
	for (const { row, from } of FIXES) book.user.type(book.deals, row, STAGE, from);
	book.user.deliver = deliver;
	const { stages } = book.open();
	if (hasHistory) book.user.type(book.deals, 20, STAGE, 'Won');
	book.now += 60_000;
	known.set(book, {
		stages: stages.map((stage, i) => (i === 0 ? { ...stage, name: 'First talk' } : stage)),
		event: events[0] as Record<string, unknown>,
	});
	return book;
}

/** What must never be half done: the cells of every sheet. Rules and the revision may be a step ahead. */
function cells(book: Book): string {
	return JSON.stringify(book.store.sheets().map(({ id, name }) => [name, book.snapshot(id)]));
}

/** These write one text after the other; a killed run cannot take back what is done, so there each cell counts for itself. */
const MANY_WRITES = new Set(['fix', 'undo']);
/** These meet the log. */
const WITH_HISTORY = new Set(['open', 'refresh', 'an edit']);

function isWhole(state: string, before: string, after: string, isByCell: boolean): boolean {
	if (!isByCell) return state === before || state === after;
	const [now, old, done] = [state, before, after].map((text) => text.split('},{')) as [string[], string[], string[]];
	return now.length === old.length && now.every((cell, i) => cell === old[i] || cell === done[i]);
}

describe('a failing service call', () => {
	describe.each(Object.keys(OPERATIONS))('in %s', (name) => {
		const operation = OPERATIONS[name] as (book: Book) => Outcome | undefined;
		const hasHistory = WITH_HISTORY.has(name);

		it.each(['before', 'after', 'kill'] as const)('leaves the state of before or of after (%s)', (mode) => {
			const done = prepared(hasHistory);
			const before = cells(done);
			operation(done);
			const after = cells(done);
			const codes = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
			for (let nth = 1; nth < 100; nth++) {
				const code = codes[nth % codes.length] as keyof typeof TEXTS;
				const book = prepared(hasHistory);
				let calls = 0;
				const plan = faultHooks({ nth, mode, text: mode === 'kill' ? 'Exceeded maximum execution time' : TEXTS[code] });
				book.host.hooks = {
					before: (call) => {
						calls = Math.max(calls, call.index);
						plan.before?.(call);
					},
					after: (call) => plan.after?.(call),
				};
				let outcome: Outcome | undefined;
				try {
					outcome = operation(book);
				} catch (thrown) {
					// Google ends a killed execution itself, and a toast about a service that is gone fails with it.
					expect(mode === 'kill' || name === 'an edit').toBe(true);
					expect(String(thrown)).toMatch(/Exceeded maximum|timed out|too many times|Dienst/u);
				}
				book.host.hooks = {};
				const where = `${name}, call ${nth} of ${calls}`;
				expect(isWhole(cells(book), before, after, mode === 'kill' && MANY_WRITES.has(name)), where).toBe(true);
				expect(book.host.locks.held, where).toEqual([]);
				if (outcome?.ok === false) expect(outcome.text, where).not.toMatch(/\{\w+\}|undefined/u);
				if (calls < nth) return;
			}
			throw new Error(`${name} never ended`);
		});
	});
});

describe('deals that cannot be read', () => {
	const operations = ['open', 'refresh', 'check'];
	// Stages, history and deals are read, whichever comes first.
	const cases = [0, 1, 2].flatMap((read) => operations.map((operation) => [operation, read] as const));
	it.each(cases)('are no empty table: %s tells a failure after %s reads and writes nothing', (operation, read) => {
		const book = prepared(true);
		const before = book.everything();
		let reads = 0;
		book.host.hooks = {
			before({ name }) {
				if (name === 'Range.getValues' && reads++ >= read) throw new Fault(TEXTS.timedOut);
			},
		};
		expect(OPERATIONS[operation]?.(book)).toMatchObject({ ok: false, code: 'timedOut' });
		book.host.hooks = {};
		expect(book.everything()).toBe(before);
	});
});
