/**
 * The open book, kept in the browser's own database so that it survives a reload. One book per slot: the page's own,
 * and one for each file that was named on the command line. Not here: which values a browser takes (book-pieces.ts).
 */
import type { IWorkbookData } from '@univerjs/core';
import { type BookPiece, putTogether, takeApart } from './book-pieces.ts';

/** Where a book came from: a sample by its id, or a file's bytes. */
export type BookOrigin = { readonly sample: string } | { readonly file: string; readonly bytes: Uint8Array };

export interface SavedBook {
	readonly name: string;
	/** The engine's snapshot. */
	readonly snapshot: IWorkbookData;
	readonly nextSheetId: number;
	/** The add-on's properties by kind (`document`, `script`, `user`): its settings live there. */
	readonly properties: Readonly<Record<string, readonly (readonly [string, string])[]>>;
	/** Developer metadata, named ranges, charts, protections, filters; null for a book that no script has touched. */
	readonly records: unknown;
	/** Never shown before: the add-on is installed into it first. */
	readonly isNew: boolean;
	/** Messages behind the cells that show an error, by `sheet!row,column`. */
	readonly errors: readonly (readonly [string, string])[];
	/** What "Reset" goes back to. */
	readonly origin: BookOrigin;
}

const STORE = 'books';

/** What lies under the slot itself; its pieces lie under `[slot, 0]`, `[slot, 1]` … */
interface StoredBook extends SavedBook {
	/** Absent where an earlier version kept the book as one value. */
	readonly pieces?: number;
}

export async function loadBook(slot: string): Promise<SavedBook | null> {
	const store = (await openDatabase()).transaction(STORE).objectStore(STORE);
	const book = await settled<StoredBook | undefined>(store.get(slot));
	if (book === undefined) return null;
	const places = Array.from({ length: book.pieces ?? 0 }, (_, at) => [slot, at]);
	putTogether(book.snapshot, await Promise.all(places.map((place) => settled<BookPiece>(store.get(place)))));
	return book;
}

/** Rejects with the browser's reason when it does not keep the book; what it kept before stays then. */
export async function saveBook(slot: string, book: SavedBook): Promise<void> {
	const { snapshot, pieces } = takeApart(book.snapshot);
	const stored: StoredBook = { ...book, snapshot, pieces: pieces.length };
	await completed((await openDatabase()).transaction(STORE, 'readwrite'), (store) => {
		store.delete(IDBKeyRange.bound([slot], [slot, []]));
		store.put(stored, slot);
		for (const [at, piece] of pieces.entries()) store.put(piece, [slot, at]);
	});
}

/**
 * Waits for the transaction, not for its requests: a browser refuses a value that is too large within the call of
 * `put`, before anybody can listen to the request.
 */
function completed(transaction: IDBTransaction, write: (store: IDBObjectStore) => void): Promise<void> {
	return new Promise((resolve, reject) => {
		let thrown: unknown = new Error('');
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? thrown);
		try {
			write(transaction.objectStore(STORE));
		} catch (error) {
			thrown = error;
			abort(transaction);
		}
	});
}

function abort(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch {
		// The browser has given it up already, and tells why.
	}
}

let opened: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
	opened ??= (() => {
		const request = indexedDB.open('stagekeeper-workbench', 1);
		request.onupgradeneeded = () => request.result.createObjectStore(STORE);
		return settled(request);
	})();
	return opened;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
