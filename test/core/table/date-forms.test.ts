/** Dates in forms that are not a calendar day of the usual kind: in one go, in years of an era, months without a day. */
import { expect, it } from 'vitest';
import { isCompactDay, parseDateText } from '../../../src/core/cells/date-text.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { dayTexts, headingsOf, pipelineOf } from '../pipeline-of.ts';

it.each([
	['令和7年1月15日', '2025-01-15'],
	['令和元年5月1日', '2019-05-01'],
	['平成31年4月30日', '2019-04-30'],
	['民國114年3月2日', '2025-03-02'],
	['20250305', '2025-03-05'],
])('%s is the day %s', (text, day) => expect(dayTexts([parseDateText(text)?.day ?? Number.NaN])).toEqual([day]));

it.each([
	[20_250_305, true],
	[20_250_230, false],
	[45_000, false],
	[20_251_301, false],
])('%d is a day in one go: %s', (value, isDay) => expect(isCompactDay(value)).toBe(isDay));

const table = (created: readonly (string | number)[]) =>
	pipelineOf([
		['Deal', 'Stage', 'Amount', 'Created'],
		...created.map((cell, i) => [`Deal ${i}`, i % 2 === 0 ? 'Lead' : 'Won', 100 + i, cell]),
	]);

it('a column of numbers that are days in one go is read', () => {
	const { opportunities, detection } = table([20_250_305, 20_241_231, 20_250_101, 20_250_228]);
	expect(headingsOf(detection)).toMatchObject({ created: 'Created', amount: 'Amount' });
	expect(dayTexts(opportunities.date('created')?.days)).toEqual([
		'2025-03-05',
		'2024-12-31',
		'2025-01-01',
		'2025-02-28',
	]);
});

it.each([
	['Jan 2025', 'Feb 2025', 'Sep 2025', 'Oct 2024'],
	['2025-01', '2025-02', '2024-11', '2025-07'],
	['Q1 2025', 'Q2 2025', 'Q3 2024', 'Q4 2024'],
	['2025年1月', '2025年2月', '2024年11月', '2024年12月'],
	['März 2025', 'Mai 2025', 'Juni 2024', 'Dez. 2024'],
])('a column of months below the heading of a date is taken, and each is listed: %s, %s …', (...months) => {
	const pipeline = table(months);
	expect(headingsOf(pipeline.detection)).toMatchObject({ created: 'Created' });
	expect(checkTable(pipeline).filter(({ code, column }) => code === 'notADate' && column === 3)).toHaveLength(4);
});
