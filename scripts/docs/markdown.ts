/** Tables and texts as Markdown. Not here: what they say. */
import type { Cell, Grid } from '../../src/core/cells/cell.ts';

/** A cell of a Markdown table: one line, with the signs that would end it escaped. */
function inCell(text: string): string {
	return text.replace(/\|/gu, '\\|').replace(/\s*\n\s*/gu, ' ');
}

/** Numbers with at most four decimals, so that the reference stays readable; everything else as it is. */
export function cellText(cell: Cell): string {
	return typeof cell === 'number' ? String(Math.round(cell * 10_000) / 10_000) : String(cell);
}

/** A table whose first row is its headings. */
export function markdownTable(rows: Grid): string {
	const lines = rows.map((row) => `| ${row.map((cell) => inCell(cellText(cell))).join(' | ')} |`);
	const ruler = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
	return [lines[0], ruler, ...lines.slice(1)].join('\n');
}
