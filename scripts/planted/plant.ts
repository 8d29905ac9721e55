/**
 * Plants faults in a copy of the project, one after the other, and runs the tests that must notice them.
 * Belongs here: the copy, the runs and what they showed. Not here: the faults (test/planted/).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Fault, Planting } from '../../test/planted/faults.ts';

/** Characters of a failure that are told. */
const LONGEST_TOLD = 160;

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

interface Run {
	readonly passed: number;
	/** The first line of the first failure; '' without one. */
	readonly failure: string;
}

interface TestReport {
	readonly testResults: readonly {
		/** Absolute path of the file. */
		readonly name: string;
		readonly message: string;
		readonly assertionResults: readonly {
			readonly fullName: string;
			readonly status: string;
			readonly failureMessages: readonly string[];
		}[];
	}[];
}

/** Runs these files, or only their tests whose names have this part. */
function run(folder: string, files: readonly string[], named = ''): TestReport {
	const report = join(folder, 'report.json');
	rmSync(report, { force: true });
	const only = named === '' ? [] : ['-t', named.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')];
	spawnSync(
		process.execPath,
		['node_modules/vitest/vitest.mjs', 'run', ...files, ...only, '--reporter=json', `--outputFile=${report}`],
		{ cwd: folder, stdio: 'ignore' },
	);
	return JSON.parse(readFileSync(report, 'utf8')) as TestReport;
}

/** What the tests of one fault said. */
function runOf({ testResults }: TestReport, folder: string, { test, named = '' }: Fault): Run {
	const files = testResults.filter(({ name }) => name === join(folder, test));
	const tests = files
		.flatMap(({ assertionResults }) => assertionResults)
		.filter(({ fullName }) => fullName.includes(named));
	const failed = tests.filter(({ status }) => status === 'failed');
	const [message = ''] = [
		...failed.map(({ failureMessages }) => failureMessages[0] ?? 'failed'),
		// A file that cannot be read has no tests.
		...files.map((file) => file.message),
	].filter((text) => text !== '');
	return { passed: tests.filter(({ status }) => status === 'passed').length, failure: message.split('\n')[0] ?? '' };
}

/** Changes the files; the answer takes it back. @throws when a text is not in its file exactly once */
function plant(folder: string, plantings: readonly Planting[]): () => void {
	const before = new Map<string, string>();
	for (const { file, wanted, by } of plantings) {
		const path = join(folder, file);
		const text = readFileSync(path, 'utf8');
		const times = text.split(wanted).length - 1;
		if (times !== 1) throw new Error(`${file} has the text of a fault ${times} times instead of once: ${wanted}`);
		if (!before.has(path)) before.set(path, text);
		writeFileSync(
			path,
			text.replace(wanted, () => by),
		);
	}
	return () => {
		for (const [path, text] of before) writeFileSync(path, text);
	};
}

/** @returns what is told of the fault, and whether it is as it should be */
function outcomeOf(folder: string, fault: Fault, sound: Run): { readonly text: string; readonly isGood: boolean } {
	if (sound.failure !== '' || sound.passed === 0) return { text: 'FAILS WITHOUT IT', isGood: false };
	const takeBack = plant(folder, [fault, ...(fault.also ?? [])]);
	try {
		const { failure } = runOf(run(folder, [fault.test], fault.named), folder, fault);
		if (failure === '') return { text: 'NOT NOTICED', isGood: false };
		return { text: `noticed (${failure.slice(0, LONGEST_TOLD)})`, isGood: true };
	} finally {
		takeBack();
	}
}

/**
 * Prints a line a fault and the total.
 * @param nameOf what the line calls it
 * @returns whether there were faults, and each was noticed by its test, which passes without it
 */
export function plantAll<T extends Fault>(
	command: string,
	faults: readonly T[],
	nameOf: (fault: T) => string,
): boolean {
	const folder = copyOfProject();
	let noticed = 0;
	try {
		const sound = run(folder, [...new Set(faults.map(({ test }) => test))]);
		for (const fault of faults) {
			const { text, isGood } = outcomeOf(folder, fault, runOf(sound, folder, fault));
			if (isGood) noticed++;
			const test = fault.named === undefined ? fault.test : `${fault.test}: ${fault.named}`;
			console.log(`${nameOf(fault)} (${fault.file}; ${test}): ${text}`);
		}
	} finally {
		rmSync(dirname(folder), { recursive: true });
	}
	console.log(`${command}: ${faults.length} faults, ${noticed} noticed`);
	return faults.length > 0 && noticed === faults.length;
}
