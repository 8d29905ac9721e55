/**
 * The open book, kept in the browser's own database so that it survives a reload. One book per slot: the page's own,
 * and one for each file that was named on the command line.
 */

/** Where a book came from: a sample by its id, or a file's bytes. */
export type BookOrigin = { readonly sample: string } | { readonly file: string; readonly bytes: Uint8Array };

export interface SavedBook {
	readonly name: string;
	/** The engine's snapshot. */
	readonly snapshot: unknown;
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

export async function loadBook(slot: string): Promise<SavedBook | null> {
	const database = await openDatabase();
	return await settled(database.transaction(STORE).objectStore(STORE).get(slot)).then(
		(book) => (book as SavedBook | undefined) ?? null,
	);
}

export async function saveBook(slot: string, book: SavedBook): Promise<void> {
	const database = await openDatabase();
	await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(book, slot));
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
