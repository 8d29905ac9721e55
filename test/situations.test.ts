/** The table of the manager's situations names tests that exist. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('test/situations.md', 'utf8')
	.split('\n')
	.flatMap((line) => {
		const cells = /^\| (\d+) \| .* \| `([^`]+)` \| (.*)\|$/u.exec(line);
		return cells === null ? [] : [{ number: cells[1], path: cells[2] ?? '', name: cells[3]?.trim() ?? '' }];
	});

test('each named situation of a manager has its test', () => {
	expect(rows.length).toBeGreaterThan(24);
	const gone = rows.filter(({ path, name }) => !readFileSync(path, 'utf8').includes(name));
	expect(gone).toEqual([]);
});
