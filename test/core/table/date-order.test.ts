import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { knownRows, readAll } from '../../../src/core/table/column-reader.ts';
import { dateReader } from '../../../src/core/table/date-column.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { dayTexts } from '../pipeline-of.ts';

/** The first column, read beside the others. */
function read(columns: readonly (readonly Cell[])[], locale = 'en_US') {
	const rows = (columns[0] as readonly Cell[]).map((_, row) => columns.map((column) => column[row] ?? ''));
	const source = knownRows(rows, Int32Array.from(rows.keys()));
	const others = columns.slice(1).map((_, i) => i + 1);
	const { days, issues } = readAll(dateReader(source, 0, timeZone('UTC'), locale, others), source);
	return {
		days: dayTexts(days),
		issues: issues.map(
			({ code, row, params }) => `${code}@${row}${params.read === undefined ? '' : ` ${params.read}`}`,
		),
	};
}

const dayFirst = (iso: string, sign = '/'): string => {
	const [year, month, day] = iso.split('-') as [string, string, string];
	return [Number(day), Number(month), year].join(sign);
};
const monthFirst = (iso: string, sign = '/'): string => {
	const [year, month, day] = iso.split('-') as [string, string, string];
	return [Number(month), Number(day), year].join(sign);
};
const cell = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
/** Day and month in each other's place. */
const swapped = (iso: string): Date => cell(iso.replace(/(\d\d)-(\d\d)$/u, '$2-$1'));

const dates = (count: number, step: number): string[] =>
	Array.from({ length: count }, (_, i) => new Date(Date.UTC(2025, 1, 3 + i * step)).toISOString().slice(0, 10));
const dayOf = (iso: string): number => Number(iso.slice(8));

describe('two hands in one column', () => {
	const sorted = dates(40, 5);
	const written = sorted.map((iso) =>
		dayOf(iso) > 12 ? monthFirst(iso) : dayFirst(iso, '-').replace(/-20(\d\d)$/u, '-$1'),
	);

	it('are told apart by the order of the rows', () => {
		expect(read([written])).toEqual({ days: sorted, issues: [] });
		expect(read([[...written].reverse()]).days).toEqual([...sorted].reverse());
	});

	it('are told apart by the same hand in a sorted column beside it', () => {
		const closed = [7, 3, 11, 5, 9, 2].map((day) => `2025-04-${String(day).padStart(2, '0')}`);
		const texts = closed.map((iso) => dayFirst(iso, '-').replace(/-20(\d\d)$/u, '-$1'));
		const blank = Array<string>(34).fill('');
		expect(read([[...texts, ...blank], written])).toEqual({ days: [...closed, ...blank], issues: [] });
	});

	it('are listed with both readings where only the other hand tells an order', () => {
		const mixed = ['2/15/2025', '3-2-25', '5-2-25', '2/19/2025', '3/28/2025'];
		expect(read([mixed])).toEqual({
			days: ['2025-02-15', '2025-03-02', '2025-05-02', '2025-02-19', '2025-03-28'],
			issues: ['dateOrderAssumed@1 2025-03-02'],
		});
	});

	it('of one sign are one hand, as long as open dates are no more than chance brings', () => {
		expect(read([['15/2/2025', '3/2/25']])).toEqual({ days: ['2025-02-15', '2025-02-03'], issues: [] });
		const many = ['15/2/2025', '3/2/25', '4/2/25', '5/3/25', '6/3/25', '9/4/25'];
		expect(read([many]).issues).toEqual(['dateOrderAssumed@1 2025-02-03']);
	});
});

