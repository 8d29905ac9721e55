/**
 * `npm run bench:actions -- REF [ROUNDS]`: what set-up costs at 10,000 rows, and each action of the sidebar at 1,500
 * and 20,000 deals, beside the version at REF, in one run: CPU time in the add-on and calls of Google's services. The
 * versions take turns, so that a busy minute meets both.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll, DIST_FOLDER } from '../scripts/build.ts';
import type { Answer } from '../src/addon/contract/answer.ts';
import type { OpenAnswer, SetUpProposal } from '../src/addon/contract/sheet-and-settings.ts';
import { Book, choiceOf, sampleRows } from '../test/addon/book.ts';
import type { Bundle } from '../workbench/host/bundle.ts';
import { loadBundle } from '../workbench/host/load-bundle.ts';

const SIZES = [1500, 20_000];
const SET_UP_ROWS = 10_000;
const ref = process.argv[2] ?? 'HEAD~1';
const rounds = Number(process.argv[3] ?? 5);
const filter = { period: null, cohort: 'created', columns: {} };
const quarter = { ...filter, period: '2026-Q1' };

/** The sources at REF, built in a folder of their own with the packages of today. */
function builtAt(version: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'stagekeeper-actions-'));
	const archive = execFileSync('git', ['archive', version], { maxBuffer: 1 << 30 });
	execFileSync('tar', ['-x', '-C', folder], { input: archive });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { cwd: folder });
	return folder;
}

interface Version {
	readonly book: Book;
	readonly bundle: Bundle;
	readonly stageId: string;
}

function ask<T>(bundle: Bundle, name: string, request?: unknown): T {
	const outcome = bundle.runFunction(name, request === undefined ? [] : [request]);
	if (!outcome.isOk) throw new Error(`${name}: ${outcome.message}`);
	const answer = outcome.value as Answer<T>;
	if (!answer.ok) throw new Error(`${name}: ${answer.text}`);
	return answer.data;
}

function opened(folder: string, deals: number): Version {
	const book = new Book(sampleRows(deals));
	const bundle = loadBundle(book.host, folder);
	const { proposal } = ask<OpenAnswer>(bundle, 'sidebarOpen', { filter: null });
	const { stages } = ask<OpenAnswer>(bundle, 'sidebarSetUp', choiceOf(proposal as SetUpProposal));
	return { book, bundle, stageId: stages[2]?.id ?? '' };
}

const list = ({ stageId }: Version) => ({ filter, stageId, part: 'still', order: 'age', offset: 0 });
/** What a manager presses, by the call that it makes. */
const ACTIONS: Readonly<Record<string, (version: Version) => unknown>> = {
	'open the funnel': ({ bundle }) => ask(bundle, 'sidebarOpen', { filter: null }),
	'choose a quarter': ({ bundle }) => ask(bundle, 'sidebarReport', { filter: quarter }),
	'list a stage’s deals': (version) => ask(version.bundle, 'sidebarDeals', list(version)),
	'select their rows': (version) => ask(version.bundle, 'sidebarSelectRows', list(version)),
	'filter the sheet': ({ bundle, stageId }) => ask(bundle, 'sidebarFilterSheet', { stageId }),
	'look at one deal': ({ bundle }) => ask(bundle, 'sidebarDeal', { row: 5 }),
	'open the forecast': ({ bundle }) =>
		ask(bundle, 'sidebarForecast', { filter, target: 250_000, unit: 'month', periods: 3 }),
	'open Check': ({ bundle }) => ask(bundle, 'sidebarCheck'),
	'preview a formula': ({ bundle }) =>
		ask(bundle, 'sidebarPreviewFormula', { metric: 'winRate', words: ['by', 'Owner'] }),
	'make the report sheet': ({ bundle }) => ask(bundle, 'sidebarReportSheet', { filter, isLive: true }),
	'ask whether the sheet changed': ({ bundle }) => ask(bundle, 'sidebarRevision'),
};

function cost(version: Version, act: (version: Version) => unknown): { readonly ms: number; readonly calls: number } {
	const { meter } = version.book.host;
	meter.reset();
	const before = process.cpuUsage();
	act(version);
	const { user, system } = process.cpuUsage(before);
	return { ms: (user + system) / 1000, calls: meter.calls };
}

/** From the first look at a sheet to its settings, as a person first meets it; each time in a new book. */
function setUpCost(folder: string): { readonly ms: number; readonly calls: number } {
	const book = new Book(sampleRows(SET_UP_ROWS));
	const bundle = loadBundle(book.host, folder);
	book.host.meter.reset();
	const start = process.cpuUsage();
	const { proposal } = ask<OpenAnswer>(bundle, 'sidebarOpen', { filter: null });
	ask<OpenAnswer>(bundle, 'sidebarSetUp', choiceOf(proposal as SetUpProposal));
	const { user, system } = process.cpuUsage(start);
	return { ms: (user + system) / 1000, calls: book.host.meter.calls };
}

/** The least of each version, as a row of the table. */
function printRow(size: number, name: string, costs: readonly (readonly ReturnType<typeof setUpCost>[])[]): void {
	const least = [0, 1].map((at) => Math.min(...costs.map((pair) => pair[at]?.ms ?? Number.NaN)).toFixed(1));
	const calls = costs.at(-1)?.map((one) => one.calls) ?? [];
	console.log(`| ${size.toLocaleString('en')} | ${name} | ${least.join(' | ')} | ${calls.join(' | ')} |`);
}

await buildAll();
const before = builtAt(ref);
try {
	console.log(
		`| Deals | Action | ${ref}, ms | now, ms | ${ref}, calls | now, calls |\n| ---: | --- | ---: | ---: | ---: | ---: |`,
	);
	const folders = [join(before, 'dist'), DIST_FOLDER] as const;
	printRow(
		SET_UP_ROWS,
		'set up',
		Array.from({ length: rounds }, () => folders.map(setUpCost)),
	);
	for (const size of SIZES) {
		const versions = folders.map((folder) => opened(folder, size));
		for (const [name, act] of Object.entries(ACTIONS))
			printRow(
				size,
				name,
				Array.from({ length: rounds }, () => versions.map((version) => cost(version, act))),
			);
	}
} finally {
	rmSync(before, { recursive: true });
}
