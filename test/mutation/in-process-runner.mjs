// Runs the tests of an area for one mutant after the other in one process: what is mutated and its tests are one script,
// evaluated anew for each mutant, so that no mutant meets what another left behind. Not here: the areas, and the summary.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { AREAS } from './areas.mjs';
import { createCollector } from './test-collector.mjs';

/** The part of the mutants that is tested, evenly spread over all files and the same each time. */
const SHARE = Number(process.env.MUTATION_SHARE ?? 1);
const isChosen = ({ id }) => Math.floor((Number(id) + 1) * SHARE) > Math.floor(Number(id) * SHARE);

/** The part of the time of all tests that one mutant may cost: the quick ones come first, the slow ones not at all. */
const EFFORT = Number(process.env.MUTATION_EFFORT ?? 1);

const AREA = AREAS[process.env.MUTATION_AREA ?? 'core'];

/** Written by the first run into the sandbox: a process that takes over after a time-out knows the quick tests, too. */
const COSTS = 'test-costs.json';

/** Stands for what the `describe` bodies of a file reach: it belongs to each of its tests. */
const DESCRIBE_BODIES = 'describe bodies';

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Message of what `run` throws, null when it ends well. */
async function failureOf(run) {
	try {
		await run();
		return null;
	} catch (error) {
		return String(error?.message ?? error);
	}
}

const testFiles = () =>
	AREA.tests
		.flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)))
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.test.ts') && !AREA.leftOut.test(path))
		.sort();

/** The marks by which Stryker counts what is reached; only the first run needs them. */
const COVERAGE_MARK = /stryCov_9fa48\((?:"\d+"(?:, )?)+\)/gu;

/** One script that holds the mutated files that tests import and all tests, each loaded when asked for by its path. */
async function bundle(files, { hasCoverage }) {
	const paths = [...AREA.imported(), ...files];
	const { outputFiles } = await build({
		stdin: {
			contents: `module.exports = {${paths.map((path) => `${JSON.stringify(path)}: () => require('./${path}')`).join(',\n')}};`,
			resolveDir: process.cwd(),
		},
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		packages: 'external',
		minifySyntax: true,
		logLevel: 'error',
		// A module of the script finds packages from the root of the project.
		define: { 'import.meta.url': 'projectUrl' },
		banner: {
			js: "const projectUrl = require('node:url').pathToFileURL(require('node:path').resolve('package.json')).href;",
		},
		plugins: [
			{
				name: 'collected-tests',
				setup({ onLoad, onResolve }) {
					onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'collector' }));
					onLoad({ filter: /./, namespace: 'collector' }, () => ({ contents: 'module.exports = collector;' }));
					// A module of the new kind only: required, its default would be the whole of it.
					onResolve({ filter: /^pixelmatch$/ }, ({ path, resolveDir }) => ({
						path: createRequire(`${resolveDir}/`).resolve(path),
					}));
					onResolve({ filter: /^playwright-core$/ }, () => ({ path: 'browser', namespace: 'browser' }));
					onLoad({ filter: /./, namespace: 'browser' }, () => ({
						contents: 'module.exports = globalThis.__stryker__.playwright;',
					}));
					for (const [filter, contents] of AREA.replaced) onLoad({ filter }, () => ({ contents, loader: 'ts' }));
					if (!hasCoverage)
						onLoad({ filter: /\/(?:src|sidebar)\/.*\.ts$/ }, ({ path }) => ({
							contents: readFileSync(path, 'utf8').replace(COVERAGE_MARK, '0'),
							loader: 'ts',
						}));
				},
			},
		],
	});
	return new Script(`(function (require, module, collector) {${outputFiles[0].text}\n})`, {
		filename: 'tests-of-the-area.js',
	});
}

class InProcessRunner {
	/** Where the mutated code looks for the number of its mutant and counts what it reaches. */
	namespace = {};
	require = createRequire(resolve('package.json'));

	capabilities() {
		return { reloadEnvironment: true };
	}

	async init() {
		globalThis.__stryker__ = this.namespace;
		this.files = testFiles();
		await AREA.prepare(this.namespace);
		this.script = await bundle(this.files, { hasCoverage: false });
		this.costs = new Map(existsSync(COSTS) ? JSON.parse(readFileSync(COSTS, 'utf8')) : []);
	}

