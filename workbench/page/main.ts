/** Starts the page: opens the book, loads the add-on over it, and joins grid, menus, sidebar and log. */
import { type CellPlace, cellPlace } from '../grid/cell-place.ts';
import { createGrid, type Grid, whenUsable } from '../grid/create-grid.ts';
import { watchEdits } from '../grid/edits.ts';
import { registerFunctions } from '../grid/formula-functions.ts';
import { functionStubs } from '../grid/function-stubs.ts';
import { SheetIds } from '../grid/sheet-ids.ts';
import { UniverStore } from '../grid/univer-store.ts';
import type { RpcOutcome } from '../host/bundle.ts';
import { stripTemplateLiteralComments } from '../host/comment-stripper.ts';
import { AddOn, messageOf } from './add-on.ts';
import { BookSaver } from './book-saver.ts';
import { openingBook, sampleBook } from './book-source.ts';
import { saveBook } from './book-storage.ts';
import { showErrors } from './cell-errors.ts';
import { followChanges } from './changes.ts';
import { showCharts } from './chart-layer.ts';
import { browserDialogs } from './dialogs.ts';
import { acceptFiles, chooseFile, saveCsv, saveXlsx } from './files.ts';
import { refusalOf } from './guard.ts';
import { LogDrawer } from './log-drawer.ts';
import { showMenuBar } from './menu-bar.ts';
import { type AddOnMenu, pageMenus } from './menus.ts';
import { bookOpener } from './open-book.ts';
import { readOutside } from './outside-reader.ts';
import { createRegions } from './regions.ts';
import { scriptRun } from './script-run.ts';
import { serviceHooks, travelTime } from './services.ts';
import { SidebarPanel } from './sidebar-panel.ts';
import { loadSwitches, type Switches, saveSwitches } from './switches.ts';
import { Toasts } from './toasts.ts';
import { fill, pageWords } from './words.ts';
import './page.css';

declare global {
	/** Set by the build: the server watches the sources. */
	const IS_WATCHED: boolean;
	interface Window {
		/** Resolves when the page can be used: the book is drawn, the add-on has put up its menu. */
		stagekeeperReady: Promise<Workbench>;
	}
}

/** What browser tests reach. */
export interface Workbench {
	readonly store: UniverStore;
	readonly addOn: AddOn;
	readonly grid: Grid;
	/** Where a cell of the sheet in view is on the screen (0-based). */
	place(row: number, column: number): CellPlace | null;
	/** Resolves when the book has been written to the browser's storage. */
	saved(): Promise<void>;
}

const LIVE: readonly (keyof Switches)[] = ['isReadOnly', 'hasTypedColumns', 'isSlow', 'isFailing'];

const element = (id: string): HTMLElement => {
	const found = document.getElementById(id);
	if (!found) {
		throw new Error(`index.html has no #${id}`);
	}
	return found;
};

