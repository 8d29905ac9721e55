/**
 * `npm run mutation [-- FILE…]`: changes the core on purpose, file by file, and counts the changes that no test notices.
 * Belongs here: the run and its summary. Not here: what is changed and which tests decide (test/mutation/).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('test', 'mutation');
const TOOL = join(FOLDER, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const REPORT = join('reports', 'mutation', 'mutation.json');

interface Mutant {
	readonly status: string;
	readonly replacement?: string;
	readonly location: { readonly start: { readonly line: number } };
}

function run(command: string, args: readonly string[], cwd?: string): void {
	const { status } = spawnSync(command, args, { stdio: 'inherit', ...(cwd === undefined ? {} : { cwd }) });
	if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(TOOL)) run('npm', ['ci', '--ignore-scripts'], FOLDER);
const files = process.argv.slice(2);
run(process.execPath, [TOOL, 'run', join(FOLDER, 'stryker.config.json'), ...(files.length === 0 ? [] : ['--mutate', files.join(',')])]);

const report = JSON.parse(readFileSync(REPORT, 'utf8')) as {
	readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
};
const isCaught = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';
const lines: string[] = [];
let caught = 0;
let tested = 0;
for (const [file, { mutants }] of Object.entries(report.files)) {
	const own = mutants.filter((mutant) => isCaught(mutant) || isMissed(mutant));
	if (own.length === 0) continue;
	const killed = own.filter(isCaught).length;
	caught += killed;
	tested += own.length;
	lines.push(`${file}: ${killed} of ${own.length}`);
	for (const { location, replacement = '' } of own.filter(isMissed))
		lines.push(`  line ${location.start.line} → ${replacement.replace(/\s+/gu, ' ').slice(0, 80)}`);
}
mkdirSync('reports', { recursive: true });
writeFileSync(join('reports', 'mutation', 'survivors.txt'), `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
console.log(`mutation: ${tested} mutants tested, ${caught} caught (${tested === 0 ? 0 : ((100 * caught) / tested).toFixed(1)} %)`);
if (tested === 0) process.exitCode = 1;
