import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/core/cells/cell.ts';
import { journeysOf } from '../../../src/core/funnel/journeys.ts';
import { reachedStages } from '../../../src/core/funnel/reached.ts';
import { winCurve } from '../../../src/core/funnel/resolved.ts';
import { timeInStage } from '../../../src/core/funnel/time-in-stage.ts';
import { readHistory } from '../../../src/core/history/history-table.ts';
import type { Pipeline } from '../../../src/core/model/pipeline.ts';
import { StageList } from '../../../src/core/model/stage.ts';
import { incidenceAt } from '../../../src/core/stats/aalen-johansen.ts';
import { quantileOf } from '../../../src/core/stats/quantile.ts';
import { timeZone } from '../../../src/core/time/time-zone.ts';
import { countMoves } from '../../support/moves.ts';
import { sharedData } from '../../support/shared-data.ts';
import { passIncidence } from '../funnel/pass-incidence.ts';
import { FOUR_STAGES, stage, tinyOpportunities } from '../funnel/tiny-pipeline.ts';
import { csvGrid } from '../plain-csv.ts';

const UTC = timeZone('UTC');
const DEALS = tinyOpportunities({ stages: FOUR_STAGES, now: [1, 2], ids: ['7', '007'] });
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

function read(...rows: Cell[][]) {
	return readHistory(rows, DEALS, FOUR_STAGES, UTC);
}

describe('stage-change tables', () => {
	it('is read in any order of rows and columns, with the headings below a title', () => {
		const history = read(
			['Export'],
			[],
			['Date', 'Stage', 'Deal ID'],
			['2026-01-09', '3', '007'],
			['2026-01-05', '2', 7],
			['2026-01-01', '1', '7'],
			['2026-01-02', '1', '007'],
		);
		expect([...history.start]).toEqual([0, 2, 4]);
		expect([...history.to]).toEqual([0, 1, 0, 2]);
		expect([...history.from]).toEqual([-1, 0, -1, 0]);
		expect([...history.at]).toEqual(['2026-01-01', '2026-01-05', '2026-01-02', '2026-01-09'].map(day));
		expect([history.hasTime, history.ignoredRows]).toEqual([false, 0]);
	});

	it('ignores and counts what is no stage change of a known deal', () => {
		const history = read(
			['case_id', 'stage', 'entered_at'],
			['7', '1', '2026-01-01'],
			['7', '1', '2026-01-03'],
			['7', 'Registered', '2026-01-04'],
			['7', '', '2026-01-04'],
			['8', '1', '2026-01-01'],
			['7', '2', 'soon'],
			['', '', ''],
			['7', '2', '2026-01-05'],
		);
		expect([...history.to]).toEqual([0, 1]);
		expect(history.ignoredRows).toBe(5);
	});

	it('equal instants go forward with the loss last, unless a sequence column says otherwise', () => {
		const rows: Cell[][] = [
			['7', 'L', '2026-01-05', 1],
			['7', '3', '2026-01-05', 2],
			['7', '2', '2026-01-05', 3],
		];
		expect([...read(['Deal id', 'To', 'Date'], ...rows).to]).toEqual([1, 2, 5]);
		expect([...read(['Deal id', 'To', 'Date', 'Seq'], ...rows).to]).toEqual([5, 2, 1]);
	});

	it('knows the opportunity history and the field history of a CRM', () => {
		const opportunityHistory = read(
			['Id', 'OpportunityId', 'CreatedById', 'CreatedDate', 'StageName', 'FromOpportunityStageName', 'SystemModstamp'],
			['h1', '7', 'u', '2026-01-05T08:00:00.000Z', '3', '2', ''],
			['h2', '7', 'u', '2026-01-06T08:00:00.000Z', '3', '3', ''],
		);
		expect([[...opportunityHistory.from], [...opportunityHistory.to], opportunityHistory.ignoredRows]).toEqual([
			[1],
			[2],
			1,
		]);
		expect(opportunityHistory.hasTime).toBe(true);
		const fieldHistory = read(
			['Opportunity ID', 'Field / Event', 'Old Value', 'New Value', 'Edit Date'],
			['7', 'Stage', '1', '2', '2026-01-05'],
			['7', 'Amount', '1', '3', '2026-01-06'],
		);
		expect([[...fieldHistory.from], [...fieldHistory.to], fieldHistory.ignoredRows]).toEqual([[0], [1], 1]);
	});

	it.each([
		['Etapa', 'Importe'],
		['Стадия сделки', 'Сумма'],
		['dealstage', 'amount'],
		['商机阶段', '金额'],
		['フェーズ', '金額'],
		['Verkaufsphase', 'Betrag'],
		['Aşama', 'Tutar'],
	])('of a history of several fields only the rows of %s count', (stage, amount) => {
		const history = read(
			['Opportunity ID', 'Field', 'Old Value', 'New Value', 'Edit Date'],
			['7', stage, '1', '2', '2026-01-05'],
			['7', amount, '1', '3', '2026-01-06'],
		);
		expect([[...history.from], [...history.to], history.ignoredRows]).toEqual([[0], [1], 1]);
	});

	it('a first move says where it came from, also to the funnel', () => {
		const history = read(['Deal id', 'From', 'To', 'Date'], ['7', '3', 'L', '2026-01-05']);
		const opportunities = tinyOpportunities({ stages: FOUR_STAGES, now: [5], ids: ['7'] });
		const pipeline: Pipeline = {
			stages: FOUR_STAGES,
			opportunities,
			history,
			asOf: 30_000,
			asOfDay: 30_000,
			timeZone: UTC,
		};
		expect([...reachedStages(pipeline).furthest]).toEqual([2]);
		expect([...reachedStages(pipeline).lostFrom]).toEqual([2]);
	});

	it.each([
		['German', 'Nr.', 'Alte Phase', 'Neue Phase', 'Geändert am'],
		['French', 'Affaire', 'Ancienne étape', 'Nouvelle étape', 'Modifié le'],
		['Spanish', 'Oportunidad', 'Etapa anterior', 'Nueva etapa', 'Fecha'],
		['Japanese', '案件番号', '変更前', '変更後', '変更日時'],
		['Korean', '거래 ID', '이전 단계', '변경 단계', '변경일시'],
		['Russian', 'ID сделки', 'Предыдущая стадия', 'Новая стадия', 'Дата изменения'],
	])('is read with %s headings', (_, deal, from, to, at) => {
		const history = read([deal, from, to, at], ['7', '', '1', '2026-01-01'], ['7', '1', '2', '2026-01-05']);
		expect([...history.from]).toEqual([-1, 0]);
		expect([...history.to]).toEqual([0, 1]);
		expect([...history.at]).toEqual(['2026-01-01', '2026-01-05'].map(day));
	});

	it('a table without the three columns has no transitions, all rows ignored', () => {
		const history = read(['Name', 'Colour'], ['7', 'red']);
		expect([...history.start]).toEqual([0, 0, 0]);
		expect(history.ignoredRows).toBe(2);
		expect(readHistory([], DEALS, FOUR_STAGES, UTC).ignoredRows).toBe(0);
	});
});

