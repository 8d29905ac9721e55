import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { anonymousBook } from '../../../scripts/anonymise/anonymous-book.ts';
import { dealReport } from '../../../scripts/report/deal-report.ts';
import { openBook } from '../../../scripts/report/opened-book.ts';
import { readOptions } from '../../../scripts/report/options.ts';
import { MemoryStore } from '../../../workbench/host/index.ts';
import { type BookData, loadBook } from '../../../workbench/io/book-data.ts';
import { readBook } from '../../../workbench/io/read-book.ts';
import { writeCsv } from '../../../workbench/io/write-csv.ts';
import { SAMPLE_IDS, sampleBook } from '../../../workbench/samples/index.ts';
import { Dice } from '../../simulation/dice.ts';
import { sharedData } from '../../support/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'anonymise-'));
afterAll(() => rmSync(folder, { recursive: true }));

function csvOf(book: BookData): string {
	const store = new MemoryStore();
	loadBook(store, { sheets: book.sheets.slice(0, 1) });
	const [sheet] = store.sheets().slice(-1);
	return sheet === undefined ? '' : writeCsv(store.read(sheet.id, { row: 0, column: 0, ...store.used(sheet.id) }));
}

/** What does not hang on names and amounts. */
async function structureOf(csv: string) {
	const file = join(folder, 'deals.csv');
	writeFileSync(file, csv);
	const options = readOptions([file, '--as-of', '2026-11-23'], folder);
	const { rows, kinds, stages, columns, problems, unclassified } = dealReport(await openBook(options), options);
	const codes = problems.map(({ code }) => code).sort();
	return {
		rows,
		kinds,
		stages: stages.map(({ name, kind, now }) => ({ name, kind, now })),
		columns,
		codes,
		unclassified,
	};
}

async function bothOf(book: BookData) {
	const random = new Dice(7);
	const { book: other } = anonymousBook(book, () => random.next());
	const [before, after] = [csvOf(book), csvOf(other)];
	return { before: await structureOf(before), after: await structureOf(after), text: after };
}

describe('an anonymous copy', () => {
	it.each(SAMPLE_IDS)('of the sample %s reads back with the same structure', async (id) => {
		const { before, after } = await bothOf(sampleBook(id));
		expect(after).toEqual(before);
	});
	const maven = sharedData('data/maven_crm/sales_pipeline.csv');
	it.skipIf(maven === null)('of 8,800 public deals reads back with the same structure', async () => {
		const book = await readBook(new Uint8Array(readFileSync(maven ?? '')));
		const { before, after } = await bothOf(book);
		expect(after).toEqual(before);
	});
	it('holds no name, note or amount of the original', async () => {
		const csv = `Pipeline of Contoso Ltd,,,,,
Deal ID,Account,Owner,Stage,Amount,Created,Notes
K-1041,Contoso Ltd,Ann Meyer,Qualified,"48,250.75",2026-02-01,call Meyer at +49 170 5550123
K-1042,北京科技有限公司,Ben Okafor,Won,"€ 91.337,00",2026-03-01,ben@contoso.example
K-1043,Fabrikam,Ann Meyer,Lost,7777,2026-03-05,
`;
		const book = await readBook(new TextEncoder().encode(csv));
		const { text } = await bothOf(book);
		for (const word of [
			'Contoso',
			'Meyer',
			'Okafor',
			'北京',
			'Fabrikam',
			'5550123',
			'K-1041',
			'48,250',
			'91.337',
			'7777',
		])
			expect(text.toLowerCase(), word).not.toContain(word.toLowerCase());
		for (const word of ['Deal ID', 'Account', 'Qualified', 'Won', 'Lost', '2026-02-01']) expect(text).toContain(word);
	});
});
