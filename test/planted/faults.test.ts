/** Each planted fault can still be planted. That its tests notice it shows `npm run planted`, which takes minutes. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAULTS } from './faults.ts';

it.each(FAULTS)('the product has the place once where it would: $name', ({ file, wanted, by, test }) => {
	const text = readFileSync(file, 'utf8');
	expect(text.split(wanted)).toHaveLength(2);
	expect(by).not.toBe(wanted);
	expect(existsSync(test)).toBe(true);
});