describe('hands that are told apart by their zeros', () => {
	const padded = ['05/01/2024', '14/10/2023', '25/03/2024'];

	it("are not read by each other's order in silence", () => {
		expect(read([['4/3/2024', ...padded]])).toEqual({
			days: ['2024-03-04', '2024-01-05', '2023-10-14', '2024-03-25'],
			issues: ['dateOrderAssumed@0 2024-03-04'],
		});
		expect(read([['05/04/2024', '3/25/2024', '12/31/2023', '1/9/2024']]).issues).toEqual([
			'dateOrderAssumed@0 2024-05-04',
		]);
	});

	it('are seen in the date column beside theirs too', () => {
		expect(
			read([
				['4/3/2024', '14/10/2023', '', ''],
				['', ...padded],
			]).issues,
		).toEqual(['dateOrderAssumed@0 2024-03-04']);
	});

	it('each have the order that their own dates tell', () => {
		expect(read([[...padded, '4/3/2024', '1/25/2024', '7/30/2023']])).toEqual({
			days: ['2024-01-05', '2023-10-14', '2024-03-25', '2024-04-03', '2024-01-25', '2023-07-30'],
			issues: [],
		});
	});

	it('leave open what both may have written where they disagree', () => {
		const { days, issues } = read([[...padded, '1/25/2024', '7/3/2023', '11/12/2023']]);
		expect(days).toEqual(['2024-01-05', '2023-10-14', '2024-03-25', '2024-01-25', '2023-07-03', '']);
		expect(issues).toEqual(['ambiguousDate@5']);
	});

	it('are one hand where it gives the zero to one of the numbers only', () => {
		expect(read([['1/05/2024', '25/05/2024', '9/11/2023', '30/08/2023']]).issues).toEqual([]);
	});
});

describe('dates that fit two orders', () => {
	it('are read by the locale and listed once a form', () => {
		expect(read([['1/2/2025', '3/4/2025', '5-6-2025']], 'en_US')).toEqual({
			days: ['2025-01-02', '2025-03-04', '2025-05-06'],
			issues: ['dateOrderAssumed@0 2025-01-02', 'dateOrderAssumed@2 2025-05-06'],
		});
		expect(read([['1/2/2025', '3/4/2025']], 'en_GB').days).toEqual(['2025-02-01', '2025-04-03']);
	});

	it('are not listed where both orders give the same day, nor with dots', () => {
		expect(read([['5/5/2025', '7/7/2025']]).issues).toEqual([]);
		expect(read([['5.6.2025', '7.8.2025']])).toEqual({ days: ['2025-06-05', '2025-08-07'], issues: [] });
	});

	it('do not take the order of texts that are sorted as texts for that of their days', () => {
		const sorted = ['01/02', '01/05', '02/03', '03/01', '04/07', '05/02', '06/09', '07/01', '08/03', '09/04', '10/02'];
		expect(read([sorted.map((text) => `${text}/2025`)], 'en_GB')).toMatchObject({
			days: expect.arrayContaining(['2025-02-01']),
			issues: ['dateOrderAssumed@0 2025-02-01'],
		});
	});
});

describe('a column of which half was swapped', () => {
	const meant = dates(40, 3);
	const half = (write: (iso: string) => string): Cell[] =>
		meant.map((iso) => (dayOf(iso) > 12 ? write(iso) : swapped(iso)));
	const listed = meant.flatMap((iso, row) => (dayOf(iso) > 12 ? [] : [`swappedDate@${row} ${iso}`]));

	it.each([
		['day first with slashes', (iso: string) => dayFirst(iso)],
		['month first with slashes', (iso: string) => monthFirst(iso)],
		['day first with dots', (iso: string) => dayFirst(iso, '.')],
		['day first with dashes', (iso: string) => dayFirst(iso, '-')],
	])('is read as it was meant, and each date is listed: %s', (_, write) => {
		expect(read([half(write)])).toEqual({ days: meant, issues: listed });
	});

	it('is seen where the other half is text as well', () => {
		const texts = half(dayFirst).map((value) =>
			typeof value === 'string' ? value : (value as Date).toISOString().slice(0, 10),
		);
		expect(read([texts]).days).toEqual(meant);
	});

	it('is none where dates and texts have days of all sorts', () => {
		const mixed = meant.map((iso, i) => (i % 2 === 0 ? cell(iso) : dayFirst(iso)));
		expect(read([mixed])).toEqual({ days: meant, issues: [] });
	});

	it('is none where the dates are the first of each month', () => {
		const firsts = Array.from({ length: 12 }, (_, month) => cell(`2025-${String(month + 1).padStart(2, '0')}-01`));
		const texts = ['15/02/2025', '18/03/2025', '27/04/2025', '19/06/2025', '25/09/2025'];
		expect(read([[...firsts, ...texts]]).issues).toEqual([]);
	});

	it('is not made of a date or two', () => {
		expect(read([[cell('2025-03-02'), '15/02/2025', cell('2025-04-02'), '18/02/2025']]).issues).toEqual([]);
	});
});
