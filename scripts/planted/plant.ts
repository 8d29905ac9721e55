/**
 * Plants faults in a copy of the project, one after the other, and runs the tests that must notice them.
 * Belongs here: the copy, the runs and what they showed. Not here: the faults (test/planted/).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Fault, Planting } from '../../test/planted/faults.ts';

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
		readonly message: string;
		readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[];
	}[];
}

/** Runs one file, or the tests of it whose names have this part. */
function run(folder: string, { test, named = '' }: Pick<Fault, 'test' | 'named'>): Run {
	const pattern = named.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
	const report = join(folder, 'report.json');
	rmSync(report, { force: true });
	const only = named === '' ? [] : ['-t', pattern];
	spawnSync(
		process.execPath,
		['node_modules/vitest/vitest.mjs', 'run', test, ...only, '--reporter=json', `--outputFile=${report}`],
		{ cwd: folder, stdio: 'ignore' },
	);
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as TestReport;
	const all = testResults.flatMap(({ assertionResults }) => assertionResults);
	const failed = all.filter(({ status }) => status === 'failed');
	const [message = ''] = [
		...failed.map(({ failureMessages }) => failureMessages[0] ?? 'failed'),
		...testResults.map((file) => file.message),
	].filter((text) => text !== '');
	return { passed: all.filter(({ status }) => status === 'passed').length, failure: message.split('\n')[0] ?? '' };
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
function outcomeOf(
	folder: string,
	fault: Fault,
	isSound: boolean,
): { readonly text: string; readonly isGood: boolean } {
	if (!isSound) return { text: 'FAILS WITHOUT IT', isGood: false };
	const takeBack = plant(folder, [fault, ...(fault.also ?? [])]);
	try {
		const { failure } = run(folder, fault);
		return failure === ''
			? { text: 'NOT NOTICED', isGood: false }
			: { text: `noticed (${failure.slice(0, 160)})`, isGood: true };
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
	const sound = new Map<string, boolean>();
	let noticed = 0;
	try {
		for (const fault of faults) {
			const key = `${fault.test}\n${fault.named ?? ''}`;
			if (!sound.has(key)) {
				const { passed, failure } = run(folder, fault);
				sound.set(key, passed > 0 && failure === '');
			}
			const { text, isGood } = outcomeOf(folder, fault, sound.get(key) === true);
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