async function start(): Promise<Workbench> {
	const switches = loadSwitches();
	const words = pageWords(switches.language);
	document.documentElement.lang = switches.language;
	element('product-note').textContent = words.productNote;
	element('loading').textContent = words.loading;
	const log = new LogDrawer(element('log'), words);
	const toasts = new Toasts(element('toasts'), words.close);
	const [code, builtSidebar, opening] = await Promise.all([
		text('/dist/Code.js'),
		text('/dist/sidebar.html'),
		openingBook(switches.language),
	]);
	const { slot, book } = opening;
	let sidebarHtml = builtSidebar;
	element('book-name').textContent = book.name;
	document.title = `${book.name} – Stagekeeper`;

	const ids = new SheetIds(book.nextSheetId);
	const errors = new Map<string, string>(book.errors);
	const menus: AddOnMenu[] = [];
	const panel = new SidebarPanel(element('sidebar'), words.close);
	const regions = createRegions(['menus', 'grid', 'sidebar', 'log'].map(element));
	regions.listen(window);
	let takeNoteAway = (): void => {};
	const grid = createGrid('grid', switches.language);
	const store = new UniverStore(grid.api, grid.injector, ids);
	const addOn = new AddOn(
		store,
		{
			timeZone: switches.timeZone,
			locale: switches.language === 'en' ? 'en_US' : 'zh_CN',
			userLocale: switches.language,
			authMode: switches.isAuthorized ? 'FULL' : 'NONE',
			userEmail: 'you@example.com',
			now: () => Date.now(),
			name: 'Stagekeeper',
			htmlFile: () => sidebarHtml,
			frontEnd: {
				menu: ({ caption, entries }) => {
					const old = menus.findIndex((menu) => menu.caption === caption);
					menus.splice(old < 0 ? menus.length : old, old < 0 ? 0 : 1, { caption, entries });
				},
				sidebar: ({ title, content }) => {
					// What the note asks for has just been done.
					takeNoteAway();
					panel.show({ title, html: content, prepare: (frame) => giveGoogle(frame) });
				},
				toast: (message, title, seconds) => void toasts.show(message, title, seconds),
				...browserDialogs(words),
			},
		},
		log,
	);
	const { host } = addOn;
	host.hooks = serviceHooks(switches);
	Object.assign(host.records, book.records);
	Object.assign(store.switches, { isReadOnly: switches.isReadOnly, hasTypedColumns: switches.hasTypedColumns });
	for (const [kind, texts] of Object.entries(book.properties)) {
		for (const [key, value] of texts) {
			host.properties[kind as 'document' | 'script' | 'user'].set(key, value);
		}
	}

	const attempt = (run: () => void): void => {
		try {
			run();
		} catch (error) {
			toasts.show(fill(words.scriptError, { message: messageOf(error) }), '', 8);
		}
	};
	const giveGoogle = (frame: Window): void => {
		regions.listen(frame);
		const run = async (name: string, args: readonly unknown[]): Promise<RpcOutcome> => {
			await new Promise((done) => setTimeout(done, travelTime(switches)));
			return addOn.runFunction(name, args);
		};
		const runner = scriptRun(frame, addOn.publicNames(), run);
		Object.assign(frame, {
			google: { script: { run: runner, host: { close: () => panel.close(), editor: { focus: () => focus() } } } },
		});
	};
	attempt(() => addOn.load(code));
	grid.open(book.snapshot);
	registerFunctions(grid.injector, functionStubs(code), {
		call: (name, args) => addOn.formula(name, args),
		settled: ({ sheetKey, row, column }, error) => {
			const key = `${sheetKey}!${row},${column}`;
			if (error === null) {
				errors.delete(key);
			} else {
				errors.set(key, error);
			}
		},
	});
	const saver = new BookSaver(grid, { slot, book, ids, host, errors, words, status: element('saved') });
	watchEdits(grid.api, store, {
		edited: (edit) => attempt(() => addOn.edited(edit)),
		refusal: (sheetId, rect, matrix) => refusalOf(host, store, words, sheetId, rect, matrix),
		refused: (reason) => toasts.show(reason),
	});
	showCharts(grid, store, host.records, element('charts'), element('grid'));
	showErrors(grid, errors, element('error-card'), words.errorCell);

	const openBook = bookOpener({ slot, saver, toasts, log, words });
	const openFile = (file: File): void =>
		void openBook(async () => readOutside(file.name, new Uint8Array(await file.arrayBuffer())), file.name);
	const openSample = (id: string, name: string): void =>
		void openBook(async () => {
			const made = await sampleBook(id);
			return { ...made, save: (at) => saveBook(at, made) };
		}, name);
	acceptFiles(element('drop'), words.dropHere, openFile);
	const menuActions = {
		openFile: () => chooseFile(openFile),
		saveCsv: () => saveCsv(store, book.name),
		saveXlsx: () => void saveXlsx(store, book.name),
		openSample: (id: string) => openSample(id, id),
		reset: () => {
			if (confirm(fill(words.resetQuestion, { name: book.name }))) {
				const { origin } = book;
				if ('sample' in origin) openSample(origin.sample, book.name);
				else void openBook(() => readOutside(origin.file, origin.bytes), book.name);
			}
		},
		runItem: (functionName: string) => setTimeout(() => attempt(() => addOn.runMenuItem(functionName))),
		change: (part: Partial<Switches>) => {
			Object.assign(switches, part);
			saveSwitches(switches);
			if (Object.keys(part).every((key) => LIVE.includes(key as keyof Switches))) {
				Object.assign(store.switches, { isReadOnly: switches.isReadOnly, hasTypedColumns: switches.hasTypedColumns });
			} else {
				void saver.flush().then(() => location.reload());
			}
		},
	};
	showMenuBar(
		element('menus'),
		pageMenus(words, switches, () => menus, menuActions),
	);

	await whenUsable(grid);
	element('loading').hidden = true;
	attempt(() => addOn.opened(book.isNew));
	const note = sessionStorage.getItem('opened') ?? (book.isNew ? words.firstHint : null);
	sessionStorage.removeItem('opened');
	if (note) {
		takeNoteAway = toasts.show(note, '', 7);
	}
	saver.watch();
	if (IS_WATCHED)
		followChanges({
			showSidebar: (html) => {
				sidebarHtml = html;
				panel.replace(stripTemplateLiteralComments(html));
			},
			saved: () => saver.flush(),
		});
	return { store, addOn, grid, place: (row, column) => cellPlace(grid, row, column), saved: () => saver.flush() };
}

async function text(path: string): Promise<string> {
	const response = await fetch(path);
	if (!response.ok) {
		throw new Error(`${path}: ${response.status}`);
	}
	return response.text();
}

window.stagekeeperReady = start();
window.stagekeeperReady.catch((error) => {
	element('loading').textContent = messageOf(error);
	throw error;
});
