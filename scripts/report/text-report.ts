/** The report for people: short tables of plain text. */
import type { DealReport, MetricReport } from './deal-report.ts';

/** Cells of one problem that are named. */
const CELLS_SHOWN = 5;

export function textReport(report: DealReport): string {
	const { kinds } = report;
	const parts = [
		`${report.rows} deals in ${report.sheet}, as of ${report.asOf}: ${kinds.open} open, ${kinds.won} won, ${kinds.lost} lost, ${kinds.parked} parked, ${kinds.unknown} with no or an unknown stage`,
		`Columns: ${columnsOf(report)}`,
		...(report.lastChanges === null
			? []
			: [
					`Stage: there is no such column; it is the last change of each deal in the history, known of ${report.lastChanges.known} of ${report.lastChanges.deals} deals.`,
				]),
		...(report.unsure.length === 0
			? []
			: [`Not certain (--column says it): ${report.unsure.map(unsureOf).join('; ')}`]),
		...(report.orderDoubts.length === 0
			? []
			: [`Please check the order of the stages (--stages says it): ${report.orderDoubts.map(doubtOf).join('; ')}`]),
		table([
			['Stage', 'Kind', 'Probability', 'Now', 'Reached', 'Amount', 'Conversion'],
			...report.stages.map(({ name, kind, probability, now, reached, amount, conversion }) => [
				name,
				kind,
				percent(probability),
				now,
				reached,
				amount,
				percent(conversion),
			]),
		]),
	];
	if (report.unclassified.length > 0)
		parts.push(
			`Not classified (say with --stages whether open, won, lost or parked): ${report.unclassified.join(', ')}`,
		);
	const measures = Object.entries(report.metrics).filter(
		(entry): entry is [string, MetricReport] => !Array.isArray(entry[1]),
	);
	parts.push(
		table([
			['Metric', 'Value', 'Low', 'High', 'Deals', 'Left out', 'Estimated', 'Note'],
			...measures.map(([id, metric]) => [
				id,
				metric.value,
				metric.low,
				metric.high,
				metric.n,
				metric.excluded,
				metric.assumed,
				metric.error ?? '',
			]),
		]),
	);
	if (report.problems.length === 0) parts.push('No problems found.');
	else {
		parts.push(
			table([['Severity', 'Problem', 'Count', 'First value', 'Suggestion', 'Cells'], ...byCode(report.problems)]),
		);
		parts.push('Every cell: --json');
	}
	for (const { formula, value, error } of report.formulas)
		parts.push(Array.isArray(value) ? `${formula}\n${table(value as unknown[][])}` : `${formula}  ${error ?? value}`);
	return `${parts.join('\n\n')}\n`;
}

/** What is uncertain comes first and says so. */
function columnsOf({ columns, confidence }: DealReport): string {
	const rank = ['unsure', 'likely', 'sure', 'told'];
	return Object.entries(columns)
		.sort(([a], [b]) => rank.indexOf(confidence[a] ?? '') - rank.indexOf(confidence[b] ?? ''))
		.map(([field, heading]) => `${field} = ${heading}${confidence[field] === 'unsure' ? ' (please check)' : ''}`)
		.join(', ');
}

const BY: Readonly<Record<string, string>> = {
	heading: 'by its heading',
	part: 'by a part of its heading',
	cells: 'by its cells',
	choice: 'chosen',
};
const unsureOf = ({ field, heading, by, runnerUp }: DealReport['unsure'][number]): string =>
	`${field} = ${heading} ${BY[by] ?? ''}${runnerUp === '' ? '' : `, or ${runnerUp}`}`;

const doubtOf = ({ first, second, reasons, against }: DealReport['orderDoubts'][number]): string =>
	`${first} before ${second} (${[
		reasons.length === 0 ? 'nothing says so' : `by ${reasons.join(', ')}`,
		...(against.length === 0 ? [] : [`against ${against.join(', ')}`]),
	].join('; ')})`;

/** One row for each problem with its number, the errors first. */
function byCode(problems: DealReport['problems']): unknown[][] {
	const groups = new Map<string, DealReport['problems'][number][]>();
	for (const problem of problems) {
		const group = groups.get(problem.code);
		if (group === undefined) groups.set(problem.code, [problem]);
		else group.push(problem);
	}
	const order = ['error', 'warning', 'info'];
	const rows = [...groups.values()].map((group) => {
		const [{ severity, code, value, suggestion }] = group as [DealReport['problems'][number]];
		const cells = group.slice(0, CELLS_SHOWN).map(({ cell }) => cell.replace(/^.*!/u, ''));
		return [
			severity,
			code,
			group.length,
			value,
			suggestion,
			`${cells.join(', ')}${group.length > CELLS_SHOWN ? ', …' : ''}`,
		];
	});
	return rows.sort((a, b) => order.indexOf(String(a[0])) - order.indexOf(String(b[0])));
}

function percent(value: number | null): string {
	return value === null ? '' : `${(value * 100).toFixed(1)} %`;
}

function table(rows: readonly (readonly unknown[])[]): string {
	const texts = rows.map((row) => row.map(textOf));
	const widths = (texts[0] ?? []).map((_text, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
	const isNumeric = (rows[0] ?? []).map((_heading, column) =>
		rows.slice(1).some((row) => typeof row[column] === 'number'),
	);
	return texts
		.map((row) =>
			row
				.map((text, column) =>
					isNumeric[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
				)
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
