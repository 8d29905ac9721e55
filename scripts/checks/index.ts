/** The list of static checks by the name that package.json and `npm test` use. */
import { checkDocs } from './docs.ts';
import { checkImports } from './imports.ts';
import { checkLint } from './lint.ts';
import type { CheckResult } from './result.ts';
import { checkTypes } from './types.ts';
import { checkUnused } from './unused.ts';

const CHECKS: ReadonlyMap<string, () => Promise<CheckResult>> = new Map([
	['types', checkTypes],
	['lint', checkLint],
	['imports', checkImports],
	['unused', checkUnused],
	['docs', checkDocs],
]);

export const CHECK_NAMES: readonly string[] = [...CHECKS.keys()];

/** Runs one check and prints what it saw; true when it looked at something and found nothing. */
export async function passesCheck(name: string): Promise<boolean> {
	const check = CHECKS.get(name);
	if (check === undefined) throw new Error(`no check is called "${name}"; there are ${CHECK_NAMES.join(', ')}`);
	const { seen, unit, findings } = await check();
	for (const finding of findings) console.error(finding);
	const isGood = findings.length === 0 && seen > 0;
	console.log(
		`${name}: ${seen} ${unit} checked, ${isGood ? 'all good' : seen === 0 ? 'which is nothing' : `${findings.length} findings`}`,
	);
	return isGood;
}
