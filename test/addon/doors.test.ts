/** Whatever is thrown behind a door, also a fault of our own: a sentence comes out, never the bare exception. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { editEvent } from '../../workbench/host/edit-event.ts';
import { BundleSource } from '../simulation/bundle-copy.ts';
import { distFile } from '../support/dist.ts';
import { Book, choiceOf, data, STAGE, sampleRows } from './book.ts';
import { REQUESTS } from './requests.ts';

const THROWN: readonly unknown[] = [
	new TypeError("Cannot read properties of undefined (reading 'length')"),
	'just a text',
	null,
	{ code: 7 },
];
/** Words and a stop, no place holder; in a cell it goes on after the function's name. */
const SENTENCE = /^[\p{L}“][^{}]{15,}[.)]$/u;

interface Door {
	readonly name: string;
	/** @returns what the user sees */
	readonly pass: (book: Book, request: unknown) => string;
}

const code = new BundleSource(distFile('Code.js'));

const thrownBy = (work: () => unknown): string => {
	try {
		work();
	} catch (thrown) {
		return (thrown as Error).message;
	}
	return '';
};

const names = readFileSync('test/build/golden/global-names.txt', 'utf8').trim().split('\n');
const TRIGGERS = ['onOpen', 'onInstall', 'onEdit'];
const isMenu = (name: string): boolean => !name.startsWith('sidebar') && !TRIGGERS.includes(name) && name !== 'Addon_';

const DOORS: readonly Door[] = [
	...names
		.filter((name) => name.startsWith('sidebar'))
		.map((name) => ({
			name,
			pass: (book: Book, request: unknown): string => {
				const outcome = book.bundle.runFunction(name, request === undefined ? [] : [request]);
				if (!outcome.isOk) return `RAW ${outcome.message}`;
				const answer = outcome.value as { readonly ok: boolean; readonly text?: string };
				return answer.ok ? '' : (answer.text ?? 'NO TEXT');
			},
		})),
	...names.filter(isMenu).map((name) => ({
		name,
		pass: (book: Book): string => thrownBy(() => book.bundle.runMenuItem(name)) || (book.toasts.at(-1) ?? ''),
	})),
	...TRIGGERS.map((name) => ({
		name,
		pass: (book: Book): string => {
			const rect = { row: 1, column: STAGE, rows: 1, columns: 1 };
			const event = editEvent(book.host, { sheetId: book.deals, rect, before: null, after: book.cell(1, STAGE) });
			return thrownBy(() => book.bundle.runTrigger(name, event)) || (book.toasts.at(-1) ?? '');
		},
	})),
	...METRICS.map(({ id }) => ({
		name: functionName(id),
		pass: (book: Book): string => thrownBy(() => book.bundle.runCustomFunction(functionName(id), [])),
	})),
];

describe('a door', () => {
	it('is tried for everything that can be called', () => {
		expect(
			DOORS.map(({ name }) => name)
				.filter((name) => !/^[A-Z_]+$/u.test(name))
				.sort(),
		).toEqual(names.filter((name) => name !== 'Addon_').sort());
	});

	it.each(DOORS)('turns whatever is thrown behind it into a sentence: $name', ({ name, pass }) => {
		const book = new Book(sampleRows(6), { code });
		data(book.call('sidebarSetUp', choiceOf(book.open().proposal as never)));
		const request = REQUESTS[name]?.(book);
		for (const [i, thrown] of THROWN.entries()) {
			// Also the toast fails at last: then the sentence itself is thrown.
			for (const isForEver of [false, true]) {
				let calls = 0;
				book.toasts.length = 0;
				book.host.hooks = {
					before: () => {
						if (++calls === 1 + i || (isForEver && calls > i)) throw thrown;
					},
				};
				const seen = pass(book, request);
				book.host.hooks = {};
				if (calls <= i) continue;
				const text = seen.replace(/^(?:Stagekeeper|[A-Z_]+): /u, '');
				// Where nothing but the language could not be asked, all is done.
				if ((isForEver && !/^on(?:Open|Install)$/u.test(name)) || seen !== '')
					expect(text, `${name}, ${String(thrown)}, call ${i + 1}`).toMatch(SENTENCE);
				expect(text).not.toMatch(/^(?:RAW|TypeError|unknown|undefined|null)/u);
			}
		}
		// What goes to the log of the publisher is a code, never a word of the user's or of Google's.
		const logged = book.host.log.filter(({ level }) => /^(?:log|info|warn|error)$/u.test(level));
		expect(logged.map((entry) => entry.text).filter((text) => !/^(?:[a-z ]+: )*[A-Za-z]+$/u.test(text))).toEqual([]);
	});

	it('says it in words where there can be no menu', () => {
		const book = new Book(sampleRows(6), { code });
		Object.defineProperty(book.host.globals.SpreadsheetApp, 'getUi', {
			value: () => {
				throw new TypeError('Cannot read properties of null');
			},
		});
		for (const name of ['onOpen', 'onInstall'])
			expect(thrownBy(() => book.bundle.runTrigger(name, {}))).toMatch(/^Stagekeeper: Something went wrong .{20,}/u);
	});
});
