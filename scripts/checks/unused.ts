/**
 * Files, exports and packages that nothing uses; then what only tests use, properties that nothing reads, and, from the
 * same types, Google members that only src/sheet may use.
 * Product code that only tests use is dead: tests are not users. Entries and folders are in knip.json.
 */
import { cellMembers } from './cell-members.ts';
import { deadProperties } from './dead-properties.ts';
import { productProgram } from './product-program.ts';
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

const FILES = 'files';
/** The product; a workbench for tests, and what runs in a warehouse, have users of their own. */
const PRODUCT = /^(?:src|sidebar)\//u;
/** Built and tested, and not yet asked for by a screen or a cell: to be emptied with the door to it. */
const WITHOUT_DOOR = /^src\/core\/(?:statistics-table\/|forecast\/range-drivers)/u;

async function knip(...args: readonly string[]): Promise<CheckResult> {
	const { output, errors } = await runNode('node_modules/knip/bin/knip.js', [
		'--no-progress',
		'--reporter',
		'./scripts/checks/unused-reporter.mjs',
		...args,
	]);
	const line = output.split('\n').find((text) => text.startsWith('{'));
	if (line === undefined) return { seen: 0, unit: FILES, findings: [`${errors}${output}`.trim()] };
	const { processed, findings } = JSON.parse(line) as { processed: number; findings: string[] };
	return { seen: processed, unit: FILES, findings };
}

export async function checkUnused(): Promise<CheckResult> {
	const runs = [knip(), knip('--production', '--include', 'files,exports,types')];
	const root = process.cwd();
	const program = productProgram(root);
	const properties = deadProperties(program, root);
	const cells = cellMembers(program, root);
	const [all, production] = (await Promise.all(runs)) as [CheckResult, CheckResult];
	if (production.seen === 0 || properties.seen === 0 || cells.seen === 0) return { ...production, seen: 0 };
	return {
		seen: all.seen,
		unit: FILES,
		findings: [
			...all.findings,
			...production.findings
				.filter((finding) => PRODUCT.test(finding) && !WITHOUT_DOOR.test(finding))
				.map((finding) => `${finding}: only tests use it`),
			...properties.findings.map((finding) => `${finding}: nothing reads it`),
			...cells.findings.map((finding) => `${finding}: cells are for src/sheet`),
		],
	};
}
