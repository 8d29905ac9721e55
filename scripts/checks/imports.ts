/** The rules of .dependency-cruiser.cjs over every room that the table of ARCHITECTURE.md names. */
import { existsSync } from 'node:fs';
import { runNode } from './program.ts';
import type { CheckResult } from './result.ts';

const ROOMS = [
	'src/core',
	'src/messages',
	'src/sheet',
	'src/addon',
	'sidebar',
	'workbench',
	'scripts',
	'test',
	'bench',
];

interface CruiseAnswer {
	readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
	readonly summary: {
		readonly violations: readonly {
			readonly from: string;
			readonly to: string;
			readonly rule: { readonly name: string };
		}[];
		readonly totalDependenciesCruised: number;
	};
}

export async function checkImports(): Promise<CheckResult> {
	const rooms = ROOMS.filter((room) => existsSync(room));
	const { output, errors } = await runNode('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
		'--config',
		'.dependency-cruiser.cjs',
		'--output-type',
		'json',
		...rooms,
	]);
	if (!output.startsWith('{')) return { seen: 0, unit: 'modules', findings: [errors.trim()] };
	const answer = JSON.parse(output) as CruiseAnswer;
	const own = answer.modules.filter((module) => !module.source.includes('node_modules'));
	const findings = answer.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
	for (const room of rooms.filter((name) => name !== 'bench')) {
		if (!own.some((module) => module.source.startsWith(`${room}/`))) findings.push(`no module was seen in ${room}/`);
	}
	if (answer.summary.totalDependenciesCruised === 0) findings.push('no import was seen');
	return { seen: own.length, unit: 'modules', findings };
}
