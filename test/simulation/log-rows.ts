/** The history sheet as anybody can read it without the add-on: a table of texts. A reader of its own, so that it can disagree with the product's. */
import type { StoredCell } from '../../workbench/host/store.ts';
import { cellWords } from './truth.ts';

export interface LogRow {
	readonly row: number;
	readonly deal: string;
	/** 0: none that can be read. */
	readonly sequence: number;
	readonly from: string;
	readonly to: string;
	readonly toId: string;
	/** NaN: blank. */
	readonly notBefore: number;
	readonly observedAt: number;
	readonly source: string;
	readonly by: string;
	/** Id of the deal sheet; NaN where the row names none. */
	readonly table: number;
}

function instant(text: string): number {
	const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{3})?)([+-]\d\d:\d\d)$/u.exec(text);
	return found === null ? Number.NaN : Date.parse(`${found[1]}T${found[2]}${found[3]}`);
}

/** Where the columns are in a sheet as it is made; a person may have typed over a heading. */
const USUAL = [
	...['Deal ID', 'Sequence', 'From', 'To', 'Not before', 'Observed at', 'Source', 'By', 'From ID', 'To ID'],
	...['Table', 'Expected close'],
];

/** Reads one row. @param headings those of the log */
export function logRowReader(
	headings: readonly StoredCell[] | undefined,
): (line: readonly (StoredCell | undefined)[], row: number) => LogRow | null {
	const found = new Map((headings ?? []).map((cell, column) => [cellWords(cell), column]));
	const width = headings?.length ?? 0;
	const places = new Map(USUAL.map((name, at) => [name, found.get(name) ?? (at < width ? at : -1)]));
	return (line, row) => {
		const word = (name: string): string => cellWords(line[places.get(name) as number]).trim();
		const [deal, to, toId, number] = [word('Deal ID'), word('To'), word('To ID'), Number(word('Sequence') || 'none')];
		if (deal === '' || (to === '' && toId === '')) return null;
		return {
			row,
			deal,
			sequence: Number.isInteger(number) && number > 0 ? number : 0,
			from: word('From'),
			to,
			toId,
			notBefore: instant(word('Not before')),
			observedAt: instant(word('Observed at')),
			source: word('Source'),
			by: word('By'),
			table: Number(/\((\d+)\)$/u.exec(word('Table'))?.[1] ?? 'none'),
		};
	};
}

/** @param cells with the headings; rows without a deal or a stage are not events */
export function logRows(cells: readonly (readonly StoredCell[])[]): LogRow[] {
	const read = logRowReader(cells[0]);
	return cells.slice(1).flatMap((line, row) => read(line, row) ?? []);
}
