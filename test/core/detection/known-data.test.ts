/** The public deal lists with known answers, as far as the table alone decides them. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/core/cells/cell.ts';
import { checkTable } from '../../../src/core/validation/check-table.ts';
import { sharedData } from '../../support/shared-data.ts';
import { countByKind, headingsOf, pipelineOf } from '../pipeline-of.ts';

const grid = (path: string): Grid => Papa.parse(readFileSync(path, 'utf8'), { skipEmptyLines: true }).data;
const answers = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const maven = sharedData('data/maven_crm');
const pe = sharedData('data/pe_pipeline');
const bpi = sharedData('data/bpi2012');
const codesOf = (issues: readonly { code: string }[]): Record<string, number> => {
	const counts = new Map<string, number>();
	for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
	return Object.fromEntries(counts);
};

describe.skipIf(maven === null)('maven_crm', () => {
	const truth = () => pipelineOf(grid(`${maven}/sales_pipeline.csv`), { asOfDay: 17_531 });
	it('has the known counts, won amount and cycle', () => {
		const pipeline = truth();
		const { opportunities } = pipeline;
		const { n, won, lost, open_: open, won_amount, cycle_won_mean } = answers(`${maven}/answers.json`).overall;
		expect(opportunities.count).toBe(n);
		expect(countByKind(pipeline)).toEqual({ won, lost, open });
		let amount = 0;
		let cycle = 0;
		opportunities.stages().codes.forEach((code, deal) => {
			if (pipeline.stages.all[code]?.kind !== 'won') return;
			amount += opportunities.amounts()?.values[deal] ?? 0;
			cycle +=
				(opportunities.date('closed')?.days[deal] ?? Number.NaN) -
				(opportunities.date('created')?.days[deal] ?? Number.NaN);
		});
		expect(amount).toBe(won_amount);
		expect(cycle / won).toBeCloseTo(cycle_won_mean, 9);
		expect(codesOf(checkTable(pipeline))).toEqual({});
	});
	it.each(['iso_lf', 'mdyyyy', 'ddmmyyyy', 'ddmmyy'])('%s gives the same stages and days', (variant) => {
		const expected = truth();
		for (const locale of ['en_US', 'de_DE', 'zh_CN']) {
			const pipeline = pipelineOf(grid(`${maven}/variants/${variant}.csv`), { locale, asOfDay: 17_531 });
			expect(countByKind(pipeline)).toEqual(countByKind(expected));
			for (const field of ['created', 'closed'] as const) {
				expect(pipeline.opportunities.date(field)?.days.join()).toBe(expected.opportunities.date(field)?.days.join());
			}
			expect(pipeline.detection.columns).toEqual(expected.detection.columns);
		}
	});
});

describe.skipIf(pe === null)('pe_pipeline', () => {
	const pipeline = () => pipelineOf(grid(`${pe}/pipeline_deals.csv`));
	it('finds the columns that decide', () => {
		expect(headingsOf(pipeline().detection)).toEqual({
			id: 'deal_id',
			name: 'company_name',
			stage: 'deal_stage',
			status: 'deal_outcome',
			created: 'date_sourced',
			closed: 'stage_date',
			amount: 'deal_size_usd',
			owner: 'deal_owner',
			source: 'source',
		});
		expect(pipeline().detection.stageDates.map(({ stage }) => stage)).toEqual(['Reviewed']);
	});
	it('counts every row and leaves the ending "Passed" to the user', () => {
		const { outcomes } = answers(`${pe}/answers.json`);
		expect(countByKind(pipeline())).toEqual({
			open: outcomes.Active,
			won: outcomes.Won,
			lost: outcomes.Lost,
			unknown: outcomes.Passed,
		});
	});
	it('lists the double id, the placeholders and the open ending', () => {
		const issues = checkTable(pipeline());
		expect(issues.filter(({ code }) => code === 'duplicateId').map(({ value }) => value)).toEqual(['D-0500', 'D-0500']);
		expect(codesOf(issues)).toMatchObject({ unclassifiedStage: 76, duplicateId: 2 });
		expect(issues.filter(({ code }) => code === 'placeholderText').every(({ value }) => value === 'NA')).toBe(true);
		expect(issues.some(({ code }) => code === 'stageAgainstOutcome' || code === 'closedWhileOpen')).toBe(false);
	});
});

describe.skipIf(bpi === null)('bpi2012', () => {
	it('cases joined with their outcome have the known counts and cycle', () => {
		const outcome = new Map<string, [string, string]>();
		for (const [id = '', , stage = '', at = ''] of grid(`${bpi}/events_A.csv`).slice(1) as string[][]) {
			const isEnd = ['A_APPROVED', 'A_DECLINED', 'A_CANCELLED'].includes(stage);
			if (stage === 'A_REGISTERED' || stage === 'A_ACTIVATED') continue;
			if (isEnd || !outcome.has(id) || outcome.get(id)?.[1] === '') outcome.set(id, [stage, isEnd ? at : '']);
		}
		const [head = [], ...rows] = grid(`${bpi}/cases.csv`);
		const pipeline = pipelineOf(
			[[...head, 'stage', 'closed_at'], ...rows.map((row) => [...row, ...(outcome.get(String(row[0])) ?? ['', ''])])],
			{ zone: 'Europe/Amsterdam', asOfDay: 15_414 },
		);
		const { n, won, lost, open_: open, cycle_won_mean } = answers(`${bpi}/answers.json`).overall;
		expect(pipeline.opportunities.count).toBe(n);
		expect(countByKind(pipeline)).toEqual({ won, lost, open });
		expect(headingsOf(pipeline.detection)).toMatchObject({
			id: 'case_id',
			amount: 'amount_requested',
			created: 'registered_at',
			closed: 'closed_at',
			stage: 'stage',
		});
		const created = pipeline.opportunities.date('created');
		const closed = pipeline.opportunities.date('closed');
		expect([created?.hasTime, closed?.hasTime]).toEqual([true, true]);
		let cycle = 0;
		pipeline.opportunities.stages().codes.forEach((code, deal) => {
			if (pipeline.stages.all[code]?.kind === 'won')
				cycle += (closed?.days[deal] ?? Number.NaN) - (created?.days[deal] ?? Number.NaN);
		});
		expect(cycle / won).toBeCloseTo(cycle_won_mean, 4);
	});
});
