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
}

function instant(text: string): number {
	const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{3})?)([+-]\d\d:\d\d)$/u.exec(text);
	return found === null ? Number.NaN : Date.parse(`${found[1]}T${found[2]}${found[3]}`);
}

/** @param cells without the headings; rows without a deal or a stage are no events */
export function logRows(cells: readonly (readonly StoredCell[])[]): LogRow[] {
	const rows: LogRow[] = [];
	cells.forEach((line, row) => {
		const word = (column: number): string => cellWords(line[column]).trim();
		const [deal, to, toId] = [word(0), word(3), word(9)];
		if (deal === '' || (to === '' && toId === '')) return;
		const number = Number(word(1) === '' ? Number.NaN : word(1));
		rows.push({
			row,
			deal,
			sequence: Number.isInteger(number) && number > 0 ? number : 0,
			from: word(2),
			to,
			toId,
			notBefore: instant(word(4)),
			observedAt: instant(word(5)),
			source: word(6),
		});
	});
	return rows;
}
