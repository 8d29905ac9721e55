import { describe, expect, it } from 'vitest';
import { SAMPLE_COUNT, sampleDeals, sampleId } from '../../../src/core/samples/sample-deals.ts';
import { calendarDay, dayText } from '../../../src/core/time/calendar-day.ts';

const TODAY = calendarDay(2026, 11, 23);
const { rows, stages, moves } = sampleDeals(TODAY, 'en');
const deals = rows.slice(1);
const text = (row: readonly (string | number)[], column: number): string => row[column] as string;

describe('the sample', () => {
	it('is the same for the same day, in either language', () => {
		expect(sampleDeals(TODAY, 'en')).toEqual({ rows, stages, moves });
		expect(rows.slice(0, 3)).toEqual([
			['Deal id', 'Deal', 'Stage', 'Amount', 'Created', 'Expected close', 'Closed', 'Owner', 'Source', 'Loss reason'],
			[
				'SAMPLE-001',
				'Evergreen upgrade',
				'Lost',
				17_000,
				'2026-01-29',
				'2026-02-09',
				'2026-02-09',
				'Ben Cole',
				'Referral',
				'Competitor',
			],
			[
				'SAMPLE-002',
				'Meridian renewal',
				'Won',
				7_100,
				'2026-01-29',
				'2026-04-06',
				'2026-04-06',
				'Ana Silva',
				'Referral',
				'',
			],
		]);
		expect(sampleDeals(TODAY, 'zh-CN').rows[1]).toEqual([
			'SAMPLE-001',
			'长青 升级',
			'结束(失败)',
			17_000,
			'2026-01-29',
			'2026-02-09',
			'2026-02-09',
			'王芳',
			'转介绍',
			'竞争对手',
		]);
		expect(rows.at(-1)).toEqual([
			'SAMPLE-120',
			'Brightside pilot',
			'Qualify',
			6_900,
			'2026-11-22',
			'2027-01-21',
			'',
			'Wang Fang',
			'Outbound',
			'',
		]);
	});
	it('has a funnel: most deals ended, some in every open stage', () => {
		const count = (stage: string) => deals.filter((row) => row[2] === stage).length;
		expect(deals).toHaveLength(SAMPLE_COUNT);
		expect(stages.map(({ name }) => count(name))).toEqual([5, 3, 2, 2, 21, 87]);
		expect(stages.map(({ usualDays, exitRule }) => [usualDays, exitRule !== ''])).toEqual([
			[10, true],
			[16, true],
			[20, true],
			[24, true],
			[null, false],
			[null, false],
		]);
	});
	it('tells of each deal a way from the first stage to the one that it is in, day by day up to today', () => {
		const ways = new Map(deals.map((row) => [row[0], { at: -1, day: Number.NEGATIVE_INFINITY, first: '' }]));
		for (const { dealId, from, to, day } of moves) {
			const way = ways.get(dealId);
			if (way === undefined) throw new Error(dealId);
			expect([from, day > way.day, day <= TODAY]).toEqual([way.at, true, true]);
			ways.set(dealId, { at: to, day, first: way.first === '' ? dayText(day) : way.first });
		}
		for (const row of deals) {
			const { at, day, first } = ways.get(row[0]) as { at: number; day: number; first: string };
			const { kind, name } = stages[at] as (typeof stages)[number];
			expect([text(row, 2), text(row, 4), text(row, 6), text(row, 9) !== '']).toEqual([
				name,
				first,
				kind === 'open' ? '' : dayText(day),
				kind === 'lost',
			]);
			expect(text(row, 5) >= text(row, 4)).toBe(true);
		}
	});
	it('goes back three hundred days', () => {
		const created = deals.map((row) => text(row, 4));
		expect([created[0], created.at(-1)]).toEqual([dayText(TODAY - 298), dayText(TODAY - 1)]);
		expect([...created].sort()).toEqual(created);
	});
	it('has ids by which it is told from deals of the user', () =>
		expect([sampleId(1), sampleId(1000)]).toEqual(['SAMPLE-001', 'SAMPLE-1000']));
});
