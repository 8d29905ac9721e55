/**
 * `npm run mutation [-- [--share 0.1] [--effort 0.1] [--write] FILE or FOLDER …]`: changes the product on purpose,
 * change by change, and counts those that no test notices. Without a name all of src/core; with a share that part of
 * the changes, always the same ones; with an effort each change may cost that part of the time of all tests, the quick
 * ones first. `--write` puts the scores of the folders into test/mutation/README.md. The last line has the totals. Exit
 * code 1 below the goal, and when nothing was tested.
 * Belongs here: the run and its summary. Not here: what is changed and which tests decide (test/mutation/).
 */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/** What is mutated together: folders, and the share of mutants that tests have to notice. */
interface Area {
	readonly name: string;
	readonly folders: readonly string[];
	readonly goal: number;
}

const AREAS: readonly [Area, ...Area[]] = [
	{ name: 'core', folders: ['src/core'], goal: 0.9 },
	{ name: 'add-on', folders: ['src/addon', 'src/sheet'], goal: 0.9 },
	{ name: 'sidebar', folders: ['sidebar'], goal: 0.85 },
];
const FOLDER = join('test', 'mutation');
const TOOL = join(FOLDER, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const OUTPUT = join('reports', 'mutation');
const REPORT = join(OUTPUT, 'mutation.json');

interface Place {
	readonly line: number;
	readonly column: number;
}

interface Mutant {
	readonly status: string;
	readonly replacement?: string;
	readonly location: { readonly start: Place; readonly end: Place };
}

interface MutatedFile {
	readonly source: string;
	readonly mutants: readonly Mutant[];
}

interface Score {
	readonly tested: number;
	readonly killed: number;
	readonly timedOut: number;
	readonly survived: number;
}

function run(command: string, args: readonly string[], options: SpawnSyncOptions): void {
	const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
	if (status !== 0) process.exit(status ?? 1);
}

/** The area that holds all the names; exits where they are of several. */
function areaOf(names: readonly string[]): Area {
	if (names.length === 0) return AREAS[0];
	const area = AREAS.find(({ folders }) => names.every((name) => folders.some((folder) => name.startsWith(folder))));
	if (area !== undefined) return area;
	const known = AREAS.map(({ folders }) => folders.join(' or ')).join('; ');
	console.error(
		`mutation: ${names.join(' ')} is not inside one of these areas: ${known}. Run one area after the other.`,
	);
	process.exit(2);
}

/** What Stryker shall change: the whole configured list, or the named part of it. */
function chosen(config: string, names: readonly string[]): string[] {
	if (names.length === 0) return [];
	const { mutate } = JSON.parse(readFileSync(config, 'utf8')) as { readonly mutate: readonly string[] };
	// Stryker reads commas as the ends of patterns, so that one in braces would name nothing.
	const below = (folder: string): string[] => ['ts', 'tsx'].map((kind) => `${folder.replace(/\/$/u, '')}/**/*.${kind}`);
	const parts = names.flatMap((name) => (/\.tsx?$/u.test(name) ? [name] : below(name)));
	return ['--mutate', [...parts, ...mutate.filter((pattern) => pattern.startsWith('!'))].join(',')];
}

const isSurvivor = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';

function scoreOf(mutants: readonly Mutant[]): Score {
	const count = (wanted: string): number => mutants.filter(({ status }) => status === wanted).length;
	const [killed, timedOut, survived] = [count('Killed'), count('Timeout'), mutants.filter(isSurvivor).length];
	return { tested: killed + timedOut + survived, killed, timedOut, survived };
}

const share = ({ tested, killed, timedOut }: Score): number => (tested === 0 ? 0 : (killed + timedOut) / tested);
const percent = (score: Score): string => `${(100 * share(score)).toFixed(1)} %`;
const tableRow = (name: string, score: Score): string =>
	`| ${name} | ${score.tested} | ${score.killed} | ${score.timedOut} | ${score.survived} | ${percent(score)} |`;

const brief = (code: string): string => code.replace(/\s+/gu, ' ').trim().slice(0, 90).replaceAll('`', '´');

/** `- 12: ´a < b´ → ´a <= b´`, a line for each survivor of a file in the order of its text. */
function survivorsOf({ source, mutants }: MutatedFile): string[] {
	const lines = source.split('\n');
	const original = ({ start, end }: Mutant['location']): string =>
		start.line === end.line
			? (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1)
			: `${(lines[start.line - 1] ?? '').slice(start.column - 1)} …`;
	return mutants
		.filter(isSurvivor)
		.sort((a, b) => a.location.start.line - b.location.start.line || a.location.start.column - b.location.start.column)
		.map(
			({ location, replacement = '' }) =>
				`- ${location.start.line}: \`${brief(original(location))}\` → \`${brief(replacement)}\``,
		);
}

/** A row for each folder and one for all; folders without a tested mutant are left out. */
function folderTable(files: Readonly<Record<string, MutatedFile>>): string[] {
	const byFolder = new Map<string, Mutant[]>();
	for (const [file, { mutants }] of Object.entries(files))
		byFolder.set(dirname(file), [...(byFolder.get(dirname(file)) ?? []), ...mutants]);
	const rows = [...byFolder]
		.map(([folder, mutants]) => ({ folder, score: scoreOf(mutants) }))
		.filter(({ score }) => score.tested > 0)
		.sort((a, b) => (a.folder < b.folder ? -1 : 1))
		.map(({ folder, score }) => tableRow(`\`${folder}/\``, score));
	const all = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants));
	return [...headOf('Folder'), ...rows, tableRow('**Together**', all)];
}

