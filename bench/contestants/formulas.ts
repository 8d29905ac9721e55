/**
 * The same report as spreadsheet formulas over a sheet `Deals` with a helper column for the won cycle, as a careful
 * user would write it.
 */
import type { ReportAnswer } from '../answer.ts';
import { DAYS, FIRST_DAY, OPEN_COUNT, STAGES } from '../table.ts';

/** Sheets count days from 1899-12-30. */
const SERIAL_OFFSET = 25_569;

/** Helper column M of row `row` (1-based): days from creation to the win, else empty text. */
export function cycleFormula(row: number): string {
	return `=IF(C${row}="Won",F${row}-E${row},"")`;
}

interface Part {
	readonly part: keyof ReportAnswer;
	readonly formulas: readonly string[];
}

function months(): { label: string; first: number; next: number }[] {
	const list = [];
	const end = new Date((FIRST_DAY + DAYS) * 86_400_000);
	for (let month = new Date(FIRST_DAY * 86_400_000); month < end; ) {
		const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
		list.push({
			label: month.toISOString().slice(0, 7),
			first: month.getTime() / 86_400_000 + SERIAL_OFFSET,
			next: next.getTime() / 86_400_000 + SERIAL_OFFSET,
		});
		month = next;
	}
	return list;
}

/** All formulas in one column, in reading order; `answerOf` reads their values back. */
export function reportFormulas(
	rows: number,
	owners: readonly string[],
): { formulas: string[]; answerOf(values: readonly number[]): Partial<ReportAnswer> } {
	const range = (column: string): string => `Deals!${column}2:${column}${rows + 1}`;
	const stage = range('C');
	const inMonth = ({ first, next }: { first: number; next: number }): string =>
		`${range('F')},">=${first}",${range('F')},"<${next}"`;
	const parts: Part[] = [
		{ part: 'counts', formulas: STAGES.map((name) => `=COUNTIF(${stage},"${name}")`) },
		{ part: 'amounts', formulas: STAGES.map((name) => `=SUMIF(${stage},"${name}",${range('D')})`) },
		{ part: 'averageWon', formulas: [`=AVERAGEIF(${stage},"Won",${range('D')})`] },
		{ part: 'cycleMean', formulas: [`=AVERAGE(${range('M')})`] },
		{ part: 'cycleMedian', formulas: [`=MEDIAN(${range('M')})`] },
		{
			part: 'owners',
			formulas: owners.flatMap((owner) => [
				`=COUNTIF(${range('G')},"${owner}")`,
				`=COUNTIFS(${range('G')},"${owner}",${stage},"Won")`,
				`=COUNTIFS(${range('G')},"${owner}",${stage},"Lost")`,
			]),
		},
		{
			part: 'months',
			formulas: months().flatMap((month) => [
				`=COUNTIFS(${stage},"Won",${inMonth(month)})`,
				`=COUNTIFS(${stage},"Lost",${inMonth(month)})`,
				`=SUMIFS(${range('D')},${stage},"Won",${inMonth(month)})`,
			]),
		},
	];
	const take = (values: readonly number[], wanted: Part['part']): number[] => {
		let at = 0;
		for (const { part, formulas } of parts) {
			if (part === wanted) return values.slice(at, at + formulas.length);
			at += formulas.length;
		}
		return [];
	};
	return {
		formulas: parts.flatMap(({ formulas }) => formulas),
		answerOf(values) {
			const counts = take(values, 'counts');
			const [won, lost] = [counts[4] as number, counts[5] as number];
			const byOwner = take(values, 'owners');
			const byMonth = take(values, 'months');
			return {
				counts,
				amounts: take(values, 'amounts'),
				reached: Array.from(
					{ length: OPEN_COUNT + 1 },
					(_, rank) => counts.slice(rank, 5).reduce((a, b) => a + b, 0) + (rank === 0 ? lost : 0),
				),
				winRateAll: won / rows,
				winRateClosed: won / (won + lost),
				averageWon: take(values, 'averageWon')[0] as number,
				cycleMean: take(values, 'cycleMean')[0] as number,
				cycleMedian: take(values, 'cycleMedian')[0] as number,
				owners: owners.map((owner, i) => [
					owner,
					byOwner[i * 3] as number,
					byOwner[i * 3 + 1] as number,
					byOwner[i * 3 + 2] as number,
				]),
				months: months()
					.map(
						({ label }, i) =>
							[label, byMonth[i * 3] as number, byMonth[i * 3 + 1] as number, byMonth[i * 3 + 2] as number] as const,
					)
					.filter(([, wonThen, lostThen]) => wonThen + lostThen > 0),
			};
		},
	};
}

/** A deal row as a spreadsheet stores it: dates as serial numbers, blanks as null. */
export function storedRow(row: readonly unknown[]): (string | number | null)[] {
	return row.map((cell) => {
		if (cell === '') return null;
		return cell instanceof Date ? cell.getTime() / 86_400_000 + SERIAL_OFFSET : (cell as string | number);
	});
}
