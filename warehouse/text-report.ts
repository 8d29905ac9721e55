/** The report for people: short tables of plain text. */
import type { WarehouseReport } from './answers.ts';

export function textReport({
	sheet,
	asOf,
	resolution,
	rows,
	kinds,
	stages,
	metrics,
	quality,
	formulas,
}: WarehouseReport): string {
	const parts = [
		`${rows} deals of ${sheet}, as of ${asOf}, durations to the ${resolution === 'exact' ? 'millisecond' : resolution}: ${kinds.open} open, ${kinds.won} won, ${kinds.lost} lost, ${kinds.parked} parked, ${kinds.unknown} with no or an unknown stage`,
		table([
			['Stage', 'Kind', 'Now', 'Reached', 'Amount', 'Conversion'],
			...stages.map(({ name, kind, now, reached, amount, conversion }) => [
				name,
				kind,
				now,
				reached,
				amount,
				conversion,
			]),
		]),
		table([
			['Metric', 'Value', 'Low', 'High', 'Deals', 'Note'],
			...Object.entries(metrics).flatMap(([id, answer]) =>
				'error' in answer || 'value' in answer
					? [[id, answer.value, answer.low, answer.high, answer.n, answer.error ?? '']]
					: [],
			),
		]),
	];
	if (quality.length > 0)
		parts.push(
			table([
				['Doubt', 'Count', 'Such as'],
				...quality.map(({ code, count, examples }) => [code, count, examples.join(', ')]),
			]),
		);
	for (const { formula, value, error } of formulas)
		parts.push(Array.isArray(value) ? `${formula}\n${table(value as unknown[][])}` : `${formula}  ${error ?? value}`);
	return `${parts.join('\n\n')}\n`;
}

function table(rows: readonly (readonly unknown[])[]): string {
	const texts = rows.map((row) => row.map(textOf));
	const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
	return texts
		.map((row) =>
			row
				.map((text, column) => text.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
	return String(value).replace(/\s+/gu, ' ').slice(0, 100);
}
