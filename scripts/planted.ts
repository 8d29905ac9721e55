/**
 * `npm run planted [-- PART OF A NAME]`: plants each small fault of test/planted/faults.ts in a copy of the project and
 * runs the tests that must notice it, after they have passed without it. Exit code 1 when one is not noticed.
 * Belongs here: the copy and the runs. Not here: the faults.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FAULTS, type Fault } from '../test/planted/faults.ts';

/** The files of the project as they are now, without what git ignores, beside the same packages. */
function copyOfProject(): string {
	const folder = join(mkdtempSync(join(tmpdir(), 'stagekeeper-')), 'main');
	const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
		encoding: 'utf8',
	});
	for (const file of listed.split('\0').filter((name) => name !== '' && !name.endsWith('.png')))
		cpSync(file, join(folder, file), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

function isPassed(folder: string, test: string): boolean {
	const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], {
		cwd: folder,
		stdio: 'ignore',
	});
	return status === 0;
}

function isNoticed(folder: string, { file, wanted, by, test }: Fault): boolean {
	const path = join(folder, file);
	const text = readFileSync(path, 'utf8');
	const times = text.split(wanted).length - 1;
	if (times !== 1) throw new Error(`${file} has the text of a fault ${times} times instead of once: ${wanted}`);
	writeFileSync(
		path,
		text.replace(wanted, () => by),
	);
	try {
		return !isPassed(folder, test);
	} finally {
		writeFileSync(path, text);
	}
}

const [part = ''] = process.argv.slice(2);
const faults = FAULTS.filter(({ name }) => name.includes(part));
const folder = copyOfProject();
let unnoticed = 0;
try {
	const sound = new Map([...new Set(faults.map(({ test }) => test))].map((test) => [test, isPassed(folder, test)]));
	for (const fault of faults) {
		const outcome = !sound.get(fault.test) ? 'FAILS WITHOUT IT' : isNoticed(folder, fault) ? 'noticed' : 'NOT NOTICED';
		if (outcome !== 'noticed') unnoticed++;
		console.log(`${outcome}: ${fault.name} (${fault.file}; ${fault.test})`);
	}
} finally {
	rmSync(dirname(folder), { recursive: true });
}
console.log(`planted: ${faults.length} faults, ${faults.length - unnoticed} noticed`);
if (faults.length === 0 || unnoticed > 0) process.exitCode = 1;
