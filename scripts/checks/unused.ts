/** Files, exports and packages that nothing uses (knip.json). */
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

export async function checkUnused(): Promise<CheckResult> {
	const { output, errors } = await runNode('node_modules/knip/bin/knip.js', [
		'--no-progress',
		'--reporter',
		'./scripts/checks/unused-reporter.mjs',
	]);
	const line = output.split('\n').find((text) => text.startsWith('{'));
	if (line === undefined) return { seen: 0, unit: 'files', findings: [`${errors}${output}`.trim()] };
	const { processed, findings } = JSON.parse(line) as { processed: number; findings: string[] };
	return { seen: processed, unit: 'files', findings };
}
