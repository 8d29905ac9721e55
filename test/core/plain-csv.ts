/** Reads the reference data: CSV files without quotes, first line the headings. */
import { readFileSync } from 'node:fs';

/** Lines as cells, headings first. */
export function csvGrid(path: string): string[][] {
	return readFileSync(path, 'utf8')
		.split(/\r?\n/u)
		.filter((line) => line !== '')
		.map((line) => line.split(','));
}

/** One object a line, by heading. */
export function csvRows(path: string): Record<string, string>[] {
	const [headings = [], ...lines] = csvGrid(path);
	return lines.map((line) => Object.fromEntries(headings.map((heading, i) => [heading, line[i] ?? ''])));
}
