// What a test file of the core imports as "vitest" while mutants run: collects its tests instead of running them.
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
const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);

const titleOf = (title, row) =>
	title.includes('$')
		? title.replace(/\$(\w+)/gu, (_, key) => row[key])
		: format(title, ...(Array.isArray(row) ? row : [row]));

/** A fresh set of `describe`, `it`, `test` and `expect`; what they meet is put into `tests` as `{name, run}`. */
export function createCollector() {
	const tests = [];
	const titles = [];
	const seen = new Map();
	const addTest = (title, run) => {
		const name = [...titles, title].join(' ');
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		tests.push({ name: before === 0 ? name : `${name} (${before + 1})`, run });
	};
	const addGroup = (title, body) => {
		titles.push(title);
		body();
		titles.pop();
	};
	const withVariants = (add) =>
		Object.assign(add, {
			each: (rows) => (title, run) => {
				for (const row of rows) add(titleOf(title, row), () => (Array.isArray(row) ? run(...row) : run(row)));
			},
			skipIf: (isSkipped) => (isSkipped ? () => {} : add),
		});
	const it = withVariants(addTest);
	return { tests, api: { describe: withVariants(addGroup), it, test: it, expect } };
}
