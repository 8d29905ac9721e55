/** Opens another book in place of the one in view, or says why not. Where it is kept: book-storage.ts. */
import { messageOf } from './add-on.ts';
import type { BookSaver } from './book-saver.ts';
import type { LogDrawer } from './log-drawer.ts';
import { ReaderStopped, type ReadFile } from './outside-reader.ts';
import type { Toasts } from './toasts.ts';
import { fill, type PageWords } from './words.ts';

interface OpenerParts {
	readonly slot: string;
	/** Of the book in view. */
	readonly saver: BookSaver;
	readonly toasts: Toasts;
	readonly log: LogDrawer;
	readonly words: PageWords;
}

/** Answers what reads a book and reloads the page with it; each failure ends in a sentence, the book in view stays. */
export function bookOpener(parts: OpenerParts): (read: () => Promise<ReadFile>, name: string) => Promise<void> {
	const { slot, saver, toasts, log, words } = parts;
	const keep = async (next: ReadFile): Promise<void> => {
		saver.stop();
		try {
			await next.save(slot);
		} catch (error) {
			saver.resume();
			throw new Error(fill(words.cannotKeep, { reason: messageOf(error) || words.unknownReason }));
		}
	};
	return async (read, name) => {
		const done = toasts.show(fill(words.reading, { name }), '', -1);
		try {
			const next = await read();
			await keep(next);
			sessionStorage.setItem('opened', fill(words.opened, { name: next.name, rows: next.rows }));
			location.reload();
		} catch (error) {
			const reason =
				error instanceof ReaderStopped
					? fill(words.readerStopped, { reason: error.message || words.unknownReason })
					: messageOf(error);
			toasts.show(fill(words.cannotOpen, { name, reason }), '', 10);
			log.line(reason, true);
		} finally {
			done();
		}
	};
}
