/** Files in and out: the open dialog, drag and drop, downloads. What is in a file is workbench/io's. */
import type { UniverStore } from '../grid/univer-store.ts';
import type { StoredCell } from '../host/store.ts';
import { writeCsv } from '../io/write-csv.ts';
import { writeXlsx } from '../io/write-xlsx.ts';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx';

export function chooseFile(open: (file: File) => void): void {
	const input = Object.assign(document.createElement('input'), {
		type: 'file',
		accept: ACCEPTED,
		hidden: true,
		id: 'file-input',
	});
	document.body.append(input);
	input.addEventListener('change', () => {
		const file = input.files?.[0];
		input.remove();
		if (file) {
			open(file);
		}
	});
	input.addEventListener('cancel', () => input.remove());
	input.click();
}

/** A file dropped anywhere on the page opens; the hint shows while one is dragged over it. */
export function acceptFiles(hint: HTMLElement, text: string, open: (file: File) => void): void {
	hint.textContent = text;
	const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
	const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void): void =>
		addEventListener(
			name,
			(event) => {
				if (hasFiles(event)) {
					event.preventDefault();
					event.stopPropagation();
					handle(event);
				}
			},
			{ capture: true },
		);
	on('dragenter', () => {
		hint.hidden = false;
	});
	on('dragover', () => {
		hint.hidden = false;
	});
	on('dragleave', (event) => {
		hint.hidden = event.relatedTarget === null;
	});
	on('drop', (event) => {
		hint.hidden = true;
		const file = event.dataTransfer?.files[0];
		if (file) {
			open(file);
		}
	});
}

/** The sheet in view. */
export function saveCsv(store: UniverStore, name: string): void {
	const { sheetId } = store.active();
	download(`${name}.csv`, new Blob([writeCsv(sheetCells(store, sheetId))], { type: 'text/csv' }));
}

/** All sheets. */
export async function saveXlsx(store: UniverStore, name: string): Promise<void> {
	const sheets = store.sheets().map((sheet) => ({ name: sheet.name, cells: sheetCells(store, sheet.id) }));
	download(`${name}.xlsx`, await writeXlsx(sheets));
}

function sheetCells(store: UniverStore, id: number): readonly (readonly StoredCell[])[] {
	return store.read(id, { row: 0, column: 0, ...store.used(id) });
}

function download(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
