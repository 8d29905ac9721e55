/** Cells as a CSV file: quotes as in RFC 4180. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
	return `${rows.map((row) => row.map(field).join(',')).join('\n')}\n`;
}

function field(cell: string | number | null): string {
	const text = String(cell ?? '');
	return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
