/** A short form of `npm run random-tables`, and proof that it sees what is wrong. */
import { expect, it } from 'vitest';
import { readBack } from './read-back.ts';
import { type WrittenTable, writtenTable } from './written-table.ts';

const TABLES = 60;
const SEED = 20_261_129;

it('random tables in any language and form are read right, asked or listed', () => {
	const silent = Array.from({ length: TABLES }, (_, i) => writtenTable(SEED + i)).flatMap((table) =>
		readBack(table)
			.filter(({ answer }) => answer === 'silent')
			.map(({ question, text }) => `seed ${table.seed} (${table.language}): ${question}: ${text}`),
	);
	expect(silent).toEqual([]);
});

it('a table is the same in every run', () => {
	expect(writtenTable(SEED)).toEqual(writtenTable(SEED));
});

it.each(['amount', 'created', 'kind', 'rows'] as const)('a difference in %s is seen as silent', (question) => {
	const table = [...Array(40).keys()]
		.map((i) => writtenTable(SEED + i))
		.find((one) => one.columns.amount !== undefined && one.columns.created !== undefined && readBack(one).length === 0);
	if (table === undefined) throw new Error('no table was read right');
	const [first, ...others] = table.deals;
	if (first === undefined) throw new Error('a table without deals');
	const wrong: Record<typeof question, Partial<WrittenTable>> = {
		amount: { deals: [{ ...first, amount: first.amount + 1 }, ...others] },
		created: { deals: [{ ...first, created: first.created + 1 }, ...others] },
		kind: { deals: [{ ...first, kind: first.kind === 'open' ? 'won' : 'open' }, ...others] },
		rows: { deals: others, rows: table.rows.slice(1) },
	};
	expect(readBack({ ...table, ...wrong[question] })).toEqual(
		expect.arrayContaining([expect.objectContaining({ question, answer: 'silent' })]),
	);
});
