/** The table of what broke under attack names tests that exist, for each of its kinds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('test/attacks.md', 'utf8')
	.split('\n')
	.flatMap((line) => {
		const [, number, path, name] = /^\| (\d+) \| .* \| `([^`]+)` \| (.*) \|$/u.exec(line) ?? [];
		return number === undefined ? [] : [{ number: Number(number), path: path ?? '', name: name ?? '' }];
	});

test('each kind of fault that was found by attack has its test', () => {
	expect([...new Set(rows.map(({ number }) => number))]).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
	const gone = rows.filter(({ path, name }) => !readFileSync(path, 'utf8').includes(name));
	expect(gone).toEqual([]);
});
