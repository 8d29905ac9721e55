// What is mutated together, and the tests that decide. Not here: how they run (in-process-runner.mjs), which mutants are made (the *.config.json).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { patience } from './test-collector.mjs';

const CORE = join('src', 'core');

/** Stands in for the loading of Code.js by gas-local: the same file in a fresh realm as well, compiled once for all mutants. */
const LOAD_COMPILED = `
import { Bundle } from './bundle.ts';
import { setClock } from './clock.ts';
import type { Host } from './host.ts';

export function loadBundle(host: Host): Bundle {
	const { global, realm } = host.execute('load', () => globalThis.__stryker__.loadCode(host.globals));
	host.realm = { ...realm, Date: setClock(global, realm, () => host.options.now()) };
	return new Bundle(host, global);
}
`;

/** Stands in for the build, of which tests need the folder alone. */
const BUILT_FOLDER = "export const DIST_FOLDER = require('node:path').join(process.cwd(), 'dist');";

/** Builds Code.js from the mutated sources and gives the tests a way to load it that shares the number of the mutant. */
async function prepareCode(namespace) {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`the mutated sources do not build:\n${stderr}`);
	const code = new Script(readFileSync(join('dist', 'Code.js'), 'utf8'), { filename: 'Code.js' });
	const realmOf = new Script('({ Date, Array, Object, Error })');
	namespace.loadCode = (globals) => {
		const global = createContext({ ...globals, __stryker__: namespace });
		code.runInContext(global);
		return { global, realm: realmOf.runInContext(global) };
	};
}

/**
 * Builds sidebar.html from the mutated sources, and opens it in one browser for all mutants. Each load of the page gets the number
 * of its mutant by a cookie, the one thing that a script can read before the page's own; what the page reached is asked for before it goes.
 */
async function preparePage(namespace) {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`the mutated sources do not build:\n${stderr}`);
	namespace.builtPage = readFileSync(join('dist', 'sidebar.html'), 'utf8');
	const playwright = createRequire(join(process.cwd(), 'package.json'))('playwright-core');
	namespace.pages = new Set();
	namespace.reached = new Set();
	namespace.playwright = {
		...playwright,
		chromium: {
			executablePath: () => playwright.chromium.executablePath(),
			async launch(options) {
				namespace.browser ??= await playwright.chromium.launch(options);
				return sharedBrowser(namespace);
			},
		},
	};
}

/** The browser as a test sees it: what it closes is what it opened. */
function sharedBrowser(namespace) {
	const contexts = [];
	return {
		version: () => namespace.browser.version(),
		async close() {
			for (const context of contexts.splice(0)) await context.close();
		},
		async newContext(options) {
			const context = await namespace.browser.newContext(options);
			contexts.push(context);
			context.setDefaultTimeout(patience());
			context.setDefaultTimeout = () => {};
			await context.addInitScript(() => {
				const mark = /mutant=([^;]*)/u.exec(document.cookie);
				if (mark !== null) window.__stryker__ = JSON.parse(decodeURIComponent(mark[1]));
			});
			const newPage = context.newPage.bind(context);
			context.newPage = async () => {
				const page = await newPage();
				namespace.pages.add(page);
				page.on('close', () => namespace.pages.delete(page));
				const goto = page.goto.bind(page);
				page.goto = async (url, ...rest) => {
					await noteReached(namespace, page);
					const { activeMutant, hitLimit } = namespace;
					const value = encodeURIComponent(JSON.stringify({ activeMutant, hitLimit, hitCount: 0 }));
					await context.addCookies([{ name: 'mutant', value, url: new URL(url).origin }]);
					return goto(url, ...rest);
				};
				return page;
			};
			return context;
		},
	};
}

/** Adds the mutants that the page has reached since its load. */
async function noteReached(namespace, page) {
	if (namespace.activeMutant !== undefined || page.isClosed()) return;
	const reached = await page.evaluate(() => {
		const { static: once = {}, perTest = {} } = window.__stryker__?.mutantCoverage ?? {};
		if (window.__stryker__?.mutantCoverage !== undefined)
			window.__stryker__.mutantCoverage = { static: {}, perTest: {} };
		return [once, ...Object.values(perTest)].flatMap((counts) => Object.keys(counts));
	});
	for (const mutant of reached) namespace.reached.add(mutant);
}

const nothing = async () => {};

/**
 * - `tests`: folders with the tests that decide
 * - `leftOut`: of them, those that would decide most mutants, slowly; a mutant that they alone would notice counts as survived
 * - `imported()`: mutated files that the tests import themselves
 * - `replaced`: files that are others while mutants run, as [pattern of the path, contents]
 * - `prepare(namespace)`, `finish(namespace)`: once before and after all mutants
 * - `reachedElsewhere(namespace)`: mutants that the test that has just run reached outside of this process
 */
export const AREAS = {
	core: {
		tests: [join('test', 'core')],
		// At random and at length, simulated, on tens of thousands of rows, or on the public lists, which lie outside of the copy that is mutated.
		leftOut:
			/(?:^test\/core\/)(?:metrics\/properties|funnel\/differential|metrics\/(?:bpi2012|maven-crm|pe-pipeline)|known-data)\.|> (?:simulated |whatever the rows |thirty thousand |the log against a table that anything happens to |Aalen–Johansen equals the brute force )/u,
		imported: () =>
			readdirSync(CORE, { recursive: true })
				.filter((path) => path.endsWith('.ts'))
				.map((path) => join(CORE, path)),
		replaced: [],
		prepare: nothing,
		finish: nothing,
		reachedElsewhere: async () => [],
	},
	'add-on': {
		tests: [join('test', 'addon'), join('test', 'sheet')],
		// Every service call and every part of a request in turn, thousands of deals, and the public lists: two thirds of the time of all.
		leftOut:
			/\/(?:public-histories|hostile-requests|budgets)\.|> (?:a failing service call in |hostile texts where )|interrupted at any call|with (?:6000|20000) deals|than a small one/u,
		imported: () => [],
		replaced: [
			[/\/workbench\/host\/load-bundle\.ts$/, LOAD_COMPILED],
			[/\/scripts\/build\.ts$/, BUILT_FOLDER],
		],
		prepare: prepareCode,
		finish: nothing,
		reachedElsewhere: async () => [],
	},
	sidebar: {
		tests: [join('test', 'sidebar')],
		// What they test is the styles, the comparison of pictures, and the text of the built page.
		leftOut: /\/(?:host-styles|pictures|shipped-page)\./u,
		imported: () => ['check', 'deals', 'server', 'session', 'words'].map((name) => join('sidebar', `${name}.ts`)),
		replaced: [
			[/\/scripts\/build\/page\.ts$/, 'export const buildPage = async () => globalThis.__stryker__.builtPage;'],
		],
		prepare: preparePage,
		finish: async ({ browser }) => browser?.close(),
		async reachedElsewhere(namespace) {
			for (const page of namespace.pages) await noteReached(namespace, page);
			const reached = [...namespace.reached];
			namespace.reached.clear();
			return reached;
		},
	},
};
