/**
 * `npm run anonymise -- FILE [--out FILE]`: writes a copy of a deal table with the same structure and neither names nor
 * true amounts. The copy is of the kind of its name, CSV or XLSX. Exit code 1, with one line, for a file that cannot be
 * used.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MemoryStore } from '../workbench/host/index.ts';
import { type BookData, BookError, loadBook } from '../workbench/io/book-data.ts';
import { readBook } from '../workbench/io/read-book.ts';
import { writeCsv } from '../workbench/io/write-csv.ts';
import { writeXlsx } from '../workbench/io/write-xlsx.ts';
import { anonymousBook } from './anonymise/anonymous-book.ts';

const USAGE = 'Use: npm run anonymise -- my-deals.csv [--out FILE]';

async function bytesOf(book: BookData, kind: string): Promise<string | Uint8Array> {
	const store = new MemoryStore();
	loadBook(store, book);
	const sheets = store.sheets().slice(-book.sheets.length);
	const filled = sheets.map(({ id, name }) => ({
		name,
		cells: store.read(id, { row: 0, column: 0, ...store.used(id) }),
	}));
	if (kind === '.xlsx') return new Uint8Array(await (await writeXlsx(filled)).arrayBuffer());
	return writeCsv(filled[0]?.cells ?? []);
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		args: process.argv.slice(2),
		allowPositionals: true,
		options: { out: { type: 'string' } },
	});
	const [name, ...more] = positionals;
	if (name === undefined || more.length > 0) throw new BookError(`Name one file. ${USAGE}`);
	const folder = process.env.INIT_CWD ?? process.cwd();
	const file = resolve(folder, name);
	if (!existsSync(file)) throw new BookError(`There is no file ${file}. ${USAGE}`);
	const kind = extname(file).toLowerCase() === '.xlsx' ? '.xlsx' : '.csv';
	const out = resolve(folder, values.out ?? file.replace(/(\.\w+)?$/u, `-anonymous${kind}`));
	if (out === file) throw new BookError(`The copy would replace ${file}; name another one with --out.`);
	const { book, kept } = anonymousBook(await readBook(new Uint8Array(readFileSync(file))), Math.random);
	writeFileSync(out, await bytesOf(book, extname(out).toLowerCase()));
	console.log(`${out} has the same structure with made-up names and amounts.`);
	for (const { sheet, headings } of kept) {
		console.log(`Unchanged in ${sheet}: the headings, dates, and the columns ${headings.join(', ') || '(none)'}.`);
	}
	console.log('Look through it before you send it to anybody.');
}

try {
	await main();
} catch (error) {
	const isExpected =
		error instanceof BookError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
	process.stderr.write(`${isExpected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
	process.exitCode = 1;
}
