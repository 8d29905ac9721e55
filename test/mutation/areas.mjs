// What is mutated together, and the tests that decide. Not here: how they run (in-process-runner.mjs), which mutants are made (the *.config.json).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';

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
 * - `tests`: folders with the tests that decide
 * - `leftOut`: of them, those that would decide most mutants, slowly; a mutant that they alone would notice counts as survived
 * - `imported()`: mutated files that the tests import themselves
 * - `replaced`: files that are others while mutants run, as [pattern of the path, contents]
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
		prepare: async () => {},
	},
	'add-on': {
		tests: [join('test', 'addon'), join('test', 'sheet')],
		// Every service call and every part of a request in turn, thousands of deals, and the public lists.
		leftOut:
			/\/(?:public-histories|hostile-requests)\.|when any one service call fails|with 6000 deals|than a small one/u,
		imported: () => [],
		replaced: [[/\/workbench\/host\/load-bundle\.ts$/, LOAD_COMPILED]],
		prepare: prepareCode,
	},
};
