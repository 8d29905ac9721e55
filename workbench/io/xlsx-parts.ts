/**
 * What the reader of XLSX files leaves out: currencies of number formats, errors of formulas, years from 1904 written
 * as `true`, hidden sheets.
 * Not here: values (read-xlsx.ts).
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isDateFormat } from '../host/serial-date.ts';

export interface XlsxParts {
	/** The same file, with errors as texts and `date1904` as a number: so the reader knows both. */
	readonly bytes: Uint8Array;
	/** Whether each sheet is hidden, in the order of the book; at least one is always in view. */
	readonly hidden: readonly boolean[];
	/** Number format by cell name (`D4`) of each sheet, in the order of the book, where it shows a currency. */
	readonly formats: readonly ReadonlyMap<string, string>[];
}

const BOOK = 'xl/workbook.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/u;
/** A currency in brackets or in quotes, or a sign. */
const MONEY = /\[\$[^\]-]|"[^"]*\p{L}|\p{Sc}/u;
const CELL = /<(?:\w+:)?c\s[^>]*>/gu;

/** Formats with a number of their own that name a currency (ECMA-376, 18.8.30); dates are the reader's. */
const BUILT_IN = new Map([5, 6, 7, 8, 42, 44].map((id) => [id, '"$"#,##0.00']));

/** Throws what the archive's reader throws for a file that is not an archive. */
export function xlsxParts(bytes: Uint8Array): XlsxParts {
	const files = unzipSync(bytes);
	const text = (name: string): string => (files[name] === undefined ? '' : strFromU8(files[name]));
	const book = text(BOOK);
	const sheets = tagsOf(book, 'sheet');
	const links = new Map(
		tagsOf(text(LINKS), 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
	);
	const styles = stylesOf(text(STYLES));
	const hidden = sheets.map((tag) => /^(?:hidden|veryHidden)$/u.test(attribute(tag, 'state')));
	const formats = sheets.map((tag) => {
		const target = (links.get(attribute(tag, 'r:id')) ?? '').replace(/^\/?(?:xl\/)?/u, 'xl/');
		return formatsOf(text(target), styles);
	});
	if (/\sdate1904="true"/u.test(book)) files[BOOK] = strToU8(book.replace(/\sdate1904="true"/u, ' date1904="1"'));
	for (const name of Object.keys(files).filter((file) => SHEET.test(file))) {
		const sheet = text(name);
		if (/\st="e"/u.test(sheet))
			files[name] = strToU8(sheet.replace(CELL, (tag) => tag.replace(/\st="e"/u, ' t="str"')));
	}
	return {
		bytes: zipSync(files, { level: 0 }),
		hidden: hidden.includes(false) ? hidden : hidden.map(() => false),
		formats,
	};
}

function tagsOf(xml: string, name: string): string[] {
	return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'gu')) ?? [];
}

function attribute(tag: string, name: string): string {
	const value = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
	return value
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}

/** Number format by style; '' when it shows no currency. */
function stylesOf(xml: string): string[] {
	const own = new Map(
		tagsOf(xml, 'numFmt').map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode')]),
	);
	const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/u.exec(xml)?.[0] ?? '';
	return tagsOf(cells, 'xf').map((tag) => {
		const id = Number(attribute(tag, 'numFmtId'));
		const format = own.get(id) ?? BUILT_IN.get(id) ?? '';
		return MONEY.test(format) && !isDateFormat(format) ? format : '';
	});
}

function formatsOf(xml: string, styles: readonly string[]): Map<string, string> {
	const formats = new Map<string, string>();
	if (styles.every((format) => format === '')) return formats;
	for (const [tag] of xml.matchAll(CELL)) {
		const format = styles[Number(attribute(tag, 's'))] ?? '';
		if (format !== '') formats.set(attribute(tag, 'r'), format);
	}
	return formats;
}