const headOf = (first: string): string[] => [
	`| ${first} | Tested | Killed | Timed out | Survived | Score |`,
	'| --- | ---: | ---: | ---: | ---: | ---: |',
];

/** Replaces the scores of an area in the README of the mutation tests. */
function writeScores(name: string, lines: readonly string[]): void {
	const path = join(FOLDER, 'README.md');
	const readme = readFileSync(path, 'utf8');
	const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
	const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`${path} has lost its marks of the area ${name}`);
	const run = `${new Date().toISOString().slice(0, 10)}: \`npm run mutation -- ${process.argv.slice(2).join(' ')}\``;
	writeFileSync(path, `${readme.slice(0, from + begin.length)}\n${run}\n\n${lines.join('\n')}\n${readme.slice(to)}`);
}

const { values, positionals: names } = parseArgs({
	options: {
		share: { type: 'string', default: '1' },
		effort: { type: 'string', default: '1' },
		write: { type: 'boolean', default: false },
	},
	allowPositionals: true,
});
/** The number behind an option that is a part of something. */
function partOf(name: 'share' | 'effort'): number {
	const part = Number(values[name]);
	if (part > 0 && part <= 1) return part;
	console.error(`mutation: --${name} is ${values[name]}; write a number above 0 and up to 1, such as 0.1`);
	process.exit(2);
}

const [part, effort] = [partOf('share'), partOf('effort')];
const area = areaOf(names);
const config = join(FOLDER, `${area.name}.config.json`);
if (!existsSync(TOOL)) run('npm', ['ci', '--ignore-scripts'], { cwd: FOLDER });
rmSync(REPORT, { force: true });
setPriority(19);
run(process.execPath, [TOOL, 'run', config, ...chosen(config, names)], {
	env: { ...process.env, MUTATION_AREA: area.name, MUTATION_SHARE: String(part), MUTATION_EFFORT: String(effort) },
});

const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as { readonly files: Readonly<Record<string, MutatedFile>> };
const table = headOf('File');
const survivors: string[] = [];
for (const [file, mutated] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
	const score = scoreOf(mutated.mutants);
	if (score.tested === 0) continue;
	const name = file.replace(/^src\/(?:core\/)?/u, '');
	table.push(tableRow(`\`${name}\``, score));
	if (score.survived > 0) survivors.push(`## ${name}`, '', ...survivorsOf(mutated), '');
}
const total = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants));
table.push(tableRow('**Together**', total));
mkdirSync(OUTPUT, { recursive: true });
writeFileSync(join(OUTPUT, 'survivors.md'), survivors.join('\n'));
writeFileSync(join(OUTPUT, 'scores.md'), `${table.join('\n')}\n`);
const folders = folderTable(files);
console.log([...survivors, ...table, '', ...folders].join('\n'));
if (values.write) writeScores(area.name, folders);
console.log(
	`mutation: ${total.tested} mutants tested, ${total.killed + total.timedOut} killed (${total.timedOut} of them by running without end), ${total.survived} survived, score ${percent(total)}`,
);
if (share(total) < area.goal) process.exitCode = 1;