const DAY_MS = 86_400_000;
const bpiEvents = sharedData('data/bpi2012/events_A.csv');
const bpiAnswers = sharedData('data/bpi2012/answers.json');

describe.skipIf(bpiEvents === null || bpiAnswers === null)('the loan applications of 2012 with their history', () => {
	// A skipped group is read anyway.
	if (bpiEvents === null || bpiAnswers === null) return;
	const answers = JSON.parse(readFileSync(bpiAnswers, 'utf8'));
	const names = ['A_SUBMITTED', 'A_PARTLYSUBMITTED', 'A_PREACCEPTED', 'A_ACCEPTED', 'A_FINALIZED'];
	const stages = new StageList([
		...names.map((name) => stage(name, 'open')),
		stage('A_APPROVED', 'won'),
		stage('A_DECLINED', 'lost'),
		stage('A_CANCELLED', 'lost'),
	]);
	const grid = csvGrid(bpiEvents);
	// The deal table: the case, where it is now, and when it began and ended.
	const cases = new Map<string, { now: number; created: number; closed: number }>();
	for (const [id, , name, at] of grid.slice(1) as string[][]) {
		const position = stages.positionOf(name as string);
		const instant = Date.parse(at as string) / DAY_MS;
		const one = cases.get(id as string) ?? { now: -1, created: instant, closed: Number.NaN };
		if (position >= 0) one.now = Math.max(one.now, position);
		one.created = Math.min(one.created, instant);
		if (position >= stages.openCount) one.closed = instant;
		cases.set(id as string, one);
	}
	const all = [...cases.values()];
	const opportunities = tinyOpportunities({
		stages,
		ids: [...cases.keys()],
		now: all.map(({ now }) => now),
		created: all.map(({ created }) => created),
		closed: all.map(({ closed }) => closed),
		hasTime: true,
	});
	const zone = timeZone('Europe/Amsterdam');
	const history = readHistory(grid, opportunities, stages, zone);
	const asOf = Date.parse('2012-03-15T00:00:00+01:00') / DAY_MS;
	const pipeline: Pipeline = { stages, opportunities, history, asOf, asOfDay: Math.floor(asOf), timeZone: zone };
	const funnel = [...names, 'A_APPROVED'];
	const reached = reachedStages(pipeline);
	const count = (isIn: (deal: number) => boolean): number =>
		all.reduce((sum, _, deal) => sum + (isIn(deal) ? 1 : 0), 0);
	const close = (actual: number | null | undefined, expected: number, tolerance = 1e-9): void => {
		expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
	};

	it('has the reference number of stage changes, the rest ignored', () => {
		expect(history.to.length).toBe(answers.stage_history.rows);
		expect(history.ignoredRows).toBe(grid.length - 1 - answers.stage_history.rows);
	});

	it('entered and reached counts and the step conversions 1.0000 .5629 .6940 .9808 .4479', () => {
		const counts = funnel.map((_, rank) => count((deal) => (reached.furthest[deal] as number) >= rank));
		funnel.forEach((name, rank) => {
			expect(counts[rank]).toBe(answers.stage_history.reached_at_least[name]);
			expect(count((deal) => (((reached.touched[deal] as number) >> rank) & 1) === 1)).toBe(
				answers.stage_history.entered_ever[name],
			);
		});
		expect(counts.slice(1).map((value, rank) => (value / (counts[rank] as number)).toFixed(4))).toEqual([
			'1.0000',
			'0.5629',
			'0.6940',
			'0.9808',
			'0.4479',
		]);
	});

	it('lost-from and now-open counts', () => {
		names.forEach((name, rank) => {
			expect(count((deal) => reached.lostFrom[deal] === rank)).toBe(
				answers.stage_history.lost_from_last_open_stage[name] ?? 0,
			);
			expect(count((deal) => reached.now[deal] === rank)).toBe(answers.stage_history.now_open_in[name] ?? 0);
		});
	});

	it('every move between two stages, none backward and none over a stage', () => {
		const moves = countMoves(pipeline, null);
		const size = stages.all.length;
		const table: Record<string, number> = {};
		moves?.counts.forEach((value, cell) => {
			if (value > 0) table[`${stages.all[Math.floor(cell / size)]?.name} > ${stages.all[cell % size]?.name}`] = value;
		});
		expect(table).toEqual(answers.stage_history.transitions);
		expect([moves?.backward, moves?.skips]).toEqual([0, 0]);
		expect(moves?.first[0]).toBe(answers.stage_history.first_stage.A_SUBMITTED);
	});

	it('days in a stage: mean, median and Kaplan–Meier median of visits', () => {
		names.forEach((name, rank) => {
			const found = timeInStage(pipeline, rank, null);
			const expected = answers.stage_history.completed_visit_days[name];
			expect(found?.completed).toBe(expected.n);
			close(found?.completedMean, expected.mean);
			close(found?.completedMedian, expected.median);
			// R works on doubles of days since 1970: its last digits are noise.
			expect(Math.abs((found?.median as number) - answers.stage_history.km_visit_median_days[name])).toBeLessThan(1e-8);
		});
	});

	it('days in a stage of closed deals', () => {
		const journeys = journeysOf(pipeline);
		names.forEach((name, rank) => {
			const expected = answers.stage_history.total_days_in_stage_per_closed_deal[name];
			const days = all
				.map((_, deal) =>
					(reached.now[deal] as number) < stages.openCount ? Number.NaN : (journeys?.daysIn[deal * 6 + rank] as number),
				)
				.filter((value) => !Number.isNaN(value));
			expect(days.length).toBe(expected.n);
			close(days.reduce((a, b) => a + b, 0) / days.length, expected.mean);
			close(quantileOf(days, 0.5), expected.median);
		});
	});

	it('win rate given the stage reached', () => {
		funnel.forEach((name, rank) => {
			const expected = answers.stage_history.win_rate_given_reached[name];
			const isIn = (deal: number): boolean => (reached.furthest[deal] as number) >= rank;
			const won = count((deal) => isIn(deal) && reached.now[deal] === 5);
			const lost = count((deal) => isIn(deal) && (reached.now[deal] as number) > 5);
			expect([count(isIn), won, lost]).toEqual([expected.n, expected.won, expected.lost]);
			close(won / (won + lost), expected.closed_);
		});
	});

	it('Aalen–Johansen from creation and from the first stage, at all listed times', () => {
		const expected = answers.aalen_johansen;
		for (const curve of [
			winCurve(pipeline, null),
			winCurve({ ...pipeline, history: null }, null),
			passIncidence(pipeline, 0, pipeline.stages.openCount, null),
		]) {
			if (curve === null) throw new Error('there is a history');
			expect(curve.n).toBe(expected.n_used);
			expected.times.forEach((time: number, i: number) => {
				const at = incidenceAt(curve, time);
				expect(Math.abs(at.cause - expected.p_won[i])).toBeLessThan(1e-7);
				expect(Math.abs(at.competing - expected.p_lost[i])).toBeLessThan(1e-7);
				expect(at.atRisk).toBe(expected.n_risk[i]);
			});
			expect(incidenceAt(curve, Number.POSITIVE_INFINITY).cause).toBeCloseTo(expected.final.p_won, 7);
		}
	});
});

