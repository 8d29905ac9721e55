/** The tables of what has to hold name tests that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each([
	['test/situations.md', 25],
	['test/doubts/README.md', 60],
])('each row of %s has its test', (table, most) => {
	const rows = readFileSync(table, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const cells = /^\| (\d+) \| .* \| `([^`]+)` \| (.*)\|$/u.exec(line);
			return cells === null ? [] : [{ number: cells[1], path: cells[2] ?? '', name: cells[3]?.trim() ?? '' }];
		});
	expect(rows.length).toBeGreaterThanOrEqual(most);
	const gone = rows.filter(({ path, name }) => !readFileSync(path, 'utf8').includes(name));
	expect(gone).toEqual([]);
});
