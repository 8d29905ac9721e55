/**
 * `npm test`: every static check, then every test with the browser tests among them. Each check counts as one test.
 * The last line is `N passed, N failed`; the exit code is 0 only when something ran and nothing failed.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowser } from '../test/support/browser.ts';
import { CHECK_NAMES, passesCheck } from './checks/index.ts';
import { runVisibly } from './checks/program.ts';
import { type TestReport, unexplainedSkips } from './test/unexplained-skips.ts';

interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

/**
 * What Vitest wrote into its JSON report. A file that failed before its first test counts as one failure, and so does
 * each test that was skipped or only planned without a reason that this machine has.
 */
function countTests(reportPath: string): Count {
	const report = JSON.parse(readFileSync(reportPath, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
		numPendingTests: number;
		numTodoTests: number;
		testResults: { status: string; assertionResults: { status: string }[] }[];
	} & TestReport;
	const brokenFiles = report.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
	);
	const unexplained = brokenFiles.length === 0 ? unexplainedSkips(report) : [];
	for (const name of unexplained) console.error(`skipped without a reason of this machine: ${name}`);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + brokenFiles.length + unexplained.length,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

async function runTests(): Promise<Count> {
	const reportPath = join('node_modules', '.cache', 'stagekeeper', 'tests.json');
	await rm(reportPath, { force: true });
	const exitCode = await runVisibly('node_modules/vitest/vitest.mjs', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${reportPath}`,
	]);
	try {
		const count = countTests(reportPath);
		if (count.passed === 0) console.error('no test ran');
		// An error outside of any test, or a run without tests, is a failure that no test shows.
		if (count.failed === 0 && (exitCode !== 0 || count.passed === 0)) count.failed = 1;
		return count;
	} catch (error) {
		console.error(`the tests left no report: ${String(error)}`);
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };
// Side by side: the types take as long as all the others.
await Promise.all(
	CHECK_NAMES.map(async (name) => {
		let isGood = false;
		try {
			isGood = await passesCheck(name);
		} catch (error) {
			console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
		}
		if (isGood) total.passed++;
		else total.failed++;
	}),
);
try {
	process.env.CHROME_PATH = ensureBrowser();
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	total.failed++;
}
const tests = await runTests();
total.passed += tests.passed;
total.failed += tests.failed;
if (tests.skipped > 0) console.log(`${tests.skipped} skipped, for the reasons printed above`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
