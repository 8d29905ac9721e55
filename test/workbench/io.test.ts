import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../workbench/host/index.ts';
import { loadBook } from '../../workbench/io/book-data.ts';
import { readBook } from '../../workbench/io/read-book.ts';
import { readCsv } from '../../workbench/io/read-csv.ts';
import { writeCsv } from '../../workbench/io/write-csv.ts';
import { writeXlsx } from '../../workbench/io/write-xlsx.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const xlsxOf = async (rows: readonly (readonly { readonly value: number; readonly format: string }[])[]) => {
	const cells = rows.map((row) => row.map((cell) => ({ ...cell, formula: null })));
	return new Uint8Array(await (await writeXlsx([{ name: 'Deals', cells }])).arrayBuffer());
};
const only = (text: string) => readCsv(bytes(`h\n${text}`), 'Deals').sheets[0]?.cells[1]?.[0];

/** 300 MB of zeros in a sheet, in some hundred kilobytes. */
const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 1 });

describe('reading CSV', () => {
	it.each([
		['12', { value: 12 }],
		['-3.5', { value: -3.5 }],
		['007', { value: '007' }],
		['12345678901234567', { value: '12345678901234567' }],
		['1.0000000000000001', { value: '1.0000000000000001' }],
		['2016-10-20', { value: 42663, format: 'yyyy-mm-dd' }],
		['2024-02-30', { value: '2024-02-30' }],
		['10/20/2016', { value: '10/20/2016' }],
		['20-10-16', { value: '20-10-16' }],
		['2011-10-01T00:38:44.546+02:00', { value: '2011-10-01T00:38:44.546+02:00' }],
		['TRUE', { value: true }],
		['=1+1', { value: '=1+1' }],
		['1e5', { value: '1e5' }],
		['" Won "', { value: ' Won ' }],
		['', undefined],
	])('types %s by what has one meaning only', (text, cell) => {
		expect(only(text)).toEqual(cell);
	});

	it('leaves dots that may group thousands to the product, and takes them for decimals beside other decimals', () => {
		const column = (text: string) => readCsv(bytes(text), 'Deals').sheets[0]?.cells.map((row) => row[0]?.value);
		expect(column('1.500\n12.000\n300\n0.125\n')).toEqual([1.5, 12, 300, 0.125]);
		expect(column('1.500\n12.000\n300\n')).toEqual(['1.500', '12.000', 300]);
		expect(column('1.500\n12.25\n300\n')).toEqual([1.5, 12.25, 300]);
		expect(column('1.500\n1234.567\n')).toEqual([1.5, 1234.567]);
		const [, second] = readCsv(bytes('1.500,1.500\n7,2.25'), 'Deals').sheets[0]?.cells ?? [];
		expect(second?.map(({ value }) => value)).toEqual([7, 2.25]);
	});

	it.each([
		['comma', 'a,b\n1,2'],
		['semicolon', 'a;b\n1;2\n'],
		['tab', 'a\tb\r\n1\t2\r\n'],
		['byte order mark', '\ufeffa,b\n1,2\n'],
	])('finds the columns of a file with %s', (_what, text) => {
		expect(readCsv(bytes(text), 'Deals').sheets[0]?.cells.map((row) => row.map((cell) => cell.value))).toEqual([
			['a', 'b'],
			[1, 2],
		]);
	});

	it('reads Windows-1252 and GB18030 where the bytes are no UTF-8', () => {
		const western = Uint8Array.from([...bytes('stage\nverz'), 0xf6, ...bytes('gert')]);
		expect(readCsv(western, 'Deals').sheets[0]?.cells[1]?.[0]?.value).toBe('verzögert');
		const chinese = Uint8Array.from([0xbd, 0xd7, 0xb6, 0xce, 0x0a, 0xd3, 0xae, 0xb5, 0xa5]);
		expect(readCsv(chinese, 'Deals').sheets[0]?.cells.map((row) => row[0]?.value)).toEqual(['阶段', '赢单']);
	});

	it.each([
		['nothing', new Uint8Array(), 'The file is empty.'],
		['white space', bytes(' \n\n'), 'The file is empty.'],
		['bytes of a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'The file is not text'],
		['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'This is an old .xls file'],
		['a workbook that unpacks to more than there is memory', bomb, 'The file unpacks to 300 MB; the limit is 200 MB'],
		['a broken workbook', bytes('PK\u0003\u0004 no'), 'The file cannot be read as XLSX'],
	])('says in one sentence why %s cannot be used', async (_what, content, text) => {
		await expect(readBook(content)).rejects.toThrow(text);
	});
});

describe('a book', () => {
	it('goes into a store and out again as CSV with the same texts', () => {
		const store = new MemoryStore();
		const text = 'id,stage,closed,amount\r\n007,"to =HYPERLINK(""x"")",2016-10-20,12.5\r\nA,,,0';
		const [id] = loadBook(store, readCsv(bytes(text), 'Deals')) as [number];
		const cells = store.read(id, { row: 0, column: 0, ...store.used(id) });
		expect(cells.flat().every((cell) => cell.formula === null)).toBe(true);
		expect(writeCsv(cells)).toBe(text);
	});

	it('survives XLSX with dates, numbers, booleans and text that looks like a formula', async () => {
		const store = new MemoryStore();
		const [id] = loadBook(store, readCsv(bytes('stage,closed,amount,flag\n=1+1,2016-10-20,12.5,TRUE'), 'Deals')) as [
			number,
		];
		const cells = store.read(id, { row: 0, column: 0, ...store.used(id) });
		const blob = await writeXlsx([{ name: 'Deals', cells }]);
		const back = await readBook(new Uint8Array(await blob.arrayBuffer()));
		expect(back.sheets.map((sheet) => sheet.name)).toEqual(['Deals']);
		expect(back.sheets[0]?.cells[1]).toEqual([
			{ value: '=1+1' },
			{ value: 42663, format: 'yyyy-mm-dd' },
			{ value: 12.5 },
			{ value: true },
		]);
	});

	it.each(['true', '1'])('reads XLSX whose days are counted from 1904, said as %s', async (said) => {
		const files = unzipSync(await xlsxOf([[{ value: 44197, format: 'yyyy-mm-dd' }]]));
		const name = 'xl/workbook.xml';
		const xml = strFromU8(files[name] ?? new Uint8Array());
		files[name] = strToU8(xml.replace(/<workbookPr[^>]*\/>|(?=<sheets>)/u, `<workbookPr date1904="${said}"/>`));
		const [sheet] = (await readBook(zipSync(files))).sheets;
		expect(sheet?.cells[0]?.[0]).toEqual({ value: 44197 + 1462, format: 'yyyy-mm-dd' });
	});

	it('reads the errors of XLSX as errors and the currencies of its formats', async () => {
		const row = [
			{ value: 5, format: '"$"#,##0' },
			{ value: 6, format: '[$€-407] #,##0' },
			{ value: 7, format: '0.00' },
			{ value: 8, format: '' },
		];
		const files = unzipSync(await xlsxOf([row]));
		const name = 'xl/worksheets/sheet1.xml';
		const xml = strFromU8(files[name] ?? new Uint8Array());
		const cell = /<c r="D1"[^>]*>.*?<\/c>/u;
		expect(xml).toMatch(cell);
		files[name] = strToU8(xml.replace(cell, '<c r="D1" t="e"><v>#N/A</v></c>'));
		const [sheet] = (await readBook(zipSync(files))).sheets;
		expect(sheet?.cells[0]).toEqual([...row.slice(0, 2), { value: 7 }, { value: '#N/A' }]);
	});

	it('keeps hidden sheets of XLSX hidden', async () => {
		const cells = [[{ value: 'a', formula: null, format: '' }]];
		const blob = await writeXlsx(['Old', 'Deals', 'Lists'].map((name) => ({ name, cells })));
		const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
		const xml = strFromU8(files['xl/workbook.xml'] as Uint8Array)
			.replace(/(name="Old")/u, '$1 state="hidden"')
			.replace(/(name="Lists")/u, '$1 state="veryHidden"');
		const store = new MemoryStore();
		loadBook(store, await readBook(zipSync({ ...files, 'xl/workbook.xml': strToU8(xml) })));
		expect(store.sheets().map(({ name, isHidden }) => [name, isHidden])).toEqual([
			['Old', true],
			['Deals', false],
			['Lists', true],
		]);
	});

	it('survives XLSX with the names that every object has', async () => {
		const cells = ['constructor', '__proto__', '_x0041_'].map((value) => [{ value, formula: null, format: '' }]);
		const blob = await writeXlsx([{ name: 'Deals', cells }]);
		const back = await readBook(new Uint8Array(await blob.arrayBuffer()));
		expect(back.sheets[0]?.cells.flat().map((cell) => cell.value)).toEqual(['constructor', '__proto__', '_x0041_']);
	});

	it('lets no text of a cell become a formula in the program that opens the CSV file, and leaves numbers alone', () => {
		const values = ['=cmd|x', '+A1', '-A1', '@a', '\t=1', 'a=1', '-', '-1.5', -5];
		const lines = writeCsv(values.map((value) => [{ value, formula: null, format: '' }])).split('\r\n');
		expect(lines).toEqual(["'=cmd|x", "'+A1", "'-A1", "'@a", "'\t=1", 'a=1', '-', '-1.5', '-5']);
	});
});
