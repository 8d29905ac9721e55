/**
 * Reads a file and keeps its book, on a thread of its own: the page answers meanwhile. Asked by outside-reader.ts.
 * Not here: what a file holds (io/), where books are kept (book-storage.ts).
 */
import { fileBook, type OpenedBook } from './book-source.ts';
import { saveBook } from './book-storage.ts';
import type { Asked, Told } from './outside-reader.ts';

const tell = (told: Told): void => (globalThis as unknown as { postMessage(message: Told): void }).postMessage(told);

let read: OpenedBook | null = null;

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
	try {
		if ('slot' in data) {
			if (read !== null) await saveBook(data.slot, read);
			tell({ kind: 'saved' });
			return;
		}
		read = await fileBook(data.file, data.bytes);
		tell({ kind: 'read', name: read.name, rows: read.rows });
	} catch (error) {
		tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
	}
});
