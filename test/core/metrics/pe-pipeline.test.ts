// A synthetic deal list with history, a duplicate id, placeholders and a third ending, against its published tables.
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { type StageKind, StageList } from '../../../src/core/model/stage.ts';
import { sharedData } from '../../support/shared-data.ts';
import { measure, table } from './ask.ts';
import { expectNear, readAnswers, rowsByLabel } from './known-answers.ts';
import { csvGrid, readPipeline } from './read-deals.ts';
import { stage } from './worked-case.ts';

interface PeAnswers {
	readonly rows: { readonly n: number; readonly ids: number };
	readonly history_rows: number;
	readonly outcomes: Readonly<Record<'Active' | 'Won' | 'Lost' | 'Passed', number>>;
	readonly entered_ever_distinct: Readonly<Record<string, number>>;
	readonly win_rate_won_lost: number;
	readonly win_rate_won_all_closed_incl_passed: number;
	readonly by_source: Readonly<
		Record<string, { readonly n: number; readonly won: number; readonly lost: number; readonly passed: number }>
	>;
	readonly amount: { readonly na: number; readonly s: number; readonly a: number; readonly avg_won: number };
}

const folder = sharedData('data/pe_pipeline');
/** 2026-12-31: the list runs into that year. */
const AS_OF_DAY = 20_818;

/** @param passed what the user says that the ending "Passed" is */
function load(passed: StageKind): Pipeline {
	const stages = new StageList([
		...['Reviewed', 'Indication', 'Offer'].map((name) => stage(name, 'open', 0.3)),
		stage('Closed - Won', 'won', 1),
		stage('Closed - Lost', 'lost', 0),
		stage('Passed', passed, 0),
	]);
	return readPipeline(
		csvGrid(`${folder}/pipeline_deals.csv`),
		stages,
		AS_OF_DAY,
		csvGrid(`${folder}/stage_history.csv`),
	);
}

describe.skipIf(folder === null)('500 deals with a double id and a third ending', () => {
	const answers = folder === null ? ({} as PeAnswers) : readAnswers<PeAnswers>(folder);
	const asLost = folder === null ? ({} as Pipeline) : load('lost');
	const asParked = folder === null ? ({} as Pipeline) : load('parked');

	test('every row counts, the double id too; ids are 499', () => {
		expect(measure(asLost, 'winRate')).toMatchObject({ n: answers.rows.n, numerator: answers.outcomes.Won });
		expect(new Set(asLost.opportunities.ids())).toHaveProperty('size', answers.rows.ids);
		expect(Object.fromEntries(table(asLost, 'stageCount').rows as [string, number][])).toMatchObject({
			'Closed - Won': answers.outcomes.Won,
			'Closed - Lost': answers.outcomes.Lost,
			Passed: answers.outcomes.Passed,
		});
	});

	test('the published funnel 500, 267, 109, 37 and its conversions', () => {
		expect(table(asLost, 'stageCount', 'reached').rows.map((row) => row[1])).toEqual([500, 267, 109, 37]);
		const [, ...published] = csvGrid(`${folder}/funnel_analysis.csv`);
		expect(published.map((row) => Number(row[1]))).toEqual([500, 267, 109, 37]);
		const rates = table(asLost, 'stageConversion').rows.map((row) => Math.round((row[2] as number) * 1000) / 10);
		expect(rates).toEqual(published.slice(1).map((row) => Number(row[4])));
		const entered = answers.entered_ever_distinct;
		expect(measure(asLost, 'stageConversion', 'touched', 'Indication')).toMatchObject({
			numerator: entered.Offer,
			denominator: entered.Indication,
		});
	});

	test('the win rate says what it counts: "Passed" as a loss, or left out', () => {
		expectNear(
			measure(asLost, 'winRate', 'closed').value,
			answers.win_rate_won_all_closed_incl_passed,
			'passed is a loss',
		);
		expectNear(measure(asParked, 'winRate', 'closed').value, answers.win_rate_won_lost, 'passed is no ending');
	});

	test('by source, and the published win rates of the sources', () => {
		const all = rowsByLabel(asParked, 'winRate', 'by', 'source', 'detail');
		const closed = rowsByLabel(asParked, 'winRate', 'closed', 'by', 'source', 'detail');
		const passed = rowsByLabel(asParked, 'stageCount', 'Passed', 'by', 'source');
		const published = new Map(csvGrid(`${folder}/conversion_by_source.csv`).map((row) => [row[0], row]));
		expect([...all.keys()].sort()).toEqual(Object.keys(answers.by_source).sort());
		for (const [source, { n, won, lost, passed: left }] of Object.entries(answers.by_source)) {
			expect(
				[all.get(source)?.[4], all.get(source)?.[5], closed.get(source)?.[6], passed.get(source)?.[1]],
				source,
			).toEqual([n, won, won + lost, left]);
			expect(Math.round((closed.get(source)?.[1] as number) * 1000) / 10).toBe(Number(published.get(source)?.[5]));
		}
	});

	test('"NA" is no amount, and no zero', () => {
		const all = measure(asLost, 'averageDealSize', 'all');
		expect(all).toMatchObject({
			n: answers.rows.n - answers.amount.na,
			excluded: answers.amount.na,
			numerator: answers.amount.s,
		});
		expectNear(all.value, answers.amount.a, 'average');
		expectNear(measure(asLost, 'averageDealSize').value, answers.amount.avg_won, 'average of the won');
	});
});
