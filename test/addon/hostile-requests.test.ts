/** Whoever can open the file can call every global with anything: nothing throws past its door, and what is not understood changes nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/core/metrics/index.ts';
import { functionName } from '../../src/core/metrics/metric.ts';
import { Book, data, sampleRows } from './book.ts';
import { REQUESTS } from './requests.ts';

const deep = (levels: number): unknown => (levels === 0 ? [] : [deep(levels - 1)]);
/** What `google.script.run` carries: it refuses `undefined` by itself. */
const ANYTHING: readonly unknown[] = [
	null,
	true,
	-1,
	1.5,
	1e308,
	'',
	'__proto__',
	'x'.repeat(300_000),
	[],
	[null],
	{},
	deep(50),
	JSON.parse('{"__proto__":{"filter":null},"constructor":1,"length":1000000000,"filter":{"__proto__":[]}}'),
];

const frozen = readFileSync('test/build/golden/global-names.txt', 'utf8')
	.trim()
	.split('\n')
	.filter((name) => name !== 'Addon_');
const ofPage = frozen.filter((name) => name.startsWith('sidebar'));
const others = frozen.filter((name) => !name.startsWith('sidebar'));

function ready(): Book {
	const book = new Book(sampleRows(12));
	data(book.setUp());
	return book;
}

/** The answer; fails when something was thrown past the door, or says nothing. */
function answerOf(book: Book, name: string, args: readonly unknown[]): { ok: boolean; code?: string } {
	const outcome = book.bundle.runFunction(name, args);
	const told = `${name} ${JSON.stringify(args)?.slice(0, 200)}`;
	if (!outcome.isOk) throw new Error(`${told} let an exception through: ${outcome.message}`);
	const answer = outcome.value as { ok: boolean; code?: string; text?: string };
	expect(typeof answer.ok, told).toBe('boolean');
	if (answer.ok) return answer;
	expect(answer.text, told).toMatch(/\S/u);
	expect(answer.text, told).not.toMatch(/\{\w+\}|undefined|\[object|TypeError|is not a function/u);
	return answer;
}

/** Every copy of a request in which one part, however deep, is another value or is missing. */
function* mutations(request: unknown): Generator<unknown> {
	if (typeof request !== 'object' || request === null) return;
	for (const key of Object.keys(request)) {
		const put = (value: unknown): unknown =>
			Object.assign(Array.isArray(request) ? [...request] : { ...request }, { [key]: value });
		for (const value of ANYTHING) yield put(value);
		yield Array.isArray(request)
			? request.slice(1)
			: Object.fromEntries(Object.entries(request).filter(([name]) => name !== key));
		// One of many equal parts is enough.
		if (Array.isArray(request) && key !== '0') continue;
		for (const part of mutations((request as Record<string, unknown>)[key])) yield put(part);
	}
}

describe('a request of the page', () => {
	it('is known for each function that takes one', () => {
		const silent = ofPage.filter((name) => REQUESTS[name] === undefined);
		for (const name of silent) expect(ready().bundle.runFunction(name, [{ anything: 1 }]).isOk, name).toBe(true);
		expect(Object.keys(REQUESTS).filter((name) => !ofPage.includes(name))).toEqual([]);
		expect(silent.sort()).toEqual([
			'sidebarCheck',
			'sidebarExportSettings',
			'sidebarFillIds',
			'sidebarHistory',
			'sidebarHistorySources',
			'sidebarReapply',
			'sidebarRemoveSample',
			'sidebarReset',
			'sidebarRevision',
			'sidebarStartHistory',
			'sidebarTrySample',
		]);
	});

	it.each(Object.keys(REQUESTS))('%s refuses what is no request, and changes nothing', (name) => {
		const book = ready();
		expect(answerOf(book, name, [REQUESTS[name]?.(book)]).code ?? 'fine').not.toBe('badRequest');
		const fresh = ready();
		const before = fresh.everything();
		for (const value of ANYTHING) expect([value, answerOf(fresh, name, [value]).code]).toEqual([value, 'badRequest']);
		expect(answerOf(fresh, name, []).code).toBe('badRequest');
		expect(fresh.everything()).toBe(before);
	});

	it.each(Object.keys(REQUESTS))('%s stands a request with any one part replaced', { timeout: 1_800_000 }, (name) => {
		let book = ready();
		let before = book.everything();
		let count = 0;
		let refused = 0;
		for (const request of mutations(REQUESTS[name]?.(book))) {
			count++;
			const { ok, code } = answerOf(book, name, [request]);
			const isChanged = book.everything() !== before;
			if (code === 'badRequest') {
				refused++;
				expect(isChanged, `${name} ${JSON.stringify(request)?.slice(0, 300)}`).toBe(false);
			}
			if (!ok || !isChanged) continue;
			book = ready();
			before = book.everything();
		}
		expect(count).toBeGreaterThanOrEqual(ANYTHING.length);
		expect(refused).toBeGreaterThan(0);
	});
});

describe('anything else that can be called', () => {
	it.each(others)('%s ends without an exception whatever it is handed', (name) => {
		for (const value of ANYTHING) {
			const outcome = ready().bundle.runFunction(name, [value]);
			expect(outcome, `${name} ${JSON.stringify(value)?.slice(0, 100)}`).toMatchObject({ isOk: true });
		}
	});

	it.each(METRICS.map(({ id }) => functionName(id)))('%s gives cells or an error that begins with its name', (name) => {
		const book = ready();
		const before = book.everything();
		for (const first of [undefined, ...ANYTHING])
			for (const second of [
				undefined,
				null,
				{},
				[],
				[[]],
				[['Stage'], ['Won']],
				'by',
				Number.NaN,
				new Date(Number.NaN),
			]) {
				let result: unknown = '';
				try {
					result = book.bundle.runCustomFunction(name, [first, second]);
				} catch (error) {
					expect(
						(error as Error).message.startsWith(`${name}: `),
						`${name} ${JSON.stringify([first, second])}: ${String(error)}`,
					).toBe(true);
					expect((error as Error).message).not.toMatch(/\{\w+\}|TypeError|is not a function|undefined/u);
				}
				const cells = Array.isArray(result) ? (result as unknown[][]).flat() : [result];
				for (const cell of cells)
					expect(['string', 'number', 'boolean'].includes(typeof cell) && !Number.isNaN(cell)).toBe(true);
			}
		expect(book.everything()).toBe(before);
	});
});
