/** A table of two sales processes: set-up and the report offer them. */
import { expect, it } from 'vitest';
import { Book, data, type Value } from './book.ts';

const OWN = { New: ['Lead', 'Demo', 'Won', 'Lost'], Renewals: ['Due', 'Quote', 'Won', 'Lost'] } as const;
const rows = (lines: readonly (keyof typeof OWN)[]): Value[][] =>
	Array.from({ length: 80 }, (_, at) => {
		const line = lines[at % lines.length] as keyof typeof OWN;
		return [`D-${at}`, OWN[line][Math.floor(at / 2) % 4] as string, line, 100, '2026-01-05'];
	});
const HEADINGS = ['Deal ID', 'Stage', 'Line', 'Amount', 'Created'];

it('set-up names the column and its pipelines', () => {
	expect(new Book(rows(['New', 'Renewals']), { headings: HEADINGS }).open().proposal?.pipelines).toEqual({
		heading: 'Line',
		names: ['New', 'Renewals'],
	});
	expect(new Book(rows(['New']), { headings: HEADINGS }).open().proposal?.pipelines).toBeNull();
});

it('the report offers what set-up has named', () => {
	const book = new Book(rows(['New', 'Renewals']), { headings: HEADINGS });
	expect(data(book.setUp()).ready?.choices.pipelines).toEqual({ heading: 'Line', names: ['New', 'Renewals'] });
});
