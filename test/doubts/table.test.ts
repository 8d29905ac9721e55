/** The table of doubts (README.md beside this file) names tests that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('each row of the table has its test', () => {
	const rows = readFileSync('test/doubts/README.md', 'utf8')
		.split('\n')
		.flatMap((line) => {
			const cells = /^\| (\d+) \| .* \| `([^`]+)` \| (.*)\|$/u.exec(line);
			return cells === null ? [] : [{ number: cells[1], path: cells[2] ?? '', name: cells[3]?.trim() ?? '' }];
		});
	expect(rows.length).toBeGreaterThanOrEqual(60);
	const gone = rows.filter(({ path, name }) => !readFileSync(path, 'utf8').includes(name));
	expect(gone).toEqual([]);
});
