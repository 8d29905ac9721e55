/** The table of what broke under attack names tests that exist, for each of its kinds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTACKS } from './planted/attacks.ts';

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

test('the fix of each row can be taken out again, to see its test fail (`npm run attacks`)', () => {
	const untried = rows.filter(
		({ number, path, name }) =>
			!ATTACKS.some((attack) => attack.number === number && attack.test === path && name.includes(attack.named)),
	);
	expect(untried).toEqual([]);
});
