/** Each planted fault can still be planted. That its tests notice it show `npm run planted` and `npm run attacks`, which take minutes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ATTACKS } from './attacks.ts';
import { FAULTS } from './faults.ts';

it.each([...FAULTS, ...ATTACKS])('the product has the place once where: $name', (fault) => {
	for (const { file, wanted, by } of [fault, ...(fault.also ?? [])]) {
		expect(readFileSync(file, 'utf8').split(wanted)).toHaveLength(2);
		expect(by).not.toBe(wanted);
	}
	expect(readFileSync(fault.test, 'utf8')).toContain(fault.named ?? '');
});
