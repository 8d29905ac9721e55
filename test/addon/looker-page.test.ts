/** The formulas that docs/looker-studio.md tells to put into a tab of their own: a connector reads each as one table. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Book, data } from './book.ts';

const page = readFileSync('docs/looker-studio.md', 'utf8');
const formulas = page.split('\n').filter((line) => line.startsWith('='));

it('the page names formulas', () => {
	expect(formulas.length).toBeGreaterThanOrEqual(3);
});

it.each(formulas)('%s spills one table with a name for each column and none twice', (formula) => {
	const book = new Book();
	data(book.setUp());
	const result = book.evaluate(formula);
	const [names = [], ...rows] = ('value' in result ? result.value : []) as unknown[][];
	expect(names.every((name) => typeof name === 'string' && name !== '')).toBe(true);
	expect(new Set(names).size).toBe(names.length);
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.every((row) => row.length === names.length)).toBe(true);
});
