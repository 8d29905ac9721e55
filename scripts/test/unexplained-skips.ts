/** Tests that were skipped without one of the reasons that a machine can have. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of Vitest's JSON report that tells what became of each test. */
export interface TestReport {
	readonly testResults: readonly {
		/** Absolute path of the file. */
		readonly name: string;
		readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
	}[];
}

interface SkipReason {
	readonly name: string;
	/** True on a machine that has the reason. */
	holds(): boolean;
	/** True for a file whose tests can need what is missing. */
	concerns(source: string): boolean;
}

/** Every reason for which a test may be skipped; each must hold on this machine and show in the file. */
export const SKIP_REASONS: readonly SkipReason[] = [
	{
		name: 'the public deal lists are not beside the project',
		holds: () => !existsSync(join(process.cwd(), '..', 'shared', 'data')),
		concerns: (source) => /sharedData\(|support\/shared-data|known-answers/u.test(source),
	},
	{
		name: 'the packages of the warehouse are fetched by its command',
		holds: () => !existsSync(join(process.cwd(), 'warehouse', 'node_modules')),
		concerns: (source) => /warehousePackage\(/u.test(source),
	},
	{
		name: 'the reference engine of BigQuery is fetched by name only',
		holds: () => !existsSync(join(process.cwd(), 'test', 'warehouse', 'reference', 'node_modules')),
		concerns: (source) => /referenceEngine\(/u.test(source),
	},
	{
		name: 'pictures are compared on Linux only',
		holds: () => process.platform !== 'linux',
		concerns: (source) => /process\.platform === 'linux'/u.test(source),
	},
];

/**
 * The skipped and planned tests that no reason covers, as `file: name`.
 * @param reasons those that hold on this machine
 */
export function unexplainedSkips(
	report: TestReport,
	reasons: readonly SkipReason[] = SKIP_REASONS.filter((reason) => reason.holds()),
): string[] {
	return report.testResults.flatMap(({ name, assertionResults }) => {
		const skipped = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed');
		if (skipped.length === 0) return [];
		const source = readFileSync(name, 'utf8');
		if (reasons.some((reason) => reason.concerns(source))) return [];
		return skipped.map(({ fullName }) => `${name}: ${fullName.trim()}`);
	});
}
