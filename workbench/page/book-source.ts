/**
 * Which book the page opens: the file of the command line, the one that this browser kept, or the sample of the
 * language.
 */
import { bookSnapshot } from '../grid/snapshot.ts';
import type { BookData } from '../io/book-data.ts';
import { readBook } from '../io/read-book.ts';
import { sampleBook as makeSample } from '../samples/index.ts';
import { type BookOrigin, loadBook, type SavedBook } from './book-storage.ts';
import { readOutside } from './outside-reader.ts';
import type { PageLanguage } from './words.ts';

/** A book that was just made, with the rows of its longest sheet for the message. */
export interface OpenedBook extends SavedBook {
	readonly rows: number;
}

const FIRST_SAMPLES = { en: 'b2b', 'zh-CN': 'chinese' } as const;
const PAGE_SLOT = 'page';
const SAMPLE_NAMES: Readonly<Record<string, string>> = {
	b2b: 'B2B deals',
	b2c: 'B2C orders',
	dirty: 'Messy deals',
	chinese: '销售机会',
};

/** The slot where the book is kept, and the book. Throws when the command line's file is not a table. */
export async function openingBook(language: PageLanguage): Promise<{ slot: string; book: SavedBook }> {
	const response = await fetch('/book');
	if (response.status !== 200) {
		return { slot: PAGE_SLOT, book: (await loadBook(PAGE_SLOT)) ?? (await sampleBook(FIRST_SAMPLES[language])) };
	}
	const name = decodeURIComponent(response.headers.get('X-File-Name') ?? '');
	const bytes = new Uint8Array(await response.arrayBuffer());
	// The same name with other content is another book.
	const slot = `file:${name}:${await fingerprint(bytes)}`;
	return { slot, book: (await loadBook(slot)) ?? (await readInto(slot, name, bytes)) };
}

/** Where the thread fails or the browser keeps nothing, the page has to read it itself. */
async function readInto(slot: string, name: string, bytes: Uint8Array): Promise<SavedBook> {
	const saved = await readOutside(name, bytes)
		.then(({ save }) => save(slot))
		.then(() => loadBook(slot))
		.catch(() => null);
	return saved ?? fileBook(name, bytes);
}

export async function sampleBook(id: string): Promise<OpenedBook> {
	return newBook(SAMPLE_NAMES[id] ?? id, makeSample(id), { sample: id });
}

/** Throws with a plain sentence when the file cannot be read as a table. */
export async function fileBook(file: string, bytes: Uint8Array): Promise<OpenedBook> {
	return newBook(file.replace(/\.[^.]+$/u, ''), await readBook(bytes), { file, bytes });
}

function newBook(name: string, data: BookData, origin: BookOrigin): OpenedBook {
	return {
		name,
		snapshot: bookSnapshot(name, data.sheets),
		nextSheetId: data.sheets.length,
		properties: {},
		records: null,
		errors: [],
		isNew: true,
		origin,
		rows: Math.max(0, ...data.sheets.map((sheet) => sheet.cells.length - 1)),
	};
}

async function fingerprint(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
	return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
