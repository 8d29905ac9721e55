/**
 * `npm run mutation [-- FILE or FOLDER …]`: changes the core on purpose, change by change, and counts those that no test notices.
 * The last line has the totals. Exit code 1 below 90 %, and when nothing was tested.
 * Belongs here: the run and its summary. Not here: what is changed and which tests decide (test/mutation/).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';

const GOAL = 0.9;
const FOLDER = join('test', 'mutation');
const TOOL = join(FOLDER, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const CONFIG = join(FOLDER, 'stryker.config.json');
const OUTPUT = join('reports', 'mutation');
const REPORT = join(OUTPUT, 'mutation.json');

interface Mutant {
	readonly status: string;
	readonly replacement?: string;
	readonly location: { readonly start: { readonly line: number } };
}

interface Score {
	readonly tested: number;
	readonly killed: number;
	readonly timedOut: number;
	readonly survived: number;
}

function run(command: string, args: readonly string[], cwd?: string): void {
	const { status } = spawnSync(command, args, { stdio: 'inherit', ...(cwd === undefined ? {} : { cwd }) });
	if (status !== 0) process.exit(status ?? 1);
}

/** What Stryker shall change: the whole configured list, or the named part of it. */
function chosen(names: readonly string[]): string[] {
	if (names.length === 0) return [];
	const { mutate } = JSON.parse(readFileSync(CONFIG, 'utf8')) as { readonly mutate: readonly string[] };
	const parts = names.map((name) => (name.endsWith('.ts') ? name : `${name.replace(/\/$/u, '')}/**/*.ts`));
	return ['--mutate', [...parts, ...mutate.filter((pattern) => pattern.startsWith('!'))].join(',')];
}

function scoreOf(mutants: readonly Mutant[]): Score {
	const count = (...statuses: string[]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
	const [killed, timedOut, survived] = [count('Killed'), count('Timeout'), count('Survived', 'NoCoverage')];
	return { tested: killed + timedOut + survived, killed, timedOut, survived };
}

const share = ({ tested, killed, timedOut }: Score): number => (tested === 0 ? 0 : (killed + timedOut) / tested);
const percent = (score: Score): string => `${(100 * share(score)).toFixed(1)} %`;
const tableRow = (name: string, score: Score): string =>
	`| ${name} | ${score.tested} | ${score.killed} | ${score.timedOut} | ${score.survived} | ${percent(score)} |`;

if (!existsSync(TOOL)) run('npm', ['ci', '--ignore-scripts'], FOLDER);
rmSync(REPORT, { force: true });
setPriority(19);
run(process.execPath, [TOOL, 'run', CONFIG, ...chosen(process.argv.slice(2))]);

const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as {
	readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
};
const rows: string[] = [];
const survivors: string[] = [];
for (const [file, { mutants }] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
	const score = scoreOf(mutants);
	if (score.tested === 0) continue;
	rows.push(tableRow(`\`${file.replace('src/core/', '')}\``, score));
	if (score.survived > 0) survivors.push(`${file}: ${score.survived} of ${score.tested} survived`);
	for (const { status, location, replacement = '' } of mutants)
		if (status === 'Survived' || status === 'NoCoverage')
			survivors.push(`  line ${location.start.line} → ${replacement.replace(/\s+/gu, ' ').slice(0, 80)}`);
}
const total = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants));
const table = ['| File | Tested | Killed | Timed out | Survived | Score |', '| --- | --- | --- | --- | --- | --- |', ...rows];
mkdirSync(OUTPUT, { recursive: true });
writeFileSync(join(OUTPUT, 'survivors.txt'), `${survivors.join('\n')}\n`);
writeFileSync(join(OUTPUT, 'scores.md'), `${[...table, tableRow('**Together**', total)].join('\n')}\n`);
console.log([...survivors, '', ...table].join('\n'));
console.log(
	`mutation: ${total.tested} mutants tested, ${total.killed + total.timedOut} killed (${total.timedOut} of them by running without end), ${total.survived} survived, score ${percent(total)}`,
);
if (share(total) < GOAL) process.exitCode = 1;
