/** Writes the open book to the browser's storage a moment after each change, and says so in the top bar. */
import { CommandType } from '@univerjs/core';
import type { Grid } from '../grid/create-grid.ts';
import type { SheetIds } from '../grid/sheet-ids.ts';
import type { Host } from '../host/host.ts';
import { type SavedBook, saveBook } from './book-storage.ts';
import type { PageWords } from './words.ts';

const QUIET_MS = 500;

export interface SaverParts {
	readonly slot: string;
	readonly book: SavedBook;
	readonly ids: SheetIds;
	readonly host: Host;
	readonly errors: ReadonlyMap<string, string>;
	readonly words: PageWords;
	readonly status: HTMLElement;
}

export class BookSaver {
	private timer: ReturnType<typeof setTimeout> | null = null;
	private isStopped = false;

	constructor(
		private readonly grid: Grid,
		private readonly parts: SaverParts,
	) {}

	/** From now on; also saves what the opening itself has changed. */
	watch(): void {
		const { api } = this.grid;
		api.addEvent(api.Event.CommandExecuted, (event) => {
			if (event.type === CommandType.MUTATION) {
				this.later();
			}
		});
		document.addEventListener('visibilitychange', () => document.hidden && void this.flush());
		this.later();
	}

	/** Settings change without a change in the grid. */
	later(): void {
		if (this.isStopped) {
			return;
		}
		this.parts.status.textContent = this.parts.words.saving;
		clearTimeout(this.timer ?? undefined);
		this.timer = setTimeout(() => void this.flush(), QUIET_MS);
	}

	async flush(): Promise<void> {
		clearTimeout(this.timer ?? undefined);
		const snapshot = this.grid.api.getActiveWorkbook()?.save();
		if (this.isStopped || !snapshot) {
			return;
		}
		const { slot, book, ids, host, errors, words, status } = this.parts;
		const { document, script, user } = host.properties;
		const { metadata, charts, namedRanges, protections, filters } = host.records;
		try {
			await saveBook(slot, {
				name: book.name,
				origin: book.origin,
				snapshot,
				nextSheetId: ids.nextId,
				properties: { document: [...document], script: [...script], user: [...user] },
				records: { metadata, charts, namedRanges, protections, filters },
				errors: [...errors],
				isNew: false,
			});
			status.textContent = words.saved;
		} catch {
			status.textContent = words.notSaved;
		}
	}

	/** The book is about to be replaced. */
	stop(): void {
		this.isStopped = true;
		clearTimeout(this.timer ?? undefined);
	}

	/** The book stays after all: the other one could not be kept. */
	resume(): void {
		this.isStopped = false;
		this.later();
	}
}
