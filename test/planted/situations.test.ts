/** The fault behind each situation can still be planted. That its test notices it shows `npm run situations`, which takes minutes. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SITUATIONS } from './situations.ts';

it.each(SITUATIONS)('$situation: the product has the place once where it would: $name', (fault) => {
	const { file, wanted, by, test, named = '' } = fault;
	expect(readFileSync(file, 'utf8').split(wanted)).toHaveLength(2);
	expect(by).not.toBe(wanted);
	expect(readFileSync(test, 'utf8')).toContain(named);
});

it('each of the manager’s 25 situations has a fault that its test notices', () => {
	const numbers = new Set(SITUATIONS.map(({ situation }) => situation));
	expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});
