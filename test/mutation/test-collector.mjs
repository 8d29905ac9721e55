// What a test file imports as "vitest" while mutants run: collects its tests instead of running them.
// Holds only what those files use; anything else fails when the file is loaded, so that no test is lost without a sign.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

// The assertions are vitest's own, from the place where vitest finds them.
const fromVitest = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'));
const { JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai } = await import(
	pathToFileURL(fromVitest.resolve('@vitest/expect')).href
);
for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, {
	poll: (read, options) => polled(read, options),
});

const titleOf = (title, row) =>
	title.includes('$')
		? title.replace(/\$(\w+)/gu, (_, key) => row[key])
		: format(title, ...(Array.isArray(row) ? row : [row]));

/** How long a test waits, in milliseconds: for what a mutant keeps away it gives up soon, for what is there it has time on a busy machine. */
export const patience = () => (globalThis.__stryker__?.activeMutant === undefined ? 90_000 : 8_000);

/** Tries the assertion again until it holds, as vitest's does. @returns the matchers of the value that `read` gives, each waited for */
function polled(read, { timeout = patience() } = {}) {
	const waiting = (isNegated) =>
		new Proxy(
			{},
			{
				get: (_, matcher) =>
					matcher === 'not'
						? waiting(!isNegated)
						: async (...wanted) => {
								const end = Date.now() + timeout;
								for (;;) {
									try {
										const found = chai.expect(await read());
										return (isNegated ? found.not : found)[matcher](...wanted);
									} catch (error) {
										if (Date.now() >= end) throw error;
										await new Promise((again) => setTimeout(again, 50));
									}
								}
							},
			},
		);
	return waiting(false);
}

/** Made-up globals, and a clock that stands until a test moves it. */
function createStubs() {
	const kept = new Map();
	let timers = [];
	let now = 0;
	const stubGlobal = (name, value) => {
		if (!kept.has(name)) kept.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
		Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
	};
	const restore = (names) => {
		for (const name of names) {
			const before = kept.get(name);
			if (before === undefined) delete globalThis[name];
			else Object.defineProperty(globalThis, name, before);
			kept.delete(name);
		}
	};
	const CLOCK = ['setTimeout', 'clearTimeout'];
	return {
		stubGlobal,
		unstubAllGlobals: () => restore([...kept.keys()].filter((name) => !CLOCK.includes(name))),
		useFakeTimers() {
			[timers, now] = [[], 0];
			stubGlobal('setTimeout', (run, wait = 0) => {
				const timer = { at: now + wait, run };
				timers.push(timer);
				return timer;
			});
			stubGlobal('clearTimeout', (timer) => {
				timers = timers.filter((other) => other !== timer);
			});
		},
		advanceTimersByTime(wait) {
			now += wait;
			const due = timers.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
			timers = timers.filter(({ at }) => at > now);
			for (const { run } of due) run();
		},
		useRealTimers: () => restore(CLOCK.filter((name) => kept.has(name))),
	};
}

/** A fresh set of what a test file imports from vitest; the tests that it meets are put into `tests` as `{name, run}`. `close` runs what stands in `afterAll`. */
export function createCollector() {
	const tests = [];
	const titles = [];
	const seen = new Map();
	const opened = [];
	const newGroup = (outer) => ({ outer, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [], start: null });
	let group = newGroup(null);
	const around = (inner) => (inner === null ? [] : [...around(inner.outer), inner]);
	const started = (one) => {
		if (one.start === null) {
			opened.push(one);
			one.start = (async () => {
				for (const run of one.beforeAll) await run();
			})();
		}
		return one.start;
	};
	const addTest = (title, run) => {
		const name = [...titles, title].join(' ');
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		const groups = around(group);
		const runInGroups = async () => {
			for (const one of groups) await started(one);
			for (const one of groups) for (const prepare of one.beforeEach) await prepare();
			try {
				await run();
			} finally {
				for (const one of [...groups].reverse()) for (const clear of one.afterEach) await clear();
			}
		};
		tests.push({ name: before === 0 ? name : `${name} (${before + 1})`, run: runInGroups });
	};
	const addGroup = (title, body) => {
		titles.push(title);
		group = newGroup(group);
		body();
		group = group.outer;
		titles.pop();
	};
	const withVariants = (add) =>
		Object.assign(add, {
			each: (rows) => (title, run) => {
				for (const row of rows) add(titleOf(title, row), () => (Array.isArray(row) ? run(...row) : run(row)));
			},
			for: (rows) => (title, run) => {
				for (const row of rows) add(titleOf(title, row), () => run(row));
			},
			skipIf: (isSkipped) => (isSkipped ? withVariants(() => {}) : add),
			runIf: (isRun) => (isRun ? add : withVariants(() => {})),
		});
	const hook = (name) => (run) => {
		group[name].push(run);
	};
	const it = withVariants(addTest);
	return {
		tests,
		/** The next file begins: its hooks are its own. */
		begin() {
			group = newGroup(null);
		},
		async close() {
			for (const one of opened.splice(0).reverse()) for (const clear of one.afterAll) await clear();
		},
		api: {
			describe: withVariants(addGroup),
			it,
			test: it,
			expect,
			vi: createStubs(),
			beforeAll: hook('beforeAll'),
			beforeEach: hook('beforeEach'),
			afterEach: hook('afterEach'),
			afterAll: hook('afterAll'),
		},
	};
}
