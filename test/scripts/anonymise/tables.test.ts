/** Tables in many languages and shapes, anonymised and read back. Not here: single cells (disguise.test.ts), the samples (anonymous-book.test.ts). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { anonymousBook } from '../../../scripts/anonymise/anonymous-book.ts';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { detectStages } from '../../../src/core/detection/stage-detection.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { isDateFormat } from '../../../workbench/host/serial-date.ts';
import type { BookData } from '../../../workbench/io/book-data.ts';
import { readBook } from '../../../workbench/io/read-book.ts';
import { pipelineOf } from '../../core/pipeline-of.ts';
import { writtenTable } from '../../random-tables/written-table.ts';
import { Dice } from '../../simulation/dice.ts';
import { sharedData } from '../../support/shared-data.ts';

const DAY_MS = 86_400_000;
const SERIAL_OF_1970 = 25_569;

function bookOf(csv: string): Promise<BookData> {
	return readBook(new TextEncoder().encode(csv));
}

function gridOf({ sheets }: BookData): Cell[][] {
	return (sheets[0]?.cells ?? []).map((row) =>
		row.map(({ value, format }) =>
			typeof value === 'number' && isDateFormat(format ?? '')
				? new Date((value - SERIAL_OF_1970) * DAY_MS)
				: (value ?? ''),
		),
	);
}

/** How a table is understood: what does not hang on names and amounts. */
function structureOf(grid: Cell[][]) {
	const pipeline = pipelineOf(grid, { asOfDay: 21_000 });
	const { detection, opportunities } = pipeline;
	const { headerRow, headings, columns, obstacle } = detection;
	const { codes } = opportunities.stages();
	return {
		headerRow,
		headings,
		columns: [...columns].map(([field, { column }]) => [field, column]).sort(),
		obstacle: obstacle?.code,
		stages: detectStages(grid, detection).stages.map(({ name, kind }) => [name, kind]),
		rows: [...opportunities.gridRows],
		codes: [...codes],
		days: [...(opportunities.date('created')?.days ?? [])],
		issues: checkTable(pipeline)
			.map(({ code, row, column }) => [code, row, column])
			.sort(),
	};
}

function anonymous(book: BookData): BookData {
	const random = new Dice(11);
	return anonymousBook(book, () => random.next()).book;
}

const csvOf = (grid: readonly (readonly Cell[])[]): string =>
	Papa.unparse(
		grid.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)))),
	);

describe('an anonymous copy of a table', () => {
	it.each([700_009, 710_007, 710_057, 710_066, 710_102, ...Array.from({ length: 10 }, (_, seed) => 700_020 + seed)])(
		'that was written with the seed %i reads back with the same structure and without its names',
		async (seed) => {
			const table = writtenTable(seed);
			const book = await bookOf(csvOf(table.grid));
			const grid = gridOf(anonymous(book));
			expect(structureOf(grid)).toEqual(structureOf(gridOf(book)));
			const text = grid.flat().map(String).join('\n');
			const isWritten = (field: 'owner' | 'name' | 'id'): boolean => table.columns[field] !== undefined;
			const names = table.deals.flatMap(({ owner, name, id }) => [
				...(isWritten('owner') ? [owner] : []),
				...(isWritten('name') ? [name] : []),
				...(isWritten('id') ? [id] : []),
			]);
			expect([...new Set(names)].filter((name) => name.length > 3 && text.includes(name))).toEqual([]);
		},
	);

	const folder = sharedData('data/cases');
	it.skipIf(folder === null)('that is easy to misread reads back with the same structure', async () => {
		const wrong: string[] = [];
		const files = readdirSync(folder ?? '').map((name) => join(folder ?? '', name, 'deals.csv'));
		for (const name of files.filter((file) => existsSync(file))) {
			const book = await bookOf(readFileSync(name, 'utf8'));
			const [before, after] = [structureOf(gridOf(book)), structureOf(gridOf(anonymous(book)))];
			if (JSON.stringify(before) !== JSON.stringify(after)) wrong.push(name);
		}
		expect(wrong).toEqual([]);
	});
});
