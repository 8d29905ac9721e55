/** The table of a table's questions names tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('test/questions.md', 'utf8')
	.split('\n')
	.flatMap((line) => {
		const [, question, path, name] = /^\| ([^|]+) \| [^|]+ \| `([^`]+)` \| (.+) \|$/u.exec(line) ?? [];
		return question === undefined || path === undefined ? [] : [{ question, path, name: name ?? '' }];
	});

test('each question of a table has tests that show its answer', () => {
	expect(new Set(rows.map(({ question }) => question)).size).toBeGreaterThanOrEqual(12);
	expect(rows.filter(({ path, name }) => !existsSync(path) || !readFileSync(path, 'utf8').includes(name))).toEqual([]);
});
