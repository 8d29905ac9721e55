/** The function reference says what the metric registry says. */
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

export async function checkDocs(): Promise<CheckResult> {
	const { output, errors, exitCode } = await runNode('scripts/run.mjs', ['scripts/docs.ts', '--check']);
	const seen = Number(/docs: (\d+) pages checked/u.exec(output)?.[1] ?? 0);
	return {
		seen,
		unit: 'pages',
		findings: exitCode === 0 ? [] : errors.split('\n').filter((line) => line.trim() !== ''),
	};
}