	/** A fresh evaluation: nothing of the core and no test has been loaded yet. */
	fresh(script) {
		const module = { exports: {} };
		const collector = createCollector();
		script.runInThisContext()(this.require, module, collector.api);
		return { load: module.exports, collector };
	}

	/** The tests of one file by id. */
	collect({ load, collector }, file) {
		const before = collector.tests.length;
		collector.begin();
		load[file]();
		const tests = collector.tests.slice(before).map(({ name, run }) => [`${file} > ${name}`, run]);
		return new Map(tests.filter(([id]) => !AREA.leftOut.test(id)));
	}

	async dryRun() {
		const { namespace } = this;
		const script = await bundle(this.files, { hasCoverage: true });
		const coverage = { static: {}, perTest: {} };
		const tests = [];
		namespace.activeMutant = undefined;
		namespace.mutantCoverage = coverage;
		for (const file of this.files) {
			// First what is mutated alone: what runs then is code that runs when a file is loaded.
			namespace.currentTestId = undefined;
			const instance = this.fresh(script);
			for (const path of AREA.imported()) instance.load[path]();
			namespace.currentTestId = DESCRIBE_BODIES;
			const start = now();
			const collected = this.collect(instance, file);
			const loadMs = now() - start;
			const shared = coverage.perTest[DESCRIBE_BODIES] ?? {};
			delete coverage.perTest[DESCRIBE_BODIES];
			for (const [id, run] of collected) {
				namespace.currentTestId = id;
				const start = now();
				const failureMessage = await failureOf(run);
				for (const mutant of await AREA.reachedElsewhere(namespace)) {
					coverage.perTest[id] ??= {};
					coverage.perTest[id][mutant] = (coverage.perTest[id][mutant] ?? 0) + 1;
				}
				const timeSpentMs = now() - start;
				coverage.perTest[id] = { ...shared, ...coverage.perTest[id] };
				this.costs.set(id, timeSpentMs + loadMs);
				tests.push({
					id,
					name: id,
					fileName: resolve(file),
					timeSpentMs,
					status: failureMessage === null ? 0 : 1,
					failureMessage,
				});
			}
			await instance.collector.close();
		}
		namespace.currentTestId = undefined;
		writeFileSync(COSTS, JSON.stringify([...this.costs]));
		return { status: 'complete', tests, mutantCoverage: coverage };
	}

	async mutantRun({ testFilter, activeMutant, hitLimit }) {
		if (!isChosen(activeMutant)) return { status: 'error', errorMessage: 'outside of the share that is tested' };
		const { namespace } = this;
		Object.assign(namespace, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
		const instance = this.fresh(this.script);
		// The quick tests first: they decide most mutants, and the first failure ends the run.
		const ids = [...testFilter].sort((a, b) => (this.costs.get(a) ?? 0) - (this.costs.get(b) ?? 0));
		const result = await this.firstFailure(this.affordable(ids), instance);
		await failureOf(() => instance.collector.close());
		return result;
	}

	/** The first of these tests that take no more than the effort together, and one in any case. */
	affordable(ids) {
		const all = [...this.costs.values()].reduce((sum, cost) => sum + cost, 0);
		let spent = 0;
		return ids.filter((id, at) => {
			spent += this.costs.get(id) ?? 0;
			return at === 0 || spent <= EFFORT * all;
		});
	}

	/** Runs tests until one fails. */
	async firstFailure(ids, instance) {
		const { namespace } = this;
		const loaded = new Map();
		let nrOfTests = 0;
		for (const id of ids) {
			nrOfTests++;
			const file = id.slice(0, id.indexOf(' > '));
			const failureMessage = await failureOf(() => {
				if (!loaded.has(file)) loaded.set(file, this.collect(instance, file));
				return loaded.get(file).get(id)?.();
			});
			if (namespace.hitCount > namespace.hitLimit)
				return { status: 'timeout', reason: 'reached far more often than without the change' };
			if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
		}
		return { status: 'survived', nrOfTests };
	}

	async dispose() {
		await AREA.finish(this.namespace);
	}
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
