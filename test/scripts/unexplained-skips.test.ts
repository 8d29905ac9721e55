import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SKIP_REASONS, unexplainedSkips } from '../../scripts/test/unexplained-skips.ts';

const folder = mkdtempSync(join(tmpdir(), 'skips-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reportOf(source: string, ...statuses: string[]) {
	const name = join(folder, 'some.test.ts');
	writeFileSync(name, source);
	return {
		testResults: [{ name, assertionResults: statuses.map((status, at) => ({ fullName: `test ${at}`, status })) }],
	};
}

describe('a skipped test', () => {
	it.each(['skipped', 'pending', 'todo', 'disabled'])('fails the run when it is %s without a reason', (status) => {
		const found = unexplainedSkips(reportOf("it.skip('later')", 'passed', status), []);
		expect(found).toEqual([expect.stringMatching(/some\.test\.ts: test 1$/u)]);
	});
	it('passes when the machine has the reason and the file names it', () => {
		const report = reportOf("const folder = sharedData('data');", 'skipped');
		expect(unexplainedSkips(report, SKIP_REASONS)).toEqual([]);
	});
	it('fails when the machine has a reason that the file does not name', () => {
		expect(unexplainedSkips(reportOf("it.skip('later')", 'skipped'), SKIP_REASONS)).toHaveLength(1);
	});
	it('fails when the file names a reason that the machine does not have', () => {
		expect(unexplainedSkips(reportOf("const folder = sharedData('data');", 'skipped'), [])).toHaveLength(1);
	});
	it('is not asked for among tests that passed or failed', () => {
		expect(unexplainedSkips(reportOf('', 'passed', 'failed'), [])).toEqual([]);
	});
});