const peHistory = sharedData('data/pe_pipeline/stage_history.csv');
const peDeals = sharedData('data/pe_pipeline/pipeline_deals.csv');

describe.skipIf(peHistory === null || peDeals === null)(
	'the deal pipeline with a double id and rows out of order',
	() => {
		if (peHistory === null || peDeals === null) return;
		const answers = JSON.parse(readFileSync(peHistory.replace('stage_history.csv', 'answers.json'), 'utf8'));
		const stages = new StageList([
			stage('Reviewed', 'open'),
			stage('Indication', 'open'),
			stage('Offer', 'open'),
			stage('Closed - Won', 'won'),
			stage('Closed - Lost', 'lost'),
			stage('Passed', 'lost'),
		]);
		const grid = csvGrid(peHistory);
		const deals = csvGrid(peDeals).slice(1);
		const ids = deals.map((row) => row[0] as string);
		const now = deals.map((row) => stages.positionOf(row[7] as string));
		const asOfDay = day('2026-06-30');
		const pipelineOf = (keep: number[]): Pipeline => {
			const opportunities = tinyOpportunities({
				stages,
				ids: keep.map((deal) => ids[deal] as string),
				now: keep.map((deal) => now[deal] as number),
			});
			return {
				stages,
				opportunities,
				history: readHistory(grid, opportunities, stages, UTC),
				asOf: asOfDay + 1,
				asOfDay,
				timeZone: UTC,
			};
		};
		const every = ids.map((_, deal) => deal);

		it('is the 500 rows with 499 ids that the published tables count', () => {
			expect([ids.length, new Set(ids).size, grid.length - 1]).toEqual([500, 499, answers.history_rows]);
		});

		it('distinct deals that were ever in each stage, a passed deal classified as lost', () => {
			const { history } = pipelineOf(every);
			const names = Object.keys(answers.entered_ever_distinct);
			for (const name of names) {
				const position = stages.positionOf(name);
				let found = 0;
				for (let deal = 0; deal < ids.length; deal++) {
					const own = history?.to.subarray(history.start[deal], history.start[deal + 1]);
					if (own?.includes(position)) found++;
				}
				expect([name, found]).toEqual([name, answers.entered_ever_distinct[name]]);
			}
		});

		it('the published funnel 500, 267, 109, 37', () => {
			const { furthest } = reachedStages(pipelineOf(every));
			expect([0, 1, 2, 3].map((rank) => furthest.filter((reachedRank) => reachedRank >= rank).length)).toEqual([
				500, 267, 109, 37,
			]);
		});

		it('every move between two different stages, without the double id, whose two deals the reference merges by stage order', () => {
			const counts = countMoves(pipelineOf(every.filter((deal) => ids[deal] !== 'D-0500')), null)?.counts as Int32Array;
			const merged = ['Reviewed > Indication', 'Indication > Closed - Lost'];
			for (const [move, expected] of Object.entries<number>(answers.transitions)) {
				const [from, to] = move.split(' > ').map((name) => stages.positionOf(name)) as [number, number];
				if (from !== to)
					expect([move, counts[from * 6 + to]]).toEqual([move, expected - (merged.includes(move) ? 1 : 0)]);
			}
		});
	},
);
